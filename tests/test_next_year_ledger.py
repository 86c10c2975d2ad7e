"""Next year of a year whose amounts came from a ledger: what only that one told comes along, and new projects do."""

from dataclasses import replace
from decimal import Decimal

import pytest
from ledger_rows import BUDGET, CHART, RESULT, examined_with, ledger, of_object, without_amounts

from generator.ground.names import Name
from generator.ground.source import Source
from generator.ledger.row import LedgerRow
from generator.ledger.suggestions.charts import INCOME
from generator.ledger.suggestions.suggestion import Certainty, Suggestion, beside_members
from generator.model.amounts import IncomeOrCost
from generator.model.registers import Activity
from generator.next_year.ledger import with_ledger, without_proposals
from generator.next_year.rows import rolled_values
from generator.starter.from_ledger import PROPOSAL
from generator.subjects.ledger.rows import AccountRow

PLACE = Source(3000, file="nytt.se", row=7)


def test_a_budget_that_the_ledger_told_is_last_years_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    amounts = (("3010", "-2000"), ("5010", "590"), ("7010", "900"), ("7510", "40"))
    budget = [LedgerRow(account, "", 2020, {BUDGET: Decimal(text)}, PLACE) for account, text in amounts]
    own = {row.account: row for row in budget}
    rows = [
        replace(row, amounts={**row.amounts, **own[row.account].amounts})
        if row.year == 2020 and row.account in own
        else row
        for row in ledger().rows
    ]
    derived = examined_with(monkeypatch, without_amounts(), replace(ledger(), rows=tuple(rows))).whole.derived
    rolled = [row for row in rolled_values(derived)[0][IncomeOrCost] if row.get("budget_last_year")]
    assert {
        (row["line"], str(row["note_row"]) if "note_row" in row else ""): row["budget_last_year"] for row in rolled
    } == {
        ("Verksamhetens intäkter", ""): Decimal(2000),
        ("Verksamhetens kostnader", "Lokaler"): Decimal(590),
        ("Verksamhetens kostnader", "Löner"): Decimal(900),
    }
    assert not any(row.get("this_year") or row.get("last_year") for row in rolled)


def test_a_new_project_is_an_activity_whether_its_account_is_new_or_told_apart_by_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kansli = {**CHART[6], "accounts": "5", "objects": "P1"}
    chart = [*CHART, kansli]
    book = ledger([of_object("P1", "5010", "150.00")])
    derived = examined_with(monkeypatch, without_amounts(chart), book).whole.derived
    values = without_proposals(rolled_values(derived)[0])
    new = [
        LedgerRow(account, name, 2021, {RESULT: Decimal(amount)}, PLACE)
        for account, name, amount in (("5010", "Lokaler", 600), ("4010", "Insatser", 300))
    ]
    parts = [
        of_object(key, account, amount, year=2021)
        for key, account, amount in (("P1", "5010", "100"), ("P2", "5010", "500"), ("P3", "4010", "300"))
    ]
    later = replace(ledger(), rows=(*new, *parts), years=(2021,), names={"5010": "Lokaler", "4010": "Insatser"})
    made, suggested = with_ledger(values, derived, later)
    assert [(asked.account, str(each.activity)) for asked, each in suggested] == [
        ("5010", "Projekt P2"),
        ("4010", "Projekt P3"),
    ]
    added = [row for row in made[Activity] if str(row["key"]).startswith("Projekt")]
    assert [(row["key"], row["other_names"], row["group"]) for row in added] == [
        ("Projekt P2", "P2", "egen"),
        ("Projekt P3", "P3", "egen"),
    ]


def test_a_proposal_is_gone_when_the_row_says_what_it_is_and_a_remark_of_ones_own_stays() -> None:
    rows = [
        {"accounts": "1630", "line": "Fordringar", "remark": f"{PROPOSAL}troligen Fordringar"},
        {"accounts": "1650", "remark": f"{PROPOSAL}troligen Fordringar"},
        {"accounts": "1690", "line": "Fordringar", "remark": "Fråga banken"},
    ]
    kept = without_proposals({AccountRow: rows})[AccountRow]
    assert [row.get("remark", "") for row in kept] == ["", f"{PROPOSAL}troligen Fordringar", "Fråga banken"]


def test_what_is_left_of_an_account_of_members_is_never_sure() -> None:
    made = beside_members(Suggestion(Certainty.SURE, "kontogrupp 35, intäkter", INCOME, note_row=Name("Bidrag")))
    assert (made.certainty, made.words) == (Certainty.LIKELY, "Verksamhetens intäkter")
    assert "medlemmars bidrag" in made.why
