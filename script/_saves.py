"""From a save of a workbook to a page that shows it: the time that an economist waits, in a real browser."""

import re
import shutil
import subprocess
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from _measure import COMMAND

_AMOUNT = re.compile(rb"<v>([1-9]\d{5,6})</v>")
_PAUSE = 0.35
_CLOCK = """() => {
  window.shown_at = [];
  const shown = () => requestAnimationFrame(() => shown_at.push(performance.timeOrigin + performance.now()));
  new MutationObserver(shown).observe(document.body, { attributeFilter: ["data-shown"] });
}"""
"""Keeps the time of each painting of what was saved; asking from outside would add what it takes to ask."""


def saves(folder: Path, count: int, place: Path) -> list[float]:
    """The seconds from each of so many saves to the page that has its findings and report, sorted."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - of the tests' environment

    copy = place / folder.name
    shutil.copytree(folder, copy)
    workbook = next(copy.glob("*.xlsx"))
    versions = tuple(_versions(workbook.read_bytes(), place))
    with _desk(copy) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        page.wait_for_selector("body[data-shown]")
        page.evaluate(_CLOCK)
        taken = []
        for number in range(count):
            time.sleep(_PAUSE + Random(number).random() / 5)  # noqa: S311 - as a person saves
            begun = _saved(workbook, versions[number % len(versions)])
            while len(times := page.evaluate("shown_at")) <= number:
                time.sleep(0.05)
            taken.append(times[number] / 1000 - begun)
        browser.close()
    return sorted(taken)


def _saved(workbook: Path, version: Path) -> float:
    """Save as Excel does: the new file beside, the old one away, the new one in its place."""
    beside = workbook.with_name("~$ny.tmp")
    shutil.copyfile(version, beside)
    begun = time.time()
    beside.replace(workbook)
    return begun


def _versions(data: bytes, place: Path) -> Iterator[Path]:
    """The workbook with another amount in each: what stands in two cells is a krona more."""
    for number in range(4):
        path = place / f"version-{number}.xlsx"
        path.write_bytes(data)
        with zipfile.ZipFile(path) as old:
            parts = {entry: old.read(entry) for entry in old.infolist()}
        sizes = {entry.filename: len(_AMOUNT.findall(part)) for entry, part in parts.items()}
        name = max((each for each in sizes if "worksheets/sheet" in each), key=sizes.__getitem__)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for entry, part in parts.items():
                new.writestr(entry, _more(part, number) if entry.filename == name else part)
        yield path


def _more(part: bytes, number: int) -> bytes:
    found = list(_AMOUNT.finditer(part))[number * 3]
    return part[: found.start(1)] + str(int(found[1]) + 1).encode() + part[found.end(1) :]


@contextmanager
def _desk(folder: Path) -> Iterator[str]:
    """The page's address, while the program serves it."""
    command = [COMMAND, "open", folder, "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own
        try:
            line = process.stdout.readline() if process.stdout else ""
            yield line.split()[-1]
        finally:
            process.terminate()
