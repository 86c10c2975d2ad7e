"""Own names of posts: what the report prints, what else knows them by the law's name, and what may not be renamed."""

from decimal import Decimal
from typing import Any

import pytest
from component_cases import Values, read
from small_underlag import examined, small

from generator.checks.prose import vocabulary_of
from generator.figures.figure import Figure
from generator.figures.table import build_table
from generator.findings.message import message
from generator.json_edition.write import edition_of
from generator.model.amounts import BalanceItem
from generator.model.post_names import PostName
from generator.subjects.post_names import rules
from generator.texts.figures import figure_texts
from generator.texts.reference import Reference
from generator.view.report_view import report_view

OWN = {"line": "Kassa och bank", "name": "Bank och koncernkonto"}
MONEY: list[dict[str, Any]] = [{"line": "Kassa och bank", "this_year": 700, "last_year": 500}]


def named(*rows: dict[str, str]) -> Values:
    return {PostName: list(rows), BalanceItem: MONEY}


def test_the_report_prints_the_own_name_and_texts_may_use_either() -> None:
    case, findings = read(named(OWN))
    assert findings == []
    assert case.derived is not None
    assert case.names is not None
    sheet = build_table(case.derived.layouts().balance_sheet(case.derived.figures), case.derived.figures)
    labels = [row.label for row in sheet.rows]
    assert "Bank och koncernkonto" in labels
    assert "Kassa och bank" not in labels
    figures = figure_texts(case.names, case.derived)
    for name in ("kassa_och_bank", "bank_och_koncernkonto"):
        figure = figures.figure(Reference("", name))
        assert isinstance(figure, Figure)
        assert figure.value == Decimal(700)
    phrases = {" ".join(entry.phrase) for entries in vocabulary_of(case.derived)._entries.values() for entry in entries}
    assert any("koncernkonto" in phrase for phrase in phrases)


def test_findings_and_json_tell_the_law_s_name_and_the_own() -> None:
    values = small()
    values[PostName] = [OWN]
    values[BalanceItem][1]["this_year"] = Decimal(-5)
    examination = examined(values)
    told = [message(finding).what for finding in examination.findings]
    assert any("I rapporten heter Kassa och bank ”Bank och koncernkonto”." in what for what in told)
    assert examination.report is not None
    edition = edition_of(examination.report, report_view(examination.report), "0")
    (figure,) = (each for each in edition.figures if str(each.key) == "balance_sheet.cash_and_bank@2020")
    assert figure.name == "Kassa och bank"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Årets resultat", "post_name_refused"),
        ("Summa tillgångar", "post_name_refused"),
        ("Verksamhetens resultat", "post_name_refused"),
        ("Eget kapital", "post_name_refused"),
        ("Generella statsbidrag och utjämning", "post_name_of_taxes"),
    ],
)
def test_what_the_law_measures_keeps_its_name(line: str, rule: str) -> None:
    _, findings = read(named({"line": line, "name": "Något annat"}))
    assert [finding.code for finding in findings] == [rule]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([OWN], []),
        ([OWN | {"name": "Fordringar"}], ["post_name_of_another"]),
        ([OWN | {"name": "årets resultat"}], ["post_name_of_another"]),
        ([OWN, {"line": "Fordringar", "name": "Bank och koncernkonto"}], ["post_name_of_another"]),
        ([OWN, OWN | {"name": "Bank"}], ["post_named_twice"]),
        ([{"line": "Kortfristiga skulder", "name": "Skulder till insatser och förutbetalda intäkter"}], []),
        ([{"line": "Fordringar", "name": "Upplupna intäkter och förutbetalda kostnader till insatser"}], []),
        ([{"line": "Fordringar", "name": "Kortfristiga skulder till parter"}], ["post_name_of_other_kind"]),
        (
            [{"line": "Verksamhetens kostnader", "name": "Verksamhetens intäkter från bidrag"}],
            ["post_name_of_other_kind"],
        ),
    ],
)
def test_a_name_is_of_one_post_and_says_what_it_is(rows: list[dict[str, str]], told: list[str]) -> None:
    case, findings = read(named(*rows))
    assert findings == []
    found = [*rules.names_are_of_one_post(case), *rules.names_say_what_the_post_is(case)]
    assert [finding.code for finding in found] == told
