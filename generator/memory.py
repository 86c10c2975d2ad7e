"""Limits to the memory and time of a run, where the operating system has them: what is vast ends in a sentence."""

import contextlib
import math
import os
import sys
import time

MOST = 4 << 30
"""Bytes that a process may ask for: twenty times what a report of thirty pages takes."""


def bound_memory() -> None:
    """Let no more memory be had than that, here and in what is started from here. Not on Windows."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or hard > MOST:
            resource.setrlimit(resource.RLIMIT_AS, (MOST, hard))


def bound_child(seconds: float, memory: int) -> None:
    """Bound a process of its own: whoever waits for it so long may be stopped before it. Not on Windows."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        most = math.ceil(seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # what was read is left on no disk


def bound_task(seconds: float) -> None:
    """Let this process use so much more of a processor, and be ended by the system after it. Not on Windows."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        until = math.ceil(time.process_time() + seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (min(until, hard), hard))


def most_used() -> int:
    """Bytes of memory that this process has had at most; 0 where the system does not tell."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415 - not on Windows

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return int(most) if sys.platform == "darwin" else int(most) << 10
    return 0


def step_aside(niceness: int) -> None:
    """Let others before, so far as the system has it."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(niceness)
