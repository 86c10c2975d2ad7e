"""What is written of accounts and objects in the tab *Kontoplan*: one, several, a range, or those that begin alike."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.ground.names import folded
from generator.ledger.row import LedgerObject, Objects

_ACCOUNTS = re.compile(r"(\d+)(?:\s*(?:[-\u2013\u2014\u2212]|till)\s*(\d+))?([*xX]*)")
_PARTS = re.compile(r"[;,]")
_ANY = "*"
_FEWEST_DIGITS = 3
"""An account has at least so many (Kommun-Bas); fewer are how several begin."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """Accounts that are meant together: those whose first digits lie from ``first`` to ``last``; ``one`` alone."""

    first: str
    last: str
    one: bool = False

    def has(self, account: str) -> bool:
        """Whether an account is one of them."""
        if self.one:
            return account == self.first
        return self.first <= account[: len(self.first)] <= self.last and len(account) >= len(self.first)

    @property
    def width(self) -> Fraction:
        """How much of all numbers they are: the less, the more exact; nothing for one account."""
        if self.one:
            return Fraction(0)
        return Fraction(int(self.last) - int(self.first) + 1, 10 ** len(self.first))


def accounts_in(text: str) -> tuple[Accounts, ...]:
    """Read what is meant: ``4010``, ``40-45``, ``7*``, ``40xx``, several parted by semicolons.

    Raises:
        ValueError: it cannot be read, or a range goes backwards or between numbers of different lengths.

    """
    return tuple(_accounts(part.strip()) for part in _PARTS.split(text) if part.strip())


def _accounts(text: str) -> Accounts:
    read = _ACCOUNTS.fullmatch(text)
    if read is None:
        raise ValueError(text)
    first, last, more = read.groups()
    if last is None:
        return Accounts(first, first, one=not more and len(first) >= _FEWEST_DIGITS)
    if len(first) != len(last) or first > last:
        raise ValueError(text)
    return Accounts(first, last)


@dataclass(frozen=True, slots=True)
class ObjectPattern:
    """An object by its key or name, or those whose keys begin alike; ``dimension`` empty: of any dimension."""

    key: str
    dimension: str = ""

    def __str__(self) -> str:
        """As it is written: ``6: P12``."""
        return f"{self.dimension}: {self.key}" if self.dimension else self.key

    def matches(self, each: LedgerObject) -> bool:
        """Whether an object is meant."""
        if self.dimension and folded(self.dimension) not in {folded(each.dimension), folded(each.dimension_name)}:
            return False
        if self.key.endswith(_ANY):
            return folded(each.key).startswith(folded(self.key[:-1]))
        return folded(self.key) in {folded(each.key), folded(each.name)}

    @property
    def is_one(self) -> bool:
        """Whether it means a single object."""
        return not self.key.endswith(_ANY)


Together = tuple[ObjectPattern, ...]
"""Objects of several dimensions that an amount has together."""


def objects_in(text: str) -> tuple[Together, ...]:
    """Read what is meant: ``P12``, ``1:110``, ``Projekt: P*``, two dimensions with ``+``, several with ``;``."""
    return tuple(tuple(_objects(part)) for part in text.split(";") if part.strip())


def _objects(text: str) -> Iterator[ObjectPattern]:
    for part in text.split("+"):
        dimension, colon, key = part.partition(":")
        if part.strip():
            yield ObjectPattern(key.strip(), dimension.strip()) if colon else ObjectPattern(part.strip())


def named_together(patterns: Together, objects: Objects) -> bool:
    """Whether each pattern means one of the objects."""
    return all(any(pattern.matches(each) for each in objects) for pattern in patterns)
