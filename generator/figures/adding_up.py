"""Whether numbers add up as they are shown, rounded each for itself: down a column, and along a row."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal

from generator.figures.figure import Figure, FigureId, How, Missing
from generator.figures.measures import is_deviation
from generator.ground.formatting import KRONOR, SHARE

Shown = Mapping[Figure, Decimal]
"""The figures of a column or a row with the number that each is shown as, in the figure's own sign."""

_Parts = list[tuple[int, Decimal]]
"""What a sum is made of: each sign with the number shown."""


def sums_agree(shown: Shown) -> bool:
    """Whether every shown sum of kronor is the sum of its shown parts, and every deviation that of its parts'."""
    money = {figure: number for figure, number in shown.items() if figure.unit == KRONOR}
    by_key = {figure.key: number for figure, number in money.items()}
    return all(_agrees(figure, number, money, by_key) for figure, number in money.items())


def is_sum_of(figure: Figure, others: Collection[Figure]) -> bool:
    """Whether a figure is the sum of some of ``others`` and of nothing else, straight or by sums between."""
    parts = _visible_parts(figure, {each: each.amount for each in others if each is not figure})
    return figure.how is not How.RATIO and bool(parts) and all(sign > 0 for sign, _ in parts)


def holds(figure: Figure, part: Figure) -> bool:
    """Whether a part is added in a figure, straight or by sums between."""
    if figure.how is How.RATIO:
        return False
    added = (of for sign, of in figure.operands if sign > 0 and isinstance(of, Figure))
    return any(each is part or holds(each, part) for each in added)


def shares_agree(column: Shown) -> bool:
    """Whether the shown shares of a whole add up to 100 %, shown or not.

    Only where what is shown makes the whole up: several answers to one question do not.
    """
    wholes: dict[Figure, dict[Figure, Decimal]] = {}
    for figure, number in column.items():
        match [operand.of for operand in figure.operands]:
            case [Figure() as part, Figure() as whole] if _is_share(figure):
                wholes.setdefault(whole, {})[part] = number
    return all(_make_up(whole, shown) for whole, shown in wholes.items())


def _is_share(figure: Figure) -> bool:
    return figure.unit == SHARE and figure.how is How.RATIO and isinstance(figure.value, Decimal)


def _make_up(whole: Figure, shown: Shown) -> bool:
    parts = {part: number for part, number in shown.items() if not _is_all(part, whole)}
    if not parts or sum(part.amount for part in parts) != whole.amount:
        return True
    return sum(parts.values()) == 1


def _is_all(part: Figure, whole: Figure) -> bool:
    """Whether a part is the whole itself, or another sum of the same."""
    return part is whole or (part.amount == whole.amount and part.leaves() == whole.leaves())


def _agrees(figure: Figure, number: Decimal, shown: Shown, by_key: Mapping[FigureId, Decimal]) -> bool:
    if figure.how is How.RATIO or figure.value is Missing.UNKNOWN:
        return True
    sums = [_visible_parts(figure, shown)]
    if is_deviation(figure.key):
        sums.append(_deviating_parts(figure, by_key))
    return all(not parts or sum(sign * part for sign, part in parts) == number for parts in sums)


def _visible_parts(figure: Figure, shown: Shown) -> _Parts:
    """The shown numbers that a sum is made of; none where a part with an amount is not shown at all."""
    parts: _Parts = []
    for sign, part in figure.operands:
        if not isinstance(part, Figure):
            return []
        if part in shown:
            parts.append((sign, shown[part]))
        elif part.amount:
            inner = _visible_parts(part, shown)
            if not inner:
                return []
            parts += [(sign * inner_sign, inner_part) for inner_sign, inner_part in inner]
    return parts


def _deviating_parts(deviation: Figure, by_key: Mapping[FigureId, Decimal]) -> _Parts:
    """The shown deviations of what the outcome is a sum of; none where one that has an amount is not shown.

    Outcome and budget are made of the same parts, which have deviations of their own.
    """
    match deviation.operands:
        case [(1, Figure() as outcome), (-1, Figure() as budget)]:
            return _of_both(outcome, budget, deviation.key.measure, by_key)
    return []


def _of_both(outcome: Figure, budget: Figure, measure: str, by_key: Mapping[FigureId, Decimal]) -> _Parts:
    parts: _Parts = []
    for sign, one, other in _pairs(outcome, budget):
        key = one.key._replace(measure=measure)
        if key in by_key:
            parts.append((sign, by_key[key]))
        elif one.amount or other.amount:
            inner = _of_both(one, other, measure, by_key)
            if not inner:
                return []
            parts += [(sign * inner_sign, part) for inner_sign, part in inner]
    return parts


def _pairs(outcome: Figure, budget: Figure) -> Iterable[tuple[int, Figure, Figure]]:
    """The parts of an outcome, each with the same part of the budget; none where they are not made alike."""
    pairs = list(_both(outcome, budget)) if len(outcome.operands) == len(budget.operands) else []
    return pairs if len(pairs) == len(outcome.operands) else []


def _both(outcome: Figure, budget: Figure) -> Iterator[tuple[int, Figure, Figure]]:
    for (sign, one), (_, other) in zip(outcome.operands, budget.operands, strict=True):
        if isinstance(one, Figure) and isinstance(other, Figure) and one.key.code == other.key.code:
            yield sign, one, other
