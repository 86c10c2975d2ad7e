"""Fact sheets as tables: free headings among the program's, amounts that are typed once, and the cost of each."""

from typing import Any

from component_cases import placed, read

from generator.blocks.case import Case
from generator.blocks.text_table import Lines, Prose, TextTable, Valued
from generator.figures.figure import FigureId, Missing
from generator.findings.message import message
from generator.ground.formatting import amount
from generator.model.amounts import IncomeOrCost
from generator.model.registers import Activity
from generator.subjects.appendices.rows import Appendix
from generator.subjects.fact_sheets import show as fact_sheets
from generator.subjects.insatser.rows import Insats, whole_number
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.subjects.insatser.rows_texts import InsatsText

Rows = list[dict[str, Any]]

COST = "Verksamhetens kostnader"
BOOKS: dict[Any, Rows] = {
    Activity: [{"key": "Team", "group": "individinriktad"}, {"key": "Mässa", "group": "strukturövergripande"}],
    IncomeOrCost: [
        {"line": COST, "activity": "Team", "this_year": 1000, "budget": 1200},
        {"line": COST, "activity": "Mässa", "this_year": 90, "budget": 100},
    ],
}
TEAM = {"key": "Team", "owner": "Laxå kommun", "planned": "150", "reached": "90", "assessment": "God"}


def case_of(insatser: Rows, more: dict[Any, Rows] | None = None) -> Case:
    case, findings = read(BOOKS | {Insats: insatser} | (more or {}))
    assert [message(each).what for each in findings] == []
    return case


def sheet(case: Case, name: str = "") -> dict[str, str]:
    (block,) = placed(fact_sheets.COMPONENT, case, name, layout="Tabell")
    assert isinstance(block.content, TextTable)
    found = {}
    for row in block.content.rows:
        head, cell = row.cells
        assert isinstance(head, Lines)
        if isinstance(cell, Valued):
            told = f"{amount(cell.amount.of.amount, cell.amount.unit)} {cell.words}|{cell.text.text}"
            found[head.lines[0]] = told.replace("\u00a0", " ")
        else:
            assert isinstance(cell, Prose)
            found[head.lines[0]] = cell.text
    return found


def test_budget_and_cost_come_from_the_books_where_the_insats_is_alone_on_its_activity() -> None:
    assert sheet(case_of([TEAM])) == {
        "Ägare": "Laxå kommun",
        "Deltagare": "90, planerat 150",
        "Budget": "1 200 kr |",
        "Utfall": "1 000 kr enligt bokföringen|",
        "Kostnad per deltagare": "11 kr per deltagare|",
        "Bedömning": "God",
    }


def test_an_insats_that_shares_its_activity_gets_nothing_from_the_books() -> None:
    case = case_of([TEAM, {"key": "Annat", "activity": "Team", "reached": "5"}])
    assert "Utfall" not in sheet(case, "Team")
    assert case.derived is not None
    assert FigureId("insats.team.cost_per_participant", 2020) not in case.derived.figures


def test_what_the_insats_has_accounted_for_goes_before_what_is_booked() -> None:
    accounts: Rows = [{"insats": "Team", "kind": "Kostnader", "reported": 900}]
    shown = sheet(case_of([TEAM], {InsatsCost: accounts}))
    assert shown["Utfall"] == "900 kr |"
    assert shown["Kostnad per deltagare"] == "10 kr per deltagare|"


def test_a_table_of_the_accounts_stands_below_only_where_it_tells_more() -> None:
    one: Rows = [{"insats": "Team", "kind": "Kostnader", "reported": 900}]
    several: Rows = [
        {"insats": "Team", "kind": kind, "reported": 300} for kind in ("Löner", "Lokal", "Resor", "Övrigt")
    ]
    for accounts, there in ((one, False), (several, True)):
        (block,) = placed(fact_sheets.COMPONENT, case_of([TEAM], {InsatsCost: accounts}), layout="tabell")
        assert (block.table is not None) is there


def test_free_headings_stand_among_the_programs_and_may_be_put_under_its_values() -> None:
    texts: Rows = [
        {"insats": "Team", "heading": "Årets tema", "text": "Hälsa."},
        {"insats": "Team", "heading": "Budget", "text": "Delas av fyra förbund."},
        {"insats": "Team", "heading": "Måluppfyllelse", "text": "Färre än målet."},
        {"insats": "Team", "heading": "Avslut", "text": "Slut i mars."},
    ]
    shown = sheet(case_of([TEAM], {InsatsText: texts, Appendix: [{"name": "Slutrapport", "insats": "Team"}]}))
    assert list(shown) == [
        "Ägare",
        "Årets tema",
        "Deltagare",
        "Budget",
        "Utfall",
        "Kostnad per deltagare",
        "Måluppfyllelse",
        "Avslut",
        "Bilaga",
    ]
    assert shown["Budget"] == "1 200 kr |Delas av fyra förbund."
    assert shown["Måluppfyllelse"] == "God\n\nFärre än målet."
    assert shown["Bilaga"] == "Se bilaga 1."


def test_a_text_may_stand_in_place_of_a_number() -> None:
    texts: Rows = [{"insats": "Våld", "heading": "Budget", "text": "Ryms i strukturarbetet."}]
    shown = sheet(case_of([{"key": "Våld", "reached": "alla nya deltagare"}], {InsatsText: texts}))
    assert shown == {"Deltagare": "alla nya deltagare", "Budget": "Ryms i strukturarbetet."}


def test_what_is_counted_is_told_also_where_only_a_plan_is_typed() -> None:
    counted = TEAM | {"counted": "unika personer"}
    planned = case_of([counted | {"reached": ""}])
    assert sheet(planned)["Deltagare"] == "planerat 150 (unika personer)"
    assert sheet(case_of([counted]))["Deltagare"] == "90 (unika personer), planerat 150"
    (block,) = placed(fact_sheets.COMPONENT, planned)
    assert isinstance(block.content, fact_sheets.FactSheet)
    assert "**Deltagare:** planerat 150 (unika personer)" in [field.text for field in block.content.fields]


def test_participants_are_figures_where_they_are_numbers() -> None:
    case = case_of([TEAM])
    assert case.derived is not None
    figures = case.derived.figures
    assert figures[FigureId("insats.team.lacking", 2020)].value == 60
    assert case.names is not None
    assert case.names.name_of("insats.team.lacking") == "insats.team.saknade_deltagare"
    assert FigureId("insats.våld.reached", 2020) not in case_of([{"key": "Våld", "reached": "alla"}]).derived.figures  # type: ignore[union-attr]


def test_numbers_stand_beside_each_other_and_the_period_under_the_name() -> None:
    texts: Rows = [
        {"insats": "Team", "heading": "Budget", "text": "Delas av fyra förbund, som alla har ansvar för en del."}
    ]
    for more, apart in (([], ["Deltagare", "Budget", "Utfall", "Kostnad per deltagare"]), (texts, None)):
        team = TEAM | {"kind": "individinriktad", "start": "2019", "end": "2021"}
        (block,) = placed(fact_sheets.COMPONENT, case_of([team], {InsatsText: more}), layout="tabell")
        assert isinstance(block.content, TextTable)
        assert block.lead == "Individinriktad, 2019–2021"
        names = [row.cells[0].lines[0] for row in block.content.rows if not row.in_table]  # type: ignore[union-attr]
        assert names == (apart or ["Deltagare", "Utfall", "Kostnad per deltagare"])


def test_the_period_has_a_row_where_the_association_calls_it_something() -> None:
    texts: Rows = [{"insats": "Team", "heading": "Projekttid", "text": "Avslutas i mars."}]
    case = case_of([TEAM | {"start": "2019", "end": "2021"}], {InsatsText: texts})
    assert sheet(case)["Projekttid"] == "2019–2021\n\nAvslutas i mars."
    (block,) = placed(fact_sheets.COMPONENT, case, layout="tabell")
    assert not block.lead


def test_no_participants_have_no_cost_each() -> None:
    case = case_of([TEAM | {"reached": "0"}])
    assert case.derived is not None
    assert case.derived.figures[FigureId("insats.team.cost_per_participant", 2020)].value is Missing.NOTHING
    assert "Kostnad per deltagare" not in sheet(case)


def test_only_a_plain_number_is_a_number() -> None:
    assert whole_number("1 200") == 1200
    assert [whole_number(text) for text in ("", "cirka 20", "20–30", "2,5")] == [None, None, None, None]
