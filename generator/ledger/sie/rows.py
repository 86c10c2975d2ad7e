"""The rows of a Ledger of what a Book says: an account's own amounts, then those of its objects."""

from collections.abc import Iterator
from decimal import Decimal

from generator.ground.source import Source
from generator.ledger.row import LedgerObject, LedgerRow, Measured, Objects
from generator.ledger.sie.book import BY_THE_FORMAT, Amount, Book, Key
from generator.ledger.sie.fields import Keys, in_order
from generator.ledger.sie.sums import ByObjects, Sums, amount_of, is_of_balance, over_objects

_ORDER = {measured: number for number, measured in enumerate(Measured)}
_LABELS = {"IB": Measured.OPENING, "UB": Measured.CLOSING, "RES": Measured.RESULT}

_Of = tuple[int, str, Keys]
"""Year's number, account, objects."""
Amounts = dict[_Of, dict[Measured, Amount]]
_Found = Iterator[tuple[_Of, Measured, Amount]]


def amounts(sums: Sums) -> Amounts:
    """All amounts by year, account and objects."""
    found: Amounts = {}
    for each in (_said, _results, _reckoned, _of_objects, _closings, _budgets):
        for of, measured, amount in each(sums):
            found.setdefault(of, {}).setdefault(measured, amount)
    return found


def _said(sums: Sums) -> _Found:
    """The balances as they stand."""
    for key, amount in sums.book.balances.items():
        yield (key.year, key.account, key.objects), _LABELS[key.label], amount


def _results(sums: Sums) -> _Found:
    """The results that no ``#RES`` tells: of transactions, else of the periods' changes, where there is no other.

    An account that is left out among others is nil, if balances and results are nil together without it.
    """
    book = sums.book
    for account, amount in sums.booked_whole.items():
        if not is_of_balance(book, account) and not (book.has("RES", 0) and (sums.is_balanced or not amount.value)):
            yield (0, account, ()), Measured.RESULT, amount
    for (label, year), changes in sums.periods.items():
        if label == "PSALDO" and not book.has("RES", year) and (year or not sums.booked):
            for (account, objects), amount in changes.items():
                if not objects and not is_of_balance(book, account):
                    yield (year, account, ()), Measured.RESULT, amount


def _reckoned(sums: Sums) -> _Found:
    """The closing balances of a file that has openings and transactions, but no ``#UB`` at all."""
    opened = sums.whole("IB", 0)
    if opened and sums.booked and not sums.book.has("UB", 0):
        for account in dict.fromkeys((*opened, *sums.booked_whole)):
            if is_of_balance(sums.book, account):
                opening, change = amount_of(opened, account), amount_of(sums.booked_whole, account)
                yield (
                    (0, account, ()),
                    Measured.CLOSING,
                    Amount(opening.value + change.value, opening.line or change.line),
                )


def _of_objects(sums: Sums) -> _Found:
    """The objects' results."""
    for year, changes in sums.moved.items():
        for (account, objects), amount in changes.items():
            if objects and not is_of_balance(sums.book, account):
                yield (year, account, objects), Measured.RESULT, amount


def _closings(sums: Sums) -> _Found:
    """The objects' closing balances that no ``#OUB`` tells: their opening ones, and what has moved them."""
    of_objects = [key for key in sums.book.balances if key.objects]
    told = {(key.year, key.account) for key in of_objects if key.label == "UB"}
    opened = [key for key in of_objects if key.label == "IB" and (key.year, key.account) not in told]
    for year, changes in sums.moved.items():
        changed = {
            (account, objects): amount
            for (account, objects), amount in changes.items()
            if objects and (year, account) not in told and is_of_balance(sums.book, account)
        }
        parts, begun = _by_object(changed), {key.account for key in opened if key.year == year}
        for key in opened:
            if key.year == year and changes:
                yield (year, key.account, key.objects), Measured.CLOSING, _closing(sums.book.balances[key], key, parts)
        for (account, objects), amount in changed.items():
            if account not in begun and _begins_at_nil(sums.book, year, account):
                yield (year, account, objects), Measured.CLOSING, amount


_Parts = dict[tuple[str, tuple[str, str]], list[tuple[Keys, Amount]]]


def _by_object(changed: ByObjects) -> _Parts:
    """What has moved each object of an account, alone and together with objects of other dimensions."""
    found: _Parts = {}
    for (account, objects), amount in changed.items():
        for each in objects:
            found.setdefault((account, each), []).append((objects, amount))
    return found


def _closing(opening: Amount, key: Key, parts: _Parts) -> Amount:
    """An opening balance of objects and all that has moved them, also together with objects of other dimensions."""
    nearest = min((parts.get((key.account, each), []) for each in key.objects), key=len)
    changes = (amount.value for objects, amount in nearest if set(key.objects) <= set(objects))
    return Amount(sum(changes, opening.value), opening.line)


def _begins_at_nil(book: Book, year: int, account: str) -> bool:
    opening = book.balances.get(Key("IB", year, account))
    return book.has("UB", year) and book.has("IB", year) and not (opening and opening.value)


def _budgets(sums: Sums) -> _Found:
    """The year's budget: an account's own, else the sum over the objects of the first dimension that has any."""
    for (label, year), budgets in sums.periods.items():
        if label == "PBUDGET":
            for (account, objects), amount in budgets.items():
                yield (year, account, objects), Measured.BUDGET, amount
            own = {account for account, objects in budgets if not objects}
            for account, amount in _of_one_dimension(budgets).items():
                if account not in own:
                    yield (year, account, ()), Measured.BUDGET, amount


def _of_one_dimension(sums: ByObjects) -> dict[str, Amount]:
    """The sum of each account over its objects, of one set of dimensions: others tell the same amounts again."""
    first: dict[str, tuple[str, ...]] = {}
    for account, objects in sums:
        if objects:
            first[account] = min(first.get(account, _dimensions(objects)), _dimensions(objects), key=_by_number)
    return over_objects({of: amount for of, amount in sums.items() if of[1] and _dimensions(of[1]) == first[of[0]]})


def _dimensions(objects: Keys) -> tuple[str, ...]:
    return tuple(dimension for dimension, _ in objects)


def _by_number(dimensions: tuple[str, ...]) -> tuple[int, list[tuple[int, str]]]:
    return len(dimensions), [in_order(each) for each in dimensions]


def rows(book: Book, found: Amounts, years: dict[int, int], place: Source) -> Iterator[LedgerRow]:
    """The rows, account by account in the file's order, of the years whose calendar year is known."""
    of_account: dict[str, list[_Of]] = {account: [] for account in book.names}
    for of in found:
        of_account.setdefault(of[1], []).append(of)
    named = {objects: _named(book, objects) for objects in {of[2] for of in found}}
    for all_of in of_account.values():
        for of in sorted(all_of, key=lambda each: (-each[0], each[2])):
            if of[0] in years:
                yield _row(of, book.names.get(of[1], ""), years[of[0]], named[of[2]], _placed(found[of], place))


_Placed = dict[Measured, tuple[Decimal, Source]]


def _placed(found: dict[Measured, Amount], place: Source) -> _Placed:
    """The amounts with their places, in the order in which they are told."""
    ordered = sorted(found.items(), key=lambda each: _ORDER[each[0]])
    return {each: (value, Source(place.order, row=line, file=place.file)) for each, (value, line) in ordered}


def _row(of: _Of, name: str, year: int, objects: Objects, found: _Placed) -> LedgerRow:
    sources = {measured: source for measured, (_, source) in found.items()}
    return LedgerRow(
        of[1],
        name,
        year,
        {measured: value for measured, (value, _) in found.items()},
        min(sources.values(), key=lambda each: each.row),
        objects,
        sources,
    )


def _named(book: Book, objects: Keys) -> Objects:
    return tuple(
        LedgerObject(
            dimension,
            key,
            book.objects.get((dimension, key), ""),
            book.dimensions.get(dimension) or BY_THE_FORMAT.get(dimension, ""),
        )
        for dimension, key in objects
    )
