"""Indicators against the country and last year, with words that tell all that the marks do."""

from typing import Any

import pytest
from small_underlag import Values, examined, findings, small

from generator.model.registers import OutlineBlock
from generator.subjects.goals.rows import Step
from generator.subjects.indicators.rows import Indicator
from generator.view.parts import RowView, TableView
from generator.view.table import table_view

MET: dict[str, Any] = {"number": "1", "name": "Bemötande", "this_year": 86, "last_year": 90, "country": 76}
WAIT: dict[str, Any] = {
    "number": "2",
    "name": "Väntan",
    "this_year": 12,
    "last_year": 20,
    "country": 12,
    "better": "lägre",
}


def measured(*rows: dict[str, Any], layout: str = "", **more: Any) -> Values:
    values = small()
    values[Indicator] = list(rows)
    block = {"level": 1, "heading": "Indikatorer", "content": "Indikatorer", "layout": layout} | more
    values[OutlineBlock].append(block)
    return values


def view(values: Values) -> TableView:
    made = examined(values)
    assert made.derived is not None
    found = (each for each in made.whole.tables if each.title.startswith("Indikatorer"))
    return table_view(next(found), "", ())


def heads(table: TableView) -> list[str]:
    return ["".join(head.lines) for head in table.heads]


def row(table: TableView, label: str) -> RowView:
    return next(each for each in table.rows if each.label == label)


def test_each_value_is_compared_with_the_country_and_last_year() -> None:
    table = view(measured(MET, WAIT))
    assert heads(table) == ["2020", "Riket", "Mot riket", "2019", "Mot 2019"]
    assert row(table, "1. Bemötande").cells == ("86\u00a0%", "76\u00a0%", "bättre", "90\u00a0%", "sämre")
    assert row(table, "2. Väntan").cells == ("12\u00a0%", "12\u00a0%", "lika", "20\u00a0%", "bättre")


def test_the_mark_tells_the_way_and_its_colour_what_is_better() -> None:
    table = view(measured(MET, WAIT))
    assert row(table, "1. Bemötande").marks == ("", "", "mark-up tone-gron", "", "mark-down tone-rod")
    assert row(table, "2. Väntan").marks == ("", "", "mark-level tone-gra", "", "mark-down tone-gron")


def test_the_marks_are_explained_where_there_are_any() -> None:
    assert view(measured(MET)).notes == (
        "Pilen visar om värdet är högre eller lägre, ordet om det är bättre eller sämre.",
    )


def test_what_nothing_is_typed_for_is_left_out() -> None:
    table = view(measured({"name": "Bemötande", "this_year": 86}))
    assert (heads(table), table.notes) == (["2020"], ())


def test_words_stand_in_place_of_values() -> None:
    table = view(measured(MET, {"name": "Effekt", "words": "mäts nästa år"}))
    assert set(row(table, "Effekt: mäts nästa år").cells) == {""}


def test_two_comparisons_stand_apart() -> None:
    table = view(measured(MET, layout="två jämförelser"))
    assert [(span.text, span.columns) for span in table.spans] == [("Jämfört med riket", 3), ("Jämfört med 2019", 3)]
    assert heads(table) == ["Riket", "2020", "Mot riket", "2020", "2019", "Mot 2019"]


def test_areas_are_headings_or_placed_alone() -> None:
    rows = (MET | {"area": "Individ"}, WAIT, MET | {"area": "Struktur", "name": "Ledning", "number": "3"})
    assert [each.label for each in view(measured(*rows)).rows if each.kind == "heading"] == ["Individ", "Struktur"]
    assert [each.label for each in view(measured(*rows, name="Struktur")).rows] == ["3. Ledning"]


def test_an_indicator_may_be_judged_by_a_step_of_the_scale_with_its_colour() -> None:
    values = measured(MET | {"assessment": "gul"})
    values[Step] = [{"word": "gul", "symbol": "◐", "colour": "gul"}]
    table = view(values)
    assert heads(table)[-1] == "Bedömning"
    assert (row(table, "1. Bemötande").cells[-1], row(table, "1. Bemötande").marks[-1]) == ("gul", "mark-half tone-gul")


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ((MET, MET), "indicator_twice"),
        ((MET | {"words": "mäts inte"},), "indicator_words_and_value"),
        ((MET | {"country": 760},), "indicator_share"),
        ((MET | {"assessment": "lila"},), "reference_unknown"),
    ],
)
def test_what_is_wrong_is_told(rows: tuple[dict[str, Any], ...], wanted: str) -> None:
    assert wanted in findings(measured(*rows))


def test_numbers_and_missing_values_are_left_alone() -> None:
    rows = (MET | {"unit": "tal", "this_year": 1200}, {"name": "Effekt", "words": "mäts nästa år"}, {"name": "Tomt"})
    assert not [rule for rule in findings(measured(*rows)) if rule.startswith("indicator")]
