"""A workbook as its parts, changed as XML: what mutations of cells, rows, columns and tabs work on.

It knows nothing of how the program reads: what is typed in it is told by a small reader of its own, ``typed_in``.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element, ParseError, SubElement, fromstring, register_namespace, tostring

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
BOOK, BOOK_RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
OWN, GUIDE, LISTS = "_", "Läs mig", "Listor"

_CELL = re.compile(r"([A-Z]+)(\d+)")

register_namespace("", MAIN)
register_namespace("r", RELATIONS)


def tag(name: str) -> str:
    """The tag of a spreadsheet's element."""
    return f"{{{MAIN}}}{name}"


def column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def place_of(cell: Element) -> tuple[int, int]:
    """The row and column that a cell names; zeros where it names none."""
    match = _CELL.fullmatch(cell.get("r", ""))
    return (int(match[2]), column_number(match[1])) if match else (0, 0)


class Book:
    """The parts of a workbook, those that are being changed as XML."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = dict(parts)
        self._roots: dict[str, Element] = {}

    def root(self, part: str) -> Element:
        """A part's XML, to be changed."""
        if part not in self._roots:
            self._roots[part] = fromstring(self.parts[part])  # noqa: S314 - our own
        return self._roots[part]

    def settle(self) -> None:
        """Write what was changed as XML back into its parts."""
        for part, root in self._roots.items():
            self.parts[part] = tostring(root, encoding="utf-8", xml_declaration=True)
        self._roots.clear()

    def packed(self) -> bytes:
        """The file, not compressed: it is read once."""
        self.settle()
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, content in self.parts.items():
                archive.writestr(zipfile.ZipInfo(name), content)
        return stream.getvalue()

    def sheets(self) -> list[Element]:
        """The tabs as the list of them has them."""
        return list(self.root(BOOK).iter(tag("sheet")))

    def tabs(self) -> dict[str, str]:
        """The part of each tab by the tab's name, of those whose part is there."""
        targets = {each.get("Id"): each.get("Target", "") for each in self.root(BOOK_RELATIONS)}
        found = {}
        for sheet in self.sheets():
            target = targets.get(sheet.get(f"{{{RELATIONS}}}id"), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in self.parts:
                found[sheet.get("name", "")] = part
        return found

    def data(self, part: str) -> Element:
        """The rows of a tab."""
        found = self.root(part).find(tag("sheetData"))
        return Element(tag("sheetData")) if found is None else found


def opened(data: bytes) -> Book:
    """Take a workbook apart."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return Book({name: archive.read(name) for name in archive.namelist()})


# Cells ---------------------------------------------------------------------------------------------------------------


def text_of(cell: Element) -> str:
    """What stands in a cell, as text."""
    inline = "".join(each.text or "" for each in cell.iter(tag("t")))
    value = cell.findtext(tag("v")) or ""
    return inline or value


def is_number(cell: Element) -> bool:
    return cell.get("t", "n") == "n" and bool(cell.findtext(tag("v")))


def cleared(cell: Element) -> Element:
    """Take away what stands in a cell, but not its style."""
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    return cell


def put_text(cell: Element, text: str) -> None:
    cleared(cell).set("t", "inlineStr")
    inner = SubElement(SubElement(cell, tag("is")), tag("t"))
    inner.text = text
    inner.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def put_value(cell: Element, value: str, kind: str = "", formula: str = "") -> None:
    """Put a stored value; ``kind`` is ``b`` for a truth, ``e`` for an error, ``str`` for a formula's text."""
    cleared(cell)
    if kind:
        cell.set("t", kind)
    if formula:
        SubElement(cell, tag("f")).text = formula
    SubElement(cell, tag("v")).text = value


def cell_at(data: Element, row: int, column: int) -> Element:
    """The cell at a place, made where there is none."""
    rows = [each for each in data if each.get("r") == str(row)]
    line = rows[0] if rows else None
    if line is None:
        line = Element(tag("row"), r=str(row))
        before = sum(1 for each in data if int(each.get("r", "0")) < row)
        data.insert(before, line)
    for cell in line:
        if place_of(cell)[1] == column:
            return cell
    cell = Element(tag("c"), r=f"{column_letters(column)}{row}")
    line.insert(sum(1 for each in line if place_of(each)[1] < column), cell)
    return cell


def renumbered(line: Element, row: int) -> None:
    """Give a row and its cells another number."""
    line.set("r", str(row))
    for cell in line:
        _, column = place_of(cell)
        cell.set("r", f"{column_letters(column)}{row}")


# What is typed -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TypedCell:
    """A cell that somebody sees something in; ``formula`` is one whose value the file does not have."""

    row: int
    column: int
    text: str
    formula: bool = False
    number: bool = False


@lru_cache(maxsize=400)
def typed_in(xml: bytes, shared: tuple[str, ...] = ()) -> tuple[TypedCell, ...]:
    """What is typed in a tab. Nothing where its XML cannot be read."""
    try:
        root = fromstring(xml)  # noqa: S314 - our own
    except ParseError:
        return ()
    return tuple(_typed(root, shared))


def _typed(root: Element, shared: tuple[str, ...]) -> Iterator[TypedCell]:
    row, column = 0, 0
    for cell in root.iter():
        if cell.tag.endswith("}row"):
            number = cell.get("r", "")
            row, column = int(number) if number.isdecimal() else row + 1, 0
        if not cell.tag.endswith("}c"):
            continue
        row, column = place_of(cell) if cell.get("r") else (row, column + 1)
        text, formula = "", ""
        for child in cell.iter():
            name = child.tag.rpartition("}")[2]
            if name == "f":
                formula = child.text or ""
            elif name == "t":
                text += child.text or ""
            elif name == "v":
                text = child.text or ""
        if cell.get("t") == "s" and text.isdigit():
            text = shared[int(text)] if int(text) < len(shared) else ""
        if text.strip() or (formula and cell.get("t") != "str"):
            yield TypedCell(row, column, text or f"={formula}", not text, is_number(cell))


def shared_texts(parts: dict[str, bytes]) -> tuple[str, ...]:
    """The texts that cells refer to by number."""
    if "xl/sharedStrings.xml" not in parts:
        return ()
    root = fromstring(parts["xl/sharedStrings.xml"])  # noqa: S314 - our own
    return tuple("".join(each.text or "" for each in item.iter() if each.tag.endswith("}t")) for item in root)
