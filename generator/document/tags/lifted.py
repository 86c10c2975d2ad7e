"""Tables in cells of others: one with a caption follows after the table that it stands in, with its notes.

In a cell a table is lost to who goes from cell to cell, and its words are those of the cell. One without a caption of
its own is about the cell alone, and stays.
"""

from generator.document.tags.tree import Kid, Node

_CELLS = frozenset({"TD", "TH"})
_CAPTION = frozenset({"caption"})
_AFTER = frozenset({"below", "table-note"})
"""The classes of what stands after a table and belongs to it."""


def lift_tables(document: Node) -> None:
    """Take each table out of the cell that it stands in."""
    for parent in list(document.walk()):
        for table in [kid for kid in parent.kids if _is_table(kid)] if parent.kind not in _CELLS else ():
            inner = [kid for cell in table.walk() if cell.kind in _CELLS for kid in _taken(cell)]  # type: ignore[union-attr]
            at = next(place for place, kid in enumerate(parent.kids) if kid is table) + 1
            while at < len(parent.kids) and _has(parent.kids[at], _AFTER):
                at += 1
            parent.kids[at:at] = inner


def _taken(cell: Node) -> list[Kid]:
    """Take the tables out of a cell, from the first one's caption to the last one's notes."""
    kids = cell.kids
    tables = [place for place, kid in enumerate(kids) if place and _is_table(kid) and _has(kids[place - 1], _CAPTION)]
    if not tables:
        return []
    first, end = tables[0] - 1, tables[-1] + 1
    while end < len(kids) and _has(kids[end], _AFTER):
        end += 1
    cell.kids = kids[:first] + kids[end:]
    return kids[first:end]


def _is_table(kid: Kid) -> bool:
    return isinstance(kid, Node) and kid.kind == "Table"


def _has(kid: Kid, classes: frozenset[str]) -> bool:
    if not isinstance(kid, Node) or kid.made is None or kid.made.html is None:
        return False
    return not classes.isdisjoint(str(kid.made.html.get("class", "")).split())
