"""The digits of two amounts beside each other: how fingers slip."""

from decimal import Decimal

_LEAST_THOUSANDS = 10


def are_swapped(typed: Decimal, right: Decimal) -> bool:
    """Whether two digits beside each other have changed places."""
    found, wanted = _digits(typed, right)
    differing = [place for place, (one, other) in enumerate(zip(found, wanted, strict=False)) if one != other]
    if len(found) != len(wanted) or len(differing) != 2 or (typed > 0) is not (right > 0):  # noqa: PLR2004 - a pair
        return False
    first, second = differing
    return second - first == 1 and (found[first], found[second]) == (wanted[second], wanted[first])


def differ_by_a_slip(typed: Decimal, right: Decimal) -> bool:
    """Whether one digit is another, is lost or is too many."""
    if (typed > 0) is not (right > 0):
        return False
    found, wanted = _digits(typed, right)
    if len(found) == len(wanted):
        return sum(one != other for one, other in zip(found, wanted, strict=True)) == 1
    longer, shorter = sorted((found, wanted), key=len, reverse=True)
    if len(longer) - len(shorter) != 1:
        return False
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))


def _digits(*amounts: Decimal) -> tuple[str, ...]:
    """The digits of amounts, in öre where any has öre, else in kronor."""
    whole = all(amount == amount.to_integral_value() for amount in amounts)
    return tuple(str(abs(int(amount if whole else amount * 100))) for amount in amounts)


def is_thousands(typed: Decimal, wanted: Decimal) -> bool:
    """Whether an amount is another in thousands, rounded: 3 026 for 3 025 909. Of one digit it is so by chance."""
    thousands = wanted / 1000
    return abs(typed) >= _LEAST_THOUSANDS and typed in {
        thousands.quantize(Decimal(1)),
        thousands.quantize(Decimal("0.1")),
    }
