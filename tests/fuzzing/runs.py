"""A run: an input, mutations by name and seed, and what came of it."""

import os
import random
import signal
import tempfile
import time
import traceback
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import FrameType

from small_underlag import small
from straight import xlsx

from fuzzing import mutate_cells, mutate_looks, mutate_rows, mutate_texts, mutate_word, mutate_xml
from fuzzing.again import as_saved
from fuzzing.asked import Fault, faults
from fuzzing.book import Book, opened
from fuzzing.mutate_word import WORD, as_word
from fuzzing.pages import drawn
from fuzzing.probe import silent, told
from fuzzing.subject import MUTATIONS, WORKBOOK, Folder, dice
from generator.model.registers import OutlineBlock
from generator.pipeline import Examination, examine
from generator.subjects.registry import all_tabs

_KINDS = (mutate_cells, mutate_looks, mutate_rows, mutate_texts, mutate_word, mutate_xml)
INPUTS = Path(__file__).resolve().parents[2] / "inputs"
TEXTS = "texter.md"
SECONDS = 5.0
"""Of the processor, that an examination may take."""
MOST = 5
"""So many mutations at once."""

_SHARES = {"cells": 40, "rows": 12, "columns": 10, "tabs": 8, "xml": 10, "zip": 1, "texts": 12, "word": 12, "looks": 6}
"""How often each kind is mutated."""


ASKS = ("draw", "probe", "twice", "saved")
"""What is asked of some runs only: a drawing, a changed cell, the same once more, and as a save of what was before."""


@dataclass(frozen=True)
class Run:
    """An input (``+word``: with its texts as a Word file), the mutations, each a name and a seed, and what is asked."""

    base: str
    mutations: tuple[tuple[str, int], ...] = ()
    asks: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " ".join((self.base, *(f"{name}:{seed}" for name, seed in self.mutations), *self.asks))

    def without(self, gone: Sequence[int]) -> "Run":
        """The run without some of its mutations."""
        return replace(self, mutations=tuple(each for at, each in enumerate(self.mutations) if at not in gone))

    @property
    def may_refuse(self) -> bool:
        """Whether a mutation may break the workbook's file."""
        return any(MUTATIONS[name].breaks for name, _ in self.mutations)


def run_of(words: str) -> Run:
    """Read a run as it is written."""
    base, *rest = words.split()
    pairs = tuple((name, int(seed)) for name, _, seed in (each.rpartition(":") for each in rest if ":" in each))
    return Run(base, pairs, tuple(each for each in rest if ":" not in each))


def random_run(seed: object, bases: Sequence[str], *, draws: bool = True) -> Run:
    """The run that a seed gives: one to five mutations of one of some inputs."""
    throws = dice(seed)
    base = throws.choice(bases)
    word = throws.random() < 0.25
    names = [_drawn(throws, word=word) for _ in range(throws.choice((1, 1, 1, 2, 2, 3, 4, MOST)))]
    rare = {"draw": 0.045 if draws else 0, "probe": 0.4, "twice": 0.01, "saved": 0.02}
    asks = tuple(ask for ask in ASKS if throws.random() < rare[ask])
    return Run(f"{base}+word" if word else base, tuple((name, throws.randrange(10**6)) for name in names), asks)


def _drawn(throws: random.Random, *, word: bool) -> str:
    shares = {kind: share for kind, share in _SHARES.items() if kind != ("texts" if word else "word")}
    shares |= {"word": 40} if word else {}
    kind = throws.choices(list(shares), list(shares.values()))[0]
    return throws.choice([each.name for each in MUTATIONS.values() if each.kind == kind])


@cache
def _base(name: str) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """An input's workbook by its parts, and its other files."""
    stem, _, form = name.partition("+")
    if stem == "small":
        book, texts = _small_input()
    else:
        book, texts = (INPUTS / stem / WORKBOOK).read_bytes(), (INPUTS / stem / TEXTS).read_text("utf-8")
    files = {WORD: as_word(texts)} if form == "word" else {TEXTS: texts.encode()}
    return opened(book).parts, files


def _small_input() -> tuple[bytes, str]:
    """The small underlag of the tests, which is examined in no time."""
    values = small()
    values[OutlineBlock][3].pop("text")
    return xlsx(all_tabs(), values), "# Förväntad utveckling\n\nVerksamheten fortsätter.\n\n- ett\n- två\n"


def made(run: Run) -> Folder:
    """The underlag of a run."""
    parts, files = _base(run.base)
    folder = Folder(Book(parts), dict(files))
    # Those of the file last: they change what the others look for.
    for name, seed in sorted(run.mutations, key=lambda each: each[0].startswith(("xml", "zip"))):
        try:
            MUTATIONS[name].change(folder, dice(f"{name} {seed}"))
        except (SyntaxError, KeyError, LookupError, ValueError, TypeError):
            continue  # nothing left to change, after another mutation
    try:
        folder.book.settle()
    except (TypeError, ValueError):
        folder.book._roots.clear()
    return folder


class HangError(BaseException):
    """It took too long. Not an Exception, so that nothing takes it for a fault of the input."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stop what takes more of the processor."""

    def stop(_: int, frame: FrameType | None) -> None:
        raise HangError("".join(traceback.format_stack(frame)[-3:]))

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def said_on_stderr() -> Iterator[list[str]]:
    """What reaches stderr meanwhile, from whatever library: a person would see it between the findings."""
    said: list[str] = []
    before = os.dup(2)
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), 2)
        try:
            yield said
        finally:
            os.dup2(before, 2)
            os.close(before)
            file.seek(0)
            said += filter(None, [file.read().decode("utf-8", "replace").strip()])


@dataclass(frozen=True)
class Result:
    """What came of a run: its faults, and how many seconds of the processor its examination took."""

    run: Run
    faults: tuple[Fault, ...]
    seconds: float = 0.0
    readable: bool = False
    has_errors: bool = True
    drawn: bool = False


def ran(run: Run) -> Result:
    """Make a run's underlag, examine it and ask what is asked of it."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        folder = made(run)
        path = folder.written(Path(place) / run.base.partition("+")[0])
        start = time.process_time()
        try:
            with said_on_stderr() as said, warnings.catch_warnings():
                warnings.simplefilter("error")
                with at_most(SECONDS):
                    examination = examine(path)
                seconds = time.process_time() - start
                with at_most(12 * SECONDS):
                    found = [*faults(folder, examination, may_refuse=run.may_refuse), *_asked(run, folder, examination)]
        except HangError as error:
            return Result(run, (Fault("hang", _where(str(error)), str(error)),), SECONDS)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a fault
            return Result(run, (_of_error(error),), time.process_time() - start)
        found += [Fault("stderr", text[:60], text[:1000]) for text in said]
        good = examination.readable and not examination.has_errors
        unlike = tuple(dict.fromkeys(found))
        return Result(run, unlike, seconds, examination.readable, examination.has_errors, "draw" in run.asks and good)


def _asked(run: Run, folder: Folder, examination: Examination) -> Iterator[Fault]:
    """What is asked of some runs only."""
    if run.mutations and all(MUTATIONS[name].harmless for name, _ in run.mutations):
        yield from _differing(_told_of_base(run.base), told(examination), "harmless", run.mutations[0][0])
    if "twice" in run.asks:
        yield from _differing(told(examination), told(examine(examination.path.parent)), "not twice the same", "")
    if "saved" in run.asks:
        yield from _saved(run, examination)
    if examination.has_errors or examination.report is None:
        return
    if "probe" in run.asks and not any(name.startswith(("xml", "zip")) for name, _ in run.mutations):
        yield from silent(folder, examination, dice(str(run)))
    if "draw" in run.asks:
        yield from drawn(examination)


def _saved(run: Run, examination: Examination) -> Iterator[Fault]:
    """Examine the input, then what the mutations made of it, in one process."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        before = examine(made(Run(run.base)).written(Path(place) / run.base.partition("+")[0]))
        warm, cold = as_saved(before, examination)
        yield from _differing(told(cold), told(warm), "not the same when saved", "")


@cache
def _told_of_base(base: str) -> tuple[object, ...]:
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        return told(examine(made(Run(base)).written(Path(place) / base.partition("+")[0])))


def _differing(one: tuple[object, ...], other: tuple[object, ...], kind: str, key: str) -> Iterator[Fault]:
    if one != other:
        first = next(at for at, (here, there) in enumerate(zip(one, other, strict=True)) if here != there)
        here, there = str(one[first]), str(other[first])
        at = next((at for at, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), 0)
        what = ("findings", "figures", "print")[first]
        yield Fault(
            kind, f"{key} {what}".strip(), f"{here[max(0, at - 60) : at + 60]!r} | {there[max(0, at - 60) : at + 60]!r}"
        )


def _of_error(error: BaseException) -> Fault:
    """An exception, by its kind and where in the program it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/generator/" in frame.filename] or list(frames)
    last = ours[-1]
    place = f"{Path(last.filename).parent.name}/{Path(last.filename).name}:{last.name}"
    return Fault("exception", f"{type(error).__name__} {place}", "".join(traceback.format_exception(error))[-3000:])


def _where(stack: str) -> str:
    places = [line.strip() for line in stack.splitlines() if line.strip().startswith("File")]
    return places[-1].rpartition("/")[2] if places else "?"
