"""The letters of a SIE file: code page 437 by the format, in practice whatever the program wrote.

``#FORMAT PC8`` stands in all of them, so nothing but the bytes tells: what is valid UTF-8 is that, and of the code
pages the one in which most of the strange bytes are å, ä and ö.
"""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter

_PAGES = ("cp437", "cp1252", "mac_roman")
"""In the order in which they are tried: of two that fit as well, the one that the format asks for."""
_SWEDISH = frozenset("åäöÅÄÖ")
_ALSO = frozenset("éÉèüÜ§–’”\u00a0")
_ASCII = bytes(range(128))
_END = b"\x1a\x00"
"""Ctrl-Z, which ended a file in DOS, and what fills a block after it."""
_MOSTLY = 0.9
"""The share of nil bytes that tells of UTF-16: its text is nearly all ASCII."""


def decoded(data: bytes) -> str:
    """Read a file's bytes as text."""
    for mark, encoding in ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace").rstrip("\x1a\x00")
    if wide := _without_mark(data[:400]):
        return data.decode(wide, "replace").rstrip("\x1a\x00")
    data = data.rstrip(_END)
    return data.decode(_encoding(data), "replace")


def _without_mark(start: bytes) -> str:
    """UTF-16 without its mark: every second byte of the beginning is nil."""
    for nils, encoding in ((start[1::2], "utf-16-le"), (start[::2], "utf-16-be")):
        if nils and nils.count(0) > len(nils) * _MOSTLY:
            return encoding
    return ""


def _encoding(data: bytes) -> str:
    strange = Counter(data.translate(None, _ASCII))
    if not strange or _is_utf8(data):
        return "utf-8"
    return max(_PAGES, key=lambda page: sum(_fit(byte, page) * count for byte, count in strange.items()))


def _is_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")  # where a name was cut in the middle of a letter
    return not broken or broken < sum(map(text.count, _SWEDISH))


def _fit(byte: int, page: str) -> int:
    letter = bytes((byte,)).decode(page, "replace")
    return 2 if letter in _SWEDISH else 0 if letter in _ALSO else -1
