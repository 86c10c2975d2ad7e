"""An account's name as it can stand in a note: one blank between words, a capital first, abbreviations as they are."""

import re

from generator.ground.limits import NAME_LETTERS
from generator.ground.names import folded, plain
from generator.ledger.suggestions.abbreviations import spelled_out

_NUMBER_FIRST = re.compile(r"^\d{3,8}[\s:.\-]+(?=\D)")
_UNCLEAR = re.compile(r"\bobs\b|\butred|x{3}")
_STOPPED = re.compile(r"[^\W\d_]\.$")
_KEPT_PLACE = re.compile(r"[Xx\W_]*|[Ll]edigt?(?: konto)?|[Rr]eserv(?:erat)?|[Tt]est\w*|[Nn]amn saknas|\[.*\]")
_ENDS = " .,;:-_*"
_KEPT = frozenset(
    {
        *("AB", "ADB", "AF", "AG", "ALF", "AP", "EK", "EU", "ESF", "ESV", "FK", "FOU", "HR", "HVB", "IT", "KPA", "LSS"),
        *("MIS", "PO", "RSO", "SAM", "SEB", "SIP", "SIUS", "SKL", "SKR", "STA", "SUS", "TV", "VD"),
    }
)
"""Abbreviations that stay in capitals where a whole name is written so."""


def tidied(name: str, account: str = "") -> str:
    """Tidy an account's name; a number that repeats the account's is left out, and a name in capitals is lowered."""
    text = plain(name)
    stop = "." if _STOPPED.search(text) else ""
    text = text.strip(_ENDS)
    text = (text.removeprefix(account).strip(_ENDS) if account else _NUMBER_FIRST.sub("", text)) + stop
    if text.isupper() and any(len(word) > 1 for word in text.split()):
        text = " ".join(word if word in _KEPT else word.lower() for word in text.split(" "))
    return text[:1].upper() + text[1:]


def is_unclear(name: str) -> bool:
    """Whether an account's name says that what is booked there is still to be found out: *OBS! utred*."""
    return _UNCLEAR.search(folded(name)) is not None or "?" in name


def row_of(name: str, account: str = "") -> str:
    """The text of a note's row for an account; empty where its name is no text for a reader, as ``xxx`` is none."""
    text = tidied(spelled_out(name), account)
    return "" if is_unclear(name) or _KEPT_PLACE.fullmatch(text) else text[: NAME_LETTERS.most]
