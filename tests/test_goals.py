"""Goals: areas and their numbers, the columns that follow what is typed, the scale, and the counts."""

import json
from functools import partial
from typing import Any

import pytest
import small_underlag
from component_cases import Values, placed, read, told
from pdf_structure import Structure
from pdfs import body_lines, drawn

from generator.blocks.block import Block, Placement
from generator.blocks.text_table import Above, Lines, Marked, Prose, TextTable
from generator.figures.table import shown_number
from generator.findings.finding import Severity
from generator.findings.message import message
from generator.ground.names import Name
from generator.model.registers import OutlineBlock
from generator.pipeline import edition
from generator.subjects.goals import rules, rules_heads, rules_outcomes
from generator.subjects.goals import show as goals
from generator.subjects.goals import show_summary as goal_summary
from generator.subjects.goals.rows import Goal, GoalHead, Step
from generator.subjects.participants.rows import Participants
from generator.subjects.placing import nothing_named_is_left_out, placed_layouts_are_known, placed_names_are_known
from generator.subjects.registry import all_components
from generator.subjects.texts.rules_marks import marks_are_where_they_work
from generator.view.content import content_view
from generator.view.parts import TextTableView
from generator.view.prose import ProseContext

Rows = list[dict[str, Any]]

THREE: Rows = [
    {"area": "Uppföljning", "goal": "Följa upp", "activity": "Rapport", "assessment": "uppfyllt"},
    {"goal": "Analysera", "activity": "Analys", "assessment": "Delvis  uppfyllt", "comment": "Sent."},
    {"area": "Ekonomi", "kind": "finansiellt", "goal": "Budget i balans", "target": "0 kr", "assessment": "uppfyllt"},
]


def tables(values: Values, name: str = "") -> dict[str, TextTable]:
    case, findings = read(values)
    assert findings == []
    found = {}
    for block in placed(goals.COMPONENT, case, name):
        assert isinstance(block.content, TextTable)
        found[block.heading] = block.content
    return found


def heads(table: TextTable) -> list[str]:
    return [column.head for column in table.columns]


def summary(values: Values) -> dict[str, list[Any]]:
    case, _ = read(values)
    (block,) = placed(goal_summary.COMPONENT, case)
    assert block.table is not None
    table = block.table
    return {row.label: [shown_number(cell, table) for cell in row.cells] for row in table.rows}


def test_areas_are_numbered_in_order_and_an_empty_area_is_that_of_the_row_above() -> None:
    shown = tables({Goal: THREE})
    assert list(shown) == ["Mål 1 – Uppföljning", "Mål 2 – Ekonomi"]
    assert [len(table.rows) for table in shown.values()] == [2, 1]


def test_an_area_typed_again_further_down_keeps_its_one_number() -> None:
    shown = tables({Goal: [*THREE, {"area": "uppföljning ", "goal": "Lära", "assessment": "pågår"}]})
    assert list(shown) == ["Mål 1 – Uppföljning", "Mål 2 – Ekonomi"]
    assert len(shown["Mål 1 – Uppföljning"].rows) == 3


def test_one_area_placed_by_name_keeps_its_number() -> None:
    assert list(tables({Goal: THREE}, "ekonomi")) == ["Mål 2 – Ekonomi"]


def test_a_single_area_needs_no_number_and_goals_without_area_no_heading() -> None:
    assert list(tables({Goal: THREE[:2]})) == ["Uppföljning"]
    alone = tables({Goal: [{"goal": "Ett mål"}]})
    assert heads(alone[""]) == ["Mål", "Måluppfyllelse"]


def test_the_columns_are_those_that_something_is_typed_in() -> None:
    shown = tables({Goal: THREE})
    assert heads(shown["Mål 1 – Uppföljning"]) == ["Delmål", "Aktivitet", "Måluppfyllelse"]
    assert heads(shown["Mål 2 – Ekonomi"]) == ["Delmål", "Målvärde", "Måluppfyllelse"]
    for table in shown.values():
        assert sum(column.width for column in table.columns) == 100


def widths(table: TextTable) -> dict[str, int]:
    return {column.head: column.width for column in table.columns}


def test_the_columns_are_as_wide_as_their_texts_need() -> None:
    long = "Förbundet har under året arbetat med uppföljning. " * 8
    told = widths(tables({Goal: [{"goal": "Kort", "activity": long, "assessment": "uppfyllt"}]})[""])
    spoken = widths(tables({Goal: [{"goal": "Kort", "activity": "Kort", "comment": long}]})[""])
    assert told["Aktivitet"] > 60 > told["Mål"] + told["Måluppfyllelse"] - 20
    assert spoken["Måluppfyllelse"] > 60
    for each in (told, spoken):
        assert sum(each.values()) == 100
        assert each["Måluppfyllelse"] * 95 / 100 > len("Måluppfyllelse")


def test_areas_with_the_same_columns_stand_in_one_grid() -> None:
    long = "Förbundet har under året arbetat med uppföljning. " * 8
    rows: Rows = [
        {"area": "Ett", "goal": "Kort", "activity": long},
        {"area": "Två", "goal": long, "activity": "Kort"},
        {"area": "Tre", "goal": "Kort", "outcome": "12"},
    ]
    one, two, three = map(widths, tables({Goal: rows}).values())
    assert one == two != three


def test_the_assessment_is_the_scales_word_with_its_mark_and_the_remark() -> None:
    rows = tables({Goal: THREE})["Mål 1 – Uppföljning"].rows
    assert rows[1].cells[-1] == Marked("half", "Delvis uppfyllt", Prose("Sent."))


def arranged(layout: str, goals: Rows, heading: str = "", heads: Rows | None = None) -> dict[str, TextTable]:
    """The tables of goals in a layout, below a heading of the block's own, by their headings."""
    case, findings = read({Goal: goals, GoalHead: heads or []})
    assert findings == []
    assert case.derived is not None
    placement = Placement(case.derived, 1, layout=Name(layout), components=case.components, heading=heading)
    return {
        str(block.heading): block.content for block in goals_show(placement) if isinstance(block.content, TextTable)
    }


def goals_show(placement: Placement) -> list[Block]:
    return list(goals.COMPONENT.blocks(placement))


MEASURED: Rows = [
    {
        "area": "Resultat",
        "goal": "Fler i arbete",
        "indicator": "Andel i arbete",
        "target": "40 %",
        "outcome": "44 %",
        "last_year": "38 %",
        "assessment": "uppfyllt",
        "comment": "Bättre än i fjol.",
    }
]


@pytest.mark.parametrize(
    ("layout", "wanted"),
    [
        ("", ["Delmål", "Indikator", "Målvärde", "Utfall", "Fg år", "Måluppfyllelse"]),
        ("två kolumner", ["Delmål", "Måluppfyllelse"]),
        ("mål, målvärde, utfall, bedömning", ["Delmål", "Målvärde", "Utfall", "Måluppfyllelse"]),
        ("Bedömning, mål, fg år,utfall", ["Måluppfyllelse", "Delmål", "Fg år", "Utfall"]),
        ("utfall, kommentar", ["Delmål", "Utfall", "Kommentar", "Måluppfyllelse"]),
        ("mål, aktivitet, bedömning", ["Delmål", "Måluppfyllelse"]),
    ],
)
def test_the_columns_stand_in_the_order_of_the_layout(layout: str, wanted: list[str]) -> None:
    (table,) = arranged(layout, MEASURED).values()
    assert heads(table) == wanted


def test_what_has_no_column_of_its_own_stands_beneath_the_goal() -> None:
    (table,) = arranged("mål, målvärde, utfall, bedömning", MEASURED).values()
    goal, target, outcome, verdict = table.rows[0].cells
    assert goal == Prose("Fler i arbete\n\nIndikator: Andel i arbete\n\nFg år: 38 %")
    assert (target, outcome) == (Lines(("40 %",)), Lines(("44 %",)))
    assert verdict == Marked("full", "Uppfyllt", Prose("Bättre än i fjol."))


def test_a_column_may_have_a_head_of_the_association_s_own_with_the_years() -> None:
    own: Rows = [
        {"column": "utfall", "head": "Resultat {{ år }} ({{ fg år }})"},
        {"column": "mål", "head": "Vad vi vill"},
        {"area": "ekonomi", "column": "mål", "head": "Finansiellt mål"},
    ]
    more = {"area": "Ekonomi", "goal": "Balans", "outcome": "14 tkr"}
    one, other = arranged("mål, utfall, bedömning", [*MEASURED, more], heads=own).values()
    assert heads(one) == ["Vad vi vill", "Resultat 2020 (2019)", "Måluppfyllelse"]
    assert heads(other) == ["Finansiellt mål", "Resultat 2020 (2019)", "Måluppfyllelse"]


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ({"column": "utfall", "head": "Resultat 2020 (2019)"}, []),
        ({"column": "målvärde", "head": "Mål 2025"}, []),
        ({"column": "fg år", "head": "Utfall 2019"}, []),
        ({"column": "indikator", "head": "Läget 2019"}, []),
        ({"column": "utfall", "head": "Resultat 2019"}, ["goal_head_old"]),
        ({"column": "utfall", "head": "Resultat {{ fg år }}"}, []),
        ({"column": "aktivitet", "head": "Gjort"}, ["goal_head_unused"]),
        ({"area": "Resultaten", "column": "utfall", "head": "Nått"}, ["goal_head_area"]),
    ],
)
def test_a_head_that_heads_nothing_or_is_of_another_year_is_told(head: dict[str, Any], wanted: list[str]) -> None:
    case, _ = read({Goal: MEASURED, GoalHead: [head]})
    assert [finding.code for finding in rules_heads.heads_are_of_tables(case)] == wanted
    case, _ = read({Goal: MEASURED, GoalHead: [head, head]})
    twice = "goal_head_twice" in [finding.code for finding in rules_heads.heads_are_of_tables(case)]
    assert twice is ("goal_head_area" not in wanted)


@pytest.mark.parametrize(
    ("layout", "wanted"),
    [("mål, utfall, bedömning", []), ("mål, aktivitet, utfall", ["aktivitet"]), ("två kolumner", [])],
)
def test_a_listed_column_without_anything_in_it_is_told_of(layout: str, wanted: list[str]) -> None:
    case, _ = read({Goal: MEASURED, OutlineBlock: [{"content": "Mål", "layout": layout}]})
    assert [finding.values["columns"] for finding in rules_heads.listed_columns_are_filled(case)] == wanted


def test_no_mark_but_for_a_year_works_in_a_head() -> None:
    heads: Rows = [{"column": "utfall", "head": "År {{ år }}"}, {"column": "mål", "head": "{{ åren }}"}]
    case, _ = read({Goal: MEASURED, GoalHead: heads})
    (finding,) = told(marks_are_where_they_work, case)
    assert "{{ åren }}" in finding.what


PARTS: Rows = [
    {"goal": "Fler i arbete", "indicator": "Kvinnor", "target": "40 %", "outcome": "44 %", "assessment": "uppfyllt"},
    {"indicator": "Män", "target": "40 %", "outcome": "38 %", "assessment": "delvis uppfyllt"},
    {"goal": "Fler i studier", "indicator": "Kvinnor", "outcome": "12", "assessment": "uppfyllt"},
    {"indicator": "Män", "outcome": "15"},
    {"outcome": "27 (20)"},
]


def test_a_row_without_a_goal_continues_the_one_above_each_result_beside_its_target() -> None:
    (table,) = arranged("", PARTS).values()
    cells = [row.cells for row in table.rows]
    assert [row[0] for row in cells] == [Prose("Fler i arbete"), Above(), Prose("Fler i studier"), Above(), Above()]
    assert [row[1] for row in cells][3:] == [Prose("Män"), Above()]
    assert [row[3] for row in cells] == [Lines((text,)) for text in ("44 %", "38 %", "12", "15", "27 (20)")]
    assert [isinstance(row[-1], Above) for row in cells] == [False, False, False, True, True]
    assert [row.goes_on for row in table.rows] == [True, False, True, True, False]
    view = content_view(table, ProseContext())
    assert isinstance(view, TextTableView)
    assert [row.spans for row in view.rows] == [
        (2, 1, 1, 1, 1),
        (0, 1, 1, 1, 1),
        (3, 1, 1, 1, 3),
        (0, 2, 1, 1, 0),
        (0, 0, 1, 1, 0),
    ]


def test_json_tells_of_each_row_what_a_cell_beside_it_says() -> None:
    values = small_underlag.small() | {Goal: PARTS[:2]}
    values[OutlineBlock].append({"level": 1, "heading": "Mål", "content": "Mål"})
    made = json.loads(edition(small_underlag.examined(values)))
    (table,) = (table for table in made["tables"] if table["key"] == "goals-1")
    assert [[cell["text"] for cell in row["cells"]][:2] for row in table["rows"]] == [
        ["Fler i arbete", "Kvinnor"],
        ["Fler i arbete", "Män"],
    ]


def test_the_parts_of_a_goal_are_counted_by_their_verdicts_and_need_but_one() -> None:
    assert summary({Goal: PARTS}) == {"Uppfyllt": [2], "Delvis uppfyllt": [1], "Samtliga mål": [3]}
    case, _ = read({Goal: [PARTS[0], PARTS[1], {"indicator": "Övriga", "outcome": "40 %"}]})
    (finding,) = told(rules.goals_are_judged, case)
    assert finding.place.cell == "I7", "where the parts are judged each by itself, each is"
    case, _ = read({Goal: PARTS})
    assert told(rules.goals_are_judged, case) == told(rules.goals_stand_once, case) == []
    assert told(rules.rows_have_goals, case) == []
    case, _ = read({Goal: [PARTS[0], PARTS[1] | {"assessment": "uppfyllt"}]})
    (finding,) = told(rules_outcomes.targets_agree_with_outcomes, case)
    assert "Fler i arbete" in finding.what


@pytest.mark.parametrize(
    "rows", [[PARTS[1]], [*PARTS, {"area": "Nytt", "outcome": "3"}], [*PARTS, {"kind": "verksamhet"}]]
)
def test_a_row_that_continues_nothing_or_with_nothing_is_told_of(rows: Rows) -> None:
    case, _ = read({Goal: rows})
    assert [finding.severity for finding in told(rules.rows_have_goals, case)] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("", ["Mål 1 – Uppföljning", "Mål 2 – Ekonomi"]),
        ("Målen", ["Mål 1 – Uppföljning", "Mål 2 – Ekonomi"]),
        ("God ekonomi", ["Mål 1 – Uppföljning", ""]),
    ],
)
def test_no_heading_says_again_what_stands_above(heading: str, wanted: list[str]) -> None:
    assert list(arranged("", THREE, heading)) == wanted


def test_the_only_area_is_told_once() -> None:
    ((heading, table),) = arranged("", THREE[:2], "Måluppfyllelse").items()
    assert (heading, heads(table)[0]) == ("", "Uppföljning")
    ((heading, table),) = arranged("", THREE[:2], "Uppföljning av målen").items()
    assert (heading, heads(table)[0]) == ("", "Delmål")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Per år (kategorier i kolumner)", []),
        ("per år; Per år (bara totalt)", []),
        ("Per år (bara summor)", ["goal_table_layout"]),
        ("Per åren (bara totalt)", ["goal_table_unknown"]),
        ("Balansräkning (bara totalt)", ["goal_table_layout"]),
    ],
)
def test_a_table_in_a_cell_has_the_layout_that_is_asked_for(typed: str, wanted: list[str]) -> None:
    values = with_table(typed)
    case, _ = read({model: values[model] for model in (Goal, Participants)})
    assert [finding.code for finding in rules.shown_tables_are_there(case)] == wanted


def test_a_table_in_a_cell_may_have_the_years_as_columns() -> None:
    case, _ = read({model: with_table("Per år (kategorier i kolumner)")[model] for model in (Goal, Participants)})
    (block,) = placed(goals.COMPONENT, case)
    assert isinstance(block.content, TextTable)
    verdict = block.content.rows[0].cells[-1]
    assert isinstance(verdict, Marked)
    assert [column.head for column in verdict.tables[0].columns] == ["2020", "2019"]
    assert [row.label for row in verdict.tables[0].rows] == ["Kvinnor", "Män", "Totalt"]


@pytest.mark.parametrize(
    ("layout", "wanted"),
    [
        ("mål, utfall, bedömning", []),
        ("Mål,Utfall", []),
        ("mål, resultat", ["placed_layout_unknown"]),
        ("mål, mål", ["placed_layout_unknown"]),
    ],
)
def test_a_list_of_columns_is_of_those_that_there_are_each_once(layout: str, wanted: list[str]) -> None:
    case, _ = read({Goal: THREE, OutlineBlock: [{"content": "Mål", "layout": layout}]})
    found = list(placed_layouts_are_known(all_components(), case))
    assert [finding.code for finding in found] == wanted
    assert all("mål, indikator, aktivitet" in str(finding.values["choices"]) for finding in found)


def test_the_association_s_own_steps_replace_the_usual_ones() -> None:
    own: Rows = [{"word": "God", "symbol": "●"}, {"word": "Svag"}]
    shown = tables({Step: own, Goal: [{"goal": "Ett mål", "assessment": "god"}]})
    assert shown[""].rows[0].cells[-1] == Marked("full", "God", Prose(""))
    _, findings = read({Step: own, Goal: [{"goal": "Ett mål", "assessment": "uppfyllt"}]})
    assert [finding.code for finding in findings] == ["reference_unknown"]


def test_the_usual_scale_holds_where_the_tab_is_empty() -> None:
    assert tables({Step: [], Goal: THREE})["Mål 2 – Ekonomi"].rows[0].cells[-1] == Marked("full", "Uppfyllt", Prose(""))


def test_an_assessment_outside_the_scale_is_told_with_its_cell_and_the_nearest_step() -> None:
    _, findings = read({Goal: [{"goal": "Ett mål", "assessment": "delvis upfyllt"}]})
    (told_of,) = [message(finding) for finding in findings]
    assert told_of.what.startswith("”delvis upfyllt” finns inte i fliken Skalor. Menade du ”delvis uppfyllt”")
    assert str(told_of.place) == "fliken Mål, cell I5"


@pytest.mark.parametrize(
    ("state", "severity"),
    [("under arbete", Severity.REMAINING), ("utkast", Severity.NOTE), ("slutlig", Severity.NOTE)],
)
def test_a_goal_without_assessment_never_stops_a_report(state: str, severity: Severity) -> None:
    case, _ = read({Goal: [{"goal": "Ett mål"}, {"goal": "Ett till", "assessment": "ej mätt"}]}, state=state)
    (finding,) = told(rules.goals_are_judged, case)
    assert (finding.severity, finding.place.cell) == (severity, "I5")


def test_a_goal_typed_twice_in_an_area_is_told_of_once() -> None:
    twice: Rows = [{"area": "A", "goal": "Samma"}, {"goal": "samma"}, {"area": "B", "goal": "Samma"}]
    case, _ = read({Goal: twice})
    (finding,) = told(rules.goals_stand_once, case)
    assert "(C5, C6)" in finding.what


@pytest.mark.parametrize("typed", ["Mål 2 - Resultat", "2. Resultat", "mål 3: Resultat"])
def test_a_typed_number_would_stand_beside_the_program_s(typed: str) -> None:
    case, _ = read({Goal: [{"area": typed, "goal": "Ett mål"}]})
    assert len(told(rules.areas_have_no_numbers_typed, case)) == 1


@pytest.mark.parametrize("typed", ["2030-målen", "Agenda 2030", "Målgrupper"])
def test_a_number_that_belongs_to_the_name_is_none(typed: str) -> None:
    case, _ = read({Goal: [{"area": typed, "goal": "Ett mål"}]})
    assert told(rules.areas_have_no_numbers_typed, case) == []


def test_an_area_that_does_not_exist_cannot_be_placed() -> None:
    case, _ = read({Goal: THREE, OutlineBlock: [{"content": "Mål", "name": "Ekonomin"}]})
    (finding,) = told(partial(placed_names_are_known, all_components()), case)
    assert finding.severity is Severity.ERROR
    assert finding.what == "Mål har inget som heter ”Ekonomin”. Menade du ”Ekonomi”?"


def test_an_area_left_out_while_others_are_placed_is_told_of() -> None:
    case, _ = read({Goal: THREE, OutlineBlock: [{"content": "Mål", "name": "Ekonomi"}]})
    (finding,) = told(partial(nothing_named_is_left_out, all_components()), case)
    assert "Uppföljning" in finding.what
    case, _ = read({Goal: THREE, OutlineBlock: [{"content": "Mål"}]})
    assert told(partial(nothing_named_is_left_out, all_components()), case) == []


def test_a_name_where_nothing_can_be_named_is_told_of() -> None:
    case, _ = read({OutlineBlock: [{"content": "Resultaträkning", "name": "Ekonomi"}]})
    assert len(told(partial(placed_names_are_known, all_components()), case)) == 1


def test_the_summary_counts_each_step_and_leaves_out_those_not_used() -> None:
    assert summary({Goal: THREE[:2]}) == {"Uppfyllt": [1], "Delvis uppfyllt": [1], "Samtliga mål": [2]}


def test_the_summary_parts_the_types_where_there_are_both() -> None:
    more = [*THREE, {"goal": "Obedömt"}]
    shown = summary({Goal: more})
    assert shown["Uppfyllt"] == [1, 1, 2]
    assert shown["Samtliga mål"] == [1, 3, 4]
    assert shown["Utan bedömning"][-1] == 1


def test_the_summary_follows_the_order_of_the_scale() -> None:
    reversed_scale: Rows = [{"word": "delvis", "position": 2}, {"word": "helt", "position": 1}]
    judged: Rows = [{"goal": "A", "assessment": "delvis"}, {"goal": "B", "assessment": "helt"}]
    assert list(summary({Step: reversed_scale, Goal: judged})) == ["Helt", "Delvis", "Samtliga mål"]
    first_alone: Rows = [{"word": "delvis"}, {"word": "helt", "position": 1}]
    assert list(summary({Step: first_alone, Goal: judged})) == ["Helt", "Delvis", "Samtliga mål"]


def test_what_is_short_is_kept_together_and_what_is_tall_may_break() -> None:
    tall = {"goal": "Långt", "activity": "\n\n".join(["Ett stycke."] * 20), "assessment": "uppfyllt"}
    (table,) = tables({Goal: [tall, THREE[1]]}).values()
    assert [row.keep for row in table.rows] == [False, True]
    assert not table.keep
    assert all(each.keep for each in tables({Goal: THREE}).values())


def with_table(name: str) -> small_underlag.Values:
    values = small_underlag.small()
    values[Goal] = [{"goal": "Fler ska delta", "assessment": "uppfyllt", "shown_table": name}]
    values[Participants] = [
        {"table": "Per år", "year": year, "women": women, "men": 20} for year, women in ((2019, 30), (2020, 40))
    ]
    values[OutlineBlock].append({"level": 1, "heading": "Mål", "content": "Mål"})
    return values


def test_a_goal_with_a_table_is_a_heading_and_its_table_stands_in_no_other() -> None:
    made = small_underlag.examined(with_table("per år; Svarsfrekvenser"))
    assert "goal_table_unknown" in {finding.code for finding in made.findings}
    pdf = drawn(with_table("per år"))
    lines = [line.text for line in body_lines(pdf)]
    start = lines.index("Fler ska delta")
    assert {"Per år", "2019", "2020", "60"} <= set(lines[start : start + 20])
    structure = Structure(pdf)
    headings = [structure.text(each).strip() for level in "23456" for each in structure.all(f"H{level}")]
    assert "Fler ska delta" in headings
    (table,) = (table for table in structure.all("Table") if "Kvinnor" in structure.text(table))
    head = next(each for each in table.elements if each.kind == "THead")
    assert {cell.kind for row in head.elements for cell in row.elements} == {"TH"}


@pytest.mark.parametrize(("words", "template"), [("Kort.", "text_table"), ("Mycket hände. " * 120, "told_table")])
def test_a_goal_with_much_to_tell_has_the_whole_width(words: str, template: str) -> None:
    (block,) = placed(goals.COMPONENT, read({Goal: [{"goal": "Ett", "activity": "Två", "comment": words}]})[0])
    assert block.template == template


def test_a_goal_cannot_show_the_goals_themselves() -> None:
    made = small_underlag.examined(with_table("Mål"))
    assert "goal_table_unknown" in {finding.code for finding in made.findings}


def test_a_step_has_the_colour_that_is_chosen() -> None:
    steps = [{"word": "nått", "symbol": "●", "colour": "grön"}, {"word": "missat", "symbol": "○"}]
    (table,) = tables({Step: steps, Goal: [{"goal": "Ett", "assessment": "nått"}]}).values()
    cell = table.rows[0].cells[-1]
    assert isinstance(cell, Marked)
    assert (cell.mark, cell.tone) == ("full", "gron")
