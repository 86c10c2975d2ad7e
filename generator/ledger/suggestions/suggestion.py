"""A suggestion: what an account most likely becomes, how sure that is, and why."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum

from generator.ground.formatting import small_first
from generator.ground.names import NO_NAME, Name
from generator.ledger.row import Objects
from generator.statements.statement import Line


class Certainty(IntEnum):
    """How sure a suggestion is: only what is sure is filled in without being asked for."""

    GUESS = 1
    LIKELY = 2
    SURE = 3

    @property
    def word(self) -> str:
        """The word before a proposal in a sentence."""
        return {Certainty.GUESS: "kanske", Certainty.LIKELY: "troligen", Certainty.SURE: "säkert"}[self]


@dataclass(frozen=True, slots=True)
class Asked:
    """An account, whole or of some objects, with its amounts by year, the latest first; credit is negative.

    ``apart``: its objects are told apart from others of the account. Else they are all that it has in the latest year.
    """

    account: str
    name: str = ""
    amounts: tuple[Decimal, ...] = ()
    objects: Objects = ()
    apart: bool = True

    @property
    def told_apart(self) -> Objects:
        """The objects that a row for it must name."""
        return self.objects if self.apart else ()

    @property
    def sides(self) -> frozenset[int]:
        """The sides that the amounts stand on: 1 for debit, -1 for credit; none where all are nil."""
        return frozenset(1 if amount > 0 else -1 for amount in self.amounts if amount)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What an account most likely becomes.

    ``line`` is the post; None where the account is left out, as ``reason`` then says, or where nothing can be said.
    ``compared``: the post is derived in the report, and only held against the account. ``member`` is the member whose
    contribution it is, of the category in ``category``. ``why`` says in Swedish what the suggestion stands on.
    """

    certainty: Certainty
    why: str
    line: Line | None = None
    compared: bool = False
    reason: str = ""
    sub_item: Name = NO_NAME
    note: Name = NO_NAME
    note_row: Name = NO_NAME
    activity: Name = NO_NAME
    member: Name = NO_NAME
    category: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether it may be filled in without being asked for."""
        return self.certainty is Certainty.SURE

    @property
    def left_out(self) -> bool:
        """Whether the account is no part of the report."""
        return bool(self.reason)

    @property
    def words(self) -> str:
        """What it becomes: ``Verksamhetens kostnader · Kostnader · Arvoden · Styrelsen``; ``räknas inte``."""
        if self.left_out:
            return f"räknas inte ({small_first(self.reason).rstrip('.')})"
        if self.member:
            return f"medlemsbidrag från {self.member}"
        post = self.line.label if self.line else ""
        parts = (post, self.sub_item, self.note, self.note_row, self.activity)
        return " · ".join(str(part) for part in parts if part)

    @property
    def sentence(self) -> str:
        """The proposal as it stands in a remark or a message: ``troligen Fordringar (kontogrupp 16)``."""
        return f"{self.certainty.word} {self.words}: {self.why}" if self.words else self.why


def beside_members(made: Suggestion) -> Suggestion:
    """A suggestion for what is left of an account whose other parts are members' contributions: never sure."""
    if not made.is_sure or made.member or made.left_out:
        return made
    why = "kontots andra rader är medlemmars bidrag; är det här en medlems också, välj medlemmen i stället"
    return replace(made, certainty=Certainty.LIKELY, why=why, note=NO_NAME, note_row=NO_NAME)
