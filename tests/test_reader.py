"""Opening workbooks as programs save them: each odd construct, in a small file made by hand."""

import io
import subprocess
import sys
import time as clock
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pdfs import ROOT, SOFINT

from generator.ground.names import clean
from generator.model.values import CoveredByMerge, ErrorValue, NeverCalculated, RawCell
from generator.workbook.opening import UnreadableWorkbookError, open_grids

INPUTS = sorted((ROOT / "inputs").glob("*/underlag.xlsx"))
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = {
    MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}

STRINGS = (
    "<si><t>Fordringar</t></si><si><r><t>Kassa </t></r><r><rPr><b/></rPr><t>och bank</t></r><rPh><t>x</t></rPh></si>"
)
FORMATS = ("General", "yyyy-mm-dd", "hh:mm", "[h]:mm", '#,##0" tkr"', '[$-41D]0.0"d"', '0.0\\ "%";[Red]\\-0.0')
STYLES = (
    "<numFmts>"
    + "".join(f"<numFmt numFmtId='{164 + at}' formatCode='{code}'/>" for at, code in enumerate(FORMATS))
    + "</numFmts><cellXfs><xf/>"
    + "".join(f"<xf numFmtId='{164 + at}'/>" for at in range(len(FORMATS)))
    + "<xf numFmtId='9'/><xf numFmtId='16'/></cellXfs>"
)
DATE, TIME, DURATION, TKR, LITERAL, SECTIONS, PER_CENT, DAY_AND_MONTH = 2, 3, 4, 5, 6, 7, 8, 9


def relations(**targets: str) -> str:
    each = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind.rstrip("0123456789")}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}</Relationships>'


def parts_of(rows: str, after: str = "", properties: str = "") -> dict[str, str]:
    """The parts of a workbook with one tab."""
    return {
        "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": relations(
            worksheet1="worksheets/sheet1.xml", styles="styles.xml", sharedStrings="sharedStrings.xml"
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}'
            '<sheets><sheet name="Noter" sheetId="1" r:id="worksheet1"/></sheets></workbook>'
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{STYLES}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{STRINGS}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>',
    }


def packed(parts: Mapping[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def cells_of(parts: Mapping[str, str]) -> dict[str, RawCell]:
    return {cell.source.cell: cell for row in open_grids(packed(parts))[0].rows.values() for cell in row.values()}


def values_of(parts: Mapping[str, str]) -> dict[str, Any]:
    return {place: cell.value for place, cell in cells_of(parts).items()}


def value_of(cell: str, properties: str = "") -> Any:
    """The value of a row's only cell, None where it has none; of its own type, so that 1, 1.0 and True differ."""
    return values_of(parts_of(f"<row>{cell}</row>", properties=properties)).get("A1")


def inline(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


# ---------------------------------------------------------------- what stands in a cell


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c t="s"><v>0</v></c>', "Fordringar"),
        ('<c t="s"><v>1</v></c>', "Kassa och bank"),
        (inline("Skulder"), "Skulder"),
        ("<c><is><t>utan typ</t></is></c>", "utan typ"),
        ('<c t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r><rPh><t>c</t></rPh></is></c>', "a b"),
        ('<c t="str"><f>A2</f><v>ur en formel</v></c>', "ur en formel"),
        (inline("f_x00E5_r och f_x00e5_r"), "får och får"),
        (inline("en rad_x000D_\nen till"), "en rad\nen till"),
        (inline("_x005F_x00E5_ och x005F_"), "_x00E5_ och x005F_"),
        (inline("_xD83D__xDE00_ _xD83D_"), "\U0001f600 \ufffd"),
        (inline("_x00A0_ \n"), None),
        ("<c><v>12</v></c>", 12),
        ("<c><v>12.0</v></c>", 12.0),
        ("<c><v>1.2E3</v></c>", 1200.0),
        ("<c><v>0.30000000000000004</v></c>", 0.30000000000000004),
        ("<c><v>12345678901234567890</v></c>", 12345678901234567890),
        ('<c t="b"><v>1</v></c>', True),
        ('<c t="b"><v>false</v></c>', False),
        ('<c t="e"><v>#REF!</v></c>', ErrorValue("#REF!")),
        ('<c t="e"><f>A2</f><v>#N/A</v></c>', ErrorValue("#N/A")),
        ("<c><f>A2*2</f><v>84</v></c>", 84),
        ("<c><f>A2*2</f><v></v></c>", NeverCalculated("=A2*2")),
        ('<c t="e"><f>A2*2</f></c>', NeverCalculated("=A2*2")),
        ('<c><f t="shared" si="0"/></c>', NeverCalculated("")),
        ('<c t="str"><f>A2</f><v></v></c>', None),
        ('<c s="2"/>', None),
        ("<c><v/></c>", None),
    ],
)
def test_a_cell_is_read_as_what_stood_in_it(cell: str, value: Any) -> None:
    read = value_of(cell)
    assert (type(read), read) == (type(value), value)


@pytest.mark.parametrize(
    ("style", "number", "value"),
    [
        (DATE, "44196", datetime(2020, 12, 31)),  # noqa: DTZ001
        (DATE, "44196.5625", datetime(2020, 12, 31, 13, 30)),  # noqa: DTZ001
        (DATE, "59", datetime(1900, 2, 28)),  # noqa: DTZ001
        (DATE, "61", datetime(1900, 3, 1)),  # noqa: DTZ001
        (DAY_AND_MONTH, "44537", datetime(2021, 12, 7)),  # noqa: DTZ001
        (TIME, "0.5625", time(13, 30)),
        (DURATION, "1.25", timedelta(hours=30)),
        (DATE, "99999999", ErrorValue("#VALUE!")),
        (DATE, "1e999", ErrorValue("#VALUE!")),
        (TKR, "44196", 44196),
        (LITERAL, "44196", 44196),
        (PER_CENT, "0.8", 0.8),
        (77, "44196", 44196),
    ],
)
def test_the_number_format_tells_dates_from_numbers(style: int, number: str, value: Any) -> None:
    read = value_of(f'<c s="{style}"><v>{number}</v></c>')
    assert (type(read), read) == (type(value), value)


@pytest.mark.parametrize(("flag", "year"), [("1", 2024), ("true", 2024), ("0", 2020)])
def test_dates_count_from_the_day_that_the_workbook_says(flag: str, year: int) -> None:
    read = value_of(f'<c s="{DATE}"><v>44196</v></c>', f'<workbookPr date1904="{flag}"/>')
    assert read.year - year in {0, 1}
    assert read == (datetime(2025, 1, 1) if year == 2024 else datetime(2020, 12, 31))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2020-12-31", date(2020, 12, 31)),
        ("2020-12-31T13:30:00", datetime(2020, 12, 31, 13, 30)),  # noqa: DTZ001
        ("2020-12-31T00:00:00.000Z", datetime(2020, 12, 31)),  # noqa: DTZ001
        ("13:30:00", time(13, 30)),
        ("PT30H15M", timedelta(hours=30, minutes=15)),
        ("i våras", "i våras"),
    ],
)
def test_a_date_may_be_written_in_words(text: str, value: Any) -> None:
    read = value_of(f'<c t="d"><v>{text}</v></c>')
    assert (type(read), read) == (type(value), value)


@pytest.mark.parametrize(
    ("style", "code"),
    [
        (0, ""),
        (1, ""),
        (DATE, "yyyy-mm-dd"),
        (TKR, '#,##0" tkr"'),
        (SECTIONS, FORMATS[6]),
        (PER_CENT, "0%"),
        (DAY_AND_MONTH, "d-mmm"),
        (77, ""),
    ],
)
def test_the_code_of_a_cells_number_format_is_at_hand(style: int, code: str) -> None:
    cells = cells_of(parts_of(f'<row><c s="{style}"><v>7</v></c></row>'))
    assert cells["A1"].format == code


# ---------------------------------------------------------------- where it stands


def test_rows_and_cells_that_do_not_say_where_they_stand_follow_each_other() -> None:
    rows = (
        '<row><c><v>1</v></c><c r="C1"/><c><v>2</v></c></row><row r="4"><c><v>3</v></c></row><row><c><v>4</v></c></row>'
    )
    assert values_of(parts_of(rows)) == {"A1": 1, "D1": 2, "A4": 3, "A5": 4}


def test_rows_and_cells_out_of_order_are_laid_in_order() -> None:
    rows = '<row r="9"><c r="AB9"><v>4</v></c><c r="B9"><v>3</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
    assert list(values_of(parts_of(rows)).items()) == [("A2", 1), ("B9", 3), ("AB9", 4)]


def test_what_a_merged_area_covers_is_not_seen() -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
        '<row r="2"><c r="A2"><f>A1</f></c></row><row r="4"><c r="D4"><v>5</v></c></row>'
    )
    merged = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C4:D4" /></mergeCells>'
    assert values_of(parts_of(rows, merged)) == {
        "A1": 1,
        "B1": CoveredByMerge("A1:B2"),
        "A2": NeverCalculated("=A1"),
        "B2": CoveredByMerge("A1:B2"),
        "C4": CoveredByMerge("C4:D4"),
        "D4": CoveredByMerge("C4:D4"),
    }


def test_vast_and_countless_merged_areas_cost_nothing() -> None:
    large = "".join(f'<mergeCell ref="B{row}:CV{row + 99}"/>' for row in range(1, 100_000, 100))
    vast = '<x:mergeCell xmlns:x="' + MAIN + '" ref="A1:A1048576"></x:mergeCell>'
    large += '<mergeCell ref="B1:CV100"/>' * 50_000
    start = clock.perf_counter()
    read = values_of(parts_of('<row r="7"><c r="A7"><v>1</v></c></row>', f"<mergeCells>{vast}{large}</mergeCells>"))
    assert clock.perf_counter() - start < 15
    assert read["A7"] == 1
    assert read["B7"] == CoveredByMerge("B1:CV100")
    assert len(read) <= 100_001


def test_a_long_sheet_with_little_in_it_is_read_quickly() -> None:
    empty = "".join(f'<row r="{row}"><c r="A{row}" s="2"/></row>' for row in range(1, 100_000))
    start = clock.perf_counter()
    assert values_of(parts_of(f'{empty}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')) == {"XFD1048576": 1}
    assert clock.perf_counter() - start < 15


# ---------------------------------------------------------------- how the file is put together

ROWS = '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" s="2"><v>44196</v></c></row>'
READ = {"A1": "Kassa och bank", "B1": datetime(2020, 12, 31)}  # noqa: DTZ001


def test_strict_is_read_as_transitional() -> None:
    parts = parts_of(ROWS, '<mergeCells><mergeCell ref="C1:D1"/></mergeCells>', '<workbookPr date1904="1"/>')
    strict = dict(parts)
    for old, new in STRICT.items():
        strict = {name: content.replace(old, new) for name, content in strict.items()}
    assert strict != parts
    assert cells_of(strict) == cells_of(parts)


def test_any_prefix_will_do() -> None:
    def prefixed(xml: str) -> str:
        if f'xmlns="{MAIN}"' not in xml:
            return xml
        return (
            xml.replace("<", "<x:")
            .replace("<x:/", "</x:")
            .replace("xmlns=", "xmlns:x=")
            .replace("r:id", "q:id")
            .replace(":r=", ":q=")
        )

    assert values_of({name: prefixed(xml) for name, xml in parts_of(ROWS).items()}) == READ


def test_parts_are_found_by_their_relationships() -> None:
    given = parts_of(ROWS)
    parts = {
        "_rels/.rels": relations(officeDocument="/Bok/Huvud.xml"),
        "bok\\huvud.xml": given["xl/workbook.xml"],
        "bok\\_rels\\huvud.xml.rels": relations(
            worksheet1="../flikar/ett.del", styles="/bok/stil", sharedStrings="./Texter.xml"
        ),
        "flikar/ett.del": given["xl/worksheets/sheet1.xml"],
        "bok/stil": given["xl/styles.xml"],
        "bok/texter.xml": given["xl/sharedStrings.xml"],
    }
    assert values_of(parts) == READ


def test_a_file_without_styles_and_texts_is_read() -> None:
    parts = parts_of(f"<row><c s='3'><v>7</v></c>{inline('Skulder')}</row>")
    parts["xl/_rels/workbook.xml.rels"] = relations(worksheet1="worksheets/sheet1.xml")
    del parts["xl/styles.xml"], parts["xl/sharedStrings.xml"]
    assert values_of(parts) == {"A1": 7, "B1": "Skulder"}


def test_parts_are_found_beside_each_other_where_no_relationship_tells() -> None:
    parts = parts_of(ROWS)
    del parts["_rels/.rels"]
    parts["xl/_rels/workbook.xml.rels"] = relations(worksheet1="worksheets/sheet1.xml")
    assert values_of(parts) == READ


def test_a_relationship_may_be_written_with_backslashes_and_escapes_or_lead_to_a_part_that_is_gone() -> None:
    given = parts_of(ROWS)
    parts = {
        "_rels/.rels": relations(officeDocument="Min%20bok\\Workbook.XML"),
        "min bok/workbook.xml": given["xl/workbook.xml"],
        "min bok/_rels/workbook.xml.rels": relations(
            worksheet1="..\\min%20bok/sheet1.xml", sharedStrings="/min bok/texter.xml", styles="stil.xml", calcChain="x"
        ).replace('Target="x"', 'Target="http://[x" TargetMode="External"'),
        "min bok/sheet1.xml": given["xl/worksheets/sheet1.xml"],
        "min bok/texter.xml": given["xl/sharedStrings.xml"],
        "min bok/stil.xml": given["xl/styles.xml"],
    }
    assert values_of(parts) == READ


def test_a_tab_of_the_users_own_is_never_opened() -> None:
    parts = with_sheets(("Noter", "", "worksheet"), ("_Pivot", "", "worksheet")) | {"xl/sheet1.xml": "ingen XML"}
    assert [(grid.name, bool(grid.rows)) for grid in open_grids(packed(parts))] == [("Noter", True), ("_Pivot", False)]


def test_a_number_that_is_none_and_a_style_that_is_none_are_read_as_they_stand() -> None:
    parts = parts_of('<row><c><v>tolv</v></c><c s="x"><v>1</v></c><c s="-1"><v>44197</v></c></row>')
    assert values_of(parts) == {"A1": "tolv", "B1": 1, "C1": 44197}


def test_parts_of_no_consequence_are_never_opened() -> None:
    broken = '<sheetProtection sheet="kanske" spinCount="många"/><drawing r:id="saknas" xmlns:r="x"/><tableParts/>'
    parts = parts_of(ROWS, f"{broken}<conditionalFormatting><cfRule type='?' dxfId='99'/></conditionalFormatting>")
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = "ingen XML"
    parts["xl/comments1.xml"] = parts["xl/drawings/drawing1.xml"] = parts["xl/theme/theme1.xml"] = "ingen XML"
    parts["xl/pivotCache/pivotCacheDefinition1.xml"] = parts["docProps/core.xml"] = "<a><b></a>"
    parts["xl/_rels/workbook.xml.rels"] = relations(
        worksheet1="worksheets/sheet1.xml",
        styles="styles.xml",
        sharedStrings="sharedStrings.xml",
        theme="theme/theme1.xml",
        pivotCacheDefinition="pivotCache/pivotCacheDefinition1.xml",
    )
    broken_styles = (
        '<fonts><font><sz val="stor"/></font></fonts><fills><fill><patternFill patternType="?"/></fill></fills>'
    )
    parts["xl/styles.xml"] = parts["xl/styles.xml"].replace("<numFmts>", f"{broken_styles}<numFmts>")
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        "<sheets>",
        '<workbookProtection lockStructure="?"/><bookViews><workbookView activeTab="99"/></bookViews><sheets>',
    )
    assert values_of(parts) == READ


def with_sheets(*sheets: tuple[str, str, str]) -> dict[str, str]:
    """A workbook whose tabs, each given as name, attributes and kind of part, have equal parts."""
    parts = parts_of(ROWS)
    for at in range(len(sheets)):
        parts[f"xl/sheet{at}.xml"] = parts["xl/worksheets/sheet1.xml"]
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="{kind}{at}"{more}/>' for at, (name, more, kind) in enumerate(sheets)
    )
    parts["xl/workbook.xml"] = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'
    targets = {f"{kind}{at}": f"sheet{at}.xml" for at, (_, _, kind) in enumerate(sheets)}
    parts["xl/_rels/workbook.xml.rels"] = relations(**targets, sharedStrings="sharedStrings.xml", styles="styles.xml")
    return parts


def test_hidden_tabs_are_read_and_charts_are_not() -> None:
    hidden = ' state="veryHidden"'
    parts = with_sheets(("Noter", "", "worksheet"), ("Bild", "", "chartsheet"), ("M_x00E5_l", hidden, "worksheet"))
    grids = open_grids(packed(parts))
    assert [(grid.order, grid.name) for grid in grids] == [(0, "Noter"), (1, "Mål")]
    assert grids[1].rows[1][1].source.tab == "Mål"


DAMAGED = {
    "two tabs with one name": with_sheets(("Noter", "", "worksheet"), ("Noter", "", "worksheet")),
    "two tabs with one part": {
        name: content.replace('Target="sheet1.xml"', 'Target="sheet0.xml"')
        for name, content in with_sheets(("Noter", "", "worksheet"), ("Mål", "", "worksheet")).items()
    },
    "a tab without a part": {k: v for k, v in parts_of(ROWS).items() if "sheet1" not in k},
    "a tab without a relationship": parts_of(ROWS) | {"xl/_rels/workbook.xml.rels": relations()},
    "a text that is not there": parts_of('<row><c t="s"><v>9</v></c></row>'),
    "two values in one place": parts_of('<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
    "styles that are no XML": parts_of(ROWS) | {"xl/styles.xml": "<styleSheet"},
    "a cell nowhere": parts_of('<row><c r="14"><v>1</v></c></row>'),
    "a cell above the first row": parts_of('<row r="1"><c r="A0"><v>1</v></c></row>'),
    "a row above the first": parts_of('<row r="-1"><c><v>1</v></c></row>'),
    "a sheet that ends in the middle": parts_of(f"{ROWS}<row>"),
    "another kind of document": parts_of(ROWS) | {"xl/workbook.xml": "<document/>"},
    "no main part": {k: v for k, v in parts_of(ROWS).items() if k not in ("_rels/.rels", "xl/workbook.xml")},
}


@pytest.mark.parametrize("parts", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_workbook_is_refused_and_never_read_in_part(parts: Mapping[str, str]) -> None:
    with pytest.raises(UnreadableWorkbookError):
        open_grids(packed(parts))


def test_definitions_are_refused_in_a_part_of_any_name() -> None:
    parts = parts_of(ROWS)
    parts["xl/texter.bin"] = f'<!DOCTYPE sst [<!ENTITY a "b">]>{parts.pop("xl/sharedStrings.xml")}'
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace("sharedStrings.xml", "texter.bin")
    with pytest.raises(UnreadableWorkbookError):
        open_grids(packed(parts))


# ---------------------------------------------------------------- other programs, and our own


def by_openpyxl(path: Path) -> dict[tuple[str, str], tuple[Any, str]]:
    """The values and number formats of a workbook's filled cells, by tab and cell, as openpyxl reads them."""
    return {
        (sheet.title, cell.coordinate): (cell.value, cell.number_format)
        for sheet in openpyxl.load_workbook(path, data_only=True)
        for row in sheet.iter_rows()
        for cell in row
        if clean(str("" if cell.value is None else cell.value))
    }


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.parent.name)
def test_the_inputs_are_read_as_openpyxl_reads_them(path: Path) -> None:
    ours = {
        (grid.name, cell.source.cell): (cell.value, cell.format or "General")
        for grid in open_grids(path.read_bytes())
        for row in grid.rows.values()
        for cell in row.values()
        if not isinstance(cell.value, NeverCalculated | CoveredByMerge)
    }
    assert len(ours) > 1500
    assert {place: (type(value), value, code) for place, (value, code) in ours.items()} == {
        place: (type(value), value, code) for place, (value, code) in by_openpyxl(path).items()
    }


def test_a_check_does_without_the_library_that_writes_workbooks() -> None:
    code = (
        "import sys\nfrom generator.cli import main\n"
        f"try:\n    main(['check', {str(SOFINT)!r}])\nexcept SystemExit:\n    pass\n"
        "print('openpyxl' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.splitlines()[-1] == "False"
