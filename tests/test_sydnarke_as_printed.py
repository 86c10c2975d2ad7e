"""Sydnärke 2021 as it was printed, against what the program derives: every printed number that disagrees is found.

The numbers are those of the published report. The disagreements expected are all there are among them, so that a false
alarm fails the test as well as a fault that is not found.
"""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from test_sydnarke import INPUT, PUBLISHED

from generator.findings.finding import Severity
from generator.findings.message import message, severity_of
from generator.pipeline import Examination, examine

pytestmark = pytest.mark.slow

HEADS = ("Uppgift", "År", "Mått", "Belopp", "Enhet", "Källa")
Row = tuple[str, int, str, str, str, str]

YEARS = (2021, 2020, 2019, 2018, 2017)
IN_PLACE = {
    "Balansräkning": "balansräkning.",
    "Kassaflödesanalys": "kassaflödesanalys.",
    "Not 2 Verksamhetens intäkter": "not.verksamhetens_intäkter.",
    "Not 3 Verksamhetens kostnader": "not.verksamhetens_kostnader.",
    "Not 4 Fordringar": "not.fordringar.",
    "Not 5 Kortfristiga skulder": "not.kortfristiga_skulder.",
    "Kostnadsfördelning per verksamhet": "Kostnadsfördelning per verksamhet.",
}
"""What a row's name begins with, where its label alone may mean another figure."""

SUMS = {
    "not.verksamhetens_intäkter.Summa": "Summa Verksamhetens intäkter",
    "not.verksamhetens_kostnader.Summa": "Summa Verksamhetens kostnader",
    "not.fordringar.Summa": "Summa Fordringar",
    "not.kortfristiga_skulder.Summa": "Summa Kortfristiga skulder",
    "kassaflödesanalys.Likvida medel vid årets början": "",
    "kassaflödesanalys.Årets resultat": "Årets resultat",
    "balansräkning.Årets resultat": "Årets resultat",
    "balansräkning.Summa eget kapital": "balansräkning.eget_kapital",
    "balansräkning.Summa eget kapital och skulder": "Summa eget kapital, avsättningar och skulder",
    "balansräkning.Maskiner och inventarier": "",
}
"""Rows whose figures are called otherwise than their labels; those left empty are in other rows too."""

OTHER = """
    Soliditet | 2021 | | 19 | % | 1.1
    Soliditet | 2020 | | 51 | % | 1.1
    Soliditet | 2019 | | 42 | % | 1.1
    kostnadsfördelning.verksamhetens.individinriktad.andel | 2021 | | 68 | % | 1.5
    kostnadsfördelning.verksamhetens.strukturövergripande.andel | 2021 | | 11 | % | 1.5
    kostnadsfördelning.verksamhetens.administration.andel | 2021 | | 21 | % | 1.5
    kostnadsfördelning.verksamhetens.individinriktad.andel | 2020 | | 72 | % | 1.5
    kostnadsfördelning.verksamhetens.administration.andel | 2019 | | 20 | % | 1.5
    flerårsöversikt.eget_kapital.andel | 2021 | | 16 | % | 1.1
    flerårsöversikt.eget_kapital.andel | 2018 | | 14 | % | 1.1
    Kostnader inklusive finansiella kostnader | 2021 | | −6 078 343 | kr | 1.1
    Kostnader inklusive finansiella kostnader | 2019 | | 5 725 926 | kr | 1.1
    flerårsöversikt.EU-medel och andra bidrag | 2018 | | 166 056 | kr | 1.1
    flerårsöversikt.eget_kapital | 2019 | | 1 122 774 | kr | 1.1
    driftredovisning.mottagningsteam | 2021 | | 1 078 603 | kr | 5
    driftredovisning.mottagningsteam | 2021 | budget | 1 239 756 | kr | 5
    driftredovisning.mottagningsteam | 2021 | avvikelse | −161 153 | kr | 5
    driftredovisning.coachingteam | 2021 | avvikelse | 114 308 | kr | 5
    driftredovisning.drivbänk.intäkt | 2021 | | 432 828 | kr | 5
    driftredovisning.drivbänk.kostnad | 2021 | | 433 495 | kr | 5
    driftredovisning.drivbänk | 2021 | | 667 | kr | 5
    driftredovisning.drivbänk | 2021 | budget | 200 000 | kr | 5
    driftredovisning.drivbänk | 2021 | avvikelse | −199 333 | kr | 5
    driftredovisning.mässa | 2021 | avvikelse | −31 353 | kr | 5
    driftredovisning.medlemmar_i_samverkan | 2021 | avvikelse | −100 000 | kr | 5
    driftredovisning.växa | 2020 | | 272 686 | kr | 5
    driftredovisning.summa | 2021 | budget | 801 669 | kr | 5
    driftredovisning.summa | 2021 | avvikelse | −396 514 | kr | 5
    insats.mottagningsteamet | 2021 | | 1 067 592 | kr | 1.5.5
    insats.coachingteamet | 2021 | | 3 025 909 | kr | 1.5.5
    insats.mottagningsteamet.kostnad_per_deltagare | 2021 | | 11 862 | kr | 1.5.5
    insats.coachingteamet.kostnad_per_deltagare | 2021 | | 28 818 | kr | 1.5.5
    insats.rehabiliteringsmässan.kostnad_per_deltagare | 2021 | | 127 | kr | 1.5.6
    insats.mottagningsteamet.deltagare | 2021 | | 90 | antal | 1.5.5
    insats.mottagningsteamet.saknade_deltagare_andel | 2021 | | 40 | % | 1.5.5
    Årets resultat | 2021 | | −405 | tkr | 1.5
    verksamhet.revision.verksamhetens_kostnader | 2020 | | 75 870 | kr | 1.5
    insats.psykiatriveckan.kostnad_per_deltagare | 2021 | | 225 | kr | 1.5.6
"""
"""Numbers outside the statements and notes that agree, with where in the report they stand.

The last two are halves that were rounded down in print: the last printed digit allows them.
"""

WRONG = """
    1  | Kassaflöde från den löpande verksamheten | 2021 | | 18 408 | kr | 4
    2  | Kassaflöde från den löpande verksamheten | 2020 | | −310 253 | kr | 4
    5  | driftredovisning.summa | 2021 | | 405 155 | tkr | 5
    7  | driftredovisning.drivbänk | 2020 | | 0 | kr | 5
    8  | driftredovisning.mässa | 2020 | | 10 655 | kr | 5
    14 | insats.rehabiliteringsmässan.budget | 2021 | | 60 000 | kr | 5
    15 | insats.mottagningsteamet.deltagare | 2021 | | 83 | antal | 1.5.5
    17 | insats.mottagningsteamet.planerade_deltagare | 2021 | | 120 | antal | 1.5.5
    22 | insats.coachingteamet.deltagare | 2021 | | 102 | antal | 1.5.5
    24 | insats.coachingteamet.saknade_deltagare_andel | 2021 | | 9 | % | 1.5.5
    26 | insats.drivbänk.kostnad_per_deltagare | 2021 | | 2 454 | kr | 1.5.6
    33 | Antal bilagor | 2021 | | 2 | antal | 1
"""
"""Printed numbers that other printed numbers contradict; one of each pair stands in the underlag."""

ROUNDED = """
    53 | Övrigt eget kapital | 2021 | | 1 248 162 | kr | 3
    60 | kostnadsfördelning.verksamhetens.summa | 2020 | | 5 845 501 | kr | 1.5
    61 | driftredovisning.summa.kostnad | 2020 | | 5 846 582 | kr | 5
    62 | driftredovisning.summa | 2020 | | −125 389 | kr | 5
"""
"""The same, by one krona or less: told of, and that rounding explains them."""


def row_of(parts: list[str]) -> Row:
    name, year, measure, amount, unit, source = (part.strip() for part in parts)
    return name, int(year), measure, amount, unit, source


def right() -> Iterator[Row]:
    """Every number of the statements, notes and distribution, and the others that agree."""
    for table in ("Resultaträkning", *IN_PLACE):
        for line in PUBLISHED[table].strip().splitlines():
            label, told = line.strip().split(" | ")
            name = f"{IN_PLACE.get(table, '')}{label}"
            amounts = [amount for amount in told.split() if not amount.startswith("(")]
            for year, amount in zip(YEARS, amounts, strict=False):
                if amount != "-" and SUMS.get(name, name):
                    yield SUMS.get(name, name), year, "", amount, "kr", table
    yield from (row_of(line.split("|")) for line in OTHER.strip().splitlines())


def numbered(text: str) -> list[Row]:
    """The rows of a list whose lines begin with a number."""
    return [row_of(line.split("|")[1:]) for line in text.strip().splitlines()]


def with_controls(folder: Path, rows: list[Row]) -> Examination:
    book = openpyxl.load_workbook(INPUT)
    del book["Avstämning"]
    sheet = book.create_sheet("Avstämning")
    for row in (HEADS, *rows):
        sheet.append(list(row))
    path = folder / "underlag.xlsx"
    book.save(path)
    return examine(path)


def test_every_printed_number_that_disagrees_is_found_and_no_other(tmp_path: Path) -> None:
    good, bad, rounded = list(right()), numbered(WRONG), numbered(ROUNDED)
    rows = [*good, *bad, *rounded]
    findings = [each for each in with_controls(tmp_path, rows).findings if each.code.startswith("control_")]
    summary = next(message(each).what for each in findings if each.code == "control_agrees")
    told = {finding.place.row - 2: finding for finding in findings if finding.code != "control_agrees"}
    assert {rows[place][:4]: message(each).what for place, each in told.items() if place < len(good)} == {}
    found = {rows[place][:4]: (each.code, severity_of(each)) for place, each in told.items()}
    assert found == {row[:4]: ("control_differs", Severity.WARNING) for row in bad} | {
        row[:4]: ("control_rounding", Severity.NOTE) for row in rounded
    }
    assert summary == f"{len(rows) - len(bad)} av {len(rows)} kontrollbelopp stämmer."


@pytest.mark.parametrize(
    ("activity", "difference"), [("Mottagningsteam", "11 011"), ("Coachingteam", "42 812"), ("Mässa", "3 337")]
)
def test_an_insats_whose_outcome_is_not_the_booked_one_is_found(tmp_path: Path, activity: str, difference: str) -> None:
    """Findings 11-13: the underlag explains the differences; as printed nothing does."""
    book = openpyxl.load_workbook(INPUT)
    sheet = book["Insatsernas ekonomi"]
    for row in sheet.iter_rows(min_col=1, max_col=3):
        if row[0].value == activity:
            row[1].value = row[2].value = row[0].value = None
    path = tmp_path / "underlag.xlsx"
    book.save(path)
    (said,) = [message(finding).what for finding in examine(path).findings if finding.code == "insats_differs"]
    assert said.startswith(f"{activity if activity != 'Mässa' else 'Rehabiliteringsmässan'}: bokfört")
    assert f"Skillnad {difference}" in said.replace("\u00a0", " ")
