"""Headings that a look writes in capitals: they are read as they were typed, not letter by letter."""

from generator.document.tags.tree import Node

_HEADINGS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})


def speak_as_typed(document: Node) -> None:
    """Let headings of nothing but words be spoken with the letters of the HTML."""
    for node in document.walk():
        if node.kind in _HEADINGS and not node.spoken and _is_words(node) and node.made is not None:
            shown, typed = _line(node.made.text()), _line("".join(node.made.html.itertext()))
            if shown != typed and shown.casefold() == typed.casefold():
                node.spoken = typed


def _is_words(node: Node) -> bool:
    return all(below.kind == "Span" for below in node.walk() if below is not node)


def _line(text: str) -> str:
    return " ".join(text.split())
