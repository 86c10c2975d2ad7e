"""Amounts that are typed in words: the spaces in them do not break, and a minus is one."""

import re

from generator.ground.dates import A_MONTH

_TOGETHER = re.compile(
    r"(?<=\d) (?=\d{3}(?!\d)|(?:kr|tkr|mnkr|kronor|procent|procentenheter|år|personer)\b|%|§)|(?<=§) (?=\d)"
    rf"|(?<=\d) (?={A_MONTH}\b)"
)
_MINUS = re.compile(r"(?:^|(?<=[\s(\u00a0]))-(?=\d)")


def amounts_set(text: str) -> str:
    """Give a typed text's amounts the spaces that do not break and the sign that printed amounts have."""
    return _MINUS.sub("\u2212", _TOGETHER.sub("\u00a0", text))
