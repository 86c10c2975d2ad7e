"""The part of a form that asks what an insats has cost: its kinds of cost, with room for some of its own."""

from decimal import Decimal

from generator.forms.asked import OF_COSTS, keys_of, typed
from generator.forms.asking import Asking, section
from generator.ground.source import column_letter
from generator.model.rows import column_of, heading
from generator.model.values import RawRow
from generator.subjects.insatser.rows_accounts import ONE_KIND, InsatsCost
from generator.workbook.form_page import Address, Look, PageBuilder

ROOM, LEAST = 3, 6
"""Rows in which an insats names kinds of cost of its own, and how many rows there are at least."""
_KIND, _REPORTED, _BUDGET = 1, 2, 3
_REPORTED_LETTER, _BUDGET_LETTER = map(column_letter, (_REPORTED, _BUDGET))
_HEIGHT = 17
_AMOUNT = column_of(InsatsCost.model_fields["reported"])


def economy(page: PageBuilder, asking: Asking) -> None:
    """Ask for the cost of each kind; the budget stands beside, whole or by kind, where there is one."""
    rows = tuple(asking.rows(OF_COSTS))
    by_kind = any(typed(row, "budget") for row in rows)
    has_budget = by_kind or asking.budget is not None
    _heads(page, asking, has_budget=has_budget)
    first = page.row + 1
    for row in rows:
        page.next()
        (kind,) = keys_of(OF_COSTS, row)
        page.put(_KIND, Look.LABEL, kind or str(ONE_KIND), height=_HEIGHT)
        if by_kind:
            page.put(_BUDGET, Look.GIVEN, _budget_of(row, asking))
        page.ask(_REPORTED, Address(OF_COSTS.tab, "reported", (kind,)), _AMOUNT)
    for number in range(1, max(ROOM, LEAST - len(rows)) + 1):
        page.next()
        page.ask(_KIND, Address(OF_COSTS.tab, "kind", (), number), column_of(InsatsCost.model_fields["kind"]))
        page.ask(_REPORTED, Address(OF_COSTS.tab, "reported", (), number), _AMOUNT, height=_HEIGHT)
    _sums(page, first, asking.budget if has_budget else None)


def _heads(page: PageBuilder, asking: Asking, *, has_budget: bool) -> None:
    year = asking.association.year
    unit = "kronor" if asking.unit == 1 else "tusental kronor (tkr)"
    text = (
        f"Det som insatsen har kostat under {year}, i {unit}. Skriv kostnader utan minus. "
        "Saknas ett kostnadsslag, skriv det på en tom rad."
    )
    section(page, "Ekonomi", text)
    page.next()
    page.put(_KIND, Look.HEAD, heading(InsatsCost, "kind"), height=30)
    told = "" if asking.unit == 1 else f", {asking.unit_name}"
    page.put(_REPORTED, Look.NUMBER_HEAD, f"Redovisat {year}{told}")
    if has_budget:
        page.put(_BUDGET, Look.NUMBER_HEAD, f"Budget {year}{told}")


def _sums(page: PageBuilder, first: int, budget: Decimal | None) -> None:
    last = page.row
    page.next()
    page.put(_KIND, Look.SUM, "Summa", height=_HEIGHT)
    page.put(_REPORTED, Look.SUM, f"=SUM({_REPORTED_LETTER}{first}:{_REPORTED_LETTER}{last})")
    if budget is not None:
        page.put(_BUDGET, Look.SUM, budget)
        page.next()
        page.put(_KIND, Look.SUM, "Kvar av budgeten", 2, _HEIGHT)
        page.put(_BUDGET, Look.SUM, f"={_BUDGET_LETTER}{page.row - 1}-{_REPORTED_LETTER}{page.row - 1}")


def _budget_of(row: RawRow, asking: Asking) -> Decimal | None:
    """The budget of a kind of cost, in the unit of its tab; one that could not be read is not shown."""
    entry = next((each for each in asking.underlag.of(InsatsCost) if each.place == row.place), None)
    return entry.row.budget / asking.unit if entry and entry.row.budget is not None else None
