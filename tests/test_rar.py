"""RAR Sörmland 2020 in thousands of kronor: what the underlag gives against the published report, and its errors.

The published numbers that other published numbers contradict are in ``WRONG``: they are entered as control amounts, and
each is found, while none of those that agree is.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from test_sydnarke_as_printed import HEADS

from generator.blocks.text_table import TextTable
from generator.figures.figure import Figure
from generator.figures.listing import listing
from generator.figures.table import Cell, Table, shown_number
from generator.findings.finding import Severity
from generator.findings.message import message, severity_of
from generator.ground.formatting import SHARE
from generator.pipeline import Examination, examine

INPUT = Path("inputs/rar-sormland-2020/underlag.xlsx")
GOLDEN = Path("tests/golden/rar-sormland-2020.txt")
Row = tuple[str, int, str, str, str, str]

PUBLISHED = {
    "Resultaträkning": """
        Verksamhetens intäkter | 19245 16253
        Verksamhetens kostnader | 16674 15864
        Avskrivningar | 0 0
        Verksamhetens resultat | 2572 389
        Finansiella intäkter | 0 0
        Resultat efter finansiella poster | 2572 389
        Extraordinära poster | 0 0
        Årets resultat | 2572 389
    """,
    "Balansräkning": """
        Maskiner och inventarier | 0 0
        Fordringar | 1137 2653
        Kortfristiga placeringar | 250 251
        Kassa och bank | 8500 5972
        Summa omsättningstillgångar | 9887 8876
        Summa tillgångar | 9887 8876
        Årets resultat | 2572 389
        Summa eget kapital | 5644 3073
        Kortfristiga skulder | 4242 5803
        Ansvarsförbindelser | 20223 11286
    """,
    "Kassaflödesanalys": """
        Årets resultat | 2572 389
        Medel från verksamheten före förändring av rörelsekapital | 2572 389
        Ökning (−)/minskning (+) av kortfristiga fordringar | 1516 -29
        Ökning (+)/minskning (−) av kortfristiga skulder | -1561 -1720
        Årets kassaflöde | 2527 -1360
        Likvida medel vid årets början | 6223 7582
    """,
    "Not 1 Verksamhetens intäkter": """
        Driftbidrag från staten | 8000 8000
        Driftbidrag från landsting/region | 4000 4000
        Driftbidrag från länets kommuner | 4000 4000
        EU-medel och andra bidrag | 3210 218
        Övriga intäkter | 35 35
        Summa | 19245 16253
    """,
    "Not 2 Verksamhetens kostnader": """
        Styrelse | 317 509
        Kansli | 3690 5218
        Samverkansinsatser | 79 209
        Utvärdering | 537 50
        ESF-stöd | 4094 1754
        RAR-insatser | 7957 8123
    """,
    "Not 3 Fordringar": """
        Kundfordringar | 571 2498
        Skattefordringar | 357 298
        Förutbetalda försäkringspremier | 2 2
        Interimsfordringar | 207 -143
    """,
    "Not 5 Beviljade medel till beslutade insatser": """
        Processledare LSG | 500 - - 500
        SIKTA | 2828 - - 2828
        Långa sjukfall | 1800 1518 - 3318
        Rättinsats 2.0 | 1650 - - 1650
        Jämställd vård | 452 - - 452
        NUVAS | 1192 572 - 1764
        Steget före | 808 651 - 1459
        Slussen | 1860 1860 327 4047
        Nyttiga affärer 2.0 | 1000 1000 - 2000
        Trappan mot arbete | 597 608 - 1205
        #KlarFramtid | 250 250 - 500
        Klara | 250 250 - 500
        Summa beviljade medel | 13187 6709 327 20223
    """,
    "Medlemsbidrag": """
        Vingåker | 5048 2.9 117084 29271
        Gnesta | 6439 3.7 149347 37337
        Nyköping | 32347 18.8 750258 187565
        Oxelösund | 6478 3.8 150251 37563
        Flen | 9016 5.2 209118 52279
        Katrineholm | 19979 11.6 463394 115848
        Eskilstuna | 64441 37.4 1494648 373662
        Strängnäs | 20998 12.2 487029 121757
        Trosa | 7712 4.5 178873 44718
        Summa kommuner | 172458 100.0 4000000 1000000
        Staten | - 50.0 8000000 2000000
        Region Sörmland | - 25.0 4000000 1000000
        Kommuner | - 25.0 4000000 1000000
        Totalt medlemsbidrag | - 100.0 16000000 4000000
    """,
    "Flerårsöversikt": """
        Verksamhetens intäkter | 19245 16253 16599 16238
        Verksamhetens kostnader | 16674 15864 16362 15556
        Antal anställda | 6 9 7 7
    """,
}
"""Rows of the published tables by the title of the table that they stand in here."""

RIGHT = """
    Årets resultat | 2020 | | 2 572 | tkr | Resultaträkning
    Verksamhetens kostnader | 2020 | | 16 674 | tkr | Resultaträkning
    Årets resultat | 2020 | budget | 2 032 | tkr | Driftredovisning
    Soliditet | 2019 | | 35 | % | 1.1
    Soliditet | 2018 | | 26 | % | 1.1
    Likvida medel | 2020 | | 8 750 | tkr | Driftredovisning
    Eget kapital | 2020 | | 5 644 | tkr | Balansräkning
    beviljade_medel.summa | 2020 | | 20 223 | tkr | Not 5
    medlemmar.flen.per_kvartal | 2020 | | 52 279 | kr | Finansiering
    antal.ledamöter | 2020 | | 12 | antal | Styrelsen
"""
WRONG = """
    1  | Soliditet | 2020 | | 42 | % | 1.1
    2  | Nettokostnad | 2020 | avvikelse | −290 | tkr | Driftredovisning
    3  | Årets resultat | 2020 | avvikelse | 440 | tkr | Driftredovisning
    7  | Nettokostnad | 2020 | | 16 674 | tkr | Driftredovisning
    8  | Nettokostnad | 2020 | budget | 17 503 | tkr | Driftredovisning
    10 | Årets resultat | 2019 | | 2 572 | tkr | Driftredovisning
    26 | Verksamhetens kostnader | 2020 | | 16 674 | kr | Resultaträkning
"""
"""Printed numbers that are wrong, by their number among the findings."""


@pytest.fixture(scope="module")
def rar() -> Examination:
    return examine(INPUT)


@pytest.fixture(scope="module")
def tables(rar: Examination) -> list[Table]:
    assert rar.derived is not None
    return list(rar.whole.tables)


def shown(cell: Cell, table: Table) -> str:
    number = shown_number(cell, table)
    if not isinstance(number, Decimal) or not isinstance(cell.of, Figure):
        return "-"
    return f"{number * 100:.{table.share_decimals}f}" if cell.of.unit == SHARE else f"{number.normalize() + 0:f}"


@pytest.mark.parametrize("title", PUBLISHED)
def test_every_published_row_is_derived(tables: list[Table], title: str) -> None:
    (table,) = (each for each in tables if each.title == title)
    derived = {row.label: " ".join(shown(cell, table) for cell in row.cells) for row in table.rows}
    wanted = dict(line.strip().split(" | ") for line in PUBLISHED[title].strip().splitlines())
    assert {label: derived.get(label, "") for label in wanted} == wanted


def test_of_the_underlag_three_things_are_warned(rar: Examination) -> None:
    assert not rar.has_errors
    warned = [message(each).what for each in rar.findings if severity_of(each) is Severity.WARNING]
    assert [what.partition(" är ")[0] for what in warned] == [
        "Rapporten",
        "Rapporten tar upp räkenskapsrevisionen men säger inte vad den har kostat.",
        "Interimsfordringar",
        "Texten säger ”9 insatser”. I underlaget",  # ten stand in the register, as published
    ]


def test_the_insatser_that_ended_stand_apart_with_dates_as_far_as_they_are_known(rar: Examination) -> None:
    assert rar.derived is not None
    made = [
        (block.caption, block.content)
        for block in rar.whole.blocks
        if isinstance(block.content, TextTable) and block.content.key.startswith("insatser-")
    ]
    assert [caption for caption, _ in made] == ["Pågående insatser", "Avslutade insatser under 2020"]
    periods = [[str(row.cells[-1]) for row in content.rows] for _, content in made]
    assert [len(each) for each in periods] == [8, 2]
    assert "2013–2021-06-30" in periods[0][-1]
    assert "2018–2020-12-31" in periods[1][0]


def rows_of(text: str, first: int) -> Iterator[Row]:
    for line in text.strip().splitlines():
        name, year, measure, amount, unit, source = (part.strip() for part in line.split("|")[first:])
        yield name, int(year), measure, amount, unit, source


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
    assert told == {len(right) + place: "control_differs" for place in range(len(wrong))}


def test_all_figures_are_those_of_the_golden_file(rar: Examination) -> None:
    assert rar.whole.names is not None
    assert rar.derived is not None
    text = listing(rar.derived.figures, rar.whole.names)
    if text != GOLDEN.read_text(encoding="utf-8"):
        found = GOLDEN.with_suffix(".found.txt")
        found.write_text(text, encoding="utf-8")
        pytest.fail(f"The figures differ. Compare {found} with {GOLDEN}; if right, put it in its place.")
