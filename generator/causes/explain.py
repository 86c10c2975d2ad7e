"""The search for causes, as rules ask for it. A right workbook has nothing to explain, and never loads the search."""

from collections.abc import Sequence
from decimal import Decimal

from generator.figures.derivation import Derivation
from generator.figures.figure import Figure
from generator.findings.cause import Cause
from generator.model.underlag import Underlag


def balance_causes(derived: Derivation, days: Sequence[int]) -> tuple[Cause, ...]:
    """Find what keeps the balance sheet from balancing on some days: the years whose ends have balances, in order."""
    from generator.causes.balance import explain_balance  # noqa: PLC0415

    return explain_balance(derived, days)


def difference_causes(
    underlag: Underlag, difference: Decimal, bound: Decimal, *figures: tuple[int, Figure]
) -> tuple[Cause, ...]:
    """Find what may have made a difference that figures, each added with its sign, should not leave together.

    ``bound`` is what rounding may leave of it.
    """
    from generator.causes.differences import explain_difference  # noqa: PLC0415

    return explain_difference(underlag, difference, bound, figures)
