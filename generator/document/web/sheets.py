"""Style sheets that are made for paper, made to be read on a screen too: what measures a page holds for print alone.

A look's sheet is divided, rule by rule: what a screen of any width can follow holds everywhere; measures of a sheet of
paper, and what a cover is drawn with, in print only. What the look says of screens it says last, after web.css.
"""

import re
from functools import lru_cache
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from tinycss2 import parse_blocks_contents, parse_stylesheet, serialize

from generator.document.web.dark import DARK
from generator.document.web.measures import for_print_only, has_fixed_colour, is_for_pages_only, on_any_screen

_OF_SCREENS = ("screen", "prefers-", "width", "hover")
_COVER = re.compile(r"\.cover(?![\w-])|\.cover-(?:panel|kind|year|name|state|facts|logo|picture)(?![\w-])")
"""The cover and what stands on it; other classes that begin so are choices of the look, on the whole document."""


class Divided(NamedTuple):
    """What holds everywhere and in print; what is said of screens; whether colours are the same in the dark."""

    everywhere: str = ""
    screens: str = ""
    fixed_colours: bool = False


def divide_sheets(root: Element, base: str) -> Divided:
    """Leave in a page what its sheets say that holds everywhere. What is left to say after web.css is returned.

    Args:
        root: the page, its style sheets in it.
        base: base's own sheet, as it stands in the page.

    """
    found = []
    for sheet in root.iter("style"):
        before, own, after = (sheet.text or "").partition(base.rstrip("\n"))
        parts = [divided(before), Divided(without_pages(own)), divided(after)]
        sheet.text = "\n".join(part.everywhere for part in parts if part.everywhere)
        found.extend(parts)
    return Divided(
        screens="\n".join(part.screens for part in found if part.screens),
        fixed_colours=any(part.fixed_colours for part in found),
    )


@lru_cache(maxsize=64)
def divided(text: str) -> Divided:
    """Divide a style sheet that a look brings."""
    everywhere: list[str] = []
    screens: list[str] = []
    fixed = False
    for rule in parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        if _is_at(rule, "media") and any(each in serialize(rule.prelude) for each in _OF_SCREENS):
            screens.append(rule.serialize())
        elif rule.type == "qualified-rule":
            everywhere.append(_rule(rule))
            fixed = fixed or _has_fixed_colours(rule)
        elif _is_at(rule, "media") and rule.content is not None and "print" not in serialize(rule.prelude):
            inner = divided(serialize(rule.content))
            everywhere.append(f"@media{serialize(rule.prelude)}{{ {inner.everywhere} }}")
            fixed = fixed or inner.fixed_colours
        elif rule.type == "at-rule" and not _is_at(rule, "page"):
            everywhere.append(rule.serialize())
    own_dark = any("prefers-color-scheme" in each for each in screens)
    return Divided("\n".join(filter(None, everywhere)), "\n".join(screens), fixed and not own_dark)


@lru_cache(maxsize=4)
def without_pages(text: str) -> str:
    """Base's own sheet without what no browser knows; web.css fits it to screens."""
    rules = parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return "\n".join(filter(None, (_known(rule) for rule in rules)))


def _known(rule: Any) -> str:
    if rule.type != "qualified-rule":
        return "" if _is_at(rule, "page") else str(rule.serialize())
    return _written(rule, [each.serialize() for each in _declarations(rule)])


def _rule(rule: Any) -> str:
    selector = serialize(rule.prelude)
    of_cover, drawn = bool(_COVER.search(selector)), "::" in selector
    told = _declarations(rule)
    in_print = [each for each in told if for_print_only(each, of_cover=of_cover, drawn=drawn)]
    everywhere = _written(rule, [on_any_screen(each) for each in told if each not in in_print])
    printed = _written(rule, [each.serialize() for each in in_print])
    return "\n".join(filter(None, (everywhere, f"@media print {{ {printed} }}" if printed else "")))


def _has_fixed_colours(rule: Any) -> bool:
    if _COVER.search(serialize(rule.prelude)):
        return False
    return any(has_fixed_colour(each) for each in _declarations(rule) if each.name not in DARK)


def _declarations(rule: Any) -> list[Any]:
    """What a rule says that a browser knows; nothing of a footnote, which a page of a browser's has no foot for."""
    if "::footnote-" in serialize(rule.prelude):
        return []
    inside = parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return [each for each in inside if each.type == "declaration" and not is_for_pages_only(each)]


def _written(rule: Any, declarations: list[str]) -> str:
    return (
        f"{serialize(rule.prelude).strip()} {{ {'; '.join(each.strip() for each in declarations)} }}"
        if declarations
        else ""
    )


def _is_at(rule: Any, name: str) -> bool:
    return bool(rule.type == "at-rule" and rule.lower_at_keyword == name)
