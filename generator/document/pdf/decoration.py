"""Pictures that are only decoration, with an empty description: drawn, and never read aloud."""

from typing import Any

from generator.document.tags.record import SILENT
from generator.model.columns import DECORATION


def silence_decoration(root: Any) -> None:
    """Let what reads aloud pass over the pictures of ``root``, an HTML document as a tree, that have an empty alt."""
    for picture in root.iter("img"):
        if picture.get("alt") is not None and not picture.get("alt").strip():
            picture.set(SILENT, "")
            picture.set("alt", DECORATION)  # WeasyPrint asks for words of every picture
