"""What follows from what: the cause stands by itself, and what it makes other rules say stands under it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pdfs import written
from small_underlag import Values, examined, small
from straight import xlsx

from generator.booking.messages import ACCOUNT_UNMAPPED
from generator.checks.messages_amounts import BALANCE_DIFFERS
from generator.checks.messages_last_year import COMPARATIVE_DIFFERS
from generator.console import as_data, as_text
from generator.figures.figure import FigureId
from generator.findings.cause import Cause
from generator.findings.consequences import with_consequences
from generator.findings.finding import Finding, Severity, Side, Sides
from generator.findings.message import message
from generator.findings.rule import Rule
from generator.ground.source import Source
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.registers import Activity, OutlineBlock
from generator.pipeline import Examination, examine
from generator.statements.balance_sheet import EQUITY
from generator.subjects.charts.rows import ChartRow
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.subjects.members.rows import Member
from generator.subjects.registry import all_tabs

TEXT = {"level": 1, "heading": "Likvida medel", "text": "Likvida medel är {{ likvida_medel : kr }}."}


def with_text(values: Values) -> Values:
    return values | {OutlineBlock: [*values[OutlineBlock], TEXT]}


def told(examination: Examination) -> dict[str, Finding | None]:
    """Each rule that speaks, with what it follows from."""
    return {finding.code: finding.follows for finding in examination.findings}


def test_of_a_whole_underlag_nothing_follows() -> None:
    examination = examined(with_text(small()))
    assert not any(told(examination).values())
    assert "Följer" not in as_text(examination)


def test_what_an_unreadable_cell_leaves_untested_is_told_under_it() -> None:
    values = with_text(small())
    values[BalanceItem][1]["this_year"] = "ungefär tusen"
    examination = examined(values)
    follows = told(examination)
    assert follows["amount_not_a_number"] is None
    assert {code for code, cause in follows.items() if cause and cause.code == "amount_not_a_number"} == {
        "balance_untested",
        "text_figure_nothing",
        "cash_gone",
    } & set(follows)
    shown = as_text(examination)
    assert shown.index("ungefär tusen") < shown.index("Följer troligen av detta") < shown.index("inte prövad")
    assert "troligen följer av andra" in shown


def test_a_wrong_cell_that_is_told_of_stands_before_the_sums_that_it_breaks() -> None:
    values = small()
    values[IncomeOrCost][2]["this_year"] = Decimal("-600.00")
    codes = [finding.code for finding in examined(values).findings]
    follows = told(examined(values))
    assert follows["balance_differs"] is not None
    assert follows["balance_differs"].code == "cost_negative"
    assert codes.index("cost_negative") + 1 == codes.index("balance_differs")


def test_one_wrong_amount_of_last_year_is_one_finding_with_the_other_under_it() -> None:
    values = small()
    values[IncomeOrCost][1]["last_year"] = Decimal("8051.00")
    first, second = (finding for finding in examined(values).findings if finding.code == "balance_differs")
    assert first.follows is None
    assert second.follows is first


def test_several_cells_that_name_what_is_gone_are_told_as_one() -> None:
    values = small()
    values[Activity][1] = {**values[Activity][1], "key": "Ledningen"}
    unknown = [finding for finding in examined(values).findings if finding.code == "reference_unknown"]
    assert len(unknown) == 3
    assert [finding.follows is unknown[0] for finding in unknown] == [False, True, True]


def test_a_name_misspelt_in_its_register_is_told_there_and_the_right_ones_under_it() -> None:
    values = small()
    values[Activity][1] = {**values[Activity][1], "key": "Kanslii"}
    findings = examined(values).findings
    (strange,) = (finding for finding in findings if finding.code == "register_name_strange")
    assert (strange.place.tab, strange.place.row) == ("Verksamheter", 6)
    assert [each.follows is strange for each in findings if each.code == "reference_unknown"] == [True] * 3


def test_a_name_misspelt_where_it_is_named_is_told_there() -> None:
    values = small()
    values[IncomeOrCost][1]["activity"] = "Kanslii"
    (unknown,) = (
        each for each in examined(values).findings if each.code in {"reference_unknown", "register_name_strange"}
    )
    assert unknown.place.tab == "Intäkter och kostnader"


def test_the_json_tells_which_finding_each_follows_from() -> None:
    values = small()
    values[IncomeOrCost][2]["this_year"] = Decimal("-600.00")
    data: Any = as_data(examined(values))["findings"]
    (number,) = (number for number, each in enumerate(data) if each["rule"] == "cost_negative")
    (balance,) = (each for each in data if each["rule"] == "balance_differs")
    assert balance["follows"] == number
    assert data[number]["follows"] is None
    assert balance["causes"][0]["kind"] == "sign"
    assert balance["causes"][0]["wanted"] == "600.00"


def test_two_errors_that_have_nothing_to_do_with_each_other_stand_apart() -> None:
    values = small()
    values[IncomeOrCost][2]["this_year"] = Decimal("-600.00")
    values[OutlineBlock] = [*values[OutlineBlock], {"level": 1, "heading": "Bild", "picture": "finns_inte.png"}]
    follows = told(examined(values))
    assert all(cause is None or cause.code == "cost_negative" for cause in follows.values())
    assert [code for code, cause in follows.items() if cause] == ["balance_differs"]


def test_no_finding_is_lost_whatever_follows_from_what() -> None:
    values = with_text(small())
    values[IncomeOrCost][1] |= {"this_year": "nittio", "activity": "Kansliet"}
    values[IncomeOrCost][2] |= {"last_year": Decimal("-650.00"), "activity": "Kansliet"}
    values[BalanceItem][1]["last_year"] = Decimal("7602.50")
    findings = examined(values).findings
    assert len({id(finding) for finding in findings}) == len(findings)
    standing = {id(finding) for finding in findings if finding.follows is None}
    assert standing
    assert all(id(finding.follows) in standing for finding in findings if finding.follows)


CLAIM = {"level": 1, "heading": "Pengar", "text": "Likvida medel uppgick till 999 kr. Kostnaderna blev 1 550 kr."}


def with_claims(values: Values) -> Values:
    return values | {OutlineBlock: [*values[OutlineBlock], CLAIM]}


def test_a_missing_date_has_no_consequences_in_the_texts() -> None:
    examination = examined(with_claims(small(state="slutlig")))
    follows = told(examination)
    assert "missing" in follows
    assert "number_differs" in follows
    assert not any(follows.values())


def test_a_text_follows_only_from_the_cell_that_its_figure_is_made_of() -> None:
    values = with_claims(small())
    values[BalanceItem][1]["this_year"] = Decimal("11500.00")
    balance = next(each for each in examined(values).findings if each.code == "balance_differs")
    texts = {
        str(each.values["found"]): each.follows for each in examined(values).findings if each.code == "number_differs"
    }
    assert balance.causes[0].places[0].cell == "F6"
    assert {words: bool(cause) for words, cause in texts.items()} == {
        "Likvida medel uppgick till 999 kr": True,
        "Kostnaderna blev 1 550 kr": False,
    }


def test_the_gravest_consequence_is_named_first() -> None:
    values = with_claims(small())
    values[IncomeOrCost][2]["this_year"] = Decimal("-600.00")
    following = [each for each in examined(values).findings if each.follows]
    assert [each.code for each in following] == ["balance_differs", "number_differs"]


def test_a_row_that_stands_twice_is_told_once() -> None:
    values = small()
    values[IncomeOrCost].append(values[IncomeOrCost][1])
    follows = told(examined(values))
    assert follows["row_twice"] is None
    assert follows["balance_differs"] is not None
    assert follows["balance_differs"].code == "row_twice"


def test_a_placed_part_whose_tab_is_gone_is_told_by_the_tab(tmp_path: Path) -> None:
    values = small()
    values[Member] = [{"name": "Björkdalens kommun"}]
    values[OutlineBlock] = [
        *values[OutlineBlock],
        {"level": 1, "heading": "Våra medlemmar", "content": "Medlemsbidrag"},
    ]
    whole = written(values, tmp_path)
    assert "placed_without_tab" not in told(examine(tmp_path))
    whole.write_bytes(xlsx([tab for tab in all_tabs() if tab.name != "Medlemmar"], values))
    [finding] = [each for each in examine(tmp_path).findings if each.code == "placed_without_tab"]
    assert finding.values == {"tabs": "Fliken Medlemmar", "parts": "”Medlemsbidrag”"}
    assert finding.place.tab == "Innehåll"
    assert finding.place.text == "Medlemsbidrag"


def test_what_a_renamed_tab_is_needed_for_is_told_under_its_new_name(tmp_path: Path) -> None:
    values = small()
    values[Member] = [{"name": "Björkdalens kommun", "this_year": Decimal(5000), "last_year": Decimal(5000)}]
    values[OutlineBlock] = [
        *values[OutlineBlock],
        {"level": 1, "heading": "Våra medlemmar", "content": "Medlemsbidrag"},
    ]
    tabs = [replace(tab, name="Medlemar") if tab.name == "Medlemmar" else tab for tab in all_tabs()]
    (tmp_path / "underlag.xlsx").write_bytes(xlsx(tabs, values))
    follows = told(examine(tmp_path))
    assert follows["tab_missing"] is None
    placed = follows["placed_without_tab"]
    assert placed is not None
    assert placed.code == "tab_missing"


def test_an_insats_that_had_no_accounts_before_follows_from_no_cell_that_cannot_be_read() -> None:
    values = small()
    values[Insats] = [
        {"key": each, "budget": 100, "start": date(2020, 1, 1)} for each in ("Steget", "Bryggan", "Navet")
    ]
    values[InsatsCost] = [
        {"insats": "Steget", "reported": Decimal(90)},
        {"insats": "Navet", "reported": "ca nittio"},
    ]
    values[IncomeOrCost][2]["this_year"] = "ungefär sexhundra"
    waiting = [each for each in examined(values).findings if each.code == "insats_without_accounts"]
    assert [each.values["insats"] for each in waiting] == ["Bryggan"]
    assert waiting[0].follows is None


@pytest.mark.parametrize("level", [-2, 0, 10**11])
def test_a_numbered_heading_on_a_level_that_is_none_is_told_and_counted_on_one(level: int) -> None:
    values = small()
    values[OutlineBlock][0] |= {"level": level, "numbered": True}
    assert "level_of_outline" in told(examined(values))


def test_what_a_doubled_row_makes_of_rights_is_told_under_it() -> None:
    values = small()
    values[IncomeOrCost].append({**values[IncomeOrCost][2], "this_year": Decimal("90000.00")})
    values[IncomeOrCost].append(values[IncomeOrCost][-1])
    follows = told(examined(values))
    alone = told(examined(values | {IncomeOrCost: values[IncomeOrCost][:-1]}))
    assert follows["row_twice"] is None
    new = follows.keys() - alone.keys() - {"row_twice"}
    assert all((cause := follows[code]) and cause.code == "row_twice" for code in new)


def test_what_a_typed_total_makes_is_told_under_it() -> None:
    values = small()
    total = values[IncomeOrCost][2] | {"this_year": Decimal("90000.00"), "last_year": None}
    values[IncomeOrCost].append({key: "Summa" if value == "Lokaler" else value for key, value in total.items()})
    follows = told(examined(values))
    balance = follows["balance_differs"]
    assert balance is not None
    assert balance.code == "total_typed"


def test_a_statement_with_a_misspelt_name_is_told_at_the_name() -> None:
    values = small()
    outline = values[OutlineBlock]
    assert any(row.get("content") == "Resultaträkning" for row in outline)
    values[OutlineBlock] = [
        row | {"content": "Resultaträkningen"} if row.get("content") == "Resultaträkning" else row for row in outline
    ]
    placed = told(examined(values))["statement_not_placed"]
    assert placed is not None
    assert placed.code == "component_unknown"


def test_a_warning_that_errors_follow_from_is_one_and_may_not_be_left() -> None:
    values = small()
    values[IncomeOrCost].append(values[IncomeOrCost][1])
    (twice,) = (each for each in examined(values).findings if each.code == "row_twice")
    told_of = message(twice)
    assert told_of.severity is Severity.ERROR
    assert "godta" not in told_of.remedy
    assert told_of.remedy.startswith("Ta bort det som står en gång för mycket.")


def test_opening_equity_of_another_year_is_named_with_its_cell() -> None:
    values = small()
    derived = examined(values).derived
    assert derived
    later = derived.figures[FigureId(EQUITY, derived.association.year - 1)].amount
    for row in values[OpeningBalance]:
        row.update({"amount": later} if row["line"] == "Eget kapital" else {})
    first, *others = (each for each in examined(values).findings if each.code == "balance_differs")
    assert first.causes[0].kind == "other_day"
    assert all(each.follows is first for each in others)


def test_what_a_wrong_name_leaves_without_anything_to_show_follows_from_it() -> None:
    values = small()
    values[ChartRow] = [{"name": "Kassa", "table": "Balansräkning", "columns": "2O20"}]
    values[OutlineBlock] += [{"content": "Diagram", "name": "Kasa"}]
    follows = {code: cause.code for code, cause in told(examined(values)).items() if cause}
    assert follows["chart_empty"] == "chart_part_unknown"
    assert follows["placed_name_left_out"] == "placed_name_unknown"


def test_an_earlier_year_does_not_follow_from_an_account_that_has_amounts_only_later() -> None:
    def follows(since: int) -> bool:
        lost = ACCOUNT_UNMAPPED.found(
            Source(3000, file="bok.se", row=5),
            **{**dict.fromkeys(ACCOUNT_UNMAPPED.placeholders, "6420"), "since": since},
        )
        values = {**dict.fromkeys(COMPARATIVE_DIFFERS.placeholders, "500"), "year": 2020}
        sides = Sides(Side("i år", Decimal(500), ()), Side("i fjol", Decimal(300), ()))
        found = with_consequences([lost, COMPARATIVE_DIFFERS.found(Source(), **values).between(sides)])
        return any(each.follows is lost for each in found)

    assert follows(2020)
    assert not follows(2021)


def test_two_differences_of_other_lines_of_a_ledger_do_not_follow_from_each_other() -> None:
    def differing(rule: Rule, row: int) -> Finding:
        side = Side("i år", Decimal(500), (Source(3000, file="bok.se", row=row),))
        values = dict.fromkeys(rule.placeholders, "500")
        return rule.found(Source(), **values).between(Sides(side, Side("i fjol", Decimal(row), ())))

    cause = Cause("account", (), "", "ett konto saknas")
    found = with_consequences([differing(BALANCE_DIFFERS, 5).because((cause,)), differing(COMPARATIVE_DIFFERS, 9)])
    assert not any(each.follows for each in found)
