"""What bars and parts are filled with: steps of the look's colour, and patterns of it where the steps are too many.

Also in black and white each is told from the others, and from its neighbour by more than a shade.
"""

from generator.document.charts.ink import Ink, mixed

MOST_STEPS = 4
"""So many steps of one colour are told apart; of more every other is a pattern."""
_MIDDLE, _LIGHT, _STEP = 0.5, 0.8, 0.55
_SIDE = 6
_RISING = "M-1 1L1 -1M0 6L6 0M5 7L7 5"
_FALLING = "M-1 5L1 7M0 0L6 6M5 -1L7 1"
_LEVEL = "M0 3H6"
_GRID = "M0 3H6M3 0V6"
_UPRIGHT = "M3 0V6"
_LINES = (_RISING, _LEVEL, _FALLING, _GRID, _UPRIGHT)


def fills(count: int, ink: Ink) -> list[str]:
    """So many fills, from the look's full colour to nearly the paper's."""
    if count <= MOST_STEPS:
        step = min(_LIGHT / max(count - 1, 1), _STEP)
        return [mixed(ink.accent, ink.paper, step * place) for place in range(count)]
    full, middle, light = (mixed(ink.accent, ink.paper, share) for share in (0, _MIDDLE, _LIGHT))
    rising, level, falling, grid, upright = (f"url(#{_id(place, ink)})" for place in range(len(_LINES)))
    found = (full, rising, middle, level, light, falling, grid, upright)
    return [found[place % len(found)] for place in range(count)]


def is_pattern(fill: str) -> bool:
    """Whether a fill is a pattern, upon which no letters can be read."""
    return fill.startswith("url(")


def patterns(drawn: str, ink: Ink) -> str:
    """What a drawing must tell of the patterns that it uses; nothing where it uses none."""
    told = "".join(
        f'<pattern id="{_id(place, ink)}" width="{_SIDE}" height="{_SIDE}" patternUnits="userSpaceOnUse">'
        f'<rect width="{_SIDE}" height="{_SIDE}" fill="{ink.paper}"/>'
        f'<path d="{lines}" fill="none" stroke="{ink.accent}" stroke-width="1.5"/></pattern>'
        for place, lines in enumerate(_LINES)
        if f"#{_id(place, ink)})" in drawn
    )
    return f"<defs>{told}</defs>" if told else ""


def _id(place: int, ink: Ink) -> str:
    """The id of a pattern: charts may stand in one page."""
    return f"{ink.name}-{place}"
