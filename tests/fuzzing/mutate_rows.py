"""Mutations of rows, columns and tabs: deleted, doubled, moved, swapped, inserted, renamed, hidden."""

import copy
import random
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from fuzzing.book import (
    BOOK_RELATIONS,
    PACKAGE,
    RELATIONS,
    cell_at,
    cleared,
    column_letters,
    place_of,
    put_text,
    put_value,
    renumbered,
    tag,
    text_of,
)
from fuzzing.subject import Folder, mutation, taken

Throws = random.Random
NAMES = (
    "Blad1", "Kopia", "_Egen", "Summa", "Budget", "UB i år", "Utfall i år", "Namn", "Not", "Balans", "Resultat", "År",
    "2020", "Belopp", "Kommentar", "Kvinnor", "x", "Innehåll", "Noter (2)", "_",
)  # fmt: skip


def _rows(folder: Folder, throws: Throws) -> tuple[Element, list[Element]]:
    part = taken(folder, throws)
    data = folder.book.data(part) if part else Element("none")
    return data, [line for line in data if any(text_of(cell) for cell in line)]


def _number(line: Element) -> int:
    return int(line.get("r", "0"))


def _shifted(data: Element, after: int, by: int) -> None:
    for line in data:
        if _number(line) > after:
            renumbered(line, _number(line) + by)


def _row_change(name: str) -> Callable[[Callable[[Element, list[Element], Throws], None]], None]:
    """List a mutation of a tab's rows: its data, and its filled rows in order."""

    def listed(change: Callable[[Element, list[Element], Throws], None]) -> None:
        @mutation(f"rows.{name}")
        def mutate(folder: Folder, throws: Throws) -> None:
            data, rows = _rows(folder, throws)
            if rows:
                change(data, rows, throws)

    return listed


@_row_change("deleted")
def _deleted(data: Element, rows: list[Element], throws: Throws) -> None:
    line = throws.choice(rows)
    data.remove(line)
    _shifted(data, _number(line), -1)


@_row_change("many_deleted")
def _many_deleted(data: Element, rows: list[Element], throws: Throws) -> None:
    at = throws.randrange(len(rows))
    for line in rows[at : at + throws.randint(2, 12)]:
        data.remove(line)


@_row_change("cleared")
def _cleared(_: Element, rows: list[Element], throws: Throws) -> None:
    for cell in throws.choice(rows):
        cleared(cell)


@_row_change("doubled")
def _doubled(data: Element, rows: list[Element], throws: Throws) -> None:
    line = throws.choice(rows)
    _shifted(data, _number(line), 1)
    double = copy.deepcopy(line)
    renumbered(double, _number(line) + 1)
    data.insert(list(data).index(line) + 1, double)


@_row_change("moved")
def _moved(data: Element, rows: list[Element], throws: Throws) -> None:
    line, other = throws.choice(rows), throws.choice(rows)
    data.remove(line)
    numbers = [_number(each) for each in data]
    at = throws.choice((list(data).index(other), len(data))) if other is not line else len(data)
    data.insert(at, line)
    for each, number in zip(data, sorted([*numbers, _number(line)]), strict=True):
        renumbered(each, number)


@_row_change("swapped")
def _swapped(data: Element, rows: list[Element], throws: Throws) -> None:
    first, second = throws.choice(rows), throws.choice(rows)
    places, numbers = [list(data).index(each) for each in (first, second)], (_number(first), _number(second))
    data[places[0]], data[places[1]] = second, first
    renumbered(second, numbers[0])
    renumbered(first, numbers[1])


@_row_change("blank")
def _blank(data: Element, rows: list[Element], throws: Throws) -> None:
    _shifted(data, _number(throws.choice(rows)), throws.randint(1, 3))


@_row_change("hidden")
def _hidden(_: Element, rows: list[Element], throws: Throws) -> None:
    throws.choice(rows).set("hidden", "1")


@_row_change("sum")
def _sum(data: Element, rows: list[Element], throws: Throws) -> None:
    """A sum typed under the rows, as people do."""
    below = max(map(_number, rows)) + throws.randint(1, 3)
    put_text(cell_at(data, below, 1), throws.choice(("Summa", "Totalt", "Kontroll", "SUMMA:", "")) or "=")
    for cell in throws.choice(rows):
        if cell.findtext(tag("v")) and cell.get("t", "n") == "n":
            put_value(cell_at(data, below, place_of(cell)[1]), str(throws.randint(1000, 10**7)))


@_row_change("far")
def _far(data: Element, rows: list[Element], throws: Throws) -> None:
    """A row copied far below, or with a title of another section above it."""
    double = copy.deepcopy(throws.choice(rows))
    renumbered(double, throws.choice((500, 5000, 60000, 1048576)))
    data.append(double)


# Columns -------------------------------------------------------------------------------------------------------------


def _columns(data: Element) -> int:
    return max((place_of(cell)[1] for line in data for cell in line), default=1)


def _placed(line: Element, order: Callable[[int], int]) -> None:
    for cell in line:
        row, column = place_of(cell)
        cell.set("r", f"{column_letters(order(column))}{row}")
    line[:] = sorted(line, key=lambda cell: place_of(cell)[1])


def _reordered(data: Element, order: Callable[[int], int]) -> None:
    """Give each column another place; 0 takes it away."""
    for line in data:
        for cell in list(line):
            if not order(place_of(cell)[1]):
                line.remove(cell)
        _placed(line, order)


@mutation("columns.deleted")
def column_deleted(folder: Folder, throws: Throws) -> None:
    """A column is gone, those to its right have moved."""
    part = taken(folder, throws)
    if part:
        data = folder.book.data(part)
        gone = throws.randint(1, _columns(data))
        _reordered(data, lambda column: 0 if column == gone else column - (column > gone))


@mutation("columns.inserted")
def column_inserted(folder: Folder, throws: Throws) -> None:
    """A column amid the others, with or without a heading, with values or without."""
    part = taken(folder, throws)
    if not part:
        return
    data = folder.book.data(part)
    new = throws.randint(1, _columns(data) + 1)
    _reordered(data, lambda column: column + (column >= new))
    rows = [_number(line) for line in data if len(line)]
    if throws.random() < 0.7 and len(rows) > 4:
        put_text(cell_at(data, rows[throws.randint(2, 4)], new), throws.choice(NAMES))
    for row in throws.sample(rows, min(len(rows), throws.randint(0, 4))):
        put_value(cell_at(data, row, new), str(throws.randint(1, 10**6)))


@mutation("columns.swapped")
def columns_swapped(folder: Folder, throws: Throws) -> None:
    """Two columns have changed places, with their headings or without."""
    part = taken(folder, throws)
    if not part:
        return
    data = folder.book.data(part)
    one, other = throws.randint(1, _columns(data)), throws.randint(1, _columns(data))
    order = {one: other, other: one}
    first = throws.choice((0, 6))
    for line in data:
        if _number(line) > first:
            _placed(line, lambda column: order.get(column, column))


@mutation("columns.doubled")
def column_doubled(folder: Folder, throws: Throws) -> None:
    """A column stands once more, last or beside."""
    part = taken(folder, throws)
    if not part:
        return
    data = folder.book.data(part)
    last = _columns(data)
    of, to = throws.randint(1, last), last + throws.randint(1, 2)
    for line in data:
        for cell in list(line):
            row, column = place_of(cell)
            if column == of:
                double = copy.deepcopy(cell)
                double.set("r", f"{column_letters(to)}{row}")
                line.append(double)


@mutation("columns.renamed")
def column_renamed(folder: Folder, throws: Throws) -> None:
    """A heading is another: misspelled, another column's, the user's own, none."""
    part = taken(folder, throws)
    if not part:
        return
    rows = [line for line in folder.book.data(part) if sum(1 for cell in line if text_of(cell)) > 2]
    cells = [cell for line in rows[:2] for cell in line if text_of(cell)]
    if cells:
        cell = throws.choice(cells)
        text = text_of(cell)
        put_text(cell, throws.choice((text + "x", text[1:] or "y", text.upper(), f"_{text}", f"{text} 1", *NAMES)))


# Tabs ----------------------------------------------------------------------------------------------------------------


def _sheet(folder: Folder, throws: Throws) -> tuple[Element, Element] | None:
    """The list of tabs, and one of them at random."""
    lists = list(folder.book.root("xl/workbook.xml").iter(tag("sheets")))
    return (lists[0], throws.choice(list(lists[0]))) if lists and len(lists[0]) else None


def _tab_change(name: str) -> Callable[[Callable[[Element, Element, Throws], None]], None]:
    def listed(change: Callable[[Element, Element, Throws], None]) -> None:
        @mutation(f"tabs.{name}")
        def mutate(folder: Folder, throws: Throws) -> None:
            found = _sheet(folder, throws)
            if found:
                change(*found, throws)

    return listed


@_tab_change("deleted")
def _tab_deleted(sheets: Element, sheet: Element, _: Throws) -> None:
    sheets.remove(sheet)


@_tab_change("renamed")
def _tab_renamed(sheets: Element, sheet: Element, throws: Throws) -> None:
    old = sheet.get("name", "")
    names = {each.get("name", "").casefold() for each in sheets}
    new = [f"{old}x", old[1:], old.upper(), f"_{old}", f"{old} (2)", f" {old}", old.replace(" ", "\u00a0"), *NAMES]
    free = [each[:31] for each in new if each and each[:31].casefold() not in names]
    sheet.set("name", throws.choice(free))


@_tab_change("moved")
def _tab_moved(sheets: Element, sheet: Element, throws: Throws) -> None:
    sheets.remove(sheet)
    sheets.insert(throws.randint(0, len(sheets)), sheet)


@_tab_change("hidden")
def _tab_hidden(_: Element, sheet: Element, throws: Throws) -> None:
    sheet.set("state", throws.choice(("hidden", "veryHidden")))


@mutation("tabs.emptied")
def tab_emptied(folder: Folder, throws: Throws) -> None:
    """A tab without any rows, or with its head alone."""
    part = taken(folder, throws)
    if part:
        data = folder.book.data(part)
        data[:] = [line for line in data if _number(line) <= throws.choice((0, 2, 4, 5))]


@mutation("tabs.doubled")
def tab_doubled(folder: Folder, throws: Throws) -> None:
    """A copy of a tab, as Excel names it, as one's own, or under another's name."""
    found, part = _sheet(folder, throws), None
    if not found:
        return
    sheets, sheet = found
    name = sheet.get("name", "")
    part = folder.book.tabs().get(name)
    if not part:
        return
    folder.book.settle()
    new = f"xl/worksheets/copy{len(sheets)}.xml"
    folder.book.parts[new] = folder.book.parts[part]
    relation = f"copy{len(sheets)}"
    SubElement(
        folder.book.root(BOOK_RELATIONS),
        f"{{{PACKAGE}}}Relationship",
        Id=relation,
        Type=f"{RELATIONS}/worksheet",
        Target=f"/{new}",
    )
    taken_names = {each.get("name", "").casefold() for each in sheets}
    names = [f"{name[:26]} (2)", f"_{name[:29]}", "Blad1", f"{name[:29]} ", "Gammal"]
    free = [each for each in names if each.casefold() not in taken_names] or [f"n{len(sheets)}"]
    attributes = {"name": throws.choice(free), "sheetId": str(90 + len(sheets)), f"{{{RELATIONS}}}id": relation}
    sheets.append(Element(tag("sheet"), attributes))


@mutation("tabs.unit")
def tab_unit(folder: Folder, throws: Throws) -> None:
    """Another unit for the amounts of a tab, or the words for it somewhere else."""
    part = taken(folder, throws, ("Intäkter och kostnader", "Balansposter", "Medlemmar"))
    if part:
        place = throws.choice(((3, 2), (3, 2), (3, 1), (3, 3), (2, 2), (1, 4)))
        words = throws.choice(("tkr", "kr", "mnkr", "Tkr", "kronor", "SEK", "tusental kronor", "öre", "€", "1000"))
        put_text(cell_at(folder.book.data(part), *place), words)
