"""Which fonts there are: the families named in the font files of some folders (OpenType ``name`` table)."""

import struct
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from generator.opener import FONT, listed, read

FONT_SUFFIXES = (".ttf", ".otf")
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_WINDOWS, _MACINTOSH = 3, 1


def families(folders: Iterable[Path]) -> dict[str, Path]:
    """The font families in ``folders`` and a file of each."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in listed(folder):
            name = family(path, folder) if path.suffix.lower() in FONT_SUFFIXES else ""
            if name:
                found.setdefault(name, path)
    return found


@cache
def family(path: Path, within: Path) -> str:
    """The family that a font file in the folder ``within`` belongs to; empty when the file is no readable font."""
    try:
        return _family(read(path, within, FONT))
    except (OSError, struct.error, UnicodeDecodeError, KeyError):
        return ""


@cache
def is_slanted(path: Path, within: Path) -> bool:
    """Whether a font file, one that has a family, says that its letters lean (``post`` table, ``italicAngle``)."""
    data = read(path, within, FONT)
    start = _tables(data).get("post")
    return start is not None and data[start + 4 : start + 8] != bytes(4)


@cache
def weight(path: Path, within: Path) -> int:
    """How heavy a font file, one that has a family, says that its letters are: 400 is regular (``OS/2`` table)."""
    data = read(path, within, FONT)
    start = _tables(data).get("OS/2")
    return 0 if start is None else int(struct.unpack_from(">H", data, start + 4)[0])


def _family(data: bytes) -> str:
    names = _names(data, _tables(data)["name"])
    return names.get(_TYPOGRAPHIC_FAMILY) or names.get(_FAMILY, "")


def _tables(data: bytes) -> dict[str, int]:
    """Where each table of a font begins (OpenType specification, table directory)."""
    if data[:4] not in {b"\x00\x01\x00\x00", b"OTTO", b"true"}:
        return {}
    (count,) = struct.unpack_from(">H", data, 4)
    entries = (struct.unpack_from(">4sIII", data, 12 + 16 * index) for index in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in entries}


def _names(data: bytes, start: int) -> dict[int, str]:
    """The names in a font by their number, those for Windows before those for Macintosh."""
    _, count, strings = struct.unpack_from(">HHH", data, start)
    names: dict[int, str] = {}
    for index in range(count):
        platform, _, _, number, length, offset = struct.unpack_from(">6H", data, start + 6 + 12 * index)
        raw = data[start + strings + offset :][:length]
        if platform == _WINDOWS:
            names[number] = raw.decode("utf-16-be")
        elif platform == _MACINTOSH:
            names.setdefault(number, raw.decode("mac-roman"))
    return names
