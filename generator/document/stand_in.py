"""What stands in for a picture that is missing, where one looks at a report under way."""

from collections.abc import Callable
from typing import Any

from generator.document.errors import DrawingError

NO_PICTURE = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='90' viewBox='0 0 320 90'%3E"
    "%3Crect width='319' height='89' x='.5' y='.5' fill='%23f4e3e3' stroke='%23a4161a' stroke-dasharray='6'/%3E"
    "%3Ctext x='160' y='50' text-anchor='middle' font-family='sans-serif' font-size='15' fill='%237a1f1f'%3E"
    "Bilden saknas%3C/text%3E%3C/svg%3E"
)
"""Its address."""


def stand_in(root: Any, fetch: Callable[[str], Any]) -> None:
    """Put it where a page has a picture whose address ``fetch`` refuses."""
    for picture in root.iter("img"):
        try:
            fetch(picture.get("src") or "")
        except (ValueError, DrawingError):
            picture.set("src", NO_PICTURE)
