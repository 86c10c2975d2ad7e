"""The Claim: what a sentence says of a number, before it is held against any figure."""

from dataclasses import dataclass
from enum import Enum

from generator.claims.numbers import Quantity
from generator.claims.vocabulary import Mention


class Kind(Enum):
    """What a number is said to be: how much something is, how much it has changed, or what part of another it is."""

    LEVEL = "nivå"
    CHANGE = "förändring"
    PART = "andel"
    COUNT = "antal"


class Base(Enum):
    """What a change is counted from."""

    BUDGET = "budget"
    YEAR = "år"
    ANY = "budget eller år"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence says of a number.

    ``things`` and ``terms`` are what it is about, nearest first; ``wholes`` what it is a part of. ``years`` and
    ``budget`` (yes, no, or None where either may be meant) tell which figure; ``base`` and ``base_year`` what a change
    is counted from. ``direction`` is 1 where something is said to have risen, or to be more, -1 where it has fallen;
    ``came_to``: the number is what it rose or fell to. ``negative`` is what the words say of the sign, None where
    nothing. ``found`` are the words. ``is_held_back``: something keeps it from being told as wrong, a plan or a denial.
    ``is_placed``: it is of what its text is about, and of nothing that the association has by the same word.
    """

    quantity: Quantity
    found: str
    kind: Kind = Kind.LEVEL
    things: tuple[Mention, ...] = ()
    terms: tuple[Mention, ...] = ()
    wholes: tuple[Mention, ...] = ()
    years: frozenset[int] = frozenset()
    budget: bool | None = False
    base: Base = Base.ANY
    base_year: int = 0
    negative: bool | None = None
    direction: int = 0
    came_to: bool = False
    is_firm: bool = False
    is_held_back: bool = False
    is_placed: bool = False

    @property
    def is_tied(self) -> bool:
        """Whether anything is named that the number may be of."""
        return bool(self.things or self.terms or self.wholes)
