"""A ledger divided into the parts that *Kontoplan* tells apart: an account whole, or by the objects that it names."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.ledger.became import AccountPart
from generator.ledger.row import Ledger, LedgerRow, Objects
from generator.model.rows import Entry
from generator.subjects.ledger.rows import AccountRow
from generator.subjects.ledger.rows_patterns import named_together


class SeveralDimensionsError(Exception):
    """An account is told apart by objects of dimensions that the ledger does not join; ``args`` are their names."""


def parts_of(ledger: Ledger, account: str, candidates: Sequence[Entry[AccountRow]]) -> tuple[AccountPart, ...]:
    """Divide an account by the objects that ``candidates`` name; what they leave is a part without objects.

    Raises:
        SeveralDimensionsError: their objects are of dimensions that no row of the ledger has together.

    """
    found: dict[Objects, dict[int, LedgerRow]] = {}
    for year in ledger.years:
        for row in _divided(ledger.of(account, year), candidates):
            found.setdefault(row.objects, {})[year] = row
    name = ledger.names.get(account, "")
    return tuple(AccountPart(account, name, objects, rows) for objects, rows in found.items())


def _divided(rows: Sequence[LedgerRow], candidates: Sequence[Entry[AccountRow]]) -> Iterator[LedgerRow]:
    whole = next((row for row in rows if not row.objects), None)
    of_objects = [row for row in rows if row.objects]
    dimensions = {
        each.dimension
        for row in of_objects
        for each in row.objects
        if any(_names(candidate.row, (each,)) for candidate in candidates)
    }
    apart = [row for row in of_objects if any(each.dimension in dimensions for each in row.objects)]
    _see_that_they_are_joined(apart, dimensions)
    yield from apart
    if whole is None:
        yield from (row for row in of_objects if row not in apart)
    elif rest := _rest(whole, apart):
        yield rest


def _names(row: AccountRow, objects: Objects) -> bool:
    """Whether a row of *Kontoplan* names any of the objects, be it together with others."""
    return any(pattern.matches(each) for together in row.told_apart_by for pattern in together for each in objects)


def _see_that_they_are_joined(rows: Sequence[LedgerRow], dimensions: Iterable[str]) -> None:
    """An amount by one dimension and the same by another would be counted twice."""
    names = {each.dimension: each.dimension_name or each.dimension for row in rows for each in row.objects}
    alone = {row.objects[0].dimension for row in rows if len(row.objects) == 1}
    joined = any(len(row.objects) > 1 for row in rows)
    if len(alone & set(dimensions)) > 1 and not joined:
        raise SeveralDimensionsError(*sorted(names[each] for each in dimensions))


def _rest(whole: LedgerRow, apart: Sequence[LedgerRow]) -> LedgerRow | None:
    """What the objects leave of an account; nothing where they leave nothing."""
    if not apart:
        return whole
    left = {
        measured: amount - sum((row.amounts.get(measured, Decimal(0)) for row in apart), Decimal(0))
        for measured, amount in whole.amounts.items()
    }
    told = {measured: amount for measured, amount in left.items() if amount}
    return replace(whole, amounts=told) if told else None


def matching(part: AccountPart, candidates: Sequence[Entry[AccountRow]]) -> list[Entry[AccountRow]]:
    """The rows of *Kontoplan* that fit a part best: one; several where they are equally exact; none where none fits.

    One that names the part's objects is more exact than one that names none, then the one with fewer accounts.
    """
    fitting = [each for each in candidates if _fits(each.row, part.objects)]
    best = min((_exactness(each.row, part) for each in fitting), default=None)
    return [each for each in fitting if _exactness(each.row, part) == best]


def _fits(row: AccountRow, objects: Objects) -> bool:
    return not row.told_apart_by or any(named_together(each, objects) for each in row.told_apart_by)


def _exactness(row: AccountRow, part: AccountPart) -> tuple[object, ...]:
    together = [each for each in row.told_apart_by if named_together(each, part.objects)]
    objects = min(((-len(each), sum(not pattern.is_one for pattern in each)) for each in together), default=(0, 0))
    return (*objects, min(each.width for each in row.meant if each.has(part.account)))
