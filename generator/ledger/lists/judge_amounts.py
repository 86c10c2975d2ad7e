"""Whether a list goes together: its signs found and turned to the ledger's, and what should be nil held against nil."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.findings.finding import Finding, Severity
from generator.ground.source import Source
from generator.ledger.lists.messages import (
    LIST_BUDGET_SIGN,
    LIST_NOT_NIL,
    LIST_OPENING_NOT_NIL,
    LIST_RESULT_IN_EQUITY,
    LIST_SIGNS,
    LIST_SIGNS_STRANGE,
)
from generator.ledger.lists.signs import (
    AS_IT_STANDS,
    COSTS,
    INCOME,
    READINGS,
    Column,
    Reading,
    balance_is_nil,
    bound,
    choose,
    columns_in,
    group_of,
    strange,
)
from generator.ledger.row import LedgerRow, Measured

_FEW_ROUNDINGS = 3
"""A difference of so many units is nothing to look for."""


@dataclass(frozen=True, slots=True)
class Nature:
    """What is known of a list's amounts before they are added up.

    ``rounding`` is what they are rounded to, nil where they are exact; ``read``: all could be read; ``sided``: they
    stand in debit and credit, so that their signs are known.
    """

    rounding: Decimal
    read: bool
    sided: bool


def signed(
    rows: tuple[LedgerRow, ...], place: Source, nature: Nature
) -> tuple[tuple[LedgerRow, ...], list[Finding], bool]:
    """Turn the amounts of a list to the ledger's signs.

    Returns them, what is wrong with their sums, and whether all accounts together were found to be nil.
    """
    rounding, columns = nature.rounding, columns_in(rows)
    reading, sure = (AS_IT_STANDS, True) if nature.sided else choose(columns, rounding)
    fits = nature.read and any(each.is_whole and abs(each.total(reading)) <= bound(each, rounding) for each in columns)
    findings = list(_about_sums(columns, reading, place, rounding)) if nature.read else []
    if not (fits or nature.sided or findings) and strange(columns, reading):
        findings.append(LIST_SIGNS_STRANGE.found(place, list=str(place)))
    if reading is not AS_IT_STANDS:
        told = _about_signs(reading, place, fits=fits)
        findings.insert(0, told if sure else _doubtful(told))
        rows = tuple(_turned(row) if reading.turns(row) else row for row in rows)
    return rows, [*findings, *_about_budget(rows, place)], fits


def _turned(row: LedgerRow) -> LedgerRow:
    amounts = {measured: -amount for measured, amount in row.amounts.items()}
    return LedgerRow(row.account, row.name, row.year, amounts, row.source, row.objects, row.sources)


def _about_signs(reading: Reading, place: Source, *, fits: bool) -> Finding:
    tested = (
        "Så blir alla konton tillsammans noll."
        if fits
        else "Det syns på intäkternas, kostnadernas och skuldernas tecken, men går inte att pröva mot en summa."
    )
    remedy = "Behöver inget göras." if fits else "Kontrollera att intäkter och kostnader har blivit rätt i rapporten."
    return LIST_SIGNS.found(place, list=str(place), said=reading.said, tested=tested, remedy=remedy)


def _doubtful(told: Finding) -> Finding:
    """Say of what accounts rounding lets nobody see how they are meant."""
    remedy = "Kontrollera att kontona som börjar på 84 har blivit rätt: de kan vara både intäkter och kostnader."
    return replace(told, values={**told.values, "remedy": remedy}).graded(Severity.WARNING)


def _about_sums(columns: Sequence[Column], reading: Reading, place: Source, rounding: Decimal) -> Iterator[Finding]:
    latest = max((column.year for column in columns), default=0)
    for column in (each for each in columns if each.is_whole):
        amount = column.total(reading)
        if not amount:
            continue
        slack = bound(column, rounding)
        values = {"list": str(place), "year": column.year, "amount": amount}
        grade = _grade(amount, slack, rounding)
        if column.is_opening:
            yield LIST_OPENING_NOT_NIL.found(place, **values).graded(min(grade, Severity.WARNING))
        elif abs(amount) > slack and balance_is_nil(column, reading):
            yield LIST_RESULT_IN_EQUITY.found(place, **values)
        else:
            grade = grade if column.year == latest else min(grade, Severity.WARNING)
            yield LIST_NOT_NIL.found(place, **values, tried=_tried(column, reading, slack)).graded(grade)


def _grade(amount: Decimal, slack: Decimal, rounding: Decimal) -> Severity:
    if abs(amount) > slack:
        return Severity.ERROR
    return Severity.NOTE if abs(amount) <= _FEW_ROUNDINGS * rounding else Severity.WARNING


def _tried(column: Column, reading: Reading, slack: Decimal) -> str:
    if abs(column.total(reading)) <= slack:
        return "Så mycket kan avrundningen förklara."
    if any(abs(column.total(each)) <= slack for each in READINGS):
        return "Andra år i listan har andra tecken."
    return "Inte heller med omvända tecken på skulder, intäkter eller kostnader blir det noll."


def _about_budget(rows: Sequence[LedgerRow], place: Source) -> Iterator[Finding]:
    """Whether the budget of income or costs has another sign than what came out."""
    wholes = [row for row in rows if not row.objects]
    for group, what, usual in ((INCOME, "intäkter", -1), (COSTS, "kostnader", 1)):
        of_group = [row for row in wholes if group_of(row.account) == group and row.account[:1] != "8"]
        budget, outcome = (
            sum(row.amounts.get(each, Decimal(0)) for row in of_group) for each in (Measured.BUDGET, Measured.RESULT)
        )
        if budget * usual < 0 < outcome * usual:
            yield LIST_BUDGET_SIGN.found(place, list=str(place), what=what, amount=budget, outcome=outcome)
