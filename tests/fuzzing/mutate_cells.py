"""Mutations of single cells: what fingers, copying and other programs leave in them."""

import random
from collections.abc import Callable, Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from fuzzing.book import (
    cell_at,
    cleared,
    is_number,
    place_of,
    put_text,
    put_value,
    tag,
    text_of,
)
from fuzzing.subject import Folder, mutation, taken

Throws = random.Random

INVISIBLE = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u202a", "\u2066", "\u180e")
BLANKS = ("\u00a0", "\u2009", "\u202f", "\u2007", "\u3000", "\t", "  ", "\u205f")
SPELLINGS = (
    "{grouped}", "{grouped},50", "{whole},00", "{whole}.50", "{dotted}", "{dotted},25", "{commas}.25", "({grouped})",
    "{whole}-", "\u2212{grouped}", "\u2013 {grouped}", "+{whole}", "{grouped} kr", "{whole}kr", "{whole}:-",
    "SEK {whole}", "{whole} SEK", "{thousands} tkr", "{thousands},5 tkr", "{whole} %", "{whole},5 %", "ca {grouped}",
    "{whole}*", "{whole} 1)", "{whole}¹", "'{whole}", "{grouped}.", "kr {grouped}", "{whole} kronor", "1,{whole}",
    "{whole}e3", "0{whole}", "{whole},", "{whole} 000", "{fullwidth}", "{arabic}", "{whole}/2", "={whole}",
    "{grouped} ?", "{whole} st", "{apostrophe}", "{whole}\n", "{grouped}\u200b", "\u202d{grouped}\u202c",
)  # fmt: skip
ODD_TEXTS = (
    "–", "-", "…", "0", "nan", "NaN", "None", "inf", "SANT", "#REF!", "N/A", "x", "Summa", "Totalt", "varav", "Rad",
    "=1+1", "@namn", "<b>fet</b>", "&amp;", "{{ okänd }}", "{% if %}", "{0}", "%s", "\\n", "> 90 procent", "# Rubrik",
    "31. december", "- punkt", "* punkt", "~~struken~~", "^[fotnot]", "[text](adress)", "![bild](bild.png)",
    "a|b|c", "\u202eomvänt", "\U0001f600", "ﬁnans", "e\u0301", "A\u030a", "x" * 400, "ord " * 300, "12" * 200,
    "_x000D_", "_x0041_", "rad\nrad\n\nrad", "1\n2", "tkr", "2020-02-30", "20-12-31", "12-31", "1/2", "5/3 2021",
)  # fmt: skip
ERRORS = ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#SAKNAS!")
NUMBERS = (
    "0", "-0", "1", "-1", "0.5", "1e3", "1E+15", "1e308", "-1e-7", "0.1", "1234567.895", "999999999999", "1e400",
    "12345678901234567890", "44197", "0.005", "2.675", "-12345.67", "1.0000000000001", "100000000", "23", "0.23",
)  # fmt: skip
FORMATS = (
    "0%", "0.0%", '#,##0" tkr"', "0,", "#,##0,", "0.0,,", "yyyy-mm-dd", "d-mmm", "#,##0;(#,##0)", "#,##0;[Red]#,##0",
    '"text"', "@", "General", "[h]:mm", "0.00E+00", "# ?/?", ";;;", '0"%"', "0\\ \\%", '"kr" #,##0', "[$-41D]mmm yy",
    "#,##0.00 [$kr-41D]", "[>=1000]0,;0", '0" st"', "000000", "0;0;", "_-* #,##0_-",
)  # fmt: skip


def filled(folder: Folder, throws: Throws, part: str | None = None) -> Iterator[Element]:
    """The filled cells of a tab taken at random, in a random order."""
    part = part or taken(folder, throws)
    if part is not None:
        cells = [cell for line in folder.book.data(part) for cell in line if text_of(cell)]
        throws.shuffle(cells)
        yield from cells


def one(folder: Folder, throws: Throws, *, numbers: bool | None = None) -> Element | None:
    """A filled cell at random; with ``numbers`` one that holds a number, or one that holds none."""
    for _ in range(6):
        for cell in filled(folder, throws):
            if numbers is None or is_number(cell) is numbers:
                return cell
    return None


def _listed(name: str, values: Sequence[str], put: Callable[[Element, str], None], *, numbers: bool | None) -> None:
    """List a mutation that puts one of some values in a cell."""

    @mutation(f"cells.{name}")
    def change(folder: Folder, throws: Throws) -> None:
        cell = one(folder, throws, numbers=numbers)
        if cell is not None:
            put(cell, throws.choice(values))


def _spelled(cell: Element, spelling: str) -> None:
    """A number as a text, in some spelling."""
    whole = int(abs(float(text_of(cell) or 0)))
    grouped = f"{whole:,}".replace(",", " ")
    put_text(
        cell,
        spelling.replace("{grouped}", grouped)
        .replace("{whole}", str(whole))
        .replace("{dotted}", f"{whole:,}".replace(",", "."))
        .replace("{commas}", f"{whole:,}")
        .replace("{apostrophe}", f"{whole:,}".replace(",", "’"))
        .replace("{thousands}", str(whole // 1000))
        .replace("{fullwidth}", "".join(chr(ord(digit) + 0xFEE0) for digit in str(whole)))
        .replace("{arabic}", "".join(chr(ord(digit) - ord("0") + 0x660) for digit in str(whole))),
    )


_listed("text_number", SPELLINGS, _spelled, numbers=True)
_listed("odd_text", ODD_TEXTS, put_text, numbers=None)
_listed("odd_text_for_number", ODD_TEXTS, put_text, numbers=True)
_listed("odd_number", NUMBERS, put_value, numbers=True)
_listed("number_for_text", NUMBERS, put_value, numbers=False)
_listed("error", ERRORS, lambda cell, value: put_value(cell, value, "e"), numbers=None)
_listed("truth", ("0", "1"), lambda cell, value: put_value(cell, value, "b"), numbers=None)
_listed("formula_text", ("", "text", "1"), lambda cell, value: put_value(cell, value, "str", "A1"), numbers=None)
_listed("uncalculated", ("",), lambda cell, value: put_value(cell, value, "", "SUM(A1:A9)"), numbers=None)


@mutation("cells.invisible", harmless=True)
def invisible(folder: Folder, throws: Throws) -> None:
    """An invisible character in a text."""
    cell = one(folder, throws, numbers=False)
    if cell is not None:
        text, sign = text_of(cell), throws.choice(INVISIBLE)
        at = throws.choice((0, len(text), throws.randrange(len(text) + 1)))
        put_text(cell, text[:at] + sign + text[at:])


@mutation("cells.blank_kind")
def blank_kind(folder: Folder, throws: Throws) -> None:
    """Another kind of blank where a blank stands, or one before or after."""
    cell = one(folder, throws, numbers=False)
    if cell is not None:
        text, blank = text_of(cell), throws.choice(BLANKS)
        put_text(cell, throws.choice((text.replace(" ", blank), blank + text, text + blank)))


@mutation("cells.letters")
def letters(folder: Folder, throws: Throws) -> None:
    """A text in capitals, cut, with two letters swapped, decomposed, or with another's letters in it."""
    cell = one(folder, throws, numbers=False)
    if cell is not None:
        text = text_of(cell)
        at = throws.randrange(len(text))
        swapped = text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]
        others = text.replace("a", "\u0430").replace("o", "\u043e")
        put_text(cell, throws.choice((text.upper(), text[:at] or "x", swapped, f"{text} 2", others, f" {text}")))


@mutation("cells.emptied")
def emptied(folder: Folder, throws: Throws) -> None:
    """Nothing, or blanks, where something stood."""
    cell = one(folder, throws)
    if cell is not None:
        throws.choice((cleared, lambda each: put_text(each, "  "), lambda each: put_text(each, "\u00a0")))(cell)


@mutation("cells.swapped")
def swapped(folder: Folder, throws: Throws) -> None:
    """Two cells of a tab have changed places."""
    cells = list(filled(folder, throws))[:2]
    if len(cells) > 1:
        first, second = cells
        kinds = first.attrib.pop("t", None), second.attrib.pop("t", None)
        children = list(first), list(second)
        for cell, kind, inner in ((first, kinds[1], children[1]), (second, kinds[0], children[0])):
            cell[:] = inner
            if kind:
                cell.set("t", kind)


@mutation("cells.stray")
def stray(folder: Folder, throws: Throws) -> None:
    """Something typed where nothing stood: right of the tables, above them, below, or amid them."""
    part = taken(folder, throws)
    if part is None:
        return
    data = folder.book.data(part)
    rows = [int(line.get("r", "1")) for line in data if len(line)] or [1]
    columns = [place_of(cell)[1] for line in data for cell in line] or [1]
    row = throws.choice((throws.randint(1, 6), throws.randint(1, max(rows)), max(rows) + throws.randint(1, 40)))
    column = throws.choice((throws.randint(1, 4), throws.randint(1, max(columns)), max(columns) + throws.randint(1, 9)))
    cell = cell_at(data, row, column)
    if not text_of(cell):
        if throws.random() < 0.6:
            put_value(cell, str(throws.randint(100, 999999)))
        else:
            put_text(cell, throws.choice(("lös lapp", "se bilaga", "12 345", "Kalle kollar", *ODD_TEXTS)))


@mutation("cells.overwritten")
def overwritten(folder: Folder, throws: Throws) -> None:
    """A number typed over a text: a label, a heading, a name."""
    cell = one(folder, throws, numbers=False)
    if cell is not None:
        put_value(cell, str(throws.randint(1, 99999)))


@mutation("cells.number_format")
def number_format(folder: Folder, throws: Throws) -> None:
    """Another number format on a cell, or on a whole column."""
    cell = one(folder, throws, numbers=throws.choice((True, True, None)))
    styles = "xl/styles.xml"
    if cell is None or styles not in folder.book.parts:
        return
    root = folder.book.root(styles)
    formats, kinds = root.find(tag("numFmts")), root.find(tag("cellXfs"))
    if formats is None:
        formats = Element(tag("numFmts"))
        root.insert(0, formats)
    if kinds is None:
        return
    number = 900 + len(formats)
    SubElement(formats, tag("numFmt"), numFmtId=str(number), formatCode=throws.choice(FORMATS))
    SubElement(kinds, tag("xf"), numFmtId=str(number), applyNumberFormat="1")
    cell.set("s", str(len(kinds) - 1))


@mutation("cells.date")
def date(folder: Folder, throws: Throws) -> None:
    """A date that Excel made of what was typed."""
    number_format(folder, throws)
    cell = one(folder, throws)
    if cell is not None:
        put_value(cell, f"{throws.choice((44197, 44926, 1, 60, 2958465, 0.5, 44197.75, -1, 2958466))}")


@mutation("cells.merged")
def merged(folder: Folder, throws: Throws) -> None:
    """A merged area over some cells."""
    part = taken(folder, throws)
    cell = next(filled(folder, throws, part), None)
    if cell is not None and part is not None:
        row, column = place_of(cell)
        first, last = cell.get("r", "A1"), (row + throws.randint(0, 3), column + throws.randint(0, 3))
        root = folder.book.root(part)
        areas = root.find(tag("mergeCells"))
        if areas is None:
            areas = SubElement(root, tag("mergeCells"))
        from_letters = "".join(filter(str.isalpha, first))
        end = chr(min(ord("Z"), ord(from_letters[-1]) + last[1] - column)) if len(from_letters) == 1 else from_letters
        SubElement(areas, tag("mergeCell"), ref=f"{first}:{end}{last[0]}")


@mutation("cells.rich", harmless=True)
def rich(folder: Folder, throws: Throws) -> None:
    """A text in runs, as one that is partly bold."""
    cell = one(folder, throws, numbers=False)
    if cell is not None:
        text = text_of(cell)
        at = throws.randrange(len(text) + 1)
        inner = cell.find(tag("is"))
        if inner is not None:
            inner[:] = []
            for piece in (text[:at], text[at:]):
                run = SubElement(inner, tag("r"))
                SubElement(SubElement(run, tag("rPr")), tag("b"))
                SubElement(run, tag("t")).text = piece


@mutation("cells.struck")
def struck(folder: Folder, throws: Throws) -> None:
    """A cell whose font is struck out."""
    cell = one(folder, throws)
    if cell is None or "xl/styles.xml" not in folder.book.parts:
        return
    root = folder.book.root("xl/styles.xml")
    fonts, kinds = root.find(tag("fonts")), root.find(tag("cellXfs"))
    if fonts is not None and kinds is not None:
        SubElement(SubElement(fonts, tag("font")), tag("strike"))
        SubElement(kinds, tag("xf"), fontId=str(len(fonts) - 1), applyFont="1")
        cell.set("s", str(len(kinds) - 1))
