"""The notes' figures: their rows, sums and numbers, all of them groupings of the Facts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.figures.declaration import Combined, Declaration, Stated, plus
from generator.ground.names import folded, slug
from generator.model.amounts import DIRECT_ADJUSTMENT
from generator.model.fact import Fact, Measure
from generator.model.registers import TEXT_NOTE, Note
from generator.statements.lines import LINES, code_of
from generator.statements.statement import Line

_ORDER = {code: 2 * place for place, code in enumerate(LINES)}
_ORDER[DIRECT_ADJUSTMENT] = _ORDER["equity"] + 1
"""Where in the statements a note's amounts stand; what is adjusted directly stands with equity."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A row of a note's table: the code of its figure and its label; ``part_of`` (*varav*) is not added."""

    code: str
    label: str
    part_of: bool
    show_nil: bool


@dataclass(frozen=True, slots=True)
class NumberedNote:
    """A note with its number, its rows in the order typed, and the codes of the lines that it explains."""

    number: int
    note: Note
    code: str
    explains: tuple[str, ...]
    rows: tuple[NoteRow, ...]

    @property
    def title(self) -> str:
        """The heading without the number."""
        return self.note.title or self.note.key

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the statements that the note explains."""
        return tuple(LINES[code] for code in self.explains if code in LINES)

    @property
    def is_flow(self) -> bool:
        """Whether the rows are a period's; a note without rows is a period's too."""
        return all(line.is_flow for line in self.lines)


def number_notes(notes: Sequence[Note], facts: Sequence[Fact], year: int) -> tuple[NumberedNote, ...]:
    """Put the notes in the order of the lines they explain, and number them (9 kap. 2 § LKBR).

    A note that explains no line follows the note before it in the tab, or comes first. Notes of amounts without
    any outcome of ``year`` or the year before are left out.
    """
    shown = [fact for fact in facts if fact.measure is Measure.OUTCOME and fact.year in {year, year - 1}]
    place = (-1, 0)
    placed: list[tuple[tuple[int, int], Note, tuple[Fact, ...]]] = []
    for index, note in enumerate(notes):
        own = tuple(fact for fact in shown if folded(fact.note) == folded(note.key) and fact.line in _ORDER)
        if not own and note.kind != TEXT_NOTE:
            continue
        place = (min(_ORDER[fact.line] for fact in own), index) if own else (place[0], index)
        placed.append((place, note, own))
    placed.sort(key=lambda item: item[0])
    codes = _unique([f"note.{slug(note.key)}" for _, note, _ in placed])
    numbered = enumerate(zip(codes, placed, strict=True), start=1)
    return tuple(_numbered(number, code, note, own) for number, (code, (_, note, own)) in numbered)


def _numbered(number: int, code: str, note: Note, facts: tuple[Fact, ...]) -> NumberedNote:
    explains = tuple(sorted({fact.line for fact in facts}, key=_ORDER.__getitem__))
    return NumberedNote(number, note, code, explains, _rows(code, facts))


def _rows(code: str, facts: tuple[Fact, ...]) -> tuple[NoteRow, ...]:
    labels: dict[tuple[str, bool], str] = {}
    for fact in sorted(facts, key=lambda fact: (fact.source.order, fact.source.row)):
        labels.setdefault((folded(fact.row), fact.part_of), fact.row)
    shown_anyway = {folded(fact.row) for fact in facts if fact.show_nil}
    codes = _unique([f"{code}.{slug(name)}{'.part' if part_of else ''}" for name, part_of in labels])
    return tuple(
        NoteRow(row_code, label, part_of, name in shown_anyway)
        for row_code, ((name, part_of), label) in zip(codes, labels.items(), strict=True)
    )


def _unique(codes: Sequence[str]) -> list[str]:
    """Tell codes apart that two different names gave, as ``< 1 år`` and ``> 1 år`` do."""
    seen: dict[str, int] = {}
    told_apart = []
    for code in codes:
        seen[code] = seen.get(code, 0) + 1
        told_apart.append(code if seen[code] == 1 else f"{code}_{seen[code]}")
    return told_apart


def note_declarations(numbered: Sequence[NumberedNote], facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare each note's rows and its sum, and the lines' sub-items."""
    for each in numbered:
        yield from (_row(each, row) for row in each.rows)
        added = plus(*(row.code for row in each.rows if not row.part_of))
        if added:
            yield Combined(each.code, f"Summa {each.title}", added, flow=each.is_flow)
    for (line, name), (code, label) in _sub_items(facts).items():
        yield Stated(code, label, _in_sub_item(line, name), flow=LINES[line].is_flow)


def sub_items(facts: Sequence[Fact]) -> dict[str, tuple[str, ...]]:
    """The codes of each line's sub-items (*delposter*, 5 kap. 3 § and 6 kap. 3 § LKBR), in the order typed."""
    found: dict[str, tuple[str, ...]] = {}
    for (line, _), (code, _) in _sub_items(facts).items():
        found[line] = (*found.get(line, ()), code)
    return found


def _sub_items(facts: Sequence[Fact]) -> dict[tuple[str, str], tuple[str, str]]:
    """Each sub-item's code and label, by its line and folded name."""
    labels: dict[tuple[str, str], str] = {}
    for fact in facts:
        if fact.sub_item:
            labels.setdefault((fact.line, folded(fact.sub_item)), fact.sub_item)
    codes = _unique([f"{code_of(LINES[line])}.{slug(name)}" for line, name in labels])
    return {key: (code, label) for code, (key, label) in zip(codes, labels.items(), strict=True)}


def _in_sub_item(line: str, name: str) -> Callable[[Fact], bool]:
    return lambda fact: fact.line == line and bool(fact.sub_item) and folded(fact.sub_item) == name


def _row(each: NumberedNote, row: NoteRow) -> Stated:
    note, name = folded(each.note.key), folded(row.label)
    return Stated(
        row.code,
        row.label,
        lambda fact: folded(fact.note) == note and folded(fact.row) == name,
        flow=each.is_flow,
        part_of=row.part_of,
    )
