"""A browser to look at pages with, Debian's Chromium driven by Playwright, and the rules of axe-core asked in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # dear to import, and every test would pay
    from playwright.sync_api import Browser, Page

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_MORE = (
    "css-orientation-lock",
    "duplicate-id",
    "focus-order-semantics",
    "label-content-name-mismatch",
    "p-as-heading",
    "table-fake-caption",
    "target-size",
    "td-has-header",
)
"""What axe-core asks only of those who want it: rules of WCAG 2.2, and rules on trial."""

_OPTIONS = {"resultTypes": ["violations"], "rules": {name: {"enabled": True} for name in _MORE}}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window; the test is left out, with the reason, where the machine has none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright saknas i programmets miljö")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip("Chromium saknas på datorn (på Debian: apt-get install chromium)")
    with playwright.sync_playwright() as driver:
        # Its sandbox asks for rights that root and most containers do not have; what is opened is our own.
        started = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


def opened(browser: Browser, page: Path | str, width: int = 1440, *, dark: bool = False) -> Page:
    """A file or an address in a window of its own, ``width`` CSS pixels wide, with all that folds unfolded."""
    shown = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", reduced_motion="reduce"
    )
    shown.goto(page.resolve().as_uri() if isinstance(page, Path) else page)
    unfold(shown)
    return shown


def unfold(page: Page) -> None:
    """Open all that folds."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")


def axe(page: Page) -> list[str]:
    """What axe-core has against a page, a line for each place: the rule, what it asks, and the element."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - half a megabyte of rules

    found = Axe().run(page, options=_OPTIONS).response["violations"]
    return [f"{each['id']}: {each['help']}: {node['html'][:160]}" for each in found for node in each["nodes"]]


def too_wide(page: Page) -> int:
    """How many CSS pixels a page is wider than its window: 0 where nobody must scroll sideways."""
    wider: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return max(0, wider)
