"""Whether the amounts of a SIE file go together: sums of a year, openings with closings, transactions with balances."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from generator.findings.finding import Finding, Severity
from generator.ground.formatting import kronor
from generator.ground.source import Source
from generator.ledger.row import Measured
from generator.ledger.sie.book import Amount, Book
from generator.ledger.sie.messages import SIE_MOVED, SIE_OBJECTS, SIE_OPENING, SIE_SUMS
from generator.ledger.sie.rows import Amounts, by_account, is_of_balance

_NIL = Decimal(0)
_EQUITY = "20"
"""The accounts of equity, in BAS and in Kommun-Bas: where last year's result is carried."""


def judge_sums(book: Book, amounts: Amounts, years: dict[int, int], place: Source) -> Iterator[Finding]:
    """What does not go together, year by year and account by account."""
    for number in years:
        yield from _sums(book, amounts, number, years, place)
        if number - 1 in years:
            yield from _openings(book, number, years, place)
    yield from _moved(book, place)
    yield from _objects(book, amounts, years, place)


def _whole(amounts: Amounts, year: int, measured: Measured) -> dict[str, Amount]:
    return {
        account: found[measured]
        for (number, account, objects), found in amounts.items()
        if number == year and not objects and measured in found
    }


def _sums(book: Book, amounts: Amounts, number: int, years: Mapping[int, int], place: Source) -> Iterator[Finding]:
    """Balances and results are nil together; balances alone where the result is carried to equity already."""
    closings, results = (_whole(amounts, number, each) for each in (Measured.CLOSING, Measured.RESULT))
    closing, result = _sum(closings), _sum(results)
    if not closings or not (results or number == 0) or not closing or not closing + result:
        return
    difference = closing + result
    cause = _cause(book, number, difference, closings, results)
    found = SIE_SUMS.found(
        replace(place, row=cause.line if cause else min(each.line for each in closings.values())),
        year=years[number],
        closing=kronor(closing),
        result=kronor(result),
        difference=kronor(difference),
    )
    if cause:
        found = replace(found, besides=f"Beloppet på rad {cause.line} är lika stort.")
    yield found.graded(None if number == 0 else Severity.WARNING)


def _cause(
    book: Book, number: int, difference: Decimal, closings: Mapping[str, Amount], results: Mapping[str, Amount]
) -> Amount | None:
    """The one amount that is as large as the difference, or half, or the opening of an account without closing."""
    lost = [
        amount
        for key, amount in book.balances.items()
        if (key.label, key.year, key.objects) == ("IB", number, ()) and key.account not in closings
    ]
    for alike in (
        [each for each in (*closings.values(), *results.values()) if each.value == difference],
        [each for each in (*closings.values(), *results.values()) if 2 * each.value == difference],
        [each for each in lost if each.value == -difference],
    ):
        if alike:
            return alike[0] if len(alike) == 1 else None
    return None


def _openings(book: Book, number: int, years: Mapping[int, int], place: Source) -> Iterator[Finding]:
    """Each account opens with what it closed with, but that equity may have got last year's result."""
    opened, closed = _balances(book, "IB", number), _balances(book, "UB", number - 1)
    if not opened or not closed:
        return
    off = {
        account: _value(opened, account) - _value(closed, account)
        for account in dict.fromkeys((*opened, *closed))
        if is_of_balance(book, account) and _value(opened, account) != _value(closed, account)
    }
    equity = [account for account in off if account.startswith(_EQUITY)]
    carried = sum((off[account] for account in equity), _NIL)
    if carried in {_NIL, _sum(_balances(book, "RES", number - 1))}:
        off = {account: difference for account, difference in off.items() if account not in equity}
    for account, difference in off.items():
        at = replace(place, row=(opened.get(account) or closed[account]).line)
        opening, closing = _value(opened, account), _value(closed, account)
        yield SIE_OPENING.found(
            at,
            account=account,
            name=_name(book, account),
            year=years[number],
            before=years[number - 1],
            opening=kronor(opening),
            closing=kronor(closing),
            difference=kronor(abs(difference)),
        )


def _moved(book: Book, place: Source) -> Iterator[Finding]:
    """Opening and transactions are closing; a result is its transactions. Only where the file has both."""
    booked = by_account(book.transactions)
    said = {label: _balances(book, label, 0) for label in ("IB", "UB", "RES")}
    if not booked or not (said["UB"] or said["RES"]):
        return
    for account in dict.fromkeys((*said["IB"], *said["UB"], *said["RES"], *booked)):
        of_balance = is_of_balance(book, account)
        label = "UB" if of_balance else "RES"
        if not said[label]:
            continue
        opening = _value(said["IB"], account) if of_balance else _NIL
        change, closing = _value(booked, account), _value(said[label], account)
        if opening + change != closing:
            line = next(each[account].line for each in (said[label], said["IB"], booked) if account in each)
            yield SIE_MOVED.found(
                replace(place, row=line),
                account=account,
                name=_name(book, account),
                begin=f"ingående balans {kronor(opening)} plus transaktioner" if of_balance else "transaktionerna är",
                change=kronor(change),
                label=f"{'utgående balans' if of_balance else 'resultatet'} (#{label})",
                said=kronor(closing),
                difference=kronor(abs(opening + change - closing)),
            )


def _objects(book: Book, amounts: Amounts, years: Mapping[int, int], place: Source) -> Iterator[Finding]:
    """Objects of one dimension are not more than their account, of the same sign."""
    parts: dict[tuple[int, str, Measured, str], Amount] = {}
    for (number, account, objects), found in amounts.items():
        if len(objects) == 1 and number in years:
            for measured, amount in found.items():
                of = (number, account, measured, objects[0][0])
                before = parts.get(of, Amount(_NIL, amount.line))
                parts[of] = Amount(before.value + amount.value, before.line)
    for (number, account, measured, dimension), part in parts.items():
        whole = amounts.get((number, account, ()), {}).get(measured)
        if whole and abs(part.value) > abs(whole.value) and part.value * whole.value > 0:
            yield SIE_OBJECTS.found(
                replace(place, row=part.line),
                account=account,
                name=_name(book, account),
                measured=measured.value,
                year=years[number],
                parts=kronor(part.value),
                whole=kronor(whole.value),
                dimension=book.dimension_name(dimension),
            )


def _balances(book: Book, label: str, year: int) -> dict[str, Amount]:
    return {
        key.account: amount
        for key, amount in book.balances.items()
        if key.label == label and key.year == year and not key.objects
    }


def _sum(amounts: Mapping[str, Amount]) -> Decimal:
    return sum((each.value for each in amounts.values()), _NIL)


def _value(amounts: Mapping[str, Amount], account: str) -> Decimal:
    amount = amounts.get(account)
    return amount.value if amount else _NIL


def _name(book: Book, account: str) -> str:
    name = book.names.get(account)
    return f" {name}" if name else ""
