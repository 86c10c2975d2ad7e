"""From a figure to words in a running text: the last thing that happens to it."""

from dataclasses import dataclass
from decimal import Decimal

from generator.figures.figure import Figure
from generator.ground.formatting import (
    COUNT,
    KRONOR,
    MILLIONS,
    NO_BREAK_SPACE,
    POINTS,
    SHARE,
    THOUSANDS,
    in_unit,
    in_words,
    number,
    rounded,
)
from generator.texts.forms import PER_CENT, UNITS, Form

FITTING = {
    KRONOR: (KRONOR, THOUSANDS, MILLIONS),
    SHARE: (PER_CENT, SHARE),
    POINTS: (POINTS,),
    COUNT: (),
}
"""The units that a figure may be written in, by its own unit."""

_LONGEST_IN_WORDS = 12
_MORE_AND_LESS = 2
_DECIMALS = {MILLIONS: 1, SHARE: 2}


@dataclass(frozen=True, slots=True)
class Usual:
    """How amounts are written where the text does not say: in the report's own unit."""

    unit: str = KRONOR
    decimals: int = 0


def fits(figure: Figure, form: Form) -> bool:
    """Whether a figure can be written so: kronor are no per cent, and only counts are written in words."""
    unit = UNITS[form.unit][0] if form.unit else ""
    counted = figure.unit == COUNT or form.in_words is None
    return (not unit or unit in FITTING[figure.unit]) and counted


def written(figure: Figure, form: Form, usual: Usual) -> str:
    """Write a figure that ``fits`` the form. Nothing is written as nil; that it is nothing is for the judge to say."""
    unit, word = UNITS[form.unit] if form.unit else _usual_unit(figure, usual)
    decimals = form.decimals if form.decimals is not None else _usual_decimals(figure, unit, usual)
    value = _reckoned(figure, unit, decimals)
    if form.choice:
        return _chosen(value, form.choice)
    if form.unsigned:
        value = abs(value)
    if _is_told_in_words(figure, form, value):
        return in_words(int(value), form.one)
    plus = "+" if form.plus and value > 0 else ""
    return f"{plus}{number(value, decimals)}{NO_BREAK_SPACE + word if word and not form.bare else ''}"


def _usual_unit(figure: Figure, usual: Usual) -> tuple[str, str]:
    units = {KRONOR: (usual.unit, usual.unit), SHARE: (PER_CENT, PER_CENT), POINTS: (POINTS, POINTS)}
    return units.get(figure.unit, (COUNT, ""))


def _usual_decimals(figure: Figure, unit: str, usual: Usual) -> int:
    if figure.form and figure.form.decimals is not None and unit in (PER_CENT, POINTS, COUNT):
        return figure.form.decimals
    if figure.unit == COUNT:
        return 0 if figure.amount == figure.amount.to_integral_value() else 1
    return usual.decimals if unit == usual.unit else _DECIMALS.get(unit, 0)


def _reckoned(figure: Figure, unit: str, decimals: int) -> Decimal:
    """The number in its unit, rounded once."""
    if figure.unit == KRONOR:
        return in_unit(figure.amount, unit, decimals)
    return rounded(figure.amount * (100 if unit in (PER_CENT, POINTS) else 1), decimals)


def is_undecided(figure: Figure, form: Form, usual: Usual) -> bool:
    """Whether a form gives words for more and less only, and the figure is neither."""
    unit, _ = _usual_unit(figure, usual)
    value = _reckoned(figure, unit, _usual_decimals(figure, unit, usual))
    return len(form.choice) == _MORE_AND_LESS and not value


def _chosen(value: Decimal, words: tuple[str, ...]) -> str:
    """The word for more, less or equal; what is equal needs a third word, without which the first is taken."""
    more, less, *equal = words
    return less if value < 0 else more if value or not equal else equal[0]


def _is_told_in_words(figure: Figure, form: Form, value: Decimal) -> bool:
    whole = value == value.to_integral_value() and 1 <= value <= _LONGEST_IN_WORDS
    return figure.unit == COUNT and form.in_words is not False and form.decimals is None and whole
