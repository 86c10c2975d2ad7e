"""Ordinary situations that a hasty rule would shout at: each is typed as an association would, and nothing is said.

The table is that of practice: what happens every year in a samordningsförbund. Beside each stands the case that is not
ordinary, so that the silence is not that of a rule that never speaks.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from small_underlag import COSTS, EVERY_PART, INCOME, Values, cost, examined, findings, small

from generator.findings.finding import Severity
from generator.findings.message import message, severity_of
from generator.ground.formatting import MINUS
from generator.model.amounts import BalanceItem, DirectAdjustment, IncomeOrCost, OpeningBalance
from generator.model.registers import Activity, Note, OutlineBlock
from generator.subjects.auditors.rows import Auditor
from generator.subjects.board.rows import BoardMember
from generator.subjects.goals.rows import Goal, Step
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import BookedDifference, InsatsCost
from generator.subjects.insatser.rows_texts import InsatsText
from generator.subjects.members.rows import Member
from generator.subjects.overview.rows import KeyFigure

ALWAYS = {"missing_until_final"}
"""That the board has not decided yet stands in every draft."""


def said(values: Values, texts: str = "") -> dict[str, Severity]:
    """The rules that say anything, and how grave it is."""
    return {rule: severity_of(finding) for rule, finding in findings(values, texts).items() if rule not in ALWAYS}


def worst(values: Values) -> list[str]:
    """The rules that warn or more."""
    return sorted(rule for rule, severity in said(values).items() if severity >= Severity.WARNING)


def with_text(text: str, **association: Any) -> Values:
    values = small(**association)
    values[OutlineBlock].append({"level": 1, "heading": "Ekonomi", "text": text})
    return values


def test_the_small_underlag_itself_says_nothing() -> None:
    assert said(small()) == {}


# ------------------------------------------------------------- whole kronor and thousands


def in_whole_kronor(off: int) -> Values:
    """The small underlag rounded to kronor, with the cash ``off`` kronor away from balance."""
    values = small()
    for model, fields in ((IncomeOrCost, ("this_year", "last_year")), (BalanceItem, ("this_year", "last_year"))):
        for row in values[model]:
            row.update({field: row[field].quantize(Decimal(1)) for field in fields})
    for row in values[OpeningBalance]:
        row["amount"] = row["amount"].quantize(Decimal(1))
    cash = values[BalanceItem][1]
    cash["last_year"] = Decimal(760)
    cash["this_year"] = 200 + 500 + 300 + Decimal(2000 - 1600) - values[BalanceItem][0]["this_year"] + off
    return values


@pytest.mark.parametrize("off", [0, 1, -2, 3])
def test_a_krona_or_three_in_whole_kronor_is_noted_at_most(off: int) -> None:
    assert worst(in_whole_kronor(off)) == []
    assert ("balance_rounding" in said(in_whole_kronor(off))) is bool(off)


def test_with_ore_nothing_is_tolerated() -> None:
    values = small()
    values[BalanceItem][1]["this_year"] += Decimal("0.01")
    assert "balance_differs" in worst(values)


# ------------------------------------------------------------- corrections of opening equity


def corrected(note: str) -> Values:
    """Opening equity is 100 000 kr higher by a correction, which the cash has too."""
    values = small()
    values[DirectAdjustment] = [
        {"year": 2020, "amount": Decimal("100000.00"), "reason": "Rättelse av fel", "note": note}
    ]
    values[BalanceItem][1]["this_year"] += 100_000
    values[Note].append({"key": "Rättelse", "kind": "text", "text": "En fordran från 2019 hade inte bokförts."})
    return values


def test_a_correction_of_opening_equity_passes_with_a_note_and_fails_without() -> None:
    assert worst(corrected("Rättelse")) == []
    assert worst(corrected("")) == ["adjustment_without_note"]


# ------------------------------------------------------------- the insatser and the books


def with_insats(*, reason: str = "", booked: str = "500.00", reported: str = "470.00", **insats: Any) -> Values:
    values = small()
    values[Activity].append({"key": "Stödet", "group": "individinriktad", "is_insats": True})
    values[IncomeOrCost][1] = cost("Stöd", booked, "450.00", activity="Stödet", budget=Decimal("600.00"))
    values[IncomeOrCost][2] = cost("Lokaler", str(Decimal("1500.25") - Decimal(booked)), "1050.10")
    values[IncomeOrCost][2]["last_year"] = Decimal("1050.10")
    return values | {
        Insats: [{"key": "Stödet", "start": "2018", "end": "2021-06-30"} | insats],
        InsatsCost: [{"insats": "Stödet", "kind": "Löner", "reported": Decimal(reported)}],
        BookedDifference: [{"activity": "Stödet", "amount": Decimal("30.00"), "reason": reason}] if reason else [],
    }


@pytest.mark.parametrize(
    "reason", ["slutredovisningen kom efter bokslutet", "återbetalning", "ägaren bär en del", "andel av förbundschefen"]
)
def test_a_difference_to_the_books_is_silent_with_a_reason_and_a_warning_without(reason: str) -> None:
    assert worst(with_insats(reason=reason)) == []
    assert worst(with_insats()) == ["insats_differs"]


def test_an_insats_with_a_budget_for_the_whole_period_is_not_held_against_the_year() -> None:
    values = with_insats(reason="x", budget_whole=Decimal("9000.00"))
    assert not {"insats_budgets_exceed", "insats_budgets_leave"} & set(said(values))
    assert "insats_budgets_exceed" in worst(with_insats(reason="x", budget=Decimal("9000.00")))


def test_a_reserve_in_the_budget_is_undistributed_not_wrong() -> None:
    assert said(with_insats(reason="x", budget=Decimal("550.00")))["insats_budgets_leave"] is Severity.NOTE


@pytest.mark.parametrize(
    ("start", "end"), [("2013", "2021-06-30"), ("2018", "2020-12-31"), ("2020-11", ""), ("", "2020-01")]
)
def test_a_period_over_years_or_open_is_no_error(start: str, end: str) -> None:
    assert worst(with_insats(reason="x", start=start, end=end)) == []


def test_a_period_outside_the_year_is_told() -> None:
    assert "insats_outside_year" in worst(with_insats(reason="x", start="2018", end="2019-12-31"))


def test_two_insatser_of_one_name_are_told_apart_by_key() -> None:
    values = with_insats(reason="x")
    values[Insats] += [{"key": "Stödet två", "name": "Stödet", "start": "2019", "activity": "Stödet"}]
    assert worst(values) == []


def test_a_fact_sheet_may_have_two_fields_of_one_heading() -> None:
    values = with_insats(reason="x")
    values[InsatsText] = [
        {"insats": "Stödet", "heading": "Kvantitativa mål", "text": text} for text in ("Åtta.", "Tio.")
    ]
    assert "key_twice" not in worst(values)


# ------------------------------------------------------------- the members' contributions


def members(*more: dict[str, Any], state: str = "1000.00") -> Values:
    """Contributions by members instead of among the amounts, 50/25/25."""
    common = {"activity": "Finansiering"}
    values = small()
    values[IncomeOrCost][0] |= {"activity": "", "this_year": None, "last_year": Decimal("1900.10")}
    values[Member] = [
        common | {"name": "Staten", "category": "staten", "this_year": Decimal(state)},
        common | {"name": "Regionen", "category": "region", "this_year": Decimal("500.00")},
        common | {"name": "Kommunen", "category": "kommun", "this_year": Decimal("500.50")},
        *(common | row for row in more),
    ]
    return values


def test_a_krona_of_rounding_and_an_own_note_text_are_no_other_shares() -> None:
    assert "contribution_shares" not in said(members())


def test_other_shares_are_a_warning_that_asks_for_a_reason() -> None:
    values = members({"name": "Extra", "category": "staten", "this_year": Decimal("9000.00")})
    assert said(values)["contribution_shares"] is Severity.WARNING


@pytest.mark.parametrize(
    "row", ["Projektmedel från länsstyrelsen", "Bidrag från NNS", "Återbetalda medel", "Öresutjämning"]
)
def test_other_income_is_no_contribution(row: str) -> None:
    values = small()
    values[IncomeOrCost].append(
        {
            "line": INCOME,
            "note_row": row,
            "activity": "Kansli",
            "this_year": Decimal("50.00"),
            "last_year": Decimal("50.00"),
        }
    )
    values[BalanceItem][1]["this_year"] += 100
    values[BalanceItem][1]["last_year"] += 50
    assert said(values) == {}


def test_interest_and_other_grants_on_the_activity_for_financing_are_no_contributions() -> None:
    values = members()
    for line, row in (("Finansiella intäkter", "Ränteintäkter"), (INCOME, "Övriga bidrag")):
        amounts = {"this_year": Decimal("50.00"), "last_year": Decimal("40.00")}
        values[IncomeOrCost].append({"line": line, "note_row": row, "activity": "Finansiering", **amounts})
    values[BalanceItem][1]["this_year"] += 180
    values[BalanceItem][1]["last_year"] += 80
    assert worst(values) == []


@pytest.mark.parametrize(
    ("content", "severity"),
    [
        ({"content": "Driftredovisning"}, Severity.NOTE),
        ({"content": "Driftredovisning", "layout": "per verksamhet"}, Severity.WARNING),
    ],
)
def test_a_contribution_without_an_activity_is_a_warning_where_activities_are_shown(
    content: dict[str, str], severity: Severity
) -> None:
    values = members()
    values[Member][1]["activity"] = ""
    values[OutlineBlock].append({"level": 1, "heading": "Drift", **content})
    assert said(values)["contribution_without_activity"] is severity


def test_contributions_owed_or_prepaid_are_no_rules_business() -> None:
    values = small()
    for line in ("Fordringar", "Kortfristiga skulder"):
        values[BalanceItem].append(
            {
                "line": line,
                "note_row": "Bidrag för nästa år",
                "this_year": Decimal("80.00"),
                "last_year": Decimal("70.00"),
            }
        )
    assert said(values) == {}


# ------------------------------------------------------------- magnitude and sign


def with_costs(*rows: tuple[str, str, str]) -> Values:
    """The small underlag with more rows of costs, paid in cash."""
    values = small()
    for row, now, before in rows:
        values[IncomeOrCost].append(cost(row, now, before))
        values[BalanceItem][1]["this_year"] -= Decimal(now) + Decimal(before)
        values[BalanceItem][1]["last_year"] -= Decimal(before)
    return values


def grown(factor: int) -> Values:
    """All amounts of this year's column of income and costs ``factor`` times as large."""
    values = small()
    for row in values[IncomeOrCost]:
        row["this_year"] = row["last_year"] * factor
    return values


@pytest.mark.parametrize(
    "row", [("Öresutjämning", "-0.03", "0.02"), ("Lokaler 2", "94.25", "4.64"), ("ESF", "321.00", "0.22")]
)
def test_one_row_a_thousand_times_another_is_ordinary(row: tuple[str, str, str]) -> None:
    assert worst(with_costs(row)) == []


def test_a_whole_column_a_thousand_times_another_is_told() -> None:
    assert "column_in_other_unit" in worst(grown(1000))
    assert "column_in_other_unit" not in worst(grown(20))


@pytest.mark.parametrize("row", ["Återförd upplupen kostnad", "Återbetalda insatsmedel"])
def test_a_negative_row_in_a_positive_post_is_a_correction(row: str) -> None:
    assert worst(with_costs((row, "-50.00", "10.00"))) == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("Lokaler 2", "-50.00", "60.00"), ["cost_negative"]),
        (("Lokaler 2", "-50.00", "0.00"), ["cost_negative"]),
        (("Lokaler 2", "-50.00", "-5.00"), []),
        (("Kreditfakturor", "-50.00", "60.00"), []),
        (("Öresavrundning", "-0.05", "0.04"), []),
    ],
)
def test_a_negative_cost_in_a_report_that_balances_is_asked_about(row: tuple[str, str, str], told: list[str]) -> None:
    assert worst(with_costs(row)) == told


def test_a_negative_cost_is_told_with_last_year_and_the_budget_it_is_unlike() -> None:
    values = with_costs(("Lokaler 2", "-50.00", "60.00"))
    values[IncomeOrCost][-1]["budget"] = Decimal("55.00")
    finding = findings(values)["cost_negative"]
    said = message(finding)
    assert (finding.place.cell, said.about) == ("G9", "Lokaler 2 2020")
    assert said.what.replace("\u00a0", " ") == (
        "Lokaler 2 är -50 kr 2020, mot 60 kr 2019 och 55 kr i budgeten. En kostnad skrivs utan minus."
    ).replace("-", MINUS)


@pytest.mark.parametrize("more", [{"sub_item": "Hyra"}, {"level": "varav"}])
def test_a_sub_item_or_a_part_may_be_negative(more: dict[str, str]) -> None:
    values = with_costs(("Lokaler 2", "-50.00", "60.00"))
    values[IncomeOrCost][-1] |= more
    assert "cost_negative" not in said(values)


def test_a_correction_on_a_row_that_stays_positive_is_not_asked_about() -> None:
    assert worst(with_costs(("Lokaler", "-50.00", "0.00"))) == []


def test_a_post_whose_sum_turns_is_an_error() -> None:
    turned = worst(with_costs(("Fel tecken", "-5000.00", "10.00")))
    assert "sum_negative" in turned
    assert "cost_negative" not in turned


def test_a_negative_claim_is_netting_but_ore_are_not() -> None:
    values = small()
    for row, amount in (("Öresutjämning", "-0.10"), ("Skattekonto", "-20.00")):
        values[BalanceItem].append(
            {"line": "Fordringar", "note_row": row, "this_year": Decimal(amount), "last_year": 0}
        )
        values[BalanceItem][1]["this_year"] -= Decimal(amount)
    found = [finding for finding in examined(values).findings if finding.code == "balance_row_negative"]
    assert [finding.values["row"] for finding in found] == ["Skattekonto"]


@pytest.mark.parametrize(
    ("line", "told"), [("Övriga ansvarsförbindelser", False), ("Andra avsättningar", True), ("Fordringar", True)]
)
def test_what_stands_below_the_line_is_not_netted(line: str, told: bool) -> None:  # noqa: FBT001
    values = small()
    for row, amount in (("Borgen", "-20.00"), ("Annat", "50.00")):
        values[BalanceItem].append({"line": line, "note_row": row, "this_year": Decimal(amount), "last_year": 0})
    assert ("balance_row_negative" in {finding.code for finding in examined(values).findings}) is told


# ------------------------------------------------------------- notes and comparatives


@pytest.mark.parametrize("key", ["Redovisningsprinciper", "Kostnad för räkenskapsrevision"])
def test_a_note_of_text_needs_no_line_that_refers_to_it(key: str) -> None:
    values = small()
    values[Note].append({"key": key, "kind": "text", "text": "Så har vi gjort."})
    assert said(values) == {}


def test_a_new_post_without_a_comparative_is_noted_once_at_most() -> None:
    values = small()
    values[BalanceItem].append({"line": "Kortfristiga skulder", "note_row": "Ny skuld", "this_year": Decimal("300.00")})
    values[BalanceItem][1]["this_year"] += 300
    assert said(values) == {"row_moved": Severity.NOTE}
    values[BalanceItem][-1] |= {"line": "Långfristiga skulder"}
    assert said(values) == {"borrowed": Severity.WARNING}, "the whole post is new"


def test_a_row_that_moved_is_silent_when_its_note_says_why() -> None:
    values = small()
    values[Note].append({"key": "Skulder", "text": "Skulden gäller insatsen Stödet."})
    for row in values[BalanceItem]:
        row["note"] = "Skulder" if row["line"] == "Kortfristiga skulder" else ""
    values[BalanceItem].append(
        {"line": "Kortfristiga skulder", "note": "Skulder", "note_row": "Ny skuld", "this_year": Decimal("300.00")}
    )
    values[BalanceItem][1]["this_year"] += 300
    assert said(values) == {}


def test_equity_may_be_negative_when_the_year_opens() -> None:
    values = small()
    values[OpeningBalance][0]["amount"], values[OpeningBalance][1]["amount"] = Decimal("-100.00"), Decimal("100.00")
    for row in values[BalanceItem]:
        if row["line"] == "Kassa och bank":
            row["this_year"], row["last_year"] = (
                row["this_year"] - Decimal("600.25"),
                row["last_year"] - Decimal("600.25"),
            )
    assert "balance_row_negative" not in said(values)


def test_a_budget_on_a_row_of_its_own_needs_no_note() -> None:
    values = small()
    values[IncomeOrCost][0]["budget"] = Decimal("2000.50")
    values[IncomeOrCost].append({"line": COSTS, "activity": "Kansli", "budget": Decimal("1600.25")})
    assert said(values) == {}


# ------------------------------------------------------------- goals


def with_goals(*goals: dict[str, Any]) -> Values:
    """Goals that the report shows."""
    values: Values = {**small(), Goal: list(goals)}
    values[OutlineBlock].append({"level": 1, "heading": "Måluppfyllelse", "content": "Mål"})
    return values


@pytest.mark.parametrize("assessment", ["ej mätt", "pågår"])
def test_what_is_not_measured_or_goes_on_is_a_step_of_the_scale(assessment: str) -> None:
    goal = {"goal": "Fler ska delta", "target": "120", "outcome": "83", "assessment": assessment}
    assert said(with_goals(goal)) == {}


@pytest.mark.parametrize(
    ("changed", "rules"),
    [
        ({}, ["goal_not_reached"]),
        ({"outcome": "130"}, []),
        ({"target": "alla nya"}, []),
        ({"target": "75–80"}, []),
        ({"target": "80 %"}, []),
        ({"goal": "Väntetiden ska minska"}, []),
        ({"target": "högst 120"}, []),
        ({"assessment": "delvis uppfyllt"}, []),
        ({"outcome": "mäts i vår"}, []),
        ({"goal": "Avvikelsen från budgeten är högst 5 %", "target": "", "outcome": ""}, ["goal_budget_limit"]),
        ({"goal": "Avvikelsen från budgeten är högst 25 %", "target": "", "outcome": ""}, []),
    ],
)
def test_a_goal_is_held_against_its_own_numbers_where_they_can_be_compared(
    changed: dict[str, str], rules: list[str]
) -> None:
    goal = {"goal": "Fler ska delta", "target": "minst 120", "outcome": "83", "assessment": "uppfyllt"} | changed
    values = small() | {Goal: [goal]}
    values[IncomeOrCost].append({"line": COSTS, "activity": "Kansli", "budget": Decimal("2000.00")})
    assert [rule for rule in worst(values) if rule.startswith("goal")] == rules


def test_a_goal_that_reached_its_target_and_is_said_to_have_missed_it_is_noted() -> None:
    goal = {"goal": "Fler ska delta", "target": "minst 120", "outcome": "130", "assessment": "ej uppfyllt"}
    assert said(with_goals(goal)) == {"goal_reached": Severity.NOTE}


def test_the_best_step_of_ones_own_scale_is_the_one_with_its_symbol() -> None:
    steps = [{"word": "Svag", "symbol": "○"}, {"word": "God", "symbol": "●"}]
    goal = {"goal": "Fler ska delta", "target": "minst 120", "outcome": "83", "assessment": "god"}
    assert worst(small() | {Step: steps, Goal: [goal]}) == ["goal_not_reached"]
    assert worst(small() | {Step: steps, Goal: [goal | {"assessment": "svag"}]}) == []


@pytest.mark.parametrize(("limit", "rules"), [("25", []), ("24,9", ["goal_budget_limit"])])
def test_a_budget_limit_that_is_just_reached_is_kept(limit: str, rules: list[str]) -> None:
    goal = {"goal": f"Avvikelsen från budgeten är högst {limit} %", "assessment": "uppfyllt"}
    values = small() | {Goal: [goal]}
    values[IncomeOrCost].append({"line": COSTS, "activity": "Kansli", "budget": Decimal("1280.20")})
    assert [rule for rule in worst(values) if rule.startswith("goal")] == rules


# ------------------------------------------------------------- dates by state


@pytest.mark.parametrize("state", ["under arbete", "utkast"])
def test_in_february_the_board_has_not_decided(state: str) -> None:
    assert worst(small(state=state)) == []


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        (None, ["missing"]),
        (date(2021, 3, 31), []),
        (date(2021, 4, 1), ["decision_late"]),
        (date(2020, 3, 5), ["decision_before_year_end"]),
    ],
)
def test_a_final_report_is_decided_in_time(day: date | None, rules: list[str]) -> None:
    values = small(state="slutlig", decision_date=day)
    values[OutlineBlock].append({"level": 1, "heading": "Underskrifter", "content": "Underskrifter"})
    values[BoardMember] = [{"name": "Ada Ek", "role": "ordförande"}]
    for row in values[IncomeOrCost]:
        row["budget"] = row["this_year"]
    assert worst(values) == rules


def test_a_late_decision_stays_unsaid_in_a_draft() -> None:
    assert worst(small(decision_date=date(2021, 4, 20))) == []


def test_signers_may_have_joined_after_the_year() -> None:
    person = {"name": "Provet Nyvald", "kind": "ordinarie", "signs": True, "start": "2021-01-15"}
    values = small(decision_date=date(2021, 3, 5))
    values[BoardMember] = [person]
    values[OutlineBlock].append({"level": 1, "heading": "Underskrifter", "content": "Underskrifter"})
    assert worst(values) == []


def test_auditors_are_appointed_over_the_turn_of_the_year() -> None:
    values = small()
    values[Auditor] = [{"name": "Provet Granskare", "start": "2019-01-01", "end": "2022-12-31"}]
    assert worst(values) == []


# ------------------------------------------------------------- texts


@pytest.mark.parametrize(
    "text",
    [
        "Jämfört med 2019 ökade intäkterna.",
        "Enligt lagen (2018:597) och finsamlagen (2003:1210) gäller detta.",
        "Diarienummer 2020-1234, bankgiro 123-4567 och projekt 20190112-0001.",
        "Rapporten Finsam 2019 beskriver läget.",
        "Två insatser avslutades i mars.",
        "Kostnaderna för lokalerna sjönk.",
        "Insatsens kostnader sjönk under året.",
        "Nästa år väntas kostnaderna sjunka.",
        "Kostnaderna var högre än budget.",
        "Enkäten [nämnd ovan][1] besvarades av få.\n\n[1]: https://exempel.se",
        "Det egna kapitalet ökade.",
    ],
)
def test_ordinary_sentences_are_left_alone(text: str) -> None:
    assert said(with_text(text)) == {}


def with_budget(text: str, budget: str = "1500.00") -> Values:
    values = with_text(text)
    values[IncomeOrCost].append({"line": COSTS, "activity": "Kansli", "budget": Decimal(budget)})
    return values


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Verksamhetens kostnader ökade inte mot 2019.", ""),
        ("Verksamhetens intäkter sjönk jämfört med 2019.", "direction_differs"),
        ("Intäkterna sjönk.", "direction_unclear"),
        ("Kostnaderna var lägre än budget.", "direction_differs"),
        ("Kostnaderna var högre än budget.", ""),
        ("Soliditeten sjönk från 86 till 80 procent.", "direction_differs"),
        ("Året var stillsamt. Det egna kapitalet minskade något.", "direction_unclear"),
        ("Trenden med ett växande eget kapital är därmed bruten.", "direction_differs"),
        ("Trenden med minskande eget kapital är bruten.", ""),
        ("Intäkterna var lägre 2019.", ""),
        ("I fjol var intäkterna lägre.", ""),
        ("Mot slutet av 2019 minskade intäkterna.", ""),
        ("Föregående år minskade intäkterna.", ""),
        ("Intäkterna var 2020 lägre än 2019.", "direction_differs"),
        ("Minskade intäkter, jämfört med året före.", "direction_differs"),
        ("Ökade intäkter gav lägre soliditet än året före.", ""),
        ("Intäkterna gav mindre eget kapital än året före.", ""),
        ("Jämfört med Föregående år sjönk intäkterna.", "direction_differs"),
        ("Kostnaderna steg, medan intäkterna sjönk jämfört med året före.", "direction_differs"),
    ],
)
def test_a_word_of_direction_is_held_against_the_figures(text: str, rule: str) -> None:
    found = [each for each in said(with_budget(text)) if each.startswith("direction")]
    assert found == [rule] * bool(rule)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Förbundet har finansierat nio insatser.", True),
        ("Till rapporten hör tre insatser.", True),
        ("Förbundet har sammanlagt en insats och två insatser till.", False),
        ("Två av insatserna fortsätter.", False),
        ("Nästa år planeras fem insatser.", False),
        ("Under 2018 fanns fem insatser.", False),
        ("Två individinriktade insatser har pågått.", False),
    ],
)
def test_a_number_word_is_held_against_the_register(text: str, told: bool) -> None:  # noqa: FBT001
    values = with_insats(reason="x")
    values[Insats].append({"key": "Träffen", "start": "2020"})
    values[OutlineBlock].append({"level": 1, "heading": "Om året", "text": text})
    assert ("count_differs" in said(values)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[Skriv ordförandens text här]", True),
        ("Klicka eller tryck här för att ange text.", True),
        ("Mötet hölls den XX mars.", True),
        ("Lorem ipsum dolor sit amet.", True),
        ("Underskrift: ______", True),
        ("Bilaga XX.", True),
        ("Läs mer i [vår text](https://exempel.se).", False),
        ("Med en fotnot.[^text]\n\n[^text]: Foten.", False),
        ("Skriv gärna till oss.", False),
    ],
)
def test_template_text_is_told_and_links_are_not(text: str, told: bool) -> None:  # noqa: FBT001
    assert (not {"template_text", "text_asked_for"}.isdisjoint(said(with_text(text)))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Samarbetet med Katrinehoms kommun.", True),
        ("Samarbetet med Katrineholms kommun.", False),
        ("Stödets deltagare var nöjda.", False),
        ("Motivera mera har börjat.", True),
        ("Motivera Mer! har börjat.", False),
    ],
)
def test_a_near_miss_of_a_registered_name_is_noted_in_text_files_too(text: str, told: bool) -> None:  # noqa: FBT001
    values = members()
    values[Member][2]["name"] = "Katrineholms kommun"
    values[Activity].append({"key": "Motivera mer", "other_names": "MM; Motiveraren", "group": "individinriktad"})
    found = said(values, f"# Ekonomisk ställning\n\n{text}\n")
    assert ("name_near" in found) is told


def test_personal_numbers_are_found_and_other_numbers_are_not() -> None:
    assert "personal_number" in said(with_text("Ring 811218-9876."))
    assert "personal_number" in said(with_text("Ring 811278-9873.")), "a coordination number"
    assert "personal_number" not in said(with_text("Ring 811218-9875, projekt 222000-9993."))


# ------------------------------------------------------------- parts


def test_a_part_is_judged_by_what_is_written_not_by_where_it_stands() -> None:
    values = small()
    values[OutlineBlock] = [*(row for row in values[OutlineBlock] if "content" in row), EVERY_PART]
    assert said(values) == {}


def test_no_staff_but_social_costs_is_ordinary() -> None:
    assert said(with_costs(("Sociala avgifter på arvoden", "20.00", "20.00"))) == {}


def test_a_part_that_is_missing_is_a_warning_with_its_paragraph_and_remains_while_under_way() -> None:
    values = small()
    values[OutlineBlock] = [row for row in values[OutlineBlock] if row["heading"] != "Investeringar"]
    assert said(values) == {"part_missing": Severity.WARNING}
    assert findings(values)["part_missing"].values["source"] == "4 kap. 1 § och 10 kap. 2 § LKBR"
    values_under_way = small(state="under arbete") | {OutlineBlock: values[OutlineBlock]}
    assert said(values_under_way)["parts_remain"] is Severity.REMAINING


# ------------------------------------------------------------- the overview's older years


def overview(**changed: Any) -> Values:
    """Income, costs, result and equity of 2018, and of 2017, that add up and reach the opening equity 500,25."""
    older = {
        "Verksamhetens intäkter": ("1000.50", "900"),
        "Kostnader inklusive finansiella kostnader": ("900.25", "950"),
        "Årets resultat": ("100.25", "-50"),
        "Eget kapital": ("500.25", "400"),
    }
    rows = [
        {"key": key, "third_year": Decimal(third), "fourth_year": Decimal(fourth)}
        for key, (third, fourth) in older.items()
    ]
    return small() | {KeyFigure: [row | changed.get(str(row["key"]).split()[0], {}) for row in rows]}


def test_older_years_that_add_up_are_left_alone_and_a_slip_is_told() -> None:
    assert said(overview()) == {}
    assert worst(overview(Verksamhetens={"fourth_year": Decimal(9000)})) == ["overview_result"]
    assert worst(overview(Eget={"third_year": Decimal("600.25")})) == ["overview_equity"]
    assert worst(overview(Årets={"third_year": Decimal("-100.25")})) == ["overview_equity", "overview_result"]


def test_a_krona_of_rounding_in_an_older_year_is_left_alone() -> None:
    assert worst(overview(Kostnader={"fourth_year": Decimal(951)})) == []


def test_costs_without_financial_ones_are_not_held_against_the_result() -> None:
    assert worst(overview(Kostnader={"key": "Verksamhetens kostnader", "third_year": Decimal(890)})) == []


# ------------------------------------------------------------- budgets


def budgeted(shown: str, *, decided: str, revised: str | None, other: str | None = None) -> Values:
    values = small(budget_shown=shown)
    values[IncomeOrCost][0]["budget"] = Decimal("2000.00")
    values[IncomeOrCost][0]["budget_revised"] = Decimal("2100.00") if revised is not None or other else None
    values[IncomeOrCost][1] |= {
        "budget": Decimal(decided),
        "budget_revised": None if revised is None else Decimal(revised),
    }
    return values


def test_a_revised_budget_is_typed_whole() -> None:
    assert said(budgeted("reviderad", decided="1600", revised="1500")) == {}
    assert "budget_revised_partly" in worst(budgeted("reviderad", decided="1600", revised=None, other="yes"))
    assert "budget_revised_missing" in worst(budgeted("reviderad", decided="1600", revised=None))
    assert said(budgeted("beslutad", decided="1600", revised=None)) == {}, "nobody asked for the revised one"


def test_a_new_budget_of_nil_is_a_budget() -> None:
    assert said(budgeted("reviderad", decided="1600", revised="0")) == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sjukfrånvaron var åtta dagar, 62 procent av dem kvinnors.", True),
        ("Under året har 8 sjukdagar tagits ut.", True),
        ("Sjukfrånvaron redovisas inte, eftersom högst tio är anställda (11 kap. 6 § lagen).", False),
        ("Sjukfrånvaron har varit låg.", False),
        ("Sjukfrånvaron bland deltagarna minskade med 12 procent.", False),
        ("Sjukfrånvaron i länet var 4,2 procent, mot 3,9 procent i riket.", False),
        ("Sjukfrånvaron hos de anställda på kansliet var 4,2 procent.", True),
    ],
)
def test_sick_leave_of_few_is_a_warning(text: str, told: bool) -> None:  # noqa: FBT001
    values = small()
    values[OutlineBlock].append({"level": 1, "heading": "Hälsa", "text": text})
    assert ("sick_leave_of_few" in findings(values)) is told


def test_sick_leave_of_many_is_told_freely() -> None:
    values = small()
    values[OutlineBlock].append({"level": 1, "heading": "Hälsa", "text": "Sjukfrånvaron var 4 procent."})
    values[KeyFigure] = [{"key": "Antal anställda", "unit": "antal", "this_year": 12, "last_year": 11}]
    assert "sick_leave_of_few" not in findings(values)
