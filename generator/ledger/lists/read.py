"""One list of accounts, from a tab, an Excel file or a CSV file, to a Ledger."""

from decimal import Decimal

from generator.findings.finding import Finding
from generator.ground.source import Source
from generator.ledger.lists.columns import Columns, find_columns
from generator.ledger.lists.heads import unit_in
from generator.ledger.lists.lines import Setting, What, read_lines
from generator.ledger.lists.measured import rows_of
from generator.ledger.lists.messages import LIST_NO_ACCOUNTS, LIST_NO_HEADS
from generator.ledger.row import Ledger
from generator.workbook.grid import Grid


def is_list(grid: Grid) -> bool:
    """Whether a tab has the heads of a list of accounts."""
    return find_columns(grid.rows) is not None


def read_list(grid: Grid, place: Source, year: int) -> tuple[Ledger | None, list[Finding]]:
    """Read a list whose cells are ``grid``'s; ``place`` is its tab or file, ``year`` the report's year.

    Returns no Ledger where there is no list, or none that could be understood. An empty tab is no list, and so is one
    with heads and no row below them. Never raises for what the user may have done.
    """
    columns = find_columns(grid.rows)
    if columns is None:
        return None, [LIST_NO_HEADS.found(place, list=str(place), lacking="")] if grid.rows else []
    findings: list[Finding] = []
    setting = Setting(year, _unit(grid, columns))
    lines = read_lines(grid.rows, columns, setting, findings)
    accounts = [line for line in lines if line.what is What.ACCOUNT]
    if not any(line.amounts for line in accounts):
        if any(line.amounts for line in lines):
            findings.append(LIST_NO_ACCOUNTS.found(place, list=str(place), column=columns.heads[columns.account].text))
        return None, findings
    rows = tuple(rows_of(accounts))
    names = {line.account: line.name for line in reversed(accounts) if line.name}
    years = tuple(sorted({row.year for row in rows}, reverse=True))
    units = {setting.unit_of(head) for head in columns.amounts.values()}
    return Ledger(place, rows, names, years, unit=max(units)), findings


def _unit(grid: Grid, columns: Columns) -> Decimal:
    texts = (cell.text for row, cells in grid.rows.items() if row < columns.row for cell in cells.values())
    return unit_in(texts) or Decimal(1)
