"""SOFINT 2020: the derived figures against the published report, exact and in whole kronor."""

from decimal import Decimal
from pathlib import Path
from shutil import copy

import openpyxl
import pytest

from generator.figures.figure import Figures
from generator.figures.listing import listing
from generator.figures.table import Table, build_table, shown_number
from generator.findings.finding import Severity
from generator.findings.message import about, message, severity_of
from generator.pipeline import Examination, examine

INPUT = Path("inputs/sofint-2020/underlag.xlsx")
GOLDEN = Path("tests/golden/sofint-2020.txt")

PUBLISHED = {
    "income_statement": """
        Verksamhetens intäkter 3986000 4010000
        Verksamhetens kostnader -3970640 -3181444
        Verksamhetens resultat 15360 828556
        Finansiella kostnader -1263 -1254
        Resultat efter finansiella poster 14097 827302
        Årets resultat 14097 827302
    """,
    "balance_sheet": """
        Fordringar 175916 30691
        Kassa och bank 2857326 2032732
        Summa omsättningstillgångar 3033242 2063423
        Summa tillgångar 3033242 2063423
        Eget kapital 1791165 1777068
        Kortfristiga skulder 1242077 286355
        Summa eget kapital och skulder 3033242 2063423
    """,
    "cash_flow": """
        Årets resultat 14097 827302
        Justering för ej likviditetspåverkande poster - -
        Medel från verksamheten före förändring av rörelsekapital 14097 827302
        Ökning (−)/minskning (+) av kortfristiga fordringar -145225 -12725
        Ökning (+)/minskning (−) av kortfristiga skulder 955722 -116775
        Kassaflöde från den löpande verksamheten 824594 697802
        Kassaflöde från investeringsverksamheten - -
        Kassaflöde från finansieringsverksamheten - -
        Årets kassaflöde 824594 697802
        Likvida medel vid årets början 2032732 1334929
        Likvida medel vid årets slut 2857326 2032732
    """,
    "note.verksamhetens_intäkter": """
        Driftbidrag från staten 1993000 2005000
        Driftbidrag från Lindesbergs kommun 510208 512278
        Driftbidrag från Nora kommun 232184 232580
        Driftbidrag från Hällefors kommun 151468 152380
        Driftbidrag från Ljusnarsbergs kommun 102640 105262
        Driftbidrag från Region Örebro län 996500 1002500
        Summa 3986000 4010000
    """,
    "note.verksamhetens_kostnader": """
        Individinsatser 2660174 1809329
        Strukturinsatser 155226 0
        Köp av tjänst Förbundschef 620737 762783
        Köp av administrativa tjänster 108000 124800
        Revision 66000 97912
        Arvoden 86530 99582
        Sociala avgifter 16015 30540
        Ersättning förlorad arbetsförtjänst 3101 16422
        Övriga personalkostnader 4553 6841
        Kurser, konferenser inkl resekostnader 70669 36457
        Övrigt 179635 196778
        Summa 3970640 3181444
    """,
    "note.kortfristiga_fordringar": """
        Kundfordringar 169490 0
        Skattekonto 0 7282
        Momsfordran 6426 23409
        Förutbetalda kostnader 0 0
        Upplupna intäkter 0 0
        Summa 175916 30691
    """,
    "note.kortfristiga_skulder": """
        Leverantörsskulder 250127 252456
        Skatteverket, personalskatt och arbetsgivaravgifter 1245 6842
        Upplupna kostnader 80600 27057
        Skuld Coachingteamet 910104 -
        Summa 1242077 286355
    """,
}


@pytest.fixture(scope="module")
def sofint() -> Examination:
    return examine(INPUT)


def figures_of(examination: Examination) -> Figures:
    assert examination.derived is not None
    return examination.derived.figures


def tables_of(examination: Examination) -> dict[str, Table]:
    derived = examination.derived
    assert derived is not None
    layouts = derived.layouts()
    specs = [
        layouts.income_statement(),
        layouts.balance_sheet(derived.figures),
        layouts.cash_flow(),
        *(layouts.note(note) for note in derived.notes),
    ]
    return {spec.key: build_table(spec, derived.figures) for spec in specs}


def printed_rows(table: Table) -> list[tuple[str, ...]]:
    rows = []
    for row in table.rows:
        numbers = [shown_number(cell, table) for cell in row.cells]
        if not any(number is None for number in numbers):
            rows.append((row.label, *(str(n) if isinstance(n, Decimal) else "-" for n in numbers)))
    return rows


@pytest.mark.parametrize("key", PUBLISHED)
def test_every_published_row_is_derived(sofint: Examination, key: str) -> None:
    expected = [tuple(line.strip().rsplit(" ", 2)) for line in PUBLISHED[key].strip().splitlines()]
    assert printed_rows(tables_of(sofint)[key]) == expected


REMARKS = [
    ("organisation_number_missing", "organisationsnumret"),
    ("row_moved", "Balansposter F5"),
    ("row_moved", "Balansposter F14"),
    ("insats_budgets_leave", "Insatser J5"),
    ("part_missing", "Not om kostnad för räkenskapsrevision"),
]
"""What is to be said of the report as it was published: a number and a note that it has not, and what to note."""


def test_the_underlag_is_told_what_the_published_report_lacks_and_nothing_else(sofint: Examination) -> None:
    assert [(finding.code, about(finding)) for finding in sofint.findings] == REMARKS
    assert [severity_of(finding) for finding in sofint.findings] == [
        Severity.WARNING,
        *[Severity.NOTE] * 3,
        Severity.ACCEPTED,
    ]


def test_all_figures_are_those_of_the_golden_file(sofint: Examination) -> None:
    text = listing(figures_of(sofint), sofint.whole.names)
    if text != GOLDEN.read_text(encoding="utf-8"):
        found = GOLDEN.with_suffix(".found.txt")
        found.write_text(text, encoding="utf-8")
        pytest.fail(f"The figures differ. Compare {found} with {GOLDEN}; if right, put it in its place.")


def test_rounding_of_shown_sums_is_explained_where_it_shows_and_nowhere_else(sofint: Examination) -> None:
    explained = {key for key, table in tables_of(sofint).items() if table.notes}
    assert explained == {"cash_flow", "note.kortfristiga_skulder"}


def test_notes_are_numbered_by_the_lines_they_explain(sofint: Examination) -> None:
    refers = {row.label: row.refers for table in tables_of(sofint).values() for row in table.rows if row.refers}
    assert refers == {
        "Verksamhetens intäkter": (1,),
        "Verksamhetens kostnader": (2,),
        "Fordringar": (3,),
        "Kortfristiga skulder": (4,),
    }


@pytest.fixture(scope="module")
def whole_kronor(tmp_path_factory: pytest.TempPathFactory) -> Examination:
    """SOFINT as it was printed: every amount rounded to whole kronor."""
    book = openpyxl.load_workbook(INPUT)
    for tab in ("Intäkter och kostnader", "Balansposter"):
        for row in book[tab].iter_rows():
            for cell in row:
                if isinstance(cell.value, float):
                    cell.value = int(Decimal(str(cell.value)).quantize(Decimal(1), rounding="ROUND_HALF_UP"))
    path = tmp_path_factory.mktemp("hela-kronor") / "underlag.xlsx"
    book.save(path)
    copy(INPUT.with_name("texter.md"), path.parent)
    return examine(path)


def test_whole_kronor_give_notes_and_no_errors(whole_kronor: Examination) -> None:
    usual = {rule for rule, _ in REMARKS}
    findings = [finding for finding in whole_kronor.findings if finding.code not in usual]
    assert {severity_of(finding) for finding in findings} == {Severity.NOTE}
    texts = [message(finding).what.replace("\u00a0", " ") for finding in findings]
    assert texts == [
        (
            "2018-12-31: tillgångar 1 352 895 kr, eget kapital och skulder 1 352 896 kr. "
            "Skillnad 1 kr ryms i avrundningen av 4 belopp i hela kronor."
        ),
        (
            "2020-12-31: tillgångar 3 033 242 kr, eget kapital och skulder 3 033 241 kr. "
            "Skillnad 1 kr ryms i avrundningen av 43 belopp i hela kronor."
        ),
    ]


def test_whole_kronor_show_the_rounding_and_agree(whole_kronor: Examination) -> None:
    tables = tables_of(whole_kronor)
    balance = {row[0]: row[1:] for row in printed_rows(tables["balance_sheet"])}
    assert balance["Avrundning"] == ("1", "-")
    assert balance["Summa tillgångar"] == balance["Summa eget kapital och skulder"] == ("3033242", "2063423")
    flow = {row[0]: row[1:] for row in printed_rows(tables["cash_flow"])}
    assert flow["Avrundning"] == ("1", "1")
    assert flow["Likvida medel vid årets slut"] == balance["Kassa och bank"] == ("2857326", "2032732")
    assert flow["Likvida medel vid årets början"] == ("2032732", "1334929")
