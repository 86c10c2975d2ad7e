"""Columns of a tab against each other: one that is a thousand times another is in another unit, and is told once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.blocks.case import Case
from generator.checks.messages_plausible import COLUMN_IN_OTHER_UNIT
from generator.figures.derivation import Derivation
from generator.findings.finding import Finding
from generator.ground.formatting import enumerated
from generator.ground.once import once
from generator.ground.source import Source, column_letter
from generator.model.fact import Fact, Measure
from generator.statements.statement import Line

_LEAST, _MOST = Decimal(200), Decimal(5000)
"""A ratio between these is that of kronor and thousands; whole columns do not grow so in a year."""
_LEAST_OF_POST, _MOST_OF_POST = Decimal(30), Decimal(30_000)
"""A post may grow besides."""
_ENOUGH_ROWS = 3


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a tab: what it holds, and its amounts."""

    what: str
    letter: str
    facts: Sequence[Fact]


@dataclass(frozen=True, slots=True)
class OtherUnit:
    """Columns of one tab that are a thousand times the others, or a thousandth of them."""

    odd: Sequence[_Column]
    others: Sequence[_Column]
    is_larger: bool

    @property
    def cells(self) -> frozenset[Source]:
        """Where the amounts of the odd columns stand."""
        return frozenset(fact.source for column in self.odd for fact in column.facts)


def columns_are_in_one_unit(case: Case) -> Iterator[Finding]:
    """A column of a tab is not a thousand times another: then one is in kronor and one in thousands.

    Only where every post says so: a single row may well be a thousand times larger than last year.
    """
    for unit in columns_in_other_unit(case):
        place = unit.odd[0].facts[0].source
        letters = [column.letter for column in unit.odd]
        values = {
            "tab": place.tab,
            "column": f"{'kolumn' if len(letters) == 1 else 'kolumnerna'} {enumerated(letters)}",
            "other": enumerated([column.letter for column in unit.others]),
            "what": enumerated([column.what for column in unit.odd]),
            "size": "tusen gånger större än" if unit.is_larger else "en tusendel av",
        }
        yield COLUMN_IN_OTHER_UNIT.found(Source(place.order, place.tab), **values).resting_on(unit.cells)


@once
def columns_in_other_unit(case: Case) -> tuple[OtherUnit, ...]:
    """The columns that are in another unit than the others of their tab."""
    if case.derived is None:
        return ()
    found = (_odd(columns) for columns in _by_tab(case.derived).values())
    return tuple(each for each in found if each)


def _odd(columns: Sequence[_Column]) -> OtherUnit | None:
    """The fewer of the columns of two sizes; of as many the later ones, for the first are the report's year."""
    base, *rest = columns
    ratios = [(column, _thousandfold(base, column)) for column in rest]
    unlike = [(column, ratio) for column, ratio in ratios if ratio]
    if not unlike or len({ratio > 1 for _, ratio in unlike}) > 1:
        return None
    larger = unlike[0][1] > 1
    like = [base, *(column for column, ratio in ratios if not ratio and _is_like(base, column))]
    odd = [
        column for column, _ in unlike if all(_thousandfold(each, column) or not _pairs(each, column) for each in like)
    ]
    if not odd:
        return None
    return OtherUnit(odd, like, larger) if len(odd) <= len(like) else OtherUnit(like, odd, not larger)


def _by_tab(derived: Derivation) -> Mapping[str, Sequence[_Column]]:
    """The columns of each tab, that of the year's outcome first; a SIE file has none."""
    year = derived.association.year
    tabs: dict[str, dict[tuple[int, int, str], list[Fact]]] = {}
    for fact in derived.facts.amounts:
        if fact.amount and fact.source.column and not fact.part_of:
            measure = "ingående balans" if fact.opening else fact.measure.value
            rank = 0 if fact.measure is Measure.OUTCOME and not fact.opening else 1
            key = (rank * 10 + year - fact.year, fact.source.column, f"{measure} {fact.year}")
            tabs.setdefault(fact.source.tab, {}).setdefault(key, []).append(fact)
    return {
        tab: [_Column(what, column_letter(column), facts) for (_, column, what), facts in sorted(columns.items())]
        for tab, columns in tabs.items()
    }


def _thousandfold(base: _Column, other: _Column) -> Decimal | None:
    """The ratio between two columns where it is near 1000 in all and for every post; None elsewhere."""
    pairs = _pairs(base, other)
    if min(len(base.facts), len(other.facts)) < _ENOUGH_ROWS or not pairs:
        return None
    ratio = _ratio(pairs)
    for whole, posts in ((ratio, [b / a for a, b in pairs]), (1 / ratio, [a / b for a, b in pairs])):
        if _LEAST < whole < _MOST and all(_LEAST_OF_POST < post < _MOST_OF_POST for post in posts):
            return ratio
    return None


def _is_like(base: _Column, other: _Column) -> bool:
    pairs = _pairs(base, other)
    return bool(pairs) and 1 / _LEAST_OF_POST < _ratio(pairs) < _LEAST_OF_POST


def _ratio(pairs: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    return sum((b for _, b in pairs), start=Decimal(0)) / sum((a for a, _ in pairs), start=Decimal(0))


def _pairs(base: _Column, other: _Column) -> Sequence[tuple[Decimal, Decimal]]:
    """What each post that both have comes to."""
    sums, others = _sums(base.facts), _sums(other.facts)
    return [(sums[line], others[line]) for line in sums if line in others]


def _sums(facts: Sequence[Fact]) -> dict[Line, Decimal]:
    found: dict[Line, Decimal] = {}
    for fact in facts:
        found[fact.line] = found.get(fact.line, Decimal(0)) + abs(fact.amount)
    return found
