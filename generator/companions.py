"""The files beside a workbook that belong to its report: the association's own look, and the pictures."""

from collections.abc import Iterator
from pathlib import Path

from generator.look.folders import OWN
from generator.opener import PICTURE, below, is_file, read

_PICTURES = (".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp")

SENT, RETURNED = "blanketter", "svar"
"""The folders of the insatser's forms, sent out and returned: they belong to one year."""


def companions(folder: Path) -> Iterator[tuple[str, Path]]:
    """Give the look's files and the pictures, in whatever folder they lie: the name within ``folder``, and the path."""
    for path in below(folder):
        name = path.relative_to(folder)
        hidden = name.parts[0].casefold() in {SENT, RETURNED} or any(
            part.startswith((".", "~$")) for part in name.parts
        )
        if is_file(path, None) and not hidden and (name.parts[0] == OWN or path.suffix.lower() in _PICTURES):
            yield name.as_posix(), path


def content_of(folder: Path, path: Path) -> bytes:
    """Read one of them.

    Raises:
        RefusedError: it leads out of the folder, or is larger than a picture may be.
        OSError: it cannot be opened.

    """
    return read(path, folder, PICTURE)
