"""From the sections of the text files to the rows of the tab *Innehåll*: each text goes to the block of its heading."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.findings.finding import Finding, Severity
from generator.findings.message import hint
from generator.ground.formatting import enumerated
from generator.ground.names import NO_NAME, Name, brief, nearest
from generator.ground.source import Source
from generator.model.registers import OutlineBlock
from generator.model.rows import Entry
from generator.texts.cells import markdown_of
from generator.texts.messages import (
    TEXT_BEFORE_HEADING,
    TEXT_FILE_NAME_UNKNOWN,
    TEXT_HEADING_ALONE,
    TEXT_HEADING_NEAR,
    TEXT_HEADING_SEVERAL,
    TEXT_HEADING_UNKNOWN,
    TEXT_TWICE,
)
from generator.texts.plain_headings import plain_headings
from generator.texts.prompts import only_asks
from generator.texts.sections import TextSection
from generator.texts.sizes import without_content
from generator.texts.text import SourcedText, joined
from generator.texts.vacant import vacant

_LIKE = 0.8
"""How like a heading must be to one of the outline to be taken for a misspelling: subheadings are often short words."""

_LIKE_FREE = 0.6
"""How like one must be that has no text, where a text is left."""

_TITLE_LINE = 80
"""Letters of the longest line of a title page, which stands before the first heading and is no text that is lost."""

_TIGHT_HEADING = re.compile(r"#{1,6}[^\s#]")
_TITLE = re.compile(r"årsredovisning|årsberättelse|\btexter|\b20\d\d\b", re.IGNORECASE)
"""What a file that begins with its own title says there; the report has one of its own."""
_NUMBER = re.compile(r"^\d+(\.\d+)*\.?\s+")


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text and the row of the tab *Innehåll*, counted from 0, that it belongs to; -1 for that of an appendix."""

    block: int
    text: SourcedText


@dataclass(frozen=True, slots=True)
class _Known:
    """A block that a section may name: by its heading, the one in the list of contents, or its name."""

    block: int
    names: tuple[Name, ...]
    ancestors: tuple[int, ...]

    def is_called(self, spellings: set[Name]) -> bool:
        return not spellings.isdisjoint(self.names)


@dataclass(frozen=True, slots=True)
class _Part:
    """What one section gives a block: its own text, or more of it under a heading within (``inner``)."""

    section: TextSection
    text: SourcedText
    inner: bool = False


@dataclass(frozen=True, slots=True)
class _Misfit:
    """A section that no block is called as, the ``first`` of its file or ``within`` the text above."""

    section: TextSection
    first: bool = False
    within: bool = False


_Placed = dict[int, list[_Part]]


def place(
    entries: Sequence[Entry[OutlineBlock]], files: Sequence[Sequence[TextSection]], lost: Severity | None = None
) -> tuple[tuple[PlacedText, ...], list[Finding]]:
    """Match the sections of each file with the blocks. Returns the texts in the blocks' order, and the findings.

    ``lost`` is how grave it is that a text fits no heading, and is left out; None is as grave as the rules say.
    """
    known = _known(entries)
    placed: _Placed = {}
    findings: list[Finding] = []
    misfits: list[_Misfit] = []
    for sections in files:
        for each in _place_file(sections, known, placed):
            findings.append(each) if isinstance(each, Finding) else misfits.append(each)
    findings += _of_misfits(misfits, known, entries, placed, lost)
    for sections in files:
        findings += plain_headings(sections, entries, placed)
    texts = []
    for block, parts in sorted(placed.items()):
        filled = list(_written(entries[block], [part for part in parts if not part.text.is_empty]))
        if filled:
            findings += _typed_twice(entries[block], filled)
            texts.append(PlacedText(block, joined(part.text for part in filled)))
    return tuple(texts), findings


def _written(entry: Entry[OutlineBlock], parts: Sequence[_Part]) -> Iterator[_Part]:
    """The parts that say something; what only asks for a text counts where nobody has written one elsewhere."""
    says = [part for part in parts if not only_asks(part.text.markdown)]
    yield from says if says or entry.row.text else parts


def filled_rows(entries: Sequence[Entry[OutlineBlock]], placed: Iterable[PlacedText]) -> tuple[OutlineBlock, ...]:
    """The outline's rows with the texts of the files in them, and those of their own cells as Markdown."""
    rows = [_in_markdown(entry.row) for entry in entries]
    for each in placed:
        rows[each.block] = rows[each.block].model_copy(update={"text": each.text.markdown})
    return tuple(rows)


def _in_markdown(row: OutlineBlock) -> OutlineBlock:
    return row.model_copy(update={"text": markdown_of(row.text)}) if row.text else row


def _known(entries: Sequence[Entry[OutlineBlock]]) -> list[_Known]:
    known = []
    above: list[tuple[int, int]] = []
    for block, entry in enumerate(entries):
        row = entry.row
        if row.heading:
            above = [(level, number) for level, number in above if level < (row.level or 1)]
        names = tuple(dict.fromkeys(Name(name) for name in (row.heading, row.contents_heading, row.name) if name))
        known.append(_Known(block, names, tuple(number for _, number in above)))
        if row.heading:
            above.append((row.level or 1, block))
    return known


def _place_file(
    sections: Sequence[TextSection], known: Sequence[_Known], placed: _Placed
) -> Iterator[Finding | _Misfit]:
    """Match one file's sections in order; one deeper than the last match is a heading within that text."""
    path: list[tuple[int, int]] = []
    for section in sections:
        path = [(level, block) for level, block in path if level < section.level]
        meant = _meant(section, known, [block for _, block in path], placed)
        if meant:
            yield from _several(section, meant)
            path.append((section.level, meant[0].block))
            placed.setdefault(meant[0].block, []).append(_Part(section, section.text))
        elif path:
            yield _Misfit(section, within=True)
            placed[path[-1][1]].append(_within(section))
        else:
            yield _Misfit(section, first=section is sections[0])


def _meant(section: TextSection, known: Sequence[_Known], path: Sequence[int], placed: _Placed) -> list[_Known]:
    """The blocks that a heading may mean: those under the headings it stands under, and without a text so far."""
    spellings = _spellings(section)
    named = [each for each in known if each.is_called(spellings)]
    under = next((found for block in reversed(path) if (found := [n for n in named if block in n.ancestors])), named)
    return [each for each in under if each.block not in placed] or under


def _spellings(section: TextSection) -> set[Name]:
    """A heading with and without a number typed before it."""
    return {Name(section.heading), Name(_NUMBER.sub("", section.heading))} - {NO_NAME}


def _within(section: TextSection) -> _Part:
    """A section as part of a longer text, with its heading in it."""
    head = SourcedText(("", f"{'#' * section.level} {section.heading}", ""), (section.place,) * 3)
    return _Part(section, head + section.text, inner=True)


def _several(section: TextSection, meant: Sequence[_Known]) -> Iterator[Finding]:
    if len(meant) > 1:
        yield TEXT_HEADING_SEVERAL.found(section.place, heading=section.heading, count=len(meant))


def _of_misfits(
    misfits: Sequence[_Misfit],
    known: Sequence[_Known],
    entries: Sequence[Entry[OutlineBlock]],
    placed: _Placed,
    lost: Severity | None,
) -> Iterator[Finding]:
    """Tell of the sections that fit no block, and of the heading without a text that each may be for."""
    if not misfits:
        return
    texts = ((block, part.text) for block, parts in placed.items() for part in parts)
    rows = filled_rows(entries, (PlacedText(block, text) for block, text in texts if not text.is_empty))
    free = [known[block] for block in vacant(rows)]
    for each in misfits:
        meant = _meant_by(each, known, free, placed, alone=len(misfits) == 1)
        cells = [entries[block.block].source("heading") for block in free if meant and meant[0] in block.names]
        if each.within:
            yield from _misspelled(each.section, meant, cells)
        else:
            yield from _unknown(each, meant, cells, lost)


def _meant_by(
    misfit: _Misfit, known: Sequence[_Known], free: Sequence[_Known], placed: _Placed, *, alone: bool
) -> tuple[str, ...]:
    """The name that a heading may be meant for: of one without a text first, which may have been changed more.

    Where a single text and a single heading are left, they may be each other's.
    """
    section = misfit.section
    if misfit.within:
        return _near(section, [each for each in known if each.block not in placed])
    last = free[0].names[:1] if alone and len(free) == 1 and _says(section) else ()
    return _near(section, free, _LIKE_FREE) or _near(section, known) or tuple(map(str, last))


def _misspelled(section: TextSection, meant: Sequence[str], cells: Sequence[Source]) -> Iterator[Finding]:
    if meant:
        yield TEXT_HEADING_NEAR.found(section.place, *cells, heading=section.heading, hint=hint(meant))


def _unknown(
    misfit: _Misfit, meant: Sequence[str], cells: Sequence[Source], lost: Severity | None
) -> Iterator[Finding]:
    section = misfit.section
    grave = lost if _says(section) else None
    values = {"heading": section.heading, "hint": hint(meant)}
    if not section.level:
        yield TEXT_BEFORE_HEADING.found(section.place).graded(grave if _is_prose(section) else None)
    elif section.named_by:
        found = TEXT_FILE_NAME_UNKNOWN.found(section.place, *cells, why=_no_heading(section), **values)
        yield found.graded(grave)
    elif meant or _says(section):
        yield TEXT_HEADING_UNKNOWN.found(section.place, *cells, **values).graded(grave)
    elif not (misfit.first and _TITLE.search(section.heading)):
        yield TEXT_HEADING_ALONE.found(section.place, heading=section.heading)


def _says(section: TextSection) -> bool:
    """Whether a section has a text of its own, and not only a line that asks for one."""
    return not section.text.is_empty and not only_asks(section.text.markdown)


def _is_prose(section: TextSection) -> bool:
    """Whether any line is longer than those of a title page."""
    return any(len(without_content(line)) > _TITLE_LINE for line in section.text.lines)


def _no_heading(section: TextSection) -> str:
    """Why a file has no heading of its own: none stands first, or its mark wants the blank behind it."""
    first = next(filter(str.strip, section.text.lines), "")
    if _TIGHT_HEADING.match(first):
        return f"”{brief(first)}” är ingen rubrik, eftersom mellanslaget efter # saknas"
    return "Filen börjar inte med en rubrik"


def _near(section: TextSection, known: Iterable[_Known], likeness: float = _LIKE) -> tuple[str, ...]:
    names = (name for each in known for name in each.names)
    return nearest(_NUMBER.sub("", section.heading), names, most=1, likeness=likeness)


def _typed_twice(entry: Entry[OutlineBlock], parts: Sequence[_Part]) -> Iterator[Finding]:
    """A block has its text in one place: else nobody can tell which of them holds."""
    places = [part.section.place for part in parts if not part.inner]
    if entry.row.text:
        places.insert(0, entry.source("text"))
    if len(places) > 1:
        values = {"heading": entry.row.heading or entry.row.name, "places": enumerated([str(each) for each in places])}
        yield TEXT_TWICE.found(*places, **values)
