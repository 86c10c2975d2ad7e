"""Numbers in running text: what is read of them, and what is told where they differ from the figures."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from pdfs import written
from small_underlag import examined, findings, small

from generator import cli
from generator.checks.prose import numbers_in, vocabulary_of
from generator.checks.prose_references import reference_to
from generator.checks.sentences import Sentence, pieces
from generator.claims import sentence
from generator.claims.judged import NumberInText, Verdict
from generator.claims.numbers import quantities
from generator.claims.words import Word
from generator.figures.figure import Figure
from generator.findings.message import message
from generator.ground.names import with_plain_signs
from generator.ground.source import Source
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.model.registers import Activity, OutlineBlock
from generator.texts.reference import reference_at

AGREES, DIFFERS, ALONE = Verdict.AGREES, Verdict.DIFFERS, Verdict.ALONE
TOLD_OF_NUMBERS = {"number_differs", "direction_differs"}


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("1 791 165 kr", "1791164.5", "1791165.5", "kr"),
        ("1.791.165 kronor", "1791164.5", "1791165.5", "kr"),
        ("3 972 tkr", "3971500", "3972500", "kr"),
        ("3,97 mnkr", "3964500", "3975500", "kr"),
        ("drygt 3,9 miljoner kronor", "3849500", "4001000", "kr"),
        ("knappt 4 miljoner", "3200000", "4500500", "kr"),
        ("cirka 500 000 kr", "400000", "600000", "kr"),
        ("2 000 000 kr", "1960000", "2040000", "kr"),
        ("\u2212405 tkr", "404500", "405500", "kr"),
        ("två miljoner kronor", "1500000", "2500000", "kr"),
        ("en halv miljon kronor", "450000", "550000", "kr"),
        ("14,3 procent", "0.1425", "0.1435", "andel"),
        ("70\u201375 %", "0.695", "0.755", "andel"),
        ("en fjärdedel", "0.225", "0.275", "andel"),
        ("4 procentenheter", "0.035", "0.045", "procentenheter"),
        ("dubbelt", "1.75", "2.25", "gånger"),
    ],
)
def test_a_number_is_read_with_its_own_rounding(text: str, low: str, high: str, unit: str) -> None:
    (read,) = quantities(with_plain_signs(f"Det är {text} i år."))
    assert (read.low, read.high, read.unit) == (Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(
    "text",
    [
        "Lagen (2018:597) och 4 kap. 5 § gäller från den 31 mars 2020, se prop. 1996/97:52.",
        "Personer i åldern 16–29 år, 2020-12-31, diarienummer 2020/12:3.",
        "Se not 3, avsnitt 1.5.2, bilaga 2 och Jobbcenter 2.0 under 2019–2021.",
    ],
)
def test_years_dates_laws_ages_and_numbered_things_are_no_quantities(text: str) -> None:
    assert list(quantities(with_plain_signs(text))) == []


def test_two_numbers_share_the_unit_of_the_last() -> None:
    assert [each.value for each in quantities("från 86 till 59 procent")] == [Decimal("0.86"), Decimal("0.59")]


def read(text: str) -> tuple[NumberInText, ...]:
    """The numbers of a sentence against the figures of the small underlag: income 2000.50, costs 1600.25."""
    derived = examined(small()).whole.derived
    return numbers_in([Sentence(text, "", Source())], derived, vocabulary_of(derived))


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Årets resultat blev 400 kr.", [AGREES]),
        ("Årets resultat blev 500 kr.", [DIFFERS]),
        ("Året slutade med ett underskott på 400 kr.", [DIFFERS]),
        ("Intäkterna uppgick till 2 000,50 kr och kostnaderna till 1 600,25 kr.", [AGREES, AGREES]),
        ("Intäkterna uppgick till 2 000,50 kr och kostnaderna till 1 900,25 kr.", [AGREES, DIFFERS]),
        ("Intäkterna var 1 900,10 kr.", [DIFFERS]),
        ("Intäkterna var 1 900,10 kr året före.", [AGREES]),
        ("2019 var intäkterna 2 000,50 kr.", [DIFFERS]),
        ("Lönerna kostade 990 kr.", [DIFFERS]),
        ("Kostnaden för löner var 900 kr.", [AGREES]),
        ("Löner svarade för 56 procent av kostnaderna.", [AGREES]),
        ("Löner svarade för 65 procent av kostnaderna.", [DIFFERS]),
        ("Soliditeten ökade från 80 till 86 procent.", [AGREES, AGREES]),
        ("Ekonomiskt stod vi starkt med en soliditet om 69 procent.", [DIFFERS]),
        ("Soliditeten var 86 procent, högre än 2019 då den var 70 procent.", [AGREES, DIFFERS]),
        ("Försäljningen gav en vinst på 350 kr.", [ALONE]),
        ("Städarens löner var 700 kr.", [ALONE]),
        ("Soliditeten ökade från 80 till 96 procent.", [AGREES, DIFFERS]),
        ("Intäkterna ökade med 100 kr jämfört med 2019.", [AGREES]),
        ("Intäkterna ökade med 200 kr jämfört med 2019.", [DIFFERS]),
        ("Likvida medel steg med 390 kr till 1 150 kr.", [AGREES, AGREES]),
        ("Skulderna var 200 kr, mot 200 kr året före.", [AGREES, AGREES]),
    ],
)
def test_a_number_is_held_against_the_figure_that_its_sentence_names(text: str, verdicts: list[Verdict]) -> None:
    assert [each.judged.verdict for each in read(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Kostnaderna minskade med 0,16 kr jämfört med 2019.", [DIFFERS]),
        ("Likvida medel minskade till 1 150 kr.", [DIFFERS]),
        ("Eget kapital steg från 800,25 kr till 1 200,50 kr.", [AGREES, AGREES]),
        ("Eget kapital sjönk från 800,25 kr till 1 200,50 kr.", [AGREES, DIFFERS]),
        ("Löner och lokaler kostade tillsammans 1 500 kr.", [AGREES]),
        ("Intäkterna var 2 000,50 kr, en ökning med fem procent.", [AGREES, AGREES]),
        ("Intäkterna var 2 000,50 kr, en ökning med femton procent.", [AGREES, DIFFERS]),
        ("Resultatet är 150 kr bättre än 2019.", [DIFFERS]),
    ],
)
def test_what_has_risen_or_fallen_is_held_against_last_year(text: str, verdicts: list[Verdict]) -> None:
    assert [each.judged.verdict for each in read(text)] == verdicts


@pytest.mark.parametrize(
    "text",
    [
        "Nästa år väntas kostnaderna bli 1 900 kr.",
        "Målet är att kostnaderna ska vara högst 1 500 kr.",
        "Kostnaderna för lokalernas städning uppgick till 300 kr.",
        "Kommunernas kostnader uppgick till 9 000 kr.",
        "Intäkterna 2015 uppgick till 1 000 kr.",
        "Rapporten kostar 95 kr att beställa.",
        "I landet som helhet sjönk kostnaderna till 1 200 kr.",
        "Samordningsförbundet Långtbort hade kostnader på 1 200 kr.",
        "Av kostnaderna, 1 600,25 kr, var 900 kr löner och resten annat, varav 77 kr var ränta.",
        "Kostnaderna uppgick i mars till 150 kr.",
        "Eget kapital är 900 kr över den nivå som gäller.",
        "Kostnaderna uppgick inte till 1 900 kr.",
        "Kostnaderna var i genomsnitt 1 200 kr per månad.",
        "Revisionen har kostat mellan 60 och 76 kr om året.",
    ],
)
def test_what_is_said_of_something_else_is_left_alone(text: str) -> None:
    assert DIFFERS not in [each.judged.verdict for each in read(text)]


def test_what_differs_is_told_with_the_sentence_the_figure_and_the_reference_to_put_there() -> None:
    values = small()
    values[OutlineBlock][4]["text"] = "Den är god. Årets resultat blev 0,5 tkr."
    examination = examined(values)
    (found,) = [each for each in examination.findings if each.code == "number_differs"]
    told = message(found)
    assert told.place.cell == "G9"
    assert "”Årets resultat blev 0,5 tkr”" in told.what
    assert "Årets resultat 2020 är 400,25" in told.what.replace("\u00a0", " ")
    assert "{{ årets_resultat : tkr }}" in told.remedy
    assert [each.judged.verdict for each in examination.numbers] == [ALONE, DIFFERS]


def told(text: str) -> list[str]:
    """The rules that find something in a text of the small underlag."""
    values = small()
    values[OutlineBlock][4]["text"] = text
    return [each.code for each in examined(values).findings]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Årets resultat blev ett underskott.", True),
        ("Året slutade med ett överskott.", False),
        ("Förbundet redovisar ett negativt resultat.", True),
        ("Styrelsen hade budgeterat ett underskott.", False),
        ("Verksamheten ska inte gå med underskott.", False),
        ("Ett underskott ska återställas inom tre år.", False),
    ],
)
def test_a_deficit_where_there_is_a_surplus_is_told_without_an_amount(text: str, is_told: bool) -> None:  # noqa: FBT001
    assert ("result_sign_differs" in told(text)) is is_told


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Kostnaden för lokaler ökade jämfört med 2019.", "direction_differs"),
        ("Lönerna var lägre än året före.", "direction_differs"),
        ("Likvida medel minskade under året.", "direction_differs"),
        ("Lönerna var högre än året före.", ""),
        ("Styrelsen räknar med att lönerna minskar.", ""),
        ("Kostnaderna för lokalernas städning ökade jämfört med 2019.", ""),
    ],
)
def test_a_direction_of_the_associations_own_names_is_held_against_the_figures(text: str, rule: str) -> None:
    assert [each for each in told(text) if each.startswith("direction")] == [rule] * bool(rule)


def test_the_command_counts_the_numbers_and_lists_them_with_their_references(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    values = small()
    values[OutlineBlock][4]["text"] = "Årets resultat blev 500 kr och intäkterna 2 000,50 kr."
    written(values, tmp_path)
    with pytest.raises(SystemExit):
        cli.main(["check", str(tmp_path), "--numbers"])
    out = capfd.readouterr().out.replace("\u00a0", " ")
    assert "Siffror i texterna: 3. 2 hör till en siffra i rapporten: 1 stämmer, 1 skiljer sig. 1 lämnas." in out
    assert "500 kr: skiljer sig (Fliken Innehåll, G9)" in out
    assert "{{ verksamhetens_intäkter : kr }}" in out
    with pytest.raises(SystemExit):
        cli.main(["check", str(tmp_path), "--numbers", "--format", "json"])
    (data,) = json.loads(capfd.readouterr().out)
    assert data["numbers"] == {"found": 3, "tied": 2, "agreed": 1, "differed": 1, "left": 1}
    assert [each["verdict"] for each in data["listed_numbers"]] == ["lämnas", "skiljer sig", "stämmer"]


def test_every_reference_that_is_offered_means_the_figure_that_it_was_offered_for() -> None:
    """Levels, changes and shares: what is written in place of a number is what the number was held against."""
    sentences = [
        "Intäkterna ökade med 100 kr till 2 000,50 kr jämfört med 2019.",
        "Soliditeten ökade från 80 till 86 procent.",
        "Löner svarade för 56 procent av kostnaderna.",
        "Likvida medel steg med 390 kr.",
        "Intäkterna var 1 900,10 kr året före.",
    ]
    whole = examined(small()).whole
    vocabulary = vocabulary_of(whole.derived)
    numbers = numbers_in([Sentence(text, "", Source()) for text in sentences], whole.derived, vocabulary)
    assert len(numbers) == 7
    for each in numbers:
        answer = each.judged.answer
        assert answer is not None
        reference = reference_at(reference_to(answer, each.judged.claim, whole.figures))
        assert reference is not None
        assert whole.figures.problems(reference) == ()
        figure = whole.figures.figure(reference)
        assert isinstance(figure, Figure)
        assert abs(figure.amount) == abs(answer.figure.amount)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Kassaflödet var \u221213 kr.", "{{ årets_kassaflöde : kr }}"),
        ("Kassaflödet var 13 kr.", "{{ årets_kassaflöde : kr }}"),
        ("Kassaflödet var negativt, 13 kr.", "{{ årets_kassaflöde : kr utan tecken }}"),
        ("Likvida medel minskade med 33 kr.", "utan tecken }}"),
        ("Vi hade ett underskott på 33 kr.", "{{ årets_resultat : kr utan tecken }}"),
        ("Årets resultat blev \u221213 kr.", "{{ årets_resultat : kr }}"),
        ("Intäkterna var 1 770,50 kr.", "{{ verksamhetens_intäkter : kr }}"),
    ],
)
def test_a_sentence_with_the_reference_that_is_offered_agrees(text: str, offered: str) -> None:
    """An association with a deficit: the sentence is written as advised, and read again."""
    values = small()
    income, *costs = values[IncomeOrCost]
    values[IncomeOrCost] = [income | {"this_year": Decimal("1500.25")}, *costs]
    fordran, cash, debt = values[BalanceItem]
    values[BalanceItem] = [fordran, cash | {"this_year": Decimal("649.75")}, debt]
    values[OutlineBlock][4]["text"] = text
    (found,) = [each for each in examined(values).findings if each.code in TOLD_OF_NUMBERS]
    advice = re.search(r"Skriv (\{\{.*?\}\}) i stället för ”(.*?)”", message(found).remedy)
    assert advice is not None
    assert offered in advice[1]
    values[OutlineBlock][4]["text"] = text.replace(advice[2], advice[1])
    assert not [each for each in examined(values).findings if each.code in TOLD_OF_NUMBERS]


def test_no_reference_is_offered_where_none_makes_the_sentence_right() -> None:
    values = small()
    values[OutlineBlock][4]["text"] = "Året slutade med ett underskott på 400 kr."
    (found,) = [each for each in examined(values).findings if each.code == "number_differs"]
    assert "{{" not in message(found).remedy


def test_each_word_of_a_sentence_is_looked_at_once_however_many_numbers_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    derived = examined(small()).whole.derived
    vocabulary = vocabulary_of(derived)
    looked_at: list[int] = []
    is_strange = sentence.is_strange

    def counted(word: Word, own: frozenset[str]) -> bool:
        looked_at.append(word.start)
        return is_strange(word, own)

    monkeypatch.setattr(sentence, "is_strange", counted)
    text = f"Löner kostade {', '.join(f'{number} kr i Älvstad' for number in range(100, 150))}."
    numbers_in([Sentence(text, "", Source())], derived, vocabulary)
    assert looked_at
    assert len(looked_at) == len(set(looked_at))


def test_a_text_without_end_is_no_sentence_and_a_long_row_is_read_cell_by_cell() -> None:
    told = "Lönerna kostade 990 kr"
    (endless,) = pieces(", ".join([told] * 200))
    assert read(endless) == ()
    cells = list(pieces(" | ".join([told] * 200)))
    assert [each.judged.verdict for each in read(cells[-1])] == [DIFFERS]
    assert len(cells) == 200


@pytest.mark.parametrize("short", ["t.ex.", "bl.a.", "ca.", "dvs.", "kl.", "nr.", "s.k.", "T.ex."])
def test_a_word_written_short_ends_no_sentence(short: str) -> None:
    assert list(pieces(f"Vi nådde {short} Älvstad. Det var bra.")) == [f"Vi nådde {short} Älvstad.", "Det var bra."]


@pytest.mark.parametrize(
    ("text", "decimals", "factor"),
    [
        ("9,81\u00a0mnkr", 2, 1_000_000),
        ("9,8MNKR", 1, 1_000_000),
        ("3,97 milj. kr", 2, 1_000_000),
        ("3 972 tkr", 0, 1000),
        ("en halv miljon kronor", 1, 1_000_000),
    ],
)
def test_an_amount_keeps_the_decimals_and_the_unit_that_it_is_written_with(
    text: str, decimals: int, factor: int
) -> None:
    (found,) = quantities(with_plain_signs(f"Det är {text} i år."))
    assert (found.decimals, int(found.factor), found.unit) == (decimals, factor, "kr")


@pytest.mark.parametrize("text", ["51,5\u00a0%", "51,5\u201352 procent"])
def test_a_share_keeps_the_decimals_that_it_is_written_with(text: str) -> None:
    (found,) = quantities(with_plain_signs(f"Det är {text} i år."))
    assert found.decimals == 1


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Kostnaden för Vägen vidare blev 1 700 kr.", True),
        ("Kostnaden för Vägen vidare blev 1 600 kr.", False),
        ("Kostnaden på vägen vidare blev 1 700 kr.", False),
    ],
)
def test_a_name_of_short_words_is_known_by_its_capital(text: str, is_told: bool) -> None:  # noqa: FBT001
    values = small()
    values[Activity][1] = {**values[Activity][1], "key": "Vägen vidare"}
    for row in values[IncomeOrCost]:
        row["activity"] = "Vägen vidare" if row["activity"] == "Kansli" else row["activity"]
    values[OutlineBlock] = [*values[OutlineBlock], {"level": 1, "heading": "Ekonomin", "text": text}]
    assert ("number_differs" in findings(values)) is is_told
