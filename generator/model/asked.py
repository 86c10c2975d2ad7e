"""What a column asks of the numbers in its cells."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Asked:
    """What a column asks of its numbers: their unit in kronor, and what its cells may say besides the number.

    ``per_cents``: they may be per cents. ``words``: words may stand behind a number. ``free``: any words may stand, for
    they are read too. ``private``: nothing of the number is quoted.
    """

    unit: Decimal = Decimal(1)
    per_cents: bool = False
    words: bool = False
    free: bool = False
    private: bool = False
