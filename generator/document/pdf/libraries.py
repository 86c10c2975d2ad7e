"""Importing WeasyPrint without waiting for the search for its libraries.

WeasyPrint tries several names of each library, and for each that the system's loader does not know Python starts
``ldconfig``, a compiler and a linker: fifty processes. On Linux the last name tried is the library's own, which the
loader finds alone. So it does on Windows where the program brings its libraries; another program's, which the search
would find on the PATH, may not fit them.
"""

import ctypes.util
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from generator.ground.places import own_libraries
from generator.opener import is_file

T = TypeVar("T")
FIND = "find_library"
_FOLDERS = "WEASYPRINT_DLL_DIRECTORIES"
"""Where WeasyPrint looks for libraries on Windows."""


def with_libraries(load: Callable[[], T]) -> T:
    """Do ``load`` with what the loader finds by itself, on Linux and of the program's own; otherwise by all means.

    Raises:
        OSError: a library is missing.

    """
    own = own_libraries()
    if own:
        os.environ[_FOLDERS] = str(own)  # where they find each other
        with suppress(OSError), _found_by(partial(_in_folder, own)):
            return load()
    if sys.platform == "linux":
        with suppress(OSError), _found_by(lambda _: None):
            return load()
    return load()


def _in_folder(folder: Path, name: str) -> str | None:
    """The path of a library that is asked for by its name."""
    path = folder / f"{name}.dll"
    return str(path) if is_file(path, None) else None


@contextmanager
def _found_by(find: Callable[[str], str | None]) -> Iterator[None]:
    """Let Python search libraries in this way for those who ask for one by a name that is not its file's."""
    before = getattr(ctypes.util, FIND)
    setattr(ctypes.util, FIND, find)
    try:
        yield
    finally:
        setattr(ctypes.util, FIND, before)
