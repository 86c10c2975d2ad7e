"""Tables that are wider than their place, made to fit in the HTML that is drawn: see ``fitting`` for how.

A table that is turned takes its caption and its notes along, and the heading above where nothing else stands between.
One that is divided becomes several tables, each with the rows' heads, the heads of its columns and a caption.
"""

import copy
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from generator.document.pdf.fitting import PADDING, Fit, fitted
from generator.document.pdf.wide import CHANGED, Wide, is_number, needs_of, own_words
from generator.document.tags.record import NOTE_ELEMENT
from generator.ground.formatting import capital_first

TURNED = "turned"
"""The class of what stands on a turned page; ``base.css`` has its page."""
AFTER = {"table-note", "below"}
"""The classes of what stands after a table and belongs to it: its notes, and a caption below."""
FILLING = 14
"""Rows of a table that fills so much of a turned page that it is better whole there than divided on an upright one."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TOO_WIDE = (
    "%s får inte plats på sidan, inte heller med mindre bokstäver, på en liggande sida eller delad. Korta det längsta "
    "talet eller ordet i tabellen, eller gör sidans marginaler mindre."
)


class TooWideError(Exception):
    """A table fits nowhere; the message says which, in Swedish."""


def fit_tables(root: Any, tables: Sequence[Wide]) -> None:
    """Change ``root``, an HTML document as a tree, so that each of ``tables`` has room.

    Raises:
        TooWideError: one has room nowhere, or has been changed before.

    """
    parents = {kid: parent for parent in root.iter() for kid in parent}
    for wide in tables:
        around = list(_around(wide.element, parents))
        may_turn = all(each.tag in {"section", "div", "main", "body", "html"} for each in around)
        grid = _grid(wide.element)
        room = wide.turned_room if may_turn else None
        fit = fitted(needs_of(wide, grid), wide.size, wide.room, room, fills=len(grid) >= FILLING)
        if fit is None or CHANGED in _classes(wide.element):
            raise TooWideError(TOO_WIDE % _called(root, wide.element, parents))
        if fit.turned:
            _turn(wide.element, parents)
        _divide(wide.element, grid, fit, parents)


def _around(element: Any, parents: dict[Any, Any]) -> Iterator[Any]:
    while element in parents:
        element = parents[element]
        yield element


def _classes(element: Any) -> list[str]:
    return str(element.get("class", "")).split()


def _grid(table: Any) -> list[list[tuple[Any, int]]]:
    """Each row's cells with the column that they begin in."""
    taken: dict[int, int] = {}
    grid = []
    for row in _rows(table):
        cells, place = [], 0
        covered = {column for column, rows in taken.items() if rows}
        taken = {column: rows - 1 for column, rows in taken.items() if rows > 1}
        for cell in row:
            while place in covered:
                place += 1
            cells.append((cell, place))
            span, rows = int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))
            if rows > 1:
                taken |= dict.fromkeys(range(place, place + span), rows - 1)
            place += span
        grid.append(cells)
    return grid


def _rows(table: Any) -> Iterator[Any]:
    for group in table:
        if group.tag == "tr":
            yield group
        elif group.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in group if row.tag == "tr")


# ---------------------------------------------------------------- turned


def _turn(table: Any, parents: dict[Any, Any]) -> None:
    """Put a table on a turned page, with what belongs to it."""
    parent = parents[table]
    kids = list(parent)
    first = last = kids.index(table)
    while first and "caption" in _classes(kids[first - 1]):
        first -= 1
    while last + 1 < len(kids) and AFTER & set(_classes(kids[last + 1])):
        last += 1
    for each in _around(table, parents):
        each.set("class", " ".join(name for name in _classes(each) if name != "keep"))
    if parent.tag == "section" and all(kid.tag in HEADINGS for kid in kids[:first]) and last + 1 == len(kids):
        for section in (parent, *_only_headings_before(parent, parents)):
            section.set("class", f"{section.get('class', '')} {TURNED}")
        return
    turned = Element("div", {"class": TURNED})
    turned.extend(kids[first : last + 1])
    parents |= dict.fromkeys(kids[first : last + 1], turned) | {turned: parent}
    parent[first : last + 1] = [turned]


def _only_headings_before(section: Any, parents: dict[Any, Any]) -> Iterator[Any]:
    """The sections right before one that have nothing but their headings: they are not left behind."""
    before = list(parents[section])
    for each in reversed(before[: before.index(section)]):
        if each.tag != "section" or not len(each) or any(kid.tag not in HEADINGS for kid in each):
            return
        yield each


# ---------------------------------------------------------------- measured and divided


def _divide(table: Any, grid: list[list[tuple[Any, int]]], fit: Fit, parents: dict[Any, Any]) -> None:
    """Give a table its measures, and put each part in a table of its own."""
    places = {id(cell): place for row in grid for cell, place in row}
    parent = parents[table]
    at = list(parent).index(table)
    count = len(fit.parts)
    made = []
    for number, (columns, shares) in enumerate(zip(fit.parts, fit.shares, strict=True)):
        part = _part(table, columns, places, again=number > 0) if count > 1 else table
        _measure(part, fit.size, shares)
        if count > 1:
            made.append(_caption(parent, at, f"del {number + 1} av {count}"))
        made.append(part)
    if count > 1 and at and "caption" in _classes(parent[at - 1]):
        at -= 1
        parent[at : at + 2] = made
    else:
        parent[at : at + 1] = made
    parents |= dict.fromkeys(made, parent)


def _measure(table: Any, size: float, shares: Sequence[float]) -> None:
    table.set("class", f"{table.get('class', '')} {CHANGED}".strip())
    _style(table, f"font-size: {size}pt !important")
    for group in [kid for kid in table if kid.tag in {"colgroup", "col"}]:
        table.remove(group)
    columns = Element("colgroup")
    columns.extend(Element("col", {"style": f"width: {100 * share}% !important"}) for share in shares)
    table.insert(0, columns)
    side = f"{PADDING / 2}em"
    for row in _rows(table):
        for cell in row:
            words = own_words(cell).strip()
            space = "pre-line" if "\n" in words else "nowrap" if is_number(words) else "normal"
            _style(
                cell, f"padding: 1.1mm {side} !important; font-size: 1em !important; white-space: {space} !important"
            )


def _style(element: Any, style: str) -> None:
    element.set("style", f"{element.get('style', '')}; {style}".lstrip("; "))


def _part(table: Any, columns: Sequence[int], places: dict[int, int], *, again: bool) -> Any:
    """A copy of a table with some of its columns."""
    part = copy.deepcopy(table)
    for row, copied in zip(_rows(table), _rows(part), strict=True):
        for cell, kept in zip(list(row), list(copied), strict=True):
            place = places[id(cell)]
            span = range(place, place + int(cell.get("colspan", 1)))
            inside = [column for column in columns if column in span]
            if not inside:
                copied.remove(kept)
            elif len(span) > 1:
                kept.set("colspan", str(len(inside)))
    if again:
        _say_once(part)
    return part


def _say_once(part: Any) -> None:
    """Take the anchors out of a copy, and let its footnotes be those of the first."""
    for element in part.iter():
        for place, kid in enumerate(list(element)):
            note = next(kid.iter(NOTE_ELEMENT), None) if kid.tag in {"a", NOTE_ELEMENT} else None
            if note is not None:
                name = note.get("id", "")
                call = Element("a", {"class": "footnote-again", "href": f"#{name}"})
                call.text, call.tail = name.removeprefix("n"), kid.tail
                element[place] = call
    for element in part.iter():
        element.attrib.pop("id", None)


def _caption(parent: Any, at: int, words: str) -> Any:
    """What stands above a part: the table's caption, and which part it is."""
    before = parent[at - 1] if at and "caption" in _classes(parent[at - 1]) else None
    if before is None:
        caption = Element("p", {"class": "caption"})
        caption.text = capital_first(words)
        return caption
    caption = copy.deepcopy(before)
    last = caption[-1] if len(caption) else None
    if last is None:
        caption.text = f"{caption.text or ''} ({words})"
    else:
        last.tail = f"{last.tail or ''} ({words})"
    return caption


# ---------------------------------------------------------------- named


def _called(root: Any, table: Any, parents: dict[Any, Any]) -> str:
    """What a table is called: by its caption, or by the heading above it."""
    kids = list(parents[table])
    at = kids.index(table)
    if at and "caption" in _classes(kids[at - 1]):
        return f"Tabellen ”{_words(kids[at - 1])}”"
    heading = ""
    for element in root.iter():
        if element is table:
            break
        if element.tag in HEADINGS:
            heading = _words(element)
    return f"En tabell under rubriken ”{heading}”" if heading else "En tabell"


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
