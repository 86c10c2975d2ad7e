"""The texts of the fact sheets as Markdown: words as they stand, and a text that its heading leads in."""

import re

_BEGINS_A_BLOCK = re.compile(r"\s*(?:[-*+>#|]\s|\d+[.)]\s| {4})")
_MARKS = re.compile(r"([\\`*_\[\]<>])")


def led_in(heading: str, text: str) -> str:
    """Begin a text with its heading in bold: on its first line, or before it where it begins with a list."""
    lead = f"**{plain(heading.rstrip(':'))}:**"
    return f"{lead}\n\n{text}" if _BEGINS_A_BLOCK.match(text) else f"{lead} {text}"


def plain(words: str) -> str:
    """Words that are no Markdown, as Markdown that shows them as they stand."""
    return _MARKS.sub(r"\\\1", words)
