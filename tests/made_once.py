"""Files that take seconds to make and that several tests look at: each is made once in a whole run.

The tests run in several processes (pytest-xdist). The one that needs a file first makes it, and leaves it in a folder
of the run for the others. Should two need it at once, both make it: they make the same bytes.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

_MADE: dict[str, bytes] = {}
_FOLDERS: list[Path] = []
"""Where there are several processes: their common folder, and in it a folder with what this one has begun."""


def share_between_processes(config: pytest.Config) -> None:
    """Let the processes of a run have a folder in common: in pytest's, beside those for the files of their tests."""
    if hasattr(config, "workerinput"):
        tests_files = Path(config.option.basetemp)
        common = tests_files.parent / "made-once"
        _FOLDERS[:] = [common, common / tests_files.name]
        for folder in _FOLDERS:
            folder.mkdir(exist_ok=True)


def once(name: str, make: Callable[[], bytes]) -> bytes:
    """A file by its name: as it was made before, in this process or another, or else made now."""
    if name not in _MADE:
        _MADE[name] = _shared(name, make) if _FOLDERS else make()
    return _MADE[name]


def _shared(name: str, make: Callable[[], bytes]) -> bytes:
    common, begun = (folder / name for folder in _FOLDERS)
    if not common.exists():
        begun.write_bytes(make())
        begun.replace(common)  # so that nobody finds half a file
    return common.read_bytes()
