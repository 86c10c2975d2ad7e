"""The title of the document, on its cover: one heading, whatever it is drawn of."""

from generator.document.tags.record import SPOKEN, TITLE
from generator.document.tags.tree import Node


def name_title(document: Node) -> None:
    """Make a first heading of what is the title; its lines are no paragraphs then."""
    for node in document.walk():
        html = node.made.html if node.made else None
        if html is not None and html.get(TITLE) is not None and node.kind in {"Div", "Sect", "P", "NonStruct"}:
            node.kind, node.spoken = "H1", html.get(SPOKEN, "")
            for line in node.walk():
                if line is not node and line.kind in {"P", "Div", "NonStruct"}:
                    line.kind = "Span"
