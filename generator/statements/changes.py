"""What may change a balance during a year, told apart where the cash flow and the result tell it apart (RKR R13, R4).

A change that moves no cash, or moves it in another row than the balance's own, is typed with its kind. A balance
whose changes nobody has told apart moves cash by its whole change.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

CHANGES = "changes"
LIQUID_ASSETS = "liquid_assets"
"""Stands in place of a line's code for what was taken over in cash, on whatever line."""


class Change(Enum):
    """A kind of change; the value is its Swedish name, and the choice in the column *Radslag*."""

    PURCHASE = "inköp"
    SALE = "försäljning"
    SCRAPPING = "utrangering"
    WRITE_DOWN = "nedskrivning"
    PAYMENT = "utbetalning"
    BORROWING = "nytt lån"
    REPAYMENT = "amortering"
    TAKEN_OVER = "övertaget vid sammanläggning"
    PRICE = "försäljningspris"
    """No change of the balance: what was paid for what was sold."""

    def of(self, line: str) -> str:
        """The code of the figure that adds a line's changes of this kind; ``line`` is its code."""
        return f"{CHANGES}.{self.name.lower()}.{line}"


@dataclass(frozen=True, slots=True)
class Told:
    """Which kinds of change are told of which lines, as the codes of their figures."""

    codes: frozenset[str] = frozenset()

    def of(self, change: Change, lines: Iterable[str]) -> tuple[str, ...]:
        """The codes of a kind's figures on some lines, in the lines' order; none where it is not told."""
        return tuple(code for line in lines if (code := change.of(line)) in self.codes)


NOTHING_TOLD = Told()
