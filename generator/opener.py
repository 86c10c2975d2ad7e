"""The only place that opens a file of an association's: a regular one, in its folder, no larger than its kind may be.

The folder that a user names may be a link, and so may a file that is named on the command line: that is the user's own
choice. Inside the folder nothing leads out: what lies there may have come by mail. What is opened is judged after it
has been opened, so that nothing can take its place in between. A hard link cannot be told from the file itself.
"""

import errno
import os
import stat
import unicodedata
from collections.abc import Callable, Iterator
from enum import Enum
from itertools import islice
from pathlib import Path

MEGABYTE = 1_000_000
WORKBOOK = WORD_FILE = 60 * MEGABYTE
PICTURE = 40 * MEGABYTE
FONT = 40 * MEGABYTE
APPENDIX = 40 * MEGABYTE
LAST_YEAR = 20 * MEGABYTE
ANSWER = 5 * MEGABYTE
"""Bytes of a form that an insats has filled in: a hundred times an ordinary one, room for a picture in it."""
HAND_WRITTEN = 2 * MEGABYTE
"""Bytes of a Markdown file, a template, a style sheet or a profile: more than anyone writes by hand."""
MOST_FILES = 10_000
"""Files and folders that are looked at in a folder and below it."""

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe that nobody writes to would be waited for
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_DIRECTORY = getattr(os, "O_DIRECTORY", 0)
_STEP_BY_STEP = bool(_NO_LINK and _DIRECTORY and {os.open, os.stat} <= os.supports_dir_fd)


class Refusal(Enum):
    """Why a file is not read although it is there."""

    OUTSIDE = "outside"
    NOT_REGULAR = "not_regular"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    LEADS_ROUND = "leads_round"


class RefusedError(OSError):
    """A file is there and is not read; ``limit`` is in bytes, or a number of files."""

    def __init__(self, reason: Refusal, path: Path, limit: int = 0) -> None:
        """Keep what was refused, and why."""
        super().__init__(f"{path}: {reason.value}")
        self.reason, self.path, self.limit = reason, path, limit


def read(path: Path, within: Path | None, most: int) -> bytes:
    """Read a file that lies in the folder ``within``, no more than ``most`` bytes of it.

    Without ``within`` it is one that the user has named, wherever it lies.

    Raises:
        RefusedError: it leads out of the folder, is no regular file, or is larger.
        OSError: it is not there, or cannot be opened.

    """
    with open(_opened(path, within), "rb") as file:
        if os.fstat(file.fileno()).st_size <= most and len(data := file.read(most + 1)) <= most:
            return data
    raise RefusedError(Refusal.TOO_LARGE, path, most)


def begins(path: Path, within: Path | None, count: int) -> bytes:
    """Read the first bytes of a file, however large it is; raises as ``read``."""
    with open(_opened(path, within), "rb") as file:
        return file.read(count)


def is_file(path: Path, within: Path | None) -> bool:
    """Whether a regular file is there, inside its folder, that can be asked for."""
    return _is(path, within, stat.S_ISREG)


def is_folder(path: Path, within: Path | None) -> bool:
    """Whether a folder is there, inside its own."""
    return _is(path, within, stat.S_ISDIR)


def is_there(path: Path) -> bool:
    """Whether anything at all has the name, be it a link that leads nowhere."""
    try:
        return os.path.lexists(path)
    except ValueError:  # a name with a null
        return False


def saved(path: Path) -> tuple[int, int]:
    """When a file was last saved and how large it is; zeros while there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return 0, 0
    return found.st_mtime_ns, found.st_size


def listed(folder: Path) -> list[Path]:
    """All that lies in a folder, in the order of names; nothing where there is no folder, or far too much in it."""
    names = _names(folder)
    return sorted(folder / name for name in names) if len(names) <= MOST_FILES else []


def overfull(folder: Path) -> RefusedError | None:
    """Why a folder is not looked through, where it holds more than anybody would put there."""
    return RefusedError(Refusal.TOO_MANY, folder, MOST_FILES) if len(_names(folder)) > MOST_FILES else None


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in islice(entries, MOST_FILES + 1)]
    except (OSError, ValueError):
        return []


def below(folder: Path) -> Iterator[Path]:
    """All files in a folder and the folders in it, sorted; links to folders and hidden folders are not gone into.

    Raises:
        RefusedError: more lies there than anybody would put there.

    """
    ways, found, seen = [folder], list[Path](), 0
    while ways:
        way = ways.pop()
        inside = _names(way)
        seen += len(inside)
        if seen > MOST_FILES:
            raise RefusedError(Refusal.TOO_MANY, folder, MOST_FILES)
        for path in (way / name for name in inside):
            if not path.is_dir():
                found.append(path)
            elif not path.is_symlink() and not path.name.startswith("."):
                ways.append(path)
    yield from sorted(found)


def named(folder: Path, name: str) -> Path | None:
    """The path of a file that somebody has named within ``folder``; None for a name that leads out of it.

    It is judged by its letters before the file system is asked: the name of another computer's share would call it up.
    """
    name = name.replace("\\", "/")  # as Windows shows it
    if not name.strip() or name.startswith("/") or ".." in name.split("/") or any(sign in name for sign in ":\0"):
        return None
    path = folder / name
    return spelled(path) if is_inside(path, folder) else None


def spelled(path: Path) -> Path:
    """The path as the file is spelled that lies there: a Mac takes letters apart, and Windows sees no capitals."""
    if is_there(path):
        return path
    alike = [each for each in listed(path.parent) if _folded(each.name) == _folded(path.name)]
    return alike[0] if len(alike) == 1 else path


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path leads into a folder when all links have been followed."""
    try:
        return _real(path).is_relative_to(_real(folder))
    except (OSError, ValueError, RuntimeError):
        return False


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _is(path: Path, within: Path | None, kind: Callable[[int], bool]) -> bool:
    try:
        return kind(path.stat().st_mode) and (within is None or is_inside(path, within))
    except (OSError, ValueError):
        return False


def _opened(path: Path, within: Path | None) -> int:
    """Open a file, and judge what was opened."""
    try:
        if not stat.S_ISREG(_mode(path)):  # some devices do something when they are opened
            raise RefusedError(Refusal.NOT_REGULAR, path)
        handle = os.open(path, _FLAGS) if within is None else _opened_inside(path, within)
    except ValueError as error:  # a name with a null
        raise FileNotFoundError(errno.ENOENT, "no such name", str(path)) from error
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return handle
    os.close(handle)
    raise RefusedError(Refusal.NOT_REGULAR, path)


def _mode(path: Path) -> int:
    """What is there when all links have been followed, which has no end where they lead to each other."""
    try:
        return path.stat().st_mode
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise RefusedError(Refusal.LEADS_ROUND, path) from error
        raise


def _opened_inside(path: Path, within: Path) -> int:
    """Open a file by its real path, and make sure that it is what lies there in the folder.

    A folder on the way may be exchanged for a link after the path was followed. So the way is gone once more, folder by
    folder, which nothing can disturb, and what is found has to be what was opened.
    """
    root, real = _real(within), _real(path)
    if not real.is_relative_to(root):
        raise RefusedError(Refusal.OUTSIDE, path)
    try:
        handle = os.open(real, _FLAGS | _NO_LINK)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise RefusedError(Refusal.OUTSIDE, path) from error
        raise
    try:
        if not _lies_there(handle, root, real):
            raise RefusedError(Refusal.OUTSIDE, path)  # noqa: TRY301 - closed below
    except BaseException:
        os.close(handle)
        raise
    return handle


def _lies_there(handle: int, root: Path, real: Path) -> bool:
    """Whether what was opened lies in a folder; where no way can be gone folder by folder, links are followed again."""
    if not _STEP_BY_STEP:
        return _real(real) == real
    parts = real.relative_to(root).parts
    place = os.open(root, os.O_RDONLY | _DIRECTORY)
    try:
        for part in parts[:-1]:
            inner = os.open(part, os.O_RDONLY | _DIRECTORY | _NO_LINK, dir_fd=place)
            os.close(place)
            place = inner
        return os.path.samestat(os.fstat(handle), os.stat(parts[-1], dir_fd=place, follow_symlinks=False))
    except OSError:
        return False
    finally:
        os.close(place)
