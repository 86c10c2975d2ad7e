"""What a sentence of the texts stands under: the insats of its row, the headings of its file."""

from decimal import Decimal
from pathlib import Path

import pytest
from small_underlag import examined, findings, small

from generator.blocks.case import Case
from generator.checks.sentences import sentences
from generator.claims.judged import Verdict
from generator.ground.source import Source
from generator.model.registers import Note, OutlineBlock
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.subjects.insatser.rows_texts import InsatsText
from generator.texts.text import SourcedText, markdown_at

RIGHT, WRONG, ALONE = (each.value for each in (Verdict.AGREES, Verdict.DIFFERS, Verdict.ALONE))


def under(case: Case) -> dict[str, tuple[str, ...]]:
    return {each.text: each.under for each in sentences(case)}


def test_a_text_of_a_row_stands_under_what_the_row_is_of() -> None:
    values = small()
    values[Insats] = [{"key": "Steget", "name": "Steget vidare", "assessment": "Den gick bra."}]
    values[InsatsText] = [{"insats": "Steget vidare", "heading": "Resultat", "text": "Många kom."}]
    report = examined(values).whole
    found = under(Case(report.derived.underlag, report.derived, Path()))
    assert found["Den gick bra."] == ("Steget", "Steget vidare")
    assert found["Många kom."] == ("Steget", "Resultat")
    assert found["Den kostade 100 kr."] == ("Räkenskapsrevision",)
    assert found["Lagen följs."] == ("Redovisningsprinciper",)


def test_a_text_of_a_file_stands_under_its_headings_the_nearest_first() -> None:
    report = examined(small()).whole
    text: SourcedText = markdown_at("Ingress.\n# Insatser\n## Steget ##\nEtt.\n### Mål\nTvå.\n# Slut\nTre.", Source())
    found = under(Case(report.derived.underlag, report.derived, Path(), texts=(text,)))
    assert found["Ingress."] == ()
    assert found["Ett."] == ("Steget", "Insatser")
    assert found["Två."] == ("Mål", "Steget", "Insatser")
    assert found["Tre."] == ("Slut",)


ABOUT = {"insats": "Steget", "kind": "Löner", "budget": Decimal(280_000), "reported": Decimal(310_000)}


def judged(text: str) -> dict[str, str]:
    """What is said of each number of a text about an insats that cost 310 tkr of 280, for 112 persons of 120."""
    values = small()
    values[Insats] = [{"key": "Steget", "planned": "120", "reached": "112"}]
    values[InsatsCost] = [ABOUT]
    values[InsatsText] = [{"insats": "Steget", "text": text}]
    return {each.written: each.judged.verdict.value for each in examined(values).numbers if each.sentence in text}


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Kostnaden blev 310 000 kr, vilket är 30 000 kr mer än budget.", {"310 000 kr": RIGHT, "30 000 kr": RIGHT}),
        ("Kostnaden blev 310 000 kr, vilket är 40 000 kr mer än budget.", {"310 000 kr": RIGHT, "40 000 kr": WRONG}),
        ("Insatsen kostade 410 tkr.", {"410 tkr": WRONG}),
        ("Steget hade en budget på 280 tkr men förbrukade bara 410 tkr.", {"280 tkr": RIGHT, "410 tkr": WRONG}),
        ("Insatsens budget var 280 tkr.", {"280 tkr": RIGHT}),
        ("Insatsen nådde 112 deltagare.", {"112": RIGHT}),
        ("Insatsmålet var 120 deltagare.", {"120": RIGHT}),
        ("Intäkterna var 1 500 kr.", {"1 500 kr": ALONE}),
        ("Förbundets intäkter var 1 500 kr.", {"1 500 kr": WRONG}),
    ],
)
def test_a_text_about_an_insats_is_held_against_its_own_figures(text: str, verdicts: dict[str, str]) -> None:
    assert judged(text) == verdicts


def test_a_text_of_a_note_is_not_held_against_all_costs() -> None:
    values = small()
    values[Note] = [
        {"key": "Kostnader"},
        {"key": "Räkenskapsrevision", "kind": "text", "text": "Kostnaden blev 1 500 kr."},
    ]
    assert [each.judged.verdict.value for each in examined(values).numbers] == [ALONE]


def test_what_rose_and_the_result_of_an_insats_are_its_own() -> None:
    values = small()
    values[Insats] = [{"key": "Steget"}]
    text = "Intäkterna minskade jämfört med 2019. Året gav ett underskott."
    values[InsatsText] = [{"insats": "Steget", "text": text}]
    told = {"direction_differs", "result_sign_differs"}
    assert not told & set(findings(values))
    values[OutlineBlock][4]["text"] = text
    assert told <= set(findings(values))
