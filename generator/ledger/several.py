"""Several ledgers at once: which is used for what, and one ledger of those. None is added to another."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.ledger.beside import SIE
from generator.ledger.row import Ledger, LedgerRow, Measured, Objects

_TOGETHER = (
    frozenset({Measured.CLOSING, Measured.RESULT}),
    frozenset({Measured.OPENING}),
    frozenset({Measured.BUDGET}),
)
"""What is taken from one ledger for a year: the outcome, the opening balances, the budget."""

Part = tuple[int, frozenset[Measured]]
"""A year, and what is taken of it."""

Used = Sequence[tuple[Part, Sequence[Ledger]]]
"""The ledgers that are used for each part, the best of them first."""


def used_of(ledgers: Sequence[Ledger]) -> Used:
    """Choose for each year, the latest first, the ledgers that its outcome, openings and budget are taken from."""
    return [(part, _using(ledgers, part)) for part in _parts_in(ledgers)]


def ledgers_in(used: Used) -> list[Ledger]:
    """The ledgers that anything is taken from."""
    return list(dict.fromkeys(ledger for _, of_part in used for ledger in of_part))


def _parts_in(ledgers: Iterable[Ledger]) -> list[Part]:
    """The years with what is told of each, the latest first."""
    said = {(row.year, measured) for ledger in ledgers for row in ledger.rows for measured in row.amounts}
    years = sorted({year for year, _ in said}, reverse=True)
    return [(year, kinds) for year in years for kinds in _TOGETHER if any((year, each) in said for each in kinds)]


def _using(ledgers: Sequence[Ledger], part: Part) -> list[Ledger]:
    """The ledgers that are used for a part: the best, and those that tell of no account that it has.

    The best is in kronor rather than in thousands, tells objects rather than none, is a SIE file rather than a list; of
    two such the first by name. Verifications alone (``.si``) come last.
    """
    telling = [ledger for ledger in ledgers if any(tells(row, part) for row in ledger.rows)]
    used: list[Ledger] = []
    taken: set[str] = set()
    for ledger in sorted(telling, key=lambda each: _rank(each, part)):
        accounts = {row.account for row in ledger.rows if tells(row, part) and not row.is_nil}
        if not used or (accounts and not accounts & taken):
            used.append(ledger)
            taken |= accounts
    return used


def tells(row: LedgerRow, part: Part) -> bool:
    """Whether a row says anything of a part."""
    return row.year == part[0] and bool(part[1] & row.amounts.keys())


def _rank(ledger: Ledger, part: Part) -> tuple[bool, bool, bool, bool]:
    with_objects = any(row.objects and tells(row, part) for row in ledger.rows)
    name = ledger.place.file.lower()
    return ledger.unit > 1, name.endswith(".si"), not with_objects, not name.endswith(SIE)


def together(used: Used) -> Ledger:
    """One ledger of several: for each year and measure from those that are used for it."""
    rows: dict[tuple[str, int, Objects], LedgerRow] = {}
    for part, of_ledgers in used:
        for row in (row for ledger in of_ledgers for row in ledger.rows if tells(row, part)):
            of_part = _only(row, part[1])
            key = (row.account, row.year, row.objects)
            rows[key] = _both(rows[key], of_part) if key in rows else of_part
    ledgers = ledgers_in(used)
    return replace(
        ledgers[0],
        rows=_in_order(rows.values(), ledgers),
        names={account: name for ledger in reversed(ledgers) for account, name in ledger.names.items()},
        years=tuple(sorted({year for ledger in ledgers for year in ledger.years}, reverse=True)),
        organisation_number=_first(each.organisation_number for each in ledgers),
        company=_first(each.company for each in ledgers),
        unit=max(ledger.unit for ledger in ledgers),
        days={year: days for ledger in reversed(ledgers) for year, days in ledger.days.items()},
    )


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")


def _only(row: LedgerRow, measures: frozenset[Measured]) -> LedgerRow:
    amounts = {each: amount for each, amount in row.amounts.items() if each in measures}
    sources = {each: source for each, source in row.sources.items() if each in measures}
    return replace(row, amounts=amounts, sources=sources, source=next(iter(sources.values()), row.source))


def _both(one: LedgerRow, other: LedgerRow) -> LedgerRow:
    return replace(one, amounts={**other.amounts, **one.amounts}, sources={**other.sources, **one.sources})


def _in_order(rows: Iterable[LedgerRow], ledgers: Sequence[Ledger]) -> tuple[LedgerRow, ...]:
    """Account by account in the order of the first ledger; the whole row of each year before its parts."""
    order = {account: place for place, account in enumerate(each for ledger in ledgers for each in ledger.accounts)}
    return tuple(sorted(rows, key=lambda row: (order[row.account], -row.year, bool(row.objects))))
