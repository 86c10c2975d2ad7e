"""Measuring: whole processes in turn, so that a ratio stands when the machine's speed drifts, and steps within one."""

import os
import re
import shutil
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.document.html.page import report_html
from generator.look.chosen import ChosenLook, choose_look
from generator.pipeline import examine, web
from generator.report.report import Report
from generator.view.report_view import report_view

_AMOUNT = re.compile(rb'(<c r="[A-Z]+[0-9]+"[^>]* t="n"[^>]*><v>)[0-9]{6,}</v>')
"""A cell with an amount, in a workbook's file."""

ROOT = Path(__file__).resolve().parents[1]
COMMAND = Path(sys.executable).with_name("arsredovisning")
Command = Sequence[object]


def seconds(command: Command, **environment: str) -> float:
    """How long a process takes from its start to its end. It may find errors in an underlag, but not fail."""
    start = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own
        [str(each) for each in command], check=False, capture_output=True, env=os.environ | environment
    )
    taken = time.perf_counter() - start
    if done.returncode not in {0, 1}:
        sys.exit(f"{' '.join(map(str, command))}: {done.stderr.decode()}")
    return taken


def in_turn(one: Callable[[], float], other: Callable[[], float], runs: int) -> tuple[float, float]:
    """The least seconds of ``one``, and the median of its ratio to ``other``, pair by pair."""
    pairs = [(one(), other()) for _ in range(runs)]
    return min(first for first, _ in pairs), statistics.median(first / second for first, second in pairs)


def again(folder: Path, runs: int) -> tuple[float, float]:
    """The least seconds of examining an underlag and of making its HTML, in a process that has done both before."""
    report = examine(folder).whole
    chosen, _ = choose_look(report.derived.underlag, folder)
    html_of(report, chosen)
    return (
        min(_step(lambda: examine(folder)) for _ in range(runs)),
        min(_step(lambda: html_of(report, chosen)) for _ in range(runs)),
    )


def after_save(folder: Path, runs: int) -> tuple[float, float]:
    """The least seconds of examining a workbook after one cell has changed, and of its web edition, as a desk does.

    A number is another at every save, so that no examination is the same as the one before. As it makes the workbook
    wrong, the web edition is made of what stood there before.
    """
    with TemporaryDirectory() as place:
        copy = Path(place) / folder.name
        shutil.copytree(folder, copy)
        whole = examine(copy)
        held = [whole]  # what is held is not read anew
        web(whole)
        examining, drawing = [], []
        for number in range(runs):
            _change_a_number(copy / "underlag.xlsx", number)
            start = time.perf_counter()
            held = [examine(copy), *held[:1]]
            examining.append(time.perf_counter() - start)
            start = time.perf_counter()
            web(whole)
            drawing.append(time.perf_counter() - start)
        return min(examining), min(drawing)


def _change_a_number(path: Path, number: int) -> None:
    """Change the first large amount of a workbook, in the bytes of its file."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed = rb"\g<1>%d</v>" % (1_000_000 + number)
    name = next(name for name, xml in parts.items() if name.startswith("xl/worksheets/") and _AMOUNT.search(xml))
    parts[name] = _AMOUNT.sub(changed, parts[name], count=1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)


def html_of(report: Report, chosen: ChosenLook) -> str:
    """The HTML that a report's PDF is drawn from."""
    return report_html(report_view(report), chosen)


def _step(step: Callable[[], object]) -> float:
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def several(folders: Sequence[Path], count: int, place: Path) -> tuple[float, float]:
    """Seconds of rendering ``count`` copies of the underlag on all processors, and on one."""
    copies = [place / f"{folders[number % len(folders)].name}-{number}" for number in range(count)]
    for number, copy in enumerate(copies):
        shutil.copytree(folders[number % len(folders)], copy)
    command = [COMMAND, "render", *copies, "--output", place / "several"]
    return seconds(command), seconds([*command, "--processes", 1])
