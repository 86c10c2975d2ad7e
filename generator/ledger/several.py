"""Several ledgers at once: which is used for what, and where they differ. They are compared, never added."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.findings.finding import Finding, Side, Sides
from generator.ground.formatting import capital_first, enumerated
from generator.ledger.beside import SIE
from generator.ledger.files_messages import LEDGERS_DIFFER, LEDGERS_DIFFER_MUCH, LEDGERS_NOT_NIL, LEDGERS_SEVERAL
from generator.ledger.row import Ledger, LedgerRow, Measured, Objects, is_balance

_TOGETHER = (
    frozenset({Measured.CLOSING, Measured.RESULT}),
    frozenset({Measured.OPENING}),
    frozenset({Measured.BUDGET}),
)
"""What is taken from one ledger for a year: the outcome, the opening balances, the budget."""
_EACH_TOLD = 5
_MANY = Decimal("0.5")
_THOUSAND = Decimal(1000)
_NIL = Decimal(0)

Part = tuple[int, frozenset[Measured]]


Used = Sequence[tuple[Part, Sequence[Ledger]]]
"""The ledgers that are used for each year and what is taken of it, the best of them first."""


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
    telling = [ledger for ledger in ledgers if any(_tells(row, part) for row in ledger.rows)]
    used: list[Ledger] = []
    taken: set[str] = set()
    for ledger in sorted(telling, key=lambda each: _rank(each, part)):
        accounts = {row.account for row in ledger.rows if _tells(row, part) and not row.is_nil}
        if not used or (accounts and not accounts & taken):
            used.append(ledger)
            taken |= accounts
    return used


def _tells(row: LedgerRow, part: Part) -> bool:
    return row.year == part[0] and bool(part[1] & row.amounts.keys())


def _rank(ledger: Ledger, part: Part) -> tuple[bool, bool, bool, bool]:
    with_objects = any(row.objects and _tells(row, part) for row in ledger.rows)
    name = ledger.place.file.lower()
    return ledger.unit > 1, name.endswith(".si"), not with_objects, not name.endswith(SIE)


def together(used: Used) -> Ledger:
    """One ledger of several: for each year and measure from those that are used for it."""
    rows: dict[tuple[str, int, Objects], LedgerRow] = {}
    for part, of_ledgers in used:
        for row in (row for ledger in of_ledgers for row in ledger.rows if _tells(row, part)):
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


def compared(ledgers: Sequence[Ledger], used: Used) -> Iterator[Finding]:
    """Tell which ledgers are used, and where one that is not used says something else."""
    unused = [
        (of, other, part)
        for part, of in used
        for other in ledgers
        if other not in of and any(_tells(row, part) for row in other.rows)
    ]
    if unused:
        yield LEDGERS_SEVERAL.found(*(ledger.place for ledger in ledgers), used=_said(used))
    for part, of in used:
        if len(of) > 1:
            yield from _not_nil(of, part)
    for of, other, part in unused:
        if not _is_verifications(other):
            yield from _differing(of, other, part)


def _not_nil(used: Sequence[Ledger], part: Part) -> Iterator[Finding]:
    """Tell of lists that are one ledger together, one of the balance and one of the result, and are not nil."""
    wholes = _wholes(used, part)
    amount = sum((each for each, _, _ in wholes.values()), _NIL)
    is_whole = {is_balance(account) for account, (each, _, _) in wholes.items() if each} == {True, False}
    if is_whole and Measured.RESULT in part[1] and abs(amount) > _half(used) * len(wholes):
        called = enumerated([each.called for each in used])
        places = (each.place for each in used)
        yield LEDGERS_NOT_NIL.found(*places, ledgers=called, year=part[0], amount=amount)


def _is_verifications(ledger: Ledger) -> bool:
    return ledger.place.file.lower().endswith(".si")


def _said(used: Used) -> str:
    """Say what is used for what: ``För 2025 används filen bok.se``."""
    by_ledger: dict[str, list[str]] = {}
    outcome = {year: of for (year, measures), of in used if Measured.RESULT in measures}
    for (year, measures), of in used:
        if Measured.RESULT not in measures and outcome.get(year) == of:
            continue
        what = "" if Measured.RESULT in measures else f" ({next(iter(measures)).value})"
        by_ledger.setdefault(enumerated([each.called for each in of]), []).append(f"{year}{what}")
    return "; ".join(
        f"{'För' if number == 0 else 'för'} {enumerated(years)} används {called}"
        for number, (called, years) in enumerate(by_ledger.items())
    )


def _differing(used: Sequence[Ledger], other: Ledger, part: Part) -> Iterator[Finding]:
    """Tell of accounts that another ledger has with another amount, or of the whole where many differ in one way."""
    year, measures = part
    ours = _wholes(used, part)
    theirs = _wholes([other], part)
    kinds = {is_balance(account) for account in theirs}
    accounts = [each for each in dict.fromkeys([*ours, *theirs]) if is_balance(each) in kinds]
    half = _half([*used, other])
    wrong = [each for each in accounts if abs(_amount(ours, each) - _amount(theirs, each)) > half]
    if not wrong:
        return
    first, measured = used[0], "saldon och resultat" if Measured.RESULT in measures else next(iter(measures)).value
    values = {"first": first.called, "second": other.called, "year": year, "first_shown": capital_first(first.called)}
    how = _how(ours, theirs, wrong)
    if how or len(wrong) > _EACH_TOLD:
        how = how or f"till exempel {wrong[0]}"
        count = {"count": len(wrong), "all": len(accounts), "how": how, "measured": measured}
        yield LEDGERS_DIFFER_MUCH.found(other.place, first.place, **values, **count)
        return
    for account in wrong:
        one, two = (_side(rows, account, ledger) for rows, ledger in ((ours, first), (theirs, other)))
        said = "resultat" if Measured.RESULT in measures and not is_balance(account) else _name(measures)
        told = {"account": account, "measured": said, "one": one.amount, "other": two.amount}
        yield LEDGERS_DIFFER.found(*two.cells, *one.cells, **values, **told).between(Sides(one, two, half))


def _name(measures: frozenset[Measured]) -> str:
    return Measured.CLOSING.value if Measured.CLOSING in measures else next(iter(measures)).value


Wholes = Mapping[str, tuple[Decimal, LedgerRow, Measured]]


def _wholes(ledgers: Sequence[Ledger], part: Part) -> Wholes:
    """The whole amount of each account."""
    year, measures = part
    return {
        row.account: (row.amounts[measured], row, measured)
        for ledger in ledgers
        for row in ledger.rows
        if row.year == year and not row.objects
        for measured in measures & row.amounts.keys()
    }


def _amount(wholes: Wholes, account: str) -> Decimal:
    return wholes[account][0] if account in wholes else _NIL


def _side(wholes: Wholes, account: str, ledger: Ledger) -> Side:
    if account not in wholes:
        return Side(ledger.called, _NIL, (ledger.place,))
    amount, row, measured = wholes[account]
    return Side(ledger.called, amount, (row.place(measured),))


def _half(ledgers: Iterable[Ledger]) -> Decimal:
    """How far two amounts of some ledgers may lie from each other, and be one that was rounded."""
    return max(ledger.half for ledger in ledgers)


def _how(ours: Wholes, theirs: Wholes, wrong: Sequence[str]) -> str:
    """In what way most of the differing amounts differ; empty where it is in none."""
    both = [(_amount(ours, each), _amount(theirs, each)) for each in wrong if each in ours and each in theirs]
    ways = {
        "för den ena är i tusental kronor": sum(_alike(a, b * _THOUSAND) or _alike(a * _THOUSAND, b) for a, b in both),
        "för tecknen är omvända": sum(a == -b for a, b in both),
    }
    likely = max(ways, key=lambda way: ways[way])
    return likely if len(both) > 1 and ways[likely] > len(wrong) * _MANY else ""


def _alike(one: Decimal, other: Decimal) -> bool:
    """Whether two amounts are one but for rounding to thousands."""
    return bool(one) and abs(one - other) <= _THOUSAND / 2 and bool(other)
