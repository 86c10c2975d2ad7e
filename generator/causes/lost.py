"""A row that is gone: what its amounts were, year by year, and where it may have stood.

A row leaves nothing but what it did to the balance sheet: a cost or income changes each of the two years, a balance the
day that it stood for and the year after. Where rows were emptied and not taken away, there is an empty row among them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.causes.gap import Gap
from generator.findings.cause import Cause
from generator.ground.formatting import enumerated, kronor
from generator.ground.source import Source
from generator.model.amounts import PART_OF, BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.rows import Row
from generator.model.underlag import Underlag
from generator.statements.balance_sheet import EQUITY_LINE
from generator.statements.lines import BY_LABEL

_MOST_EMPTY = 2
"""Of more empty rows among the others none is a trace of one that is gone."""


@dataclass(frozen=True, slots=True)
class _Lost:
    """A row that would explain the gaps: what kind it is of, where it stood, and its amounts by year."""

    model: type[Row]
    kind: str
    amounts: Mapping[int, Decimal]

    @property
    def words(self) -> str:
        return f"en rad med en {self.kind} på {self.told}"

    @property
    def told(self) -> str:
        """Its amounts, each with its year."""
        return enumerated([f"{kronor(amount)} {year}" for year, amount in sorted(self.amounts.items(), reverse=True)])


def lost_rows(underlag: Underlag, gaps: Sequence[Gap], days: Sequence[int]) -> tuple[Cause, ...]:
    """Tell what row may be gone where no cell explains the gaps: by an empty row, a post without any, its amounts.

    Of amounts that come from a ledger nobody has lost a row.
    """
    possible = [row for row in _possible(gaps, days) if all(amount >= 0 for amount in row.amounts.values())]
    possible = [row for row in possible if not any(each.is_booked for each in underlag.of(row.model))]
    blank = tuple(cause for row in possible for cause in _blanks(row, underlag))
    if len(blank) == 1:
        return (replace(blank[0], certain=True),)
    if blank:
        return blank[:2]
    traces = [cause for row in possible for cause in _traces(row, underlag)]
    if traces:
        return tuple(traces[:2])
    whole = [row for row in possible if sum(1 for amount in row.amounts.values() if amount) > 1]
    words = enumerated([row.words for row in whole], "eller")
    return (Cause("lost_row", (), "", f"{words} har tagits bort"),) if whole else ()


def _possible(gaps: Sequence[Gap], days: Sequence[int]) -> Iterator[_Lost]:
    """The rows that would close all gaps: a balance's own day, and what it takes from the next."""
    rest = dict(zip(days, (gap.difference if gap.is_open else Decimal(0) for gap in gaps), strict=True))
    last = days[-1] if days else 0
    flows = {year: amount for year, amount in rest.items() if year >= last - 1 and amount}
    if len(flows) == sum(1 for amount in rest.values() if amount):
        yield _Lost(IncomeOrCost, "kostnad", {year: -amount for year, amount in flows.items()})
        yield _Lost(IncomeOrCost, "intäkt", flows)
    closing, before = {}, Decimal(0)
    for day in days:
        before += rest[day]
        closing[day] = before
    filled = {day: amount for day, amount in closing.items() if amount}
    if filled and set(filled) <= {last, last - 1}:
        yield _Lost(BalanceItem, "tillgång", {day: -amount for day, amount in filled.items()})
        yield _Lost(BalanceItem, "skuld", filled)
    elif set(filled) == {last - 2}:
        yield _Lost(OpeningBalance, "ingående tillgång", {day: -amount for day, amount in filled.items()})
        yield _Lost(OpeningBalance, "ingående skuld", filled)


def _traces(row: _Lost, underlag: Underlag) -> Iterator[Cause]:
    empty = empty_rows(row.model, underlag)
    for where in empty:
        yield Cause("lost_row", (where,), "tom rad", f"har {row.words} stått här?", certain=len(empty) == 1)
    yield from _parts(row, underlag)
    yield from _posts(row, underlag)


def empty_rows(model: type[Row], underlag: Underlag) -> tuple[Source, ...]:
    """The empty rows among the filled ones of a section, where they are so few that one may be a trace of a row."""
    place, raw = underlag.place(model), underlag.raw[model].rows
    numbers = {each.place.row for each in raw}
    if not numbers or max(numbers) - min(numbers) + 1 > len(numbers) + _MOST_EMPTY:
        return ()
    return tuple(Source(place.order, place.tab, row) for row in range(min(numbers), max(numbers)) if row not in numbers)


def _blanks(row: _Lost, underlag: Underlag) -> Iterator[Cause]:
    """A row that is there and lacks just the amounts that would be gone, where several are."""
    association = underlag.association
    if association is None or len(row.amounts) <= 1 or row.model is OpeningBalance:
        return
    fields = {association.row.year - ago: field for ago, field in enumerate(("this_year", "last_year", "year_before"))}
    wanted = [fields[year] for year in sorted(row.amounts, reverse=True) if year in fields]
    adds = row.kind in {"intäkt", "tillgång"}
    for entry in underlag.of(row.model):
        label = str(getattr(entry.row, "line", ""))
        if (BY_LABEL[label].sign > 0) == adds and all(getattr(entry.row, field) is None for field in wanted):
            cells = tuple(entry.source(field) for field in wanted)
            words = f"{enumerated([cell.cell for cell in cells])} är tomma: saknas {row.told}?"
            yield Cause("empty_cells", cells, label, words)


def _parts(row: _Lost, underlag: Underlag) -> Iterator[Cause]:
    """A row that is said to be a part of another (*varav*), with just the amounts that lack."""
    for entry in underlag.of(row.model):
        years = dict(zip(sorted(row.amounts, reverse=True), ("this_year", "last_year"), strict=False))
        amounts = [getattr(entry.row, field, None) for field in ("this_year", "last_year")]
        if getattr(entry.row, "level", "") == PART_OF and amounts == [row.amounts.get(year) for year in years]:
            words = f"raden är varav och räknas inte med, men {row.words} saknas."
            yield Cause("left_out", (entry.source("level"),), str(getattr(entry.row, "line", "")), words, certain=True)


def _posts(row: _Lost, underlag: Underlag) -> Iterator[Cause]:
    """A post that has an opening balance and no closing one, or the other way round."""
    closing = {entry.row.line: entry.source("line") for entry in underlag.of(BalanceItem)}
    opening = {entry.row.line: entry.source("line") for entry in underlag.of(OpeningBalance)}
    known, others = (opening, closing) if row.model is BalanceItem else (closing, opening)
    if row.model is IncomeOrCost:
        return
    sign = 1 if row.kind.endswith("tillgång") else -1
    for label, place in known.items():
        line = BY_LABEL[label]
        if label not in others and line.sign == sign and line != EQUITY_LINE:
            where = "utgående" if row.model is BalanceItem else "ingående"
            yield Cause(
                "lost_row",
                (place,),
                label,
                f"posten har ingen rad med {where} balans: saknas {row.words}?",
                certain=True,
            )
