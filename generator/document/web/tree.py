"""HTML as a tree of elements, and back: what is changed for the web is changed there, whoever wrote the template."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, fromstring, tostring

import tinyhtml5
from tinyhtml5 import inputstream

_SVG = "{http://www.w3.org/2000/svg}"


class _Searches(dict[tuple[Iterable[str], bool], re.Pattern[str]]):
    """The patterns that the parser looks for signs by: it files each under itself, and makes it anew at every word."""

    def __missing__(self, asked: tuple[Iterable[str], bool]) -> re.Pattern[str]:
        """Make a pattern as the parser does: of all signs but some, or of those alone."""
        signs, only = asked
        listed = "".join(map(re.escape, signs))
        pattern = self[asked] = re.compile(f"[{'' if only else '^'}{listed}]+")
        return pattern


if hasattr(inputstream, "characters_until_regex"):
    inputstream.characters_until_regex = _Searches()


def tree_of(html: str) -> Element:
    """Read a whole page as a browser does."""
    root: Element = tinyhtml5.parse(html, namespace_html_elements=False)
    for each in root.iter():
        if isinstance(each.tag, str):
            each.tag = each.tag.removeprefix(_SVG)
    return root


def svg_of(data: bytes) -> Element:
    """Read a drawing of our own making, to put into a page."""
    root = fromstring(data)  # noqa: S314 - written by the program itself
    for each in root.iter():
        each.tag = each.tag.removeprefix(_SVG)
    return root


def written(root: Element) -> str:
    """Write a page: the same tree gives the same bytes."""
    return f"<!doctype html>\n{tostring(root, encoding='unicode', method='html')}\n"


def has_class(element: Element, name: str) -> bool:
    """Whether an element has a class."""
    return name in (element.get("class") or "").split()


def with_class(root: Element, name: str) -> list[Element]:
    """The elements that have a class, in order."""
    return [each for each in root.iter() if has_class(each, name)]


def parents_of(root: Element) -> dict[Element, Element]:
    """The parent of each element."""
    return {child: parent for parent in root.iter() for child in parent}


def words(element: Element) -> str:
    """The text of an element, with single blanks."""
    return " ".join("".join(element.itertext()).split())


def made(tag: str, text: str = "", **attributes: str) -> Element:
    """Make an element; ``class_`` is its class, and ``aria_label`` the attribute ``aria-label``."""
    element = Element(tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()})
    element.text = text or None
    return element


def added(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Make an element as the last one in another."""
    element = made(tag, text, **attributes)
    parent.append(element)
    return element


def replace_with(parent: Element, old: Element, new: Element) -> None:
    """Put an element where another stood; what stood after it stays there."""
    new.tail, old.tail = old.tail, None
    parent[list(parent).index(old)] = new
