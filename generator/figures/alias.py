"""Whether two figures are one: the same amounts added in the same way, under two names."""

from enum import Enum

from generator.figures.figure import Figure, How


class Likeness(Enum):
    """What can be said of two figures: one and the same, two, or nothing because neither is made of any amount."""

    SAME = "same"
    OTHER = "other"
    EMPTY = "empty"


def root(figure: Figure) -> Figure:
    """The figure that another only repeats, as a row of the overview does."""
    while figure.how is not How.RATIO and len(figure.operands) == 1:
        sign, part = figure.operands[0]
        if sign < 0 or not isinstance(part, Figure) or part.value != figure.value:
            break
        figure = part
    return figure


def likeness(one: Figure, other: Figure) -> Likeness:
    """Compare what two figures are made of, never only what they happen to come to."""
    one, other = root(one), root(other)
    if one is other:
        return Likeness.SAME
    if one.unit != other.unit or not (_is_sum(one) and _is_sum(other)):
        return Likeness.OTHER
    parts = _amounts(one)
    if not parts and not _amounts(other):
        return Likeness.EMPTY
    return Likeness.SAME if parts == _amounts(other) else Likeness.OTHER


def _is_sum(figure: Figure) -> bool:
    """Whether a figure is added up from amounts, so that its amounts tell all of it."""
    parts = (part for _, part in figure.operands if isinstance(part, Figure))
    return figure.how is not How.RATIO and all(_is_sum(part) for part in parts)


def _amounts(figure: Figure) -> dict[object, int]:
    return {fact: times for fact, times in figure.leaves().items() if times}
