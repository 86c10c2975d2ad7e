"""What a style sheet may ask for before it is tried: how long it is, how deep, and how much its variables become."""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.document.errors import LookFaultError
from generator.document.messages import LOOK_STYLE_WRONG
from generator.findings.finding import Finding
from generator.findings.limits import too_much
from generator.ground.formatting import number
from generator.ground.limits import STYLE_DEPTH, STYLE_LETTERS, STYLE_NUMBER, STYLE_RULE_LETTERS, VARIABLE_LETTERS
from generator.ground.names import brief
from generator.ground.source import Source

_TEXT = r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
_ADDRESS = rf"url\(\s*(?:{_TEXT}|(?:\\.|[^)\"'(\s\\])*)\s*\)"
_NO_RULES = re.compile(rf"/\*.*?(?:\*/|\Z)|{_ADDRESS}|{_TEXT}", re.DOTALL | re.IGNORECASE)
"""Comments, addresses and texts: what stands in them is no rule."""
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE)
"""A letter written as its number, or one that means itself."""
_NAME = r"--[^\s,;:(){}\[\]\"'/!]*"
_SET = re.compile(rf"(?<![\w-])({_NAME})\s*:([^;}}]*)")
_USED = re.compile(rf"(?<![\w-])var\(\s*({_NAME})", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w#.-])[-+]?(\d{1,400}(?:\.\d{1,400})?(?:e[-+]?\d{1,6})?)", re.IGNORECASE)
_NEVER_ENDS = float("inf")


def style_faults(css: str, source: Source) -> Iterator[Finding]:
    """Say what of a style sheet is more than can be drawn; nothing where it may be tried."""
    if len(css) > STYLE_LETTERS.most:
        yield too_much(STYLE_LETTERS, len(css), source)
        return
    bare = _NO_RULES.sub(lambda found: "\n" * found[0].count("\n"), css)
    for limit, (row, count) in ((STYLE_DEPTH, _deepest(bare)), (STYLE_RULE_LETTERS, _longest(bare))):
        if count > limit.most:
            yield too_much(limit, count, Source(row=row, file=source.file))
            return
    yield from _vast_numbers(bare, source)
    yield from _vast_variables(_ESCAPE.sub(_meant, bare), source)


def refuse_vast_styles(root: Any, place: Source) -> None:
    """Refuse what is written in an HTML document, a tree, as style sheets and at its elements, read as one.

    Raises:
        LookFaultError: it is more than can be drawn.

    """
    faults = list(style_faults("\n".join(dict.fromkeys(css for _, css in written_in(root))), place))
    if faults:
        raise LookFaultError([replace(fault, subjects=(place,)) for fault in faults])


def written_in(root: Any) -> Iterator[tuple[Any, str]]:
    """What is CSS in an HTML document, a tree: each element that has such, and the rules."""
    for element in root.iter():
        if style := element.get("style"):
            yield element, f"{{{style}}}"
        if str(element.tag).endswith("style"):  # of a picture in SVG too
            yield element, element.text or ""


def _meant(escape: re.Match[str]) -> str:
    """The letter that an escape means; a sign that would end a name is no part of a rule either."""
    number = int(escape[1] or "0", 16)
    letter = escape[2] or (chr(number) if 0 < number < sys.maxunicode else "\ufffd")
    return letter if letter.isalnum() or letter in "-_" else "\ufffd"


def _deepest(css: str) -> tuple[int, int]:
    """The line where most brackets stand in each other, and how many."""
    row, depth, deepest = 1, 0, (1, 0)
    for sign in re.findall(r"[\n{}()\[\]]", css):
        row += sign == "\n"
        depth = max(0, depth + (sign in "{([") - (sign in "})]"))
        deepest = max(deepest, (row, depth), key=lambda each: each[1])
    return deepest


def _longest(css: str) -> tuple[int, int]:
    """The line where the longest piece between braces and semicolons ends, and its letters."""
    row, longest = 1, (1, 0)
    for piece in re.split(r"[{};]", css):
        row += piece.count("\n")
        longest = max(longest, (row, len(piece)), key=lambda each: each[1])
    return longest


def _vast_numbers(css: str, source: Source) -> Iterator[Finding]:
    for row, line in enumerate(css.splitlines(), start=1):
        for found in _NUMBER.finditer(line):
            if float(found[1]) > STYLE_NUMBER.most:
                detail = f"talet {brief(found[0])} är större än {number(Decimal(STYLE_NUMBER.most))}"
                yield LOOK_STYLE_WRONG.found(Source(row=row, file=source.file), detail=detail)
                return


def _vast_variables(css: str, source: Source) -> Iterator[Finding]:
    """Variables made of others become as long as all of them; those made of themselves never end."""
    values: dict[str, str] = {}
    for name, value in _SET.findall(css):
        values[name] = f"{values.get(name, '')} {value}"
    for name, size in _sizes(values).items():
        if size > VARIABLE_LETTERS.most:
            row = css.count("\n", 0, css.index(name)) + 1
            told = "är gjord av sig själv" if size == _NEVER_ENDS else f"blir {number(Decimal(int(size)))} tecken lång"
            yield LOOK_STYLE_WRONG.found(Source(row=row, file=source.file), detail=f"variabeln {brief(name)} {told}")
            return


def _sizes(values: Mapping[str, str]) -> dict[str, float]:
    """How many letters each variable becomes with the others put in place."""
    used = {name: _USED.findall(value) for name, value in values.items()}
    sizes: dict[str, float] = {}
    left = dict(values)
    while left:
        ready = [name for name in left if all(each in sizes or each not in values for each in used[name])]
        if not ready:
            return sizes | dict.fromkeys(left, _NEVER_ENDS)
        for name in ready:
            sizes[name] = len(left.pop(name)) + sum(sizes.get(each, 0) for each in used[name])
    return sizes
