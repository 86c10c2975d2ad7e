"""The level that equity is held against, and what is above it."""

from collections.abc import Iterator
from decimal import Decimal

from generator.figures.declaration import Combined, Declaration, Scaled, minus, plus
from generator.model.facts import Facts
from generator.model.underlag import Underlag
from generator.statements.balance_sheet import EQUITY
from generator.subjects.operating_statement.figures import CONTRIBUTIONS

CODE = "equity_level"
CEILING = f"{CODE}.ceiling"
ABOVE = f"{CODE}.above_ceiling"
QUALIFIED = {CODE: "eget_kapital_mot_bidragen"}
HIGHEST_SHARE = Decimal("0.20")
"""The share that the associations' own rule of thumb names. The national council's staircase was not verified, so the
table says 20 % of the contributions and not that the council recommends it."""


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare the ceiling and what is above it."""
    del underlag, facts
    yield Scaled(CEILING, "20 procent av årets medlemsbidrag", CONTRIBUTIONS, HIGHEST_SHARE)
    above = (*plus(EQUITY), *minus(CEILING))
    yield Combined(ABOVE, "Eget kapital utöver nivån", above, flow=False, from_flows=True)
