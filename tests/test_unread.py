"""Nothing that is typed is ignored in silence: what is not read is told, and what looks as if it were not meant too."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from small_underlag import small
from straight import written_sheets
from workbooks import Sheet, as_xlsx, laid_over

from generator.findings.finding import Severity
from generator.findings.message import message, severity_of
from generator.pipeline import Examination, examine
from generator.subjects.registry import all_tabs

RULES = {
    "field_without_label",
    "value_among_fields",
    "value_above_heads",
    "value_beside_fields",
    "field_unknown",
    "struck_rows",
    "struck_values",
    "hidden_read",
}
EARLIER = "Behövs bara om årets resultat ska justeras enligt 11 kap. 10 § LKBR. Annars lämnas fliken tom."
Told = list[tuple[str, Severity, str, str]]


@cache
def base() -> Mapping[str, Sheet]:
    return written_sheets(all_tabs(), small())


def told(data: bytes, folder: Path) -> Told:
    (folder / "underlag.xlsx").write_bytes(data)
    return told_of(examine(folder))


def told_of(examination: Examination) -> Told:
    return [
        (finding.code, severity_of(finding), str(finding.place), message(finding).what)
        for finding in examination.findings
        if finding.code in RULES
    ]


def changed(table: str) -> bytes:
    return as_xlsx(laid_over(base(), table))


def test_a_workbook_as_the_program_writes_it_has_nothing_unread(tmp_path: Path) -> None:
    assert told(as_xlsx(base()), tmp_path) == []


def test_what_another_version_wrote_in_the_workbook_is_the_programs(tmp_path: Path) -> None:
    """The workbook keeps a list of its own titles and helps, so that it can be read by any later version."""
    words = "Så sade en äldre utgåva av programmet om förbundets namn."
    typed = f"== Uppgifter om förbundet ==\nC5: {words}\n== Balansposter ==\nA2: {words}"
    kept = {"Listor": Sheet({(1, 3): "Arbetsbokens egna texter", (2, 3): words})}
    assert [code for code, *_ in told(changed(typed), tmp_path)] == ["value_beside_fields", "value_above_heads"]
    assert told(as_xlsx({**laid_over(base(), typed), **kept}), tmp_path) == []


def test_unknown_labels_that_are_alike_are_all_told(tmp_path: Path) -> None:
    (tmp_path / "underlag.xlsx").write_bytes(changed("== Utseende ==\nA70: ja\nB70: 1\nA72: ja\nB72: 2"))
    (finding,) = (each for each in examine(tmp_path).findings if each.code == "field_unknown")
    assert [source.cell for source in finding.subjects] == ["A70", "A72"]


def test_only_its_own_explanation_may_stand_beside_a_field(tmp_path: Path) -> None:
    (tmp_path / "underlag.xlsx").write_bytes(changed("== Uppgifter om förbundet ==\nC5: Samordningsförbundet Provet"))
    (finding,) = (each for each in examine(tmp_path).findings if each.code == "value_beside_fields")
    assert [source.cell for source in finding.subjects] == ["C5"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "== Balansposter ==\nD1: Hyresskulden saknas",
            ("value_above_heads", Severity.NOTE, "fliken Balansposter, cell D1", "”Hyresskulden saknas” står ovanför"),
        ),
        (
            "== Balansposter ==\nA2: Fråga revisorn",
            ("value_above_heads", Severity.NOTE, "fliken Balansposter, cell A2", "”Fråga revisorn” står ovanför"),
        ),
        (
            '== Balansposter ==\nA1: Skulder\nI2: "45 000"',
            ("value_above_heads", Severity.WARNING, "fliken Balansposter, cell I2", "”45 000” (och 1 cell till) står"),
        ),
        (
            "== Balansposter ==\nF2: 45000",
            ("value_above_heads", Severity.ERROR, "fliken Balansposter, cell F2", "Ett tal står ovanför rubrikraden"),
        ),
        (
            "== Balansposter ==\nF3: 1999",
            ("value_above_heads", Severity.WARNING, "fliken Balansposter, cell F3", "Ett tal står ovanför rubrikraden"),
        ),
        (
            "== Balansposter ==\nF1: <formula SUM(F5:F9)>",
            (
                "value_above_heads",
                Severity.WARNING,
                "fliken Balansposter, cell F1",
                "En formel står ovanför",
            ),
        ),
        (
            "== Mål ==\nB1: <date 2021-03-05>",
            ("value_above_heads", Severity.WARNING, "fliken Mål, cell B1", "Ett datum eller en tid står ovanför"),
        ),
        (
            "== Uppgifter om förbundet ==\nD8: Stämmer detta?",
            ("value_beside_fields", Severity.NOTE, "fliken Uppgifter om förbundet, cell D8", "”Stämmer detta?” står"),
        ),
        (
            "== Uppgifter om förbundet ==\nC8: 2021",
            (
                "value_beside_fields",
                Severity.WARNING,
                "fliken Uppgifter om förbundet, cell C8",
                "Ett tal står till höger",
            ),
        ),
        (
            "== Utseende ==\nC9: Blå som förra året",
            ("value_beside_fields", Severity.NOTE, "fliken Utseende, cell C9", "”Blå som förra året” står till höger"),
        ),
        (
            "== Balansposter ==\nA2: En rad per utgående balans. Eget kapital skrivs inte in här: ring Kerstin",
            ("value_above_heads", Severity.NOTE, "fliken Balansposter, cell A2", "”En rad per utgående balans."),
        ),
        (
            "== Utseende ==\nA70: ja",
            ("value_among_fields", Severity.WARNING, "fliken Utseende, cell A70", "”ja” står ensamt i kolumn A"),
        ),
        (
            "== Utseende ==\nB2: ja",
            ("field_without_label", Severity.WARNING, "fliken Utseende, cell B2", "”ja” står utan"),
        ),
        (
            "== Utseende ==\nB4: 4711",
            ("field_without_label", Severity.WARNING, "fliken Utseende, cell B4", "”4711” står utan"),
        ),
        (
            "== Utseende ==\nA70: Kontroll",
            ("field_unknown", Severity.NOTE, "fliken Utseende, cell A70", "Uppgiften ”Kontroll” är okänd"),
        ),
    ],
)
def test_what_is_not_read_is_told(tmp_path: Path, table: str, expected: tuple[str, Severity, str, str]) -> None:
    ((code, severity, place, what),) = told(changed(table), tmp_path)
    assert (code, severity, place) == expected[:3]
    assert what.startswith(expected[3])


@pytest.mark.parametrize(
    "table",
    [
        "== Balansposter ==\nD1: _Min anteckning\nF3: 2020\nG3: 2019",
        "== Balansposter ==\nF3: 0\nG3: <formula 'Uppgifter om förbundet'!B6-1>",
        "== Balansposter ==\nmerge A1:I1",
        "== Uppgifter om förbundet ==\nD4: _Egna\nD8: Ring Kerstin\nE9: _lapp",
        "== Balansposter ==\nF3: <formula D1+1>",
        "== Utseende ==\nA70: _Min egen\nB70: 4",
        "== Balansposter ==\nA1: Balanspster",
        f"== Balanskravsutredning ==\nA2: {EARLIER}",
    ],
)
def test_what_is_ones_own_or_of_another_version_is_not_told(tmp_path: Path, table: str) -> None:
    assert told(changed(table), tmp_path) == []


# ---------------------------------------------------------------- struck out and hidden


def rewritten(change: Callable[[str, str], str]) -> bytes:
    """The small workbook with the XML of its parts changed; ``change`` has a part's tab, or its name, and its XML."""
    made, names = io.BytesIO(), list(base())
    with zipfile.ZipFile(io.BytesIO(as_xlsx(base()))) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.namelist():
            match = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", part)
            about = names[int(match[1]) - 1] if match else part
            new.writestr(part, change(about, old.read(part).decode()))
    return made.getvalue()


def in_tab(name: str, pattern: str, by: str) -> bytes:
    def change(about: str, xml: str) -> str:
        if about != name:
            return xml
        made, count = re.subn(pattern, by, xml)
        assert count
        return made

    return rewritten(change)


STRIKE = "<r><rPr><strike/></rPr><t>"
FORDRINGAR = '<c r="A5"[^>]*>.*?</c>'


def test_words_struck_out_in_a_cell_are_told(tmp_path: Path) -> None:
    cell = f'<c r="A5" t="inlineStr"><is><r><t>Ford</t></r>{STRIKE}ringar</t></r></is></c>'
    assert told(in_tab("Balansposter", FORDRINGAR, cell), tmp_path) == [
        (
            "struck_values",
            Severity.WARNING,
            "fliken Balansposter, cell A5",
            "Cell A5 har genomstruken text, men läses som allt annat.",
        )
    ]


@pytest.mark.parametrize(
    "run", ['<r><rPr><strike val="0"/></rPr><t>Fordringar</t></r>', f"<r><t>Fordringar</t></r>{STRIKE} </t></r>"]
)
def test_a_strike_that_is_taken_away_or_of_a_blank_is_not_told(tmp_path: Path, run: str) -> None:
    cell = f'<c r="A5" t="inlineStr"><is>{run}</is></c>'
    assert told(in_tab("Balansposter", FORDRINGAR, cell), tmp_path) == []


def struck_style(about: str, xml: str, cells: str) -> str:
    """Give some cells of *Balansposter* a style whose font is struck out."""
    if about == "xl/styles.xml":
        xml = re.sub(r"<fonts.*?</fonts>|(?=<cellXfs)", "", xml, count=1)
        count = len(re.findall(r"<xf\b", re.search(r"<cellXfs.*</cellXfs>", xml)[0]))  # type: ignore[index]
        xml = xml.replace("<cellXfs", "<fonts><font/><font><strike/></font></fonts><cellXfs", 1)
        return xml.replace("</cellXfs>", f'<xf fontId="1" tries="{count}"/></cellXfs>')
    if about == "Balansposter":
        return re.sub(rf'<c r="({cells})"(?: s="\d+")?', r'<c r="\1" s="STRUCK"', xml)
    return xml


def with_struck(cells: str) -> bytes:
    number = ""

    def change(about: str, xml: str) -> str:
        nonlocal number
        made = struck_style(about, xml, cells)
        if match := re.search(r'tries="(\d+)"', made):
            number = match[1]
        return made

    rewritten(change)
    return rewritten(lambda about, xml: struck_style(about, xml, cells).replace("STRUCK", number))


def test_an_amount_struck_out_counts_and_is_asked_about(tmp_path: Path) -> None:
    assert told(with_struck("F5"), tmp_path) == [
        (
            "struck_values",
            Severity.WARNING,
            "fliken Balansposter, cell F5",
            "Cell F5 har genomstruken text, men läses som allt annat.",
        )
    ]


def test_rows_struck_out_are_told_once(tmp_path: Path) -> None:
    assert told(with_struck("[A-Z][56]"), tmp_path) == [
        (
            "struck_rows",
            Severity.WARNING,
            "fliken Balansposter, rad 5",
            "Raderna 5–6 är genomstrukna i arbetsboken, men läses som allt annat.",
        )
    ]


def test_a_head_or_an_empty_cell_struck_out_is_not_told(tmp_path: Path) -> None:
    assert told(with_struck("[A-Z][1-4]"), tmp_path) == []


@pytest.mark.parametrize(
    ("pattern", "by", "what"),
    [
        ('<row r="5"', '<row r="5" hidden="1"', "Rad 5 är dold"),
        ('<row r="(5|6)"', r'<row r="\1" ht="0" customHeight="1"', "Raderna 5–6 är dolda"),
        ("<sheetData>", '<cols><col min="6" max="7" hidden="1"/></cols><sheetData>', "Kolumnerna F–G är dolda"),
        ("<sheetData>", '<cols><col min="5" max="6" width="0"/></cols><sheetData>', "Kolumn F är dold"),
    ],
)
def test_what_is_hidden_is_read_and_told_once(tmp_path: Path, pattern: str, by: str, what: str) -> None:
    ((code, severity, _, said),) = told(in_tab("Balansposter", pattern, by), tmp_path)
    assert (code, severity) == ("hidden_read", Severity.NOTE)
    assert said == f"{what} i arbetsboken, men läses och räknas som allt annat."


def test_hidden_rows_and_tabs_without_values_are_not_told(tmp_path: Path) -> None:
    def change(about: str, xml: str) -> str:
        if about == "xl/workbook.xml":
            return re.sub(r'(<sheet name="(?:Mål|Läs mig)")', r'\1 state="hidden"', xml)
        return xml.replace('<row r="2"', '<row r="2" hidden="1"')

    assert told(rewritten(change), tmp_path) == []


def test_a_hidden_tab_with_values_is_told(tmp_path: Path) -> None:
    def change(_: str, xml: str) -> str:
        return xml.replace('<sheet name="Balansposter"', '<sheet name="Balansposter" state="veryHidden"')

    ((code, _, place, what),) = told(rewritten(change), tmp_path)
    assert (code, place) == ("hidden_read", "fliken Balansposter")
    assert what.startswith("Fliken Balansposter är dold i arbetsboken")
