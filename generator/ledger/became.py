"""What each part of a ledger became in the report: for the rules, and for whoever asks of an account."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from generator.findings.finding import Finding
from generator.ground.source import Source
from generator.ledger.row import Ledger, LedgerRow, Measured, Objects


class Use(Enum):
    """What is done with an account's amounts."""

    BOOKED = "bokförs"
    COMPARED = "stäms av"
    LEFT_OUT = "räknas inte"
    UNMAPPED = "saknas i Kontoplan"


@dataclass(frozen=True, slots=True)
class AccountPart:
    """An account, whole or of some objects, in all its years: the amounts that are mapped together.

    ``rows`` are the ledger's by year.
    """

    account: str
    name: str
    objects: Objects
    rows: Mapping[int, LedgerRow]

    def amount(self, year: int, measured: Measured) -> Decimal | None:
        """An amount with the ledger's sign; None where it says nothing."""
        row = self.rows.get(year)
        return row.amounts.get(measured) if row else None

    @property
    def place(self) -> Source:
        """Where its latest year stands."""
        return self.rows[max(self.rows)].source

    @property
    def called(self) -> str:
        """The account as a sentence names it: ``4010 Arvoden (P12)``."""
        objects = " + ".join(each.key for each in self.objects)
        return f"{self.account} {self.name}".rstrip() + (f" ({objects})" if objects else "")


@dataclass(frozen=True, slots=True)
class Became:
    """What became of a part: how it is used, where that is said, and what it is called in the report.

    ``says`` is the cell of *Kontoplan*; ``words`` what it became (*Verksamhetens kostnader · Kostnader · Arvoden*),
    ``reason`` why it is left out. ``post`` is the code of the line; empty where there is none. ``amounts`` is what the
    post got of it, the natural way (costs and debts positive), by year. ``is_part`` (*varav*): it is only shown, in an
    account that has become something else as a whole, and has no post and no amounts of its own. ``of_member``: it is a
    member's contribution.
    """

    part: AccountPart
    use: Use
    says: Source | None = None
    post: str = ""
    words: str = ""
    reason: str = ""
    amounts: Mapping[int, Decimal] = field(default_factory=dict)
    is_part: bool = False
    of_member: bool = False


@dataclass(frozen=True, slots=True)
class LedgerUse:
    """All that came of the ledgers: what they are, what became of each part, and what was found.

    ``half`` is how far an amount of those that are used may lie from the true one.
    """

    ledgers: tuple[Ledger, ...] = ()
    became: tuple[Became, ...] = ()
    findings: tuple[Finding, ...] = ()
    half: Decimal = Decimal(0)


NOTHING = LedgerUse()
"""Of a report without a ledger."""
