"""What a page may fetch while it is made: pictures, fonts and style sheets of a few folders, and data addresses."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, urlsplit
from urllib.request import DataHandler, Request, url2pathname

from generator.document.errors import LookFaultError
from generator.document.style_limits import style_faults
from generator.files.pictures import vast_fault
from generator.files.refused import sentence
from generator.findings.message import message
from generator.ground.names import brief
from generator.ground.source import Source
from generator.look.folders import PICTURES
from generator.opener import FONT, HAND_WRITTEN, PICTURE, RefusedError, is_file, is_there, read, spelled

_STYLE = "text/css"
_KINDS: dict[str, tuple[str, int]] = {
    ".png": ("image/png", PICTURE),
    ".jpg": ("image/jpeg", PICTURE),
    ".jpeg": ("image/jpeg", PICTURE),
    ".svg": ("image/svg+xml", PICTURE),
    ".css": (_STYLE, HAND_WRITTEN),
    ".ttf": ("font/ttf", FONT),
    ".otf": ("font/otf", FONT),
    ".woff": ("font/woff", FONT),
    ".woff2": ("font/woff2", FONT),
    ".icc": ("application/vnd.iccprofile", HAND_WRITTEN),
}
"""What may be fetched: the ending, its type, and how large it may be."""

_RUN = (b"%!PS", b"\xc5\xd0\xd3\xc6")
"""How drawings begin that are programs in PostScript, which another program would be started to run."""

_OUTSIDE = "{name} ligger utanför rapportens mapp och får inte läsas."
_MISSING = "Filen {name} finns inte i rapportens mapp. Lägg den där, eller rätta namnet."
_KIND = "Filen {name} får inte hämtas: en mall hämtar bara bilder (png, jpg, svg), typsnitt och stilmallar."
_NET = "Adressen {name} får inte hämtas: rapporten görs utan nätet. Spara filen i rapportens mapp."

Allowed = Sequence[tuple[Path, Path]]
"""Folders that may be read, each with the folder that all in it must lie in when links have been followed.

The first is the report's.
"""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stands at an address, and its kind, as ``image/png``."""

    data: bytes
    kind: str


def fetched(url: str, allowed: Allowed, held: Mapping[str, bytes]) -> Fetched:
    """Read what an address means: a file of the folders that are allowed, a picture (JPEG) that is held, or data.

    Raises:
        ValueError: it may not be read, with a sentence why.
        LookFaultError: it is a style sheet, and more than can be drawn.

    """
    if url in held:
        return Fetched(held[url], "image/jpeg")
    parts = urlsplit(url)
    if parts.scheme == "data":
        answer = DataHandler().data_open(Request(url))  # noqa: S310 - a data address and nothing else
        kind = answer.headers.get_content_type()
        return Fetched(_harmless(answer.read(), kind), kind)
    if parts.scheme != "file":
        raise ValueError(_NET.format(name=brief(url)))
    roots = [(path, Path(os.path.realpath(path)), within) for path, within in allowed]
    path, within = _in_look(*_placed(parts, roots), roots)
    kind, most = _kind(path := spelled(path))
    return Fetched(_harmless(_content(path, within, most), kind, f"{path.parent.name}/{path.name}"), kind)


def _placed(parts: SplitResult, roots: Sequence[tuple[Path, Path, Path]]) -> tuple[Path, Path]:
    """The path that an address means, and the folder that it must lie in. No file is asked for yet."""
    typed = Path(url2pathname(parts.path))
    path = Path(os.path.normpath(typed))
    # \\\\host\\share is another computer, which would be called up by the asking alone.
    elsewhere = parts.netloc or str(path).startswith(("//", "\\\\")) or not path.is_absolute() or "\0" in str(path)
    for root, real, within in roots:
        if not elsewhere and (path.is_relative_to(real) or path.is_relative_to(root.absolute())):
            return path, within
    raise ValueError(_OUTSIDE.format(name=brief(typed.name)))


def _in_look(path: Path, within: Path, roots: Sequence[tuple[Path, Path, Path]]) -> tuple[Path, Path]:
    """Look in the other folders for what the first, the report's, has not: a look's own picture, by the same name."""
    root, real, _ = roots[0]
    inside = next((path.relative_to(each) for each in (root.absolute(), real) if path.is_relative_to(each)), None)
    if inside is None or is_there(path):
        return path, within
    places = ((folder / deeper / inside, limit) for folder, _, limit in roots[1:] for deeper in ("", PICTURES))
    return next((each for each in places if is_file(*each)), (path, within))


def _kind(path: Path) -> tuple[str, int]:
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise ValueError(_KIND.format(name=brief(path.name)))
    return kind


def _content(path: Path, within: Path, most: int) -> bytes:
    try:
        return read(path, within, most)
    except RefusedError as error:
        raise ValueError(sentence(error, path.name)) from error
    except OSError as error:
        raise ValueError(_MISSING.format(name=brief(path.name))) from error


def _harmless(data: bytes, kind: str, file: str = "") -> bytes:
    if data.lstrip().startswith(_RUN):
        raise ValueError(_KIND.format(name="(PostScript)"))
    if kind == _STYLE and (faults := list(style_faults(data.decode(errors="replace"), Source(file=file)))):
        raise LookFaultError(faults)
    if kind.startswith("image/") and (broken := vast_fault(data)):
        told = message(broken.found(Source(), found=file or "En bild i sidmallen"))
        raise ValueError(f"{told.what} {told.remedy}")
    return data
