"""The elements of a report's page, whoever wrote its templates, by the anchors of blocks and the keys of tables."""

from collections.abc import Iterator
from typing import Any

from generator.report.bites import Bite
from generator.report.points import Point

_TABLE = "tabell-"
"""What the id of a table begins with, before its key."""


class Tree:
    """The elements of a page by id, and what each stands in."""

    def __init__(self, root: Any) -> None:
        self._around = {child: parent for parent in root.iter() for child in parent}
        self._named = {name: element for element in root.iter() if (name := element.get("id"))}

    def elements(self, point: Point) -> Iterator[Any]:
        """What a point is about, of what the page has: the likeliest first."""
        return (element for bite in point.bites if (element := self.element(bite)) is not None)

    def element(self, bite: Bite) -> Any | None:
        """The row that a bite is about, or what has its block's anchor; None where the page has neither."""
        anchored = self._named.get(bite.anchor)
        if anchored is None:
            return None
        inside = self.section(anchored)
        rows = (row for key, number in bite.rows[:1] for row in _row(inside, key, number))
        return next(rows, anchored)

    def around(self, element: Any) -> Any | None:
        """What an element stands in."""
        return self._around.get(element)

    def part(self, element: Any) -> Any:
        """The part of its section that an element stands in; the section itself where that is meant."""
        while not is_section(element) and (around := self.around(element)) is not None and not is_section(around):
            element = around
        return element

    def section(self, element: Any) -> Any:
        """The section that an element begins."""
        while not is_section(element) and element in self._around:
            element = self._around[element]
        return element


def is_section(element: Any) -> bool:
    """Whether an element is the place of a block: on a screen it is no section where it has no heading."""
    return bool(element.tag == "section" or "block" in str(element.get("class") or "").split())


def _row(section: Any, key: str, number: int) -> Iterator[Any]:
    """A row of the table with a key; of the only one, whatever it is called."""
    tables = list(section.iter("table"))
    named = [table for table in tables if _is_called(table.get("id") or "", f"{_TABLE}{key}")]
    for table in named or tables[: len(tables) == 1]:
        rows = [row for body in table.iter("tbody") for row in body if row.tag == "tr"]
        yield from rows[number : number + 1]


def _is_called(name: str, wanted: str) -> bool:
    """Whether an id is the wanted one, or that of the same table placed again."""
    return name == wanted or (name.startswith(f"{wanted}-") and name.removeprefix(f"{wanted}-").isdecimal())
