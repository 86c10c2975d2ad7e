"""How long and how entangled a text may be, wherever it is typed: in a cell, a Markdown file or a Word file."""

import re
from collections.abc import Iterator

from generator.findings.limits import hold
from generator.ground.limits import MARKS, NESTING, PARAGRAPH_LETTERS, WORD_LETTERS, Limit
from generator.ground.source import Source

SHORT = 300
"""Letters of a text in which there is nothing to count."""
_MARKS = "[]*_`<>^~!\\&{}"
_LEVELS = re.compile(r"^(?:[ \t]*(?:>|[*+-](?=[ \t])))+", re.MULTILINE)


def hold_text(text: str, place: Source) -> None:
    """Stop at a text that it would take too long to read.

    Raises:
        TooMuchError: there is more of something than is read.

    """
    if len(text) > SHORT:
        for limit, count in _counted(text):
            hold(limit, count, place)


def _counted(text: str) -> Iterator[tuple[Limit, int]]:
    yield WORD_LETTERS, max(map(len, text.split()), default=0)
    for paragraph in text.split("\n\n"):
        yield PARAGRAPH_LETTERS, len(paragraph)
        yield MARKS, sum(map(paragraph.count, _MARKS))
        yield NESTING, max((len(re.sub(r"\s", "", each)) for each in _LEVELS.findall(paragraph)), default=0)
