"""Workbooks that no association has: vast, deep, contradictory, or made to keep a program busy."""

import io
import random
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from small_underlag import small
from straight import written_sheets
from workbooks import Sheet, Typed, as_xlsx

from generator.subjects.registry import all_tabs
from hostile.attack import CHECK, FOLDER, RENDER, Attack

EVERYTHING = (
    CHECK,
    RENDER,
    ("figures", FOLDER),
    ("compare", FOLDER, FOLDER),
    ("new", "nytt", "--from", FOLDER),
    ("check", FOLDER, "--format", "json"),
)
HEADING_ROW = 4
Change = Callable[[dict[str, Sheet]], None]
BOOK = "underlag.xlsx"


@cache
def small_book() -> bytes:
    """The workbook of a report with nothing wrong."""
    return as_xlsx(_sheets())


def _sheets() -> dict[str, Sheet]:
    return written_sheets(all_tabs(), small())


def changed(change: Change) -> Callable[[Path], None]:
    """Lay a changed workbook into the folder."""

    def put(folder: Path) -> None:
        sheets = _sheets()
        change(sheets)
        (folder / BOOK).write_bytes(as_xlsx(sheets))

    return put


def rows(tab: str, lines: Iterable[Mapping[str, str]]) -> Change:
    """Add rows to a tab, each by its headings."""

    def change(sheets: dict[str, Sheet]) -> None:
        cells = sheets[tab].cells
        columns = {text: column for (row, column), text in cells.items() if row == HEADING_ROW}
        below = max(row for row, _ in cells)
        for number, line in enumerate(lines, start=below + 1):
            cells.update({(number, columns[heading]): text for heading, text in line.items()})

    return change


def cell(tab: str, row: int, column: int, text: str) -> Change:
    """Write one cell."""
    return lambda sheets: sheets[tab].cells.update({(row, column): Typed(text)})


def setting(label: str, text: str) -> Change:
    """Fill in a row of the particulars."""

    def change(sheets: dict[str, Sheet]) -> None:
        cells = sheets["Uppgifter om förbundet"].cells
        row = next(row for (row, column), each in cells.items() if column == 1 and each == label)
        cells[row, 2] = Typed(text)

    return change


def part(name: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    """Change the XML of a part."""
    return parts({name: change})


def parts(changes: Mapping[str, Callable[[str], str]]) -> Callable[[Path], None]:
    """Change the XML of parts; what is not there is made of an empty text."""

    def put(folder: Path) -> None:
        packed = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(small_book())) as before,
            zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after,
        ):
            names = before.namelist()
            for each in names:
                text = before.read(each).decode()
                after.writestr(each, changes[each](text) if each in changes else text)
            for each in set(changes) - set(names):
                after.writestr(each, changes[each](""))
        (folder / BOOK).write_bytes(packed.getvalue())

    return put


def sheet_part(tab: str) -> str:
    """The part of a tab."""
    return f"xl/worksheets/sheet{[*_sheets()].index(tab) + 1}.xml"


def into_data(text: str) -> Callable[[str], str]:
    """Put rows after all others."""
    return lambda xml: xml.replace("</sheetData>", f"{text}</sheetData>")


def into_sheet(text: str) -> Callable[[str], str]:
    """Put something after the rows."""
    return lambda xml: xml.replace("</sheetData>", f"</sheetData>{text}")


def rows_of(count: int, columns: int) -> Callable[[str], str]:
    """Put that many rows of numbers after all others."""
    return lambda xml: into_data(filled(count, columns))(xml)  # noqa: PLW0108 - vast, and made when it is asked for


def filled(rows_: int, columns: int, text: str = "<v>1</v>", first: int = 200) -> str:
    """Rows of cells as XML."""
    line = f"<c>{text}</c>" * columns
    return "".join(f'<row r="{row}">{line}</row>' for row in range(first, first + rows_))


INCOME = "Intäkter och kostnader"
COST = {"Post": "Verksamhetens kostnader", "Not": "Kostnader", "Verksamhet": "Kansli", "Utfall i år": "0"}


def near_name(chance: random.Random, word: str = "Samordningsteamet") -> str:
    """A name with a letter or two changed."""
    letters = list(word)
    for _ in range(2):
        letters[chance.randrange(1, len(letters))] = chance.choice("abcdefghijklmnopqrstuvwxyzåäö")
    return "".join(letters)


def books(chance: random.Random) -> list[Attack]:
    """All attacks by workbook."""
    return [*_vast(chance), *_names(chance), *_cells(), *_xml(), *_archives(chance)]


def _many(count: int, make: Callable[[int], Mapping[str, str]], tab: str) -> Callable[[Path], None]:
    return changed(rows(tab, map(make, range(count))))


def _vast(chance: random.Random) -> Iterator[Attack]:
    income = sheet_part(INCOME)
    yield Attack("1.2 million cells", part(income, rows_of(60_000, 20)), place="fliken|kostnader")
    yield Attack("1.2 million cells, own tab", part(sheet_part("Läs mig"), rows_of(60_000, 20)))
    yield Attack("2 million rows", part(income, rows_of(1_048_000, 1)), place="kostnader")
    yield Attack("2 000 columns", changed(_columns(INCOME, 2_000)), place="kostnader")
    yield Attack("16 384 columns", changed(_columns("Innehåll", 16_384)), place="Innehåll")
    yield Attack("2 000 columns in a form", changed(_columns("Uppgifter om förbundet", 2_000)))
    yield Attack("40 000 rows of costs", _many(40_000, lambda n: COST | {"Notrad": f"Rad {n}"}, INCOME), place="kostn")
    yield Attack("4 000 rows of costs", _many(4_000, lambda n: COST | {"Notrad": f"Rad {n}"}, INCOME), place="kostn")
    yield Attack("40 000 equal rows", _many(40_000, lambda _: COST | {"Notrad": "Löner"}, INCOME), EVERYTHING, "kostn")
    yield Attack("10 000 insatser", _many(10_000, _insats, "Insatser"), EVERYTHING, "Insatser")
    yield Attack("1 000 insatser", _many(1_000, _insats, "Insatser"), place="Insatser")
    yield Attack("10 000 activities", _many(10_000, _activity, "Verksamheter"), place="Verksamheter")
    yield Attack("10 000 notes", _many(10_000, lambda n: {"Not": f"Not {n}", "Text": "x", "Slag": "text"}, "Noter"))
    yield Attack("3 000 headings", _many(3_000, lambda n: _block(f"Rubrik {n}"), "Innehåll"), place="Innehåll")
    yield Attack("10 000 members", _many(10_000, lambda n: {"Medlem": f"K {n}", "Bidrag i år": "1"}, "Medlemmar"))
    yield Attack("10 000 goals", _many(10_000, lambda n: {"Område": f"O{n}", "Mål": f"Mål {n}"}, "Mål"))
    yield Attack("10 000 persons", _many(10_000, lambda n: {"Namn": f"Person {n}", "Roll": "Ledamot"}, "Styrelse"))
    yield Attack("10 000 counts", _many(10_000, _count, "Deltagare"), place="Deltagare")
    yield Attack("2 000 counts", _many(2_000, _count, "Deltagare"), place="Deltagare")
    yield Attack("300 counts of one table", _many(300, _small_count(chance), "Deltagare"), place="Deltagare")
    yield Attack("10 000 surveys", _many(10_000, _survey, "Enkäter"), place="Enkäter")
    yield Attack("10 000 rows of an own table", _many(10_000, _own_row, "Tabellrader"), place="Tabellrader")
    yield Attack("10 000 control amounts", _many(10_000, _control, "Avstämning"), place="Avstämning")
    yield Attack("10 000 acceptances", _many(10_000, lambda n: {"Regel": f"R{n}", "Skäl": "x"}, "Godtagna avvikelser"))
    yield Attack("10 000 changes", _many(10_000, _roll, "Årets förändringar"), place="Årets förändringar")
    yield Attack("10 000 charts", _many(10_000, lambda n: {"Namn": f"D{n}", "Tabell": "x"}, "Diagram"))
    yield Attack("5 000 indicators", _many(5_000, lambda n: {"Indikator": f"I{n}", "I år": "1"}, "Indikatorer"))
    yield Attack("5 000 key figures", _many(5_000, lambda n: {"Nyckeltal": f"N{n}", "I år": "1"}, "Flerårsöversikt"))
    yield Attack("5 000 unknown tabs", changed(_tabs(5_000)))
    yield Attack("500 unknown tabs", changed(_tabs(500)))
    yield Attack("20 000 unknown fields", changed(_fields(20_000)), place="Uppgifter om förbundet|[Ff]liken")


def _columns(tab: str, count: int) -> Change:
    return lambda sheets: sheets[tab].cells.update({(HEADING_ROW, 20 + n): Typed(f"Kolumn {n}") for n in range(count)})


def _fields(count: int) -> Change:
    def change(sheets: dict[str, Sheet]) -> None:
        cells = sheets["Uppgifter om förbundet"].cells
        for number in range(count):
            cells[100 + number, 1], cells[100 + number, 2] = Typed(f"Uppgift {number}"), Typed("x")

    return change


def _tabs(count: int) -> Change:
    return lambda sheets: sheets.update({f"Flik {n}": Sheet({(1, 1): "a"}) for n in range(count)})


def _insats(number: int) -> dict[str, str]:
    return {"Nyckel": f"I{number}", "Namn": f"Insats {number}", "Slag": "Individinsats", "Budget i år": "1"}


def _activity(number: int) -> dict[str, str]:
    return {"Nyckel": f"Verksamhet {number}", "Grupp": "individinriktad"}


def _block(heading: str) -> dict[str, str]:
    return {"Nivå": "1", "Rubrik": heading, "Text": "x"}


def _count(number: int) -> dict[str, str]:
    return {
        "Tabell": f"T{number // 20}",
        "Kategori": f"K{number}",
        "År": "2020",
        "Kvinnor": str(number % 9),
        "Män": "7",
    }


def _small_count(chance: random.Random) -> Callable[[int], dict[str, str]]:
    return lambda number: {
        "Tabell": "T",
        "Kategori": f"Grupp {number}",
        "År": "2020",
        "Kvinnor": str(chance.randrange(9)),
        "Män": str(chance.randrange(9)),
        "Annat/ej uppgett": str(chance.randrange(3)),
    }


def _survey(number: int) -> dict[str, str]:
    return {"Fråga": f"F{number}", "Grupp": "G", "Vilka": "alla", "Antal svar": "9", "Positivt": "50"}


def _own_row(number: int) -> dict[str, str]:
    kind = "kolumner" if number == 0 else "belopp"
    return {"Tabell": "T", "Radslag": kind, "Rad": f"R{number}", "Värde 1": str(number)}


def _control(number: int) -> dict[str, str]:
    return {"Uppgift": f"arets_resultat_{number}", "År": "2020", "Belopp": "1"}


def _roll(number: int) -> dict[str, str]:
    return {"Post": "Avsättningar", "Not": "A", "Del": f"D{number}", "Radslag": "ingående", "I år": "1"}


def _names(chance: random.Random) -> Iterator[Attack]:
    near = sorted({near_name(chance) for _ in range(1_200)})[:1_000]
    spread = iter(near * 3)
    yield Attack("1 000 near names", _many(1_000, lambda n: {"Nyckel": near[n]}, "Verksamheter"), EVERYTHING)
    yield Attack(
        "1 000 near names in costs", changed(rows(INCOME, (COST | {"Verksamhet": next(spread)} for _ in range(1_000))))
    )
    yield Attack("1 000 unknown near names", changed(_unknown(near)), place="Verksamhet")
    yield Attack("500 other names in a cell", changed(rows("Verksamheter", [_others(near[:500])])))
    yield Attack("1 000 near headings", changed(rows("Innehåll", (_block(each) for each in near))))
    yield Attack("1 000 near tabs", changed(lambda s: s.update({n: Sheet({(1, 1): "a"}) for n in near})))
    yield Attack("near columns", changed(_near_columns(chance)), place="kostnader")
    for letters in (32_000, 200_000):
        for kind, letter in (("word", "a"), ("blanks", " x"), ("digits", "7"), ("dashes", "-"), ("commas", "1,")):
            text = letter * (letters // len(letter))
            yield Attack(
                f"name of {letters} {kind}", changed(rows("Verksamheter", [{"Nyckel": Typed(text)}])), place="Verksamh"
            )
            yield Attack(
                f"note row of {letters} {kind}", changed(rows(INCOME, [COST | {"Notrad": Typed(text)}])), place="kostn"
            )
    yield Attack("heading of 32 000", changed(rows("Innehåll", [_block(Typed("å" * 32_000))])), place="Innehåll")
    yield Attack("association of 32 000", changed(setting("Förbundets namn", "Ä" * 32_000)), EVERYTHING)
    yield Attack("tab of 32 000", changed(lambda s: s.update({"f" * 32_000: Sheet({(1, 1): "a"})})))


def _unknown(names: Iterable[str]) -> Change:
    return rows(INCOME, (COST | {"Verksamhet": each, "Notrad": each} for each in names))


def _others(names: Iterable[str]) -> dict[str, str]:
    return {"Nyckel": "Teamet", "Andra namn": Typed("; ".join(names))}


def _near_columns(chance: random.Random) -> Change:
    return lambda s: s[INCOME].cells.update(
        {(HEADING_ROW, 20 + n): near_name(chance, "Utfall i år") for n in range(1_000)}
    )


def _cells() -> Iterator[Attack]:
    for label in ("Räkenskapsår", "Förbundets namn", "Organisationsnummer"):
        for kind, text in _odd_texts():
            yield Attack(f"{label}: {kind}", changed(setting(label, text)))
    for kind, text in _odd_numbers():
        xml = f'<row r="300"><c r="A300" t="inlineStr"><is><t>Verksamhetens kostnader</t></is></c>{text}</row>'
        yield Attack(f"amount: {kind}", part(sheet_part(INCOME), into_data(xml)), place="kostn")
    for kind, letter in letters_of_classes():
        text = Typed(letter * (32_000 // len(letter)))
        yield Attack(f"text of {kind}", changed(rows("Innehåll", [_block("Prov") | {"Text": text}])))
        yield Attack(f"amount text of {kind}", changed(rows(INCOME, [COST | {"Utfall i år": text}])), (CHECK,))
        yield Attack(f"note text of {kind}", changed(rows("Noter", [{"Not": "N", "Slag": "text", "Text": text}])))


def _odd_texts() -> Iterator[tuple[str, str]]:
    yield "control characters", "a\x01\x1b[31m\x9bb"
    yield "nul escapes", "_x0000__x001B__xD800_"
    yield "right to left", "\u202eabc\u2066\u200f"
    yield "10 000 digits", "9" * 10_000
    yield "combining", "a" + "\u0301" * 30_000


def _odd_numbers() -> Iterator[tuple[str, str]]:
    for each in ("1e308", "1e309", "-1e400", "nan", "inf", "1e-400", "9" * 5_000, "9" * 10_000, "0x10", "1_000", ""):
        yield f"{each[:8]} {len(each)}", f'<c r="G300"><v>{each}</v></c>'
    yield "date 1e300", '<c r="G300" s="1"><v>1e300</v></c>'
    yield "date -1", '<c r="G300" s="1"><v>-1</v></c>'
    yield "style 99999999", '<c r="G300" s="99999999"><v>1</v></c>'
    yield "style -1", '<c r="G300" s="-1"><v>1</v></c>'
    yield "string 99999999", '<c r="G300" t="s"><v>99999999</v></c>'
    yield "string -1", '<c r="G300" t="s"><v>-1</v></c>'
    yield "place ZZZ9999999999", '<c r="ZZZ9999999999"><v>1</v></c>'
    yield "place A0", '<c r="A0"><v>1</v></c>'
    yield "place G300 twice", '<c r="G300"><v>1</v></c><c r="G300"><v>2</v></c>'
    yield "iso date", '<c r="G300" t="d"><v>99999-99-99T99:99</v></c>'


def letters_of_classes() -> Iterator[tuple[str, str]]:
    """Letters of every class that a pattern may ask for, over and over."""
    yield "brackets", "["
    yield "stars", "*"
    yield "quotes", "> "
    yield "underscores", "_"
    yield "backticks", "`"
    yield "braces", "{{"
    yield "closed braces", "{{a}}"
    yield "pipes", "|"
    yield "pipe rows", "|a|\n|-|\n"
    yield "digits", "1"
    yield "numbers", "1 000 kr. "
    yield "percentages", "12,5 % "
    yield "blanks", "a" + " " * 50
    yield "tabs", "\n\t|\t" + "\t" * 19_000 + "x"
    yield "hard blanks", "1\u00a0"
    yield "dots", "1."
    yield "commas", "1,"
    yield "dashes", "a-"
    yield "minuses", "\u2212"
    yield "capitals", "Aa "
    yield "sentences", "Kostnaderna ökade med 12 procent till 3 000 kr. "
    yield "years", "2019 2020 "
    yield "list items", "- a\n"
    yield "deep list", "- " * 100
    yield "links", "[a](b) "
    yield "notes", "^[a]"
    yield "open notes", "^["
    yield "pictures", "![a](b.png)\n"
    yield "tags", "<a>"
    yield "open tags", "<a "
    yield "entities", "&amp;"
    yield "backslashes", "\\"
    yield "headings", "# a\n"
    yield "number words", "tjugofem "
    yield "semicolons", "a;"
    yield "parentheses", "("
    yield "names", "Kansli Finansiering "


def _xml() -> Iterator[Attack]:
    income = sheet_part(INCOME)
    merged = "".join(f'<mergeCell ref="A{row}:C{row}"/>' for row in range(300, 10_300))
    overlapping = "".join(f'<mergeCell ref="A1:Z{row}"/>' for row in range(1, 5_000))
    for kind, areas in (
        ("10 000 areas", merged),
        ("overlapping areas", overlapping),
        ("whole sheet", '<mergeCell ref="A1:XFD1048576"/>'),
        ("backwards", '<mergeCell ref="Z99:A1"/>'),
        ("senseless", '<mergeCell ref="A:A"/><mergeCell ref="#REF!"/><mergeCell ref=""/>'),
        ("beyond", '<mergeCell ref="A1:ZZZ999999999999999999"/>'),
    ):
        yield Attack(f"merged: {kind}", part(income, into_sheet(f"<mergeCells>{areas}</mergeCells>")))
    for number in ("1048577", "99999999999999999999", "-5", "1e300", "nan", "x", "0"):
        xml = f'<row r="{number}"><c><v>1</v></c></row>'
        yield Attack(f"row number {number}", part(income, into_data(xml)), place="kostn|underlag.xlsx")
    nested = "<a>" * 200_000 + "</a>" * 200_000
    yield Attack("200 000 nested elements", part(income, into_data(nested)))
    yield Attack("nested in a cell", part(income, into_data(f'<row r="300"><c r="A300">{nested}</c></row>')))
    rich = f"<is>{'<r><rPr><b/></rPr><t>a</t></r>' * 200_000}</is>"
    yield Attack("200 000 runs in a cell", part(income, into_data(f'<row r="300"><c r="N300">{rich}</c></row>')))
    yield Attack("a million shared strings", _shared_strings(1_000_000))
    yield Attack("a million styles", part("xl/styles.xml", lambda xml: xml.replace("<xf/>", "<xf/>" * 1_000_000)))
    yield Attack("attributes", part(income, lambda xml: xml.replace("<row ", f"<row {_attributes(200_000)} ", 1)))
    yield Attack("billion laughs", part(income, lambda xml: f"{_laughs()}{xml}"), place="underlag.xlsx", refused=True)
    yield Attack("no sheet data", part(income, lambda _: "<worksheet/>"))
    yield Attack("empty part", part(income, lambda _: ""), place="underlag.xlsx", refused=True)
    yield Attack("not XML", part(income, lambda _: "\x00\x01\x02"), place="underlag.xlsx", refused=True)
    for code in ("0" * 200_000, '"' * 100_000, "[" * 100_000, ";" * 100_000, "#,##0.0" * 20_000, "_" * 100_000):
        yield Attack(f"number format {code[:8]}", part("xl/styles.xml", _with_format(code)))


def _attributes(count: int) -> str:
    return " ".join(f'a{number}="1"' for number in range(count))


def _laughs() -> str:
    return '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def _with_format(code: str) -> Callable[[str], str]:
    written = code.replace('"', "&quot;")
    formats = f'<numFmts count="1"><numFmt numFmtId="4" formatCode="{written}"/></numFmts>'
    return lambda xml: xml.replace("<fonts", f"{formats}<fonts", 1)


def _shared_strings(count: int) -> Callable[[Path], None]:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relation = f'<Relationship Id="rIdS" Type="{kind}" Target="sharedStrings.xml"/>'
    return parts(
        {
            "xl/sharedStrings.xml": lambda _: f'<sst xmlns="{main}">{"<si><t>a</t></si>" * count}</sst>',
            "xl/_rels/workbook.xml.rels": lambda xml: xml.replace("</Rel", f"{relation}</Rel"),
        }
    )


def _archives(chance: random.Random) -> Iterator[Attack]:
    yield Attack("zip entry of 200 MB", _entries(1, 200_000_000), place="underlag.xlsx", refused=True)
    yield Attack("100 zip entries of 10 MB", _entries(100, 10_000_000), place="underlag.xlsx", refused=True)
    yield Attack("100 000 zip entries", _entries(100_000, 0), place="underlag.xlsx")
    yield Attack("zip that is cut", lambda folder: _cut(folder / BOOK), place="underlag.xlsx", refused=True)
    yield Attack(
        "noise", lambda folder: _bytes(folder / BOOK, chance.randbytes(100_000)), place="underlag", refused=True
    )
    yield Attack("100 MB of noise", _bytes_of(b"x", 100_000_000), place="underlag.xlsx", refused=True)
    yield Attack("empty file", _bytes_of(b"", 0), place="underlag.xlsx", refused=True)


def _bytes(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _bytes_of(letter: bytes, count: int) -> Callable[[Path], None]:
    return lambda folder: _bytes(folder / BOOK, letter * count)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-2_000])


def _entries(count: int, size: int) -> Callable[[Path], None]:
    def put(folder: Path) -> None:
        with zipfile.ZipFile(folder / BOOK, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for number in range(count):
                archive.writestr(f"xl/media/{number}.bin", b"\0" * size)

    return put
