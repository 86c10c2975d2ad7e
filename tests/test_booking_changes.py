"""Accounts that fill in a row that is there: changes of a balance, a member's contribution; and shares."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from ledger_rows import CHART, CLOSING, examined_with, ledger, without_amounts
from small_underlag import Values

from generator.figures.figure import FigureId
from generator.figures.trace import trace, trace_lines
from generator.ground.source import Source
from generator.ledger.row import LedgerRow, Measured
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.pipeline import Examination
from generator.subjects.members.rows import Member
from generator.subjects.roll_forward.rows import RollRow

MACHINES = "Maskiner och inventarier"
OF_MACHINES = (
    {"accounts": "1220", "line": MACHINES, "change": "Inköp"},
    {"accounts": "1229", "line": MACHINES, "change": "Årets avskrivningar"},
)


def row(account: str, year: int, **amounts: str) -> LedgerRow:
    """A row of the ledger with amounts by the names of ``Measured``, on a line of its own."""
    said = {Measured[name.upper()]: Decimal(amount) for name, amount in amounts.items()}
    return LedgerRow(account, account, year, said, Source(3000, file="bokslut.se", row=int(account)))


def machines(*, openings: bool = True) -> list[LedgerRow]:
    """Bought for 50 before last year, for 100 this year, and worn by ten and by twenty."""
    told = (
        row("1220", 2020, opening="50", closing="150"),
        row("1220", 2019, opening="50", closing="50"),
        row("1229", 2020, opening="-20", closing="-40"),
        row("1229", 2019, opening="-10", closing="-20"),
    )
    if openings:
        return list(told)
    return [row(each.account, each.year, closing=str(each.amounts[CLOSING])) for each in told]


def rolled() -> Values:
    """An underlag whose machines are shown from opening to closing, with no amount typed."""
    rows: list[Mapping[str, Any]] = [
        {"line": MACHINES, "group": "Anskaffning", "kind": "ingående"},
        {"line": MACHINES, "group": "Anskaffning", "kind": "inköp"},
        {"line": MACHINES, "group": "Avskrivningar", "kind": "ingående"},
        {"line": MACHINES, "group": "Avskrivningar", "kind": "avskrivning", "activity": "Kansli"},
    ]
    return without_amounts([*CHART, *OF_MACHINES]) | {RollRow: [dict(each) for each in rows]}


def amounts(examination: Examination) -> list[tuple[object, object]]:
    assert examination.underlag is not None
    return [(each.this_year, each.last_year) for each in examination.underlag.rows(RollRow)]


def test_a_balance_that_is_rolled_forward_gets_what_its_accounts_opened_with_and_moved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = examined_with(monkeypatch, rolled(), ledger(machines()))
    assert amounts(made) == [(None, 50), (100, 0), (None, -10), (-20, -10)]
    figures = made.whole.derived.figures
    assert figures[FigureId("balance_sheet.machinery_and_equipment", 2020)].value == 110
    assert figures[FigureId("income_statement.depreciation", 2020)].value == 20


def test_what_last_year_moved_is_not_known_where_nothing_tells_what_it_opened_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = examined_with(monkeypatch, rolled(), ledger(machines(openings=False)))
    assert amounts(made) == [(None, None), (100, None), (None, None), (-20, None)]


def test_what_is_worn_is_no_negative_asset_beside_what_was_bought(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = [*CHART, {"accounts": "12*", "line": MACHINES}]
    told = examined_with(monkeypatch, without_amounts(chart), ledger(machines())).findings
    assert "balance_row_negative" not in {each.code for each in told}


def test_the_budget_of_a_members_account_becomes_a_row_as_one_is_told_to_type_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    values = without_amounts([*CHART, {"accounts": "3510", "member": "Staten"}])
    values[Member] = [{"name": "Staten", "category": "staten", "activity": "Finansiering"}]
    book = ledger([row("3510", 2020, result="-70", budget="-80")])
    underlag = examined_with(monkeypatch, values, book).underlag
    assert underlag is not None
    assert [each.this_year for each in underlag.rows(Member)] == [70]
    budgets = [each for each in underlag.rows(IncomeOrCost) if each.budget]
    told = [f"{each.line}, {each.activity}, {each.note or 'ingen not'}: {each.budget}" for each in budgets]
    assert told == ["Verksamhetens intäkter, Finansiering, ingen not: 80.00"]


def test_a_trace_says_which_share_of_the_account_it_is_in_each_year(monkeypatch: pytest.MonkeyPatch) -> None:
    place = next(number for number, each in enumerate(CHART) if each["accounts"] == "5")
    mine = {**CHART[place], "share": "60 %", "share_last": "50 %"}
    chart = [mine if number == place else each for number, each in enumerate(CHART)]
    other = {**CHART[place], "activity": "Finansiering", "share": "resten"}
    figures = examined_with(monkeypatch, without_amounts([*chart, other]), ledger()).whole.derived.figures
    for year, share, part in ((2020, "60 %", "360,00 kr"), (2019, "50 %", "325,00 kr")):
        lines = trace_lines(trace(figures[FigureId("income_statement.operating_costs", year)]))
        text = "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")
        assert f"Lokaler: {part} (filen bokslut.se, rad" in text
        assert f"där det står konto 5010 Lokaler, andel {share} (rad " in text


def test_last_years_shares_are_a_whole_too(monkeypatch: pytest.MonkeyPatch) -> None:
    place = next(number for number, each in enumerate(CHART) if each["accounts"] == "5")
    mine = {**CHART[place], "share": "60 %", "share_last": "50 %"}
    chart = [mine if number == place else each for number, each in enumerate(CHART)]
    other = {**CHART[place], "activity": "Finansiering", "share": "40 %"}
    told = examined_with(monkeypatch, without_amounts([*chart, other]), ledger()).findings
    assert [each.values["shares"] for each in told if each.code == "shares_not_whole"] == ["50 %, 40 %"]


def test_a_share_that_stands_twice_is_two_rows_of_one_account(monkeypatch: pytest.MonkeyPatch) -> None:
    place = next(number for number, each in enumerate(CHART) if each["accounts"] == "5")
    rest = {**CHART[place], "share": "resten"}
    chart = [rest if number == place else each for number, each in enumerate(CHART)]
    twice = [{**CHART[place], "activity": "Finansiering", "share": "200", "remark": text} for text in ("ett", "två")]
    told = examined_with(monkeypatch, without_amounts([*chart, *twice]), ledger()).findings
    assert [each.values["account"] for each in told if each.code == "account_twice"] == ["5010 Lokaler"]


def test_a_part_that_is_typed_is_not_shown_once_more_from_the_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    part = {"line": "Kortfristiga skulder", "note_row": "Team", "level": "varav"}
    values = without_amounts([*CHART, {"accounts": "2440", **part}])
    values[BalanceItem] = [{**part, "last_year": 150}]
    underlag = examined_with(monkeypatch, values, ledger()).underlag
    assert underlag is not None
    parts = [each for each in underlag.rows(BalanceItem) if each.level == "varav"]
    assert [(each.this_year, each.last_year) for each in parts] == [(None, 150), (200, None)]


def test_a_contribution_in_thousands_is_the_one_that_is_typed_in_kronor(monkeypatch: pytest.MonkeyPatch) -> None:
    """What rounding explains is not told; a part (varav) of a member's account is not given once more."""
    chart = [
        *CHART,
        {"accounts": "3510", "member": "Staten"},
        {"accounts": "351", "member": "Staten", "level": "varav"},
    ]
    listed = [
        replace(each, amounts={Measured.RESULT: Decimal(-70000)}) for each in (row("3510", 2020), row("3510", 2019))
    ]
    book = replace(ledger(listed), rows=tuple(listed), unit=Decimal(1000))
    for typed, told in ((70400, 0), (70600, 1)):
        values = without_amounts(chart)
        values[Member] = [{"name": "Staten", "category": "staten", "activity": "Finansiering", "last_year": typed}]
        examination = examined_with(monkeypatch, values, book)
        assert [each.code for each in examination.findings].count("ledger_differs") == told
        assert examination.underlag is not None
        assert [each.this_year for each in examination.underlag.rows(Member)] == [70000]
