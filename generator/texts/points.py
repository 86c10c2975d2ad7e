"""The points of lists as tokens: each is given the mark that was typed, where counting would print another."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from generator.texts.items import as_typed, taken_apart

_ROOM, _LETTER = 3, Decimal("0.5")
"""Letters that the usual room before a list's points holds, and the width of one more, in em."""

_QUOTED, _ESCAPE = re.compile(r'(["\\\\])'), r"\\\1"


def separate_points(state: StateCore) -> None:
    """Give a list's points their typed marks, and let what begins like a point begin a line of its own."""
    opened: Token | None = None
    for token in state.tokens:
        if token.type == "list_item_open":
            opened = token
        elif token.type == "inline":
            apart = taken_apart(token.content)
            if opened is not None and apart:
                opened.meta["typed"], token.content = apart
            token.content = as_typed(token.content, is_point=opened is not None)
            opened = None


def mark_points(state: StateCore) -> None:
    """Put the mark that is printed on each point of a list that would be counted otherwise."""
    for start, token in enumerate(state.tokens):
        if token.type in ("ordered_list_open", "bullet_list_open"):
            points = list(_points(state.tokens, start))
            marks = [_typed(point) for point in points]
            if not _is_counted(token, marks):
                widest = max(map(len, marks))
                if widest > _ROOM:
                    token.attrs["style"] = f"padding-left: {Decimal(widest + 2) * _LETTER}em"
                # A plain point among others has the list's own sign.
                for point, mark in ((each, mark) for each, mark in zip(points, marks, strict=True) if mark):
                    point.attrs["style"] = f'list-style-type: "{_QUOTED.sub(_ESCAPE, mark)} "'


def _points(tokens: Sequence[Token], start: int) -> Iterator[Token]:
    depth = tokens[start].level
    for token in tokens[start + 1 :]:
        if token.level == depth:
            return
        if token.type == "list_item_open" and token.level == depth + 1:
            yield token


def _typed(point: Token) -> str:
    kept = str(point.meta.get("typed", ""))
    return kept or (f"{point.info}{point.markup}" if point.info else "")


def _is_counted(opened: Token, marks: Sequence[str]) -> bool:
    """Whether the list is printed as it was typed by counting: 1, 2, 3, each with a full stop, or no marks."""
    if opened.type == "bullet_list_open":
        return not any(marks)
    return marks == [f"{number}." for number in range(1, len(marks) + 1)]
