"""Files that are no workbook, or cannot be read: what is said, and that it is said quickly."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from cases import BASE, as_listed
from workbooks import as_xlsx, laid_over

from generator.files import archive
from generator.opener import MEGABYTE
from generator.pipeline import examine
from generator.workbook import container

GOOD = as_xlsx(BASE)


def listed(path: Path) -> str:
    examination = examine(path)
    assert not examination.readable
    assert examination.has_errors
    return as_listed(examination.findings).replace(str(path), "…")


def changed(change: Callable[[str, bytes], bytes]) -> bytes:
    """Give the base workbook with each part changed by ``change``."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return packed.getvalue()


def zipped(parts: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def bomb(name: str, content: bytes) -> bytes:
    if name != "xl/worksheets/sheet1.xml":
        return content
    entities = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
    return content.replace(b"<worksheet", entities + b"<worksheet").replace(b"Uppgift<", b"&c;<")


DAMAGED = {
    "a sheet that is no XML": changed(lambda name, content: content[:200] if "sheet3" in name else content),
    "a sheet that is missing": changed(
        lambda name, content: content.replace(b"sheet3.xml", b"sheet99.xml") if name.endswith(".rels") else content
    ),
    "a wrong check sum": GOOD.replace(
        zipfile.ZipFile(io.BytesIO(GOOD)).infolist()[0].CRC.to_bytes(4, "little"), b"1234"
    ),
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_workbook_is_named_as_such(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "underlag.xlsx").write_bytes(content)
    assert listed(tmp_path) == (
        "file_damaged: Fel, arbetsboken\n"
        "    underlag.xlsx är en Excel-arbetsbok, men den är skadad och går inte att läsa.\n"
        "    Öppna filen i Excel, låt Excel reparera den och spara den på nytt. Går det inte, hämta den senaste "
        "säkerhetskopian."
    )


def compound(*streams: str) -> bytes:
    """A compound file, of which only the names of its streams matter."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"".join(each.encode("utf-16-le").ljust(64, b"\0") for each in streams)


KINDS = {
    "en arbetsbok i Excels äldre format (xls)": [
        compound("Workbook", "WordDocument"),
        compound("Book"),
        b"\x09\x08\x08\0",
    ],
    "en binär arbetsbok (xlsb)": [zipped({"[Content_Types].xml": "", "xl/workbook.bin": ""})],
    "ett XML-kalkylblad (Excel 2003)": [b'\xef\xbb\xbf<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>'],
    "ett kalkylark i formatet ods": [
        zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        b'<?xml version="1.0"?><office:document xmlns:office="x">',
    ],
    "ett dokument i formatet odt": [zipped({"mimetype": "application/vnd.oasis.opendocument.text"})],
    "ett dokument från Numbers, Pages eller Keynote": [
        zipped({"Index/Document.iwa": "", "preview.jpg": ""}),
        zipped({"Index.zip": ""}),
    ],
    "en webbsida": [
        b"\r\n<!DOCTYPE html><html>",
        b"<table><tr><td>1",
        b"MIME-Version: 1.0\r\n",
        "<html>".encode("utf-16"),
    ],
    "en textfil (till exempel csv)": [
        b"Post;UB i \xe5r\nFordringar;12\n",
        "Post\tUB i år".encode("utf-16"),
        b"Detta \xc3\xa4r ingen arbetsbok.",
    ],
    "ett Word-dokument": [
        zipped({"[Content_Types].xml": "", "word/document.xml": ""}),
        compound("WordDocument", "Workbook"),
    ],
    "en presentation från PowerPoint": [zipped({"ppt/presentation.xml": ""})],
    "ett e-postmeddelande från Outlook": [compound("__properties_version1.0")],
    "en PDF": [b"%PDF-1.7"],
    "ett textdokument (rtf)": [b"{\\rtf1}"],
    "en bild": [b"\x89PNG\r\n", b"\xff\xd8\xff\xe0"],
    "en genväg": [
        b"L\0\0\0\x01\x14\x02\0",
        b"[InternetShortcut]\r\nURL=x",
        b'{"url": "https://docs.google.com/x"}',
        b'<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key>',
    ],
    "en packad fil (zip)": [zipped({"mapp/underlag.xlsx": ""}), b"\x1f\x8b\x08"],
}


@pytest.mark.parametrize(("what", "content"), [(what, each) for what, made in KINDS.items() for each in made])
def test_a_file_of_another_kind_is_named_for_what_it_is_whatever_it_is_called(
    tmp_path: Path, what: str, content: bytes
) -> None:
    (tmp_path / "underlag.xlsx").write_bytes(content)
    code, told, remedy = listed(tmp_path).split("\n")
    assert (code, told) == (
        "file_other_kind: Fel, arbetsboken",
        f"    underlag.xlsx är {what} och inte en Excel-arbetsbok (.xlsx).",
    )
    assert remedy.strip().endswith(".")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "file_incomplete"),
        (b"\0" * 5000, "file_incomplete"),
        (GOOD[: len(GOOD) // 2], "file_incomplete"),
        (b"PK\x03\x04", "file_incomplete"),
        (compound("EncryptionInfo", "EncryptedPackage"), "file_password"),
        (compound("EncryptedPackage", "DRMEncryptedDataSpace"), "file_rights"),
        (b"\x00\x01\x02\x03 binary", "file_not_excel"),
        (compound("Something else"), "file_not_excel"),
    ],
)
def test_what_keeps_a_file_from_being_read_is_told(tmp_path: Path, content: bytes, rule: str) -> None:
    (tmp_path / "underlag.xlsx").write_bytes(content)
    assert listed(tmp_path).startswith(f"{rule}: Fel, arbetsboken\n")


@pytest.mark.parametrize("name", ["Underlag.XLSX", "underlag.xlsm", "underlag.xltx", "förbundet.xlsm"])
def test_a_workbook_may_be_saved_with_macros_or_as_a_template(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(GOOD)
    assert examine(tmp_path).readable


def test_a_folder_with_a_workbook_in_another_format_is_told_of_the_format(tmp_path: Path) -> None:
    (tmp_path / "underlag.numbers").write_bytes(zipped({"Index/Document.iwa": ""}))
    assert "underlag.numbers är ett dokument från Numbers, Pages eller Keynote" in listed(tmp_path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("underlag.url", b"[InternetShortcut]\r\nURL=https://exempel.se/\r\n"),
        ("underlag.xlsx - Genv\u00e4g.lnk", b"L\0\0\0\x01\x14\x02\0"),
        ("underlag.webloc", b'<?xml version="1.0"?><plist version="1.0">'),
    ],
)
def test_a_shortcut_in_place_of_the_workbook_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert f"{name} är en genväg" in listed(tmp_path)


@pytest.mark.parametrize("there", [True, False])
def test_excels_lock_file_is_no_workbook(tmp_path: Path, *, there: bool) -> None:
    lock = tmp_path / "~$underlag.xlsx"
    if there:
        lock.write_bytes(b"\x05Namn")
    assert listed(lock) == (
        "file_is_lock: Fel, arbetsboken\n"
        "    ~$underlag.xlsx är en låsfil som Excel skapar medan arbetsboken är öppen. Den är ingen arbetsbok.\n"
        "    Ange arbetsboken i stället. Stäng den i Excel om den inte går att läsa."
    )


def test_a_workbook_that_is_open_in_excel_is_read_and_told_of(tmp_path: Path) -> None:
    (tmp_path / "underlag.xlsx").write_bytes(GOOD)
    (tmp_path / "~$underlag.xlsx").write_bytes(b"\x05Namn")
    examination = examine(tmp_path)
    assert not examination.has_errors
    assert as_listed(examination.findings) == (
        "file_open_in_excel: Notera, arbetsboken\n"
        "    Arbetsboken är öppen i Excel. Det som inte är sparat kommer inte med.\n"
        "    Spara i Excel innan du kontrollerar eller gör rapporten."
    )


def test_a_file_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "underlag.xlsx").write_bytes(GOOD)

    def refuse(*_: object) -> bytes:
        raise PermissionError

    monkeypatch.setattr("generator.workbook.container.read", refuse)
    assert listed(tmp_path) == (
        "file_locked: Fel, arbetsboken\n"
        "    underlag.xlsx kan inte läsas. Den är öppen i ett annat program, eller så saknar du behörighet.\n"
        "    Stäng filen i Excel och försök igen."
    )


def test_a_file_or_folder_that_is_not_there(tmp_path: Path) -> None:
    assert listed(tmp_path / "saknas") == (
        "file_not_found: Fel, arbetsboken\n    Det finns ingen fil eller mapp som heter ….\n"
        "    Kontrollera stavningen. En ny arbetsbok skapas med kommandot arsredovisning new."
    )


def test_a_folder_without_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "texter.docx").write_bytes(b"x")
    assert listed(tmp_path) == (
        "file_no_workbook_in_folder: Fel, arbetsboken\n"
        "    Mappen … innehåller ingen arbetsbok som heter underlag.xlsx.\n"
        "    Lägg arbetsboken i mappen och kalla den underlag.xlsx, eller ange filens namn."
    )


def test_a_folder_with_several_workbooks(tmp_path: Path) -> None:
    for name in ("Bokslut 2019.xlsx", "Bokslut 2020.xlsx", "~$Bokslut 2020.xlsx"):
        (tmp_path / name).write_bytes(GOOD)
    assert listed(tmp_path) == (
        "file_several_workbooks: Fel, arbetsboken\n"
        "    Mappen … innehåller flera arbetsböcker (Bokslut 2019.xlsx, Bokslut 2020.xlsx), "
        "men ingen heter underlag.xlsx.\n"
        "    Kalla den som gäller underlag.xlsx, eller ange filens namn."
    )


def test_the_only_workbook_of_a_folder_is_taken_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "Bokslut 2020.xlsx").write_bytes(GOOD)
    assert examine(tmp_path).findings == ()


def test_entities_are_refused_before_they_are_parsed(tmp_path: Path) -> None:
    (tmp_path / "underlag.xlsx").write_bytes(changed(bomb))
    assert listed(tmp_path) == (
        "file_forbidden_xml: Fel, arbetsboken\n"
        "    underlag.xlsx innehåller definitioner (DOCTYPE) som en arbetsbok inte ska ha, och läses därför inte.\n"
        "    Öppna filen i Excel och spara den på nytt. Gör det bara om du vet varifrån den kommer."
    )


def test_entities_hidden_by_another_encoding_are_refused(tmp_path: Path) -> None:
    def hidden(name: str, content: bytes) -> bytes:
        text = bomb(name, content).decode()
        return text.replace("UTF-8", "UTF-16").encode("utf-16") if name.endswith("sheet1.xml") else content

    (tmp_path / "underlag.xlsx").write_bytes(changed(hidden))
    assert listed(tmp_path).startswith("file_forbidden_xml: Fel")


def test_a_zip_bomb_is_refused_by_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (archive, container):
        monkeypatch.setattr(module, "LARGEST", 2 * MEGABYTE)
    big = zipped({"xl/workbook.xml": "<workbook/>", "xl/media/image1.bin": "0" * 3_000_000})
    (tmp_path / "underlag.xlsx").write_bytes(big)
    assert listed(tmp_path) == (
        "file_too_large: Fel, arbetsboken\n"
        "    underlag.xlsx innehåller 3 MB data när den packas upp. Mer än 2 MB läses inte.\n"
        "    Kopiera bara de ifyllda cellerna till en ny arbetsbok."
    )


def test_a_format_in_the_last_row_costs_no_time(tmp_path: Path) -> None:
    tabs = laid_over(
        BASE, "== Balansposter ==\nA1048576: <formatted>\nXFD1: <formatted>\n== Noter ==\nA1048576: bortglömd"
    )
    (tmp_path / "underlag.xlsx").write_bytes(as_xlsx(tabs))
    examine(tmp_path)  # the first reading also imports openpyxl
    start = time.perf_counter()
    findings = examine(tmp_path).findings
    assert time.perf_counter() - start < 1
    assert [(finding.code, str(finding.place)) for finding in findings] == [
        ("note_without_rows", "fliken Noter, cell A1048576")
    ]


def test_a_whole_column_merged_costs_no_time(tmp_path: Path) -> None:
    tabs = laid_over(BASE, "== Balansposter ==\nmerge J1:XFD1048576\nmerge H1:H1048576\n")
    (tmp_path / "underlag.xlsx").write_bytes(as_xlsx(tabs))
    start = time.perf_counter()
    assert examine(tmp_path).findings == ()
    assert time.perf_counter() - start < 1
