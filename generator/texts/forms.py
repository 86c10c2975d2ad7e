"""How a text wants a figure written: what stands after the colon, ``{{ årets_resultat : mnkr 1 utan tecken }}``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.ground.formatting import KRONOR, MILLIONS, POINTS, SHARE, THOUSANDS
from generator.ground.names import clean, folded

PER_CENT, SIGN = "procent", "%"

UNITS = {
    KRONOR: (KRONOR, KRONOR),
    THOUSANDS: (THOUSANDS, THOUSANDS),
    MILLIONS: (MILLIONS, MILLIONS),
    "kronor": (KRONOR, "kronor"),
    "miljoner kronor": (MILLIONS, "miljoner kronor"),
    PER_CENT: (PER_CENT, PER_CENT),
    SIGN: (PER_CENT, SIGN),
    SHARE: (SHARE, ""),
    POINTS: (POINTS, POINTS),
}
"""The units that a form may name: how each is reckoned, and the words that are written after the number."""

FORMS = (
    *UNITS,
    "ett antal decimaler",
    "utan enhet",
    "utan tecken",
    "med tecken",
    "med ord",
    "med siffror",
    "ungefär",
    "cirka",
    "två ord med snedstreck emellan",
)
"""What may stand in a form, for messages."""

_MOST_DECIMALS = 4
_DECIMALS = re.compile(rf"([0-{_MOST_DECIMALS}])(?: decimal(?:er)?)?(?= |$)")
_CHOICE = re.compile(r"[^/]+(?:/[^/]+){1,2}")


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a figure; what is empty or None follows from the figure.

    ``unit`` is one of ``UNITS``. ``bare``: without the unit's word. ``choice``: the words for more, less and, where
    there is a third, equal, of which one is written in place of the number. ``one`` is how 1 is written in words.
    ``about`` are the words for a figure that is more and one that is less than its number as it is written.
    """

    unit: str = ""
    decimals: int | None = None
    bare: bool = False
    unsigned: bool = False
    plus: bool = False
    in_words: bool | None = None
    one: str = "en"
    choice: tuple[str, ...] = ()
    about: tuple[str, str] = ("", "")


_PARTS: Mapping[str, Mapping[str, Any]] = {
    **{unit: {"unit": unit} for unit in sorted(UNITS, key=len, reverse=True)},
    "utan enhet": {"bare": True},
    "utan tecken": {"unsigned": True},
    "med tecken": {"plus": True},
    "med ord": {"in_words": True},
    "i ord": {"in_words": True},
    "med siffror": {"in_words": False},
    "i siffror": {"in_words": False},
    "ungefär": {"about": ("drygt", "knappt")},
    "cirka": {"about": ("cirka", "cirka")},
    "ca": {"about": ("cirka", "cirka")},
    "ett": {"one": "ett"},
    "en": {"one": "en"},
}
"""What each part of a form says; of two that begin alike the longer stands first."""


def form_of(text: str) -> Form | None:
    """Read a form; None where any part of it means nothing."""
    if _CHOICE.fullmatch(text):
        return Form(choice=tuple(clean(word) for word in text.split("/")))
    rest = folded(text.replace(",", " "))
    form = Form()
    while rest:
        decimals = _DECIMALS.match(rest)
        part = decimals[0] if decimals else next((part for part in _PARTS if f"{rest} ".startswith(f"{part} ")), "")
        if not part:
            return None
        form = replace(form, decimals=int(decimals[1])) if decimals else replace(form, **_PARTS[part])
        rest = rest[len(part) :].strip()
    return form
