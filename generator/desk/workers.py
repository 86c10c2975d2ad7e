"""Processes that stand ready: each does one task at a time, and is ended when that takes too long."""

import logging
import os
import signal
import subprocess
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.desk.frames import GoneError, receive, send
from generator.desk.room import corner, leave
from generator.isolated import command_of

MEMORY = 2 << 30
"""Bytes that one may take: ten times what a report of thirty pages needs."""
_TASKS = 500
"""Tasks after which a new one takes its place: whatever a file has left behind goes with it."""
EXAMINING, DRAWING = 20.0, 90.0
"""Seconds of a processor that an examination and a drawing may take."""
_PATIENCE = 3.0
"""So many times longer may it take by the clock: a machine that is busy with others' work is no fault of a file."""
_LAST_WORDS = 2.0
"""Seconds to wait for a process that has broken off, to know how it ended."""
_KEPT = frozenset(
    (
        *("PATH", "LANG", "LC_ALL", "LC_CTYPE", "HOME", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"),
        *("FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_CACHE_HOME", "XDG_DATA_DIRS", "WEASYPRINT_DLL_DIRECTORIES"),
        *("PYTHONSAFEPATH", "PYTHONNOUSERSITE", "PYDANTIC_DISABLE_PLUGINS"),
        *("SYSTEMROOT", "WINDIR", "PATHEXT", "LOCALAPPDATA", "APPDATA", "USERPROFILE", "PROGRAMDATA"),
    )
)
"""What a worker knows of its surroundings: where libraries and fonts are, and no key or password of anybody's."""

TOO_SLOW = (
    "Det tog för lång tid och avbröts. Något i underlaget är orimligt stort: se efter i bilderna, i texterna och i "
    "mallen."
)
LOST = (
    "Arbetet avbröts, troligen för att minnet tog slut. Är något i underlaget orimligt stort, som en bild eller en "
    "mall? Gör det mindre. Försök annars igen."
)
BUSY = "Många arbetar just nu. Försök igen om en liten stund."

log = logging.getLogger("arsredovisning")


class WorkError(Exception):
    """A task came to nothing; ``str`` of it is a Swedish sentence. ``busy``: it may go better in a while."""

    def __init__(self, told: str, *, busy: bool = False) -> None:
        """Keep what to say."""
        super().__init__(told)
        self.busy = busy


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a task: bytes, and the name of the file that they are; ``told`` is what there is to say of it."""

    data: bytes
    name: str = ""
    told: str = ""


class Worker:
    """One process, begun when it is first needed and anew where it has ended."""

    def __init__(self, memory: int = MEMORY, niceness: int = 0) -> None:
        """Begin nothing yet. ``niceness`` is how far it steps aside for others, as the system counts it."""
        self._memory, self._niceness = memory, niceness
        self._process: subprocess.Popen[bytes] | None = None
        self._place: Path | None = None
        self._done = 0
        self._one = threading.Lock()
        self.key = ""
        """What the examination that it holds is known by."""
        self.well = True
        """Whether its process could be begun when it was last needed."""

    def ask(self, task: Mapping[str, object], seconds: float) -> Answer:
        """Have a task done.

        Raises:
            WorkError: it could not be, or took more than ``seconds`` of a processor.

        """
        with self._one:
            process, over = self._ready(), threading.Event()
            timer = threading.Timer(seconds * _PATIENCE, _stop, (process, over))
            timer.start()
            try:
                head, data = _exchange(process, {**task, "seconds": seconds})
            except GoneError as error:
                told = _how(process, over)
                log.warning("Ett arbete avbröts: %s.", "för lång tid" if told == TOO_SLOW else "processen dog")
                self.end()
                raise WorkError(told) from error
            finally:
                timer.cancel()
            self._done += 1
            self.key = str(task.get("key", ""))
            if head.get("worn"):
                self.end()
        if not head.get("ok"):
            raise WorkError(str(head.get("problem") or TOO_SLOW))
        return Answer(data, str(head.get("name") or ""), str(head.get("told") or ""))

    def begin(self) -> None:
        """Begin the process, so that the first task need not wait for it."""
        self._ready()

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._process is not None and (self._process.poll() is not None or self._done >= _TASKS):
            self.end()
        if self._process is None:
            command = [*command_of("generator.desk.child", "work"), str(self._niceness), str(self._memory)]
            try:
                self._place = corner()
                self._process = subprocess.Popen(  # noqa: S603 - our own
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,  # what libraries say of a file is nobody's to read in a log
                    env=_surroundings(self._place),
                )
            except OSError as error:  # no memory or no place for another process
                log.error("Ingen process kunde startas: %s.", type(error).__name__)  # noqa: TRY400 - no trace
                self.end()
                self.well = False
                raise WorkError(BUSY, busy=True) from error
            self._done, self.key, self.well = 0, "", True
        return self._process

    def stop(self) -> None:
        """End the process at once; whoever waits for it is told."""
        process = self._process
        if process is not None:
            process.kill()

    def end(self) -> None:
        """End the process and wait until it is gone, with all that it put down."""
        process, self._process, self.key = self._process, None, ""
        place, self._place = self._place, None
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with suppress(OSError):
                        stream.close()
            process.wait()
        if place is not None:
            leave(place)


def _exchange(process: subprocess.Popen[bytes], task: Mapping[str, object]) -> tuple[dict[str, object], bytes]:
    if process.stdin is None or process.stdout is None:
        raise GoneError
    send(process.stdin, task)  # type: ignore[arg-type] # a pipe
    return receive(process.stdout)  # type: ignore[arg-type]


def _stop(process: subprocess.Popen[bytes], over: threading.Event) -> None:
    over.set()
    process.kill()


def _how(process: subprocess.Popen[bytes], over: threading.Event) -> str:
    """Say why a process broke off: it was stopped for its time, by the clock or by the system, or lost."""
    try:
        status = process.wait(_LAST_WORDS)
    except subprocess.TimeoutExpired:
        return LOST
    counted = getattr(signal, "SIGXCPU", None)
    return TOO_SLOW if over.is_set() or (counted is not None and status == -counted) else LOST


def _surroundings(place: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name.upper() in _KEPT}
    return {**kept, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(place))}
