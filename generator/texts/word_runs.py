"""The words of a Word paragraph as Markdown: split runs are joined, and what looks like a mark is none."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.texts.markdown import LINE_BREAK

_MARKS = re.compile(r"[\\`*_\[\]<>&|#~^!]")
_LIST_MARK = re.compile(r"^(\d*)([-+=.)])")
_REFERENCE = re.compile(r"(\{\{.*?\}\})")
_NOTE = re.compile(r"(?P<call>\[\^[^\]\[\s]{1,60}\]:?)|(?P<open>\^\[)(?:[^\[\]]|\[[^\[\]]*\])+(?P<close>\])")
"""A footnote as it is typed: its call, or the name that its text begins with, or one with its own words in it."""
_EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_PUNCTUATION = ".,:;!?()[]”’\"'–-"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in one style. ``ready``: they are Markdown already, a picture or a footnote's call."""

    words: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    ready: bool = False

    @property
    def style(self) -> tuple[bool, bool, str, bool]:
        """What tells a piece from its neighbour."""
        return self.bold, self.italic, self.link, self.ready


_MARK = Piece("", ready=True)


def written(paragraph: Iterable[Piece]) -> str:
    """Write pieces as one line of Markdown."""
    joined = list(_joined(paragraph))
    befores = ["", *(piece.words[-1:] for piece in joined)]
    afters = [*(piece.words[:1] for piece in joined[1:]), ""]
    line = "".join(map(_marked, joined, befores, afters)).strip()
    return _LIST_MARK.sub(r"\1\\\2", line)


def words(paragraph: Iterable[Piece]) -> str:
    """The words alone, as for a heading."""
    return " ".join("".join(piece.words for piece in paragraph if not piece.ready).replace(LINE_BREAK, " ").split())


def escaped(text: str) -> str:
    """Let every sign be printed as it stands, but for references."""
    parts = _REFERENCE.split(text)
    return "".join(part if index % 2 else _MARKS.sub(r"\\\g<0>", part) for index, part in enumerate(parts))


def _joined(paragraph: Iterable[Piece]) -> Iterator[Piece]:
    """Join neighbours of one style."""
    for ready, group in groupby(paragraph, key=lambda piece: piece.ready):
        run = list(group)
        yield from run if ready else _restyled(run)


def _restyled(run: Sequence[Piece]) -> Iterator[Piece]:
    """Set each reference wholly in the style that it begins with, though Word has split it; a note's marks in none."""
    text = "".join(piece.words for piece in run)
    styles = [piece for piece in run for _ in piece.words]
    for found in _NOTE.finditer(text):
        for start, end in (found.span(name) for name, mark in found.groupdict().items() if mark):
            styles[start:end] = [_MARK] * (end - start)
    for found in _REFERENCE.finditer(text):
        styles[found.start() : found.end()] = [styles[found.start()]] * len(found[0])
    for _, group in groupby(range(len(text)), key=lambda index: styles[index].style):
        span = list(group)
        yield replace(styles[span[0]], words=text[span[0] : span[-1] + 1])


def _marked(piece: Piece, before: str, after: str) -> str:
    """Put a piece's marks round it, where Markdown knows them as marks: next to its words, not to a space."""
    if piece.ready or not (piece.bold or piece.italic or piece.link):
        return piece.words if piece.ready else escaped(piece.words)
    lead, core, trail = _cores(piece.words, before, after)
    if not core:
        return escaped(piece.words)
    slant = ("*" if (before + after).strip().isalnum() else "_") if piece.italic else ""
    weight = "**" if piece.bold else ""
    marked = f"{weight}{slant}{escaped(core)}{slant}{weight}"
    return escaped(lead) + (f"[{marked}](<{piece.link}>)" if piece.link else marked) + escaped(trail)


def _cores(text: str, before: str, after: str) -> tuple[str, str, str]:
    """Part a text into what stands outside its marks and what within.

    Punctuation between marks and a letter goes outside: ``**Mål:**se`` would show its stars.
    """
    found = _EDGES.match(text)
    lead, core, trail = found.groups() if found else ("", text, "")
    if not trail and after.isalnum():
        bare = core.rstrip(_PUNCTUATION)
        core, trail = bare, core[len(bare) :]
    if not lead and before.isalnum():
        bare = core.lstrip(_PUNCTUATION)
        lead, core = core[: len(core) - len(bare)], bare
    return lead, core, trail
