"""The only place that writes a finished file: beside its place first, then renamed into it."""

import os
import tempfile
from pathlib import Path


class CannotWriteError(Exception):
    """The file could not be written; ``str`` of it is a Swedish sentence."""


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` so that the file is either the old one or the whole new one.

    Raises:
        CannotWriteError: the folder or file cannot be written, as when a PDF reader holds it.

    """
    beside = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except OSError as error:
        if beside:
            Path(beside).unlink(missing_ok=True)
        message = f"{path} kan inte skrivas. Stäng filen om den är öppen, och kontrollera att mappen får ändras."
        raise CannotWriteError(message) from error
