"""The line before the workers: who came first is first, and a worker that holds the same examination does it."""

from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

from anyio import CapacityLimiter, Event, get_cancelled_exc_class, to_thread

from generator.desk.workers import BUSY, MEMORY, Answer, Worker, WorkError, log


class Pool:
    """Several workers; who asks waits for a free one, but not in a longer line than ``most``."""

    def __init__(self, count: int, most: int = 64, memory: int = MEMORY, niceness: int = 0) -> None:
        """Prepare them; the processes begin with ``begin``, or with their first task."""
        self._all = [Worker(memory, niceness) for _ in range(count)]
        self._free = list(self._all)  # the one that has rested longest is first
        self._line: deque[_Turn] = deque()
        self._most = most
        self._threads: CapacityLimiter | None = None

    @property
    def waiting(self) -> int:
        """How many stand in line."""
        return len(self._line)

    @property
    def well(self) -> bool:
        """Whether a process can do work: the last that was to begin did."""
        return all(worker.well for worker in self._all)

    def begin(self) -> None:
        """Begin all processes.

        Raises:
            WorkError: they cannot be begun.

        """
        for worker in self._all:
            worker.begin()

    async def ask(
        self, task: Mapping[str, object], seconds: float, gone: Callable[[], Awaitable[bool]] | None = None
    ) -> Answer:
        """Have a task done by a worker that is free; not where nobody waits for it any more, as ``gone`` tells.

        Raises:
            WorkError: it could not be, or too many wait already.

        """
        async with self._turn(str(task.get("key", ""))) as worker:
            if gone is not None and await gone():
                raise WorkError(BUSY, busy=True)
            if self._threads is None:
                self._threads = CapacityLimiter(len(self._all) + 1)
            try:
                return await to_thread.run_sync(
                    worker.ask, task, seconds, abandon_on_cancel=True, limiter=self._threads
                )
            except get_cancelled_exc_class():
                worker.stop()
                raise

    @asynccontextmanager
    async def _turn(self, key: str) -> AsyncIterator[Worker]:
        if self._free:
            worker = self._chosen(key)
        elif len(self._line) >= self._most:
            log.warning("Kön är full: %s väntar.", len(self._line))
            raise WorkError(BUSY, busy=True)
        else:
            worker = await self._waited()
        try:
            yield worker
        finally:
            self._give(worker)

    def _chosen(self, key: str) -> Worker:
        same = [each for each in self._free if key and each.key == key]
        worker = (same or self._free)[0]
        self._free.remove(worker)
        return worker

    async def _waited(self) -> Worker:
        turn = _Turn()
        self._line.append(turn)
        try:
            await turn.came.wait()
        except get_cancelled_exc_class():
            if turn.worker is None:
                self._line.remove(turn)
            else:
                self._give(turn.worker)
            raise
        if turn.worker is None:
            raise WorkError(BUSY, busy=True)
        return turn.worker

    def _give(self, worker: Worker) -> None:
        if self._line:
            turn = self._line.popleft()
            turn.worker = worker
            turn.came.set()
        else:
            self._free.append(worker)

    def end(self) -> None:
        """End all processes."""
        for worker in self._all:
            worker.end()


class _Turn:
    """One place in the line."""

    def __init__(self) -> None:
        """Wait, with no worker yet."""
        self.came, self.worker = Event(), None

    came: Event
    worker: Worker | None
