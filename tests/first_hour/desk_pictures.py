"""Pictures of the page to work at, drawn by Chromium: where one drops, what is wrong, and how a figure was made."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the pictures' names are asked for where there is no browser
    from playwright.sync_api import Browser, Page

DROP, FINDINGS, FIGURE = "sidan-slapp.png", "sidan-kontroller.png", "sidan-siffran.png"
PICTURES = (DROP, FINDINGS, FIGURE)
_CHROMIUM = "/usr/bin/chromium"
_WIDTH, _HEIGHT = 1280, 720


def draw(folder: Path, place: Path) -> Iterator[Path]:
    """Draw the page of a folder. Gives each picture that was made."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        with _opened(browser) as page:
            yield _shot(page, place / DROP)
        with _opened(browser, str(folder)) as page:
            page.wait_for_selector("body[data-shown]")
            point = page.get_by_role("button", name="Visa i rapporten")
            if point.count():
                point.first.click()
            yield _shot(page, place / FINDINGS)
            page.locator("#unpoint").click()
            figure = page.frame_locator("#frame").locator('[data-figure^="income_statement.net_result@"]')
            figure.last.click()
            page.wait_for_selector("#trace h2")
            page.locator("#trace summary").first.click()
            yield _shot(page, place / FIGURE)
        browser.close()


@contextmanager
def _opened(browser: Browser, *given: str) -> Iterator[Page]:
    command = [str(Path(sys.executable).with_name("arsredovisning")), "open", *given, "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:  # noqa: S603
        found = re.search(r"http://\S+", running.stdout.readline() if running.stdout else "")
        page = browser.new_page(viewport={"width": _WIDTH, "height": _HEIGHT}, reduced_motion="reduce", locale="sv-SE")
        page.goto(found[0] if found else "about:blank")
        yield page
        page.close()
        running.terminate()


def _shot(page: Page, place: Path) -> Path:
    page.wait_for_timeout(300)
    page.screenshot(path=place)
    return place
