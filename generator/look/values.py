"""The kinds of values that a setting of the look may have, read the same way from the workbook and from profil.toml.

Each is a kind of column (see ``model.columns``): a refused value carries a rule of ``look.messages``.
"""

import re
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ValidationInfo

from generator.ground.names import folded, nearest, plain
from generator.look.colour import hex_colour
from generator.look.colour_names import COLOUR_NAMES, SWEDISH_NAMES
from generator.look.messages import (
    COLOUR_UNKNOWN,
    LENGTH_UNCLEAR,
    LENGTH_WITHOUT_UNIT,
    POINT_OUTSIDE,
    POINT_UNCLEAR,
    SETTING_NOT_A_NUMBER,
    SETTING_OUT_OF_BOUNDS,
)
from generator.model import reading
from generator.model.columns import ChoiceColumn, Column
from generator.model.refused import refuse

MILLIMETRES = {"mm": 1.0, "cm": 10.0, "pt": 25.4 / 72, "px": 25.4 / 96, "in": 25.4}
WHOLE = 100
_POINT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%\s*[,;]?\s*(\d+(?:[.,]\d+)?)\s*%")
_DOWN = {"uppe": "0%", "överst": "0%", "nere": "100%", "nederst": "100%"}
_ACROSS = {"vänster": "0%", "höger": "100%"}
_MIDDLE = "mitten"
_LITTLE_WORDS = frozenset({"till", "i", "åt", "och"})
_LENGTH = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-zåäö%]*)")


@dataclass(frozen=True)
class ColourColumn(Column):
    """A colour: ``#1f4e5f``, or a Swedish or CSS name. Kept as ``#rrggbb``."""

    width: float = 16
    expects: ClassVar[str] = "en färg, till exempel #1f4e5f eller mörkblå"

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read a colour."""
        del info
        text = reading.text_of(raw)
        colour = hex_colour(text)
        if colour is None:
            near = nearest(text, COLOUR_NAMES)
            raise refuse(COLOUR_UNKNOWN, nearest=near, names=", ".join(SWEDISH_NAMES))
        return colour


@dataclass(frozen=True)
class LengthColumn(Column):
    """A length with its unit, between ``least`` and ``most``, which are lengths themselves. Kept as CSS writes it."""

    width: float = 12
    least: str = "1mm"
    most: str = "100mm"
    expects: ClassVar[str] = "en längd med enhet, till exempel 28 mm eller 10 pt"

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read a length."""
        del info
        text = reading.text_of(raw)
        match = _LENGTH.fullmatch(folded(text))
        if not match or match[2] not in {"", *MILLIMETRES}:
            raise refuse(LENGTH_UNCLEAR, units=", ".join(MILLIMETRES))
        number, unit = match[1].replace(",", "."), match[2]
        if not unit:
            raise refuse(LENGTH_WITHOUT_UNIT, number=match[1])
        if not in_mm(self.least) <= float(number) * MILLIMETRES[unit] <= in_mm(self.most):
            raise refuse(SETTING_OUT_OF_BOUNDS, least=_written(self.least), most=_written(self.most))
        return f"{number}{unit}"


@dataclass(frozen=True)
class FactorColumn(Column):
    """A plain number, such as the line height in text sizes."""

    width: float = 12
    least: float = 1
    most: float = 2
    expects: ClassVar[str] = "ett tal"

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read a number."""
        del info
        text = plain(reading.text_of(raw)).replace(",", ".")
        if not re.fullmatch(r"\d+(\.\d+)?", text):
            raise refuse(SETTING_NOT_A_NUMBER)
        if not self.least <= float(text) <= self.most:
            least, most = (f"{bound:g}".replace(".", ",") for bound in (self.least, self.most))
            raise refuse(SETTING_OUT_OF_BOUNDS, least=least, most=most)
        return text


@dataclass(frozen=True)
class FontColumn(Column):
    """The family name of a font; which ones there are is judged where the folders are known."""

    width: float = 24
    expects: ClassVar[str] = "namnet på ett typsnitt som följer med programmet eller ligger i mallens mapp fonts"


@dataclass(frozen=True)
class LookPictureColumn(Column):
    """The name of a picture file, beside the workbook or in a look's folder ``bilder``."""

    width: float = 28
    expects: ClassVar[str] = "namnet på en bildfil"


@dataclass(frozen=True)
class PointColumn(Column):
    """A point of a picture: words, or per cent from the left and from above. Kept as CSS writes it, ``50% 30%``."""

    width: float = 20
    expects: ClassVar[str] = "en punkt i bilden, till exempel mitten, uppe till höger eller 50 % 30 %"

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read a point."""
        del info
        text = folded(reading.text_of(raw))
        if match := _POINT.fullmatch(text):
            across, down = (float(each.replace(",", ".")) for each in match.groups())
            if max(across, down) > WHOLE:
                raise refuse(POINT_OUTSIDE)
            return f"{across:g}% {down:g}%"
        said = [each for each in text.split() if each not in _LITTLE_WORDS]
        downs, acrosses = ([way[each] for each in said if each in way] for way in (_DOWN, _ACROSS))
        if (
            not said
            or len(downs) + len(acrosses) + said.count(_MIDDLE) != len(said)
            or max(map(len, (downs, acrosses))) > 1
        ):
            raise refuse(POINT_UNCLEAR)
        return f"{(acrosses or ['50%'])[0]} {(downs or ['50%'])[0]}"


def in_mm(length: str) -> float:
    """A length that a setting has, in millimetres."""
    match = _LENGTH.fullmatch(length)
    return float(match[1]) * MILLIMETRES[match[2]] if match else 0.0


def _written(length: str) -> str:
    """Write a length as one does in Swedish: ``10,5 pt``."""
    match = _LENGTH.fullmatch(length)
    return f"{match[1].replace('.', ',')} {match[2]}" if match else length


def one_of(*choices: str, width: float = 22) -> ChoiceColumn:
    """Make a column with a drop-down."""
    return ChoiceColumn(width, allowed=choices)


Colour = Annotated[str, ColourColumn()]
Font = Annotated[str, FontColumn()]
LookPicture = Annotated[str, LookPictureColumn()]
Point = Annotated[str, PointColumn()]
