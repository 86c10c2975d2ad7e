"""Writing the repaired tree back: parents, the numbers of marked content, IDs, and artifacts for what is left out."""

from collections.abc import Iterable
from typing import Any

import pydyf

from generator.document.tags.tree import Kid, LinkArea, Mark, Node, at, new_element, tree_root

ARTIFACT = {"Type": "/Pagination"}
PIXEL = 0.75
"""Points in a CSS pixel."""


class UntaggedContentError(Exception):
    """Content that the tree names is not found on its page, as with text in a box that is partly transparent."""


def write_tree(pdf: Any, document: Node, superfluous: Iterable[LinkArea]) -> None:
    """Write the tree, and make everything that is not in it an artifact."""
    _drop_annotations(pdf, superfluous)
    owners: dict[Mark, bytes] = {}
    ties: dict[int, bytes] = {}
    _write(pdf, document, tree_root(pdf).reference, owners, ties)
    _number_parents(pdf, owners, ties)
    _mark_artifacts(pdf, owners)
    _write_identifiers(pdf, document)
    _clear_what_is_left(pdf, document)


def _write(pdf: Any, node: Node, parent: bytes, owners: dict[Mark, bytes], ties: dict[int, bytes]) -> None:
    """Write an element and all below it, and note which element each piece of content and each area belongs to."""
    element = node.element = node.element or new_element(pdf)
    element["S"], element["P"] = f"/{node.kind}", parent
    if node.kind == "Figure":
        _place_figure(pdf, element)
    if node.spoken:
        element["ActualText"] = pydyf.String(node.spoken)
    if node.attributes:
        element["A"] = node.attributes
    for kid in node.kids:
        if isinstance(kid, Node):
            _write(pdf, kid, element.reference, owners, ties)
        elif isinstance(kid, Mark):
            owners[kid] = element.reference
        else:
            ties[kid.annotation["StructParent"]] = element.reference
    element["K"] = pydyf.Array(_kid(element, kid) for kid in node.kids)


def _kid(element: Any, kid: Kid) -> Any:
    """How an element names what is below it; content of another page than its own must say which."""
    if isinstance(kid, Node):
        return kid.element.reference
    if isinstance(kid, LinkArea):
        return kid.tie.reference
    if kid.page == element["Pg"]:
        return kid.mcid
    return pydyf.Dictionary({"Type": "/MCR", "Pg": kid.page, "MCID": kid.mcid})


def _place_figure(pdf: Any, element: Any) -> None:
    """Say where a picture is in points from the page's foot; WeasyPrint says it in pixels from the head."""
    height = at(pdf, element["Pg"])["MediaBox"][3]
    left, top, right, bottom = element["A"]["BBox"]
    box = (left * PIXEL, height - bottom * PIXEL, right * PIXEL, height - top * PIXEL)
    element["A"]["BBox"] = pydyf.Array(box)


def _drop_annotations(pdf: Any, areas: Iterable[LinkArea]) -> None:
    for area in areas:
        page = at(pdf, area.page)
        page["Annots"] = pydyf.Array(kept for kept in page["Annots"] if kept != area.annotation.reference)
        area.annotation.clear()


def _number_parents(pdf: Any, owners: dict[Mark, bytes], ties: dict[int, bytes]) -> None:
    """Write the way back, from content and annotations to elements; null where nothing in the tree owns it."""
    numbers = at(pdf, tree_root(pdf)["ParentTree"])
    pages = pdf.page_references
    written = pydyf.Array()
    for index, page in enumerate(pages):
        count = len(numbers["Nums"][2 * index + 1])
        written.extend((index, pydyf.Array(owners.get(Mark(page, mcid), "null") for mcid in range(count))))
    for number in sorted(ties):
        written.extend((number, ties[number]))
    numbers["Nums"] = written


def _mark_artifacts(pdf: Any, owners: dict[Mark, bytes]) -> None:
    """Turn content that no element owns into artifacts: running heads, and the heads that tables repeat."""
    found = set()
    for page in pdf.page_references:
        content = at(pdf, at(pdf, page)["Contents"]).stream
        for index in (index for index, item in enumerate(content) if item == b"BDC"):
            mark = Mark(page, content[index - 1].get("MCID", -1))
            if mark in owners:
                found.add(mark)
            else:
                content[index - 2 : index] = ("/Artifact", pydyf.Dictionary(ARTIFACT))
    if len(found) < len(owners):
        lost = len(owners) - len(found)
        raise UntaggedContentError(f"{lost} pieces of content are not on their page: is opacity used on text?")


def _write_identifiers(pdf: Any, document: Node) -> None:
    named = {node.identifier: node.element for node in document.walk() if node.identifier}
    names = pydyf.Array()
    for identifier, element in sorted(named.items()):
        element["ID"] = pydyf.String(identifier)
        names.extend((element["ID"], element.reference))
    if names:
        tree_root(pdf)["IDTree"] = pydyf.Dictionary({"Names": names})


def _clear_what_is_left(pdf: Any, document: Node) -> None:
    """Empty the elements and ties outside the tree, so that no reader finds them by looking through the file."""
    used = {node.element.number for node in document.walk()}
    used |= {kid.tie.number for node in document.walk() for kid in node.kids if isinstance(kid, LinkArea)}
    for thing in pdf.objects:
        if (
            isinstance(thing, pydyf.Dictionary)
            and thing.get("Type") in ("/StructElem", "/OBJR")
            and thing.number not in used
        ):
            thing.clear()
