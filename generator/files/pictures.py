"""Picture files: the formats that can be printed, and what is wrong with a file that is not one."""

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.files.messages import PICTURE_CMYK, PICTURE_DAMAGED, PICTURE_FORMAT, PICTURE_MISSING, PICTURE_OUTSIDE
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.findings.rule import Rule
from generator.ground.names import brief, nearest
from generator.ground.source import Source

_BEGINS: dict[str, Callable[[bytes], bool]] = {
    ".png": lambda begins: begins.startswith(b"\x89PNG"),
    ".jpg": lambda begins: begins.startswith(b"\xff\xd8"),
    ".jpeg": lambda begins: begins.startswith(b"\xff\xd8"),
    ".svg": lambda begins: b"<svg" in begins or b"<?xml" in begins,
}
PICTURE_SUFFIXES = frozenset(_BEGINS)


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


def fault(path: Path) -> Rule | None:
    """The rule that a picture file breaks; None where it can be printed as it is.

    One that was cut short would be printed in part, and nobody told. Colours for a printing house (CMYK) may not stand
    in an archivable PDF whose colours are told as those of screens (ISO 19005-2, 6.2.4.3).
    """
    if not is_picture(path):
        return PICTURE_FORMAT
    return _drawing_fault(path) if path.suffix.lower() == ".svg" else _photograph_fault(path)


def _drawing_fault(path: Path) -> Rule | None:
    """An SVG is XML without entities of its own, which may mean endless text or other files."""
    from defusedxml import DefusedXmlException, ElementTree  # noqa: PLC0415 - needed only where there are pictures

    try:
        ElementTree.parse(path)
    except (ElementTree.ParseError, DefusedXmlException, ValueError, RecursionError):
        return PICTURE_DAMAGED
    return None


def _photograph_fault(path: Path) -> Rule | None:
    from PIL import Image, ImageFile  # noqa: PLC0415 - needed only where there are pictures

    # WeasyPrint lets pictures that were cut short pass, for the whole process.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path) as image:
                image.load()
                return PICTURE_CMYK if image.mode == "CMYK" else None
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return PICTURE_DAMAGED
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def picture_findings(folder: Path, name: str, source: Source) -> Iterator[Finding]:
    """Say what is wrong with the picture file ``name`` in ``folder``."""
    try:
        yield from _judged_picture(folder, name, source)
    except OSError:  # a name that the file system cannot hold, or a file that cannot be opened
        yield PICTURE_MISSING.found(source, found=brief(name), folder=folder.resolve().name, hint="")


def _judged_picture(folder: Path, name: str, source: Source) -> Iterator[Finding]:
    values = {"found": brief(name), "folder": folder.resolve().name}
    path = folder / name
    if "\\" in name or ":" in name or not path.resolve().is_relative_to(folder.resolve()):
        yield PICTURE_OUTSIDE.found(source, **values)
    elif not path.is_file() and path.suffix.lower() in PICTURE_SUFFIXES:
        near = nearest(name, (other.name for other in folder.iterdir() if is_picture(other)))
        yield PICTURE_MISSING.found(source, **values, hint=hint(near))
    elif broken := fault(path):
        yield broken.found(source, **values)
