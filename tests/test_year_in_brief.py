"""The year in brief: the report's own figures, how they changed in words, the goals, and what may not be told."""

from decimal import Decimal
from typing import Any

import pytest
from component_cases import Values, placed, read, told
from markupsafe import Markup
from small_underlag import examined, small
from test_first_year import new

from generator.blocks.block import Block
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.registers import Activity, Note, OutlineBlock
from generator.subjects.goals.rows import Goal
from generator.subjects.participants.rows import Participants
from generator.subjects.placing import placed_layouts_are_known
from generator.subjects.registry import all_components
from generator.subjects.year_in_brief import show
from generator.subjects.year_in_brief.show import NAME, YearInBrief
from generator.view.chart import chart_view
from generator.view.content import content_view
from generator.view.marks import Marks
from generator.view.parts import ContentView
from generator.view.prose import ProseContext
from generator.view.report_view import report_view

Told = dict[str, tuple[str, str, str]]

COSTS, INCOME = "Verksamhetens kostnader", "Verksamhetens intäkter"


def years(this: Any, last: Any, income: Any = None, **association: Any) -> list[Block]:
    """What is shown of costs and income in two years."""
    rows: list[dict[str, Any]] = [{"line": COSTS, "row": "Löner", "this_year": this, "last_year": last}]
    if income:
        rows.append({"line": INCOME, "row": "Bidrag", "this_year": income[0], "last_year": income[1]})
    return shown({IncomeOrCost: rows}, **association)


def shown(values: Values, layout: str = "", **association: Any) -> list[Block]:
    case, findings = read(values, **association)
    assert not findings
    return placed(show.COMPONENT, case, layout=layout)


def view(blocks: list[Block]) -> ContentView:
    """What the template sees of the figures and the goals."""
    content = content_view(
        next(each.content for each in blocks if isinstance(each.content, YearInBrief)), ProseContext()
    )
    assert isinstance(content, ContentView)
    return content


def numbers(blocks: list[Block]) -> Told:
    """Each figure by its label: the number with its unit, its change, and last year's."""
    found: Told = {}
    for each in view(blocks)["numbers"]:  # type: ignore[attr-defined] # a tuple of views
        number = f"{each['number']} {each['unit']}".strip()
        found[each["label"]] = (plain(number), plain(each["change"]), plain(each["before"]))
    return found


def plain(text: object) -> str:
    return Markup(text or "").striptags().replace("\u00a0", " ")  # noqa: S704 - nothing is drawn of it


@pytest.mark.parametrize(
    ("this", "last", "change", "direction"),
    [
        (127_000, 100_000, "27 000 kr mer än 2019", "up"),
        (100_000, 127_000, "27 000 kr mindre än 2019", "down"),
        (100_000, 100_000, "Oförändrat mot 2019", "level"),
        (Decimal("100.40"), Decimal("100.20"), "Nästan oförändrat mot 2019", "level"),
    ],
)
def test_a_change_is_told_in_words(this: Any, last: Any, change: str, direction: str) -> None:
    blocks = years(this, last)
    assert numbers(blocks)[COSTS][1] == change
    assert {each["label"]: each["direction"] for each in view(blocks)["numbers"]}[COSTS] == direction  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("this", "last", "told_of"),
    [
        (30, 10, ("−10 kr", "20 kr sämre än 2019", "2019: 10 kr")),
        (10, 30, ("10 kr", "20 kr bättre än 2019", "2019: −10 kr")),
        (50, 30, ("−30 kr", "20 kr sämre än 2019", "2019: −10 kr")),
    ],
)
def test_a_result_is_better_or_worse_also_below_nought(this: int, last: int, told_of: tuple[str, str, str]) -> None:
    assert numbers(years(this, last, income=(20, 20)))["Årets resultat"] == told_of


def test_shares_differ_by_points() -> None:
    assert numbers(shown(small_ones()))["Soliditet"] == ("86 %", "6 procentenheter högre än 2019", "2019: 80 %")


def test_numbers_that_are_rounded_apart_are_told() -> None:
    rounded = years(1_499_600, 1_000_400, shown_unit="tkr")
    assert numbers(rounded)[COSTS] == ("1 500 tkr", "499 tkr mer än 2019", "2019: 1 000 tkr")
    assert view(rounded)["notes"] == (show.ROUNDED,)
    assert view(years(1_500_000, 1_000_000, shown_unit="tkr"))["notes"] == ()


def test_amounts_stand_in_the_unit_of_the_report() -> None:
    assert numbers(years(1_250_400, 1_000_000, shown_unit="tkr"))[COSTS] == (
        "1 250 tkr",
        "250 tkr mer än 2019",
        "2019: 1 000 tkr",
    )


def test_a_year_that_nobody_has_stated_is_told_as_missing() -> None:
    people = [{"table": "Starter", "year": 2020, "category": each, "total": 40} for each in ("Unga", "Äldre")]
    assert numbers(shown({Participants: people}))["Starter"] == ("80", "", "")
    rows = [{"line": COSTS, "row": "Löner", "this_year": 10}, {"line": INCOME, "row": "Bidrag", "last_year": 10}]
    blocks = shown({IncomeOrCost: rows})
    assert numbers(blocks)[COSTS] == ("10 kr", "", "Uppgift saknas för 2019")


def test_a_first_year_is_compared_with_nothing() -> None:
    values = new()
    values[OutlineBlock].insert(0, {"level": 1, "heading": NAME, "content": NAME})
    blocks = [block for block in examined(values).whole.blocks if isinstance(block.content, YearInBrief)]
    assert numbers(blocks)["Årets resultat"][1:] == ("", "")
    assert view(blocks)["notes"] == ("2020 avser 2020-09-01–2020-12-31.",)


def test_a_protected_count_stays_protected() -> None:
    rows = [{"table": "Starter", "year": 2020, "category": each, "total": 1} for each in ("Unga", "Äldre")]
    rows += [{"table": "Starter", "year": 2019, "category": each, "total": 40} for each in ("Unga", "Äldre")]
    blocks = shown({Participants: rows})
    assert numbers(blocks)["Starter"] == ("..", "", "2019: 80")
    assert any(note.startswith("..") for note in view(blocks)["notes"])  # type: ignore[attr-defined]


def test_every_number_is_the_statements_own() -> None:
    values = small()
    values[OutlineBlock].insert(0, {"level": 1, "heading": NAME, "content": NAME})
    whole = examined(values).whole
    marks = Marks()
    seen = report_view(whole, marks)
    content = next(block.content for block in seen.blocks if block.template == "year_in_brief")
    assert isinstance(content, ContentView)
    result = next(each for each in content["numbers"] if each["label"] == "Årets resultat")  # type: ignore[attr-defined]
    statement = next(block.table for block in seen.blocks if block.table and block.table.title == "Resultaträkning")
    row = next(row for row in statement.rows if row.label == "Årets resultat")
    assert result["number"] == row.cells[0]
    assert row.cells[1] in str(result["before"])
    changed = [key for key in marks.figures if str(key).startswith("income_statement.net_result@2020 - ")]
    assert marks.figures[changed[0]].amount == Decimal("400.25") - Decimal("300.00")


def test_the_goals_are_counted_on_the_scale() -> None:
    goals = [{"goal": str(number), "assessment": "uppfyllt"} for number in range(3)]
    content = view(shown({Goal: [*goals, {"goal": "fyra", "assessment": "ej uppfyllt"}]}))
    assert plain(content["goals"]) == "Av 4 mål fick 3 bedömningen uppfyllt."
    steps = [(each["mark"], each["number"], each["word"]) for each in content["steps"]]  # type: ignore[attr-defined]
    assert steps == [("full", "3", "Uppfyllt"), ("none", "1", "Ej uppfyllt")]
    assert plain(view(shown({Goal: [{"goal": "ett", "assessment": "ej uppfyllt"}]}))["goals"]) == (
        "Av 1 mål fick inget bedömningen uppfyllt."
    )


def test_a_chart_says_its_sentence_with_figures() -> None:
    chart = next(block.content for block in years(30, 10, income=(20, 20)) if block.template == "chart")
    assert plain(chart_view(chart).notes[0]) == "2020 gav verksamheten ett underskott på 10 kr."  # type: ignore[arg-type]


def test_what_is_shown_is_chosen_in_the_outline() -> None:
    values: Values = {IncomeOrCost: [{"line": COSTS, "row": "Löner", "this_year": 10, "last_year": 10}]}
    blocks = shown(values, layout="likvida medel, verksamhetens kostnader")
    assert list(numbers(blocks)) == [COSTS]
    assert not any(block.template == "chart" for block in blocks)
    six, four = (numbers(shown(small_ones(), layout=layout)) for layout in ("sex tal", "fyra tal"))
    assert (len(six), list(four)) == (6, list(six)[:4])
    outline = [
        {"level": 1, "heading": NAME, "content": NAME, "layout": layout} for layout in ("Deltagare, Mål", "sju tal")
    ]
    case, _ = read({OutlineBlock: outline})
    components = all_components()
    found = told(lambda each: placed_layouts_are_known(components, each), case)
    assert len(found) == 1
    assert "sju tal" in found[0].what


def small_ones() -> Values:
    """What the small underlag types of money."""
    return {model: [dict(row) for row in rows] for model, rows in small().items() if model in OF_MONEY}


OF_MONEY = (Activity, Note, IncomeOrCost, BalanceItem, OpeningBalance)


def test_income_that_is_the_contributions_alone_is_shown_once() -> None:
    labels = list(numbers(shown(small_ones())))
    assert "Medlemsbidrag" in labels
    assert INCOME not in labels


def test_nothing_is_shown_of_an_empty_underlag() -> None:
    assert not shown({})
