"""Importing WeasyPrint without waiting for the search for its libraries.

WeasyPrint tries several names of each library, and for each that the system's loader does not know Python starts
``ldconfig``, a compiler and a linker: fifty processes. On Linux the last name tried is the library's own, which the
loader finds alone.
"""

import ctypes.util
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

T = TypeVar("T")
FIND = "find_library"


def with_libraries(load: Callable[[], T]) -> T:
    """Do ``load``, on Linux with what the loader finds by itself; otherwise, and elsewhere, by all means.

    Raises:
        OSError: a library is missing.

    """
    if sys.platform == "linux":
        with suppress(OSError), _loader_alone():
            return load()
    return load()


@contextmanager
def _loader_alone() -> Iterator[None]:
    """Let Python search no library for those who ask for one by a name that is not its file's."""
    find = getattr(ctypes.util, FIND)
    setattr(ctypes.util, FIND, lambda _: None)
    try:
        yield
    finally:
        setattr(ctypes.util, FIND, find)
