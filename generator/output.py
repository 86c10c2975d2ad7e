"""The only place that writes a finished file: beside its place first, then renamed into it."""

import os
import shutil
import tempfile
from collections.abc import Mapping
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


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder with ``files`` in it, by their names within; the folder is there whole or not at all.

    Raises:
        CannotWriteError: the folder cannot be written, or is there already.

    """
    beside = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".ny-", dir=folder.parent))
        for name, data in files.items():
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        beside.chmod(0o755)
        beside.rename(folder)
    except OSError as error:
        if beside:
            shutil.rmtree(beside, ignore_errors=True)
        message = (
            f"{folder} kan inte skrivas. Kontrollera att mappen den ska ligga i får ändras, och att den inte finns."
        )
        raise CannotWriteError(message) from error
