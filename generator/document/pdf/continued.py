"""What goes on over a page is named again above it: *Not 3 Fordringar (forts.)*, in the margin of the page.

WeasyPrint makes the heads of the pages when all pages have their boxes. Not before that is it known what goes on;
therefore its function for it is wrapped. A page's head is no part of what is read aloud: who listens hears one table.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from generator.document.pdf.running_heads import LONGEST, shortened
from generator.document.table_names import BELOW
from generator.document.tags.boxes import is_a
from generator.document.tags.record import NOTE_ELEMENT

MARGIN_BOXES = "make_margin_boxes"
STRING = "continued"
"""The string that ``base.css`` shows in the margin."""
GOES_ON = "(forts.)"
WHOLES = {"note", "fact-sheet", "fact-table", "told-rows"}
"""Classes of sections that are named as one, with all that stands in them: a note, what is told of an insats, goals."""

_LAST_WORDS = re.compile(r"(?<=\S) \([^()]*\)$")
"""What stands in parentheses last in a title, as the kind of an insats: two parentheses in a row are one too many."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@contextmanager
def named_again(layout: ModuleType, root: Any) -> Iterator[None]:
    """Name, while in the context, what goes on over the pages of ``root``, an HTML document as a tree."""
    make = getattr(layout, MARGIN_BOXES)
    setattr(layout, MARGIN_BOXES, _naming(make, titles_of(root)))
    try:
        yield
    finally:
        setattr(layout, MARGIN_BOXES, make)


def _naming(make: Callable[..., Any], titles: dict[Any, str]) -> Callable[..., Any]:
    before: set[Any] = set()

    def naming(context: Any, page: Any, state: Any) -> Any:
        here = list(dict.fromkeys(_parts(page, titles)))
        going_on = next((titles[part] for part in here if part in before and context.current_page > 1), "")
        context.string_set[STRING][context.current_page] = [going_on_as(going_on)]
        before.clear()
        before.update(here)
        return make(context, page, state)

    return naming


def going_on_as(title: str) -> str:
    """What a title is called where it goes on; nothing of nothing."""
    return title and f"{_LAST_WORDS.sub('', title)} {GOES_ON}"


def _parts(page: Any, titles: dict[Any, str]) -> Iterator[Any]:
    """The elements with titles that a page shows anything of, outermost first; what is within one is not looked for."""
    waiting = [page]
    while waiting:
        box = waiting.pop()
        if box.element in titles and not box.element_tag.endswith(("::before", "::after")) and _has_text(box):
            yield box.element
        elif not is_a(box, "LineBox"):
            waiting.extend(reversed([getattr(kid, "_box", kid) for kid in getattr(box, "children", ())]))


def _has_text(box: Any) -> bool:
    if is_a(box, "LineBox"):
        return True
    return any(_has_text(getattr(kid, "_box", kid)) for kid in getattr(box, "children", ()))


def titles_of(root: Any) -> dict[Any, str]:
    """What notes, fact sheets and tables are called: their caption, or the heading that they stand under."""
    titles: dict[Any, str] = {}
    heading = caption = ""
    table = None
    for element in root.iter():
        classes = element.get("class", "").split()
        if element.tag in _HEADINGS:
            heading, caption = _words(element), ""
        elif BELOW in classes and table is not None:
            titles[table] = _words(element)
        elif "caption" in classes:
            caption = _words(element)
        elif element.tag == "section":
            caption = ""
            if WHOLES & {*classes}:
                titles[element] = next((_words(kid) for kid in element if kid.tag in _HEADINGS), heading)
        elif element.tag == "table":
            titles[element] = caption or heading
            table, caption = element, ""
    return {element: shortened(title) if len(title) > LONGEST else title for element, title in titles.items() if title}


def _words(element: Any) -> str:
    """The words of a heading, without its footnotes."""
    parts = [element.text or ""]
    for kid in element:
        if kid.tag != NOTE_ELEMENT:
            parts.append(f"{_words(kid)} " if kid.get("class") == "number" else _words(kid))
        parts.append(kid.tail or "")
    return " ".join("".join(parts).split())
