"""Lists: every item has a body, definition lists have items, and a list of contents is one."""

from typing import Any

import pydyf

from generator.document.tags.tree import Kid, Node

NUMBERINGS = {
    "decimal": "Decimal",
    "disc": "Disc",
    "circle": "Circle",
    "square": "Square",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
}
"""CSS's names of the marks before items, and PDF's; a list with other marks, or none, is not named."""


def put_lists_right(node: Node) -> None:
    """Give every list below ``node`` items, every item one body, and every marked list its kind of marks."""
    for kid in node.nodes():
        put_lists_right(kid)
    if node.kind != "L":
        return
    node.kids = _items(node.kids)
    for item in node.nodes():
        item.kids = _label_and_body(item.kids)
    numbering = NUMBERINGS.get(_mark_style(node))
    if numbering and any(kid.kind == "Lbl" for item in node.nodes() for kid in item.nodes()):
        node.attributes = pydyf.Dictionary({"O": "/List", "ListNumbering": f"/{numbering}"})


def _mark_style(node: Node) -> str:
    """CSS's name of the marks of a list with marks; the terms of a definition list are none."""
    if node.made is None or node.made.tag not in ("ul", "ol"):
        return ""
    style: Any = node.made.box.style["list_style_type"]
    return style if isinstance(style, str) else ""


def _items(kids: list[Kid]) -> list[Kid]:
    """Make items of what stands in a list: terms with what follows them, and boxes around such pairs."""
    items: list[Node] = []
    for kid in kids:
        if isinstance(kid, Node) and kid.kind in ("LI", "Caption"):
            items.append(kid)
        elif isinstance(kid, Node) and any(below.kind in ("Lbl", "LBody") for below in kid.nodes()):
            kid.kind = "LI"
            items.append(kid)
        elif items and items[-1].made is None and not _begins_item(kid):
            items[-1].kids.append(kid)
        else:
            items.append(Node("LI", [kid]))
    return list(items)


def _begins_item(kid: Kid) -> bool:
    return isinstance(kid, Node) and kid.kind == "Lbl"


def _label_and_body(kids: list[Kid]) -> list[Kid]:
    """Put all of an item but its mark into one body: blank lines in Markdown leave paragraphs right in the item.

    What is said of one term, each thing for itself, is as many paragraphs, so that none runs on into the next.
    """
    labels: list[Kid] = [kid for kid in kids if isinstance(kid, Node) and kid.kind == "Lbl"]
    rest = [kid for kid in kids if not (isinstance(kid, Node) and kid.kind == "Lbl")]
    bodies = [kid for kid in rest if isinstance(kid, Node) and kid.kind == "LBody"]
    if len(rest) == 1 and bodies:
        return labels + rest
    said = [body for body in bodies if body.made is not None and body.made.tag == "dd"]
    if len(said) > 1:
        for each in said:
            each.kind = "P" if all(kid.is_inline() for kid in each.nodes()) else "Div"
        return [*labels, Node("LBody", rest)]
    body = bodies[0] if bodies else Node("LBody")
    body.kids = [inner for kid in rest for inner in _opened(kid)]
    return [*labels, body]


def _opened(kid: Kid) -> list[Kid]:
    return kid.kids if isinstance(kid, Node) and kid.kind == "LBody" else [kid]


def name_contents(node: Node, *, in_nav: bool = False) -> None:
    """Make the lists of a ``<nav>`` what PDF has for them: a table of contents, whose items refer to places."""
    in_nav = in_nav or (node.made is not None and node.made.tag == "nav")
    if in_nav and node.kind == "L":
        node.kind, node.attributes = "TOC", None
        for item in node.nodes():
            item.kind = "TOCI"
            item.kids = [inner for kid in item.kids for inner in _references(kid)]
    for kid in node.nodes():
        name_contents(kid, in_nav=in_nav)


def _references(kid: Kid) -> list[Kid]:
    """A line's body becomes a reference; lists within it stand beside it."""
    if not isinstance(kid, Node) or kid.kind != "LBody":
        return [kid]
    lists: list[Kid] = [below for below in kid.nodes() if below.kind == "L"]
    kid.kids = [below for below in kid.kids if not (isinstance(below, Node) and below.kind == "L")]
    kid.kind = "Reference"
    return [kid, *lists]
