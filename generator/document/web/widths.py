"""How wide a table is at the least, judged by its words: whether it may have to scroll on the narrowest screen."""

from xml.etree.ElementTree import Element

from generator.document.web.tree import has_class

_ROOM = 16.4
"""Rem beside the margins of a screen that is 320 CSS pixels wide."""
_LETTER = 0.52
"""Rem that a letter or digit of a table takes, a little more than the fonts' own: rather a stop too many than none."""
_HEAD, _GAP = 7.0, 0.9
"""Rem: what web.css gives a row's head at the least, and what stands between two columns."""
_KEPT_WHOLE = "amount"


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
    letters = len(text.strip()) if whole else max(map(len, text.replace("\u00ad", " ").split(" ")), default=0)
    least = letters * _LETTER + _GAP
    return max(least, _HEAD) if cell.tag == "th" and cell.get("scope") == "row" else least
