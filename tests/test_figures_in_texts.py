"""Figures that a text mentions by name: the handbook's own examples, what is wrong with a name, and the command."""

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfs import SOFINT, examined
from small_underlag import findings, small

from generator import cli
from generator.claims.numbers import quantities
from generator.commands.figures_shown import found, trace_as_text
from generator.figures.figure import Figure, FigureId, How, calendar_year
from generator.findings.finding import Severity
from generator.findings.message import message
from generator.ground.formatting import COUNT, KRONOR, MINUS, SHARE
from generator.ground.source import Source
from generator.model.amounts import BalanceItem
from generator.model.registers import Note, OutlineBlock
from generator.texts.figure_messages import TEXT_FIGURE_ABSENT
from generator.texts.figures import FigureTexts, Problem
from generator.texts.forms import form_of
from generator.texts.judge import judge
from generator.texts.reference import reference_at
from generator.texts.text import markdown_at
from generator.texts.written import Usual, written

GUIDE = Path("docs/handbok.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(
    r"^\| `(\{\{.*?\}\})` \| (.*) \|$", GUIDE.partition("### Siffror i texten")[2].partition("\n## ")[0], re.MULTILINE
)


@cache
def of_sofint() -> FigureTexts:
    examination = examined()
    return examination.whole.figures


def meant(text: str) -> Figure | Problem:
    reference = reference_at(text)
    assert reference is not None, text
    return of_sofint().figure(reference)


def test_the_handbook_has_examples() -> None:
    assert len(EXAMPLES) > 15


@pytest.mark.parametrize(("written", "printed"), EXAMPLES)
def test_each_example_of_the_handbook_is_what_the_report_prints(written: str, printed: str) -> None:
    reference = reference_at(written)
    assert reference is not None
    assert (of_sofint().words(reference) or "").replace("\u00a0", " ") == printed


def test_the_texts_of_sofint_type_no_figure_of_the_statements() -> None:
    lines = (SOFINT / "texter.md").read_text(encoding="utf-8").replace("\u00a0", " ")
    for amount in ("14 097", "1 791 165", "3 986 000", "2 857 326", "2 660 174", "664 tkr", "650 tkr"):
        assert amount not in lines


def test_every_name_that_the_command_shows_means_that_figure_in_a_text() -> None:
    examination = examined()
    wrong = []
    for code in examination.whole.names.codes:
        found = meant(f"{{{{ {examination.whole.names.name_of(code)} }}}}")
        if isinstance(found, Figure) and found.key.code != code:
            wrong.append((code, str(found.key)))
        if isinstance(found, Problem) and found.rule is not TEXT_FIGURE_ABSENT:
            wrong.append((code, found.rule.code))
    assert wrong == []


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("{{ soliditeten }}", "text_figure_unknown"),
        ("{{ soliditet : kr }}", "text_figure_unit"),
        ("{{ soliditet : på ett ungefär }}", "text_figure_form"),
        ("{{ soliditet.2009 }}", "text_figure_absent"),
        ("{{ andel('Soliditet', 'Kostnader') }}", "text_share_meaningless"),
        ("{{ andel('Årets resultat') }}", "text_figure_arguments"),
        ("{{ övrigt }}", "text_figure_ambiguous"),
    ],
)
def test_what_means_nothing_is_told(written: str, rule: str) -> None:
    reference = reference_at(written)
    assert reference is not None
    assert [problem.rule.code for problem in of_sofint().problems(reference)] == [rule]


def test_an_unknown_name_is_an_error_with_its_cell_and_the_nearest_names() -> None:
    values = small()
    values[OutlineBlock][0]["text"] = "Resultatet blev {{ årets_resutat : kr }}."
    finding = findings(values)["text_figure_unknown"]
    told = message(finding)
    assert (finding.severity or Severity.ERROR, finding.place.cell) == (Severity.ERROR, "G5")
    assert "Menade du ”årets_resultat”" in told.what or "Menade du ”Årets resultat”" in told.what


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("{{ soliditet : kr }}", "text_figure_unit"),
        ("{{ soliditet : på ett ungefär }}", "text_figure_form"),
        ("{{ soliditet.2009 }}", "text_figure_absent"),
        ("{{ övrigt }}", "text_figure_ambiguous"),
        ("{{ finansiella_kostnader }}", "text_figure_nothing"),
        ("{{ andel('Årets resultat') }}", "text_figure_arguments"),
        ("{{ andel('Löner', 'Verksamhetens kostnader').månad }}", "text_figure_attribute"),
        ("{{ andel('Soliditet', 'Årets resultat') }}", "text_share_meaningless"),
        ("{{ andel('Löner', 'Finansiella kostnader') }}", "text_share_of_nothing"),
        ("{{ skillnad('Soliditet', 'Årets resultat') }}", "text_difference_meaningless"),
        ("{{ skillnad('Löner', 'Löner') : ökade/minskade }}", "text_figure_undecided"),
        ("{{ skillnad('Soliditet') : kr }}", "text_figure_unit"),
    ],
)
def test_what_is_wrong_with_a_figure_is_told_where_the_text_stands(written: str, rule: str) -> None:
    values = small()
    values[OutlineBlock][0]["text"] = f"Året gav {written}."
    values[Note] += [{"key": "Fordringar"}, {"key": "Skulder"}]
    values[BalanceItem][0] |= {"note": "Fordringar", "note_row": "Övrigt"}
    values[BalanceItem][2] |= {"note": "Skulder", "note_row": "Övrigt"}
    told = {code: finding for code, finding in findings(values).items() if code.startswith("text_")}
    assert list(told) == [rule]
    assert told[rule].place.cell == "G5"
    assert written in message(told[rule]).what


def test_a_figure_of_a_year_that_nobody_has_stated_is_told_as_missing() -> None:
    values = small()
    values[OutlineBlock][0]["text"] = "I fjol var tillgångarna {{ summa_tillgångar.i_fjol }}."
    for row in values[BalanceItem]:
        del row["last_year"]
    assert findings(values)["text_figure_missing"].place.cell == "G5"


def test_a_figure_that_is_not_known_is_told_once_with_the_years_that_are_compared() -> None:
    values = small()
    values[OutlineBlock][0]["text"] = "Tillgångarna {{ skillnad('summa_tillgångar') : ökade/minskade }}."
    for row in values[BalanceItem]:
        del row["last_year"]
    told = {code: finding for code, finding in findings(values).items() if code.startswith("text_")}
    assert list(told) == ["text_figure_missing"]
    assert "Summa tillgångar 2020 minus 2019" in message(told["text_figure_missing"]).what


def test_a_name_is_no_sentence_to_be_held_against_the_figures() -> None:
    values = small()
    values[OutlineBlock][0]["text"] = "En ökning av {{ eget_kapital : kr }} med {{ årets_resultat : kr }} från 2019."
    assert not {rule for rule in findings(values) if rule.startswith("direction")}


def test_a_figure_is_traced_down_to_its_cells(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["figures", str(SOFINT), "--trace", "soliditet"])
    out = capfd.readouterr().out.replace("\u00a0", " ")
    assert out.startswith("Soliditet, 2020-12-31: 59,05 %")
    assert "= Eget kapital ÷ Summa tillgångar" in out
    assert "fliken Balansposter, cell" in out


def test_a_share_deviates_from_its_budget_in_percentage_points() -> None:
    """SOFINT budgets 24 per cent for the administration, which took 29."""
    words = {
        name: of_sofint().words(reference)
        for name in ("utfall", "budget", "avvikelse")
        if (reference := reference_at(f"{{{{ {name}('kostnadsfördelning.administration.andel') }}}}"))
    }
    assert words == {"utfall": "29\u00a0procent", "budget": "24\u00a0procent", "avvikelse": "5\u00a0procentenheter"}


def test_a_traced_deviation_has_the_sign_of_its_table_and_names_the_budget() -> None:
    examination = examined()
    figure = found("operating_statement.net_cost@2020/deviation_revised", examination.whole)
    assert isinstance(figure, Figure)
    assert figure.amount == 664097
    steps = trace_as_text(figure, examination.whole.derived)
    assert "+ Nettokostnad, reviderad budget, 2020-01-01–2020-12-31: 4 636 000,00 kr" in steps


_ABOUT = ("kr", "tkr", "mnkr", "miljoner kronor 0", "miljoner kronor med ord", "mnkr 2", "tkr 1")
_ABOUT_SHARES = ("procent", "%", "procent 1", "procent med ord")


@given(
    amount=st.decimals(-30_000_000, 30_000_000, places=2),
    share=st.decimals(Decimal("0.001"), Decimal("1.5"), places=5),
    count=st.decimals(Decimal("1.5"), 60, places=2),
    word=st.sampled_from(("ungefär", "cirka")),
)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_the_word_before_a_rounded_number_is_true_and_read_as_true(
    amount: Decimal, share: Decimal, count: Decimal, word: str
) -> None:
    forms = [(amount, KRONOR, form) for form in _ABOUT] + [(share, SHARE, form) for form in _ABOUT_SHARES]
    for value, unit, form in [*forms, (count, COUNT, ""), (count, COUNT, "med ord"), (count, COUNT, "0")]:
        asked = form_of(f"{form} {word}".strip())
        assert asked is not None
        figure = Figure(FigureId("prov", 2025), "Prov", value, unit, calendar_year(2025), How.STATED)
        text = written(figure, asked, Usual("kr")).replace("\u00a0", " ").replace(MINUS, "-")
        said, number = text.partition(" ")[0], next(quantities(text))
        if number.value:
            assert number.agrees(value), (text, value)
        larger, smaller = abs(value) > number.value, abs(value) < number.value
        expected = {"ungefär": "drygt" if larger else "knappt", "cirka": "cirka"}[word]
        assert (said == expected) is bool((larger or smaller) and number.value), (text, value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Drygt {{ soliditet }}.", False),  # 59,2 procent
        ("Knappt {{ soliditet }}.", True),
        ("Det är nästan {{ soliditet }}.", True),
        ("Kostnaderna var knappt {{ verksamhetens_kostnader : mnkr 1 }}.", False),  # 3 970 640 kr
        ("Kostnaderna var strax över {{ verksamhetens_kostnader : mnkr 1 }}.", True),
        ("Kostnaderna var drygt {{ verksamhetens_kostnader : kr }}.", True),  # just that
        ("{{ soliditet : ungefär }} är mer än {{ soliditet.i_fjol }}.", False),
    ],
)
def test_a_word_before_a_figure_that_is_not_true_is_told(text: str, told: bool) -> None:  # noqa: FBT001 - of the test
    found = {finding.code for finding in judge(markdown_at(text, Source()), None, Path(), of_sofint())}
    assert found == ({"text_figure_about"} if told else set())
