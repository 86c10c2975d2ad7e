"""The streams that a program begins with: some may be closed, and what is written to them may not get through."""

import contextlib
import errno
import os
import sys

_REASONS = {
    errno.ENOSPC: "disken är full",
    errno.EDQUOT: "utrymmet på disken är slut",
    errno.EFBIG: "filen får inte bli så stor",
    errno.EACCES: "du saknar behörighet",
    errno.EPERM: "du saknar behörighet",
    errno.EROFS: "det går inte att skriva där",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.ENOENT: "mappen eller filen finns inte",
    errno.ENOTDIR: "en del av sökvägen är ingen mapp",
    errno.EISDIR: "det är en mapp",
    errno.ELOOP: "länkar leder runt i en ring",
    errno.EMFILE: "för många filer är öppna",
    errno.ENFILE: "för många filer är öppna",
    errno.ENOMEM: "minnet räcker inte",
    errno.EAGAIN: "datorn har inga fler processer att ge",
    errno.EBADF: "det går inte att skriva dit",
    errno.EIO: "läs- eller skrivfel",
}
"""What the operating system may answer, in words; the rest is told by its number."""


def open_closed_streams() -> None:
    """Give each stream that was closed before the program began one that takes all and gives nothing.

    Otherwise the next file that is opened would get its place, and be written to by whoever writes to the stream.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        with contextlib.suppress(OSError):
            if not _is_open(number):
                os.open(os.devnull, os.O_RDWR)  # the lowest number that is free: its own
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, "r" if name == "stdin" else "w", encoding="utf-8", closefd=False))  # noqa: SIM115


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def silence(*names: str) -> None:
    """Let the streams that are named take all from now on: what they still hold is lost without a word."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for name in names:
            os.dup2(nowhere, getattr(sys, name).fileno())


def told(error: OSError) -> str:
    """Say what the operating system refused. Without a file's name it was something to be shown."""
    from generator.ground.names import brief  # noqa: PLC0415 - the program begins before it is loaded

    if not error.filename and _stands_nowhere():
        return "Mappen du står i finns inte längre. Gå till en mapp som finns och försök igen."
    name = error.filename.decode(errors="replace") if isinstance(error.filename, bytes) else error.filename
    what = f"{brief(str(name))} kan inte läsas eller skrivas" if name else "Det som skulle visas kan inte skrivas ut"
    return f"{what}: {_REASONS.get(error.errno or 0, f'fel {error.errno} i datorns filsystem')}."


def _stands_nowhere() -> bool:
    try:
        os.getcwd()  # noqa: PTH109
    except OSError:
        return True
    return False
