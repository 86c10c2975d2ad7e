"""Footnotes and their calls lead to each other: a call that is no link becomes one, and a note's number leads back."""

from collections.abc import Iterator
from typing import Any

import pydyf

from generator.document.tags.boxes import is_a
from generator.document.tags.links import AGAIN, CALL_TEXT, PRINTED
from generator.document.tags.tree import LinkArea, Node, at, tree_root
from generator.document.tags.write import PIXEL

ABOVE, BELOW = 1.0, 0.3
"""What letters need above and below their base line, in sizes of the font."""
BACK_TEXT = "Tillbaka till texten vid fotnot {}"


def link_notes(pdf: Any, document: Node) -> None:
    """Make a link of each note's first call and of the note's number.

    A call is a link already where HTML can say so: not where the note holds a link, since links do not nest there.
    """
    numbers = _free_numbers(pdf)
    linked = {id(node) for link in document.walk() if link.kind == "Link" for node in link.walk()}
    calls = {id(node.made.html): node for node in document.walk() if node.kind == "Reference" and node.made}
    for note in [node for node in document.walk() if node.kind == "Note" and node.made]:
        call = calls.get(id(note.made.html)) if note.made else None
        label = next((node for node in note.walk() if node.kind == "Lbl" and node.made), None)
        if call and label and call.made:
            number = call.made.text()
            _make_link(pdf, label, call, BACK_TEXT.format(number), next(numbers))
            if id(call) not in linked:
                _make_link(pdf, call, label, CALL_TEXT.format(number), next(numbers))
    for link in document.walk():
        if link.kind == "Link" and link.made and link.made.html.get("class") == AGAIN:
            _give_height(pdf, link)


def _give_height(pdf: Any, link: Node) -> None:
    """Let the call of a note that stands elsewhere be as high as its number: its raised line has no height."""
    for area in link.kids:
        if isinstance(area, LinkArea):
            area.annotation["Rect"] = pydyf.Array(_corners(pdf, link))


def _make_link(pdf: Any, node: Node, goal: Node, text: str, number: int) -> None:
    """Put what is in ``node`` in a link to the place of ``goal``; ``number`` ties the area to the tree."""
    page = node.element["Pg"]
    left, bottom, right, top = _corners(pdf, node)
    goal_left, _, _, goal_top = _corners(pdf, goal)
    annotation = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pydyf.Array((left, bottom, right, top)),
            "BS": pydyf.Dictionary({"W": 0}),
            "F": PRINTED,
            "Contents": pydyf.String(text),
            "Dest": pydyf.Array((goal.element["Pg"], "/XYZ", goal_left, goal_top, 0)),
            "StructParent": number,
        }
    )
    pdf.add_object(annotation)
    at(pdf, page).setdefault("Annots", pydyf.Array()).append(annotation.reference)
    tie = pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": page})
    pdf.add_object(tie)
    node.kids = [Node("Link", [LinkArea(page, annotation, tie), *node.kids], element=_element_on(pdf, page))]


def _element_on(pdf: Any, page: bytes) -> Any:
    element = pydyf.Dictionary({"Type": "/StructElem", "Pg": page})
    pdf.add_object(element)
    return element


def _corners(pdf: Any, node: Node) -> tuple[float, float, float, float]:
    """Where an element's letters are, in points from the page's foot; a box in a raised line may have no height."""
    box: Any = node.made.box if node.made else None
    text = next((inner for inner in box.descendants() if is_a(inner, "TextBox")), box)
    height = at(pdf, node.element["Pg"])["MediaBox"][3]
    size = text.style["font_size"] * PIXEL
    base = height - (text.position_y + text.baseline) * PIXEL
    left = box.position_x * PIXEL
    return left, base - BELOW * size, left + box.margin_width() * PIXEL, base + ABOVE * size


def _free_numbers(pdf: Any) -> Iterator[int]:
    """Numbers in the ParentTree that nothing has yet."""
    number = max(at(pdf, tree_root(pdf)["ParentTree"])["Nums"][::2]) + 1
    while True:
        yield number
        number += 1
