"""A share of an account's amount, as it is typed in *Kontoplan*: a per cent, an amount, or what is left."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pydantic_core import PydanticCustomError

from generator.ground.formatting import rounded
from generator.ground.names import folded
from generator.model.reading import number_from_text

REST = "resten"
_WHOLE = Decimal(100)
_ORE = 2


@dataclass(frozen=True, slots=True)
class Share:
    """A share: ``per_cent`` of the amount, or an ``amount`` in kronor without sign; neither: what is left."""

    per_cent: Decimal | None = None
    amount: Decimal | None = None

    @property
    def is_rest(self) -> bool:
        """Whether it is what the others leave."""
        return self.per_cent is None and self.amount is None


def share_in(text: str) -> Share:
    """Read a share.

    Raises:
        ValueError: it is none, or a number that could be both a per cent and an amount.

    """
    if folded(text) == REST:
        return Share()
    is_per_cent = text.endswith("%")
    try:
        number = number_from_text(text.removesuffix("%").strip())
    except PydanticCustomError as error:
        raise ValueError(text) from error
    if number is None or number < 0 or (is_per_cent and number > _WHOLE) or (not is_per_cent and number <= _WHOLE):
        raise ValueError(text)
    return Share(per_cent=number) if is_per_cent else Share(amount=number)


def are_whole(shares: Sequence[Share]) -> bool:
    """Whether shares make up a whole: one of them is what is left, or they are per cents that come to a hundred."""
    rests = sum(share.is_rest for share in shares)
    if rests:
        return rests == 1
    return all(share.per_cent is not None for share in shares) and _sum_of(shares) == _WHOLE


def _sum_of(shares: Sequence[Share]) -> Decimal:
    return sum((share.per_cent or Decimal(0) for share in shares), Decimal(0))


def divided(amount: Decimal, shares: Sequence[Share]) -> tuple[Decimal, ...]:
    """Divide an amount to the öre: what rounding leaves is in the share that is the rest, else in the last one.

    A share in kronor has the amount's sign.
    """
    sign = -1 if amount < 0 else 1
    parts = [_part(amount, sign, share) for share in shares]
    rest = next((place for place, share in enumerate(shares) if share.is_rest), len(shares) - 1)
    parts[rest] += amount - sum(parts, Decimal(0))
    return tuple(parts)


def _part(amount: Decimal, sign: int, share: Share) -> Decimal:
    if share.per_cent is not None:
        return rounded(amount * share.per_cent / _WHOLE, _ORE)
    return sign * rounded(share.amount or Decimal(0), _ORE)
