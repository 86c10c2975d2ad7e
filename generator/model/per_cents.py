"""Whether a number where a per cent is expected has one meaning: *0,8* may be 0,8 per cent, or a share of 80."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.cell_formats.sections import section_for
from generator.cell_formats.show import as_decimal
from generator.findings.finding import Finding
from generator.ground.source import Source
from generator.model.messages_formats import PER_CENT_AMBIGUOUS
from generator.model.shown_numbers import Difference, written
from generator.model.typed_number import PER_CENT, TypedNumber, with_form
from generator.model.values import Formatted

LARGEST_SHARE = Decimal("1.5")
"""A larger number is in per cent: hardly anything is more than half as much again as what it is a share of."""
_MANY = 10
_OF_A_SHARE = 2
"""So many decimals has a share that is a whole per cent."""


class Typed(NamedTuple):
    """A number where a per cent is expected, its cell, and those that are parts of one whole with it."""

    value: Decimal
    source: Source
    beside: tuple[Decimal, ...] = ()


def is_per_cent(value: Decimal) -> bool:
    """Whether a number was typed with its sign for per cent, or its cell shows one."""
    return isinstance(value, TypedNumber) and value.is_per_cent


def unclear(column: Iterable[Typed]) -> Iterator[Finding]:
    """Ask what the small numbers of a column mean, all at once, unless its others tell that they are per cents."""
    plain = [each for each in column if not is_per_cent(each.value)]
    tells = _in_per_cent(each.value for each in plain)
    asked = [each for each in plain if is_small(each.value) and not _is_told(each, plain, tells=tells)]
    if asked:
        yield ambiguous([each.value for each in asked], [each.source for each in asked])


def ambiguous(values: Sequence[Decimal], sources: Sequence[Source]) -> Finding:
    """Ask what some small numbers mean."""
    found = sources[0].text or with_form(values[0], "").in_words
    small, large = (with_form(Decimal(values[0]) * times, "", PER_CENT).in_words for times in (1, 100))
    others = f" (och {len(values) - 1} till i kolumnen)" if len(values) > 1 else ""
    return PER_CENT_AMBIGUOUS.found(*sources, found=found, small=small, large=large, others=others)


def too_many_per_cents(cell: Formatted) -> Difference | None:
    """Ask what a per cent cell means that shows a thousand per cent or more: 47.5 was typed before it was one."""
    if not isinstance(cell.value, int | float | Decimal):
        return None
    number = as_decimal(cell.value)
    if not number.is_finite() or abs(number) < _MANY or not section_for(cell.code, number)[0].per_cents:
        return None
    small, large = (f"{written((number * times).normalize())} {PER_CENT}" for times in (1, 100))
    return Difference(PER_CENT_AMBIGUOUS, {"found": str(cell), "small": small, "large": large})


def is_among_per_cents(others: Iterable[Decimal], least: int) -> bool:
    """Whether all numbers beside one are per cents, and at least so many; small ones may be either."""
    kinds = [is_per_cent(value) for value in others if not is_small(value)]
    return len(kinds) >= least and all(kinds)


def as_typed_share(value: Decimal) -> TypedNumber:
    """A plain number read as the share that it is: 0,7 is 70 %, with the decimals that are left."""
    decimals = value.decimals if isinstance(value, TypedNumber) else 0
    return TypedNumber(value, max(decimals - _OF_A_SHARE, 0), suffix=PER_CENT)


def is_small(value: Decimal) -> bool:
    """Whether a plain number may be a share as well as a per cent."""
    return not is_per_cent(value) and 0 < abs(value) <= LARGEST_SHARE


def _in_per_cent(values: Iterable[Decimal]) -> bool:
    return any(abs(value) > LARGEST_SHARE for value in values if not is_per_cent(value))


def _is_told(typed: Typed, column: list[Typed], *, tells: bool) -> bool:
    """Whether the other numbers tell that it is a per cent; 0,83 among whole numbers is rather 83."""
    if _in_per_cent(typed.beside):
        return True
    decimals = max((_decimals(each.value) for each in column if not is_small(each.value)), default=0)
    return tells and _decimals(typed.value) < max(_OF_A_SHARE, decimals + 1)


def _decimals(value: Decimal) -> int:
    return value.decimals if isinstance(value, TypedNumber) else 0
