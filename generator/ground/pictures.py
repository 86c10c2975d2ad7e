"""Picture files: the formats that can be printed, and what is wrong with a file that is not one."""

import warnings
from collections.abc import Callable
from pathlib import Path

_BEGINS: dict[str, Callable[[bytes], bool]] = {
    ".png": lambda begins: begins.startswith(b"\x89PNG"),
    ".jpg": lambda begins: begins.startswith(b"\xff\xd8"),
    ".jpeg": lambda begins: begins.startswith(b"\xff\xd8"),
    ".svg": lambda begins: b"<svg" in begins or b"<?xml" in begins,
}
PICTURE_SUFFIXES = frozenset(_BEGINS)

_DAMAGED = "picture_damaged"


def is_picture(path: Path) -> bool:
    """Whether a file is a picture that can be printed, by its name and by how it begins.

    Raises:
        OSError: the file cannot be opened.

    """
    begins = _BEGINS.get(path.suffix.lower())
    if begins is None or not path.is_file():
        return False
    with path.open("rb") as file:
        return begins(file.read(512))


def fault(path: Path) -> str:
    """The rule that a picture file breaks, by its id; empty where it can be printed as it is.

    One that was cut short would be printed in part, and nobody told. Colours for a printing house (CMYK) may not stand
    in an archivable PDF whose colours are told as those of screens (ISO 19005-2, 6.2.4.3).
    """
    if not is_picture(path):
        return "picture_format"
    return _drawing_fault(path) if path.suffix.lower() == ".svg" else _photograph_fault(path)


def _drawing_fault(path: Path) -> str:
    """An SVG is XML without entities of its own, which may mean endless text or other files."""
    from defusedxml import DefusedXmlException, ElementTree  # noqa: PLC0415 - needed only where there are pictures

    try:
        ElementTree.parse(path)
    except (ElementTree.ParseError, DefusedXmlException, ValueError, RecursionError):
        return _DAMAGED
    return ""


def _photograph_fault(path: Path) -> str:
    from PIL import Image, ImageFile  # noqa: PLC0415 - needed only where there are pictures

    # WeasyPrint lets pictures that were cut short pass, for the whole process.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path) as image:
                image.load()
                return "picture_cmyk" if image.mode == "CMYK" else ""
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return _DAMAGED
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
