"""Comments in a Markdown file, ``<!-- … -->``: they are not for the page."""

import re
from collections.abc import Sequence

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


def without_comments(lines: Sequence[str]) -> tuple[tuple[str, ...], list[tuple[int, str]]]:
    """Take the comments out of a file's lines. Returns as many lines, and each comment with its line, from 1.

    One that never ends is none, so that nothing is left out that somebody meant to be printed.
    """
    text = "\n".join(lines)
    if "<!--" not in text:
        return tuple(lines), []
    found = [(text.count("\n", 0, each.start()) + 1, each[1].strip()) for each in _COMMENT.finditer(text)]
    kept = _COMMENT.sub(lambda each: "\n" * each[0].count("\n"), text)
    return tuple(kept.split("\n")), found
