"""The files beside a workbook that belong to its report: the association's own look, and the pictures."""

from collections.abc import Iterator
from pathlib import Path

from generator.look.folders import OWN

_PICTURES = (".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp")


def companions(folder: Path) -> Iterator[tuple[str, Path]]:
    """Give the look's files and the pictures, in whatever folder they lie: the name within ``folder``, and the path."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        hidden = any(part.startswith((".", "~$")) for part in name.parts)
        if path.is_file() and not hidden and (name.parts[0] == OWN or path.suffix.lower() in _PICTURES):
            yield name.as_posix(), path
