"""The sum rows of a list: never counted, but held against the rows that they are sums of."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.findings.finding import Finding
from generator.findings.grouped import grouped
from generator.ground.names import brief, folded
from generator.ledger.lists.amounts import typed
from generator.ledger.lists.lines import Amount, Key, Line, What
from generator.ledger.lists.messages import LIST_ROW_WITHOUT_ACCOUNT, LIST_SUM_DIFFERS
from generator.model.reading import is_total

_NIL = Decimal(0)
_RANGE = re.compile(r"(\d+)[xX*]*\s*(?:(?:-|–|till|\.\.)\s*(\d+)[xX*]*)?")


@dataclass(slots=True)
class _Column:
    """One column of the list: what had been counted before each row, and where each such sum was first and last.

    ``marks`` are the rows that a sum may begin or end at: headings and other sums. ``by_sum`` has them sorted by what
    had been counted before each.
    """

    before: list[Decimal]
    first: dict[Decimal, int]
    last: dict[Decimal, int]
    marks: list[int]
    by_sum: list[tuple[Decimal, int]]


def sum_findings(lines: Sequence[Line], counted: set[int], rounding: Decimal) -> Iterator[Finding]:
    """Tell of sums that are not what stands above or below them, and of amounts that belong to no account.

    ``counted`` are the rows whose amounts are counted. Rounded amounts may differ by their ``rounding``, nil: none.
    """
    doubtful = [place for place, line in enumerate(lines) if line.what in {What.SUM, What.UNKNOWN}]
    if not doubtful:
        return
    keys = dict.fromkeys(key for place in doubtful for key in lines[place].amounts)
    columns = {key: _column(lines, counted, key) for key in keys}
    results: dict[Key, list[Decimal]] = {key: [] for key in keys}
    differing: list[Finding] = []
    unknown: list[Line] = []
    for place in doubtful:
        line = lines[place]
        wrong = [
            key
            for key, amount in line.amounts.items()
            if not _fits(amount.value, place, columns[key], results[key], rounding / 2)
        ]
        if "resultat" in folded(line.label):
            for key, amount in line.amounts.items():
                results[key].append(amount.value)
        if line.what is What.UNKNOWN and (wrong or line.objects or not _is_several(place, columns, line)):
            unknown.append(line)
        elif wrong and line.what is What.SUM and _is_plain(line):
            where, total = _held_against(place, wrong[0], lines, counted, columns[wrong[0]])
            differing += _differing(line.amounts[wrong[0]], line, where, total)
    yield from grouped([*differing, *_without_account(unknown)])


def _column(lines: Sequence[Line], counted: set[int], key: Key) -> _Column:
    running, before = _NIL, []
    marks = [0]
    for place, line in enumerate(lines):
        before.append(running)
        amount = line.amounts.get(key)
        if line.row in counted and amount:
            running += amount.value
        elif line.what is not What.ACCOUNT:
            marks.append(place)
    before.append(running)
    marks.append(len(lines))
    last = {value: place for place, value in enumerate(before)}
    first = {value: place for place, value in reversed(list(enumerate(before)))}
    return _Column(before, first, last, marks, sorted((before[mark], mark) for mark in marks))


def _fits(value: Decimal, place: int, column: _Column, results: Sequence[Decimal], slack: Decimal) -> bool:
    """Whether a sum is that of some rows right above it or right below it, whatever its sign."""
    here = column.before[place]
    for each in (value, *(value + sign * result for result in results[-2:] for sign in (1, -1))):
        for signed in (each, -each):
            if column.first.get(here - signed, place + 1) <= place or column.last.get(here + signed, -1) > place:
                return True
        if slack and _nearly_fits(each, place, column, slack):
            return True
    return False


def _nearly_fits(value: Decimal, place: int, column: _Column, slack: Decimal) -> bool:
    """Whether a sum is that of the rows since a mark or to one, but for what each of those may be rounded by."""
    here, widest = column.before[place], slack * len(column.before)
    for wanted in (here - value, here + value):
        start = bisect_left(column.by_sum, (wanted - widest, 0))
        end = bisect_left(column.by_sum, (wanted + widest, len(column.before)))
        if any(abs(found - wanted) <= slack * max(1, abs(place - mark)) for found, mark in column.by_sum[start:end]):
            return True
    return False


def _is_several(place: int, columns: Mapping[Key, _Column], line: Line) -> bool:
    """Whether the rows that an unnamed row is the sum of are two or more: one and the same amount proves nothing."""
    for key, amount in line.amounts.items():
        here = columns[key].before
        for signed in (amount.value, -amount.value):
            start = columns[key].first.get(here[place] - signed, place)
            end = columns[key].last.get(here[place] + signed, place)
            if len(set(here[start : place + 1])) > 2 or len(set(here[place : end + 1])) > 2:  # noqa: PLR2004
                return True
    return False


def _is_plain(line: Line) -> bool:
    """Whether a row says that it is a sum and no more: what a result is made of is not known."""
    return bool(line.group) or is_total(line.label)


def _differing(amount: Amount, line: Line, where: str, total: Decimal) -> Iterator[Finding]:
    """Tell of a sum, unless it is that of the accounts that it names."""
    if abs(total) != abs(amount.value):
        label = brief(line.label or line.group)
        yield LIST_SUM_DIFFERS.found(typed(amount.cell), label=label, amount=amount.value, where=where, sum=total)


def _held_against(
    place: int, key: Key, lines: Sequence[Line], counted: set[int], column: _Column
) -> tuple[str, Decimal]:
    """What a sum should be: of the accounts that it names, else of the rows since the last sum or heading."""
    match = _RANGE.match(lines[place].group)
    if match is None:
        return "sedan förra summan", column.before[place] - column.before[_mark_before(column, place)]
    low, high = match[1], match[2] or match[1]
    of_range = (
        each.amounts[key].value
        for each in lines
        if each.row in counted and key in each.amounts and low <= each.account[: len(high)] <= high
    )
    return f"för konto {lines[place].group}", sum(of_range, _NIL)


def _mark_before(column: _Column, place: int) -> int:
    at = bisect_left(column.marks, place)
    return column.marks[at - 1] if at else 0


def _without_account(lines: Sequence[Line]) -> Iterator[Finding]:
    """Tell of amounts without an account."""
    for line in lines:
        amount = next(amount for amount in line.amounts.values() if amount.value)
        label = f" (”{brief(line.label)}”)" if line.label else ""
        yield LIST_ROW_WITHOUT_ACCOUNT.found(typed(amount.cell), amount=amount.value, label=label)
