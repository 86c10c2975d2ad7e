"""Whether the numbers shown in a column add up after they were rounded, each for itself."""

from collections.abc import Mapping
from decimal import Decimal

from generator.figures.figure import Figure, How, Missing
from generator.ground.formatting import KRONOR, SHARE

Shown = Mapping[Figure, Decimal]
"""The figures of a column with the number that each is shown as, in the figure's own sign."""


def sums_agree(column: Shown) -> bool:
    """Whether every shown sum of kronor is the sum of its shown parts."""
    shown = {figure: number for figure, number in column.items() if figure.unit == KRONOR}
    return all(_agrees(figure, shown) for figure in shown)


def shares_agree(column: Shown) -> bool:
    """Whether the shown shares of a whole add up to what the whole is shown as: 100 %.

    Only where the whole is shown, and what else is shown makes it up: several answers to one question do not.
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
    parts = {part: number for part, number in shown.items() if part is not whole}
    if whole not in shown or not parts or sum(part.amount for part in parts) != whole.amount:
        return True
    return sum(parts.values()) == shown[whole]


def _agrees(figure: Figure, shown: Shown) -> bool:
    if figure.how is How.RATIO or figure.value is Missing.UNKNOWN:
        return True
    parts = _visible_parts(figure, shown)
    return not parts or sum(sign * shown[part] for sign, part in parts) == shown[figure]


def _visible_parts(figure: Figure, shown: Shown) -> list[tuple[int, Figure]]:
    """The shown figures that a sum is made of; none where a part with an amount is not shown at all."""
    parts: list[tuple[int, Figure]] = []
    for sign, part in figure.operands:
        if not isinstance(part, Figure):
            return []
        if part in shown:
            parts.append((sign, part))
        elif part.amount:
            inner = _visible_parts(part, shown)
            if not inner:
                return []
            parts += [(sign * inner_sign, inner_part) for inner_sign, inner_part in inner]
    return parts
