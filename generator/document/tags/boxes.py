"""The boxes of a finished layout, before it is written: what is walked through to see what the layout did to the text.

Pages keep their boxes in a private attribute of WeasyPrint, so this is tied to the versions that ``pyproject.toml``
allows, as ``tags.record`` is.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any


def boxes_of(document: Any) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """All boxes of the pages in order, each with those around it, outermost first; not those of running heads."""
    for page in document.pages:
        yield from boxes_on(page)


def boxes_on(page: Any) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """The boxes of one page, as those of all."""
    waiting: list[tuple[Any, tuple[Any, ...]]] = [(page._page_box, ())]  # noqa: SLF001
    while waiting:
        box, around = waiting.pop()
        if around:
            yield box, around
        inside = (*around, box)
        # What is placed absolutely stands behind a placeholder.
        kids = [getattr(kid, "_box", kid) for kid in getattr(box, "children", ())]
        waiting.extend((kid, inside) for kid in reversed(kids) if not is_a(kid, "MarginBox"))


def is_a(box: object, name: str) -> bool:
    """Tell whether a box is of a kind, by the name of its class: importing WeasyPrint takes half a second."""
    return name in _kinds(type(box))  # type: ignore[arg-type] # every class but a few can be hashed


@cache
def _kinds(kind: type) -> frozenset[str]:
    return frozenset(above.__name__ for above in kind.__mro__)
