"""Names that differ only in signs: each keeps its own figures, and no sum loses what is typed of any of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from component_cases import placed, read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.blocks.block import Component
from generator.blocks.case import Case
from generator.figures.declaration import Stated
from generator.figures.derivation import derive_all
from generator.figures.engine import derive
from generator.figures.figure import Figure, FigureId
from generator.figures.table import RowKind, Table
from generator.ground.names import Name, clean, folded, is_nothing, slug, told_apart, unique
from generator.model.amounts import IncomeOrCost
from generator.model.association import Association
from generator.model.facts import Facts, observed
from generator.model.registers import Activity, Note
from generator.model.rows import Row
from generator.model.underlag import make_underlag
from generator.model.values import RawCell, RawRow, RawSection
from generator.subjects.activities.rows import CostSplit
from generator.subjects.cost_distribution import show as cost_distribution
from generator.subjects.goals.rows import Goal, Step
from generator.subjects.granted import show as granted
from generator.subjects.granted.rows import Grant
from generator.subjects.indicators.rows import Indicator
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.subjects.investments.rows import Investment
from generator.subjects.members import show as members
from generator.subjects.members.rows import Member
from generator.subjects.overview.rows import KeyFigure
from generator.subjects.participants.rows import Participants
from generator.subjects.registry import all_declarations, all_tabs, component_names, more_facts
from generator.subjects.roll_forward.rows import RollRow
from generator.subjects.surveys.rows import ResponseRate, SurveyAnswer
from generator.workbook.load import load

COSTS, INCOME = "Verksamhetens kostnader", "Verksamhetens intäkter"
INPUTS = sorted(path for path in Path("inputs").iterdir() if path.is_dir())
WORDS = ("Total", "Utan verksamhet", "Ej angiven", "Namnlös", "In", "Row", "All costs", "Group", "Share", "Women")
"""What also stands in the codes of sums and the like."""


def derived(values: Mapping[type[Row], list[dict[str, Any]]]) -> Case:
    case, _ = read(values)
    assert case.derived is not None
    return case


def value(case: Case, code: str) -> object:
    assert case.derived is not None
    return case.derived.figures[FigureId(code, 2020)].value


def table(component: Component, case: Case) -> Table:
    (block,) = placed(component, case)
    assert block.table is not None
    return block.table


def amounts(shown: Table, *kinds: RowKind) -> list[tuple[str, object]]:
    cells = ((row, row.cells[0].of) for row in shown.rows if row.kind in kinds and row.cells)
    return [(row.label, cell.value) for row, cell in cells if isinstance(cell, Figure)]


def typed(codes_begin: str, case: Case, ends: str = "") -> list[Decimal]:
    """The amounts of the report's year whose codes have one part between their beginning and end."""
    assert case.derived is not None
    return sorted(
        figure.amount
        for key, figure in case.derived.figures.items()
        if key.year == 2020
        and not key.measure
        and key.code.startswith(f"{codes_begin}.")
        and key.code.endswith(ends)
        and key.code.count(".") == f"{codes_begin}.{ends}".count(".")
    )


def test_names_that_differ_in_signs_have_parts_of_their_own() -> None:
    names = [Name("Team 1"), Name("Team-1"), Name("TEAM 1"), Name("Team 1 2"), Name("Team/1")]
    own = told_apart(names)
    assert [slug(own.get(name, name)) for name in names] == ["team_1", "team_1_3", "team_1", "team_1_2", "team_1_4"]
    assert [Name(own[Name("Team-1")]), str(own[Name("Team-1")])] == ["Team-1", "Team-1"]
    assert slug(Name(own[Name("team-1")])) == "team_1_3"


@given(st.lists(st.text("ab_2 -.<å", max_size=5)))
def test_parts_made_unique_differ_and_the_first_keeps_its_own(parts: list[str]) -> None:
    own = unique(parts)
    assert len(set(own)) == len(parts)
    assert all(own[parts.index(part)] == part for part in parts)


@given(st.lists(st.text("ab_2 -.<å", max_size=5)))
def test_two_names_have_one_part_only_where_they_are_one_name(texts: list[str]) -> None:
    own = told_apart(map(Name, texts))
    parts = {Name(text): slug(own.get(Name(text), Name(text))) for text in texts}
    assert len(set(parts.values())) == len(parts)


def test_no_declaration_takes_the_place_of_another() -> None:
    one, other = (Stated("members.a", label, observed("a"), flow=True) for label in ("A", "B"))
    with pytest.raises(ValueError, match=r"members\.a"):
        derive([one, other], Facts(), 2020)


def test_a_member_or_grant_that_is_called_total_is_told_of_and_derived() -> None:
    rows = [{"name": "Total", "this_year": 100}, {"name": "Alfa", "this_year": 30}]
    case, problems = read({Member: rows, Grant: [{"name": "Total", "first": 5}, {"name": "Beta", "first": 7}]})
    assert {finding.code for finding in problems} == {"total_typed"}
    assert (value(case, "members.total"), value(case, "granted.total")) == (130, 12)


def test_tables_that_differ_in_signs_and_a_category_that_is_a_sign_keep_their_own_counts() -> None:
    rows = [
        {"table": name, "category": category, "year": 2020, "women": women, "men": 14}
        for name, category, women in (
            ("Deltagare < 30 år", "x", 13),
            ("Deltagare > 30 år", "x", 33),
            ("Deltagare > 30 år", "*", 20),
        )
    ]
    case = derived({Participants: rows})
    assert case.derived is not None
    counts = {
        key.code: figure.value
        for key, figure in case.derived.figures.items()
        if key.year == 2020 and key.code.endswith(".women")
    }
    assert sorted(map(str, counts.values())) == ["13", "20", "33", "53"]


def test_a_member_in_two_categories_counts_in_both() -> None:
    rows = [
        {"name": "Alfa", "category": "region", "this_year": 100, "key": 3},
        {"name": "Alfa", "category": "kommun", "this_year": 30, "key": 5},
        {"name": "Beta", "category": "kommun", "this_year": 50, "key": 7},
    ]
    case = derived({Member: rows})
    shown = table(members.COMPONENT, case)
    assert amounts(shown, RowKind.TOTAL) == [("Totalt medlemsbidrag", 180)]
    assert amounts(shown, RowKind.ROW) == [
        ("Alfa (kommun)", 30),
        ("Beta", 50),
        ("Alfa (region)", 100),
        ("Kommuner", 80),
    ]
    assert value(case, "members.group.kommun.key") == 12


def test_activities_that_differ_in_signs_have_their_own_costs() -> None:
    rows = [{"line": COSTS, "activity": name, "this_year": cost} for name, cost in (("Team 1", 100), ("Team-1", 30))]
    case = derived({Activity: [{"key": "Team 1"}, {"key": "Team-1"}], IncomeOrCost: rows})
    assert amounts(table(cost_distribution.COMPONENT, case), RowKind.TOTAL)[0][1] == 130
    assert typed("activity", case, ".costs") == [0, 30, 100]


def test_two_costs_moved_the_same_way_are_both_moved_once() -> None:
    ways: dict[str, Any] = {"from_activity": "A", "to_activity": "B"}
    splits = [ways | {"this_year": 10}, ways | {"this_year": 20}, ways | {"share": "50 %"}]
    costs = [{"line": COSTS, "activity": name, "this_year": 100} for name in "AB"]
    case = derived({Activity: [{"key": "A"}, {"key": "B"}], IncomeOrCost: costs, CostSplit: splits})
    assert (value(case, "activity.a.costs"), value(case, "activity.b.costs")) == (20, 180)


def test_categories_and_key_figures_that_differ_in_signs_are_not_added() -> None:
    counts = [("< 25 år", 10), ("> 25 år", 30), ("", 5), ("Ej angiven", 7)]
    case = derived(
        {
            Participants: [
                {"table": "Ålder", "category": name, "year": 2020, "total": number} for name, number in counts
            ],
            KeyFigure: [
                {"key": name, "unit": "antal", "this_year": number}
                for name, number in (("Andel <1", 2), ("Andel >1", 3), ("All costs", 4))
            ],
            Indicator: [{"name": name, "unit": "tal", "this_year": 9} for name in ("Nöjda <1", "Nöjda >1")],
        }
    )
    assert typed("participants.ålder", case, ".total") == [5, 7, 10, 30]
    assert value(case, "participants.ålder.total") == 52
    assert (value(case, "overview.andel_1"), value(case, "overview.andel_1_2")) == (2, 3)
    assert value(case, "overview.all_costs_") == 4
    assert typed("indicator", case) == [9, 9]


NAMES = st.lists(
    st.text("a1 -</.&>+", max_size=4).map(clean).filter(lambda text: not is_nothing(text)) | st.sampled_from(WORDS),
    min_size=1,
    max_size=6,
    unique_by=folded,
)


def costs_of(names: Sequence[str]) -> list[tuple[str, Decimal]]:
    """Each name with an amount of its own, so that no two sums of some are alike; none is small."""
    return [(name, 8 * Decimal(2**place)) for place, name in enumerate(names)]


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(NAMES)
def test_what_is_typed_of_each_name_is_in_its_own_row_and_in_the_sum(names: list[str]) -> None:
    every = costs_of(names)
    each, whole = [amount for _, amount in every], sum(amount for _, amount in every)
    case = derived(
        {
            Member: [{"name": name, "category": "kommun", "this_year": amount} for name, amount in every],
            Grant: [{"name": name, "first": amount} for name, amount in every],
            Activity: [{"key": name} for name in names],
            Note: [{"key": "Kostnader"}],
            IncomeOrCost: [
                {"line": COSTS, "activity": name, "note": "Kostnader", "note_row": name, "this_year": amount}
                for name, amount in every
            ],
            Insats: [{"key": name} for name in names],
            InsatsCost: [{"insats": names[0], "kind": name, "reported": amount} for name, amount in every],
            Investment: [{"name": name, "this_year": amount} for name, amount in every],
            Participants: [
                {"table": "Tabell", "category": name, "year": 2020, "total": int(amount)} for name, amount in every
            ],
            ResponseRate: [{"group": name, "asked": int(amount)} for name, amount in every],
            KeyFigure: [{"key": name, "unit": "antal", "this_year": amount} for name, amount in every],
        }
    )
    shown = table(members.COMPONENT, case), table(granted.COMPONENT, case)
    assert [amounts(one, RowKind.TOTAL)[0][1] for one in shown] == [whole, whole]
    assert sorted(typed("members", case)) == sorted([*each, whole])
    assert sorted(amounts(shown[1], RowKind.ROW)) == sorted(every)
    assert [typed("activity", case, ".costs"), typed("operating_statement.row", case, ".costs")] == 2 * [[0, *each]]
    assert typed("note.kostnader", case) == typed("investments.row", case) == each
    assert value(case, "insatser") == value(case, "investments.total") == value(case, "response.total.asked") == whole
    assert typed("participants.tabell", case, ".total") == each
    own = [each for each in typed("overview", case) if each]
    assert [amount for amount in each if amount in own] == each


def twice(section: RawSection, model: type[Row]) -> RawSection:
    """The rows of a section three times over, the last time with a sign more in every name."""
    named = {field for field, info in model.model_fields.items() if info.annotation is Name}

    def signed(row: RawRow) -> RawRow:
        cells = {
            field: RawCell(f"{cell.value}!", cell.source, cell.format) if field in named else cell
            for field, cell in row.cells.items()
        }
        return replace(row, cells=cells)

    return replace(section, rows=(*section.rows, *section.rows, *map(signed, section.rows)))


@pytest.mark.slow
@pytest.mark.parametrize("folder", INPUTS, ids=lambda folder: folder.name)
def test_rows_that_are_typed_twice_are_derived_without_a_fault(folder: Path) -> None:
    loaded = load(folder, all_tabs(), component_names())
    assert loaded.underlag is not None
    once, _ = make_underlag(loaded.underlag.raw, all_tabs(), component_names())
    sections = {
        model: section if model is Association else twice(section, model)
        for model, section in loaded.underlag.raw.items()
    }
    several, _ = make_underlag(sections, all_tabs(), component_names())
    before, after = (derive_all(each, all_declarations, more_facts()) for each in (once, several))
    assert before is not None
    assert after is not None
    assert {key.code for key in before.figures} <= {key.code for key in after.figures}


def test_names_that_mean_something_else_in_a_code_keep_their_figures() -> None:
    """As a part called *In*, a group called *Namnlös* and a step called *Utan bedömning* do."""
    pension = {"line": "Avsättningar för pensioner och liknande förpliktelser"}
    case = derived(
        {
            IncomeOrCost: [{"line": COSTS, "this_year": 1, "last_year": 1}],
            RollRow: [
                pension | {"kind": "ingående", "last_year": 100},
                pension | {"group": "In", "kind": "ingående", "last_year": 40},
                pension | {"group": "Row", "label": "In", "this_year": 7},
                pension | {"label": "In", "this_year": 5},
            ],
            SurveyAnswer: [
                {"question": "Nöjd", "group": group, "count": number} for group, number in (("", 50), ("Namnlös", 60))
            ],
            Step: [{"word": "Uppfyllt"}, {"word": "Utan bedömning"}],
            Goal: [{"goal": "Ett"}, {"goal": "Två", "assessment": "Uppfyllt"}],
        }
    )
    assert case.derived is not None
    line = "roll.pension_provisions"
    assert [value(case, f"{line}{part}") for part in ("", ".in", ".in_", ".row_")] == [105, 100, 40, 7]
    assert [value(case, f"survey.nöjd.{group}.samtliga.count") for group in ("namnlös", "namnlös_")] == [50, 60]
    assert [value(case, f"goals.step.{step}") for step in ("uppfyllt", "utan_bedömning")] == [1, 1]
