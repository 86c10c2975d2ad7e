"""What is pasted from a web page's code: elements and codes for signs, which a text prints as they stand."""

import re
from collections.abc import Iterator

ELEMENT = re.compile(r"</?[a-z][^<>]*>|<!--.{0,60}", re.IGNORECASE)
_CODE = re.compile(r"&(?:#\d{2,7}|#x[0-9a-f]{2,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)


def codes(words: str) -> Iterator[str]:
    """The codes for signs that stand in words, ``&nbsp;`` and ``&#8211;``; ``AT&T;`` is none."""
    found = _CODE.findall(words)
    if found:
        from html.entities import html5  # noqa: PLC0415 - two thousand names, for the few texts that have one

        yield from (each for each in found if each.startswith("&#") or each[1:] in html5)
