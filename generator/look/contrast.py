"""Contrast between text and ground: at least 4.5:1, and 3:1 for what carries meaning without being text.

WCAG 2.2, 1.4.3 and 1.4.11, which EN 301 549 and the Swedish lag (2018:1937) om tillgänglighet make binding for public
bodies.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from generator.checks.finding import Finding
from generator.formatting import number
from generator.look.colour import contrast, nearest_readable
from generator.look.profile import Setting
from generator.look.settings import Look
from generator.model.rows import heading
from generator.model.source import Source

TEXT, GRAPHICS = 4.5, 3.0


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour that stands on another, by the names of their settings."""

    above: str
    ground: str
    least: float = TEXT


def pairs(look: Look) -> Iterator[Pair]:
    """The pairs that a look uses, which depend on its choices."""
    yield from (Pair(name, "paper") for name in ("ink", "quiet", "heading_colour"))
    yield Pair("accent", "paper", GRAPHICS)
    yield from (Pair(name, "tint") for name in ("ink", "quiet", "heading_colour"))
    if look.cover != "ljus":
        yield Pair("on_accent", "accent")


def contrast_findings(look: Look, stated: Mapping[str, Setting]) -> Iterator[Finding]:
    """Say which pairs cannot be read, with the nearest colour that can."""
    told: set[str] = set()
    for pair in pairs(look):
        found = contrast(getattr(look, pair.above), getattr(look, pair.ground))
        changed = pair.ground if pair.ground in stated and pair.above not in stated else pair.above
        if found < pair.least and changed not in told:
            told.add(changed)
            yield _finding(look, pair, changed, stated)


def _finding(look: Look, pair: Pair, changed: str, stated: Mapping[str, Setting]) -> Finding:
    above, ground = getattr(look, pair.above), getattr(look, pair.ground)
    return Finding(
        "look_contrast",
        (stated[changed].source if changed in stated else Source(),),
        {
            "above": f"{heading(Look, pair.above)} ({above})",
            "ground": f"{heading(Look, pair.ground)} ({ground})",
            "found": _ratio(contrast(above, ground)),
            "least": _ratio(pair.least),
            "setting": heading(Look, changed),
            "colour": nearest_readable(getattr(look, changed), *_others(look, changed)),
        },
    )


def _others(look: Look, changed: str) -> tuple[tuple[str, ...], float]:
    """What a changed colour must be read against: every pair that it is part of, at the highest demand."""
    of_it = [pair for pair in pairs(look) if changed in (pair.above, pair.ground)]
    grounds = tuple(getattr(look, pair.ground if pair.above == changed else pair.above) for pair in of_it)
    return grounds, max(pair.least for pair in of_it)


def _ratio(value: float) -> str:
    """Write a contrast rounded down, so that 4.49 is not told as 4.5."""
    return f"{number(Decimal(str(value)).quantize(Decimal('0.1'), rounding=ROUND_DOWN), 1)}:1"
