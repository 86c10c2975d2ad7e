"""The members' contributions: typed once, shown by share and quarter, and held against parties' shares and keys."""

from dataclasses import replace
from typing import Any

import pytest
from component_cases import placed, read, told

from generator.blocks.chart import Chart
from generator.figures.figure import Figure, FigureId
from generator.findings.message import message
from generator.ground.source import Source
from generator.model.amounts import IncomeOrCost
from generator.model.registers import Activity, Note
from generator.model.rows import Row
from generator.subjects.charts.rows import ChartRow
from generator.subjects.charts.rules import sources_are_there
from generator.subjects.charts.show import COMPONENT as DIAGRAM
from generator.subjects.members import rules, rules_once
from generator.subjects.members.rows import Member
from generator.subjects.members.show import COMPONENT
from generator.subjects.members.subject import SUBJECT
from generator.view.table import table_view

INHABITANTS = {
    "Vingåker": (5048, 117084),
    "Gnesta": (6439, 149347),
    "Nyköping": (32347, 750258),
    "Oxelösund": (6478, 150251),
    "Flen": (9016, 209118),
    "Katrineholm": (19979, 463394),
    "Eskilstuna": (64441, 1494648),
    "Strängnäs": (20998, 487029),
    "Trosa": (7712, 178873),
}
"""The municipalities of Sörmland with inhabitants of 16-64 years and contributions 2020, as printed."""


def rows(**changed: Any) -> list[dict[str, Any]]:
    common = {"activity": "Medlemmar", "note": "Intäkter"}
    municipal = [
        {"name": name, "category": "kommun", "key": key, "this_year": amount, "note_row": "Kommunerna"}
        for name, (key, amount) in INHABITANTS.items()
    ]
    others = [
        {"name": "Region Sörmland", "category": "region", "this_year": 4_000_000},
        {"name": "Staten", "category": "staten", "this_year": 8_000_000},
    ]
    every = [common | row for row in (*municipal, *others)]
    return [row | changed.get(str(row["name"]).split()[0], {}) for row in every]


def case(*, income: tuple[dict[str, Any], ...] = (), **changed: Any) -> Any:
    values: dict[type[Row], list[dict[str, Any]]] = {
        Member: rows(**changed),
        Activity: [{"key": "Medlemmar", "group": "finansiering"}, {"key": "Kansli", "group": "administration"}],
        Note: [{"key": "Intäkter"}],
        IncomeOrCost: list(income),
    }
    made, problems = read(values)
    assert problems == []
    return made


def shown(made: Any, layout: str) -> dict[str, tuple[str, ...]]:
    (block,) = placed(COMPONENT, made, layout=layout)
    assert block.table is not None
    view = table_view(block.table, "", ())
    return {row.label: tuple(cell.replace("\u00a0", " ") for cell in row.cells) for row in view.rows}


def test_the_table_shows_key_share_contribution_and_quarter() -> None:
    table = shown(case(), "per kvartal")
    assert table["Vingåker"] == ("5 048", "2,9 %", "117 084", "29 271")
    assert table["Summa kommuner"] == ("172 458", "100,0 %", "4 000 002", "1 000 001")
    assert table["Region Sörmland"][1:3] == ("25,0 %", "4 000 000")
    assert table["Totalt medlemsbidrag"][2] == "16 000 002"


def test_who_pays_for_others_is_told_below_the_table() -> None:
    region = {"paid_by": "Region Sörmland"}
    made = case(Staten={"paid_by": "Försäkringskassan"}, Gnesta=region, Trosa=region, Region=region)
    (block,) = placed(COMPONENT, made)
    assert block.table is not None
    assert block.table.notes[:2] == (
        "Region Sörmland betalar bidraget för Gnesta och Trosa.",
        "Försäkringskassan betalar bidraget för Staten.",
    )
    assert "betalar" not in " ".join(placed(COMPONENT, case())[0].table.notes)  # type: ignore[union-attr]


def test_shares_and_quarters_that_do_not_add_up_are_told_in_one_sentence() -> None:
    ore: dict[str, Any] = {"Vingåker": {"this_year": 117_083.5}, "Gnesta": {"this_year": 149_347.5}}
    (block,) = placed(COMPONENT, case(**ore), layout="per kvartal")
    assert block.table is not None
    said = [note for note in block.table.notes if "avrundade" in note]
    assert said == ["Belopp och andelar är avrundade var för sig. Därför kan en summa skilja sig från sina delar."]


def test_two_years_is_the_usual_layout() -> None:
    table = shown(case(Vingåker={"last_year": 100_000}), "")
    assert table["Vingåker"] == ("117 084", "100 000", "2,9 %")


def test_income_statement_and_note_follow_from_the_members() -> None:
    figures = case().derived.figures
    assert figures[FigureId("income_statement.operating_income", 2020)].amount == 16_000_002
    assert figures[FigureId("note.intäkter.kommunerna", 2020)].amount == 4_000_002
    assert figures[FigureId("operating_statement.member_contributions", 2020)].amount == 16_000_002


def test_the_contributions_as_printed_follow_shares_and_key() -> None:
    assert [message.what for rule in SUBJECT.rules for message in told(rule, case())] == []


def test_a_contribution_typed_among_income_too_is_an_error_that_names_both_cells() -> None:
    line = {"line": "Verksamhetens intäkter", "activity": "Medlemmar", "note_row": "Staten", "this_year": 8_000_000}
    (message,) = told(rules_once.contributions_stand_once, case(income=(line,)))
    assert (message.place.tab, message.place.cell) == ("Intäkter och kostnader", "G5")
    assert "fliken Medlemmar, cell D15" in message.what


def income(row: str, amount: int, line: str = "Verksamhetens intäkter", **more: Any) -> dict[str, Any]:
    return {"line": line, "activity": "Medlemmar", "note_row": row, "this_year": amount} | more


@pytest.mark.parametrize(
    "line",
    [
        income("Medlemsbidrag", 500),
        income("Kommunerna", 500, activity="Kansli"),
        income("", 16_000_002),
    ],
)
def test_what_is_called_a_contribution_or_is_as_much_as_all_is_one_twice(line: dict[str, Any]) -> None:
    (finding,) = rules_once.contributions_stand_once(case(income=(line,)))
    assert (finding.code, finding.place.cell) == ("contribution_twice", "G5")


@pytest.mark.parametrize(
    "line",
    [
        income("Ränteintäkter", 7_000, "Finansiella intäkter"),
        income("", 7_000, "Finansiella intäkter"),
        income("Övriga bidrag", 50_000),
        income("Staten", 0),
        income("", 4_000_000, activity="Kansli"),
    ],
)
def test_other_income_may_stand_on_the_activity_of_the_contributions(line: dict[str, Any]) -> None:
    made = case(income=(line,))
    assert told(rules_once.contributions_stand_once, made) == []
    assert made.derived.figures[FigureId("operating_statement.member_contributions", 2020)].amount == 16_000_002


@pytest.mark.parametrize(
    "line",
    [income("", 50_000), income("Extra från Region Sörmland", 50_000), income("Projektmedel", 4_000_000)],
)
def test_what_nothing_tells_from_a_contribution_is_asked_about(line: dict[str, Any]) -> None:
    (finding,) = rules_once.contributions_stand_once(case(income=(line,)))
    assert (finding.code, finding.place.cell) == ("contribution_maybe_twice", "G5")
    assert "står redan i fliken Medlemmar." in message(finding).what


def test_contributions_that_a_ledger_told_are_said_to_stand_in_its_file() -> None:
    made = case(income=(income("", 50_000),))
    booked = Source(3000, file="bokslut.se", row=12)
    told_by = [replace(each, place=booked, sources={}, is_booked=True) for each in made.underlag.of(Member)]
    underlag = replace(made.underlag, entries={**made.underlag.entries, Member: told_by})
    (finding,) = rules_once.contributions_stand_once(replace(made, underlag=underlag))
    assert "står redan i filen bokslut.se." in message(finding).what


def test_the_budget_of_other_income_is_not_the_contributions_budget() -> None:
    budget = income("", 0, this_year=None, budget=16_000_000)
    other = income("Övriga bidrag", 50_000, budget=40_000)
    figures = case(income=(budget, other)).derived.figures
    assert figures[FigureId("operating_statement.member_contributions", 2020, "budget")].amount == 16_000_000
    assert figures[FigureId("operating_statement.other_income", 2020, "budget")].amount == 40_000


def test_last_years_contributions_may_stand_among_income_where_no_member_has_any() -> None:
    last = income("Medlemsbidrag", 0, this_year=None, last_year=15_000_000)
    made = case(income=(last,))
    assert told(rules_once.contributions_stand_once, made) == []
    assert made.derived.figures[FigureId("operating_statement.member_contributions", 2019)].amount == 15_000_000


def test_a_contribution_without_an_activity_is_counted_and_told_with_its_cell_and_what_to_choose() -> None:
    made = case(Staten={"activity": ""})
    assert made.derived.figures[FigureId("operating_statement.member_contributions", 2020)].amount == 16_000_002
    (message,) = told(rules_once.contributions_have_an_activity, made)
    assert (message.place.tab, message.place.cell) == ("Medlemmar", "F15")
    assert message.what.replace("\u00a0", " ").startswith("Medlemsbidrag på 8 000 000 kr har ingen verksamhet.")
    assert message.remedy == "Välj Medlemmar i kolumnen Verksamhet."


def test_nothing_is_asked_of_activities_where_none_is_used_or_none_finances() -> None:
    without: dict[str, Any] = {name.split()[0]: {"activity": ""} for name in (*INHABITANTS, "Region", "Staten")}
    assert told(rules_once.contributions_have_an_activity, case(**without)) == []


def test_its_budget_may_stand_among_income() -> None:
    line = {"line": "Verksamhetens intäkter", "activity": "Medlemmar", "note_row": "Staten", "budget": 8_000_000}
    assert told(rules_once.contributions_stand_once, case(income=(line,))) == []


def test_a_state_that_gives_less_than_half_is_told_with_the_difference() -> None:
    findings = told(rules.parties_give_their_shares, case(Staten={"this_year": 7_000_000}))
    assert findings[0].what.replace("\u00a0", " ") == (
        "Staten bidrar 2020 med 7 000 000 kr, 46,7 % av bidragen. 50 % vore 7 500 001 kr. Skillnad 500 001 kr."
    )
    assert len(findings) == 3


def test_nothing_is_said_of_shares_where_a_party_is_missing() -> None:
    made = case(Region={"category": "övrig"})
    assert told(rules.parties_give_their_shares, made) == []


def test_a_digit_wrong_in_a_contribution_is_found_by_the_key() -> None:
    (message,) = told(rules.groups_share_by_their_key, case(Flen={"this_year": 209_811}))
    assert (message.place.tab, message.place.cell) == ("Medlemmar", "D9")
    assert "Flen: bidraget är" in message.what


@pytest.mark.parametrize("key", [51.2, 0.512])
def test_a_key_of_agreed_per_cent_allows_for_its_rounding(key: float) -> None:
    factor = 100 if key > 1 else 1
    shares = {"A": key, "B": 0.233 * factor, "C": 0.152 * factor, "D": 0.103 * factor}
    amounts = {"A": 510_208, "B": 232_184, "C": 151_468, "D": 102_640}
    members_of = [
        {"name": name, "category": "kommun", "key": share, "this_year": amounts[name]} for name, share in shares.items()
    ]
    made, problems = read({Member: members_of})
    assert problems == []
    assert told(rules.groups_share_by_their_key, made) == []


def note_rows(*income: dict[str, Any]) -> list[str]:
    made = case(income=income)
    assert made.derived is not None
    return [str(row.label) for note in made.derived.notes for row in note.rows]


def test_contributions_stand_first_in_their_note_or_where_their_row_is_typed() -> None:
    line: dict[str, Any] = {"line": "Verksamhetens intäkter", "note": "Intäkter"}
    other = line | {"note_row": "EU-medel", "this_year": 100, "last_year": 0}
    assert note_rows(other) == ["Kommunerna", "Region Sörmland", "Staten", "EU-medel"]
    budgets = tuple(line | {"note_row": name, "budget": 1} for name in ("Staten", "Kommunerna"))
    assert note_rows(other, *budgets) == ["Region Sörmland", "EU-medel", "Staten", "Kommunerna"]


def test_a_member_in_two_categories_is_one_member_with_a_contribution_of_each() -> None:
    """Gotland is the region and the municipality."""
    shares = [("Staten", "staten", 1000), ("Gotland", "region", 500), ("Gotland", "kommun", 500)]
    members = [{"name": name, "category": each, "this_year": amount} for name, each, amount in shares]
    made, problems = read({Member: members})
    assert problems == []
    assert list(shown(made, "två år")) == ["Staten", "Gotland (region)", "Gotland (kommun)", "Totalt medlemsbidrag"]
    assert made.derived is not None
    assert made.names is not None
    figures = made.derived.figures
    assert figures[FigureId("counts.medlemmar", 2020)].value == 2
    assert figures[FigureId("counts.medlemmar.kommun", 2020)].value == 1
    found = [made.names.find(name, 2020) for name in ("Gotland", "Gotland (kommun)")]
    assert [each.amount for each in found if isinstance(each, Figure)] == [1000, 500]
    assert told(rules.parties_give_their_shares, made) == []


@pytest.mark.parametrize(
    ("chosen", "parts", "wanted"),
    [
        ({}, {"Vingåker", "Trosa", "Region Sörmland", "Staten"}, ""),
        ({"rows": "Vingåker; Trosa; Kommuner"}, {"Vingåker", "Trosa", "Kommuner"}, "Vingåker räknas två gånger"),
        ({"columns": "Andel"}, {"Vingåker", "Trosa", "Region Sörmland", "Staten"}, "delarna är 197,6"),
    ],
)
def test_a_ring_of_the_contributions_has_each_krona_once(chosen: dict[str, Any], parts: set[str], wanted: str) -> None:
    few = [row for row in rows() if row["name"] in {"Vingåker", "Trosa", "Region Sörmland", "Staten"}]
    halves = [{key: row[key] for key in ("name", "category", "this_year")} for row in few]
    drawn = {"name": "D", "table": "Medlemsbidrag", "kind": "ring", "columns": "Bidrag 2020"} | chosen
    made, problems = read({Member: halves, ChartRow: [drawn]})
    assert problems == []
    (block,) = placed(DIAGRAM, made)
    assert isinstance(block.content, Chart)
    assert set(block.content.categories) == parts
    found = [message.what for message in told(sources_are_there, made)]
    assert [wanted in what for what in found] == ([True] if wanted else [])
