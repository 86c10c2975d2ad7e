"""What a sentence of the texts stands under: the insats of its row, the headings of its file."""

from pathlib import Path

from small_underlag import examined, small

from generator.blocks.case import Case
from generator.checks.sentences import sentences
from generator.ground.source import Source
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_texts import InsatsText
from generator.texts.text import SourcedText, text_in_cell


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
    text: SourcedText = text_in_cell("Ingress.\n# Insatser\n## Steget ##\nEtt.\n### Mål\nTvå.\n# Slut\nTre.", Source())
    found = under(Case(report.derived.underlag, report.derived, Path(), texts=(text,)))
    assert found["Ingress."] == ()
    assert found["Ett."] == ("Steget", "Insatser")
    assert found["Två."] == ("Mål", "Steget", "Insatser")
    assert found["Tre."] == ("Slut",)
