"""What a Book's transactions and periods come to: for each account and its objects, each summed once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain

from generator.ledger.row import is_balance, is_equity
from generator.ledger.sie.book import Amount, Book, Key, Movement
from generator.ledger.sie.fields import Keys

ByObjects = dict[tuple[str, Keys], Amount]
NIL = Decimal(0)
_FEW_OF = 10
"""One in so many accounts without changes that does not come out is wrong; with more, the file leaves some out."""


def is_of_balance(book: Book, account: str) -> bool:
    """Whether an account is of the balance sheet: by ``#KTYP`` where the file has it, else by its class."""
    kind = book.kinds.get(account, "")
    return kind in {"T", "S"} if kind in {"T", "S", "I", "K"} else is_balance(account)


def summed(movements: Iterable[Movement]) -> ByObjects:
    """The sum for each account and objects, with the line of the first."""
    values: dict[tuple[str, Keys], Decimal] = {}
    lines: dict[tuple[str, Keys], int] = {}
    for account, objects, value, line in movements:
        of = (account, objects)
        if of in values:
            values[of] += value
        else:
            values[of], lines[of] = value, line
    return {of: Amount(value, lines[of]) for of, value in values.items()}


def over_objects(sums: ByObjects) -> dict[str, Amount]:
    """The sum of each account over all its objects and what has none, with the first line."""
    found: dict[str, Amount] = {}
    for (account, _), (value, line) in sums.items():
        before = found.get(account)
        found[account] = Amount(before.value + value, min(before.line, line)) if before else Amount(value, line)
    return found


def total(amounts: Mapping[str, Amount]) -> Decimal:
    """The sum over accounts."""
    return sum((each.value for each in amounts.values()), NIL)


@dataclass(frozen=True, slots=True)
class Off:
    """Two amounts of an account that should be equal: what it comes to, and what is said; where to begin.

    ``other`` is the line of what is said, where it is another; 0 where nothing says it.
    """

    account: str
    come_to: Decimal
    said: Decimal
    line: int
    opening: Decimal = NIL
    other: int = 0

    @property
    def difference(self) -> Decimal:
        """How much too much it comes to."""
        return self.come_to - self.said


def amount_of(amounts: Mapping[str, Amount], account: str) -> Amount:
    """An account's amount; nil, and on no line, where it is left out."""
    return amounts.get(account, Amount(NIL, 0))


def value_of(amounts: Mapping[str, Amount], account: str) -> Decimal:
    """How much an account has; nil where it is left out."""
    return amount_of(amounts, account).value


@dataclass(frozen=True)
class Sums:
    """The sums of a book."""

    book: Book

    @cached_property
    def _said(self) -> dict[tuple[str, int], dict[str, Amount]]:
        found: dict[tuple[str, int], dict[str, Amount]] = {}
        for key, amount in self.book.balances.items():
            if not key.objects:
                found.setdefault((key.label, key.year), {})[key.account] = amount
        for of, changes in self.periods.items():
            found[of] = {account: amount for (account, objects), amount in changes.items() if not objects}
        return found

    def whole(self, label: str, year: int) -> dict[str, Amount]:
        """What the file says of whole accounts in its records of a label and a year; the periods' summed."""
        return self._said.get((label, year), {})

    @cached_property
    def is_balanced(self) -> bool:
        """Whether the year's balances and results are there and nil together."""
        closings, results = self.whole("UB", 0), self.whole("RES", 0)
        return bool(closings and results) and not total(closings) + total(results)

    @cached_property
    def booked(self) -> ByObjects:
        """The year's transactions, by account and objects.

        A verification of another day than the year's is one of the year with a wrong date; but where without all such
        more accounts come out right, the file has those of other years too.
        """
        booked = summed(self.book.transactions)
        if not self.book.has_outside:
            return booked
        within = summed(self.book.transactions_within)
        return min((booked, within or booked), key=lambda each: len(self.off(over_objects(each))))

    @cached_property
    def counts_outside(self) -> bool:
        """Whether verifications of other days than the year's are counted."""
        return self.booked == summed(self.book.transactions)

    @cached_property
    def booked_whole(self) -> dict[str, Amount]:
        """The transactions by account."""
        return over_objects(self.booked)

    @cached_property
    def off_by_year(self) -> dict[int, list[Off]]:
        """The accounts that do not come out, year by year: by transactions, or by the periods' changes without them."""
        found = {0: list(self.off(self.booked_whole).values())} if self.booked else {}
        for label, year in self.periods:
            if label == "PSALDO" and year not in found:
                found[year] = list(self._off_by_periods(year).values())
        return found

    def off(self, booked: Mapping[str, Amount]) -> dict[str, Off]:
        """The accounts whose opening and transactions are not their closing, or whose transactions no result is.

        None where the file has not both. What is left out of it is nil.
        """
        return self._off(0, (booked,), is_opened=True) if booked else {}

    def _off_by_periods(self, year: int) -> dict[str, Off]:
        """The same by the periods' changes, which some programs give for a part of the accounts only.

        An account without any has none, if the others come out. Some leave out of an account's own what its objects
        have.
        """
        own, every = self.whole("PSALDO", year), over_objects(self.periods["PSALDO", year])
        off = self._off(year, (own, every), is_opened=bool(self._opened(year)))
        without = off.keys() - own.keys()
        kept = off.keys() if len(without) * _FEW_OF <= len(own) else off.keys() & own.keys()
        return {account: each for account, each in off.items() if account in kept}

    @cached_property
    def only_together(self) -> dict[int, set[str]]:
        """The accounts whose own changes come out only together with those of their objects, by year."""
        found = {}
        for label, year in self.periods:
            if label == "PSALDO":
                own = self._off(year, (self.whole(label, year),), is_opened=bool(self._opened(year)))
                found[year] = own.keys() - self._off_by_periods(year).keys()
        return found

    def _off(self, year: int, ways: tuple[Mapping[str, Amount], ...], *, is_opened: bool) -> dict[str, Off]:
        """The accounts that come out in none of several ways."""
        opened, closed, results = self._opened(year), self.whole("UB", year), self.whole("RES", year)
        without_equity = bool(opened) and not self.whole("IB", year)
        found = {}
        for account in dict.fromkeys((*opened, *closed, *results, *chain(*ways))):
            of_balance = is_of_balance(self.book, account)
            said = closed if of_balance else results
            if not said or (of_balance and (not is_opened or (without_equity and is_equity(account)))):
                continue
            opening = value_of(opened, account) if of_balance else NIL
            come_to = [opening + value_of(way, account) for way in ways]
            if value_of(said, account) not in come_to:
                line = next(each[account].line for each in (said, opened, *ways) if account in each)
                found[account] = Off(account, come_to[0], value_of(said, account), line, opening)
        return found

    def _opened(self, year: int) -> Mapping[str, Amount]:
        """A year's openings; without any, last year's closings but of equity, to which the result has been carried."""
        before = self.whole("UB", year - 1)
        return self.whole("IB", year) or {of: each for of, each in before.items() if not is_equity(of)}

    @cached_property
    def periods(self) -> dict[tuple[str, int], ByObjects]:
        """The periods' amounts, by label and year's number."""
        found: dict[tuple[str, int], list[Movement]] = {}
        for period, amount in self.book.periods.items():
            found.setdefault((period.label, period.year), []).append(Movement(period.account, period.objects, *amount))
        return {of: summed(movements) for of, movements in found.items()}

    @cached_property
    def moved(self) -> dict[int, ByObjects]:
        """What has moved each account's objects in each year, from one kind of record for each account.

        Transactions where they come out at what the account's result or balances say; else the periods' changes, where
        there are any with objects.
        """
        of_periods = {year: sums for (label, year), sums in self.periods.items() if label == "PSALDO"}
        periods = of_periods.get(0, {})
        has_objects = {account for account, objects in self.booked if objects}
        instead = {
            account
            for account in {account for account, objects in periods if objects}
            if account not in has_objects or not self._is_complete(account)
        }
        chosen = {of: amount for of, amount in self.booked.items() if of[0] not in instead}
        return of_periods | {0: chosen | {of: amount for of, amount in periods.items() if of[0] in instead}}

    def _is_complete(self, account: str) -> bool:
        """Whether an account's transactions are all that its result or balances say; what is left out is nil."""
        said = [self.book.balances.get(Key(label, 0, account)) for label in ("RES", "UB", "IB")]
        result, closing, opening = (amount.value if amount else NIL for amount in said)
        return self.booked_whole[account].value == (closing - opening if is_of_balance(self.book, account) else result)
