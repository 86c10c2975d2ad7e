"""The only place that writes a finished file: beside its place first, then renamed into it.

What lies beside has a name before it is there, so that it is taken away whenever the writing is stopped.
"""

import errno
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

LONGEST_PATH = 300
"""Letters of a path that are told."""
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class CannotWriteError(Exception):
    """The file could not be written; ``str`` of it is a Swedish sentence."""


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` so that the file is either the old one or the whole new one.

    A link that has the file's name is replaced, not followed.

    Raises:
        CannotWriteError: the folder or file cannot be written, as when a PDF reader holds it.

    """
    beside = path.with_name(f".ny-{secrets.token_hex(4)}{path.suffix}")
    advice = "Stäng filen om den är öppen, och kontrollera att mappen får ändras."
    with _whole_or_not_at_all(path, advice, lambda: beside.unlink(missing_ok=True)):
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(beside, _NEW_FILE, 0o644), "wb") as file:
            file.write(data)
        beside.chmod(0o644)
        beside.replace(path)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder with ``files`` in it, by their names within; the folder is there whole or not at all.

    Raises:
        CannotWriteError: the folder cannot be written, or is there already.

    """
    beside = folder.with_name(f".ny-{secrets.token_hex(4)}")
    advice = "Kontrollera att mappen den ska ligga i får ändras, och att den inte finns."
    with _whole_or_not_at_all(folder, advice, lambda: shutil.rmtree(beside, ignore_errors=True)):
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside.mkdir(mode=0o700)
        for name, data in files.items():
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        beside.chmod(0o755)
        beside.rename(folder)


@contextmanager
def _whole_or_not_at_all(path: Path, advice: str, undo: Callable[[], None]) -> Iterator[None]:
    """Write something; where that fails, or is stopped, undo what was begun.

    Raises:
        CannotWriteError: the system says no.

    """
    try:
        yield
    except BaseException as error:
        with suppress(OSError):
            undo()
        if not isinstance(error, OSError):
            raise
        full = getattr(error, "errno", 0) in _FULL
        shown = _shown(path)
        told = f"{shown} kan inte skrivas: disken är full. Frigör utrymme och försök igen."
        raise CannotWriteError(told if full else f"{shown} kan inte skrivas. {advice}") from error


def _shown(path: Path) -> str:
    """A path for a sentence, cut where it is longer than anybody reads."""
    return str(path) if len(str(path)) <= LONGEST_PATH else f"{str(path)[:LONGEST_PATH]} …"
