"""The columns of *Avstämning*: what the report shows, what the note shows, and what the ledger has; each difference."""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit.expressions import Expression, total
from generator.audit.ledger_rows import LedgerRows
from generator.audit.line_sums import NO_NOTE, OF_HAND, LineSums
from generator.audit.matter import Matter
from generator.figures.figure import FigureId
from generator.figures.table import Cell as TableCell
from generator.figures.table import Table, shown_number
from generator.ground.formatting import UNIT_FACTORS
from generator.ledger.became import Use
from generator.statements.statement import Line
from generator.workbook.sheets import EMPTY, Cell

Printed = tuple[TableCell, Table]
"""A cell of a table of the report, and the table."""


def shown_of(printed: Printed | None, number: int, summed: Expression) -> Iterator[Cell]:
    """What the report shows, its unit, what the rows come to, and the difference in the report's own unit."""
    if printed is None:
        yield from (Cell("visas inte"), EMPTY, summed.cell(), EMPTY)
        return
    shown, value = _number(printed)
    yield shown
    yield Cell(printed[1].unit)
    yield summed.cell()
    wanted = _as_shown(Expression(f"F{number}", summed.value), printed)
    yield (Expression(f"N(D{number})", value) - wanted).difference()


def of_note(  # noqa: PLR0913, PLR0917 - a line of a year and where its row is
    matter: Matter, sums: LineSums, line: Line, year: int, number: int, refers: tuple[int, ...]
) -> Iterator[Cell]:
    """What a line's note shows, where it has one that is of nothing else; what stands outside it; the difference."""
    notes = [each for each in matter.derived.notes if each.number in refers]
    note = notes[0] if len(notes) == 1 and notes[0].explains == (line.code,) else None
    printed = matter.printed_in(note.code, FigureId(note.code, year)) if note else None
    if printed is None:
        yield from (EMPTY, EMPTY, EMPTY)
        return
    shown, value = _number(printed)
    outside = sums.of_line(line, year, f"$B{number}", only=NO_NOTE)
    inside = Expression(f"F{number}", sums.of_line(line, year).value) - Expression(f"I{number}", outside.value)
    yield shown
    yield outside.cell()
    yield (Expression(f"N(H{number})", value) - _as_shown(inside, printed)).difference()


def of_ledger(  # noqa: PLR0913, PLR0917 - a line of a year and where its row is
    sums: LineSums, ledger: LedgerRows, line: Line, year: int, number: int, summed: Expression
) -> Iterator[Cell]:
    """What the ledger has of a line, what is typed beside it, and the difference; nothing where it has nothing."""
    booked = ledger.of(line, year, Use.BOOKED, f"$B{number}")
    found = booked or ledger.of(line, year, Use.COMPARED, f"$B{number}")
    if found is None:
        yield from (EMPTY, EMPTY, EMPTY)
        return
    parts = [(1, Expression(f"F{number}", summed.value)), (-1, Expression(f"K{number}", found.value))]
    yield found.cell()
    if sums.has_booked(line, year):
        beside = sums.of_line(line, year, f"$B{number}", only=OF_HAND)
        parts.append((-1, Expression(f"L{number}", beside.value)))
        yield beside.cell()
    else:
        yield EMPTY
    yield total(parts).difference()


def _number(printed: Printed) -> tuple[Cell, Decimal]:
    """What is printed as a cell, and as a number: a dash is nothing, which counts as nil."""
    value = shown_number(*printed)
    return (Cell(value), value) if isinstance(value, Decimal) else (Cell("–"), Decimal(0))


def _as_shown(amount: Expression, printed: Printed) -> Expression:
    cell, table = printed
    return amount.shown(UNIT_FACTORS[table.unit], table.decimals).times(cell.sign)
