"""Divided words read whole, and letters that share a glyph read as the plain ones."""

import re
from collections.abc import Iterable
from typing import Any

import pydyf

from generator.document.tags.tree import at

SOFT_HYPHEN = {"ActualText": pydyf.String("\u00ad")}
LAST_GLYPH = re.compile(rb"\[(.*<[0-9a-f]*)([0-9a-f]{4})>([-.0-9]*)\] TJ", re.DOTALL)
"""An array of shown text: what comes before its last glyph, of four digits, the glyph, and a move of the pen after."""
PLAIN = {b"<00a0>": b"<0020>", b"<2010>": b"<002d>", b"<2011>": b"<002d>", b"<00ad>": b"<002d>"}


def soften_hyphens(pdf: Any, divided: Iterable[tuple[bytes, int]]) -> None:
    """Say of the hyphen that ends each divided text, by page and mark, that it is a soft one."""
    wanted: dict[bytes, set[int]] = {}
    for page, mcid in divided:
        wanted.setdefault(page, set()).add(mcid)
    for page, mcids in wanted.items():
        stream = at(pdf, at(pdf, page)["Contents"])
        stream.stream[:] = _softened(stream.stream, mcids)


def _softened(content: list[Any], mcids: set[int]) -> list[Any]:
    """Put the last glyph that each of the marks shows into marked content of its own."""
    softened: list[Any] = []
    shown: int | None = None
    inside = False
    for item in content:
        if item == b"BDC":
            inside, shown = softened[-1].get("MCID", -1) in mcids, None
        elif inside and isinstance(item, bytes) and item.endswith(b"TJ"):
            shown = len(softened)
        elif inside and item == b"EMC":
            inside = False
            if shown is not None:
                softened[shown : shown + 1] = _parted(softened[shown])
        softened.append(item)
    return softened


def _parted(shown: bytes) -> list[Any]:
    found = LAST_GLYPH.fullmatch(shown)
    if not found:
        return [shown]
    before, glyph, move = found.groups()
    return [
        b"[" + before + b">] TJ",
        "/Span",
        pydyf.Dictionary(SOFT_HYPHEN),
        b"BDC",
        b"[<" + glyph + b">" + move + b"] TJ",
        b"EMC",
    ]


def read_shared_glyphs_plainly(pdf: Any) -> None:
    """Let a glyph that stands for several letters be read as the plain one.

    A font has one glyph for space and no-break space, and one for all hyphens. WeasyPrint writes down the letter that
    it met first, so that every space of a font could be read as a no-break space, and every hyphen as a division.
    """
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream) and b"endcmap" in thing.stream:
            thing.stream[:] = [_plain(line) for line in thing.stream]


def _plain(line: Any) -> Any:
    glyph, _, letter = line.rpartition(b" ") if isinstance(line, bytes) else (b"", b"", line)
    return glyph + b" " + PLAIN[letter] if letter in PLAIN else line
