"""Footnotes: each is read after the paragraph that calls it, not where its page ends, amid a sentence."""

from dataclasses import dataclass

from generator.document.tags.tree import Kid, Node

CLOSED = frozenset({"P", "H1", "H2", "H3", "H4", "H5", "H6"})
"""What holds one run of text only, so that a note stands after it."""
OPEN = frozenset({"LBody", "LI", "Lbl", "TD", "TH"})
"""What holds blocks, however it is drawn."""
CALL = "Reference"


def take_notes(node: Node) -> list[Node]:
    """Take the notes out of the tree, so that they do not part the pieces of what goes on over the page."""
    taken: list[Node] = []
    for parent in list(node.walk()):
        taken.extend(kid for kid in parent.nodes() if kid.kind == "Note")
        parent.kids = [kid for kid in parent.kids if not (isinstance(kid, Node) and kid.kind == "Note")]
    return taken


def place_notes(document: Node, notes: list[Node]) -> None:
    """Put each note after the text that calls it; pieces of one note become one."""
    waiting: dict[int, Node] = {}
    for note in notes:
        first = waiting.setdefault(_origin(note), note)
        if first is not note:
            first.kids.extend(note.kids)
    for call in _calls(document, []):
        note_of_call = waiting.pop(_origin(call.node), None)
        if note_of_call:
            _place(call.above, note_of_call)
    document.kids.extend(waiting.values())


def _origin(node: Node) -> int:
    return id(node.made.html) if node.made else id(node)


@dataclass(frozen=True, slots=True)
class _Call:
    """A call to a note, and the elements above it from the outermost in, the call itself last."""

    node: Node
    above: list[Node]


def _calls(node: Node, above: list[Node]) -> list[_Call]:
    """All calls in reading order; a list, since the tree changes while they are served."""
    path = [*above, node]
    if node.kind == CALL:
        return [_Call(node, path)]
    return [call for kid in node.nodes() for call in _calls(kid, path)]


def _place(path: list[Node], note: Node) -> None:
    """Put ``note`` in the innermost element of ``path`` that may hold blocks, after the run of text with the call."""
    depth = next(i for i in range(len(path) - 2, -1, -1) if _may_hold_blocks(path[: i + 1]))
    holder, child = path[depth], path[depth + 1]
    index = next(i for i, kid in enumerate(holder.kids) if kid is child) + 1
    while index < len(holder.kids) and _goes_on(child, holder.kids[index]):
        index += 1
    holder.kids.insert(index, note)


def _may_hold_blocks(path: list[Node]) -> bool:
    holds = path[-1].kind in OPEN or not path[-1].is_inline()
    return holds and not any(node.kind in CLOSED for node in path)


def _goes_on(child: Node, following: Kid) -> bool:
    """Tell whether ``following`` stands before the place: the rest of the line, or a note of the same text."""
    if not isinstance(following, Node):
        return True
    return following.kind == "Note" or (child.is_inline() and following.is_inline())
