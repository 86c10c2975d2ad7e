"""Processes that stand ready: each does one task at a time, and is ended when that takes too long."""

import queue
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from generator.desk.frames import GoneError, receive, send
from generator.isolated import command_of

MEMORY = 2 << 30
"""Bytes that one may take: ten times what a report of thirty pages needs."""
_LIFETIME = 4 * 3600
"""Seconds of a processor that one may use in all, where the system counts them."""
_TASKS = 500
"""Tasks after which a new one takes its place: whatever a file has left behind goes with it."""
EXAMINING, DRAWING = 20.0, 90.0
"""Seconds that an examination and a drawing may take."""

TOO_SLOW = (
    "Det tog för lång tid och avbröts. Något i underlaget är orimligt stort: se efter i bilderna, i texterna och i "
    "mallen."
)
BUSY = "Många arbetar just nu. Försök igen om en liten stund."


class WorkError(Exception):
    """A task came to nothing; ``str`` of it is a Swedish sentence. ``busy``: it may go better in a while."""

    def __init__(self, told: str, *, busy: bool = False) -> None:
        """Keep what to say."""
        super().__init__(told)
        self.busy = busy


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a task: bytes, and the name of the file that they are."""

    data: bytes
    name: str = ""


class Worker:
    """One process, begun when it is first needed and anew where it has ended."""

    def __init__(self, memory: int = MEMORY) -> None:
        """Begin nothing yet."""
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._done = 0

    def ask(self, task: Mapping[str, object], seconds: float) -> Answer:
        """Have a task done.

        Raises:
            WorkError: it could not be, or took longer than ``seconds``.

        """
        process = self._ready()
        if process.stdin is None or process.stdout is None:
            raise WorkError(TOO_SLOW)
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        try:
            send(process.stdin, task)  # type: ignore[arg-type] # a pipe
            head, data = receive(process.stdout)  # type: ignore[arg-type]
        except GoneError as error:
            self.end()
            raise WorkError(TOO_SLOW) from error
        finally:
            timer.cancel()
        self._done += 1
        if not head.get("ok"):
            raise WorkError(str(head.get("problem") or TOO_SLOW))
        return Answer(data, str(head.get("name") or ""))

    def begin(self) -> None:
        """Begin the process, so that the first task need not wait for it."""
        self._ready()

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._process is not None and (self._process.poll() is not None or self._done >= _TASKS):
            self.end()
        if self._process is None:
            command = [*command_of("generator.desk.child", "work"), str(_LIFETIME), str(self._memory)]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - our own
            self._done = 0
        return self._process

    def end(self) -> None:
        """End the process and wait until it is gone."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with suppress(OSError):  # what it did not take is still to be sent
                        stream.close()
            process.wait()


class Pool:
    """Several workers; who asks waits for a free one, but not in a longer line than ``most``."""

    def __init__(self, count: int, most: int = 64, memory: int = MEMORY) -> None:
        """Prepare them; the processes begin with ``begin``, or with their first task."""
        self._all = [Worker(memory) for _ in range(count)]
        self._free: queue.LifoQueue[Worker] = queue.LifoQueue()
        for worker in self._all:
            self._free.put(worker)
        self._waiting = threading.Semaphore(count + most)

    def begin(self) -> None:
        """Begin all processes."""
        for worker in self._all:
            worker.begin()

    def ask(self, task: Mapping[str, object], seconds: float) -> Answer:
        """Have a task done by the first that is free.

        Raises:
            WorkError: it could not be, or too many wait already.

        """
        with self._one() as worker:
            return worker.ask(task, seconds)

    @contextmanager
    def _one(self) -> Iterator[Worker]:
        if not self._waiting.acquire(blocking=False):
            raise WorkError(BUSY, busy=True)
        try:
            worker = self._free.get()
            try:
                yield worker
            finally:
                self._free.put(worker)
        finally:
            self._waiting.release()

    def end(self) -> None:
        """End all processes."""
        for worker in self._all:
            worker.end()
