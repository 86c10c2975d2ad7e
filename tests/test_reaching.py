"""What is typed reaches the report, or it is told of: no filled tab and no text is lost in silence."""

from decimal import Decimal
from typing import Any

import pytest
from small_underlag import Rows, Values, findings, small
from test_false_alarms import with_insats

from generator.findings.finding import Severity
from generator.findings.message import message, severity_of
from generator.model.registers import OutlineBlock
from generator.model.rows import Row
from generator.subjects.balance_requirement.rows import Adjustment
from generator.subjects.charts.rows import ChartRow
from generator.subjects.free_tables.rows import FreeRow, FreeTable
from generator.subjects.goals.rows import Goal
from generator.subjects.granted.rows import Grant
from generator.subjects.indicators.rows import Indicator
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import BookedDifference, InsatsCost
from generator.subjects.insatser.rows_texts import InsatsText
from generator.subjects.investments.rows import Investment
from generator.subjects.participants.rows import Participants
from generator.subjects.surveys.rows import ResponseRate, SurveyAnswer

TYPED: dict[type[Row], tuple[dict[str, Any], str]] = {
    Grant: ({"name": "Stödet", "first": Decimal("50.00")}, "Beviljade medel"),
    Goal: ({"goal": "Fler ska delta"}, "Mål"),
    Indicator: ({"number": "1", "name": "Inflytande", "this_year": 81}, "Indikatorer"),
    Participants: ({"table": "Ålder", "category": "16–24 år", "year": 2020, "women": 20, "men": 10}, "Deltagare"),
    ResponseRate: ({"group": "Personal", "asked": 30, "answers": 20}, "Svarsfrekvenser"),
    SurveyAnswer: ({"question": "Stödet", "count": 50, "negative": 8, "neither": 12, "positive": 80}, "Enkäter"),
}


def told(values: Values, **block: Any) -> dict[str, tuple[Severity, str, str]]:
    """What is said of tabs and texts that are not shown: how grave, and the words."""
    values[OutlineBlock].extend([{"level": 1, "heading": "Här", **block}] if block else [])
    return {
        finding.place.tab: (severity_of(finding), message(finding).what, message(finding).remedy)
        for rule, finding in findings(values).items()
        if rule in {"tab_not_shown", "text_not_shown"}
    }


@pytest.mark.parametrize("model", TYPED)
def test_a_filled_tab_that_no_part_shows_is_told_of_with_the_part_that_would(model: type[Row]) -> None:
    row, tab = TYPED[model]
    ((where, (severity, what, remedy)),) = told(small() | {model: [row]}).items()
    assert (where, severity) == (tab, Severity.NOTE)
    assert what == "En rad är ifylld i fliken, men inget av det kommer med i rapporten."
    assert f"”{tab}”" in remedy
    assert told(small() | {model: [row]}, content=tab) == {}


def test_the_rows_of_a_table_of_ones_own_are_shown_by_it_or_in_a_diagram() -> None:
    rows: Rows = [
        {"table": "Egen", "kind": "kolumner", "value_1": "Antal"},
        {"table": "Egen", "label": "Ett", "value_1": 5},
    ]
    values: Values = {**small(), FreeTable: [{"name": "Egen", "unit": "antal"}], FreeRow: rows}
    assert {"Tabeller", "Tabellrader"} & set(told(values))
    assert told(values, content="Egen tabell", name="Egen") == {}
    values |= {ChartRow: [{"name": "Bild", "table": "Egen"}]}
    assert "Tabellrader" not in told(values, content="Diagram", name="Bild")


@pytest.mark.parametrize("model", TYPED)
def test_nothing_typed_is_nothing_lost(model: type[Row]) -> None:
    assert told(small() | {model: []}) == {}


def test_what_stands_in_the_statements_or_in_a_text_is_shown() -> None:
    liability = {"name": "Stödet", "first": Decimal("50.00"), "shown_as": "ansvarsförbindelse"}
    assert told(small() | {Grant: [liability]}) == {}
    assert told(small() | {Grant: [TYPED[Grant][0]]}, text="Kvar är {{ beviljade_medel.stödet }}.") == {}
    assert told(small() | {Investment: [{"name": "Möbler", "this_year": Decimal("0.00")}]}) == {}
    assert told(small() | {Adjustment: [{"kind": "Reaktionsvinst", "this_year": Decimal("0.00")}]}) == {}


def test_the_accounts_of_insatser_are_shown_by_fact_sheets_or_their_own_part() -> None:
    assert "Insatsernas ekonomi" in told(with_insats(reason="x"))
    for part in ("Faktablad", "Insatsernas ekonomi"):
        assert told(with_insats(reason="x"), content=part) == {}


@pytest.mark.parametrize(
    ("heading", "part", "other"), [("Resultat", "Insatser", "Faktablad"), ("", "Faktablad", "Insatser")]
)
def test_each_text_of_an_insats_is_shown_or_told_of(heading: str, part: str, other: str) -> None:
    values = with_insats(reason="x")
    values[InsatsCost] = values[BookedDifference] = []
    values[InsatsText] = [
        {"insats": "Stödet", "heading": heading, "text": "Åtta av tio gick vidare."},
        {"insats": "Stödet", "heading": "Beskrivning" if heading else "Syfte", "text": "Ett stöd till den som vill."},
    ]
    ((tab, (severity, what, remedy)),) = told(values, content=part).items()
    assert (tab, severity) == ("Insatstexter", Severity.NOTE)
    assert what == "En text kommer inte med i rapporten: cell C5."
    assert f"”{other}”" in remedy
    assert told(values, content=other) == {}


def test_a_diagram_that_is_not_placed_is_told_of_while_under_way_as_what_remains() -> None:
    values = small(state="under arbete") | {ChartRow: [{"name": "Kapital", "table": "Flerårsöversikt"}]}
    assert told(values)["Diagram"][0] is Severity.REMAINING


def test_a_register_that_others_refer_to_is_shown_by_its_names() -> None:
    values = small() | {Insats: [{"key": "Stödet", "budget": Decimal("50.00")}]}
    assert "Insatser" in told(values)
    assert told(small() | {Insats: values[Insats]}, text="Stödet har pågått hela året.") == {}


def test_what_is_only_counted_in_a_text_is_not_shown() -> None:
    values: Values = {**small(), Goal: [TYPED[Goal][0], {"goal": "Färre ska vänta"}]}
    assert "Mål" in told(values, text="Vi har {{ antal.mål : med ord }} mål.")


def test_one_name_that_stands_in_a_text_does_not_show_a_whole_register() -> None:
    rates: Rows = [{"group": group, "asked": 30, "answers": 20} for group in ("Personal", "Handledare", "Chefer")]
    assert "Svarsfrekvenser" in told({**small(), ResponseRate: rates}, text="Personal har anställts.")
