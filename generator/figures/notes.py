"""The notes' figures: their rows, sums and numbers, all of them groupings of the Facts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.figures.declaration import Combined, Declaration, Stated, minus, plus
from generator.ground.names import Name, slug, unique
from generator.model.amounts import DIRECT_ADJUSTMENT, TAKEN_OVER
from generator.model.fact import Fact, Measure, Typed
from generator.model.facts import Facts, in_note_row, in_sub_item
from generator.model.registers import TEXT_NOTE, Note
from generator.statements.lines import LINES, code_of
from generator.statements.statement import Line

_ORDER = {code: 2 * place for place, code in enumerate(LINES)}
_ORDER[DIRECT_ADJUSTMENT] = _ORDER[TAKEN_OVER] = _ORDER["equity"] + 1
"""Where in the statements a note's amounts stand; what is adjusted directly or taken over stands with equity."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A row of a note's table: the code of its figure and its label; ``part_of`` (*varav*) is not added."""

    code: str
    label: Name
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

    @property
    def has_costs(self) -> bool:
        """Whether the rows are costs, which may stand with minus; a debt has the sign of the balance sheet."""
        return any(line.effect < 0 for line in self.lines)


def number_notes(notes: Sequence[Note], facts: Facts, year: int) -> tuple[NumberedNote, ...]:
    """Put the notes in the order of the lines they explain, and number them (9 kap. 2 § LKBR).

    A note that explains no line follows the note before it in the tab, or comes first. Notes of amounts without
    any outcome of ``year`` or the year before are left out.
    """
    rows = _rows_typed(facts)
    shown: dict[Name, list[Typed]] = {}
    for fact in facts:
        if fact.note and fact.measure is Measure.OUTCOME and fact.year in {year, year - 1}:
            shown.setdefault(fact.note, []).append(fact)
    place = (-1, 0)
    placed: list[tuple[tuple[int, int], Note, tuple[Typed, ...]]] = []
    for index, note in enumerate(notes):
        own = tuple(shown.get(note.key, ()))
        if not own and note.kind != TEXT_NOTE:
            continue
        place = (min(_ORDER[_line_of(fact)] for fact in own), index) if own else (place[0], index)
        placed.append((place, note, own))
    placed.sort(key=lambda item: item[0])
    codes = unique([f"note.{slug(str(note.key))}" for _, note, _ in placed])
    numbered = enumerate(zip(codes, placed, strict=True), start=1)
    return tuple(_numbered(number, code, note, _in_order(own, rows)) for number, (code, (_, note, own)) in numbered)


def _numbered(number: int, code: str, note: Note, facts: tuple[Typed, ...]) -> NumberedNote:
    explains = tuple(sorted(set(map(_line_of, facts)), key=_ORDER.__getitem__))
    return NumberedNote(number, note, code, explains, _rows(code, facts))


REST = "others"
"""What the code of a line's rest ends with, beside its sub-items."""
_Places = Mapping[tuple[Name, Name, bool], int]
_FIRST, _LAST = -1, 10**9


def _rows_typed(facts: Facts) -> _Places:
    """Where each row of a note is first typed among the amounts themselves, also if only its budget is."""
    found: dict[tuple[Name, Name, bool], int] = {}
    for number, fact in enumerate(facts.amounts):
        if fact.note and not fact.contribution:
            found.setdefault((fact.note, fact.row, fact.part_of), number)
    return found


def _in_order(facts: tuple[Typed, ...], typed: _Places) -> tuple[Typed, ...]:
    """Put a note's amounts in the order typed; contributions where their row has its budget, else before all others."""

    def place(fact: Typed) -> int:
        is_own, part_of = isinstance(fact, Fact) and fact.contribution, isinstance(fact, Fact) and fact.part_of
        return typed.get((fact.note, fact.row, part_of), _FIRST if is_own else _LAST)

    return tuple(sorted(facts, key=place))


def _line_of(fact: Typed) -> str:
    """The code of the line that an amount in a note stands on; a direct adjustment's own."""
    return fact.line.code if isinstance(fact, Fact) else fact.of


def _rows(code: str, facts: tuple[Typed, ...]) -> tuple[NoteRow, ...]:
    labels = dict.fromkeys((fact.row, isinstance(fact, Fact) and fact.part_of) for fact in facts)
    shown_anyway = {fact.row for fact in facts if isinstance(fact, Fact) and fact.show_nil}
    codes = unique([f"{code}.{slug(str(label))}{'.part' if part_of else ''}" for label, part_of in labels])
    return tuple(
        NoteRow(row_code, label, part_of, label in shown_anyway)
        for row_code, (label, part_of) in zip(codes, labels, strict=True)
    )


def note_declarations(numbered: Sequence[NumberedNote], facts: Facts) -> Iterator[Declaration]:
    """Declare each note's rows and its sum, and the lines' sub-items."""
    for each in numbered:
        yield from (_row(each, row) for row in each.rows)
        added = plus(*(row.code for row in each.rows if not row.part_of))
        if added:
            yield Combined(each.code, f"Summa {each.title}", added, flow=each.is_flow)
    for (line, name), code in _sub_items(facts).items():
        yield Stated(code, name, in_sub_item(line, name), flow=line.is_flow)
    for line, codes in _divided(facts).items():
        if any(not (fact.sub_item or fact.part_of) for fact in facts.on(line)):
            rest = (*plus(code_of(line)), *minus(*codes))
            yield Combined(rest_of(line), f"{line.label}, övrigt", rest, flow=line.is_flow)


def rest_of(line: Line) -> str:
    """The code of what of a line stands in none of its sub-items."""
    return f"{code_of(line)}.{REST}"


def sub_item_notes(numbered: Sequence[NumberedNote], facts: Facts) -> dict[str, tuple[int, ...]]:
    """The numbers of the notes that sub-items, and what stands in none of them, have: by their codes."""
    numbers = {each.note.key: each.number for each in numbered}
    codes = _sub_items(facts)
    found: dict[str, set[int]] = {}
    for fact in facts.amounts:
        if fact.note in numbers and not fact.part_of:
            code = codes[fact.line, fact.sub_item] if fact.sub_item else rest_of(fact.line)
            found.setdefault(code, set()).add(numbers[fact.note])
    return {code: tuple(sorted(each)) for code, each in found.items()}


def _divided(facts: Facts) -> dict[Line, tuple[str, ...]]:
    """The lines that have sub-items, with the codes of these."""
    found: dict[Line, tuple[str, ...]] = {}
    for (line, _), code in _sub_items(facts).items():
        found[line] = (*found.get(line, ()), code)
    return found


def sub_items_shown(facts: Facts) -> set[str]:
    """The codes of the sub-items that are shown even when they are nil."""
    kept = {(fact.line, fact.sub_item) for fact in facts.amounts if fact.sub_item and fact.show_nil}
    return {code for named, code in _sub_items(facts).items() if named in kept}


def sub_items(facts: Facts) -> dict[str, tuple[tuple[str, str], ...]]:
    """The codes and labels of each line's sub-items (*delposter*, 5 kap. 3 § and 6 kap. 3 § LKBR), in their order."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for (line, name), code in _sub_items(facts).items():
        found[line.code] = (*found.get(line.code, ()), (code, _part_label(name, facts)))
    return found


def _part_label(name: Name, facts: Facts) -> str:
    """What a sub-item is called below its line; a name that is typed may be a proper one, and is left as it is."""
    if name.lower().startswith("varav "):
        return name
    is_derived = all(fact.rolled for fact in facts.amounts if fact.sub_item == name)
    return f"varav {name.lower() if is_derived else name}"


def _sub_items(facts: Facts) -> dict[tuple[Line, Name], str]:
    """Each sub-item's code, by its line and name."""
    named = dict.fromkeys((fact.line, fact.sub_item) for fact in facts.amounts if fact.sub_item)
    codes = unique([f"{code_of(line)}.{slug(str(name), but=(REST,))}" for line, name in named])
    return dict(zip(named, codes, strict=True))


def _row(each: NumberedNote, row: NoteRow) -> Stated:
    where = in_note_row(each.note.key, row.label)
    return Stated(row.code, row.label, where, flow=each.is_flow, part_of=row.part_of)
