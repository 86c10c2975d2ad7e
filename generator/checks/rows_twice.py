"""Rows that stand twice, in all tabs: one that was typed again, and a block of rows that was pasted again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.blocks.case import Case
from generator.causes.cells import sheet
from generator.checks.messages_unlikely import ROW_TWICE
from generator.findings.finding import Finding
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.columns import AmountColumn
from generator.model.rows import Entry, Row, column_of
from generator.model.underlag import Underlag

_LEAST = 2
"""So many fields are filled in a row that is not like another by chance."""
_BOOKED = (IncomeOrCost, BalanceItem, OpeningBalance)
"""Where a row without amounts says nothing."""


@dataclass(frozen=True, slots=True)
class _Again:
    """Rows that stand again, and the first ones that they are like."""

    rows: Sequence[Entry[Row]]
    first: Sequence[Entry[Row]]


def rows_stand_once(case: Case) -> Iterator[Finding]:
    """No row is like another in all that is typed in it; rows pasted together are told together."""
    for model, entries in case.underlag.entries.items():
        typed = [each for each in entries if each.place.row and not each.is_booked and _says_something(each.row)]
        for again in _blocks(typed, repeats=model.repeats):
            counts = _amounts(again.rows[0].row) and model in _BOOKED
            values = {
                "which": "Raden är likadan" if len(again.rows) == 1 else f"{_rows(again.rows)} är likadana",
                "other": _rows(again.first).lower(),
                "so": "Beloppen räknas då två gånger." if counts else "Det som står där är då med två gånger.",
                "name": _name(again.rows[0], case.underlag),
                "row": again.rows[0].place.row,
            }
            places = (entry.place for entry in (*again.rows, *again.first))
            yield ROW_TWICE.found(*places, **values)


def _says_something(row: Row) -> bool:
    """Whether two rows like this are one too many, and no other rule says so."""
    if row.twice_is_told or sum(map(bool, row.model_dump().values())) < _LEAST:
        return False
    return not isinstance(row, _BOOKED) or any(_amounts(row))


def _amounts(row: Row) -> list[object]:
    model = type(row)
    names = (name for name, info in model.model_fields.items() if isinstance(column_of(info), AmountColumn))
    return [amount for name in names if (amount := getattr(row, name))]


def _blocks(entries: Sequence[Entry[Row]], *, repeats: bool) -> Iterator[_Again]:
    """The rows that stand again, in as few blocks as may be: each like a block above, or all like one row."""
    seen: dict[object, int] = {}
    blocks: list[list[tuple[int, int]]] = []
    for number, entry in enumerate(entries):
        first = seen.setdefault((type(entry.row), *tuple(entry.row)), number)
        if first == number or (repeats and entries[number - 1].row != entry.row):
            continue
        last = blocks[-1] if blocks else [(-1, -1)]
        pasted = last[-1] == (number - 1, first - 1) or (last[-1] == (number - 1, first) and last[0][1] == first)
        if pasted:
            last.append((number, first))
        else:
            blocks.append([(number, first)])
    for block in blocks:
        firsts = dict.fromkeys(first for _, first in block)
        yield _Again([entries[number] for number, _ in block], [entries[first] for first in firsts])


def _rows(entries: Sequence[Entry[Row]]) -> str:
    numbers = [entry.place.row for entry in entries]
    return f"Rad {numbers[0]}" if len(numbers) == 1 else f"Raderna {numbers[0]}–{numbers[-1]}"


def _name(entry: Entry[Row], underlag: Underlag) -> str:
    words = (str(value) for _, value in entry.row if isinstance(value, str) and value)
    return sheet(underlag).name_of(entry) or next(words, "")
