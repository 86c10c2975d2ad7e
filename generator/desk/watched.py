"""Noticing that something in a folder was saved: at once where the system tells, within a second where it does not."""

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from anyio import Event, sleep
from watchfiles import awatch

from generator.opener import is_folder, listed, saved
from generator.workbook.load import find_workbook

_QUIET, _TOGETHER, _ANYWAY = 10, 60, 1000
"""Milliseconds: so long without a further event; at most so long for one save; a look without any event."""
_AWAY, _LOOKS = 0.05, 40
"""Excel takes the file away before it puts the new one there: so long between looks, and so many."""
_DEEPEST = 3
_MOST = 2000
_NOT_READ = ("~$", ".")
_MADE = frozenset({"output", "utskick", "blanketter"})
"""Folders of what is made, which nothing is made of."""

State = Mapping[str, tuple[int, int]]


def state_of(folder: Path) -> State:
    """When each file of a folder was saved, and how large it is."""
    found: dict[str, tuple[int, int]] = {}
    _look(folder, "", found, 0)
    return found


def _look(folder: Path, before: str, found: dict[str, tuple[int, int]], depth: int) -> None:
    for each in listed(folder):
        if each.name.startswith(_NOT_READ) or len(found) >= _MOST:
            continue
        if not is_folder(each, folder):
            found[f"{before}{each.name}"] = saved(each)
        elif depth < _DEEPEST and each.name not in _MADE:
            _look(each, f"{before}{each.name}/", found, depth + 1)


async def _signs(folder: Path, stop: Event) -> AsyncIterator[None]:
    """Give a sign when the system tells of something, and each second in any case, also where it tells of nothing."""
    watching = awatch(
        folder,
        watch_filter=None,
        debounce=_TOGETHER,
        step=_QUIET,
        stop_event=stop,
        rust_timeout=_ANYWAY,
        yield_on_timeout=True,
        ignore_permission_denied=True,
    )
    try:
        async for _ in watching:
            yield
    except (OSError, RuntimeError):  # the system's limit of watches is reached, or the disk is of a kind without any
        while not stop.is_set():
            await sleep(_ANYWAY / 1000)
            yield


async def saves(given: Path, stop: Event) -> AsyncIterator[None]:
    """Tell of each save of the workbook that ``given`` means, or of anything beside it."""
    folder = given if is_folder(given, None) else given.parent
    before = state_of(folder)
    async for _ in _signs(folder, stop):
        now = state_of(folder)
        for _ in range(_LOOKS):
            if now == before or find_workbook(given)[1] is None:
                break
            await sleep(_AWAY)
            now = state_of(folder)
        if now != before:
            before = now
            yield
