"""Footnotes in words of a few, a row's label or a source: ``Medlemsbidrag^[Varav staten hälften.]``.

The note is no part of the name, so that *Medlemsbidrag* with a note is the same row as without. ``[^stat]`` calls a
note by its name; its text stands elsewhere in the report, and its words here are the call.
"""

import re

_SIGN = "^"
_NOTE = re.compile(r"\s?\^\[((?:[^\[\]]++|\[[^\[\]]*+\])++)\]")
_NAMED = re.compile(r"(?<!\^\[)(\[\^[^\]\[\s]{1,60}\])(?!:)")
_CALL = re.compile(r"\[\^([^\]\[\s]{1,60})\]")


def without_notes(text: str) -> str:
    """The words without the notes in them."""
    return _NOTE.sub("", _called(text)) if _SIGN in text else text


def notes_in(text: str) -> tuple[str, ...]:
    """What the notes in the words say, or the calls of those that have a name."""
    return tuple(_NOTE.findall(_called(text))) if _SIGN in text else ()


def parted(text: str) -> tuple[str, ...]:
    """The words and the notes in turn: ``Ett^[not] ord`` is ``Ett``, ``not``, `` ord``."""
    return tuple(_NOTE.split(_called(text))) if _SIGN in text else (text,)


def marked(note: str) -> str:
    """How a note is written in the words: ``^[Varav staten hälften.]``, or its call, ``[^stat]``."""
    return note if name_called(note) else f"^[{note}]"


def name_called(note: str) -> str:
    """The name of the note that the words of one call; empty where they are its own."""
    call = _CALL.fullmatch(note)
    return call[1] if call else ""


def _called(text: str) -> str:
    """The words with each note that is called by its name as one whose words are the call."""
    return _NAMED.sub(r"^[\1]", text)
