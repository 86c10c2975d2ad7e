"""What is told of a list's form: its columns, its period, its hidden rows."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from generator.findings.finding import Finding
from generator.findings.message import LISTED
from generator.ground.formatting import enumerated, first_of, so_many
from generator.ground.source import Source
from generator.ledger.lists.columns import Columns
from generator.ledger.lists.csv_text import TextGrid
from generator.ledger.lists.heads import Kind, SideOf
from generator.ledger.lists.lines import Line, Setting, What
from generator.ledger.lists.messages import (
    LIST_COLUMN_TWICE,
    LIST_HIDDEN_ROWS,
    LIST_NO_CLOSING,
    LIST_PART_OF_YEAR,
    LIST_RAGGED,
    LIST_STRANGERS,
)
from generator.ledger.lists.periods import Moment
from generator.ledger.lists.titles import period_above
from generator.ledger.row import is_balance
from generator.model.values import RawCell
from generator.workbook.grid import Grid


def form_findings(
    grid: Grid, place: Source, columns: Columns, setting: Setting, lines: Sequence[Line]
) -> Iterator[Finding]:
    """Tell of a list's columns, period and hidden rows."""
    accounts = [line for line in lines if line.what is What.ACCOUNT]
    yield from _ragged(place, columns, grid, accounts)
    yield from _strangers(grid, place, columns, accounts)
    yield from _columns_twice(grid, columns, accounts)
    yield from _period(grid, place, columns, setting)
    yield from _closing(place, columns, accounts)
    hidden = [line.place for line in accounts if line.row in grid.marks.rows and line.amounts]
    if hidden:
        yield LIST_HIDDEN_ROWS.found(*hidden, list=str(place), rows=so_many(len(hidden), "dold rad", "dolda rader"))


def _ragged(place: Source, columns: Columns, grid: Grid, accounts: Sequence[Line]) -> Iterator[Finding]:
    """Rows of a text file that have more fields than the heads: what parts the fields stands within them too."""
    if not isinstance(grid, TextGrid):
        return
    heads = grid.fields[columns.row]
    longer = [line.place for line in accounts if grid.fields[line.row] > heads]
    if len(longer) * 2 > len(accounts):
        yield LIST_RAGGED.found(*longer, list=str(place), rows=so_many(len(longer), "rad", "rader"))


def _strangers(grid: Grid, place: Source, columns: Columns, accounts: Sequence[Line]) -> Iterator[Finding]:
    """Columns that nobody knows, and those without a head, that hold numbers in the rows of accounts."""
    numbers: dict[int, Source] = {}
    known = columns.known
    for line in accounts:
        for column in grid.rows[line.row].keys() - known:
            cell = grid.rows[line.row][column]
            if column not in numbers and _is_number(cell):
                numbers[column] = cell.source
    if numbers:
        heads = [
            f"”{columns.heads[column].text}”" if column in columns.heads else f"kolumnen utan rubrik vid {first.cell}"
            for column, first in sorted(numbers.items())
        ]
        cells = (grid.source(columns.row, column) for column in sorted(numbers))
        yield LIST_STRANGERS.found(*cells, list=str(place), columns=enumerated(first_of(heads, LISTED)))


def _is_number(cell: RawCell) -> bool:
    if isinstance(cell.value, bool):
        return False
    if isinstance(cell.value, int | float | Decimal):
        return bool(cell.value)
    return isinstance(cell.value, str) and any(map(str.isdigit, cell.value)) and not any(map(str.isalpha, cell.value))


def _columns_twice(grid: Grid, columns: Columns, accounts: Sequence[Line]) -> Iterator[Finding]:
    """Columns of which only the first is read, where they do not say the same."""
    for one, other in columns.twice:
        for line in accounts:
            cells = grid.rows[line.row]
            first, second = (_shown(cells.get(column)) for column in (one, other))
            if first != second and second:
                heads = columns.heads
                values = {"one": heads[one].text, "other": heads[other].text, "row": line.row}
                places = (grid.source(row, column) for row, column in ((columns.row, other), (line.row, one)))
                yield LIST_COLUMN_TWICE.found(*places, **values)
                break


def _shown(cell: RawCell | None) -> str:
    return cell.text.strip() if cell else ""


def _period(grid: Grid, place: Source, columns: Columns, setting: Setting) -> Iterator[Finding]:
    """A list that ends before the year does, or begins after it has begun."""
    ending = next(((column, head.until) for column, head in columns.amounts.items() if head.until), None)
    if ending and ending[1]:
        period = f"till och med {ending[1]}"
        source = grid.source(columns.row, ending[0])
        yield LIST_PART_OF_YEAR.found(source, list=str(place), period=period, year=ending[1].year)
        return
    said = period_above(grid.rows, columns)
    if said and said[1].year == setting.year:
        first, last = said
        late = first != last and first.year == last.year and first.month > 1
        if late or not last.ends_year:
            yield LIST_PART_OF_YEAR.found(place, list=str(place), period=_said(first, last), year=setting.year)


def _said(first: Moment, last: Moment) -> str:
    return f"till och med {last}" if first == last else f"{first} till {last}"


def _closing(place: Source, columns: Columns, accounts: Sequence[Line]) -> Iterator[Finding]:
    """A list of what was booked in the year, without any balance; debit and credit may be either."""
    kinds = {head.kind for head in columns.amounts.values()}
    balances = [line for line in accounts if is_balance(line.account) and line.amounts]
    years: dict[int, set[Kind]] = {}
    for kind, year in chain.from_iterable(line.amounts for line in balances):
        years.setdefault(year, set()).add(kind)
    if not balances:
        return
    sides = any(head.side is not SideOf.BOTH for head in columns.amounts.values())
    turnover = sides and any(amount.several for line in balances for amount in line.amounts.values())
    has_balances = bool(kinds & {Kind.CLOSING, Kind.OPENING})
    for year in sorted(years, reverse=True):
        if (turnover and not has_balances) or years[year] - {Kind.BUDGET} == {Kind.CHANGE}:
            yield LIST_NO_CLOSING.found(place, list=str(place), year=year)
