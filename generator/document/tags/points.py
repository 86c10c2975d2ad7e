"""The points of a draft: each is read after the heading, the text or the table that it is about, not after them all.

They are laid out on sheets of their own, so that nothing but an attribute tells what belongs together: what is drawn of
a point has its number in ``OF_POINT``, and what it is about the numbers of all its points in ``HAS_POINTS``.
"""

from collections.abc import Iterable

from generator.document.tags.record import HAS_POINTS, OF_POINT
from generator.document.tags.tree import Kid, Node

_OF_TABLES = frozenset({"TR", "TD", "TH", "THead", "TBody", "TFoot", "Table"})
"""What nothing can stand between but what is of a table too."""
_GROUPS = frozenset({"Sect", "Div", "Part", "Art", "Document"})
"""What is about all that stands in it, so that its points come first there."""


def take_points(document: Node) -> list[Node]:
    """Take what is drawn of points out of the tree."""
    taken: list[Node] = []
    for parent in list(document.walk()):
        own = [kid for kid in parent.nodes() if _told(kid, OF_POINT)]
        if own:
            taken += own
            parent.kids = [kid for kid in parent.kids if kid not in own]
    return taken


def place_points(document: Node, taken: Iterable[Node]) -> None:
    """Put what was taken after what it is about; in the order in which it was drawn."""
    waiting: dict[str, list[Node]] = {}
    for node in taken:
        waiting.setdefault(_told(node, OF_POINT), []).append(node)
    if waiting:
        _place(document, [], waiting)
    for nodes in waiting.values():
        document.kids.extend(nodes)


def _place(node: Node, above: list[Node], waiting: dict[str, list[Node]]) -> None:
    path = [*above, node]
    for kid in list(node.nodes()):
        _place(kid, path, waiting)
    found = [each for number in _told(node, HAS_POINTS).split() for each in waiting.pop(number, ())]
    if not found:
        return
    if node.kind in _GROUPS or not above:
        node.kids[:0] = found
        return
    depth = len(path) - 1
    while depth > 1 and (path[depth].kind in _OF_TABLES and path[depth - 1].kind in _OF_TABLES):
        depth -= 1
    around, child = path[depth - 1], path[depth]
    index = next(number for number, kid in enumerate(around.kids) if kid is child) + 1
    while index < len(around.kids) and _is_point(around.kids[index]):
        index += 1  # of a row further up in the same table
    around.kids[index:index] = found


def _is_point(kid: Kid) -> bool:
    return isinstance(kid, Node) and bool(_told(kid, OF_POINT))


def _told(node: Node, attribute: str) -> str:
    made = node.made
    return "" if made is None or made.html is None or "::" in made.tag else str(made.html.get(attribute) or "")
