"""A ledger divided into the parts that *Kontoplan* tells apart: an account whole, or by the objects that it names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

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
    dimensions = _dimensions(of_objects, candidates)
    apart = [row for row in of_objects if _is_of(row, dimensions)]
    _see_that_they_are_joined(apart, dimensions)
    yield from apart
    if whole is None:
        yield from (row for row in of_objects if not _is_of(row, dimensions))
    elif rest := _rest(whole, apart):
        yield rest


def _dimensions(rows: Sequence[LedgerRow], candidates: Sequence[Entry[AccountRow]]) -> set[str]:
    """The dimensions of which rows of *Kontoplan* name any object, be it together with others."""
    patterns = {pattern for each in candidates for together in each.row.told_apart_by for pattern in together}
    objects = {(each, each.name) for row in rows for each in row.objects} if patterns else ()
    return {each.dimension for each, _ in objects if any(pattern.matches(each) for pattern in patterns)}


def _is_of(row: LedgerRow, dimensions: set[str]) -> bool:
    return any(each.dimension in dimensions for each in row.objects)


def _see_that_they_are_joined(rows: Sequence[LedgerRow], dimensions: set[str]) -> None:
    """An amount by one dimension and the same by another would be counted twice."""
    names = {each.dimension: each.dimension_name or each.dimension for row in rows for each in row.objects}
    alone = {row.objects[0].dimension for row in rows if len(row.objects) == 1}
    joined = any(len(row.objects) > 1 for row in rows)
    if len(alone & dimensions) > 1 and not joined:
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
    found = [(_exactness(each.row, part), each) for each in candidates]
    best = min((exactness for exactness, _ in found if exactness), default=None)
    return [each for exactness, each in found if exactness and exactness == best]


def _exactness(row: AccountRow, part: AccountPart) -> tuple[int, int, Fraction] | None:
    """The less, the more exact; None where the row names objects that the part does not have."""
    together = [each for each in row.told_apart_by if named_together(each, part.objects)]
    if row.told_apart_by and not together:
        return None
    objects = min(((-len(each), sum(not pattern.is_one for pattern in each)) for each in together), default=(0, 0))
    return *objects, min(each.width for each in row.meant if each.has(part.account))
