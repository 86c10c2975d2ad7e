"""The texts of a workbook: runs put together, readings left out, and the format's own escapes decoded."""

import re
from xml.etree.ElementTree import Element

from generator.ground.names import normalised
from generator.workbook.package import tags

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LIKE_AN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_TEXT, _RUN = tags("t"), tags("r")


def text_of(element: Element) -> str:
    """The text of a string item or an inline string: its own, or that of its runs.

    A phonetic run (``rPh``) says how an East Asian word is read; no cell shows it.
    """
    parts: list[str] = []
    for child in element:
        if child.tag in _TEXT:
            parts.append(child.text or "")
        elif child.tag in _RUN:
            parts += (text.text or "" for text in child if text.tag in _TEXT)
    return decoded("".join(parts))


def decoded(text: str) -> str:
    """Give a stored text as the cell shows it: ``_x00E5_`` is å, and what cannot be seen is not there."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
        # Two escapes may be the halves of one letter; half a letter can be neither printed nor written.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return normalised(text)


def unless_blank(text: str) -> str | None:
    """The text, or None where a reader sees nothing."""
    return text if text.strip() else None


def escaped(text: str) -> str:
    """Give a text as it is stored, so that a typed ``_x00E5_`` is not taken for an escape."""
    return _LIKE_AN_ESCAPE.sub("_x005F_", text)
