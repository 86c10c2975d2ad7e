"""Contrast between text and ground: at least 4.5:1, and 3:1 for what carries meaning without being text.

WCAG 2.2, 1.4.3 and 1.4.11, which EN 301 549 and the Swedish lag (2018:1937) om tillgänglighet make binding for public
bodies.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from generator.findings.finding import Finding
from generator.ground.formatting import number
from generator.ground.source import Source
from generator.look.colour import Demand, contrast, nearest_readable
from generator.look.messages import LOOK_CONTRAST
from generator.look.profile import Setting
from generator.look.settings import Look
from generator.model.rows import heading

TEXT, GRAPHICS = 4.5, 3.0


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour that stands on another, by the names of their settings."""

    above: str
    ground: str
    least: float = TEXT


PAIRS = (
    *(Pair(name, ground) for ground in ("paper", "tint") for name in ("ink", "quiet", "heading_colour")),
    Pair("accent", "paper", GRAPHICS),
    Pair("on_accent", "accent"),
)
"""The pairs that base and the looks that come with the program use."""


def contrast_findings(look: Look, stated: Mapping[str, Setting]) -> Iterator[Finding]:
    """Say which pairs cannot be read, with the nearest colour that can."""
    told: set[str] = set()
    mended = look
    for pair in PAIRS:
        found = contrast(getattr(mended, pair.above), getattr(mended, pair.ground))
        changed = pair.ground if pair.ground in stated and pair.above not in stated else pair.above
        if found < pair.least and changed not in told:
            told.add(changed)
            colour = nearest_readable(getattr(mended, changed), tuple(_demands(mended, changed)))
            yield _finding(mended, pair, changed, stated, colour)
            # What follows is judged with it mended: two colours that are both moved could meet again.
            mended = mended.model_copy(update={changed: colour})


def _finding(look: Look, pair: Pair, changed: str, stated: Mapping[str, Setting], colour: str) -> Finding:
    above, ground = getattr(look, pair.above), getattr(look, pair.ground)
    return LOOK_CONTRAST.found(
        stated[changed].source if changed in stated else Source(),
        above=f"{heading(Look, pair.above)} ({above})",
        ground=f"{heading(Look, pair.ground)} ({ground})",
        found=ratio(contrast(above, ground)),
        least=ratio(pair.least),
        setting=heading(Look, changed),
        colour=colour,
    )


def _demands(look: Look, changed: str) -> Iterator[Demand]:
    """What a changed colour must be read against: every pair that it is part of."""
    for pair in PAIRS:
        if changed in (pair.above, pair.ground):
            yield getattr(look, pair.ground if pair.above == changed else pair.above), pair.least


def ratio(value: float) -> str:
    """Write a contrast rounded down, so that 4.49 is not told as 4.5."""
    return f"{number(Decimal(str(value)).quantize(Decimal('0.1'), rounding=ROUND_DOWN), 1)}:1"
