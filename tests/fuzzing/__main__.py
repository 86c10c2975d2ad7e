"""Run by hand: ``script/fuzz``. Prints a line a minute, and last the faults by kind; keeps new ones, reduced."""

import argparse
import itertools
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from fuzzing.asked import Fault
from fuzzing.reduced import reduced
from fuzzing.runs import INPUTS, Result, Run, made, ran, random_run, run_of
from fuzzing.workers import every

BASES = tuple(sorted(path.name for path in INPUTS.iterdir()))
MINUTE = 60
KEPT_OF_ONE = 3
"""So many runs are kept of faults of one kind at one place."""


def say(text: str) -> None:
    """Print it at once."""
    print(text, flush=True)  # noqa: T201 - run by hand


def main() -> None:
    """Run as many as asked for, and tell."""
    given = _given()
    if given.again:
        sys.exit(_again(run_of(given.again)))
    seed = given.seed if given.seed is not None else int(time.time())
    say(f"seed {seed}, inputs {', '.join(given.inputs)}")
    end = time.monotonic() + given.minutes * MINUTE if given.minutes else None
    counted = Tally(given.keep)
    for result in every(_runs(seed, given.runs, end, given.inputs), given.jobs):
        counted.add(result)
    counted.told(whole=True)
    sys.exit(bool(counted.kinds))


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="script/fuzz", description="Faults at random in the inputs.")
    parser.add_argument("--minutes", type=float, help="so long")
    parser.add_argument("--runs", type=int, help="so many, 200 where no minutes are given")
    parser.add_argument("--seed", type=int, help="the same seed gives the same runs")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--keep", type=Path, help="a folder for the runs with faults")
    parser.add_argument("--again", metavar="RUN", help="one run, as it was written")
    parser.add_argument("--inputs", nargs="+", default=BASES, help="of which inputs; small is that of the tests")
    given = parser.parse_args()
    if given.runs is None and given.minutes is None:
        given.runs = 200
    return given


def _runs(seed: int, most: int | None, end: float | None, bases: tuple[str, ...]) -> Iterator[Run]:
    for number in itertools.count() if most is None else range(most):
        if end is not None and time.monotonic() > end:
            return
        yield random_run(f"{seed} {number}", bases)


def _again(run: Run) -> bool:
    result = ran(run)
    say(f"{run}: {result.seconds:.2f} s, readable {result.readable}, errors {result.has_errors}")
    for fault in result.faults:
        say(f"  {fault}")
    return bool(result.faults)


class Tally:
    """What came of all runs so far; keeps those with new faults in a folder."""

    def __init__(self, keep: Path | None) -> None:
        self.keep, self.start, self.said = keep, time.monotonic(), time.monotonic()
        self.runs: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.faults: Counter[tuple[str, str]] = Counter()
        self.slowest = 0.0

    def add(self, result: Result) -> None:
        """Count a run, keep it where it has a fault that few had."""
        self.runs.update(
            ["all", *(("refused",) if not result.readable else ("errors",) if result.has_errors else ("whole",))]
        )
        self.runs.update(["drawn"] if result.drawn else [])
        self.slowest = max(self.slowest, result.seconds)
        self.kinds.update({fault.kind for fault in result.faults})
        for fault in {(each.kind, each.key): each for each in result.faults}.values():
            self.faults[fault.kind, fault.key] += 1
            if self.keep and self.faults[fault.kind, fault.key] <= KEPT_OF_ONE:
                kept(self.keep, result, fault, self.faults[fault.kind, fault.key])
        if time.monotonic() - self.said > MINUTE:
            self.told(whole=False)

    def told(self, *, whole: bool) -> None:
        """Print a line, or all of it."""
        self.said = time.monotonic()
        seconds = self.said - self.start
        runs = self.runs["all"]
        of = ", ".join(f"{self.runs[name]} {name}" for name in ("whole", "errors", "refused", "drawn"))
        rate = f"{runs / seconds:.1f} a second, slowest {self.slowest:.1f} s"
        say(f"{seconds / MINUTE:.1f} min: {runs} runs ({of}), {rate}; with faults: {dict(self.kinds) or 'none'}")
        for (kind, key), count in self.faults.most_common() if whole else ():
            say(f"  {count:6} {100 * count / max(runs, 1):6.2f} %  {kind}: {key}")


def kept(place: Path, result: Result, fault: Fault, number: int) -> None:
    """Keep the underlag of a run, reduced, with how to run it again and what was wrong."""
    run = result.run if fault.kind == "crash" else reduced(result, fault)
    name = "".join(sign if sign.isalnum() else "-" for sign in f"{fault.kind}-{fault.key}")[:70]
    folder = made(run).written(place / f"{name}-{number}" / run.base.partition("+")[0])
    again = next((each for each in ran(run).faults if (each.kind, each.key) == (fault.kind, fault.key)), fault)
    told = f'    script/fuzz --again "{run}"\n\n{again}\n\nfirst: {result.run}\n'
    (folder.parent / "README.md").write_text(told, "utf-8", "replace")


if __name__ == "__main__":
    main()
