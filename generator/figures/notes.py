"""The notes' figures: their rows, sums and numbers, all of them groupings of the Facts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.figures.engine import Combined, Declaration, Stated, plus
from generator.figures.statements import code_of
from generator.model.fact import Fact
from generator.model.lines import LINES, Line
from generator.model.registers import TEXT_NOTE, Note
from generator.names import folded, slug

_ORDER = {code: place for place, code in enumerate(LINES)}


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A row of a note's table: the code of its figure and its label; ``part_of`` (*varav*) is not added."""

    code: str
    label: str
    part_of: bool
    show_nil: bool


@dataclass(frozen=True, slots=True)
class NumberedNote:
    """A note with its number, its rows in the order typed, and the lines of the statements that it explains."""

    number: int
    note: Note
    code: str
    lines: tuple[Line, ...]
    rows: tuple[NoteRow, ...]

    @property
    def title(self) -> str:
        """The heading without the number."""
        return self.note.title or self.note.key

    @property
    def is_flow(self) -> bool:
        """Whether the rows are a period's; a note without rows is a period's too."""
        return all(line.is_flow for line in self.lines)


def number_notes(notes: Sequence[Note], facts: Sequence[Fact]) -> tuple[NumberedNote, ...]:
    """Put the notes in the order of the lines they explain, and number them (9 kap. 2 § LKBR).

    A note that explains no line follows the note before it in the tab, or comes first. Notes of amounts without
    any amount are left out.
    """
    place = (-1, 0)
    placed: list[tuple[tuple[int, int], Note, tuple[Fact, ...]]] = []
    for index, note in enumerate(notes):
        own = tuple(fact for fact in facts if folded(fact.note) == folded(note.key) and fact.line in LINES)
        if own:
            place = (min(_ORDER[fact.line] for fact in own), index)
        elif note.kind != TEXT_NOTE:
            continue
        else:
            place = (place[0], index)
        placed.append((place, note, own))
    placed.sort(key=lambda item: item[0])
    return tuple(_numbered(number, note, own) for number, (_, note, own) in enumerate(placed, start=1))


def _numbered(number: int, note: Note, facts: tuple[Fact, ...]) -> NumberedNote:
    code = f"note.{slug(note.key)}"
    lines = tuple(LINES[line] for line in sorted({fact.line for fact in facts}, key=_ORDER.__getitem__))
    labels: dict[tuple[str, bool], str] = {}
    for fact in sorted(facts, key=lambda fact: (fact.source.order, fact.source.row)):
        labels.setdefault((slug(fact.row), fact.part_of), fact.row)
    rows = tuple(
        NoteRow(
            f"{code}.{name}{'.part' if part_of else ''}",
            label,
            part_of,
            any(fact.show_nil for fact in facts if slug(fact.row) == name),
        )
        for (name, part_of), label in labels.items()
    )
    return NumberedNote(number, note, code, lines, rows)


def note_declarations(numbered: Sequence[NumberedNote], facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare each note's rows and its sum, and the lines' sub-items."""
    for each in numbered:
        yield from (_row(each, row) for row in each.rows)
        added = plus(*(row.code for row in each.rows if not row.part_of))
        if added:
            yield Combined(each.code, f"Summa {each.title}", added, flow=each.is_flow)
    named = {(fact.line, slug(fact.sub_item)): fact.sub_item for fact in facts if fact.sub_item}
    for (line, name), label in named.items():
        yield Stated(_sub_item_code(line, name), label, _in_sub_item(line, name), flow=LINES[line].is_flow)


def sub_items(facts: Sequence[Fact]) -> dict[str, tuple[str, ...]]:
    """The codes of each line's sub-items (*delposter*, 5 kap. 3 § and 6 kap. 3 § LKBR), in the order typed."""
    found: dict[str, tuple[str, ...]] = {}
    for fact in facts:
        code = _sub_item_code(fact.line, slug(fact.sub_item)) if fact.sub_item else ""
        if code and code not in found.get(fact.line, ()):
            found[fact.line] = (*found.get(fact.line, ()), code)
    return found


def _sub_item_code(line: str, name: str) -> str:
    return f"{code_of(LINES[line])}.{name}"


def _in_sub_item(line: str, name: str) -> Callable[[Fact], bool]:
    return lambda fact: fact.line == line and bool(fact.sub_item) and slug(fact.sub_item) == name


def _row(each: NumberedNote, row: NoteRow) -> Stated:
    note, name = folded(each.note.key), slug(row.label)
    return Stated(
        row.code,
        row.label,
        lambda fact: folded(fact.note) == note and slug(fact.row) == name,
        flow=each.is_flow,
        part_of=row.part_of,
    )
