"""How wide a table is at the least, judged by its words: whether it may have to scroll on the narrowest screen."""

import re
from xml.etree.ElementTree import Element

from generator.document.web.tree import has_class

_ROOM = 16.4
"""Rem beside the margins of a screen that is 320 CSS pixels wide."""
_LETTER, _SMALL = 0.48, 0.43
"""Rem that a letter or digit takes, and one of a column's head: a little more than in most fonts, as a stop too many
is better than one too few."""
_HEAD, _GAP = 7.0, 0.9
"""Rem: what web.css gives a row's head at the least, and what stands between two columns."""
_KEPT_WHOLE = "amount"
_PART = re.compile(r"[ \n\u00ad]|(?<=–)|(?<=-)(?!\d)|(?<=[^\W\d]/)(?=[^\W\d])")
"""Where a line may end."""


def may_scroll(table: Element) -> bool:
    """Whether a table may be wider than the narrowest screen, so that one must be able to scroll it by keys."""
    widths: dict[int, float] = {}
    for row in table.iter("tr"):
        for place, cell in enumerate(row):
            if not cell.get("colspan") and not cell.get("rowspan"):
                widths[place] = max(widths.get(place, 0.0), _least(cell))
    return sum(widths.values()) > _ROOM


def _least(cell: Element) -> float:
    text = "".join(cell.itertext())
    whole = cell.tag == "td" and has_class(cell, _KEPT_WHOLE)
    letters = len(text.strip()) if whole else max(map(len, _PART.split(text)))
    row_head = cell.tag == "th" and cell.get("scope") == "row"
    least = letters * (_LETTER if row_head or cell.tag == "td" else _SMALL) + _GAP
    return max(least, _HEAD) if row_head else least
