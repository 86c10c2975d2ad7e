"""Many runs, in processes of their own: what fells one, or never ends, is one run's fault and stops no other."""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from fuzzing.asked import Fault
from fuzzing.runs import Result, Run, ran

LONGEST = 180.0
"""Seconds without an answer after which a process is taken to hang."""
BATCH = 40
"""Runs that one process does: what the program remembers is not kept for ever."""

_PROCESSES = multiprocessing.get_context("fork")


@dataclass
class _Worker:
    """A process at work on some runs, and the one that it has begun."""

    process: BaseProcess
    answers: Connection
    runs: list[Run]
    since: float = field(default_factory=time.monotonic)


def every(runs: Iterator[Run], jobs: int, do: Callable[[Run], Result] = ran) -> Iterator[Result]:
    """What came of each run, as they end. The runs are taken from their iterator when there is a process free."""
    workers: list[_Worker] = []
    try:
        while True:
            while len(workers) < jobs and (batch := list(islice(runs, BATCH))):
                workers.append(_begun(batch, do))
            if not workers:
                return
            wait([each.answers for each in workers], timeout=5)
            for worker in workers:
                yield from _heard(worker, workers, do)
    finally:
        for worker in workers:
            worker.process.kill()


def _begun(runs: list[Run], do: Callable[[Run], Result]) -> _Worker:
    answers, there = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=_work, args=(runs, there, do), daemon=True)
    process.start()
    there.close()
    return _Worker(process, answers, runs)


def _work(runs: Sequence[Run], answers: Connection, do: Callable[[Run], Result]) -> None:
    for run in runs:
        answers.send(do(run))
    answers.close()
    os._exit(0)


def _heard(worker: _Worker, workers: list[_Worker], do: Callable[[Run], Result]) -> Iterator[Result]:
    """The answers of a process; where it is gone or hangs, that of the run it was at, and another takes over."""
    try:
        while worker.answers.poll():
            result: Result = worker.answers.recv()
            worker.runs.pop(0)
            worker.since = time.monotonic()
            yield result
        if time.monotonic() - worker.since < LONGEST:
            return
        kind = "hang"
    except EOFError:
        kind = "crash"
    worker.process.kill()
    worker.process.join()
    workers.remove(worker)
    if worker.runs:
        fallen, *rest = worker.runs
        yield Result(fallen, (Fault(kind, f"process ended with {worker.process.exitcode}"),))
        if rest:
            workers.append(_begun(rest, do))
