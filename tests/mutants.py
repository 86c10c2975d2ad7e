"""How many mistakes in the code the tests notice: small ones are planted, one at a time, and the tests run.

Run by hand: ``script/mutants --sample 150 --seed 1``. The same seed draws the same mistakes in the same code. A
mistake meets the tests that reach its statements, those that go where few others go first, until one fails or as many
seconds of work as ``--seconds`` have been done. Which tests reach what is recorded once, in ``.venv``, and again for
what has changed since.
"""

import argparse
import hashlib
import json
import multiprocessing
import os
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import connection
from multiprocessing.context import ForkProcess
from pathlib import Path

# Imported before the processes part, so that each need not; nothing of the program may be.
import hypothesis  # noqa: F401
import mutant_runs
import openpyxl  # noqa: F401
import weasyprint  # noqa: F401
from mutant_kinds import Mutant, mutants_of

CODE = ("figures/*", "statements/*", "checks/*", "subjects/*/rules*", "subjects/*/figures*", "model/reading")
DRAWN = (
    *("test_accessibility", "test_document", "test_drawing", "test_footnotes", "test_fuzz", "test_handbook"),
    *("test_looks", "test_mutants", "test_mutations", "test_packaging", "test_templates"),
)
"""Files of tests that draw whole reports or run for long, and tell little of an amount or a rule."""
KEPT = Path(".venv/mutants")


@dataclass(frozen=True)
class Recorded:
    """A test as recorded: its file, its seconds of work, and the blocks of statements that it reached."""

    file: str
    name: str
    seconds: float
    reached: frozenset[str]


def main() -> None:
    """Plant the mistakes and print those that no test noticed, and the share that some did."""
    parser = argparse.ArgumentParser(prog="script/mutants")
    parser.add_argument("--sample", type=int, default=100, help="how many mistakes (100)")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws others (1)")
    parser.add_argument("--seconds", type=float, default=30, help="of tests for a mistake, at most (30)")
    parser.add_argument("paths", nargs="*", type=Path)
    wanted = parser.parse_args()
    code = sorted({str(path) for each in CODE for path in Path("generator").glob(f"{each}.py")})
    within = [path for path in code if _is_within(Path(path), wanted.paths)]
    planted = [mutant for path in within for mutant in mutants_of(path)]
    drawn = sorted(random.Random(wanted.seed).sample(planted, min(wanted.sample, len(planted))))  # noqa: S311
    tests = recorded(code)
    chosen = [choose(mutant, tests, wanted.seconds) for mutant in drawn]
    limit = round(4 * wanted.seconds) + 30
    runs = [
        (mutant_runs.run_mutant, (mutant.path, mutant.source(), each, limit))
        for mutant, each in zip(drawn, chosen, strict=True)
    ]
    survived = 0
    for at, exit_code in finished(runs):
        if exit_code == 0:
            survived += 1
            print(drawn[at].diff(), end="\n\n", flush=True)  # noqa: T201
    noticed = len(drawn) - survived
    print(f"{noticed} of {len(drawn)} noticed ({noticed / max(len(drawn), 1):.0%}), of {len(planted)} possible")  # noqa: T201


def _is_within(path: Path, wanted: Sequence[Path]) -> bool:
    return not wanted or any(path == each or each in path.parents for each in wanted)


def choose(mutant: Mutant, tests: Sequence[Recorded], seconds: float) -> dict[str, list[str]]:
    """The tests for a mistake, by file: those that reach its block, then others there, which may use what they made.

    Of those that reach it, those that go where few others go in its file come first, then the quickest. What stands
    outside any function is reached by those that reach one of its file, or else of its folder.
    """
    short = [test for test in tests if test.seconds <= seconds]
    reaching = [test for test in short if mutant.key in test.reached]
    for place in (f"{mutant.path}:", f"{Path(mutant.path).parent}/"):
        reaching = reaching or [test for test in short if any(each.startswith(place) for each in test.reached)]
    files = {test.file for test in reaching}
    own = {test: [each for each in test.reached if each.startswith(f"{mutant.path}:")] for test in reaching}
    passing = Counter(each for reached in own.values() for each in reached)
    about = {test: sum(1 / passing[each] for each in reached) for test, reached in own.items()}
    usable = [test for test in short if test.file in files and test.name]
    chosen: dict[str, list[str]] = {}
    for test in sorted(usable, key=lambda test: (test not in about, -about.get(test, 0), test.seconds, test.name)):
        if test.seconds <= seconds:
            seconds -= test.seconds
            chosen.setdefault(test.file, []).append(test.name)
    return chosen


def recorded(code: Sequence[str]) -> list[Recorded]:
    """What each test reaches; files of tests that have not been recorded with this code are run once."""
    KEPT.mkdir(exist_ok=True)
    files = [str(path) for path in sorted(Path("tests").rglob("test_*.py")) if path.stem not in DRAWN]
    program = [Path(mutant_runs.__file__), *sorted(Path("generator").rglob("*.py"))]
    saved = {file: KEPT / f"{_sum([*program, Path(file)])}.json" for file in files}
    missing = [file for file in files if not saved[file].exists()]
    for _ in finished([(mutant_runs.record, (code, file, saved[file])) for file in missing]):
        pass
    return [test for file in files if saved[file].exists() for test in _tests(file, saved[file])]


def _sum(paths: Iterable[Path]) -> str:
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()[:20]


def _tests(file: str, saved: Path) -> Iterator[Recorded]:
    for name, (seconds, reached) in json.loads(saved.read_text("utf-8")).items():
        yield Recorded(file, name, seconds, frozenset(reached))


Run = tuple[Callable[..., None], tuple[object, ...]]
"""What is called, and with what, in a process of its own."""


def finished(runs: Sequence[Run]) -> Iterator[tuple[int, int | None]]:
    """Run on all processors; yield each run's number and exit code when it ends."""
    forking = multiprocessing.get_context("fork")
    waiting = list(enumerate(runs))[::-1]
    going: dict[object, tuple[int, ForkProcess]] = {}
    while waiting or going:
        while waiting and len(going) < (os.cpu_count() or 1):
            number, (call, arguments) = waiting.pop()
            process = forking.Process(target=call, args=arguments)
            process.start()
            going[process.sentinel] = number, process
        for sentinel in connection.wait([process.sentinel for _, process in going.values()]):
            number, process = going.pop(sentinel)
            process.join()
            yield number, process.exitcode


if __name__ == "__main__":
    main()
