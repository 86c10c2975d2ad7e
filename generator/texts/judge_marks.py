"""Marks that do not become what they look like, and what a table would leave out, told with their lines."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from generator.findings.finding import Finding
from generator.ground.names import brief
from generator.ground.source import Source
from generator.model.text_kinds import TextKind
from generator.texts.left_over import UNDERLINED, LeftOver, left_over
from generator.texts.markdown import ESCAPED, walk
from generator.texts.messages import TEXT_HTML, TEXT_MARK_LEFT, TEXT_TABLE_ROW
from generator.texts.text import SourcedText
from generator.texts.web import ELEMENT, codes

_IN_WORD = "Gör fet stil och nya stycken i Word."
_IN_MARKDOWN = "Ett nytt stycke får du med en tom rad, fet stil med **två asterisker**."
_SIGNS = "Skriv tecknen själva, och ett vanligt mellanslag i stället för &nbsp;."

_Found = tuple[LeftOver, str, Source]


def marks_left(text: SourcedText, tokens: Sequence[Token], kind_of_text: TextKind) -> Iterator[Finding]:
    """Marks that lead to nothing, those of one kind in one finding."""
    by_kind: dict[LeftOver, list[_Found]] = {}
    for each in (*_in_words(text, tokens), *_underlined(text, tokens)):
        by_kind.setdefault(each[0], []).append(each)
    for kind, found in by_kind.items():
        instead = kind.remedy(kind_of_text.marks)
        values = {"meant": kind.meant, "instead": instead, "becomes": kind.becomes, "more": _more(found)}
        places = dict.fromkeys(place for *_, place in found)
        yield TEXT_MARK_LEFT.found(*places, found=brief(found[0][1]), **values)


def _in_words(text: SourcedText, tokens: Sequence[Token]) -> Iterator[_Found]:
    for lines, token in walk(tokens):
        for left in left_over(token.meta.get("left", "")):
            words, begun = left.found.replace(ESCAPED, " … "), left.found.split(ESCAPED)[0]
            yield left.kind, words, text.place(*lines, begun)


def _underlined(text: SourcedText, tokens: Sequence[Token]) -> Iterator[_Found]:
    """Lines drawn right under a paragraph, by hyphens."""
    for before, token in pairwise(tokens):
        if before.type == "paragraph_close" and token.type == "hr" and set(token.markup) == {"-"}:
            line = token.map[0] if token.map else 0
            if line and text.lines[line - 1].strip():
                yield UNDERLINED, token.markup, text.places[line]


def wide_rows(text: SourcedText, tokens: Sequence[Token]) -> Iterator[Finding]:
    """Rows of a table with more cells than its head: Markdown would leave out what is in them."""
    columns, head = 0, False
    for token in tokens:
        if token.type in ("thead_open", "thead_close"):
            columns, head = (0, True) if token.nesting > 0 else (columns, False)
        elif token.type == "th_open" and head:
            columns += 1
        elif token.type == "tr_open" and token.map and not head:
            line = text.lines[token.map[0]]
            count = len(escapedSplit(line.strip(" \t>").removeprefix("|").removesuffix("|")))
            if count > columns:
                values = {"found": brief(line), "count": count, "columns": columns}
                yield TEXT_TABLE_ROW.found(text.places[token.map[0]], **values)


def web_left(text: SourcedText, tokens: Sequence[Token], *, is_word: bool) -> Iterator[Finding]:
    """Elements that are printed as they stand, all of a text in one finding, and codes for signs in another."""
    words = [(lines, token.content) for lines, token in walk(tokens) if token.type == "text"]
    elements = [(each, text.place(*lines, each)) for lines, said in words for each in ELEMENT.findall(said)]
    signs = [(each, text.place(*lines, each)) for lines, said in words if "&" in said for each in codes(said)]
    yield from _told(elements, _IN_WORD if is_word else _IN_MARKDOWN)
    yield from _told(signs, _SIGNS)


def _told(found: Sequence[tuple[str, Source]], instead: str) -> Iterator[Finding]:
    if found:
        places = dict.fromkeys(place for _, place in found)
        yield TEXT_HTML.found(*places, found=brief(found[0][0]), more=_more(found), instead=instead)


def _more(found: Sequence[object]) -> str:
    return f" (och {len(found) - 1} till)" if len(found) > 1 else ""
