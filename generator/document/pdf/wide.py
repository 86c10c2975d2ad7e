"""Tables that are wider than their place, found in a finished layout, and what each of their columns needs."""

import importlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.document.pdf.fitting import Need
from generator.document.tags.boxes import is_a
from generator.document.tags.record import NOTE_ELEMENT

SLACK = 0.5
"""Pixels that a text may stand outside its cell: measures are rounded."""
POINTS_PER_PIXEL = 0.75
NUMBER = re.compile(r"\W*\d(?:[\d\W]*\d)?(?:[\s\u00a0%]*[^\W\d]{0,16})?\W*")
"""What is never broken: a number with its sign and its unit."""
LONGEST_WORD = 7.6
"""Ems of a word that a column has room for, about sixteen letters; a longer one is divided."""
ROWS_HEADS = 10.0
"""Ems that the column of the rows' heads has room for, where they need it."""
NARROWEST = 1.2
ROUNDING = 0.1
"""Ems that a text may come out wider than it was measured."""
CALL = 1.0
"""Ems of a call for a footnote."""
CHANGED = "fitted"
"""The class of a table that has been given new measures."""


@dataclass(slots=True)
class Wide:
    """A table that leaves its place: its element, the letters and the room it has, in points, and its cells' styles."""

    element: Any
    size: float
    room: float
    turned_room: float
    styles: dict[int, Any] = field(default_factory=dict)


def wide_tables(document: Any) -> list[Wide]:
    """The tables of a layout that are wider than their place, or have a cell that its text leaves."""
    found: dict[int, Wide] = {}
    for page in document.pages:
        paper = page._page_box  # noqa: SLF001
        turned = paper.margin_height() - (paper.margin_width() - paper.width)
        for table, parent in _tables(paper):
            if id(table.element) not in found and _is_wide(table, parent):
                found[id(table.element)] = Wide(
                    table.element,
                    table.style["font_size"] * POINTS_PER_PIXEL,
                    parent.width * POINTS_PER_PIXEL,
                    turned * POINTS_PER_PIXEL,
                )
    for page in document.pages if found else ():
        for table, _ in _tables(page._page_box):  # noqa: SLF001
            if id(table.element) in found:
                _take_styles(table, found[id(table.element)].styles)
    return list(found.values())


def _tables(paper: Any) -> Iterator[tuple[Any, Any]]:
    """The tables of a page, each with the box that it has its room in."""
    waiting: list[tuple[Any, Any, Any]] = [(paper, None, None)]
    while waiting:
        box, parent, around = waiting.pop()
        if is_a(box, "TableBox") and box.element.tag == "table":
            yield box, around
        if not is_a(box, "MarginBox") and not is_a(box, "LineBox"):
            waiting.extend((getattr(kid, "_box", kid), box, parent) for kid in reversed(getattr(box, "children", ())))


def _is_wide(table: Any, parent: Any) -> bool:
    end = parent.content_box_x() + parent.width + SLACK
    if table.border_box_x() + table.border_width() > end:
        return True
    return any(_leaves(cell, end) for cell in _cells(table))


def _cells(table: Any) -> Iterator[Any]:
    for group in table.children:
        for row in group.children:
            yield from row.children


def _leaves(cell: Any, end: float) -> bool:
    """Tell whether a text leaves its cell, or a number in it is broken over two lines."""
    low, high = cell.position_x - SLACK, min(cell.position_x + cell.border_width() + SLACK, end)
    before = None
    for text in _texts(cell):
        if text.position_x < low or text.position_x + text.width > high or (before and _is_broken(before, text, cell)):
            return True
        before = text
    return False


def _is_broken(one: Any, two: Any, cell: Any) -> bool:
    """Tell whether a number is broken between the ends of two lines."""
    if not (one.text[-1:].isdigit() and two.text[:1].isdigit()) or two.position_x >= one.position_x + one.width - SLACK:
        return False
    return f"{one.text[-4:]}{two.text[:4]}" in "".join(cell.element.itertext())


def _texts(cell: Any) -> Iterator[Any]:
    """The texts of a cell, those in tables of its own left out."""
    waiting = list(reversed(cell.children))
    while waiting:
        box = waiting.pop()
        if is_a(box, "TextBox"):
            yield box
        elif not is_a(box, "TableBox"):
            waiting.extend(reversed(getattr(box, "children", ())))


def _take_styles(table: Any, styles: dict[int, Any]) -> None:
    for cell in _cells(table):
        for text in _texts(cell):
            if id(cell.element) not in styles or text.style["font_weight"] > styles[id(cell.element)]["font_weight"]:
                styles[id(cell.element)] = text.style


def needs_of(wide: Wide, grid: Iterable[Iterable[tuple[Any, int]]]) -> list[Need]:
    """What each column needs, in ems; ``grid`` has each row's cells with the place that they begin in."""
    least: dict[int, float] = {}
    wanted: dict[int, float] = {}
    words: dict[int, bool] = {}
    for row in grid:
        for cell, place in row:
            style = wide.styles.get(id(cell))
            if style is None or int(cell.get("colspan", 1)) > 1:
                continue
            text = own_words(cell)
            tokens = [token for token in re.split(r"[ \t\n]+", text) if token]
            calls = CALL * sum(1 for _ in cell.iter(NOTE_ELEMENT))
            longest = max((_least(token, style) for token in tokens), default=0.0) + calls
            least[place] = max(least.get(place, NARROWEST), longest)
            wanted[place] = max(wanted.get(place, 0.0), min(ems(text.strip(), style), 4 * LONGEST_WORD) + calls)
            in_head = cell.tag == "th" and cell.get("scope") in {"col", "colgroup"}
            words[place] = words.get(place, False) or (not in_head and not is_number(text.strip()) and len(text) > 1)
    columns = range(max(least, default=-1) + 1)
    needs = [Need(least.get(at, NARROWEST), wanted.get(at, 0.0), not words.get(at, True)) for at in columns]
    if needs:
        needs[0] = Need(max(needs[0].least, min(wanted.get(0, 0.0), ROWS_HEADS)), needs[0].wanted, counts=False)
    return needs


def own_words(cell: Any) -> str:
    """The words of a cell, those of its footnotes and of tables in it left out."""
    parts = [cell.text or ""]
    for kid in cell:
        if kid.tag not in {NOTE_ELEMENT, "table"}:
            parts.append(" " if kid.tag in {"br", "p", "li"} else "")
            parts.append(own_words(kid))
        parts.append(kid.tail or "")
    return "".join(parts)


def is_number(token: str) -> bool:
    """Tell whether a word is a number, perhaps with its sign and its unit."""
    return NUMBER.fullmatch(token) is not None


def _least(token: str, style: Any) -> float:
    """The ems of a word, or of as much of it as must stand on a line."""
    width = ems(token, style)
    return width if is_number(token) else min(width, LONGEST_WORD)


def ems(text: str, style: Any) -> float:
    """How wide a text is on one line, in ems of its letters."""
    if not text:
        return 0.0
    lines = importlib.import_module("weasyprint.text.line_break")
    layout = lines.Layout(style)
    layout.set_text(text)
    line, _ = layout.get_first_line()
    width, _ = lines.line_size(line, style)
    layout.deactivate()
    return float(width / style["font_size"]) + ROUNDING
