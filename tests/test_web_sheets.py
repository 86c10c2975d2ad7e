"""Style sheets made for paper: what of them a screen follows, and what is kept for print."""

from pathlib import Path

import pytest

from generator.document.web.sheets import divided, without_pages
from generator.ground.places import base_folder


@pytest.mark.parametrize(
    "rule",
    [
        "body { width: 170mm }",
        "h1 { position: fixed }",
        "h1 { position: running(h) }",
        "main { margin-left: 40mm }",
        ".prose { columns: 3 }",
        ".prose { min-width: calc(100% - 4cm) }",
        "h2 { transform: rotate(-90deg) }",
        ".cover { background: linear-gradient(red 6cm, blue 6cm) }",
        ".cover-year { color: white }",
        ".cover-panel { top: 20% }",
        ".cover::before { content: 'x' }",
    ],
)
def test_a_measure_of_paper_holds_in_print_alone(rule: str) -> None:
    assert divided(rule).everywhere.startswith("@media print { ")


@pytest.mark.parametrize(
    "rule",
    [
        "p { color: var(--ink) }",
        "main { margin-left: 4mm }",
        "table { width: 50% }",
        ".cover-name { text-transform: uppercase }",
        ".cover-name::before { display: none }",
        "@font-face { font-family: a; src: url(data:font/woff2;base64,AA) }",
    ],
)
def test_what_any_screen_can_follow_holds_everywhere(rule: str) -> None:
    assert divided(rule).everywhere.split() == rule.split()


@pytest.mark.parametrize(
    "rule", ["@page { margin: 0 }", "h1 { string-set: a content() }", "note::footnote-call { color: red }"]
)
def test_what_no_browser_knows_is_left_out(rule: str) -> None:
    assert divided(rule).everywhere == ""
    assert without_pages(rule) == ""


def test_letters_are_no_larger_than_a_narrow_screen_has_room_for_and_can_be_read() -> None:
    told = divided("h1 { font: 600 48pt/1.2 serif } p { font-size: 6pt !important } h2 { font-size: 14pt }").everywhere
    assert "min(48pt, 9vw)/1.2" in told
    assert "max(6pt, 0.75rem) !important" in told
    assert "font-size: 14pt" in told


def test_what_is_said_of_screens_is_said_last_and_as_it_stands() -> None:
    sheet = divided("@media screen { .cover { background: var(--tint); width: 20mm } } @media print { p { top: 1mm } }")
    assert sheet.screens == "@media screen { .cover { background: var(--tint); width: 20mm } }"
    assert sheet.everywhere == "@media print { p { top: 1mm } }"


@pytest.mark.parametrize(
    ("rules", "fixed"),
    [
        ("p { color: #222 }", True),
        ("p { background: linear-gradient(white, var(--tint)) }", True),
        (":root { --ground: ivory }", True),
        (":root { --accent: #123456 }", False),  # the dark has its own
        ("p { color: currentColor; background: transparent; border: 1pt solid red }", False),
        (".cover { color: white }", False),  # print alone
        ("p { color: black } @media (prefers-color-scheme: dark) { p { color: white } }", False),
    ],
)
def test_colours_that_would_not_follow_leave_the_page_light(rules: str, fixed: bool) -> None:  # noqa: FBT001
    assert divided(rules).fixed_colours is fixed


def test_the_rules_of_base_are_left_as_they_are_but_for_pages() -> None:
    base = (Path(base_folder()) / "base.css").read_text(encoding="utf-8")
    kept = without_pages(base)
    assert ":where(.cover-helfarg) .cover { background: var(--accent); color: var(--on-accent) }" in kept
    assert "@page" not in kept
    assert kept.count("{") > 150
