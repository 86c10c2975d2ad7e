"""Whether the amounts of each account go together: its opening, its transactions, its closing and its objects."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain

from generator.findings.finding import Finding
from generator.ground.formatting import kronor
from generator.ground.source import Source
from generator.ledger.row import is_equity
from generator.ledger.sie.book import Amount, Book, Key, Period
from generator.ledger.sie.messages import SIE_MOVED, SIE_OBJECTS, SIE_OPENING
from generator.ledger.sie.sums import NIL, Off, Sums, amount_of, is_of_balance, total

_OF_LABEL = {
    "IB": "ingående balans (#OIB)",
    "UB": "utgående balans (#OUB)",
    "PSALDO": "periodernas förändring (#PSALDO)",
    "PBUDGET": "budgeten (#PBUDGET)",
}


def openings_off(sums: Sums, year: int) -> list[Off]:
    """The balance accounts that do not open with what they closed with; none where the file has not both.

    Equity may differ by last year's result, which is carried to it, and may be moved within itself.
    """
    opened, closed = sums.whole("IB", year), sums.whole("UB", year - 1)
    if not opened or not closed:
        return []
    off = []
    for account in dict.fromkeys((*opened, *closed)):
        begin, end = amount_of(opened, account), amount_of(closed, account)
        if is_of_balance(sums.book, account) and begin.value != end.value:
            off.append(Off(account, begin.value, end.value, begin.line or end.line, other=begin.line and end.line))
    return _without_carried(off, total(sums.whole("RES", year - 1)))


def _without_carried(off: list[Off], result: Decimal) -> list[Off]:
    """Leave out equity, where it differs by last year's result or by as much as the other accounts do besides."""
    equity = [each for each in off if is_equity(each.account)]
    others = [each for each in off if not is_equity(each.account)]
    carried = sum((each.difference for each in equity), NIL)
    besides = sum((each.difference for each in others), NIL)
    if carried in {NIL, result, result - besides}:
        return others
    alone = [each for each in equity if each.difference == result]
    return [each for each in off if each not in alone[:1]]


def tell_openings(book: Book, off: list[Off], year: int, before: int, place: Source) -> Iterator[Finding]:
    """Tell the accounts that do not open with what they closed with."""
    for each in off:
        yield SIE_OPENING.found(
            *(replace(place, row=line) for line in (each.line, each.other) if line),
            account=each.account,
            name=_name(book, each.account),
            year=year,
            before=before,
            opening=kronor(each.come_to),
            closing=f"{kronor(each.said)}{f' (rad {each.other})' if each.other else ''}",
            difference=kronor(abs(each.difference)),
        )


def tell_moved(sums: Sums, off: Iterable[Off], number: int, year: int, place: Source) -> Iterator[Finding]:
    """Tell the accounts whose transactions, or periods' changes, do not lead to what is said."""
    book, by_periods = sums.book, number or not sums.booked
    movements = "periodernas förändringar (#PSALDO)" if by_periods else "transaktioner"
    alone = "periodernas förändringar (#PSALDO) är" if by_periods else "transaktionerna är"
    for each in off:
        of_balance = is_of_balance(book, each.account)
        opening = f"ingående balans {year} {kronor(each.opening)} plus {movements}"
        yield SIE_MOVED.found(
            replace(place, row=each.line),
            account=each.account,
            name=_name(book, each.account),
            begin=opening if of_balance else alone,
            change=kronor(each.come_to - each.opening),
            label="utgående balans (#UB)" if of_balance else "resultatet (#RES)",
            said=kronor(each.said),
            difference=kronor(abs(each.difference)),
        )


def tell_objects(sums: Sums, years: Mapping[int, int], place: Source) -> Iterator[Finding]:
    """Tell where the objects of one dimension are more than their account.

    Of what the file says of both, and where all of it has one sign: else what has no object may make up for it.
    """
    parts, wholes = _parts(sums.book)
    for (label, number, account, dimension), part in parts.items():
        whole = wholes.get((label, number, account))
        if number in years and whole and part.is_more_than(whole) and not _is_beside(sums, number, account, label):
            yield SIE_OBJECTS.found(
                replace(place, row=part.line),
                account=account,
                name=_name(sums.book, account),
                measured=_OF_LABEL.get(label, ""),
                year=years[number],
                parts=kronor(part.value),
                whole=kronor(whole.value),
                dimension=sums.book.dimension_name(dimension),
            )


@dataclass(slots=True)
class _Tally:
    """A sum, its first line, and the sum of the amounts without their signs."""

    line: int
    value: Decimal = NIL
    size: Decimal = NIL

    def add(self, value: Decimal) -> None:
        self.value += value
        self.size += abs(value)

    def is_more_than(self, whole: "_Tally") -> bool:
        """Whether it is the larger one, both of one sign throughout."""
        of_one_sign = self.size == abs(self.value) and whole.size == abs(whole.value)
        return of_one_sign and self.value * whole.value > 0 and self.size > whole.size


_Part = tuple[str, int, str, str]
_Whole = tuple[str, int, str]


def _parts(book: Book) -> tuple[dict[_Part, _Tally], dict[_Whole, _Tally]]:
    """What the objects of each dimension are together, of those alone in their lists; and the accounts' own.

    Where the periods tell only of objects, the account's own is its result.
    """
    parts: dict[_Part, _Tally] = {}
    wholes: dict[_Whole, _Tally] = {}
    for key, (value, line) in chain[tuple[Key | Period, Amount]](book.balances.items(), book.periods.items()):
        if len(key.objects) == 1:
            parts.setdefault((key.label, key.year, key.account, key.objects[0][0]), _Tally(line)).add(value)
        elif not key.objects:
            wholes.setdefault((key.label, key.year, key.account), _Tally(line)).add(value)
    for label, year, account, _ in parts:
        result = book.balances.get(Key("RES", year, account, ())) if label == "PSALDO" else None
        if result and (label, year, account) not in wholes:
            wholes[label, year, account] = _Tally(result.line, result.value, abs(result.value))
    return parts, wholes


def _is_beside(sums: Sums, number: int, account: str, label: str) -> bool:
    """Whether a program leaves out of an account's own changes what its objects have: only together they come out."""
    own = sums.whole("PSALDO", number) if label == "PSALDO" else {}
    return account in own and account in sums.only_together[number]


def _name(book: Book, account: str) -> str:
    name = book.names.get(account)
    return f" {name}" if name else ""
