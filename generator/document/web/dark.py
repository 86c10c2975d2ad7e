"""The colours of a look where the reader's screen is dark: its own hues, so light that they can be read on it."""

from collections.abc import Iterator

from generator.look.colour import contrast, nearest_readable
from generator.look.contrast import GRAPHICS, TEXT
from generator.look.settings import Look

_NAMES = ("paper", "tint", "ink", "quiet", "rule", "heading-colour", "accent", "second", "on-accent")
DARK = frozenset(f"--{name}" for name in _NAMES)
"""The variables that are others in the dark."""

PAPER, TINT, INK, QUIET, RULE = "#16181b", "#22262b", "#e8e8e6", "#b3b8bd", "#4a5057"


def dark_variables(look: Look) -> Iterator[tuple[str, str]]:
    """The variables that are others in the dark, by name: text at least 4.5:1, what carries meaning 3:1."""
    grounds = ((PAPER, TEXT), (TINT, TEXT))
    accent = nearest_readable(look.accent, ((PAPER, GRAPHICS),))
    on_accent = max(("#000000", "#ffffff"), key=lambda each: contrast(each, accent))
    yield from (("--paper", PAPER), ("--tint", TINT), ("--ink", INK), ("--quiet", QUIET), ("--rule", RULE))
    yield "--heading-colour", nearest_readable(look.heading_colour, grounds)
    yield "--accent", accent
    yield "--second", nearest_readable(look.second, grounds)
    yield "--on-accent", on_accent
