"""Captions: that of a table stands in it, whether it is seen beside it or only heard."""

from generator.document.tags.record import SPOKEN
from generator.document.tags.tree import Kid, Node

BELOW = "below"
"""The class of a caption that stands under its table."""


def place_captions(document: Node) -> None:
    """Put each caption beside a table into it; notes that the caption calls stand after the table then."""
    for parent in list(document.walk()):
        for table in [kid for kid in parent.nodes() if kid.kind == "Table"]:
            own = next((kid for kid in table.nodes() if kid.kind == "Caption"), None)
            if own is None:
                _take(parent, table)
            elif own.made is not None:
                own.spoken = own.made.html.get(SPOKEN, "")


def _take(parent: Node, table: Node) -> None:
    """Take the caption right before a table, or the one below it, into the table."""
    kids = parent.kids
    at = first = next(place for place, kid in enumerate(kids) if kid is table)
    while first and _is_note(kids[first - 1]):
        first -= 1
    before = _caption(kids[first - 1 : first], below=False)
    after = _caption(kids[at + 1 : at + 2], below=True)
    if before:
        before.kind = "Caption"
        table.kids.insert(0, before)
        kids[first - 1 : at + 1] = [table, *kids[first:at]]
    elif after:
        after.kind = "Caption"
        table.kids.append(after)
        del kids[at + 1]


def _is_note(kid: Kid) -> bool:
    return isinstance(kid, Node) and kid.kind == "Note"


def _caption(kids: list[Kid], *, below: bool) -> Node | None:
    """The paragraph that names a table, where it is what stands there."""
    node = next((kid for kid in kids if isinstance(kid, Node) and kid.kind == "P"), None)
    if node is None or node.made is None or node.made.html is None:
        return None
    classes = str(node.made.html.get("class", "")).split()
    return node if "caption" in classes and (BELOW in classes) == below else None
