"""The level that equity is held against, and what is above it."""

from collections.abc import Iterator
from decimal import Decimal

from generator.figures.declaration import Band, Combined, Declaration, Scaled, minus, plus
from generator.model.facts import Facts
from generator.model.underlag import Underlag
from generator.statements.balance_sheet import EQUITY
from generator.subjects.equity_level.rows import shows_staircase, steps
from generator.subjects.operating_statement.figures import CONTRIBUTIONS

CODE = "equity_level"
CEILING = f"{CODE}.ceiling"
ABOVE = f"{CODE}.above_ceiling"
QUALIFIED = {CODE: "eget_kapital_mot_bidragen"}
HIGHEST_SHARE = Decimal("0.20")
"""The share that the associations' own rule of thumb names. The national council's staircase was not verified, so the
table says 20 % of the contributions, and that the council recommends a level only where somebody has checked it."""


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare the ceiling, of the contributions of all members, and what is above it."""
    del facts
    yield _ceiling(underlag)
    above = (*plus(EQUITY), *minus(CEILING))
    yield Combined(ABOVE, "Eget kapital utöver nivån", above, flow=False, from_flows=True)


def _ceiling(underlag: Underlag) -> Scaled:
    """A share of the contributions; by the staircase the share of each band of them, the last going on."""
    every = steps(underlag)
    if not shows_staircase(underlag) or not every:
        return Scaled(CEILING, "20 procent av årets medlemsbidrag", CONTRIBUTIONS, HIGHEST_SHARE)
    shares = [row.factor for row in every]
    limits = [row.up_to for row in every if row.up_to is not None]
    bands = tuple(Band(limit, share) for limit, share in zip(limits, shares[1:], strict=False))
    return Scaled(CEILING, "Nivå enligt Nationella rådets rekommendation", CONTRIBUTIONS, shares[0], bands=bands)
