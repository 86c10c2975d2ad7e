"""The tag tree as plain nodes: read from the PDF that WeasyPrint has made, and easy to move about."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pydyf

from generator.document.tags.record import Made


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a page's content: the page, as a reference, and the number that the content is marked with."""

    page: bytes
    mcid: int


@dataclass(frozen=True, slots=True, eq=False)
class LinkArea:
    """A place on a page that can be clicked: the annotation, and the object that ties it to the tree."""

    page: bytes
    annotation: Any
    tie: Any


@dataclass(slots=True, eq=False)
class Node:
    """An element of the tree. ``made`` is None for runs of text and for elements that the repair adds.

    ``spoken`` is read in place of what the element shows.
    """

    kind: str
    kids: list["Kid"] = field(default_factory=list)
    made: Made | None = None
    element: Any = None
    identifier: str = ""
    spoken: str = ""
    attributes: Any = None

    def nodes(self) -> Iterator["Node"]:
        """The elements right below this one."""
        return (kid for kid in self.kids if isinstance(kid, Node))

    def walk(self) -> Iterator["Node"]:
        """This element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(kid for kid in reversed(node.kids) if isinstance(kid, Node))

    def key(self) -> tuple[int, str, str] | None:
        """What tells the pieces of one thing: they come from the same element and are of the same kind."""
        if self.made is None or self.made.html is None:
            return None
        return id(self.made.html), self.made.tag, self.kind

    def is_inline(self) -> bool:
        """Tell whether this stands in a line of text."""
        return self.made.is_inline() if self.made else self.kind == "Span"

    def is_anonymous_in(self, parent: "Node") -> bool:
        """Tell whether this is a box that the layout put in ``parent``, for a column or beside a block."""
        if self.made is None or parent.made is None or self.made.html is None:
            return False
        same = self.made.html is parent.made.html and self.made.tag == parent.made.tag
        return same and self.kind in (parent.kind, "NonStruct")


Kid: TypeAlias = Node | Mark | LinkArea


def at(pdf: Any, reference: bytes) -> Any:
    """The object that a reference such as ``b"12 0 R"`` leads to."""
    return pdf.objects[int(reference.split()[0])]


def tree_root(pdf: Any) -> Any:
    """The root of the tag tree, which is no element itself."""
    return at(pdf, pdf.catalog["StructTreeRoot"])


def read_tree(pdf: Any, made: dict[int, Made]) -> Node:
    """Read the tree from the element Document and down."""
    return _read(pdf, at(pdf, tree_root(pdf)["K"][0]), made)


def _read(pdf: Any, element: Any, made: dict[int, Made]) -> Node:
    node = Node(element["S"][1:], made=made.get(element.number), element=element)
    node.kids = [_read_kid(pdf, element, kid, made) for kid in element["K"]]
    return node


def _read_kid(pdf: Any, element: Any, kid: int | bytes, made: dict[int, Made]) -> Kid:
    if isinstance(kid, int):
        return Mark(element["Pg"], kid)
    below = at(pdf, kid)
    if below["Type"] == "/OBJR":
        return LinkArea(below["Pg"], at(pdf, below["Obj"]), below)
    return _read(pdf, below, made)


def new_element(pdf: Any) -> Any:
    """Add an element to the PDF; what it says is written with the tree."""
    element = pydyf.Dictionary({"Type": "/StructElem"})
    pdf.add_object(element)
    return element
