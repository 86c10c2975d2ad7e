"""Whether the amounts of each account go together: its opening, its transactions, its closing and its objects."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from generator.findings.finding import Finding
from generator.ground.formatting import kronor
from generator.ground.source import Source
from generator.ledger.sie.book import Amount, Book
from generator.ledger.sie.messages import SIE_MOVED, SIE_OBJECTS, SIE_OPENING
from generator.ledger.sie.sums import EQUITY, NIL, Off, Sums, amount_of, is_of_balance, total

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
    equity = [each for each in off if each.account.startswith(EQUITY)]
    others = [each for each in off if not each.account.startswith(EQUITY)]
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


def tell_moved(book: Book, off: Iterable[Off], place: Source) -> Iterator[Finding]:
    """Tell the accounts whose transactions do not lead to what is said."""
    for each in off:
        of_balance = is_of_balance(book, each.account)
        opening = f"ingående balans {kronor(each.opening)} plus transaktioner"
        yield SIE_MOVED.found(
            replace(place, row=each.line),
            account=each.account,
            name=_name(book, each.account),
            begin=opening if of_balance else "transaktionerna är",
            change=kronor(each.come_to - each.opening),
            label="utgående balans (#UB)" if of_balance else "resultatet (#RES)",
            said=kronor(each.said),
            difference=kronor(abs(each.difference)),
        )


def tell_objects(sums: Sums, years: Mapping[int, int], place: Source) -> Iterator[Finding]:
    """Tell where the objects of one dimension are more than their account, with its sign.

    Of what the file says of both. What transactions without an object make up for is no contradiction.
    """
    for (label, number, account, dimension), part in _parts(sums).items():
        whole = sums.whole(label, number).get(account)
        if number in years and whole and abs(part.value) > abs(whole.value) and part.value * whole.value > 0:
            yield SIE_OBJECTS.found(
                replace(place, row=part.line),
                account=account,
                name=_name(sums.book, account),
                measured=_OF_LABEL[label],
                year=years[number],
                parts=kronor(part.value),
                whole=kronor(whole.value),
                dimension=sums.book.dimension_name(dimension),
            )


def _parts(sums: Sums) -> dict[tuple[str, int, str, str], Amount]:
    """What the objects of each dimension are together, of those that stand alone in their lists."""
    said = [(key.label, key.year, key.account, key.objects, amount) for key, amount in sums.book.balances.items()]
    for (label, year), changes in sums.periods.items():
        said += [(label, year, account, objects, amount) for (account, objects), amount in changes.items()]
    found: dict[tuple[str, int, str, str], Amount] = {}
    for label, year, account, objects, (value, line) in said:
        if len(objects) == 1:
            of = (label, year, account, objects[0][0])
            before = found.get(of, Amount(NIL, line))
            found[of] = Amount(before.value + value, before.line)
    return found


def _name(book: Book, account: str) -> str:
    name = book.names.get(account)
    return f" {name}" if name else ""
