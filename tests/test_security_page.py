"""The page on security promises nothing that no test shows."""

import re
from pathlib import Path

from pdfs import ROOT

PAGE = (ROOT / "docs" / "sakerhet.md").read_text(encoding="utf-8")
TESTS = {
    name
    for path in (ROOT / "tests").glob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
}


def promises() -> list[tuple[str, str]]:
    """What is promised, and the tests that are named for it."""
    rows = (line.strip("|").split("|") for line in PAGE.splitlines() if line.startswith("| **"))
    return [(promise, tests) for promise, tests in rows]


def test_every_promise_has_tests_and_every_test_is_there() -> None:
    named = {promise: re.findall(r"`(test_\w+)`", tests) for promise, tests in promises()}
    assert len(named) > 12
    assert all(named.values())
    assert {test for tests in named.values() for test in tests} <= TESTS


def test_the_page_names_what_is_there() -> None:
    scripts = re.findall(r"`(script/\w+)`", PAGE)
    assert len(scripts) > 3
    assert all((ROOT / each).exists() for each in scripts)
    anchor = "Gränser för vad som läses"
    assert f"## {anchor}" in Path(ROOT / "docs" / "handbok.md").read_text(encoding="utf-8")
