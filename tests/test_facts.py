"""What is typed in numbers, and how it is looked up; the ids of figures as the JSON edition writes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.figures.figure import FigureId
from generator.ground.names import Name
from generator.ground.source import Source
from generator.model.fact import Fact, Observation
from generator.model.facts import Facts, in_note_row, in_row, observed, on_line, typed_in
from generator.statements.lines import LINES

COSTS, INCOME = LINES["operating_costs"], LINES["operating_income"]


def cell(row: int) -> Source:
    return Source(0, "Prov", row, 1)


TYPED = (
    Fact(COSTS, 2020, Decimal(1), cell(1), note=Name("Kostnader"), row=Name("Löner"), activity=Name("Team")),
    Observation("goal", 2020, Decimal(1), cell(2), kind="finansiellt"),
    Fact(INCOME, 2020, Decimal(2), cell(3), note=Name("Intäkter"), row=Name("löner")),
    Fact(COSTS, 2019, Decimal(3), cell(4), activity=Name("team")),
    Observation("member", 2020, Decimal(1), cell(5)),
)
FACTS = Facts(TYPED)


def test_what_is_typed_is_found_where_it_stands_in_the_order_typed() -> None:
    assert FACTS.on(INCOME, COSTS) == (TYPED[0], TYPED[2], TYPED[3])
    assert FACTS.of("member", "goal", "none") == (TYPED[1], TYPED[4])
    assert FACTS.on_activity(Name("TEAM")) == (TYPED[0], TYPED[3])
    assert FACTS.picked(in_note_row(Name("kostnader"), Name("löner"))) == (TYPED[0],)
    assert FACTS.picked(in_row(Name("Löner"))) == (TYPED[0], TYPED[2])
    assert FACTS.picked(typed_in(cell(5), cell(1))) == (TYPED[0], TYPED[4])


def test_a_further_condition_leaves_out_what_does_not_meet_it() -> None:
    assert FACTS.picked(on_line(COSTS, also=lambda fact: fact.year == 2019)) == (TYPED[3],)
    assert FACTS.picked(observed("goal", also=lambda goal: goal.kind == "verksamhet")) == ()


@given(
    st.from_regex(r"[a-zåäö_0-9]+(\.[a-zåäö_0-9]+)*", fullmatch=True),
    st.integers(1990, 2100),
    st.sampled_from(["", "budget", "deviation_revised"]),
)
def test_an_id_is_read_as_it_was_written(code: str, year: int, measure: str) -> None:
    assert FigureId.parsed(str(FigureId(code, year, measure))) == FigureId(code, year, measure)


def test_an_id_without_a_year_is_none() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        FigureId.parsed("income_statement.net_result")
