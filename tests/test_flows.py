"""Disposals, loans, provisions, first years and mergers: the program keeps the books that a ledger keeps."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from random_flows import CASH, YEAR, Ledger, Year, booked
from random_underlag import Drawn

from generator.checks.messages_amounts import ADJUSTMENT_NOT_RESTATED
from generator.figures.figure import Figure, FigureId, Span, period_year
from generator.findings.finding import Finding
from generator.statements.cash_flow import (
    CASH_DIFFERENCE,
    CLOSING_CASH,
    FINANCIAL_PURCHASES,
    FINANCING,
    INVESTING,
    LIQUID,
    OPERATING,
    PAYMENTS,
    PURCHASES,
)
from generator.statements.lines import code_of
from generator.subjects.investments.figures import TOTAL
from generator.subjects.registry import all_rules
from generator.view.table import table_view

pytestmark = pytest.mark.slow

EACH = 8
SECTIONS = (OPERATING, INVESTING, FINANCING)
MODULES = (
    *(f"generator.checks.{name}" for name in ("amounts", "content", "plausible_amounts", "unlikely")),
    *(f"generator.subjects.{name}" for name in ("roll_forward", "merger", "investments", "balance_requirement")),
)
RULES = ("roll_", "merger_", "investment", "balance_", "cash_", "adjustment_", "opening_", "sum_", "note_")


@pytest.mark.parametrize("block", range(8))
def test_the_program_keeps_the_books_of_the_ledger(block: int) -> None:
    for seed in range(block * EACH, (block + 1) * EACH):
        wrong = list(disagreements(*booked(seed)))
        assert not wrong, f"seed {seed}: {wrong}"


def disagreements(ledger: Ledger, drawn: Drawn) -> Iterator[str]:
    """All that the program has otherwise than the ledger; nothing where the two agree."""
    for number, year in ledger.years.items():
        for what, ours, theirs in (*_statements(ledger, drawn, number, year), *_parts(drawn, number, year)):
            if ours != theirs:
                yield f"{number} {what}: {theirs} in the ledger, {ours} in the report"
    yield from _tables_of_a_first_year(ledger, drawn)
    yield from _periods(ledger, drawn)
    codes = {finding.code for finding in told(drawn)}
    if any(row["year"] == YEAR for row in ledger.adjustments) != (ADJUSTMENT_NOT_RESTATED.code in codes):
        yield "an adjustment that leaves last year's column is told, and no other"
    yield from (f"told for nothing: {code}" for code in codes - {ADJUSTMENT_NOT_RESTATED.code})


def _statements(ledger: Ledger, drawn: Drawn, number: int, year: Year) -> Iterator[tuple[str, Decimal, Decimal]]:
    value = drawn.value
    nothing = Decimal(0)
    yield "balance", value("balance_sheet.difference", number), nothing
    yield "cash flow", value(CASH_DIFFERENCE, number), nothing
    yield "cash", value(CLOSING_CASH, number), year.closing[CASH]
    yield "liquid", value(LIQUID, number), year.closing[CASH]
    yield "result", value("income_statement.net_result", number), year.result
    yield "equity", value("balance_sheet.equity", number), year.equity
    operating = year.flows["operating"] + year.flows["payments"]
    for code, flow in zip(SECTIONS, (operating, year.flows["investing"], year.flows["financing"]), strict=True):
        yield code, value(code, number), Decimal(flow)
    before = ledger.years[number - 1].closing[CASH] if number - 1 in ledger.years else ledger.other_opening
    yield (
        "change",
        value("cash_flow.net", number) + _optional(drawn, "changes.taken_over.liquid_assets", number),
        (year.closing[CASH] - before),
    )


def _parts(drawn: Drawn, number: int, year: Year) -> Iterator[tuple[str, Decimal, Decimal]]:
    bought = _optional(drawn, PURCHASES, number) + _optional(drawn, FINANCIAL_PURCHASES, number)
    yield "bought in the cash flow", -bought, year.bought
    yield "bought in the investment statement", _optional(drawn, TOTAL, number), year.bought
    yield "net of investments", drawn.value("cash_flow.fixed_assets", number), Decimal(0)
    yield "payments of provisions", _optional(drawn, PAYMENTS, number), Decimal(year.flows["payments"])
    yield "results of what was sold", -_optional(drawn, "cash_flow.disposal_results", number), year.gains
    yield "taken over", _optional(drawn, "balance_sheet.taken_over_equity", number), year.taken_equity
    for note in drawn.derived.notes:
        for line in note.lines:
            in_note = drawn.value(note.code, number)
            yield f"note {note.title}", in_note, drawn.value(code_of(line), number)


def _optional(drawn: Drawn, code: str, year: int) -> Decimal:
    figure = drawn.derived.figures.get(FigureId(code, year))
    return figure.amount if figure else Decimal(0)


def _tables_of_a_first_year(ledger: Ledger, drawn: Drawn) -> Iterator[str]:
    """A first year is shown alone: no column of the year before, and no row of nothing but that year."""
    for table in drawn.tables if ledger.first else ():
        years = {period_year(column.period) for column in table.columns if not column.head}
        heads = " ".join(f"{column.span} {column.head}" for column in table.columns)
        if years - {YEAR} or str(YEAR - 1) in heads:
            yield f"{table.title} has a column of {YEAR - 1}"
        for row in table.rows:
            figures = [cell.of for cell in row.cells if isinstance(cell.of, Figure)]
            if figures and all(figure.key.year != YEAR for figure in figures) and not row.label.endswith("början"):
                yield f"{table.title} has no {row.label}"


def _periods(ledger: Ledger, drawn: Drawn) -> Iterator[str]:
    """A short year is told with its days, in every table of it: in the head, or below."""
    first = ledger.first_day
    if first is None or (first.month, first.day) == (1, 1):
        return
    for table in drawn.tables:
        of_it = [
            column
            for column in table.columns
            if isinstance(column.period, Span) and column.period.end.year == first.year
        ]
        told = table_view(table, "t", ())
        text = " ".join((*(" ".join(head.lines) for head in told.heads), *table.notes))
        if of_it and first.isoformat() not in text and f"{first:%y%m%d}" not in text:
            yield f"{table.title} does not say that the year began {first}"


def told(drawn: Drawn) -> list[Finding]:
    """What the rules of balances, flows and notes find, where nothing is wrong."""
    own = [rule for rule in all_rules() if rule.__module__.startswith(MODULES)]
    found = [finding for rule in own for finding in rule(drawn.case)]
    return [finding for finding in found if finding.code.startswith(RULES)]
