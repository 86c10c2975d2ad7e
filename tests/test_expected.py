"""*Bättre än väntat* is held against the budget, and names of figures are suggested in Swedish."""

from decimal import Decimal

import pytest
from component_cases import read
from small_underlag import small

from generator.checks.prose import with_numbers
from generator.checks.prose_directions import directions_are_those_of_the_figures
from generator.findings.message import message
from generator.model.amounts import IncomeOrCost
from generator.model.association import Association
from generator.model.registers import OutlineBlock


def said(text: str) -> list[str]:
    """The result is better than last year's and worse than the budget's."""
    values = {model: rows for model, rows in small().items() if model is not Association}
    for row in values[IncomeOrCost]:
        row["budget"] = row["this_year"]
    values[IncomeOrCost][1]["budget"] -= Decimal(200)
    values[OutlineBlock].append({"level": 1, "heading": "Ekonomi", "text": text})
    case = with_numbers(read(values)[0])
    return [message(each).what.replace("\u00a0", " ") for each in directions_are_those_of_the_figures(case)]


@pytest.mark.parametrize("words", ["än väntat", "än vi räknat med", "än prognosen"])
def test_what_was_expected_is_the_budget(words: str) -> None:
    [told] = said(f"Resultatet blev bättre {words}.")
    assert told.endswith("men årets resultat var 400,25 kr, mot 600,25 kr i budgeten.")
    assert said(f"Resultatet blev sämre {words}.") == []


def test_what_is_expected_of_something_else_or_beside_last_year_is_left_alone() -> None:
    assert said("Kostnaderna ökade mer än väntat jämfört med 2019. Fler än väntat kom till mötet.") == []


def test_a_misspelt_name_is_answered_with_swedish_names() -> None:
    case, _ = read({model: rows for model, rows in small().items() if model is not Association})
    assert case.names is not None
    misspelt = ("arets resultatt", "not.kostnader.lönerr", "balance_sheet.total_asset", "income_statement.net_resultt")
    near = [name for word in misspelt for name in case.names.near(word)]
    assert near
    assert not [name for name in near if name.startswith(("income_", "balance_", "cash_", "note."))]
