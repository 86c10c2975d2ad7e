"""The web edition in a real browser: what axe-core asks, and that nobody must scroll sideways on a phone."""

from pathlib import Path

import pytest
from browser import axe, opened, too_wide
from fifth_report import fifth_report, texts
from pdfs import written
from playwright.sync_api import Browser

from generator.pipeline import examine, web
from generator.report.draft import Draft


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("norra")
    written(fifth_report(), folder)
    (folder / "texter.md").write_text(texts(), encoding="utf-8")
    place = folder / "norra.html"
    place.write_bytes(web(examine(folder)))
    (folder / "utkast.html").write_bytes(web(examine(folder), Draft.WORK))
    return place


def test_a_page_can_be_used_by_all_on_a_phone_and_in_the_dark(browser: Browser, page: Path) -> None:
    shown = opened(browser, page, 320, dark=True)
    assert too_wide(shown) == 0
    assert axe(shown) == []


def test_a_page_of_ones_own_stands_in_line_with_the_report(browser: Browser, page: Path) -> None:
    folder = page.parent / "egen"
    folder.mkdir()
    written(fifth_report(), folder)
    (folder / "texter.md").write_text(texts(), encoding="utf-8")
    mall = folder / "mall"
    mall.mkdir()
    (mall / "report.html").write_text(
        '{% extends "base/report.html" %}{% block front %}<section class="w"><p>Välkommen</p></section>{% endblock %}',
        encoding="utf-8",
    )
    style = "@page w { background: var(--accent) } .w { page: w; background: var(--accent); color: var(--on-accent) }"
    (mall / "stil.css").write_text(style, encoding="utf-8")
    place = folder / "egen.html"
    place.write_bytes(web(examine(folder)))
    shown = opened(browser, place, 1280)
    assert axe(shown) == []
    left = "each => each.getBoundingClientRect().left + parseFloat(getComputedStyle(each).paddingLeft)"
    assert shown.locator(".w").evaluate(left) == shown.locator(".page").evaluate(left)


def test_a_draft_to_work_with_can_be_used_by_all_on_a_phone(browser: Browser, page: Path) -> None:
    shown = opened(browser, page.with_name("utkast.html"), 320)
    assert too_wide(shown) == 0
    assert axe(shown) == []
