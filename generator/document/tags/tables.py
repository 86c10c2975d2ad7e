"""Tables: every head says something and what it heads, and every cell names its heads.

The heads are found anew in the joined table. WeasyPrint finds them page by page, where the head may be missing, and
is a column off beside cells that span rows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pydyf

from generator.document.tags.record import GROUP, UNDER
from generator.document.tags.tree import Node

ROW, COLUMN = "Row", "Column"
SCOPES = {"row": ROW, "rowgroup": ROW, "col": COLUMN, "colgroup": COLUMN}


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell and its place in the grid: the rows and columns that it covers."""

    node: Node
    row: Node
    scope: str
    rows: range
    columns: range

    def heads(self, other: "_Cell") -> bool:
        """Tell whether this cell is a head of ``other``: in a row of it, or above it in a column of it."""
        if self.scope == ROW:
            return _overlap(self.rows, other.rows)
        return self.scope == COLUMN and _overlap(self.columns, other.columns) and self.rows.stop <= other.rows.start


def _overlap(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def name_heads(document: Node) -> None:
    """Give every head of every table its scope and an ID, and every other cell the IDs of its heads."""
    tables = (node for node in document.walk() if node.kind == "Table")
    for number, table in enumerate(tables, 1):
        _head_nothing_without_words(table)
        cells = list(_grid(table))
        heads = [cell for cell in cells if cell.scope]
        for index, head in enumerate(heads, 1):
            head.node.identifier = f"table-{number}-head-{index}"
            head.node.attributes = _attributes(head, Scope=f"/{head.scope}")
        _name_heads_of_cells(cells, heads)


def _head_nothing_without_words(table: Node) -> None:
    """Let what says nothing be no head, such as the corner above the rows' labels."""
    for node in table.walk():
        if node.kind == "TH" and not any(below.kind == "Figure" for below in node.walk()) and not _says_something(node):
            node.kind = "TD"
            node.element.pop("ID", None)


def _says_something(node: Node) -> bool:
    return node.made is None or bool(node.made.text())


def _name_heads_of_cells(cells: Iterable[_Cell], heads: list[_Cell]) -> None:
    of_row: dict[int, list[_Cell]] = {}
    of_columns = [head for head in heads if head.scope == COLUMN]
    groups = {_told(head.row, GROUP): head.node.identifier for head in heads if _told(head.row, GROUP)}
    for head in heads:
        for row in head.rows if head.scope == ROW else ():
            of_row.setdefault(row, []).append(head)
    cells = tuple(cells)
    width = max((cell.columns.stop for cell in cells), default=0)
    for cell in cells:
        names = [groups[number] for number in _told(cell.row, UNDER).split() if number in groups]
        if not cell.scope:
            is_whole = width > 1 and len(cell.columns) == width  # of no column more than of another
            near = [head for row in cell.rows for head in of_row.get(row, ())] + ([] if is_whole else of_columns)
            names += [head.node.identifier for head in near if head.heads(cell)]
            cell.node.attributes = _attributes(cell, Headers=_named(names))
        elif cell.scope == ROW and names:
            cell.node.attributes["Headers"] = _named(names)


def _named(names: Iterable[str]) -> pydyf.Array:
    return pydyf.Array(pydyf.String(name) for name in dict.fromkeys(names))


def _told(row: Node, attribute: str) -> str:
    return "" if row.made is None or row.made.html is None else str(row.made.html.get(attribute) or "")


def _attributes(cell: _Cell, **own: object) -> pydyf.Dictionary:
    spans = {"RowSpan": len(cell.rows), "ColSpan": len(cell.columns)}
    return pydyf.Dictionary({"O": "/Table"} | {name: span for name, span in spans.items() if span > 1} | own)


def _grid(table: Node) -> Iterator[_Cell]:
    """Place the cells: each takes the first column of its row that no cell above reaches into."""
    taken: set[tuple[int, int]] = set()
    for row, (part, tr) in enumerate(_rows(table)):
        column = 0
        for node in tr.nodes():
            while (row, column) in taken:
                column += 1
            height, width = _span(node, "RowSpan"), _span(node, "ColSpan")
            cell = _Cell(node, tr, _scope(node, part), range(row, row + height), range(column, column + width))
            taken.update((r, c) for r in cell.rows for c in cell.columns)
            yield cell


def _rows(table: Node) -> Iterator[tuple[str, Node]]:
    for part in table.nodes():
        yield from ((part.kind, row) for row in part.nodes() if row.kind == "TR")


def _span(node: Node, name: str) -> int:
    return int(node.element.get("A", {}).get(name, 1))


def _scope(node: Node, part: str) -> str:
    """What a head heads: as the HTML says, otherwise its column in the table's head and its row elsewhere."""
    if node.kind != "TH" or node.made is None:
        return ""
    return SCOPES.get(node.made.html.get("scope", ""), COLUMN if part == "THead" else ROW)
