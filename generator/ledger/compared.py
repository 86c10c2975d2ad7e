"""Several ledgers held against each other: which are used, and where another says something else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from generator.findings.finding import Finding, Side, Sides
from generator.ground.formatting import capital_first, enumerated
from generator.ledger.files_messages import LEDGERS_DIFFER, LEDGERS_DIFFER_MUCH, LEDGERS_NOT_NIL, LEDGERS_SEVERAL
from generator.ledger.row import Ledger, LedgerRow, Measured, is_balance
from generator.ledger.several import Part, Used, tells

_EACH_TOLD = 5
_MANY = Decimal("0.5")
_THOUSAND = Decimal(1000)
_NIL = Decimal(0)


def compared(ledgers: Sequence[Ledger], used: Used) -> Iterator[Finding]:
    """Tell which ledgers are used, and where one that is not used says something else."""
    unused = [
        (of, other, part)
        for part, of in used
        for other in ledgers
        if other not in of and any(tells(row, part) for row in other.rows)
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
