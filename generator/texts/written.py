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
    UNIT_FACTORS,
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
_MORE_THAN_ONE, _MORE_AND_LESS = 2, 2
_DECIMALS = {MILLIONS: 1, SHARE: 2}


@dataclass(frozen=True, slots=True)
class Usual:
    """How amounts are written where the text does not say: in the report's own unit."""

    unit: str = KRONOR
    decimals: int = 0


def fits(figure: Figure, form: Form) -> bool:
    """Whether a figure can be written so: kronor are no per cent."""
    unit = UNITS[form.unit][0] if form.unit else ""
    return not unit or unit in FITTING[figure.unit]


def written(figure: Figure, form: Form, usual: Usual) -> str:
    """Write a figure that ``fits`` the form. Nothing is written as nil; that it is nothing is for the judge to say."""
    unit, word = UNITS[form.unit] if form.unit else _usual_unit(figure, usual)
    decimals = _decimals(figure, form, unit, usual)
    value = _reckoned(figure, unit, decimals)
    if form.choice:
        return _chosen(value, form.choice)
    about = _about_word(figure, unit, value, form.about)
    if form.unsigned:
        value = abs(value)
    if _is_told_in_words(figure, form, value):
        return f"{about}{in_words(int(value), form.one)}{_unit(word, form)}"
    plus = "+" if form.plus and value > 0 else ""
    return f"{about}{plus}{number(value, decimals)}{_unit(word, form)}"


def _unit(word: str, form: Form) -> str:
    return f"{NO_BREAK_SPACE}{word}" if word and not form.bare else ""


def more_or_less(figure: Figure, form: Form, usual: Usual) -> int:
    """Whether a figure is more (1) or less (-1) in size than its number as it is written, or just that (0)."""
    unit, _ = UNITS[form.unit] if form.unit else _usual_unit(figure, usual)
    return _beyond(figure, unit, _reckoned(figure, unit, _decimals(figure, form, unit, usual)))


def _beyond(figure: Figure, unit: str, written: Decimal) -> int:
    """The same of a number that is written in a unit."""
    exact, shown = abs(_exact(figure, unit)), abs(written)
    return (exact > shown) - (exact < shown)


def _about_word(figure: Figure, unit: str, written: Decimal, words: tuple[str, str]) -> str:
    """The word before a number that is written smaller than the figure is, or larger; none before the very number.

    Size is meant: −1,36 written as −1,4 is *knappt*. Before a nought either word would mislead.
    """
    more, less = words
    word = {1: more, -1: less, 0: ""}[_beyond(figure, unit, written)]
    return f"{word} " if word and written else ""


def _usual_unit(figure: Figure, usual: Usual) -> tuple[str, str]:
    units = {KRONOR: (usual.unit, usual.unit), SHARE: (PER_CENT, PER_CENT), POINTS: (POINTS, POINTS)}
    return units.get(figure.unit, (COUNT, ""))


def _decimals(figure: Figure, form: Form, unit: str, usual: Usual) -> int:
    """Those of the form; none in words, where the figure is no count that has decimals of its own."""
    if form.decimals is not None:
        return form.decimals
    if form.in_words and (figure.unit != COUNT or form.about[0]):
        return 0
    return _usual_decimals(figure, unit, usual)


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
    return rounded(_exact(figure, unit), decimals)


def _exact(figure: Figure, unit: str) -> Decimal:
    """The number in its unit, with all its decimals."""
    if figure.unit == KRONOR:
        return figure.amount / UNIT_FACTORS[unit]
    return figure.amount * (100 if unit in (PER_CENT, POINTS) else 1)


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
    """Counts are, unless the form says otherwise; what has a unit only where it says so, and more than one."""
    is_count = figure.unit == COUNT
    whole = value == value.to_integral_value() and (1 if is_count else _MORE_THAN_ONE) <= value <= _LONGEST_IN_WORDS
    wanted = form.in_words is not False and form.decimals is None if is_count else bool(form.in_words)
    return wanted and whole
