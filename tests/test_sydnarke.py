"""Sydnärke 2021: what the one list of costs gives against the published report, exact and in whole kronor.

Rows that the printed report contradicts elsewhere are not among them; ``test_sydnarke_as_printed`` shows that they are
found.
"""

from decimal import Decimal
from pathlib import Path

import pytest

from generator.figures.listing import listing
from generator.figures.table import Cell, Table, shown_number
from generator.findings.finding import Severity
from generator.findings.message import message, severity_of
from generator.model.amounts import IncomeOrCost
from generator.pipeline import Examination, examine

INPUT = Path("inputs/sydnarke-2021/underlag.xlsx")
GOLDEN = Path("tests/golden/sydnarke-2021.txt")
MOST_COSTS = 20
"""Rows of costs that note, cost distribution and operating statement are all made of."""

ADMINISTRATION = "Administration inkl styrelse och finansiella kostnader"
PUBLISHED = {
    "Resultaträkning": """
        Verksamhetens intäkter | 5673188 5971971
        Verksamhetens kostnader | -6077235 -5845502
        Verksamhetens resultat | -404047 126469
        Finansiella kostnader | -1108 -1081
        Resultat efter finansiella poster | -405155 125388
        Årets resultat | -405155 125388
    """,
    "Balansräkning": """
        Maskiner och inventarier | 0 0
        Fordringar | 3226723 822845
        Kassa och bank | 1233862 1620609
        Summa omsättningstillgångar | 4460585 2443454
        Summa tillgångar | 4460585 2443454
        Årets resultat | -405155 125388
        Summa eget kapital | 843007 1248161
        Kortfristiga skulder | 3617579 1195292
        Summa eget kapital och skulder | 4460585 2443454
    """,
    "Kassaflödesanalys": """
        Årets resultat | -405155 125388
        Medel från verksamheten före förändring av rörelsekapital | -405155 125388
        Ökning (−)/minskning (+) av kortfristiga fordringar | -2403878 41326
        Ökning (+)/minskning (−) av kortfristiga skulder | 2422286 -351579
        Årets kassaflöde | -386747 -184865
        Likvida medel vid årets början | 1620609 1805474
        Likvida medel vid årets slut | 1233862 1620609
    """,
    "Kostnadsfördelning per verksamhet": """
        Individinriktade insatser | 4147324 (68) 4222213 (72) 4252254 (74)
        Mottagningsteam | 1078603 1112882 1051782
        Coachingteam | 3068721 2098674 1827867
        Växa | - 1010657 1372605
        Strukturövergripande insatser | 662142 (11) 409993 (7) 331638 (6)
        Drivbänk | 433495 10655 -
        Rehabiliteringsmässan | 28647 - 26547
        Förbundschefens arbete med strukturinsatser | 200000 200000 200000
        Medlemmar i samverkan | - 199338 15000
        Behovskartläggning | - - 90091
        Administration | 1267768 (21) 1213295 (21) 1140863 (20)
        Ledning och styrning, resterande del av förbundschefens lön | 409961 447152 349244
        Upphandlat administrativt stöd | 307554 265031 227106
        Styrelsen | 191244 233431 286369
        Lokalkostnader | 94253 4640 560
        Kontorskostnader, övrigt | 190956 187171 216989
    """,
    "Driftredovisning per verksamhet": f"""
        {ADMINISTRATION} | 5240360 1268877 -3971483 -3952500 -18983 5234000 1214376 -4019624
        Mottagningsteam | - 1078603 1078603 1239756 -161153 - 1112882 1112882
        Coachingteam | - 3068721 3068721 2954413 114308 - 2098674 2098674
        Växa | - - - - - 737971 1010657 272686
        Strukturinsatser | - 200000 200000 200000 0 - 200000 200000
        Medlemmar i samverkan | - - - 100000 -100000 - 199338 199338
    """,
    "Flerårsöversikt": """
        Verksamhetens intäkter | 5673188 5971971 6049407 5740056 5795388
        Verksamhetens kostnader | -6077235 -5845502 -5724755 -5819395 -6325309
        Finansnetto | -1108 -1081 -1171 -1141 -1105
        Årets resultat | -405155 125388 323481 -80480 -531026
        Soliditet | 19 51 42 16 19
        Antal anställda | 0 0 0 0 0
        Medlemsbidrag | 5234000 5234000 5265999 5574000 5795388
        Kostnad för verksamheten, inklusive finansiella kostnader | -6078343 -5846583 -5725926 -5820536 -6326414
        Övriga intäkter | 6360 - 0 0 0
        Utgående eget kapital (andel av medlemsbidragen) | 843007 (16) 1248161 (24) 1122774 (21) 799293 (14) 879773 (15)
        EU-medel och andra bidrag, bland annat genom Leader Mellansjölandet | 432828 737971 783408 166056 0
    """,
    "Not 2 Verksamhetens intäkter": """
        EU-medel och andra bidrag | 432828 737971
        Övriga intäkter | 6360 -
        Driftbidrag från staten | 2617000 2617000
        Driftbidrag från Askersunds kommun | 271397 271397
        Driftbidrag från Hallsbergs kommun | 382733 382733
        Driftbidrag från Laxå kommun | 135231 135231
        Driftbidrag från Kumla kommun | 519139 519139
        Driftbidrag från Region Örebro län | 1308500 1308500
        Summa | 5673188 5971971
    """,
    "Not 3 Verksamhetens kostnader": """
        Projektmedel | 4809466 4582206
        Köp av tjänst verkställande tjänsteman | 409961 497152
        Köp av administrativa tjänster | 307554 265031
        Revision | 73800 75871
        Arvoden | 137763 141771
        Sociala avgifter | 44935 54140
        Ersättning förlorad arbetsförtjänst | 3383 27133
        Övriga personalkostnader | 5162 10386
        Kurser, konferenser inkl resekostnader | 32455 87772
        Övrigt | 252755 104040
        Summa | 6077235 5845502
    """,
    "Not 4 Fordringar": """
        Fordran utlägg | 55920 -
        Fordran rekvirerade medel | 2617000 0
        Momsfordran | 355635 369914
        Förutbetalda kostnader | 48168 22973
        Upplupna intäkter | 150000 429958
        Summa | 3226723 822845
    """,
    "Not 5 Kortfristiga skulder": """
        Leverantörsskulder | 877963 909793
        Upplupna kostnader | 122616 285499
        Förutbetalda intäkter | 2617000 -
        Summa | 3617579 1195292
    """,
    "Balanskravsutredning": """
        Årets resultat enligt resultaträkningen | -405155
        Reducering av samtliga realisationsvinster | -
        Återläggning av realisationsvinster enligt undantagsmöjlighet | -
        Återläggning av realisationsförluster enligt undantagsmöjlighet | -
        Orealiserade vinster och förluster i värdepapper | -
        Återföring av orealiserade vinster och förluster i värdepapper | -
        Balanskravsresultat | -405155
    """,
}


@pytest.fixture(scope="module")
def sydnarke() -> Examination:
    return examine(INPUT)


@pytest.fixture(scope="module")
def tables(sydnarke: Examination) -> list[Table]:
    assert sydnarke.derived is not None
    return list(sydnarke.whole.tables)


def words(cell: Cell, table: Table) -> str:
    number = shown_number(cell, table)
    if not isinstance(number, Decimal):
        return "-"
    share = f" ({shown_number(Cell(cell.beside), table) * 100:.0f})" if cell.beside else ""  # type: ignore[operator]
    return f"{number * 100:.0f}" if cell.of.unit == "andel" else f"{number + 0:.0f}{share}"  # type: ignore[union-attr]


def rows(tables: list[Table], title: str) -> dict[str, str]:
    """A table's rows as text, those of several tables of one title together."""
    return {
        row.label: " ".join(words(cell, table) for cell in row.cells)
        for table in tables
        if table.title == title
        for row in table.rows
    }


@pytest.mark.parametrize("title", PUBLISHED)
def test_every_published_row_is_derived(tables: list[Table], title: str) -> None:
    expected = [line.strip().split(" | ") for line in PUBLISHED[title].strip().splitlines()]
    found = rows(tables, title)
    assert {label: found.get(label) for label, _ in expected} == dict(expected)


def test_one_short_list_of_costs_gives_note_distribution_and_operating_statement(sydnarke: Examination) -> None:
    assert sydnarke.underlag is not None
    costs = [row for row in sydnarke.underlag.rows(IncomeOrCost) if "kostnader" in row.line.lower()]
    assert len(costs) <= MOST_COSTS


def test_the_underlag_is_warned_of_the_note_that_is_missing_and_of_nothing_else(
    sydnarke: Examination,
) -> None:
    graver = [finding for finding in sydnarke.findings if severity_of(finding) is not Severity.NOTE]
    assert [message(finding).what.replace("\u00a0", " ") for finding in graver] == [
        "Not om kostnad för räkenskapsrevision finns inte med i rapporten (9 kap. 13 § LKBR).",
    ]
    assert {severity_of(finding) for finding in graver} == {Severity.WARNING}


def test_the_three_sums_of_costs_are_one(tables: list[Table]) -> None:
    note = rows(tables, "Not 3 Verksamhetens kostnader")["Summa"]
    distribution = rows(tables, "Kostnadsfördelning per verksamhet")["Summa verksamhetens kostnader"]
    statement = rows(tables, "Resultaträkning")["Verksamhetens kostnader"]
    assert note == "6077235 5845502"
    assert distribution == "6077235 (100) 5845502 (100) 5724755 (100)"
    assert statement == "-6077235 -5845502"


def test_all_figures_are_those_of_the_golden_file(sydnarke: Examination) -> None:
    assert sydnarke.whole.names is not None
    assert sydnarke.derived is not None
    text = listing(sydnarke.derived.figures, sydnarke.whole.names)
    if text != GOLDEN.read_text(encoding="utf-8"):
        found = GOLDEN.with_suffix(".found.txt")
        found.write_text(text, encoding="utf-8")
        pytest.fail(f"The figures differ. Compare {found} with {GOLDEN}; if right, put it in its place.")
