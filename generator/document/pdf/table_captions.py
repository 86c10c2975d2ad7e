"""A caption for each table that has none to be seen: heard, and neither drawn nor copied.

A reader skips what has nothing on the page, so the caption has a blank; its words stand in the tags
(``tags.captions``).
"""

from typing import Any
from xml.etree.ElementTree import Element

from generator.document.table_names import names_of_tables
from generator.document.tags.boxes import boxes_of
from generator.document.tags.record import SPOKEN

_DRAWN, _BLANK = ".", " "
_NO_ROOM = "font-size: 8pt; line-height: 0; height: 0; margin: 0; padding: 0; border: none; break-after: avoid"


def add_captions(root: Any) -> None:
    """Give the tables below ``root``, an HTML document as a tree, the captions that are not seen."""
    for table, name in names_of_tables(root).items():
        if name.seen is None:
            style = "; ".join(f"{rule} !important" for rule in _NO_ROOM.split("; "))
            caption = Element("caption", {"class": "unseen", SPOKEN: name.words, "style": style})
            caption.text = _DRAWN  # what is blank from the beginning is not drawn, and has no place
            table.insert(0, caption)


def blank_captions(document: Any) -> None:
    """Let the captions of a finished layout draw a blank."""
    for box, _ in boxes_of(document):
        if box.element is not None and box.element.get(SPOKEN) and getattr(box, "text", ""):
            box.pango_layout.text = _BLANK
