"""One element for one thing: pieces that pages, columns and lines have cut are joined again."""

from collections.abc import Collection, Iterable, Iterator

from generator.document.tags.boxes import is_a
from generator.document.tags.record import SILENT
from generator.document.tags.tree import Kid, LinkArea, Mark, Node

REPEATED = ("THead", "TFoot")
"""What a table shows again on each page, and a reader must hear once."""
EMPTY_IS_NOTHING = frozenset({"Div", "NonStruct", "Span"})


def drop_leaders(node: Node) -> None:
    """Take the dots of a list of contents out of the tree: they guide the eye and would be read as 80 full stops.

    The areas that can be clicked stay; they belong to the link around.
    """
    for parent in list(node.walk()):
        parent.kids = [kid for old in parent.kids for kid in (_areas(old) if _is_leader(old) else (old,))]


def drop_silent(node: Node) -> None:
    """Take out of the tree what is drawn on each page and is to be read aloud on one."""
    for parent in list(node.walk()):
        parent.kids = [kid for kid in parent.kids if not (isinstance(kid, Node) and _is_silent(kid))]


def drop_blank(node: Node, blank: Collection[tuple[bytes, int]]) -> None:
    """Take out of the tree the spaces between boxes, which are never drawn and would be things of their own."""
    for parent in list(node.walk()):
        parent.kids = [kid for kid in parent.kids if not (isinstance(kid, Mark) and (kid.page, kid.mcid) in blank)]


def _is_silent(node: Node) -> bool:
    return node.made is not None and node.made.html is not None and node.made.html.get(SILENT) is not None


def _is_leader(kid: Kid) -> bool:
    return isinstance(kid, Node) and kid.made is not None and bool(getattr(kid.made.box, "is_leader", False))


def _areas(kid: Kid) -> Iterator[Kid]:
    if isinstance(kid, Node):
        for node in kid.walk():
            yield from (below for below in node.kids if isinstance(below, LinkArea))


def unwrap_anonymous(node: Node) -> None:
    """Take away the boxes that the layout adds inside an element, and keep what is in them."""
    node.kids = list(_unwrapped(node, node.kids))
    for kid in node.nodes():
        unwrap_anonymous(kid)


def _unwrapped(parent: Node, kids: Iterable[Kid]) -> Iterator[Kid]:
    for kid in kids:
        if isinstance(kid, Node) and kid.is_anonymous_in(parent):
            yield from _unwrapped(parent, kid.kids)
        else:
            yield kid


def join_pieces(node: Node) -> None:
    """Join neighbours that are pieces of one thing, from the top down: joined parents make neighbours below."""
    if node.kind == "Table":
        _keep_one_head(node)
    node.kids = _joined_cells(node) if _is_row(node) else _joined_neighbours(node)
    for kid in node.nodes():
        join_pieces(kid)


def _is_row(node: Node) -> bool:
    """Tell whether what is in an element stands side by side: a table's row, or blocks in columns."""
    return any(kid.made is not None and is_a(kid.made.box, "TableCellBox") for kid in node.nodes())


def _joined_neighbours(node: Node) -> list[Kid]:
    joined: list[Kid] = []
    for kid in node.kids:
        last = joined[-1] if joined else None
        if isinstance(kid, Node) and isinstance(last, Node) and _same_thing(last, kid):
            last.kids.extend(kid.kids)
        else:
            joined.append(kid)
    return joined


def _same_thing(one: Node, other: Node) -> bool:
    return one.key() is not None and one.key() == other.key() and one.kind != "Figure"


def _joined_cells(row: Node) -> list[Kid]:
    """Join the cells of a row that was cut: the second halves follow after all the first ones."""
    cells: dict[object, Node] = {}
    for cell in row.nodes():
        first = cells.setdefault(cell.key() or id(cell), cell)
        if first is not cell:
            first.kids.extend(cell.kids)
    return list(cells.values())


def _keep_one_head(table: Node) -> None:
    """Keep the first of each repeated head, and the foot last."""
    seen = set()
    kept: list[Kid] = []
    feet: list[Kid] = []
    for part in table.nodes():
        again = part.kind in REPEATED and part.key() in seen
        seen.add(part.key())
        if not again:
            (feet if part.kind == "TFoot" else kept).append(part)
    table.kids = kept + feet


def drop_empty(node: Node) -> None:
    """Take away boxes that hold nothing, such as the area of a page whose footnotes have moved to their calls."""
    for kid in node.nodes():
        drop_empty(kid)
    node.kids = [
        kid for kid in node.kids if not (isinstance(kid, Node) and kid.kind in EMPTY_IS_NOTHING and not kid.kids)
    ]
