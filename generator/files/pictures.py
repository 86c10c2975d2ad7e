"""Picture files: the formats that can be printed, and what is wrong with a file that is not one."""

import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.files.drawings import is_intricate
from generator.files.messages import (
    PICTURE_CMYK,
    PICTURE_DAMAGED,
    PICTURE_FORMAT,
    PICTURE_INTRICATE,
    PICTURE_MISSING,
    PICTURE_OUTSIDE,
)
from generator.files.refused import refused
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.findings.rule import Rule
from generator.ground.limits import DRAWING_BYTES
from generator.ground.names import brief, nearest
from generator.ground.source import Source
from generator.opener import PICTURE, RefusedError, begins, is_file, is_inside, is_there, listed, named, read

_BEGINS: dict[str, Callable[[bytes], bool]] = {
    ".png": lambda begins: begins.startswith(b"\x89PNG"),
    ".jpg": lambda begins: begins.startswith(b"\xff\xd8"),
    ".jpeg": lambda begins: begins.startswith(b"\xff\xd8"),
    ".svg": lambda begins: b"<svg" in begins or b"<?xml" in begins,
}
_KINDS = {"image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8", "image/gif": b"GIF8"}
PICTURE_SUFFIXES = frozenset(_BEGINS)


def is_picture(path: Path, within: Path) -> bool:
    """Whether a file in the folder ``within`` is a picture that can be printed, by its name and by how it begins.

    Raises:
        OSError: the file cannot be opened.

    """
    known = _BEGINS.get(path.suffix.lower())
    return known is not None and is_file(path, within) and known(begins(path, within, 512))


def fault(path: Path, within: Path) -> Rule | None:
    """The rule that a picture file in the folder ``within`` breaks; None where it can be printed as it is.

    One that was cut short would be printed in part, and nobody told. Colours for a printing house (CMYK) may not stand
    in an archivable PDF whose colours are told as those of screens (ISO 19005-2, 6.2.4.3).

    Raises:
        RefusedError: it is larger than a picture may be.

    """
    if not is_picture(path, within):
        return PICTURE_FORMAT if is_inside(path, within) else PICTURE_OUTSIDE
    data = read(path, within, PICTURE)
    return _drawing_fault(data) if path.suffix.lower() == ".svg" else _photograph_fault(data)


def picture_fault(path: Path, within: Path, source: Source, **values: object) -> Finding | None:
    """What is wrong with a picture file, told of at ``source``."""
    try:
        broken = fault(path, within)
    except RefusedError as error:
        return refused(error, source)
    except OSError:
        broken = PICTURE_DAMAGED
    return broken.found(source, **values) if broken else None


def _drawing_fault(data: bytes) -> Rule | None:
    """An SVG is XML without entities of its own, which may mean endless text or other files."""
    from defusedxml import DefusedXmlException, ElementTree  # noqa: PLC0415 - needed only where there are pictures

    if len(data) > DRAWING_BYTES.most:
        return PICTURE_INTRICATE
    try:
        drawing = ElementTree.fromstring(data)
    except (ElementTree.ParseError, DefusedXmlException, ValueError, RecursionError):
        return PICTURE_DAMAGED
    return PICTURE_INTRICATE if is_intricate(drawing) else None


def content_kind(content: bytes) -> str:
    """The kind of a picture that lies in another file, ``image/png``, by how it begins; empty where it has no place."""
    return next((kind for kind, begins in _KINDS.items() if content.startswith(begins)), "")


def content_fault(content: bytes) -> Rule | None:
    """The rule that a picture of a known kind breaks which lies in another file; as ``fault``."""
    return _photograph_fault(content) if content_kind(content) else None


def vast_fault(content: bytes) -> Rule | None:
    """The rule that a picture breaks which would take too much to draw; a photograph is not looked through for it."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - needed only where there are pictures

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            Image.open(io.BytesIO(content)).close()
    except UnidentifiedImageError:
        return _drawing_fault(content)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return PICTURE_DAMAGED
    return None


def _photograph_fault(data: bytes) -> Rule | None:
    from PIL import Image, ImageFile  # noqa: PLC0415 - needed only where there are pictures

    # WeasyPrint lets pictures that were cut short pass, for the whole process.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                image.load()
                return PICTURE_CMYK if image.mode == "CMYK" else None
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return PICTURE_DAMAGED
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def picture_findings(folder: Path, name: str, source: Source) -> Iterator[Finding]:
    """Say what is wrong with the picture file ``name`` in ``folder``."""
    values = {"found": brief(name), "folder": folder.resolve().name}
    path = named(folder, name)
    if path is None:
        yield PICTURE_OUTSIDE.found(source, **values)
    elif not is_there(path) and path.suffix.lower() in PICTURE_SUFFIXES:
        yield PICTURE_MISSING.found(source, **values, hint=hint(nearest(name, _pictures_in(folder))))
    elif broken := picture_fault(path, folder, source, **values):
        yield broken


def _pictures_in(folder: Path) -> Iterator[str]:
    """The names of the pictures that lie in a folder; those that cannot be opened are none."""
    for path in listed(folder):
        with suppress(OSError):
            if is_picture(path, folder):
                yield path.name
