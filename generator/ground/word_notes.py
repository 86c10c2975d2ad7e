"""Footnotes in words of a few, a row's label or a source: ``Medlemsbidrag^[Varav staten hälften.]``.

The note is no part of the name, so that *Medlemsbidrag* with a note is the same row as without.
"""

import re

NOTE_OPENING = "^["
_NOTE = re.compile(r"\s?\^\[((?:[^\[\]]++|\[[^\[\]]*+\])++)\]")


def without_notes(text: str) -> str:
    """The words without the notes in them."""
    return _NOTE.sub("", text) if NOTE_OPENING in text else text


def notes_in(text: str) -> tuple[str, ...]:
    """What the notes in the words say."""
    return tuple(_NOTE.findall(text)) if NOTE_OPENING in text else ()


def parted(text: str) -> tuple[str, ...]:
    """The words and the notes in turn: ``Ett^[not] ord`` is ``Ett``, ``not``, `` ord``."""
    return tuple(_NOTE.split(text)) if NOTE_OPENING in text else (text,)
