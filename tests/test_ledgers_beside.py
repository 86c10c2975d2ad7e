"""Ledgers beside a workbook: which files are read, which is used where there are several, and where they differ."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from workbooks import Sheet, as_xlsx, sheets

from generator.findings.finding import Finding, Severity
from generator.findings.message import severity_of
from generator.ground.source import Source
from generator.ledger.beside import Ledgers, read_ledgers
from generator.ledger.given import read_given
from generator.ledger.row import Measured
from generator.workbook.load import find_workbook

YEAR = 2025
HEADS = "Konto;Namn;Saldo\n"
LIST = f"{HEADS}1930;Bank;500,10\n2010;Kapital;-500,10\n"
SIE = b"""#FLAGGA 0
#SIETYP 1
#FNAMN "X"
#RAR 0 20250101 20251231
#KONTO 1930 "Bank"
#KONTO 2010 "Kapital"
#UB 0 1930 500.10
#UB 0 2010 -500.10
"""


def beside(folder: Path, files: Mapping[str, bytes | str]) -> Ledgers:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_ledgers(folder, folder / "underlag.xlsx", (), YEAR)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(each.code, each.place.file, each.place.cell) for each in findings]


def excel(**tabs: str) -> bytes:
    sheets = {}
    for tab, text in tabs.items():
        rows = [line.split(";") for line in text.splitlines()]
        cells = {(row, at): value for row, line in enumerate(rows, 1) for at, value in enumerate(line, 1) if value}
        sheets[tab.replace("_", " ")] = Sheet(cells)
    return as_xlsx(sheets)


def test_an_excel_file_beside_the_workbook_is_read_with_its_tab_and_cell(tmp_path: Path) -> None:
    found = beside(tmp_path, {"export.xlsx": excel(Lista=LIST, Kommentar="Hej;där"), "underlag.xlsx": b""})
    assert [(str(each.place), each.accounts.__next__()) for each in found.ledgers] == [
        ("filen export.xlsx, fliken Lista", "1930")
    ]
    assert found.used is not None
    assert str(found.used.rows[0].place(Measured.CLOSING)) == "filen export.xlsx, fliken Lista, cell C2"
    assert found.findings == ()


def test_what_is_no_ledger_is_left_alone_unless_its_name_says_that_it_is_one(tmp_path: Path) -> None:
    other: dict[str, bytes | str] = {
        "texter.txt": "Hej",
        "kontakter.csv": "Namn;Ort\nA;B\n",
        "~$lista.xlsx": b"x",
        ".dold.csv": LIST,
    }
    ours = {"fjol.xlsx": excel(Uppgifter_om_förbundet="Namn;X", Huvudbok=LIST), "rapport.pdf": b"%PDF-1.4"}
    assert beside(tmp_path, {**other, **ours}) == Ledgers()
    named: dict[str, bytes | str] = {
        "huvudbok 2025.csv": "Namn;Ort\n",
        "saldolista.pdf": b"%PDF-1.4",
        "Balansrapport.xls": b"\xd0\xcf\x11\xe0",
    }
    found = beside(tmp_path, named)
    assert told(found.findings) == [
        ("ledger_file_kind", "Balansrapport.xls", ""),
        ("ledger_list_no_heads", "huvudbok 2025.csv", ""),
        ("ledger_file_kind", "saldolista.pdf", ""),
    ]
    assert [told(beside(tmp_path, {"bok.se": SIE}).findings)] == [[("ledger_list_no_heads", "huvudbok 2025.csv", "")]]


def test_a_folder_of_ledgers_is_looked_into_and_nothing_outside(tmp_path: Path) -> None:
    outside = tmp_path / "ute"
    outside.mkdir()
    (outside / "lista.csv").write_text(LIST)
    inside = tmp_path / "inne"
    inside.mkdir()
    found = beside(inside, {"Huvudbok/lista.csv": LIST})
    assert [str(each.place) for each in found.ledgers] == ["filen Huvudbok/lista.csv"]
    (inside / "saldon.csv").symlink_to(outside / "lista.csv")
    assert told(beside(inside, {}).findings)[0][1:] == ("saldon.csv", "")


def test_several_ledgers_are_compared_and_not_added(tmp_path: Path) -> None:
    wrong = f"{HEADS}1930;Bank;450,10\n2010;Kapital;-450,10\n"
    found = beside(tmp_path, {"bok.se": SIE, "lista.csv": wrong})
    assert found.used is not None
    assert [row.amounts[Measured.CLOSING] for row in found.used.rows] == [Decimal("500.10"), Decimal("-500.10")]
    assert told(found.findings) == [
        ("ledgers_several", "bok.se", ""),
        ("ledgers_differ", "lista.csv", "C2"),
        ("ledgers_differ", "lista.csv", "C3"),
    ]
    assert [each.sides.difference for each in found.findings if each.sides] == [Decimal(50), Decimal(-50)]


def test_a_whole_column_in_another_unit_is_told_once(tmp_path: Path) -> None:
    rows = [("1930", 5000), ("1510", 2000), ("2010", -3000), ("3010", -9000), ("4010", 5000)]
    kronor = HEADS + "".join(f"{account};Konto;{amount * 1000},00\n" for account, amount in rows)
    thousands = HEADS + "".join(f"{account};Konto;{amount}\n" for account, amount in rows)
    found = beside(tmp_path, {"a.csv": kronor, "b.csv": thousands})
    much = [each for each in found.findings if each.code == "ledgers_differ_much"]
    assert [each.values["how"] for each in much] == ["för den ena är i tusental kronor"]
    same = beside(tmp_path, {"b.csv": f"Belopp i tkr\n{thousands}"})
    assert [each.code for each in same.findings] == ["ledgers_several"]


def test_lists_of_balance_and_of_result_are_one_ledger(tmp_path: Path) -> None:
    result = "Konto;Namn;Utfall 2025;Utfall 2024;Budget\n3010;Bidrag;-900,50;-800;-900\n"
    balance = LIST.replace("500,10\n2010", "1400,60\n2010")
    found = beside(tmp_path, {"balanslista.csv": balance, "resultatlista.csv": result})
    assert found.used is not None
    assert list(found.used.accounts) == ["1930", "2010", "3010"]
    assert found.used.years == (2025, 2024)
    assert found.findings == ()
    wrong = beside(tmp_path, {"balanslista.csv": LIST})
    assert [(each.code, each.values["amount"]) for each in wrong.findings] == [("ledgers_not_nil", Decimal("-900.50"))]


def test_last_years_ledger_gives_what_the_new_one_lacks(tmp_path: Path) -> None:
    last = LIST.replace("Saldo", "Saldo 2024").replace("500,10", "400,10")
    found = beside(tmp_path, {"bok.se": SIE, "fjol.csv": last})
    assert found.used is not None
    assert {(row.account, row.year): row.amounts[Measured.CLOSING] for row in found.used.rows} == {
        ("1930", 2025): Decimal("500.10"),
        ("1930", 2024): Decimal("400.10"),
        ("2010", 2025): Decimal("-500.10"),
        ("2010", 2024): Decimal("-400.10"),
    }


def test_a_list_is_not_taken_for_the_workbook(tmp_path: Path) -> None:
    (tmp_path / "lista.xlsx").write_bytes(excel(Lista=LIST))
    (tmp_path / "rapporten.xlsx").write_bytes(excel(Uppgifter_om_förbundet="Namn;X"))
    assert find_workbook(tmp_path) == (tmp_path / "rapporten.xlsx", None)


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    found = beside(tmp_path, {"saldolista.xlsx": b"PK\x03\x04 cut"})
    assert [each.place for each in found.findings] == [Source(3000, file="saldolista.xlsx")]


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "huvudbok.csv").symlink_to(tmp_path / "borta.csv")
    assert told(beside(tmp_path, {}).findings) == [("ledger_file_locked", "huvudbok.csv", "")]


def test_a_file_that_is_named_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "bok.se").write_bytes(SIE)
    inside = tmp_path / "inne"
    inside.mkdir()
    (inside / "genväg.se").symlink_to(tmp_path / "bok.se")
    assert read_given(inside / "genväg.se", YEAR).ledger.years == (YEAR,)


def test_hidden_rows_are_counted_and_told(tmp_path: Path) -> None:
    cells = {(1, 1): "Konto", (1, 2): "Saldo", (2, 1): "1930", (2, 2): "5", (3, 1): "2010", (3, 2): "-5"}
    found = beside(tmp_path, {"lista.xlsx": as_xlsx({"Lista": Sheet(cells, hidden={3})})})
    assert [(each.code, each.place.row) for each in found.findings] == [("ledger_list_hidden_rows", 3)]


def test_an_account_that_cannot_be_read_is_told_with_its_cell(tmp_path: Path) -> None:
    table = "== Lista ==\nKonto | Saldo\n1930 | 5\n<error #REF!> | 7\n2010 | -5"
    found = beside(tmp_path, {"lista.xlsx": as_xlsx(sheets(table))})
    assert [(each.code, each.place.cell) for each in found.findings] == [("cell_error_value", "A3")]


def test_what_is_wrong_in_a_ledger_that_is_not_used_stops_nothing(tmp_path: Path) -> None:
    doubled = f"{LIST}2010;Kapital;-500,10\n"
    found = beside(tmp_path, {"bok.se": SIE, "lista.csv": doubled})
    assert {severity_of(each) for each in found.findings} == {Severity.WARNING, Severity.NOTE}
    (tmp_path / "ensam").mkdir()
    alone = beside(tmp_path / "ensam", {"lista.csv": doubled})
    assert Severity.ERROR in {severity_of(each) for each in alone.findings}
