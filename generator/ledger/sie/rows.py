"""The rows of a Ledger of what a Book says: an account's own amounts, then those of its objects."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from generator.ground.source import Source
from generator.ledger.row import LedgerObject, LedgerRow, Measured, Objects, is_balance
from generator.ledger.sie.book import BY_THE_FORMAT, Amount, Book, Key, Movement
from generator.ledger.sie.fields import Keys, in_order

_LABELS = {"IB": Measured.OPENING, "UB": Measured.CLOSING, "RES": Measured.RESULT}

_Of = tuple[int, str, Keys]
"""Year's number, account, objects."""
Amounts = dict[_Of, dict[Measured, Amount]]


def is_of_balance(book: Book, account: str) -> bool:
    """Whether an account is of the balance sheet: by ``#KTYP`` where the file has it, else by its class."""
    kind = book.kinds.get(account, "")
    return kind in {"T", "S"} if kind in {"T", "S", "I", "K"} else is_balance(account)


def summed(movements: Iterable[Movement]) -> dict[tuple[str, Keys], Amount]:
    """The sum for each account and objects, with the line of the first."""
    found: dict[tuple[str, Keys], Amount] = {}
    for account, objects, value, line in movements:
        before = found.get((account, objects))
        found[account, objects] = Amount(before.value + value, before.line) if before else Amount(value, line)
    return found


def by_account(movements: Iterable[Movement]) -> dict[str, Amount]:
    """The sum for each account, with the line of the first."""
    whole = summed(Movement(each.account, (), each.value, each.line) for each in movements)
    return {account: amount for (account, _), amount in whole.items()}


def moved(book: Book, year: int) -> dict[tuple[str, Keys], Amount]:
    """What has moved each account's objects in a year, from one kind of record for each account.

    Transactions where they come out at what the account's result or balances say; else the periods' changes, where
    there are any with objects.
    """
    periods = summed(book.of_periods("PSALDO", year))
    if year:
        return periods
    booked = summed(book.transactions)
    whole, with_objects = by_account(book.transactions), {account for account, objects in periods if objects}
    instead = {each for each in with_objects if each not in whole or not _is_complete(book, each, whole[each].value)}
    instead |= with_objects - {account for account, objects in booked if objects}
    return {of: amount for of, amount in booked.items() if of[0] not in instead} | {
        of: amount for of, amount in periods.items() if of[0] in instead
    }


def _is_complete(book: Book, account: str, sum_of_transactions: Decimal) -> bool:
    return sum_of_transactions == change(book, 0, account)


def change(book: Book, year: int, account: str) -> Decimal:
    """How much a year has changed an account, by its result or its balances; what the file leaves out is nil."""
    said = [book.balances.get(Key(label, year, account)) for label in ("RES", "UB", "IB")]
    result, closing, opening = (amount.value if amount else Decimal(0) for amount in said)
    return closing - opening if is_of_balance(book, account) else result


def amounts(book: Book) -> Amounts:
    """All amounts by year, account and objects."""
    found: Amounts = {}
    for of, measured, amount in (*_said(book), *_results(book), *_of_objects(book), *_closings(book), *_budgets(book)):
        found.setdefault(of, {}).setdefault(measured, amount)
    return found


_Found = Iterator[tuple[_Of, Measured, Amount]]


def _said(book: Book) -> _Found:
    """The balances as they stand."""
    for key, amount in book.balances.items():
        yield (key.year, key.account, key.objects), _LABELS[key.label], amount


def _results(book: Book) -> _Found:
    """The results that no ``#RES`` tells: of transactions, else of the periods' changes, where there is no other."""
    booked = by_account(book.transactions)
    for account, amount in booked.items():
        if not is_of_balance(book, account) and (amount.value or not book.has("RES", 0)):
            yield (0, account, ()), Measured.RESULT, amount
    for year in {period.year for period in book.periods if period.label == "PSALDO"}:
        if not book.has("RES", year) and (year or not booked):
            whole = (each for each in book.of_periods("PSALDO", year) if not each.objects)
            for account, amount in by_account(whole).items():
                if not is_of_balance(book, account):
                    yield (year, account, ()), Measured.RESULT, amount


def _of_objects(book: Book) -> _Found:
    """The objects' results."""
    for year in _moved_years(book):
        for (account, objects), amount in moved(book, year).items():
            if objects and not is_of_balance(book, account):
                yield (year, account, objects), Measured.RESULT, amount


def _moved_years(book: Book) -> set[int]:
    return {0} | {period.year for period in book.periods if period.label == "PSALDO"}


def _closings(book: Book) -> _Found:
    """The objects' closing balances that no ``#OUB`` tells: their opening ones, and what has moved them."""
    told = {(key.year, key.account) for key in book.balances if key.objects and key.label == "UB"}
    opened = {key: amount for key, amount in book.balances.items() if key.objects and key.label == "IB"}
    for year in _moved_years(book):
        changes = {of: amount for of, amount in moved(book, year).items() if of[1]}
        yield from _from_openings(year, opened, changes, told)
        begun = {key.account for key in opened if key.year == year}
        for (account, objects), amount in changes.items():
            opening = book.balances.get(Key("IB", year, account))
            if (
                is_of_balance(book, account)
                and book.has("UB", year)
                and (year, account) not in told
                and account not in begun
                and not (opening and opening.value)
            ):
                yield (year, account, objects), Measured.CLOSING, amount


def _from_openings(
    year: int, opened: dict[Key, Amount], changes: dict[tuple[str, Keys], Amount], told: set[tuple[int, str]]
) -> _Found:
    for key, opening in opened.items():
        if key.year == year and (year, key.account) not in told and changes:
            change_of = [
                amount.value
                for (account, objects), amount in changes.items()
                if account == key.account and set(key.objects) <= set(objects)
            ]
            closing = opening.value + sum(change_of, Decimal(0))
            yield (year, key.account, key.objects), Measured.CLOSING, Amount(closing, opening.line)


def _budgets(book: Book) -> _Found:
    """The year's budget: an account's own, else the sum over the objects of the first dimension that has any."""
    for year in {period.year for period in book.periods if period.label == "PBUDGET"}:
        sums = summed(book.of_periods("PBUDGET", year))
        for (account, objects), amount in sums.items():
            yield (year, account, objects), Measured.BUDGET, amount
        own = {account for account, objects in sums if not objects}
        for account, amount in _over_objects(sums).items():
            if account not in own:
                yield (year, account, ()), Measured.BUDGET, amount


def _over_objects(sums: dict[tuple[str, Keys], Amount]) -> dict[str, Amount]:
    """The sum of each account over its objects, of one set of dimensions: others tell the same amounts again."""
    first: dict[str, tuple[str, ...]] = {}
    for account, objects in sums:
        if objects:
            first[account] = min(first.get(account, _dimensions(objects)), _dimensions(objects), key=_by_number)
    return by_account(
        Movement(account, (), *amount)
        for (account, objects), amount in sums.items()
        if objects and _dimensions(objects) == first[account]
    )


def _dimensions(objects: Keys) -> tuple[str, ...]:
    return tuple(dimension for dimension, _ in objects)


def _by_number(dimensions: tuple[str, ...]) -> tuple[int, list[tuple[int, str]]]:
    return len(dimensions), [in_order(each) for each in dimensions]


def rows(book: Book, found: Amounts, years: dict[int, int], place: Source) -> Iterator[LedgerRow]:
    """The rows, account by account in the file's order, of the years whose calendar year is known."""
    of_account: dict[str, list[_Of]] = {account: [] for account in book.names}
    for of in found:
        of_account.setdefault(of[1], []).append(of)
    for all_of in of_account.values():
        for of in sorted(all_of, key=lambda each: (-each[0], each[2])):
            if of[0] in years:
                yield _row(book, of, years[of[0]], found[of], place)


def _row(book: Book, of: _Of, year: int, found: dict[Measured, Amount], place: Source) -> LedgerRow:
    _, account, objects = of
    ordered = {measured: found[measured] for measured in Measured if measured in found}
    sources = {measured: replace(place, row=amount.line) for measured, amount in ordered.items()}
    return LedgerRow(
        account,
        book.names.get(account, ""),
        year,
        {measured: amount.value for measured, amount in ordered.items()},
        min(sources.values()),
        _named(book, objects),
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
