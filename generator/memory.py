"""Limits to the memory and time of a run, where the operating system has them: what is vast ends in a sentence."""

import contextlib
import math

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
