"""Qualified names: what stands before a figure's name to tell it from others, ``not.fordringar.kundfordringar``.

They follow from the codes, so that they stay what they are when a table is moved, left out or given another title. A
part of the report says with patterns what its codes are called in Swedish; a star is a name of the association's own.
"""

from collections.abc import Mapping
from functools import lru_cache

from generator.ground.names import slug
from generator.statements.cash_flow import CASH_FLOW, NOT_LIQUID
from generator.statements.lines import STATEMENTS

STAR = "*"

OF_ALL_REPORTS: Mapping[str, str] = {
    **{statement.key: slug(statement.title) for statement in STATEMENTS},
    NOT_LIQUID: f"{slug(CASH_FLOW.title)}.ej_likvida",
    "counts.*": "antal.*",
    "counts.*.*": "antal.*.*",
    "note.*": "not.*",
    "note.*.*": "not.*.*",
}
"""The patterns of what every report has."""


def qualified(code: str, labels: Mapping[str, str], patterns: Mapping[str, str]) -> str:
    """Give a code's qualified name; ``labels`` are the figures' labels by code.

    The pattern that covers most of the code gives the beginning; each part beyond it is the label of the figure that
    the code names up to there.
    """
    parts = code.split(".")
    pattern = _nearest(code, tuple(patterns))
    length = len(pattern.split(".")) if pattern else 0
    beginning = _filled(parts, pattern, patterns[pattern]) if pattern else ""
    rest = (_own(".".join(parts[: end + 1]), labels) for end in range(length, len(parts)))
    return ".".join(filter(None, (beginning, *rest)))


def is_keyed(code: str, labels: Mapping[str, str], patterns: Mapping[str, str]) -> bool:
    """Whether a qualified name has a part of the code in it that no reader knows: ``machinery_and_equipment``."""
    parts = code.split(".")
    pattern = _nearest(code, tuple(patterns))
    length = len(pattern.split(".")) if pattern else 0
    return any(".".join(parts[: end + 1]) not in labels for end in range(length, len(parts)))


@lru_cache(maxsize=20_000)
def _nearest(code: str, patterns: tuple[str, ...]) -> str:
    """The pattern that covers most of a code; empty where none does."""
    parts = code.split(".")
    return max((each for each in patterns if _covers(each, parts)), key=_exactness, default="")


def _exactness(pattern: str) -> tuple[int, int]:
    """The longer pattern goes first, and of two as long the one with fewer stars."""
    parts = pattern.split(".")
    return len(parts), -parts.count(STAR)


def _own(code: str, labels: Mapping[str, str]) -> str:
    return slug(labels[code]) if code in labels else code.rpartition(".")[2]


@lru_cache(maxsize=1_000)
def _parts(pattern: str) -> tuple[str, ...]:
    return tuple(pattern.split("."))


def _covers(pattern: str, parts: list[str]) -> bool:
    wanted = _parts(pattern)
    return len(wanted) <= len(parts) and all(want in (STAR, part) for want, part in zip(wanted, parts, strict=False))


def _filled(parts: list[str], pattern: str, name: str) -> str:
    """Put what the stars of the pattern stand for where the name has its stars."""
    stars = iter([part for want, part in zip(pattern.split("."), parts, strict=False) if want == STAR])
    return ".".join(next(stars) if part == STAR else part for part in name.split("."))


@lru_cache(maxsize=20_000)
def spelled(name: str) -> str:
    """Fold a name as people write it: case, spaces, underscores, points and letters' composition do not matter."""
    return slug(name.replace("_", " "))
