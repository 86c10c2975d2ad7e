"""From the lines of a list to its accounts: each once, whole, with its parts by object; sums are never added.

An account may stand on one row, on one row for each object, or on both: a total and then its parts. Which rows are
totals is seen by their amounts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.ground.source import Source
from generator.ledger.lists.lines import Amount, Key, Line

Amounts = Mapping[Key, Amount]
_FEW = 6
"""So many rows of one account without an object are no total and a part: a column is lacking."""


@dataclass(slots=True)
class Account:
    """An account of the list. ``lines`` are its rows, ``parts`` those that are counted, where they have objects.

    ``total`` is the row whose amounts are the sum of all others, ``totals`` it and those that are the sum of some.
    ``rest`` are rows that would be totals by their objects, each with the rows that it is not the sum of: a part too,
    or wrong. ``doubled`` and ``clashing`` are rows that stand twice, with the same amounts or with others.
    """

    number: str
    lines: list[Line]
    parts: list[Line] = field(default_factory=list)
    total: Line | None = None
    rest: list[tuple[Line, list[Line]]] = field(default_factory=list)
    totals: list[Line] = field(default_factory=list)
    doubled: list[tuple[Line, Line]] = field(default_factory=list)
    clashing: list[tuple[Line, Line]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What it is called in the list."""
        return next((line.name for line in self.lines if line.name), "")

    @property
    def place(self) -> Source:
        """Where it stands first."""
        return self.lines[0].place


def accounts_of(lines: Iterable[Line]) -> list[Account]:
    """Gather the lines of each account, in the list's order."""
    gathered: dict[str, list[Line]] = {}
    for line in lines:
        gathered.setdefault(line.account, []).append(line)
    return [_account(number, of) for number, of in gathered.items()]


def _account(number: str, lines: list[Line]) -> Account:
    account = Account(number, lines)
    if len(lines) == 1:
        account.parts = lines
        return account
    kept: dict[frozenset[object], Line] = {}
    account.total = _total_beside_a_part(lines)
    if account.total:
        account.totals.append(account.total)
    for line in (each for each in lines if each is not account.total):
        _keep(account, kept, line)
    account.parts = list(kept.values())
    if len(kept) > 1 and len({len(objects) for objects in kept}) > 1:
        _find_totals(account, kept)
    return account


def _total_beside_a_part(lines: Sequence[Line]) -> Line | None:
    """The account's total, where one more row has no object: it is a part, as those with objects are."""
    bare = [line for line in lines if not line.objects]
    if not 1 < len(bare) < min(len(lines), _FEW):
        return None
    return next(
        (each for each in bare if is_sum(each.amounts, summed([line for line in lines if line is not each]))), None
    )


def _keep(account: Account, kept: dict[frozenset[object], Line], line: Line) -> None:
    """Keep a line, or lay it together with another of the same objects: what both say is told."""
    objects = frozenset(line.objects)
    first = kept.setdefault(objects, line)
    if first is line or not line.amounts:
        return
    both = [key for key in line.amounts if key in first.amounts]
    if not both:
        first.amounts |= line.amounts
    elif all(line.amounts[key].value == first.amounts[key].value for key in both) and len(both) == len(line.amounts):
        if any(line.amounts[key].value for key in both):
            account.doubled.append((first, line))
    else:
        account.clashing.append((first, line))
        first.amounts = summed([first, line])


def _find_totals(account: Account, kept: Mapping[frozenset[object], Line]) -> None:
    """Find the rows that are the sum of others: those with the same objects and one more."""
    counted = dict(kept)
    for objects, line in sorted(kept.items(), key=lambda each: -len(each[0])):
        below = [other for each, other in counted.items() if objects < each]
        if not below or not any(amount.value for amount in line.amounts.values()):
            continue
        if is_sum(line.amounts, summed(below)):
            del counted[objects]
            account.totals.append(line)
            if not objects:
                account.total = line
        else:
            account.rest.append((line, below))
    account.parts = list(counted.values())


def summed(lines: Sequence[Line]) -> dict[Key, Amount]:
    """The amounts of several lines together, each at the first of its cells."""
    found: dict[Key, Amount] = {}
    for line in lines:
        for key, amount in line.amounts.items():
            before = found.get(key)
            if before is None:
                found[key] = amount
            else:
                found[key] = Amount(before.value + amount.value, before.cell, several=True)
    return found


def is_sum(amounts: Amounts, of: Amounts) -> bool:
    """Whether some amounts are the sum of others, as far as both are said; nil alone proves nothing."""
    both = [key for key in amounts if key in of]
    return all(amounts[key].value == of[key].value for key in both) and any(amounts[key].value for key in both)


def whole(account: Account) -> dict[Key, Amount]:
    """What an account comes to: what its total row says, and for the rest the sum of its parts."""
    if len(account.parts) == 1 and account.total is None:
        return account.parts[0].amounts
    of_parts = summed(account.parts)
    return of_parts | account.total.amounts if account.total else of_parts


def groups(accounts: Sequence[Account]) -> Iterator[Account]:
    """The accounts that are sums of those whose numbers begin as theirs: *191* above 1910 and 1930."""
    numbers = {account.number: account for account in accounts}
    lengths = sorted({len(number) for number in numbers})
    if len(lengths) == 1:
        return
    below: dict[str, list[Account]] = {}
    for account in accounts:
        for length in lengths:
            if length < len(account.number) and account.number[:length] in numbers:
                below.setdefault(account.number[:length], []).append(account)
    found: set[str] = set()
    for number in sorted(below, key=len, reverse=True):
        parts = [each for each in below[number] if each.number not in found]
        amounts = summed([Line(0, each.lines[0].what, each.place, amounts=whole(each)) for each in parts])
        if is_sum(whole(numbers[number]), amounts):
            found.add(number)
            yield numbers[number]
