"""What is wrong in a text: names that mean nothing, footnotes and pictures that are not there, marks left over."""

import re
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

from markdown_it.token import Token

from generator.files.messages import PICTURE_DAMAGED
from generator.files.pictures import content_fault, content_kind, picture_findings
from generator.findings.finding import Finding
from generator.findings.message import hint, listed
from generator.findings.rule import Rule
from generator.ground.names import brief, folded
from generator.ground.source import Source
from generator.model.text_kinds import FILE, TextKind
from generator.texts.figure_messages import TEXT_FIGURE_ABOUT, TEXT_FIGURE_UNKNOWN
from generator.texts.figures import FUNCTIONS, FigureTexts, is_figure
from generator.texts.files import WORD
from generator.texts.judge_marks import marks_left, web_left, wide_rows
from generator.texts.markdown import NOTE_CALL, definition_lines, definitions, parse, walk
from generator.texts.messages import (
    TEXT_FOOTNOTE_FORM,
    TEXT_FOOTNOTE_SEVERAL,
    TEXT_FOOTNOTE_UNKNOWN,
    TEXT_FOOTNOTE_UNUSED,
    TEXT_HEADING_FORM,
    TEXT_LINK,
    TEXT_LINK_EMPTY,
    TEXT_LINK_TITLE,
    TEXT_PICTURE_ALTERNATIVE,
    TEXT_PICTURE_WEB,
    TEXT_REFERENCE_FORM,
    TEXT_REFERENCE_KIND,
    TEXT_TABLE_INSIDE,
    TEXT_TARGET_SEVERAL,
    TEXT_TARGET_UNKNOWN,
)
from generator.texts.reference import CLOSING, OPENING, Reference
from generator.texts.targets import KINDS, Targets
from generator.texts.text import SourcedText

EMBEDDED = "data:"
"""How the address of a picture begins that lies in the text itself, as Word's do."""

_LINK = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)
_MORE = re.compile(r"drygt|dryga|(?:strax|lite|något) över", re.IGNORECASE)
_LESS = r"knappt|knappa|nästan|närmare|inte fullt|(?:strax|lite|något) under"
_ROUNDED = re.compile(rf"\b(?P<word>{_MORE.pattern}|{_LESS})\s+$", re.IGNORECASE)
"""A word that ends what stands before a figure, and says that it is more or less than is written."""
_LEFT_OVER = re.compile(r"\{\{.{0,40}|.{0,40}\}\}")
_REFUSED = re.compile(r"\]\(\s*((?:file|javascript|vbscript|data):[^\s)]*)", re.IGNORECASE)
"""An address that Markdown makes no link of: what was written would be printed as it stands."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes with names of all texts: how many texts each name has, and which names are called from others."""

    defined: Mapping[str, int] = field(default_factory=dict)
    called: frozenset[str] = frozenset()


NO_NOTES = Notes()


def notes_of(texts: Iterable[SourcedText]) -> Notes:
    """Gather what the texts of a report define and call by name."""
    defined: dict[str, set[str]] = {}
    called: set[str] = set()
    for text in texts:
        if "[^" not in text.markdown:
            continue
        tokens = parse(text.markdown)
        own = definitions(tokens)
        for label, content in own.items():
            defined.setdefault(label, set()).add("".join(token.content for line in content for token in line))
        calls = (token.meta.get("label") for _, token in walk(tokens) if token.type == NOTE_CALL)
        called.update(label for label in calls if label and label not in own)
    return Notes({label: len(words) for label, words in defined.items()}, frozenset(called))


@dataclass(frozen=True, slots=True)
class _Place:
    """The text that is judged, and the lines of the block that a token stands in."""

    text: SourcedText
    lines: tuple[int, int]
    targets: Targets | None
    figures: FigureTexts | None
    folder: Path
    notes: Notes

    def at(self, found: str = "") -> Source:
        return self.text.place(*self.lines, found)


def judge(  # noqa: PLR0913 - what a text may refer to
    text: SourcedText,
    targets: Targets | None,
    folder: Path,
    figures: FigureTexts | None = None,
    kind: TextKind = FILE,
    *,
    notes: Notes = NO_NOTES,
) -> Iterator[Finding]:
    """Find what is wrong in a text whose pictures lie in ``folder``.

    Without ``targets`` no name of a section, note, table or appendix is judged, without ``figures`` none of a figure.
    ``kind`` says which marks work, ``notes`` what other texts define and call by name.
    """
    tokens = parse(text.markdown)
    yield from _footnotes(text, tokens, notes)
    yield from _empty_links(text, tokens)
    yield from marks_left(text, tokens, kind)
    yield from web_left(text, tokens, is_word=_is_word(text.place()) if text.places else False)
    yield from wide_rows(text, tokens)
    for lines, token in walk(tokens):
        if token.type in _JUDGES:
            yield from _JUDGES[token.type](token, _Place(text, lines, targets, figures, folder, notes))


def _words(token: Token, place: _Place) -> Iterator[Finding]:
    """Judge what is printed as it stands, though it was meant for something else."""
    left = _LEFT_OVER.search(token.content)
    if left:
        mark = OPENING if OPENING in left[0] else CLOSING
        yield TEXT_REFERENCE_FORM.found(place.at(mark), found=left[0].strip())
    for address in _REFUSED.findall(token.content):
        yield TEXT_LINK.found(place.at(address), found=brief(address))


def _reference(token: Token, place: _Place) -> Iterator[Finding]:
    reference = token.meta["reference"]
    source = place.at(reference.raw)
    kind = folded(reference.name)
    values: dict[str, object] = {"found": reference.raw, "kind": reference.name}
    if kind not in KINDS:
        yield from _figure(reference, place)
        return
    if len(reference.arguments) != 1 or reference.attribute or reference.form:
        yield TEXT_REFERENCE_FORM.found(source, **values)
        return
    if place.targets is None:
        return
    meant = place.targets.find(reference)
    values |= {"name": reference.arguments[0], "nothing": KINDS[kind]}
    if not meant:
        near, all_names = hint(place.targets.nearest(reference)), place.targets.all(kind)
        there = f" Att välja på: {listed(all_names)}." if all_names and not near else ""
        yield TEXT_TARGET_UNKNOWN.found(source, **values, hint=near, there=there)
    elif len(meant) > 1:
        yield TEXT_TARGET_SEVERAL.found(source, **values, count=len(meant), words=meant[0].words)


def _figure(reference: Reference, place: _Place) -> Iterator[Finding]:
    source = place.at(reference.raw)
    if not is_figure(reference):
        values = {"found": reference.raw, "kind": reference.name, "kinds": ", ".join((*KINDS, *FUNCTIONS))}
        yield TEXT_REFERENCE_KIND.found(source, **values)
    elif place.figures:
        unquoted = folded(reference.name.partition(" ")[0]) in KINDS
        for problem in place.figures.problems(reference):
            if unquoted and problem.rule is TEXT_FIGURE_UNKNOWN:
                yield TEXT_REFERENCE_FORM.found(source, found=reference.raw)
                continue
            yield problem.rule.found(source, found=reference.raw, **problem.values).graded(problem.severity)
        yield from _rounded(reference, place, place.figures)


def _rounded(reference: Reference, place: _Place, figures: FigureTexts) -> Iterator[Finding]:
    """Judge a word before a figure that says it to be more, or less, than is written of it."""
    before = " ".join(place.text.lines[slice(*place.lines)]).split(reference.raw)[:-1]
    for word in dict.fromkeys(found["word"] for text in before if (found := _ROUNDED.search(text))):
        said = 1 if _MORE.fullmatch(word) else -1
        true, written = figures.more_or_less(reference), figures.words(reference)
        if true is not None and written and true != said:
            truth = {1: "större", -1: "mindre", 0: "precis det"}[true]
            values = {"found": reference.raw, "word": word, "written": written, "truth": truth}
            yield TEXT_FIGURE_ABOUT.found(place.at(reference.raw), **values)


def _is_word(source: Source) -> bool:
    return source.file.lower().endswith(WORD)


def _embedded(address: str) -> Rule | None:
    """What is wrong with a picture that somebody has pasted into a text as its bytes."""
    try:
        content = b64decode(address.partition(",")[2])
    except ValueError:
        return PICTURE_DAMAGED
    return content_fault(content) if content_kind(content) else PICTURE_DAMAGED


def _picture(token: Token, place: _Place) -> Iterator[Finding]:
    address = unquote(str(token.attrs["src"]))
    embedded = address.startswith(EMBEDDED)
    within = "i Word-filen" if _is_word(place.at()) else "i texten"
    name = within if embedded else address
    source = place.at("" if embedded else address)
    if not token.content.strip():
        yield TEXT_PICTURE_ALTERNATIVE.found(source, found=name)
    if embedded:
        broken = None if _is_word(source) else _embedded(address)
        if broken:
            yield broken.found(source, found=f"Bilden {name}")
        return
    if "://" in address:
        yield TEXT_PICTURE_WEB.found(source, found=name)
    else:
        yield from picture_findings(place.folder, address, source)


def _link(token: Token, place: _Place) -> Iterator[Finding]:
    address = str(token.attrs["href"])
    if token.attrs.get("title"):
        title = str(token.attrs["title"])
        yield TEXT_LINK_TITLE.found(place.at(title), found=brief(unquote(address)), title=brief(title))
    if not _LINK.match(address):
        yield TEXT_LINK.found(place.at(unquote(address)), found=unquote(address))


def _empty_links(text: SourcedText, tokens: Sequence[Token]) -> Iterator[Finding]:
    """A link without words can neither be seen nor heard."""
    for (lines, token), (_, following) in pairwise(walk(tokens)):
        if (token.type, following.type) == ("link_open", "link_close"):
            found = unquote(str(token.attrs["href"]))
            yield TEXT_LINK_EMPTY.found(text.place(*lines, found), found=found)


def _call(token: Token, place: _Place) -> Iterator[Finding]:
    if token.meta["content"] is None:
        label = token.meta["label"]
        mark, count = f"[^{label}]", place.notes.defined.get(label, 0)
        if count != 1:
            rule = TEXT_FOOTNOTE_SEVERAL if count else TEXT_FOOTNOTE_UNKNOWN
            yield rule.found(place.at(mark), found=mark)
    elif any(inner.type in ("image", NOTE_CALL) for line in token.meta["content"] for inner in line):
        yield TEXT_FOOTNOTE_FORM.found(place.at())


def _table_in_list(token: Token, place: _Place) -> Iterator[Finding]:
    if token.level:
        yield TEXT_TABLE_INSIDE.found(place.at())


_JUDGES: Mapping[str, Callable[[Token, _Place], Iterator[Finding]]] = {
    "text": _words,
    "reference": _reference,
    "image": _picture,
    "link_open": _link,
    NOTE_CALL: _call,
    "table_open": _table_in_list,
}


def _footnotes(text: SourcedText, tokens: Sequence[Token], notes: Notes) -> Iterator[Finding]:
    """Judge the definitions: each is used, and holds paragraphs only."""
    called = notes.called | {token.meta.get("label") for _, token in walk(tokens) if token.type == NOTE_CALL}
    for label, start, end in definition_lines(text.markdown):
        if label and label not in called:
            words = " ".join(text.lines[start:end]).partition("]:")[2]
            yield TEXT_FOOTNOTE_UNUSED.found(text.places[start], found=f"[^{label}]", words=brief(words))
    inside = False
    for lines, token in walk(tokens):
        inside = (inside or token.type == "footnote_reference_open") and token.type != "footnote_reference_close"
        if inside and token.type.endswith(("list_open", "quote_open", "table_open", "heading_open")):
            yield TEXT_FOOTNOTE_FORM.found(text.place(*lines))


def judge_heading(heading: str, source: Source) -> Iterator[Finding]:
    """A heading is words only: it is repeated in the list of contents and the bookmarks."""
    if OPENING in heading or "[^" in heading or "![" in heading:
        yield TEXT_HEADING_FORM.found(source, found=heading)
