"""A number outside tables, and a sentence with such numbers: figures to the last, so that each can be traced."""

from dataclasses import dataclass
from decimal import Decimal

from generator.figures.figure import Figure
from generator.figures.shown import shown_value
from generator.figures.style import Style
from generator.figures.table import Cell
from generator.ground.formatting import COUNT, KRONOR, NO_BREAK_SPACE, POINTS, SHARE


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as it is shown outside tables: the number alone, for its unit stands beside it."""

    of: Figure
    unit: str
    decimals: int
    nil_sign: str = "–"
    share_decimals: int = 0
    count_decimals: int = 1

    @property
    def number(self) -> Decimal | None:
        """The number that is shown; None where none is."""
        if not isinstance(self.of.value, Decimal):
            return None
        return shown_value(self.of.value, self.of.unit, self, Cell(self.of).form)

    @property
    def unit_word(self) -> str:
        """What stands after the number; empty for a count, and where there is no number."""
        if self.number is None:
            return ""
        if self.of.unit == POINTS and abs(self.number) == Decimal("0.01"):
            return "procentenhet"
        return {KRONOR: self.unit, SHARE: "%", COUNT: ""}.get(self.of.unit, self.of.unit)

    @property
    def with_unit(self) -> tuple["str | Quantity", ...]:
        """The number and its unit, as parts of a sentence."""
        return (self, f"{NO_BREAK_SPACE}{self.unit_word}") if self.unit_word else (self,)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words and numbers in turn."""

    parts: tuple[str | Quantity, ...]


def quantity(figure: Figure, style: Style) -> Quantity:
    """A figure in the unit and with the decimals that the placement's tables have."""
    return Quantity(figure, style.unit, style.decimals)
