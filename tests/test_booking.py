"""What the accounts of a ledger become: the same report as if their amounts were typed."""

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from ledger_rows import CHART, RESULT, examined_with, ledger, of_object, without_amounts
from small_underlag import INCOME, examined, small

from generator.audit.answers import QUESTIONS
from generator.audit.matter import Matter
from generator.compare.ledgers import changed_ledgers
from generator.figures.figure import FigureId
from generator.figures.formula import formula
from generator.figures.trace import trace, trace_lines
from generator.findings.finding import Severity
from generator.findings.message import message, severity_of
from generator.ground.formatting import kronor
from generator.ground.source import Source
from generator.ledger.row import LedgerRow, Measured
from generator.model.amounts import IncomeOrCost
from generator.model.association import Association
from generator.model.registers import Activity
from generator.pipeline import Examination
from generator.subjects.members.rows import Member
from generator.view.report_view import report_view

COSTS = "Verksamhetens kostnader"


def codes(examination: Examination) -> set[str]:
    return {each.code for each in examination.findings}


def changed(place: int, **values: Any) -> list[dict[str, Any]]:
    """The chart with one row changed."""
    return [dict(row) | (values if number == place else {}) for number, row in enumerate(CHART)]


def test_a_report_from_the_ledger_is_the_report_as_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    typed, booked = examined(small()), examined_with(monkeypatch, without_amounts(), ledger())
    assert [each.code for each in booked.findings] == [each.code for each in typed.findings]
    figures = [{key: each.value for key, each in one.whole.derived.figures.items()} for one in (typed, booked)]
    assert figures[0] == figures[1]
    assert report_view(typed.whole) == report_view(booked.whole)


def test_a_trace_ends_at_the_account_and_line(monkeypatch: pytest.MonkeyPatch) -> None:
    figures = examined_with(monkeypatch, without_amounts(), ledger()).whole.derived.figures
    text = "\n".join(trace_lines(trace(figures[FigureId("income_statement.operating_costs", 2020)])))
    assert "filen bokslut.se, rad 15, där det står konto 5010 Lokaler (rad 11 i Kontoplan)" in text
    assert formula(figures[FigureId("income_statement.operating_costs", 2020)]) == "summan av 3 belopp ur huvudboken"


def test_an_account_without_a_row_is_told_with_its_line_and_amount(monkeypatch: pytest.MonkeyPatch) -> None:
    found = examined_with(monkeypatch, without_amounts(CHART[:-1]), ledger()).findings
    told = [each for each in found if each.code == "account_unmapped"]
    assert [(each.values["account"], each.values["amount"], str(each.place)) for each in told] == [
        ("6420 Revision", Decimal("100.00"), "filen bokslut.se, rad 16")
    ]
    assert str(told[0].values["proposal"]).startswith(
        " Förslag: Verksamhetens kostnader · Kostnader · Revision (säkert: "
    )


def test_what_an_account_without_a_row_leads_to_stands_under_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """No typed cell is asked for its amount: it is the ledger that has it."""
    values = without_amounts(CHART[:-1])
    values[IncomeOrCost] = [{"line": COSTS, "note": "Kostnader", "note_row": "Revision", "budget": Decimal(90)}]
    found = examined_with(monkeypatch, values, ledger()).findings
    told = [each for each in found if each.code == "balance_differs"]
    assert [(each.follows and each.follows.code, each.causes) for each in told] == [("account_unmapped", ())] * 2


def test_of_many_accounts_without_a_row_the_smallest_are_told_together(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [of_object("", str(6500 + number), str(number)) for number in range(1, 31)]
    book = ledger([replace(row, objects=()) for row in many])
    told = [each for each in examined_with(monkeypatch, without_amounts(), book).findings if "unmapped" in each.code]
    assert [each.code for each in told] == ["account_unmapped"] * 11 + ["accounts_unmapped"]
    assert told[-1].values["count"] == 19
    chart = [*CHART, *({"accounts": str(6500 + number)} for number in range(1, 31))]
    told = [each for each in examined_with(monkeypatch, without_amounts(chart), book).findings if "_post" in each.code]
    assert sorted(each.code for each in told) == ["account_without_post"] * 11 + ["accounts_without_post"]


def test_the_most_exact_row_wins_and_an_object_more_than_an_account(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = [
        *CHART,
        {"accounts": "5010", "line": COSTS, "note": "Kostnader", "note_row": "Hyra", "activity": "Kansli"},
        {"accounts": "5-6", "objects": "P1", "line": COSTS, "note": "Kostnader", "note_row": "Lager"},
    ]
    book = ledger([of_object("P1", "5010", "150.00"), of_object("P2", "5010", "50.00")])
    facts = examined_with(monkeypatch, without_amounts(chart), book).whole.derived.facts
    amounts = defaultdict[str, Decimal](Decimal)
    for fact in facts.amounts:
        amounts[str(fact.row)] += fact.amount if fact.year == 2020 else Decimal(0)
    assert (amounts["Hyra"], amounts["Lager"], amounts["Lokaler"]) == (Decimal("450.00"), Decimal("150.00"), Decimal(0))


def test_two_equally_exact_rows_are_an_error_unless_they_share(monkeypatch: pytest.MonkeyPatch) -> None:
    again = {**CHART[6], "activity": "Finansiering"}
    found = examined_with(monkeypatch, without_amounts([*CHART, again]), ledger()).findings
    assert [each.severity or each.rule.severity for each in found if each.code == "account_twice"] == [Severity.ERROR]
    shared = [*changed(6, share="33,33 %"), again | {"share": "resten"}]
    facts = examined_with(monkeypatch, without_amounts(shared), ledger()).whole.derived.facts
    rooms = [fact.amount for fact in facts.amounts if fact.row == "Lokaler" and fact.year == 2020]
    assert rooms == [Decimal("199.98"), Decimal("400.02")]
    whole = examined_with(
        monkeypatch, without_amounts([*changed(6, share="60 %"), again | {"share": "30 %"}]), ledger()
    )
    assert "shares_not_whole" in codes(whole)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"accounts": "5x1", "line": COSTS}, "accounts_unreadable"),
        ({"accounts": "5010", "line": COSTS, "share": "60"}, "share_unreadable"),
        ({"accounts": "5010"}, "account_without_post"),
        ({"accounts": "5010", "use": "räknas inte"}, "left_out_without_reason"),
        ({"accounts": "3010", "member": "Okänd kommun"}, "account_member_unknown"),
        ({"accounts": "1510", "line": "Maskiner och inventarier", "change": "Inköp"}, "account_change_unknown"),
    ],
)
def test_what_is_wrong_with_a_row_is_told(row: dict[str, Any], code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert code in codes(examined_with(monkeypatch, without_amounts([*CHART, row]), ledger()))


def test_an_outcome_typed_and_booked_is_an_error_and_another_comparative_a_warning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    values = {**without_amounts()}
    values |= {key: rows for key, rows in small().items() if key.__name__ == "IncomeOrCost"}
    values = {key: [dict(row) for row in rows] for key, rows in values.items()}
    income = next(rows for key, rows in values.items() if key.__name__ == "IncomeOrCost")
    income[0]["last_year"] = Decimal("1890.00")
    found = examined_with(monkeypatch, values, ledger()).findings
    assert {each.values["post"] for each in found if each.code == "fed_twice"} == {"Verksamhetens intäkter", COSTS}
    assert [each.values["difference"] for each in found if each.code == "ledger_differs"] == [Decimal("-10.10")]


def test_a_ledger_of_another_year_or_association_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    found = codes(examined_with(monkeypatch, without_amounts(year=2022), ledger()))
    assert "ledger_other_year" in found
    own = ledger(organisation_number="222000-1111")
    assert "ledger_other_association" in codes(examined_with(monkeypatch, without_amounts(), own))
    same = ledger(organisation_number="162220009993")
    assert "ledger_other_association" not in codes(examined_with(monkeypatch, without_amounts(), same))


def test_a_ledger_with_the_next_years_budget_and_openings_is_of_its_year(monkeypatch: pytest.MonkeyPatch) -> None:
    after = {Measured.BUDGET: Decimal(5), Measured.OPENING: Decimal(5)}
    book = ledger([LedgerRow("1930", "Bank", 2021, after, Source(3000, file="bokslut.se", row=99))])
    assert "ledger_other_year" not in codes(
        examined_with(monkeypatch, without_amounts(), replace(book, years=(2021, 2020)))
    )


def test_a_chart_without_ledger_and_a_ledger_without_chart_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "accounts_without_ledger" in codes(examined_with(monkeypatch, without_amounts()))
    assert "ledger_unused" in codes(examined_with(monkeypatch, small(), ledger()))


def test_equity_that_the_ledger_closes_otherwise_with_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "equity_differs" not in codes(examined_with(monkeypatch, without_amounts(), ledger()))
    own = {row.year: row for row in ledger().rows if row.account == "2010"}
    less = replace(own[2020], amounts={**own[2020].amounts, Measured.CLOSING: Decimal("-700.00")})
    other = ledger([less, own[2019]], without=["2010"])
    found = examined_with(monkeypatch, without_amounts(), other).findings
    assert [each.values["difference"] for each in found if each.code == "equity_differs"] == [Decimal("500.50")]


def test_what_is_only_compared_is_held_against_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    values = without_amounts(changed(4, use="stäms av"))
    income = next(key for key in small() if key.__name__ == "IncomeOrCost")
    values[income] = [small()[income][0] | {"this_year": Decimal("1990.25")}]
    found = [
        each for each in examined_with(monkeypatch, values, ledger()).findings if each.code == "ledger_post_differs"
    ]
    assert [each.values["difference"] for each in found] == [Decimal("-10.25")]


def test_a_balance_that_opens_otherwise_than_last_years_ledger_closed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [replace(row, source=replace(row.source, file="fjol.se")) for row in ledger().rows if row.year == 2019]
    changed_rows = [
        replace(row, amounts={**row.amounts, Measured.CLOSING: Decimal("760.00")}) if row.account == "1930" else row
        for row in rows
    ]
    before = replace(ledger(), place=Source(3001, file="fjol.se"), rows=tuple(changed_rows), years=(2019,))
    found = examined_with(monkeypatch, without_amounts(), ledger(), before).findings
    told = [each for each in found if each.code == "account_opening_differs"]
    assert [(each.values["account"], each.values["difference"]) for each in told] == [("1930 Bank", Decimal("0.25"))]


def test_equity_opened_with_what_it_closed_with_less_the_result(monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger without last year's balances tells what this year opens with, and last year's result."""
    rows = tuple(
        replace(
            row, amounts={measured: amount for measured, amount in row.amounts.items() if measured is Measured.RESULT}
        )
        if row.year == 2019
        else row
        for row in ledger().rows
    )
    book = replace(ledger(), rows=rows)
    found = examined_with(monkeypatch, without_amounts(), book)
    assert found.whole.derived.figures[FigureId("balance_sheet.equity", 2018)].value == Decimal("500.25")
    told = {each.code: each.besides for each in found.findings}
    assert "opening_equity_missing" not in told
    assert "jämförelseår" in told["opening_balances_missing"]


def test_an_account_on_a_post_of_another_kind_is_told_for_its_amount_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = [*CHART, {"accounts": "1930", "line": COSTS}, {"accounts": "7010", "line": "Fordringar"}]
    found = examined_with(monkeypatch, without_amounts(chart), ledger()).findings
    told = {each.values["account"]: each.values["amount"] for each in found if each.code == "account_of_other_kind"}
    assert told == {"1930 Bank": Decimal("1150.00"), "7010 Löner": Decimal("900.25")}


def test_an_account_that_nothing_places_is_told_with_what_fits_it(monkeypatch: pytest.MonkeyPatch) -> None:
    amounts = {RESULT: Decimal("25.00")}
    unclear = LedgerRow("9999", "Obs-konto", 2020, amounts, Source(3000, file="bokslut.se", row=99))
    fits = "en post i resultaträkningen (Verksamhetens kostnader, Avskrivningar, Finansiella kostnader eller Extra"

    def told(**row: str) -> dict[str, str]:
        chart = [*CHART, {"accounts": "9999", **row}]
        found = examined_with(monkeypatch, without_amounts(chart), ledger([unclear])).findings
        return {each.code: message(each).remedy for each in found}

    first = told()["account_without_post"]
    assert first.startswith(f"Välj {fits}")
    assert "medlem" not in first  # which gives income
    assert "Förslag" not in first  # left out, the balance would lack it
    assert told(line="Kortfristiga skulder")["account_of_other_kind"].startswith(f"Välj {fits}")
    assert not {"account_without_post", "account_of_other_kind"} & set(told(line="Finansiella kostnader"))


def test_a_cost_among_income_and_income_among_costs_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = [*CHART[:-1], {"accounts": "6420", "line": INCOME}, {"accounts": "3010", "line": COSTS}]
    found = examined_with(monkeypatch, without_amounts(chart), ledger()).findings
    told = {each.values["account"]: each.values["amount"] for each in found if each.code == "account_against_post"}
    assert told == {"6420 Revision": Decimal("100.00"), "3010 Bidrag": Decimal("2000.50")}


def test_a_budget_of_the_other_sign_than_its_accounts_outcome_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for budget, told in (("610", False), ("-610", True)):
        rows = [replace(r, amounts={**r.amounts, Measured.BUDGET: Decimal(budget)}) for r in ledger().of("5010", 2020)]
        found = examined_with(monkeypatch, without_amounts(), ledger(rows, without=["5010"])).findings
        assert ("budget_against_outcome" in {each.code for each in found}) is told


def test_an_account_outside_the_note_of_its_post_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = [*CHART[:-1], {**CHART[-1], "note": ""}]
    found = examined_with(monkeypatch, without_amounts(chart), ledger()).findings
    told = next(message(each) for each in found if each.code == "note_incomplete")
    assert "men konto 6420 Revision (rad 12 i Kontoplan) ingår inte i den" in told.what
    assert "fliken Kontoplan" in told.remedy


def test_a_ledger_without_objects_is_told_once_where_the_chart_divides_by_them(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = [*CHART, *({"accounts": "5010", "objects": key, "line": COSTS} for key in ("P1", "P2"))]
    found = examined_with(monkeypatch, without_amounts(chart), ledger()).findings
    told = [(each.code, len(each.subjects)) for each in found if "object" in each.code]
    assert told == [("ledger_without_objects", 2)]


def test_shares_in_kronor_that_are_more_than_their_account_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for share, told in (("600", []), ("640", [2020]), ("700", [2020, 2019])):
        shared = [{**CHART[6], "share": share}, {**CHART[6], "note_row": "Lager", "share": "resten"}]
        found = examined_with(monkeypatch, without_amounts([*CHART[:6], *shared, CHART[7]]), ledger()).findings
        assert [each.values["year"] for each in found if each.code == "shares_too_large"] == told


def test_a_member_beside_a_post_that_is_no_income_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for line, told in ((INCOME, False), (COSTS, True)):
        values = without_amounts([*CHART, {"accounts": "3010", "line": line, "member": "Kommunen"}])
        values[Member] = [{"name": "Kommunen"}]
        assert ("member_and_post" in codes(examined_with(monkeypatch, values, ledger()))) is told


def test_last_years_amount_without_objects_is_told_beside_this_years(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = [*CHART, {"accounts": "5010", "objects": "P1", "line": COSTS, "note": "Kostnader", "note_row": "Lager"}]
    parts = [of_object("P1", "5010", "150.00")]
    found = examined_with(monkeypatch, without_amounts(chart), ledger(parts)).findings
    told = [(each.values["account"], each.values["what"]) for each in found if each.code == "ledger_undivided"]
    assert told == [("5010 Lokaler", "fjolårets belopp")]
    assert [each.values["tab"] for each in found if each.code == "ledger_undivided"] == ["Intäkter och kostnader"]
    parts.append(of_object("P1", "5010", "50.00", year=2019))
    assert "ledger_undivided" not in codes(examined_with(monkeypatch, without_amounts(chart), ledger(parts)))


def _with_last_year(**amounts: str) -> dict[Any, Any]:
    chart = [*CHART, {**CHART[6], "accounts": "5010", "objects": "P1", "activity": "Projekt"}]
    row = {"line": COSTS, "note": "Kostnader", "note_row": "Lokaler"}
    typed = [{**row, "activity": name, "last_year": Decimal(amount)} for name, amount in amounts.items()]
    values = without_amounts(chart)
    return {
        **values,
        IncomeOrCost: [*values.get(IncomeOrCost, ()), *typed],
        Activity: [*values.get(Activity, ()), {"key": "Projekt"}],
    }


def test_typed_rows_that_divide_an_account_of_last_year_leave_the_ledger_its_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    book = ledger([of_object("P1", "5010", "150.00")])
    found = examined_with(monkeypatch, _with_last_year(Kansli="450.00", Projekt="200.00"), book)
    assert codes(found).isdisjoint({"ledger_undivided", "ledger_differs"})
    assert not found.has_errors
    costs = found.whole.derived.figures[FigureId("income_statement.operating_costs", 2019)]
    assert abs(costs.amount) == Decimal("1600.10"), "what is typed of one account, and the ledger's others"


def test_what_a_part_typed_for_all_of_a_post_makes_wrong_follows_from_it(monkeypatch: pytest.MonkeyPatch) -> None:
    book = ledger([of_object("P1", "5010", "150.00")])
    found = examined_with(monkeypatch, _with_last_year(Kansli="450.00", Projekt="100.00"), book).findings
    wrong = [each for each in found if severity_of(each) is Severity.ERROR]
    assert {each.code if each.follows is None else each.follows.code for each in wrong} == {"ledger_differs"}


def test_an_object_that_the_ledger_does_not_have_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = [*CHART, {"accounts": "5010", "objects": "P11; P2", "line": COSTS}]
    parts = [of_object("P12", "5010", "150.00"), of_object("P2", "5010", "50.00")]
    found = examined_with(monkeypatch, without_amounts(chart), ledger(parts)).findings
    assert [each.values["found"] for each in found if each.code == "object_not_there"] == ["P11"]
    chart[-1]["objects"] = "9: P12"
    found = examined_with(monkeypatch, without_amounts(chart), ledger(parts)).findings
    told = next(each.values for each in found if each.code == "object_not_there")
    assert told["found"] == "9: P12"
    assert "”6: P12”" in str(told["hint"])


def test_a_list_in_thousands_differs_from_kronor_by_no_more_than_its_rounding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three costs in thousands may be 1 500 kr from what is typed in kronor; what is more is told."""
    rounded_rows = tuple(
        replace(row, amounts={each: amount.quantize(Decimal("1E3")) + 0 for each, amount in row.amounts.items()})
        for row in ledger().rows
    )
    book = replace(ledger(), rows=rounded_rows, unit=Decimal(1000))
    typed = [dict(row, this_year=None) for row in small()[IncomeOrCost]]
    for extra, told in ((0, False), (2000, True)):
        typed[1]["last_year"] = Decimal("850.10") + extra
        found = examined_with(monkeypatch, {**without_amounts(), IncomeOrCost: typed}, book).findings
        assert ("ledger_differs" in {each.code for each in found if each.values.get("post") == COSTS}) is told


def test_a_budget_that_no_row_takes_is_told_and_one_that_is_not_divided_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A budget on the account alone is lost where only objects have rows, and stands in one place where not."""
    only = {"line": COSTS, "note": "Kostnader", "note_row": "Lager"}
    row = next(row for row in ledger().rows if row.account == "5010" and row.year == 2020)
    book = replace(row, amounts={Measured.RESULT: Decimal("600.00"), Measured.BUDGET: Decimal("700.00")})
    parts = [book, of_object("P1", "5010", "600.00")]
    rest = ledger(without=["5010"]).rows
    whole = replace(ledger(), rows=(*rest, *parts))
    chart = [*(row for row in CHART if row["accounts"] != "5"), {"accounts": "5010", "objects": "P1", **only}]
    found = examined_with(monkeypatch, without_amounts(chart), whole).findings
    told = [(each.values["amount"], each.values["of"]) for each in found if each.code == "account_unmapped"]
    assert told == [(Decimal("700.00"), " i budget")]
    found = examined_with(monkeypatch, without_amounts([*chart, {"accounts": "5*", **only}]), whole).findings
    assert [each.values["what"] for each in found if each.code == "ledger_undivided"] == ["budgeten"]


def test_each_file_is_rounded_as_its_own_amounts_show() -> None:
    """A list in thousands with one decimal lies fifty kronor from the true amounts, also beside a file with öre."""
    listed = [
        replace(row, amounts={RESULT: Decimal(12500)}, source=Source(3001, file="lista.xlsx"))
        for row in ledger().rows
        if row.account == "5010"
    ]
    assert ledger().half == 0
    assert replace(ledger(), rows=tuple(listed), unit=Decimal(1000)).half == 50
    assert replace(ledger(listed), unit=Decimal(1000)).half == 50


def test_a_post_that_is_negative_in_the_ledger_is_told_with_its_year(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another year's amount does not hide it, and no column of ours is named."""
    bank = {row.year: row for row in ledger().rows if row.account == "1930"}
    overdrawn = replace(bank[2020], amounts={Measured.CLOSING: Decimal(-50)})
    found = examined_with(monkeypatch, without_amounts(), ledger([overdrawn, bank[2019]], without=["1930"])).findings
    (told,) = [message(each).what for each in found if each.code == "sum_negative"]
    assert told.startswith("Summan av Kassa och bank 2020 är")


def test_what_is_left_out_is_no_part_of_the_post_that_stands_on_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    left_out = {"accounts": "6420", "line": COSTS, "use": "räknas inte", "reason": "Hör till annan"}
    values = without_amounts([{**CHART[5], "use": "stäms av"}, *CHART[:5], left_out, {**CHART[6], "use": "stäms av"}])
    values[IncomeOrCost] = [{"line": COSTS, "note": "Kostnader", "note_row": "Allt", "this_year": Decimal("1500.25")}]
    found = examined_with(monkeypatch, values, ledger()).findings
    assert "ledger_post_differs" not in {each.code for each in found if each.values.get("year") == 2020}


def test_a_post_that_is_less_than_nothing_is_compared_with_its_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    interest = {"line": "Finansiella kostnader", "activity": "Kansli"}
    values = without_amounts([*CHART, {"accounts": "8410", "use": "stäms av", **interest}])
    paid_back = replace(ledger().rows[-1], account="8410", year=2020, amounts={RESULT: Decimal(-10)})
    for typed, told in ((-10, 0), (10, 1)):
        values[IncomeOrCost] = [{**interest, "this_year": Decimal(typed)}]
        found = examined_with(monkeypatch, values, ledger([paid_back])).findings
        assert [each.code for each in found].count("ledger_post_differs") == told


def test_last_years_ledger_alone_is_not_this_years(monkeypatch: pytest.MonkeyPatch) -> None:
    before = replace(ledger(), years=(2019,), rows=tuple(row for row in ledger().rows if row.year == 2019))
    assert "ledger_other_year" in codes(examined_with(monkeypatch, without_amounts(), before))


def test_a_post_that_is_compared_and_not_typed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    found = examined_with(monkeypatch, without_amounts(changed(4, use="stäms av")), ledger()).findings
    told = [(each.values["accounts"], each.values["typed"]) for each in found if each.code == "ledger_post_differs"]
    assert told == [("3010", Decimal(0))] * 2


def test_accounts_that_are_called_contributions_are_somebodys(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {key: rows for key, rows in without_amounts().items() if key.__name__ != "Member"}
    book = ledger()
    named = replace(book, names={**book.names, "3010": "Bidr. FK"})
    assert "ledger_members_remain" not in codes(examined_with(monkeypatch, values, named))
    values = {**values, Association: [{**row, "state": "under arbete"} for row in values[Association]]}
    assert "ledger_members_remain" not in codes(examined_with(monkeypatch, values, book))
    told = examined_with(monkeypatch, values, named).findings
    (found,) = (each for each in told if each.code == "ledger_members_remain")
    assert found.values["accounts"] == "konto 3010 Bidr. FK"


def test_what_only_an_older_year_or_a_balances_budget_has_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    bank = next(row for row in ledger().rows if row.account == "1930" and row.year == 2020)
    old = replace(bank, account="6990", name="Gammalt", year=2018, amounts={Measured.RESULT: Decimal("5.00")})
    budget = replace(bank, amounts={**bank.amounts, Measured.BUDGET: Decimal("70.00")})
    rows = [row for row in ledger().rows if row is not bank and (row.account, row.year) != ("1930", 2020)]
    book = replace(ledger(), rows=(*rows, budget, old), years=(2020, 2019, 2018), names={"6990": "Gammalt"})
    found = {each.code: each for each in examined_with(monkeypatch, without_amounts(), book).findings}
    assert (found["account_unmapped"].severity, found["account_unmapped"].values["of"]) == (Severity.NOTE, " år 2018")
    assert found["ledger_budget_on_balance"].values["amount"] == Decimal("70.00")


def test_depreciation_and_equity_have_accounts_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is on another post by its number changes the cash flow, or the equity that is rolled forward."""
    chart = [*changed(2, line="Kortfristiga skulder"), {"accounts": "5010", "line": "Avskrivningar"}]
    found = examined_with(monkeypatch, without_amounts(chart), ledger()).findings
    told = {each.values["account"]: each.values["post"] for each in found if each.code == "account_of_other_group"}
    assert told == {"2010 Eget kapital": "Kortfristiga skulder", "5010 Lokaler": "Avskrivningar"}
    assert "account_of_other_group" not in codes(examined_with(monkeypatch, without_amounts(), ledger()))


def test_an_account_that_is_not_counted_and_is_missed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = [*CHART, {"accounts": "1510", "use": "räknas inte", "reason": "Prov"}]
    found = examined_with(monkeypatch, without_amounts(chart), ledger()).findings
    told = [each for each in found if each.code == "left_out_is_missing"]
    assert [(each.values["account"], each.values["amount"]) for each in told] == [
        ("1510 Kundfordringar", Decimal("250.50"))
    ]
    assert all(each.follows and each.follows.code == told[0].code for each in found if each.code == "balance_differs")


def test_a_ledger_of_another_name_is_told_where_no_number_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    values = without_amounts(organisation_number="")
    other, same = (ledger(company=name) for name in ("Samordningsförbundet Älvdalen", "SOF Provets redovisning"))
    assert "ledger_other_name" in codes(examined_with(monkeypatch, values, other))
    assert "ledger_other_name" not in codes(examined_with(monkeypatch, values, same))


def test_a_post_of_accounts_beside_contributions_has_its_sign_with_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """An account that is less than nothing is none of a post that is more, with what the members give."""
    chart = [*CHART, {"accounts": "3010", "member": "Kommunen"}]
    values = without_amounts(chart)
    values[Member] = [{"name": "Kommunen", "category": "kommun", "activity": "Finansiering"}]
    small_sum = replace(of_object("", "3740", "1.37"), objects=(), name="Öresutjämning")
    assert "sum_negative" not in codes(examined_with(monkeypatch, values, ledger([small_sum])))


def test_an_account_divided_by_two_dimensions_that_the_ledger_does_not_join_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same amount by cost centre and by project would else be counted twice."""
    place = {"line": COSTS, "note": "Kostnader", "note_row": "Lager"}
    chart = [*CHART, *({"accounts": "5010", "objects": key, **place} for key in ("K1", "P1"))]
    parts = [of_object("K1", "5010", "600.00", dimension="1"), of_object("P1", "5010", "600.00")]
    found = examined_with(monkeypatch, without_amounts(chart), ledger(parts)).findings
    told = [each.values["account"] for each in found if each.code == "objects_of_several_dimensions"]
    assert told == ["5010"]


def test_an_account_that_changes_sides_has_a_post_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tax account is a claim one year and a debt the other: neither stands with minus, and the whole agrees."""
    tax = {2020: ("15.00", "-5.00"), 2019: ("0", "15.00")}
    place = next(row for row in ledger().rows if row.account == "1510")
    rows = [
        replace(
            place,
            account="1630",
            name="Skattekonto",
            year=year,
            amounts={Measured.OPENING: Decimal(opening), Measured.CLOSING: Decimal(closing)},
        )
        for year, (opening, closing) in tax.items()
    ]
    book = ledger(rows)
    row = {"accounts": "1630", "line": "Fordringar", "note_row": "Skattekonto"}
    turned = {**row, "other_line": "Kortfristiga skulder"}
    for chart_row, told in ((row, True), (turned, False)):
        found = examined_with(monkeypatch, without_amounts([*CHART, chart_row]), book)
        negative = [each for each in found.findings if each.code == "balance_row_negative"]
        assert bool(negative) is told
    figures = found.whole.derived.figures
    debts = [figures[FigureId("balance_sheet.current_liabilities", year)].value for year in (2020, 2019)]
    claims = [figures[FigureId("balance_sheet.receivables", year)].value for year in (2020, 2019)]
    assert (debts, claims) == ([Decimal("205.00"), Decimal("200.00")], [Decimal("250.50"), Decimal("255.00")])
    became = {
        (each.post, year): amount
        for each in found.ledger.became
        for year, amount in each.amounts.items()
        if each.part.account == "1630"
    }
    assert became == {("current_liabilities", 2020): Decimal("5.00"), ("receivables", 2019): Decimal("15.00")}


def test_an_amount_that_is_another_in_a_later_ledger_is_told_with_account_file_and_line() -> None:
    old, objects = ledger([of_object("P1", "5010", "150.00")]), ledger([of_object("P1", "5010", "160.00")])
    rows = [replace(row, amounts={RESULT: Decimal("120.00")}) if row.account == "6420" else row for row in old.rows]
    other = replace(old, rows=tuple(rows))
    told = [(each.heading, each.place, each.what, each.new) for each in changed_ledgers([old], [other])]
    heading = "Filen bokslut.se"
    assert told[0] == (heading, "rad 16", "konto 6420 Revision: resultat 2020", kronor(Decimal(120)))
    assert [each.what for each in changed_ledgers([old], [objects])] == ["konto 5010, Projekt P1: resultat 2020"]
    assert list(changed_ledgers([old], [old])) == []
    assert [each.new for each in changed_ledgers([], [old])] == ["ny"]


def test_the_auditor_is_told_that_comparatives_came_from_the_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    def told(examination: Examination) -> list[str]:
        return [question.answer(Matter(examination)).there for question in QUESTIONS]

    fed = told(examined_with(monkeypatch, without_amounts(), ledger()))
    assert any("jämförelsetal är hämtade ur huvudboken (filen bokslut.se)" in each for each in fed)
