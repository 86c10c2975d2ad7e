"""The boxes of a finished layout, before it is written: what is walked through to see what the layout did to the text.

Pages keep their boxes in a private attribute of WeasyPrint, so this is tied to the versions that ``pyproject.toml``
allows, as ``tags_record`` is.
"""

from collections.abc import Iterator
from typing import Any


def boxes_of(document: Any) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """All boxes of the pages in order, each with those around it, outermost first; not those of running heads."""
    for page in document.pages:
        yield from _below(page._page_box, ())  # noqa: SLF001


def _below(box: Any, above: tuple[Any, ...]) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    around = (*above, box)
    for kid in getattr(box, "children", ()):
        child = getattr(kid, "_box", kid)  # what is placed absolutely stands behind a placeholder
        if not is_a(child, "MarginBox"):
            yield child, around
            yield from _below(child, around)


def is_a(box: Any, name: str) -> bool:
    """Tell whether a box is of a kind, by the name of its class: importing WeasyPrint takes half a second."""
    return any(kind.__name__ == name for kind in type(box).__mro__)
