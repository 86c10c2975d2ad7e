"""Amounts that are typed and come from the ledger too: what is typed holds, and both are told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.booking.messages import FED_TWICE, LEDGER_DIFFERS
from generator.findings.finding import Finding, Side, Sides
from generator.ground.names import folded
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
Group = tuple[str, ...]
"""What tells the rows of one post apart in a note."""
Amounts = list[tuple[Decimal, Source, Decimal, Group]]
Typed = dict[Key, Amounts]


def typed_holds(
    underlag: Underlag, made: Sequence[Entry[Any]], year: int, half: Decimal
) -> tuple[list[Entry[Any]], list[Finding]]:
    """Take away from the rows that were made what is typed as well, and say where the two meet.

    This year's outcome stands in one place: typed twice it is an error. Comparatives and budgets that are typed are
    those of last year's report and of the decision; there the ledger is compared, whose amounts may each lie ``half``
    from the true one. Typed rows that only divide what the ledger has on some rows of a note leave it the others.
    """
    typed, booked = _amounts(e for model in _YEARS for e in underlag.of(model)), _amounts(made)
    both = [key for key in booked if key in typed]
    dividing = {key: found for key in both if (found := _divided(typed[key], booked[key], half)) and _is_past(key)}
    taken = {key: dividing.get(key) or {group for *_, group in booked[key]} for key in both}
    kept = [entry for each in made if (entry := _without(each, taken)) is not None]
    return kept, list(_findings(typed, booked, [key for key in both if key not in dividing], year, half))


def _is_past(key: Key) -> bool:
    return key[2] != "this_year"


def _divided(typed: Amounts, booked: Amounts, half: Decimal) -> set[Group]:
    """The rows of a note whose whole amount is typed, divided between activities perhaps; none where one differs."""
    groups = {group for *_, group in typed}
    for wanted in groups:
        own = [(amount, unit) for amount, _, unit, group in typed if group == wanted]
        ledgers = [amount for amount, *_, group in booked if group == wanted]
        bound = sum((half_of(*each) for each in own), half * len(ledgers))
        difference = sum((amount for amount, _ in own), Decimal(0)) - sum(ledgers, Decimal(0))
        if not ledgers or abs(difference) > bound:
            return set()
    return groups


def _amounts(entries: Iterable[Entry[Any]]) -> Typed:
    found: Typed = {}
    for entry in entries:
        for field, _, source, amount in _of(entry):
            found.setdefault((type(entry.row), _post(entry), field), []).append(
                (amount, source, entry.unit, _group(entry))
            )
    return found


def _group(entry: Entry[Any]) -> Group:
    return tuple(folded(str(getattr(entry.row, name, ""))) for name in ("sub_item", "note", "note_row"))


def _of(entry: Entry[Any]) -> Iterator[tuple[str, int, Source, Decimal]]:
    for field, shift in _YEARS[type(entry.row)].items():
        amount = getattr(entry.row, field)
        if amount is not None:
            yield field, shift, entry.source(field), amount


def _post(entry: Entry[Any]) -> str:
    """The post; its parts (*varav*) are compared among themselves, for they are in other rows too."""
    return f"{entry.row.line}, varav" if getattr(entry.row, "level", "") == PART_OF else str(entry.row.line)


def _without(entry: Entry[Any], taken: Mapping[Key, set[Group]]) -> Entry[Any] | None:
    """A row without what is typed; None where nothing of it is left."""
    fields = [field for field, *_ in _of(entry)]
    group = _group(entry)
    left = [field for field in fields if group not in taken.get((type(entry.row), _post(entry), field), ())]
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
            Side(name, sum((amount for amount, *_ in found), Decimal(0)), tuple(source for _, source, *_ in found))
            for name, found in ((TYPED, typed[key]), (BOOKED, booked[key]))
        )
        bound = sum((half_of(amount, unit) for amount, _, unit, _ in typed[key]), half * len(other.cells))
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
