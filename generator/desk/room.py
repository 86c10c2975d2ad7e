"""A folder of this process's own, in which whatever it and its workers put down for a while lies: gone when they end.

A process that is killed cannot take its folder away. So each folder has a lock beside it that lasts as long as its
process; the next to begin takes away those that nobody holds, of the same user and of this program alone.
"""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX, _LOCK = "arsredovisning-sida-", ".lock"
_TRIES = 20


@contextmanager
def own_room() -> Iterator[Path]:
    """A folder for all that is put down for a while, here and in libraries; nothing of it is left afterwards.

    Raises:
        OSError: there is nowhere to put anything down.

    """
    top, before = Path(tempfile.gettempdir()), tempfile.tempdir
    _sweep(top)
    lock, descriptor = _new_lock(top)
    room = lock.with_suffix("")
    try:
        room.mkdir(mode=0o700)
        tempfile.tempdir = str(room)
        yield room
    finally:
        tempfile.tempdir = before
        _away(room)  # before the lock, so that a folder without one is nobody's
        with suppress(OSError):
            lock.unlink()
        os.close(descriptor)
        with suppress(OSError):  # Windows takes away no file that is open
            lock.unlink()


def corner() -> Path:
    """A folder within the room, for one worker."""
    return Path(tempfile.mkdtemp(prefix="arbete-"))


def leave(place: Path) -> None:
    """Take away what a worker put down, and its folder."""
    _away(place)


def _away(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)  # goes through no link


def _sweep(top: Path) -> None:
    """Take away what processes that are no more have left."""
    with suppress(OSError):
        left = [each.with_suffix("") for each in top.glob(f"{_PREFIX}*") if _is_mine(each)]
        for room in set(left):
            lock = room.with_suffix(_LOCK)
            descriptor = _open(lock)
            if descriptor is None or _holds(descriptor):
                _away(room)
                with suppress(OSError):
                    lock.unlink()
            if descriptor is not None:
                os.close(descriptor)


def _is_mine(path: Path) -> bool:
    try:
        found = path.lstat()
    except OSError:
        return False
    kind = stat.S_ISREG if path.suffix == _LOCK else stat.S_ISDIR
    return kind(found.st_mode) and (not hasattr(os, "getuid") or found.st_uid == os.getuid())


def _new_lock(top: Path) -> tuple[Path, int]:
    for _ in range(_TRIES):
        descriptor, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_LOCK, dir=top)
        if _holds(descriptor):
            return Path(name), descriptor
        os.close(descriptor)  # another that begins took it for one that was left
    message = "Inget tillfälligt utrymme kan låsas."
    raise OSError(message)


def _open(lock: Path) -> int | None:
    try:
        return os.open(lock, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0))
    except OSError:
        return None


def _holds(descriptor: int) -> bool:
    """Take the lock, if nobody has it; it is let go of when the process ends, however that happens."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        return _holds_on_windows(descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _holds_on_windows(descriptor: int) -> bool:
    import msvcrt  # noqa: PLC0415 - only there

    try:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True
