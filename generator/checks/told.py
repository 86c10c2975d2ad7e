"""What the report tells, heading by heading: the blocks of *Innehåll*, the headings in their texts, and the notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.blocks.block import Placement
from generator.blocks.case import Case
from generator.checks.sentences import pieces
from generator.ground.names import folded
from generator.ground.once import once
from generator.ground.source import Source
from generator.model.registers import Note, OutlineBlock
from generator.model.rows import Entry
from generator.texts.sections import cut
from generator.texts.text import markdown_at

_DEEPEST = 9
"""Below every heading: what a row without one stands at."""


@dataclass(frozen=True)  # without slots, as the sentences are kept: every part that the law asks for reads them
class Passage:
    """What stands under a heading: its own ``text``, what is placed there (``content``), and the parts it is marked as.

    ``filled``: something is told here, or under a heading within. ``has_table``: it is a note with rows.
    """

    heading: str
    level: int
    text: str
    place: Source
    content: str = ""
    marks: frozenset[str] = frozenset()
    filled: bool = True
    has_table: bool = False

    def paragraphs(self) -> Iterator[str]:
        """The heading, and the paragraphs of the text, in lower case."""
        yield from map(folded, (self.heading, *self.text.split("\n\n")))

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the text, in lower case."""
        return tuple(folded(piece) for line in self.text.split("\n") for piece in pieces(line))


@once
def passages(case: Case) -> tuple[Passage, ...]:
    """All passages of the report in order, and the notes. A row that could not be read counts as filled."""
    rows = _rows(case)
    shows = case.shows or [_shows(row, case) for row in rows]
    read = [
        passage
        for entry, row, is_shown in zip(case.underlag.of(OutlineBlock), rows, shows, strict=True)
        for passage in _of_row(entry, row, is_shown=is_shown or _is_unknown(row, case))
    ]
    return (*_with_what_is_within(read), *_unread(case), *_notes(case))


def _rows(case: Case) -> Sequence[OutlineBlock]:
    return case.outline or case.underlag.rows(OutlineBlock)


def _of_row(entry: Entry[OutlineBlock], row: OutlineBlock, *, is_shown: bool) -> Iterator[Passage]:
    """A row's own passage, and one for each heading within its text; ``is_shown``: what is placed in it is."""
    level = (row.level or 1) if row.heading else _DEEPEST
    sections = cut(markdown_at(row.text, entry.source("text")))
    text = "".join(section.text.markdown for section in sections if not section.level).strip()
    filled = bool(text) or is_shown
    yield Passage(row.heading, level, text, entry.place, row.content, _marks(row.part), filled)
    for section in sections:
        if section.level:
            told = section.text.markdown.strip()
            yield Passage(section.heading, level + section.level, told, entry.place, filled=bool(told))


def _marks(typed: str) -> frozenset[str]:
    return frozenset(filter(None, typed.split("; ")))


def _is_unknown(row: OutlineBlock, case: Case) -> bool:
    """Whether something is placed in a row that nobody can tell of."""
    return bool(row.content) and (row.content not in case.components or case.derived is None)


def _shows(row: OutlineBlock, case: Case) -> bool:
    """Whether what is placed in a row shows anything, as far as that is known."""
    component = case.components.get(row.content)
    if component is None or case.derived is None:
        return False
    placement = Placement(case.derived, row.level or 1, row.name, row.layout, components=case.components)
    return any(True for _ in component.blocks(placement))


def _with_what_is_within(read: Sequence[Passage]) -> Iterator[Passage]:
    """A heading tells something where anything under it does, down to the next one as high."""
    for place, passage in enumerate(read):
        within = passage.filled
        for below in read[place + 1 :]:
            if within or below.level <= passage.level:
                break
            within = below.filled
        yield replace(passage, filled=within)


def _unread(case: Case) -> Iterator[Passage]:
    """The rows of the outline that could not be read: nobody knows what they tell, so they tell it."""
    known = {entry.place for entry in case.underlag.of(OutlineBlock)}
    for row in case.underlag.raw[OutlineBlock].rows:
        if row.place not in known:
            heading, content = (row.cells[field].text if field in row.cells else "" for field in ("heading", "content"))
            yield Passage(heading, 1, "", row.place, content)


def _notes(case: Case) -> Iterator[Passage]:
    with_rows = {note.note.key for note in case.derived.notes if note.rows} if case.derived else set()
    for entry in case.underlag.of(Note):
        row = entry.row
        rows = row.key in with_rows
        yield Passage(
            row.title or row.key,
            1,
            row.text,
            entry.source("text"),
            marks=_marks(row.part),
            filled=rows or bool(row.text.strip()),
            has_table=rows,
        )
