"""How numbers are shown: the unit of amounts, the decimals of each kind of number, and those that were typed."""

from decimal import Decimal
from typing import Protocol

from generator.ground.formatting import KRONOR, POINTS, SHARE, in_unit, rounded
from generator.model.typed_number import NumberForm


class Shown(Protocol):
    """How numbers are shown: the unit of amounts, and the decimals of each kind of number."""

    @property
    def unit(self) -> str:
        """The unit that amounts are shown in."""

    @property
    def decimals(self) -> int:
        """The decimals of amounts in that unit."""

    @property
    def share_decimals(self) -> int:
        """The decimals of per cents."""

    @property
    def count_decimals(self) -> int:
        """The decimals of a count that is not whole."""

    @property
    def nil_sign(self) -> str:
        """What stands where there is nothing."""


def shown_value(value: Decimal, unit: str, shown: Shown, form: NumberForm) -> Decimal:
    """Round kronor in the unit they are shown in, shares and counts to their decimals."""
    decimals = decimals_of(unit, shown, form)
    if unit == KRONOR:
        return in_unit(value, shown.unit, decimals)
    return rounded(value, 2 + decimals if unit in (SHARE, POINTS) else decimals)


def decimals_of(unit: str, shown: Shown, form: NumberForm) -> int:
    """With how many decimals a number is shown: those that were typed, or those of its kind."""
    if form.decimals is not None:
        return form.decimals
    if unit in (SHARE, POINTS):
        return shown.share_decimals
    return shown.decimals if unit == KRONOR else shown.count_decimals
