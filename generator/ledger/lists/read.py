"""One list of accounts, from a tab, an Excel file or a CSV file, to a Ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.findings.finding import Finding
from generator.ground.formatting import so_many
from generator.ground.source import Source
from generator.ledger.lists.accounts import accounts_of, groups
from generator.ledger.lists.amounts import once_per_column
from generator.ledger.lists.columns import Columns
from generator.ledger.lists.head_row import find_columns
from generator.ledger.lists.heads import Kind, SideOf
from generator.ledger.lists.judge_amounts import Nature, signed
from generator.ledger.lists.judge_form import form_findings
from generator.ledger.lists.judge_rows import rows_findings
from generator.ledger.lists.lines import Line, Setting, What, accounts_above, read_lines
from generator.ledger.lists.measured import rows_of
from generator.ledger.lists.messages import (
    LIST_NO_ACCOUNTS,
    LIST_NO_HEADS,
    LIST_OF_VERIFICATIONS,
    LIST_ROWS_ABOVE,
    LIST_SEVERAL_BESIDE,
)
from generator.ledger.lists.sums import sum_findings
from generator.ledger.lists.titles import unit_above, year_of
from generator.ledger.row import Ledger, Measured
from generator.workbook.grid import Grid

_ENDING = {Kind.CLOSING, Kind.OUTCOME}


def is_list(grid: Grid) -> bool:
    """Whether a tab has the heads of a list of accounts, also one over the accounts."""
    return find_columns(grid.rows, headed=True) is not None


def read_list(grid: Grid, place: Source, year: int) -> tuple[Ledger | None, list[Finding]]:
    """Read a list whose cells are ``grid``'s; ``place`` is its tab or file, ``year`` the report's year.

    Returns no Ledger where there is no list, or none that could be understood. An empty tab is no list, and so is one
    with heads and no row below them. Never raises for what the user may have done.
    """
    columns = find_columns(grid.rows)
    if columns is None:
        return None, [LIST_NO_HEADS.found(place, list=str(place))] if grid.rows else []
    if heads := columns.verifications:
        named = columns.heads[heads[0]].text
        return None, [LIST_OF_VERIFICATIONS.found(grid.source(columns.row, heads[0]), list=str(place), column=named)]
    if columns.other_accounts:
        others = (grid.source(columns.row, each) for each in (columns.account, *columns.other_accounts))
        return None, [LIST_SEVERAL_BESIDE.found(*others, list=str(place))]
    setting = Setting(year_of(grid.rows, columns, place, year), unit_above(grid.rows, columns))
    lost = accounts_above(grid.rows, columns)
    findings = (
        [LIST_ROWS_ABOVE.found(*lost, list=str(place), accounts=so_many(len(lost), "konto", "konton"), row=columns.row)]
        if lost
        else []
    )
    lines = read_lines(grid.rows, columns, setting, findings)
    findings = once_per_column(findings)
    return _ledger(_List(grid, place, columns, setting, lines), findings)


@dataclass(frozen=True, slots=True)
class _List:
    grid: Grid
    place: Source
    columns: Columns
    setting: Setting
    lines: Sequence[Line]

    @property
    def unit(self) -> Decimal:
        """The coarsest unit of its columns."""
        return max(self.setting.unit_of(head) for head in self.columns.amounts.values())

    @property
    def is_sided(self) -> bool:
        """Whether its balances and results stand in debit and credit."""
        if self.columns.side:
            return True
        return any(head.side is not SideOf.BOTH and head.kind in _ENDING for head in self.columns.amounts.values())

    @property
    def rounding(self) -> Decimal:
        """What its amounts are rounded to: its unit; nil where any is told more exactly."""
        unit = self.unit
        exact = any(amount.value % unit for line in self.lines for amount in line.amounts.values())
        return Decimal(0) if exact else unit


def _ledger(read: _List, findings: list[Finding]) -> tuple[Ledger | None, list[Finding]]:
    place, columns = read.place, read.columns
    accounts = accounts_of(line for line in read.lines if line.what is What.ACCOUNT)
    if not any(line.amounts for account in accounts for line in account.lines):
        if not findings and any(line.amounts for line in read.lines):
            head = columns.account_head
            findings.append(LIST_NO_ACCOUNTS.found(place, list=str(place), column=head))
        return None, findings
    sums = list(groups(accounts))
    left_out = {account.number for account in sums}
    kept = [account for account in accounts if account.number not in left_out]
    rows = tuple(row for account in kept for row in rows_of(account))
    broken = any(line.broken for account in accounts for line in account.lines)
    rounding = read.rounding
    turned, told, is_nil = signed(rows, place, Nature(rounding, not broken, read.is_sided))
    counted = {line.row for account in kept for line in account.parts}
    findings += form_findings(read.grid, place, columns, read.setting, read.lines)
    findings += rows_findings(kept, sums, columns, rounding=rounding, is_nil=is_nil)
    findings += sum_findings(read.lines, counted, rounding)
    findings += told
    names = {account.number: account.name for account in accounts if account.name}
    # A budget alone, of next year, does not make the list one of that year.
    booked = {row.year for row in turned if row.amounts.keys() - {Measured.BUDGET}}
    years = tuple(sorted(booked or {row.year for row in turned}, reverse=True))
    return Ledger(place, turned, names, years, unit=read.unit), findings
