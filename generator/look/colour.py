"""Colours: reading them, the contrast between two, and the nearest one that can be read.

Contrast as in WCAG 2.2 (relative luminance, section 1.4.3). Steps in lightness are taken in Oklch, where equal steps
look equal and the hue stays what it was.
"""

import re
from collections.abc import Iterator, Sequence
from math import atan2, cos, sin

from generator.ground.names import folded
from generator.look.colour_names import COLOUR_NAMES

_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})")
_STEP = 0.004
"""A step in lightness, of 1 from black to white: too small to be seen."""

Triple = tuple[float, float, float]


def hex_colour(text: str) -> str | None:
    """Read a colour as ``#rrggbb``: from hexadecimal digits, or a Swedish or CSS name; None for anything else."""
    name = folded(text)
    if name in COLOUR_NAMES:
        return COLOUR_NAMES[name]
    match = _HEX.fullmatch(name)
    if not match:
        return None
    digits = match[1]
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))  # noqa: PLR2004


def contrast(one: str, other: str) -> float:
    """The contrast between two colours ``#rrggbb``: from 1 (equal) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


Demand = tuple[str, float]
"""A colour to be read against, and the least contrast to it."""


def nearest_readable(colour: str, demands: Sequence[Demand]) -> str:
    """The colour nearest to ``colour``, lighter or darker, that meets every demand.

    Black or white, whichever comes nearer to meeting them, where no shade of the colour does.
    """
    for shade in _shades(colour):
        if _margin(shade, demands) >= 1:
            return shade
    return max(("#000000", "#ffffff"), key=lambda extreme: _margin(extreme, demands))


def _margin(colour: str, demands: Sequence[Demand]) -> float:
    """How well a colour meets the demand that it meets worst: 1 is just enough."""
    return min(contrast(colour, other) / least for other, least in demands)


def _shades(colour: str) -> Iterator[str]:
    """Shades of a colour, those that differ least first."""
    lightness, chroma, hue = _oklch(colour)
    for step in range(int(1 / _STEP) + 1):
        for moved in (lightness - step * _STEP, lightness + step * _STEP):
            if 0 <= moved <= 1:
                yield _from_oklch(moved, chroma, hue)


def _linear(colour: str) -> Triple:
    """The light of each of red, green and blue, 0 to 1 (inverse of the sRGB curve)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)  # noqa: PLR2004
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _oklch(colour: str) -> Triple:
    """Lightness, chroma and hue (Björn Ottosson's Oklab, as in CSS Color Module Level 4)."""
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    return lightness, (a * a + b * b) ** 0.5, atan2(b, a)


def _from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The colour of a lightness, chroma and hue; what a screen cannot show is cut off at its limits."""
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return as_hex([_encoded(min(max(part, 0.0), 1.0)) for part in linear])


def as_hex(parts: Sequence[float]) -> str:
    """A colour as ``#rrggbb``, of its red, green and blue as screens take them, 0 to 1."""
    return "#" + "".join(f"{round(255 * min(max(part, 0.0), 1.0)):02x}" for part in parts)


def _encoded(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055  # noqa: PLR2004
