"""A first year is shown alone, and may begin in any month."""

from datetime import date
from typing import Any

import pytest
from small_underlag import Values, examined, findings, small
from test_disposals import errors, told

from generator.figures.figure import FigureId, Span
from generator.model.amounts import BalanceItem, DirectAdjustment, IncomeOrCost, OpeningBalance
from generator.model.association import Association
from generator.subjects.overview.rows import KeyFigure
from generator.view.report_view import report_view
from generator.view.table import table_view

BEGAN = date(2020, 9, 1)
OF_AMOUNTS = (IncomeOrCost, BalanceItem)


def new(first_day: date | None = BEGAN, **association: Any) -> Values:
    """The small underlag of an association that was not there last year; all that it has is the year's result."""
    values = small(**association, **({} if first_day is None else {"first_day": first_day}))
    for model in OF_AMOUNTS:
        values[model] = [{**row, "last_year": None} for row in values[model]]
    values[OpeningBalance], values[DirectAdjustment] = [], []
    values[KeyFigure] = [{"key": "Årets resultat"}, {"key": "Eget kapital"}]
    claims, bank, debts = (row["this_year"] for row in values[BalanceItem])
    costs = sum(row["this_year"] for row in values[IncomeOrCost][1:])
    values[IncomeOrCost][0]["this_year"] = claims + bank - debts + costs
    return values


def test_a_first_year_needs_no_opening_balances_and_shows_none_of_the_year_before() -> None:
    made = examined(new())
    assert not errors(made)
    assert {"opening_equity_missing", "opening_balances_missing"}.isdisjoint(each.code for each in made.findings)
    for table in made.whole.tables:
        view = table_view(table, "t", ())
        assert "2019" not in " ".join((*(line for head in view.heads for line in head.lines), *view.notes)), table.title
        assert len(table.columns) == 1 or table.title not in ("Resultaträkning", "Balansräkning", "Kassaflödesanalys")


@pytest.mark.parametrize("style", ["datum", "år"])
def test_a_short_year_is_told_by_its_days(style: str) -> None:
    made = examined(new(date_style=style))
    heads = {
        table.title: [" ".join(head.lines) for head in table_view(table, "t", ()).heads] for table in made.whole.tables
    }
    assert heads["Resultaträkning"] == heads["Kassaflödesanalys"] == ["2020-09-01– 2020-12-31"]
    overview = next(table for table in made.whole.tables if table.title == "Flerårsöversikt")
    assert "2020 avser 2020-09-01–2020-12-31." in overview.notes
    assert report_view(made.whole).period == "2020-09-01–2020-12-31"
    assert report_view(examined(small()).whole).period == ""


def test_the_year_after_has_the_short_year_beside_it() -> None:
    values = small(year=2021, first_day=BEGAN)
    values[OpeningBalance] = []
    rows = values[IncomeOrCost]
    opened = sum(row["last_year"] for row in rows[:1]) - sum(row["last_year"] for row in rows[1:])
    claims, bank, debts = (row["last_year"] for row in values[BalanceItem])
    values[BalanceItem][1]["last_year"] = bank + opened - (claims + bank - debts)
    made = examined(values)
    found = {each.code for each in made.findings}
    assert {"opening_equity_missing", "opening_balances_missing", "balance_untested"}.isdisjoint(found)
    assert made.derived
    result = made.derived.figures[FigureId("income_statement.net_result", 2020)]
    assert result.period == Span(BEGAN, date(2020, 12, 31))
    assert made.derived.figures[FigureId("cash_flow.closing", 2020)].amount == values[BalanceItem][1]["last_year"]
    assert told(made, "Balansräkning")


def test_amounts_before_the_first_day_and_a_day_after_the_year_are_told() -> None:
    before = small(first_day=BEGAN)
    assert findings(before)["before_first_day"].place.tab == "Intäkter och kostnader"
    later = findings(small(first_day=date(2021, 1, 1)))
    assert later["first_day_after_year"].place.cell == "B7"
    assert "before_first_day" not in later
    assert Association.model_fields["first_day"].title == "Förbundets första dag"
