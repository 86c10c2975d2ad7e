"""So many people who each send a folder every so many seconds to a server on this machine: how long they wait."""

import argparse
import random
import tempfile
import threading
import time
from pathlib import Path

from served import Served, serving

_HUNDRED = 100


def main() -> None:
    """Serve, let them send, and print what came of it: seconds of those who were answered, and how many were not."""
    asked = _asked()
    files = {f"f/{each.name}": each.read_bytes() for each in sorted(Path(asked.folder).iterdir()) if each.is_file()}
    took: list[float] = []
    wrong: list[int] = []
    with tempfile.TemporaryDirectory() as place:
        room = Path(place) / "tmp"
        room.mkdir()
        with serving(room, "--workers", str(asked.workers)) as served:
            until = time.monotonic() + asked.seconds
            given = (served, files, until, asked.every, took, wrong)
            people = [threading.Thread(target=_person, args=given) for _ in range(asked.people)]
            for each in people:
                each.start()
            for each in people:
                each.join()
            memory = _memory(served)
    took.sort()
    told = [f"p{share} {took[min(len(took) - 1, len(took) * share // _HUNDRED)]:.2f} s" for share in (50, 95, 100)]
    print(f"{len(took)} answers: {', '.join(told)}; {len(wrong)} not answered {sorted(set(wrong))}; {memory} MB")  # noqa: T201


def _person(  # noqa: PLR0917 - what all of them share
    served: Served, files: dict[str, bytes], until: float, every: float, took: list[float], wrong: list[int]
) -> None:
    time.sleep(random.uniform(0, every))  # noqa: S311 - nobody begins at the same moment
    while time.monotonic() < until:
        begun = time.monotonic()
        try:
            status = served.send("/examined?parts=report", files).status
        except OSError:
            status = 0
        seconds = time.monotonic() - begun
        (took if status == 200 else wrong).append(seconds if status == 200 else status)  # type: ignore[arg-type]
        time.sleep(max(0.0, every - seconds))


def _memory(served: Served) -> int:
    """Megabytes of the server and its workers, shared ones counted once for each."""
    pids = [served.process.pid, *served.children()]
    pages = (int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) for pid in pids)
    return sum(pages) * 4096 // 1_000_000


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", default="inputs/sydnarke-2021")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--every", type=float, default=10.0, help="seconds")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long it goes on")
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
