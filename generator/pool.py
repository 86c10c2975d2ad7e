"""Doing the same with several things at once, in the processes of a pool, and giving what came of each in order."""

import gc
import os
import pickle
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Generator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from generator.isolated import isolate
from generator.stopping import deafen

T = TypeVar("T")
R = TypeVar("R")

MOST = 61
"""Processes at most: Windows waits for no more."""

# Linux can start a process as a copy of this one, with all that is loaded; elsewhere that is not safe.
_START = "fork" if sys.platform == "linux" else "spawn"


class LostProcessError(Exception):
    """A process ended before its work was done; ``str`` of it is a Swedish sentence."""

    def __str__(self) -> str:
        """Say what may have happened, and what helps."""
        return (
            "En del av arbetet avbröts, kanske för att minnet inte räckte. Gör ett underlag åt gången: --processes 1."
        )


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    work: Callable[[T], R], tasks: Sequence[T], processes: int | None = None, start: str = _START
) -> Generator[R, None, None]:
    """Do ``work`` with each task and give what came of each, in order; what it raises is raised here.

    One task, or one process, needs no pool. Without ``processes`` there are as many as processors. Work, tasks and
    results are pickled. Where the caller goes no further, as at Ctrl+C, what is under way is stopped.

    Raises:
        LostProcessError: a process ended before its work was done.

    """
    workers = min(len(tasks), processes or processors(), MOST)
    if workers <= 1:
        yield from map(work, tasks)
        return
    if start != "fork":
        isolate()  # such a process would look for its modules where the user stands
    import multiprocessing  # noqa: PLC0415 - what one underlag alone does not wait for
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="arsredovisning-", ignore_cleanup_errors=True) as place:
        context = multiprocessing.get_context(start)
        pool = ProcessPoolExecutor(workers, context, _begin, (place, gc.get_threshold()))
        try:
            for done in pool.map(partial(_kept, work), tasks):
                result: R = pickle.loads(done.read_bytes())  # noqa: S301 - our own process wrote it
                done.unlink()
                yield result
        except BrokenProcessPool as error:
            raise LostProcessError from error
        except BaseException:
            for process in multiprocessing.active_children():
                process.terminate()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


def _begin(place: str, garbage: tuple[int, int, int]) -> None:
    """Begin a process: only the first one hears Ctrl+C, and all files of its own lie where that one removes them.

    The first one ends the others; one that it leaves behind, because it was killed, ends by itself.
    """
    deafen()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    tempfile.tempdir = place
    gc.set_threshold(*garbage)


def _end_with_parent() -> None:
    from multiprocessing import connection, parent_process  # noqa: PLC0415 - loaded where there are several processes

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _kept(work: Callable[[T], R], task: T) -> Path:
    """Do the work, and keep what came of it in a file until its turn.

    What is sent between processes is a name alone: of a whole report, the half might be sent when this one is stopped.
    """
    handle, name = tempfile.mkstemp()
    with os.fdopen(handle, "wb") as file:
        pickle.dump(work(task), file)
    return Path(name)
