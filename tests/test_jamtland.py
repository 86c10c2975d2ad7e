"""Jämtland 2021: provisions rolled forward, granted money by balance day, notes in kronor, statements in thousands."""

from pathlib import Path

import openpyxl
import pytest
from test_rar import rows_of, shown
from test_sydnarke_as_printed import HEADS

from generator.figures.listing import listing
from generator.figures.table import Table
from generator.findings.finding import Severity
from generator.findings.message import message, severity_of
from generator.pipeline import Examination, examine

INPUT = Path("inputs/jamtland-2021/underlag.xlsx")
GOLDEN = Path("tests/golden/jamtland-2021.txt")

PUBLISHED = {
    "Resultaträkning": """
        Verksamhetens intäkter | 8502 8623
        Finansiella kostnader | -107 -101
        Resultat efter finansiella poster | 1361 2024
        Årets resultat | 1361 2024
    """,
    "Balansräkning": """
        Fordringar | 183 128
        Kassa och bank | 10360 7937
        Summa omsättningstillgångar | 10543 8065
        Summa tillgångar | 10543 8065
        Årets resultat | 1361 2024
        Övrigt eget kapital | 4696 2671
        Summa eget kapital | 6057 4696
        Avsättningar för pensioner och liknande förpliktelser | 1814 1694
        Kortfristiga skulder | 2672 1676
        Summa eget kapital, avsättningar och skulder | 10543 8065
        Ansvarsförbindelser | 24621 17259
    """,
    "Kassaflödesanalys": """
        Årets resultat | 1361 2024
        Justering för ej likviditetspåverkande poster | 120 610
        Ökning (+)/minskning (−) av kortfristiga skulder | 997 -2282
        Ökning (−)/minskning (+) av kortfristiga fordringar | -55 79
        Likvida medel vid årets slut | 10360 7937
    """,
    "Not 1 Verksamhetens intäkter": """
        Bidrag Regionen | 2125500 2125500
        Bidrag Försäkringskassan | 4251000 4251000
        Bidrag kommuner | 2125500 2125500
        Vidarefakturering | 0 96000
        Bidrag NNS regeringsuppdrag | 0 25000
        Bidrag Länsstyrelsen | 0 0
        Öresutjämning | -3 -7
        Summa | 8501997 8622993
    """,
    "Not 2 Verksamhetens kostnader": """
        Bidrag till insatser | 4870056 3186521
        Övriga externa kostnader | 575568 512462
        Personalkostnader | 1587714 2799163
        Summa | 7033338 6498146
    """,
    "Not 3 Omsättningstillgångar": """
        Plus Giro Nordea | 226285 348003
        Ftg-konto Swedbank | 9776726 7231226
        Placeringskonto Swedbank | 357352 357352
        Medel på skattekontot | 137306 89737
        Momsfordran | 35592 24280
        Förutbetalda kostnader | 10179 14168
        Summa | 10543440 8064766
    """,
    "Not 4 Avsättningar för pensioner": """
        Ingående belopp | 1694 1084
        Nyintjänad pension | 35 402
        Förändring p.g.a. ränte- och basbeloppsändringar | 105 96
        Årets utbetalningar | -41 -5
        Förändring av löneskatt | 23 119
        Övrig post | -2 -2
        Utgående belopp | 1814 1694
    """,
    "Not 5 Kortfristiga skulder": """
        Leverantörsskulder | 2179225 0
        Personalens källskatt | 30314 50516
        Skuld insatser (ej rekvirerade/fakturerade) | 339144 1416808
        Jobbcenter 2.0, Åre | 216396 0
        Upplupna kostnader | 13620 0
        Summa | 2672350 1675594
    """,
    "Not 6 Återstående belopp för beslutad finansiering av samverkansinsatser": """
        Samverkanscirkel Ragunda | 1704115 2151200
        Jobbcenter 2.0 | 3383604 0
        Yrkesinriktad svenska | 788000 0
        Summa beviljade medel | 24621030 17258828
    """,
    "Deltagare registrerade med personuppgifter": """
        2017 | 50 34 84
        2021 | 104 74 178
    """,
    "Närmare arbete eller studier, deltagare": """
        Kvinnor | 13 8 8 85 69 100
        Män | 14 7 0 93 71 100
    """,
}

RIGHT = """
    Årets resultat | 2021 | | 1 361 | tkr | Resultaträkning
    Soliditet | 2021 | | 57 | % | uträknad
    årets_förändringar.pension_provisions | 2021 | | 1 814 | tkr | Not 4
    beviljade_medel.summa | 2021 | | 24 621 030 | kr | Not 6
    Bidrag till insatser | 2021 | avvikelse | 1 530 | tkr | Driftredovisning
"""
WRONG = """
    1  | Bidrag till insatser | 2021 | avvikelse | −1 530 | tkr | Driftredovisning
    2  | Personalkostnader | 2021 | avvikelse | −354 | tkr | Driftredovisning
    3  | Övriga externa kostnader | 2021 | avvikelse | −220 | tkr | Driftredovisning
    4  | Bidrag till insatser | 2020 | avvikelse | −2 926 | tkr | Driftredovisning
    5  | Personalkostnader | 2020 | avvikelse | 482 | tkr | Driftredovisning
    6  | Övriga externa kostnader | 2020 | avvikelse | −593 | tkr | Driftredovisning
    10 | Medlemsbidrag | 2020 | | 8 527 | tkr | Driftredovisning
"""
"""Printed numbers that are wrong, by their number among the findings: the signs of cost deviations, and a grant."""


@pytest.fixture(scope="module")
def jamtland() -> Examination:
    return examine(INPUT)


@pytest.fixture(scope="module")
def tables(jamtland: Examination) -> list[Table]:
    assert jamtland.derived is not None
    return list(jamtland.whole.tables)


@pytest.mark.parametrize("title", PUBLISHED)
def test_every_published_row_is_derived(tables: list[Table], title: str) -> None:
    (table,) = (each for each in tables if each.title == title)
    derived = {row.label: " ".join(shown(cell, table) for cell in row.cells) for row in table.rows}
    wanted = dict(line.strip().split(" | ") for line in PUBLISHED[title].strip().splitlines())
    assert {label: derived.get(label, "") for label in wanted} == wanted


def test_what_is_odd_in_the_underlag_is_warned(jamtland: Examination) -> None:
    assert not jamtland.has_errors
    warned = [message(each).what for each in jamtland.findings if severity_of(each) is Severity.WARNING]
    # In two questions all but one of those who answered are told by sex: the one's answers can be computed.
    # As published it has no number of the association and no signatures, and it says neither what the audit of the
    # accounts cost nor whether the economy is good on the whole.
    assert [what.partition(" är ")[0].partition(" finns inte")[0] for what in warned] == [
        "Rapporten",
        "Betald F-skatt",
        *["Av dem som svarade"] * 2,
        "Samlad bedömning av målen",
        "Rapporten",
        "Rapporten tar upp räkenskapsrevisionen men säger inte vad den har kostat.",
    ]


def test_what_was_wrong_in_print_is_found_and_nothing_else(tmp_path: Path) -> None:
    right, wrong = list(rows_of(RIGHT, 0)), list(rows_of(WRONG, 1))
    book = openpyxl.load_workbook(INPUT)
    del book["Avstämning"]
    sheet = book.create_sheet("Avstämning")
    for row in (HEADS, *right, *wrong):
        sheet.append(list(row))
    book.save(tmp_path / "underlag.xlsx")
    findings = [each for each in examine(tmp_path).findings if each.code.startswith("control_")]
    told = {each.place.row - 2: each.code for each in findings if each.code != "control_agrees"}
    # Of the deviations of costs it is said that the sign alone is wrong.
    assert told == {
        len(right) + place: "control_differs" if row[0] == "Medlemsbidrag" else "control_other_sign"
        for place, row in enumerate(wrong)
    }


def test_all_figures_are_those_of_the_golden_file(jamtland: Examination) -> None:
    assert jamtland.whole.names is not None
    assert jamtland.derived is not None
    text = listing(jamtland.derived.figures, jamtland.whole.names)
    if text != GOLDEN.read_text(encoding="utf-8"):
        found = GOLDEN.with_suffix(".found.txt")
        found.write_text(text, encoding="utf-8")
        pytest.fail(f"The figures differ. Compare {found} with {GOLDEN}; if right, put it in its place.")
