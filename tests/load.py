"""So many people who each send a folder every so many seconds to a server on this machine: how long they wait.

Each works with one of the folders, and has changed an amount each time: nothing is answered from memory.
"""

import argparse
import io
import random
import re
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterable, Mapping
from itertools import cycle
from pathlib import Path

from served import Served, serving

_HUNDRED = 100
_BOOK = "underlag.xlsx"
_AMOUNT = re.compile(rb'(?<="><v>)\d{6,}(?=(?:\.\d+)?</v>)')
"""A number typed in a cell that is neither a year nor a day."""

Files = Mapping[str, bytes]


def main() -> None:
    """Serve, let them send, and print what came of it: seconds of those who were answered, and how many were not."""
    asked = _asked()
    times = int(asked.seconds / asked.every) + 1
    sent = [list(_saves(folder, times)) for folder, _ in zip(cycle(asked.folders), range(asked.people), strict=False)]
    took: list[float] = []
    wrong: list[int] = []
    with tempfile.TemporaryDirectory() as place:
        room = Path(place) / "tmp"
        room.mkdir()
        with serving(room, "--workers", str(asked.workers)) as served:
            until = time.monotonic() + asked.seconds
            given = (until, asked.every, took, wrong)
            people = [threading.Thread(target=_person, args=(served, each, *given)) for each in sent]
            for each in people:
                each.start()
            for each in people:
                each.join()
            memory = _memory(served)
    took.sort()
    told = [f"p{share} {took[min(len(took) - 1, len(took) * share // _HUNDRED)]:.2f} s" for share in (50, 95, 100)]
    print(f"{len(took)} answers: {', '.join(told)}; {len(wrong)} not answered {sorted(set(wrong))}; {memory} MB")  # noqa: T201


def _person(  # noqa: PLR0917 - what all of them share
    served: Served, saves: Iterable[Files], until: float, every: float, took: list[float], wrong: list[int]
) -> None:
    time.sleep(random.uniform(0, every))  # noqa: S311 - nobody begins at the same moment
    for files in saves:
        begun = time.monotonic()
        if begun > until:
            break
        try:
            status = served.send("/examined?parts=report", files).status
        except OSError:
            status = 0
        seconds = time.monotonic() - begun
        (took if status == 200 else wrong).append(seconds if status == 200 else status)  # type: ignore[arg-type]
        time.sleep(max(0.0, every - seconds))


def _saves(folder: str, times: int) -> Iterable[Files]:
    """The files of a folder, with another amount in the workbook each time."""
    files = {f"f/{each.name}": each.read_bytes() for each in sorted(Path(folder).iterdir()) if each.is_file()}
    with zipfile.ZipFile(io.BytesIO(files[f"f/{_BOOK}"])) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    cells = [
        (name, found) for name, data in parts.items() if "/worksheets/" in name for found in _AMOUNT.finditer(data)
    ]
    for _ in range(times):
        name, found = random.choice(cells)  # noqa: S311 - no secret
        amount = int(found[0]) + random.randint(1, 99_999)  # noqa: S311 - nor this
        changed = b"%b%d%b" % (parts[name][: found.start()], amount, parts[name][found.end() :])
        yield {**files, f"f/{_BOOK}": _packed({**parts, name: changed})}


def _packed(parts: Files) -> bytes:
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return book.getvalue()


def _memory(served: Served) -> int:
    """Megabytes of the server and its workers, shared ones counted once for each."""
    pids = [served.process.pid, *served.children()]
    pages = (int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) for pid in pids)
    return sum(pages) * 4096 // 1_000_000


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", default=sorted(map(str, Path("inputs").glob("*/"))), help="(inputs/*)")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--every", type=float, default=10.0, help="seconds")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long it goes on")
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
