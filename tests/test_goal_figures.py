"""A goal's outcome against the figure that the report derives."""

from typing import Any

import pytest
from component_cases import read, told
from small_underlag import small

from generator.model.association import Association
from generator.subjects.goals.rows import Goal
from generator.subjects.goals.rules_figures import outcomes_are_those_of_the_figures


def said(**goal: Any) -> list[str]:
    values = {model: rows for model, rows in small().items() if model is not Association}
    case, problems = read({**values, Goal: [goal]})
    assert problems == []
    return [
        f"{each.place.cell} {each.what}".replace("\u00a0", " ")
        for each in told(outcomes_are_those_of_the_figures, case)
    ]


def test_an_outcome_that_contradicts_the_derived_figure_is_told() -> None:
    (each,) = said(goal="Soliditeten ska vara minst 60 procent", outcome="38 %")
    assert each == "G5 Målet ”Soliditeten ska vara minst 60 procent” har utfallet 38 %, men Soliditet 2020 är 85,7 %."


@pytest.mark.parametrize(
    ("goal", "outcome"),
    [
        ("Soliditeten ska vara minst 60 procent", "86 %"),
        ("Soliditeten ska vara minst 60 procent", "Nått"),
        ("Soliditeten ska vara minst 60 procent", ""),
        ("Minst 60 procent av deltagarna ska gå till arbete", "38 %"),
        ("Fler deltagare ska nå arbete", "38 % av kvinnorna"),
        ("Kostnaderna ska minska", "nej"),
    ],
)
def test_an_outcome_of_something_else_or_that_agrees_is_left_alone(goal: str, outcome: str) -> None:
    assert said(goal=goal, outcome=outcome) == []


def test_the_indicator_tells_what_is_measured() -> None:
    (each,) = said(goal="God ekonomi", indicator="Soliditet", outcome="38 %", target="60 %")
    assert "men Soliditet 2020 är" in each
    assert said(goal="God ekonomi", indicator="Svarsfrekvens", outcome="38 %") == []
