"""What came from what: a record, kept while WeasyPrint makes its tags, of the HTML element behind each PDF element.

WeasyPrint makes its tags page by page and forgets where they came from. Without that knowledge two halves of a table
look like two tables. The record is kept by wrapping two private functions of WeasyPrint, so it is tied to the versions
that ``pyproject.toml`` allows, and says so at once if a version has changed them.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from generator.document.tags.boxes import is_a

BUILD = "_build_box_tree"
NAME = "_get_pdf_tag"
NOTE_ELEMENT = "note"
"""The HTML element that footnotes are written with, and nothing else."""
SPANS = frozenset({"abbr", "b", "cite", "code", "em", "i", "q", "s", "small", "strong", "sub", "sup", "u"})
POINT_ELEMENT = "point"
"""The HTML element of what a draft says beside a page, which is a note on the report too."""
OF_POINT, HAS_POINTS = "data-of-point", "data-has-points"
"""What an element has that is drawn of a point, with its number; and what points are about, with the numbers of all."""
SPOKEN = "data-spoken"
"""What an element has that is read aloud with other words than it shows: the words."""
TITLE = "data-title"
"""What an element has that is the title of the whole document."""
GROUP, UNDER = "data-group", "data-under"
"""What a table's row has that is a heading of others, with its number; and what they have, with the numbers of all."""
SILENT = "data-silent"
"""What an element has that is drawn and never read aloud."""
_SPACES = " \t\n"
OWN_NAMES = {NOTE_ELEMENT: "Note", POINT_ELEMENT: "Note", "dt": "Lbl", "dd": "LBody"} | dict.fromkeys(SPANS, "Span")


class UnknownWeasyPrintError(Exception):
    """This version of WeasyPrint makes its tags in another way than the ones that the repair was written for."""


@dataclass(frozen=True, slots=True)
class Made:
    """What an element of the PDF was made from: a box of the layout, and the HTML element behind it."""

    box: Any
    html: Any
    tag: str

    def text(self) -> str:
        """The text that the box shows, without what is drawn outside it."""
        return "".join(_texts(self.box)).replace(JOINER, "").strip()

    def is_inline(self) -> bool:
        """Tell whether the box stands in a line of text."""
        return is_a(self.box, "InlineLevelBox")


JOINER = "\u2060"
"""Keeps the call of a footnote on the line of its word, and says nothing."""


def _texts(box: Any) -> Iterator[str]:
    yield getattr(box, "text", "") or ""
    for child in getattr(box, "children", ()):
        yield from _texts(child)


@dataclass(slots=True)
class Record:
    """What each element is made from, by its object number.

    And, by page and mark, the texts that end inside a word, and those that are nothing but space.
    """

    made: dict[int, Made] = field(default_factory=dict)
    divided: list[tuple[bytes, int]] = field(default_factory=list)
    blank: set[tuple[bytes, int]] = field(default_factory=set)


@contextmanager
def recorded(tags: ModuleType) -> Iterator[Record]:
    """Record, while in the context, what each element is made from.

    Raises:
        UnknownWeasyPrintError: ``tags`` lacks one of the functions that are wrapped.

    """
    missing = [name for name in (BUILD, NAME) if not callable(getattr(tags, name, None))]
    if missing:
        raise UnknownWeasyPrintError(f"{tags.__name__} has no {' and no '.join(missing)}: the tags cannot be repaired")
    build, name_of = getattr(tags, BUILD), getattr(tags, NAME)
    record = Record()
    setattr(tags, BUILD, _recording(build, record))
    setattr(tags, NAME, _naming(name_of))
    try:
        yield record
    finally:
        setattr(tags, BUILD, build)
        setattr(tags, NAME, name_of)


def _recording(build: Callable[..., Any], record: Record) -> Callable[..., Iterator[Any]]:
    """Wrap the generator that makes the tags; it calls itself by its name, so the wrapper sees every box."""

    def recording(box: Any, parent: Any, pdf: Any, *rest: Any) -> Iterator[Any]:
        item = _item_around(box, parent, pdf)
        page, *_, tags = rest
        for text in _texts_right_in(box):
            place = pdf.page_references[page], tags[text]["mcid"]
            if getattr(text, "is_divided", False):
                record.divided.append(place)
            elif not text.text.strip(_SPACES):
                record.blank.add(place)
        for element in build(box, parent if item is None else item, pdf, *rest):
            # The innermost call comes first, and knows best; page, html and body only pass elements on.
            record.made.setdefault(element.number, Made(box, box.element, box.element_tag or ""))
            if item is None:
                yield element
            else:
                item["K"].append(element.reference)

    return recording


def _texts_right_in(box: Any) -> Iterator[Any]:
    """The texts right in a box, or in its lines."""
    for child in getattr(box, "children", ()):
        texts = child.children if is_a(child, "LineBox") else (child,)
        yield from (text for text in texts if is_a(text, "TextBox"))


def _item_around(box: Any, parent: Any, pdf: Any) -> Any | None:
    """Find the list item that a nested list stands in.

    WeasyPrint hands the outer list over as parent and puts the inner one beside its item, so that the rest of the
    item's text is read before it. The item is the last one made for that outer list.
    """
    if box.element_tag not in ("ul", "ol") or parent["S"] != "/L":
        return None
    made = (item for item in reversed(pdf.objects) if isinstance(item, dict))
    return next((item for item in made if item.get("S") == "/LI" and item["P"] == parent.reference), None)


def _naming(name_of: Callable[[str | None], str]) -> Callable[[str | None], str]:
    """Wrap the function that gives an HTML element's kind in the PDF, for the kinds that it does not know."""

    def naming(tag: str | None) -> str:
        if tag is None or "::" not in tag:
            return OWN_NAMES.get(tag or "") or name_of(tag)
        if tag.endswith("::footnote-call"):
            return "Reference"
        if tag.endswith("::footnote-marker"):
            return "Lbl"
        # What CSS writes before and after a link is part of the link, not one more.
        return "Span" if tag.startswith("a::") else name_of(tag)

    return naming
