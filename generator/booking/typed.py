"""Amounts that are typed and come from the ledger too: what is typed holds, and both are told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.booking.messages import FED_TWICE, LEDGER_DIFFERS
from generator.findings.finding import Finding, Side, Sides
from generator.ground.source import Source
from generator.model.amounts import PART_OF, BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.rows import Entry, Row
from generator.model.underlag import Underlag

_YEARS: Mapping[type[Row], Mapping[str, int]] = {
    IncomeOrCost: {"this_year": 0, "last_year": -1, "year_before": -2, "budget": 0, "budget_last_year": -1},
    BalanceItem: {"this_year": 0, "last_year": -1},
    OpeningBalance: {"amount": -2},
}
"""The amounts of each model, each with what is added to the report's year."""
_WORDS = {"budget": "budget ", "budget_last_year": "budget "}
_HALF = Decimal("0.5")
Key = tuple[type[Row], str, str]
"""A model of rows, a post and a field: what is either typed or comes from the ledger."""
TYPED, BOOKED = "inskrivet", "enligt huvudboken"
Typed = dict[Key, list[tuple[Decimal, Source, Decimal]]]


def typed_holds(
    underlag: Underlag, made: Sequence[Entry[Any]], year: int, half: Decimal
) -> tuple[list[Entry[Any]], list[Finding]]:
    """Take away from the rows that were made what is typed as well, and say where the two meet.

    This year's outcome stands in one place: typed twice it is an error. Comparatives and budgets that are typed are
    those of last year's report and of the decision; there the ledger is compared, whose amounts may each lie ``half``
    from the true one.
    """
    typed, booked = _amounts(e for model in _YEARS for e in underlag.of(model)), _amounts(made)
    both = [key for key in booked if key in typed]
    taken = set(both)
    kept = [entry for each in made if (entry := _without(each, taken)) is not None]
    return kept, list(_findings(typed, booked, both, year, half))


def _amounts(entries: Iterable[Entry[Any]]) -> Typed:
    found: Typed = {}
    for entry in entries:
        for field, _, source, amount in _of(entry):
            found.setdefault((type(entry.row), _post(entry), field), []).append((amount, source, entry.unit))
    return found


def _of(entry: Entry[Any]) -> Iterator[tuple[str, int, Source, Decimal]]:
    for field, shift in _YEARS[type(entry.row)].items():
        amount = getattr(entry.row, field)
        if amount is not None:
            yield field, shift, entry.source(field), amount


def _post(entry: Entry[Any]) -> str:
    """The post; its parts (*varav*) are compared among themselves, for they are in other rows too."""
    return f"{entry.row.line}, varav" if getattr(entry.row, "level", "") == PART_OF else str(entry.row.line)


def _without(entry: Entry[Any], taken: set[Key]) -> Entry[Any] | None:
    """A row without what is typed; None where nothing of it is left."""
    fields = [field for field, *_ in _of(entry)]
    left = [field for field in fields if (type(entry.row), _post(entry), field) not in taken]
    if len(left) == len(fields):
        return entry
    if not left:
        return None
    taken_away = set(fields) - set(left)
    row = entry.row.model_copy(update=dict.fromkeys(taken_away))
    sources = {field: place for field, place in entry.sources.items() if field not in taken_away}
    return replace(entry, row=row, place=entry.source(left[0]), sources=sources)


def _findings(typed: Typed, booked: Typed, both: Sequence[Key], year: int, half: Decimal) -> Iterator[Finding]:
    for key in both:
        model, post, field = key
        one, other = (
            Side(name, sum((amount for amount, *_ in found), Decimal(0)), tuple(source for _, source, _ in found))
            for name, found in ((TYPED, typed[key]), (BOOKED, booked[key]))
        )
        bound = sum((half_of(amount, unit) for amount, _, unit in typed[key]), half * len(other.cells))
        words = f"{_WORDS.get(field, '')}{year + _YEARS[model][field]}"
        yield from told_twice(Sides(one, other, bound), field, post, words)


def half_of(amount: Decimal, unit: Decimal) -> Decimal:
    """How far a typed amount may lie from the true one: half of the unit, nil where öre are typed."""
    return _HALF * unit if amount == amount.to_integral_value() else Decimal(0)


def told_twice(sides: Sides, field: str, post: str, words: str) -> Iterator[Finding]:
    """Tell of an amount that is typed and in the ledger too; ``words`` say of which year it is, or of which budget."""
    values = {"post": post, "typed": sides.one.amount, "booked": sides.other.amount}
    places = (*sides.one.cells, *sides.other.cells)
    if field == "this_year":
        yield FED_TWICE.found(*places, **values)
    elif not sides.is_rounding:
        yield LEDGER_DIFFERS.found(*places, **values, year=words, difference=sides.difference).between(sides)
