"""What a reference to a figure means: ``{{ budget('Coachingteam') : tkr }}`` to a Figure, or to what is wrong with it.

A name may end with the year or the measure that is meant: ``soliditet.i_fjol``, ``andel('Kostnader.avvikelse',
'Kostnader.budget')``. So may a whole reference: ``andel('Administration', 'Kostnader').i_fjol``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from generator.figures.declaration import SUFFIXES
from generator.figures.derivation import Derivation
from generator.figures.deviations import shown_sign, turned
from generator.figures.figure import Figure, Masked, Missing, period_year
from generator.figures.made import difference, share
from generator.figures.measures import shown_suffixes
from generator.figures.naming import Absent, Ambiguous, Found, Names, Unknown
from generator.figures.qualified import spelled
from generator.findings.finding import Severity
from generator.findings.message import hint
from generator.findings.rule import Rule
from generator.ground.formatting import COUNT, KRONOR, POINTS, SHARE, capital_first, enumerated
from generator.model.association import Association, DeviationSign, ReportState
from generator.model.fact import Measure
from generator.texts.figure_messages import (
    TEXT_DIFFERENCE_MEANINGLESS,
    TEXT_FIGURE_ABSENT,
    TEXT_FIGURE_AMBIGUOUS,
    TEXT_FIGURE_ARGUMENTS,
    TEXT_FIGURE_ATTRIBUTE,
    TEXT_FIGURE_FORM,
    TEXT_FIGURE_MASKED,
    TEXT_FIGURE_MISSING,
    TEXT_FIGURE_NOTHING,
    TEXT_FIGURE_UNDECIDED,
    TEXT_FIGURE_UNIT,
    TEXT_FIGURE_UNKNOWN,
    TEXT_SHARE_MEANINGLESS,
    TEXT_SHARE_OF_NOTHING,
)
from generator.texts.forms import FORMS, form_of
from generator.texts.reference import Reference
from generator.texts.written import Usual, fits, is_undecided, more_or_less, written

MEASURES = ("utfall", "budget", "avvikelse", "beslutad_budget", "reviderad_budget")
SHARE_OF, DIFFERENCE_OF = "andel", "skillnad"
FUNCTIONS = (*MEASURES, SHARE_OF, DIFFERENCE_OF)
"""What a text may ask of figures by their names."""

LAST_YEAR = ("i_fjol", "fg_år", "föregående_år", "förra_året")
UNKNOWN_IN_TEXT = "[saknas]"
"""What is printed in a report under way where a figure is not known yet."""

_YEAR_DIGITS = 4
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a reference: a rule, the values of its text, and how grave it is, where that depends."""

    rule: Rule
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity | None = None


class _Asked(NamedTuple):
    """A year and a measure (a suffix of keys)."""

    year: int
    measure: str = ""


def is_figure(reference: Reference) -> bool:
    """Whether a reference is meant for a figure: it has no arguments, or the name of what is made of them."""
    return not reference.arguments or spelled(reference.name) in FUNCTIONS


class FigureTexts:
    """The figures that the texts of one report may mention."""

    def __init__(self, names: Names, association: Association, usual: Usual) -> None:
        """Keep the names of the figures, the report's choices, and how amounts are ``usual``ly written in it."""
        self._names = names
        self._year = association.year
        self._under_way = association.state == ReportState.IN_PROGRESS
        self._usual = usual
        self._plus_is_better = association.deviation_sign == DeviationSign.BETTER
        shown, deviation = shown_suffixes(association)
        decided, revised = SUFFIXES[Measure.BUDGET_DECIDED], SUFFIXES[Measure.BUDGET_REVISED]
        self._measures = dict(zip(MEASURES, ("", shown, deviation, decided, revised), strict=True))

    def problems(self, reference: Reference) -> tuple[Problem, ...]:
        """Say what is wrong with a reference that is meant for a figure."""
        figure = self.figure(reference)
        form = form_of(reference.form)
        found = [] if form else [Problem(TEXT_FIGURE_FORM, {"form": reference.form, "forms": ", ".join(FORMS)})]
        if isinstance(figure, Problem):
            return (figure, *found)
        lacking = self._lacking(figure)
        if form and not fits(figure, form):
            values = {"label": figure.label, "form": reference.form, "unit": _KINDS[figure.unit]}
            found.append(Problem(TEXT_FIGURE_UNIT, values))
        elif form and not lacking and is_undecided(figure, form, self._usual):
            found.append(Problem(TEXT_FIGURE_UNDECIDED, {"label": figure.label, "form": reference.form}))
        return (*found, *lacking)

    def words(self, reference: Reference) -> str | None:
        """Write the figure that a reference means; None where it means none."""
        figure, form = self.figure(reference), form_of(reference.form)
        if isinstance(figure, Problem):
            return UNKNOWN_IN_TEXT if self._under_way else None
        if form is None or not fits(figure, form) or isinstance(figure.value, Masked):
            return None
        if self._is_unknown(figure) or (figure.value is Missing.NOTHING and figure.unit not in (KRONOR, COUNT)):
            return UNKNOWN_IN_TEXT
        words = written(figure, form, self._usual)
        return capital_first(words) if reference.name[0].isupper() else words

    def more_or_less(self, reference: Reference) -> int | None:
        """Whether a figure is more or less than is written of it, or just that; None where nothing is written."""
        figure, form = self.figure(reference), form_of(reference.form)
        if isinstance(figure, Problem) or form is None or form.choice or not fits(figure, form):
            return None
        return more_or_less(figure, form, self._usual) if isinstance(figure.value, Decimal) else None

    def figure(self, reference: Reference) -> Figure | Problem:
        """Find or make the figure that a reference means."""
        asked = self._asked(_Asked(self._year), reference.attribute) if reference.attribute else _Asked(self._year)
        if asked is None or (asked.measure and reference.arguments):
            return Problem(TEXT_FIGURE_ATTRIBUTE, {"attribute": reference.attribute})
        if not reference.arguments:
            return self._named(reference.name, asked)
        made: Mapping[str, Callable[[tuple[str, ...], _Asked], Figure | Problem]] = {
            SHARE_OF: self._share,
            DIFFERENCE_OF: self._difference,
        }
        function = spelled(reference.name)
        names, asked = _with_year(reference.arguments, asked)
        if function in made:
            return made[function](names, asked)
        if len(names) != 1:
            return _wrong_number(function, "ett namn")
        return self._named(names[0], asked._replace(measure=self._measures[function]))

    def named(self, name: str) -> Figure | Problem:
        """Find the figure of the report's year that a name means, with what may stand at the name's end."""
        return self._named(name, _Asked(self._year))

    def name_of(self, figure: Figure) -> str:
        """What a text would write for a figure of the namespace: ``årets_resultat.budget``, ``soliditet.i_fjol``."""
        code, year, measure = figure.key
        shown = next((word for word, suffix in self._measures.items() if measure and suffix == measure), measure)
        when = {self._year: "", self._year - 1: LAST_YEAR[0]}.get(year, str(year))
        return ".".join(filter(None, (self._names.name_of(code), shown, when)))

    def has_name(self, figure: Figure) -> bool:
        """Whether a figure has a name that a text's writer knows."""
        return not self._names.is_keyed(figure.key.code)

    def _named(self, name: str, asked: _Asked) -> Figure | Problem:
        figure = self._found(name, asked)
        if isinstance(figure, Absent) and asked.measure == self._measures["avvikelse"]:
            figure = self._deviating_share(name, asked.year) or figure
        if not isinstance(figure, Figure):
            return self._unfound(name, figure, asked)
        return figure

    def _deviating_share(self, name: str, year: int) -> Figure | None:
        """A share less what it is of the budget, in percentage points: better or worse is not said of a share."""
        outcome, budget = (self._names.find(name, year, self._measures[each]) for each in ("utfall", "budget"))
        if not isinstance(outcome, Figure) or not isinstance(budget, Figure) or outcome.unit != SHARE:
            return None
        return difference(outcome, budget)

    def shown(self, figure: Figure) -> Figure:
        """A figure as the report shows it: a deviation with the sign of its table, or else of the report's choice."""
        return self._shown(figure)

    def _shown(self, figure: Figure, asked: str = "") -> Figure:
        return turned(figure, shown_sign(figure, self._names, plus_is_better=self._plus_is_better, asked=asked))

    def _found(self, name: str, asked: _Asked) -> Found:
        """Find a figure by its name, and where there is none by the name less the year or measure at its end."""
        found = self._names.find(name, *asked)
        if isinstance(found, Figure):
            return self._shown(found, asked.measure)
        front, _, last = name.rpartition(".")
        inner = self._asked(asked, last) if front and isinstance(found, Unknown) else None
        return self._found(front, inner) if inner else found

    def _asked(self, asked: _Asked, attribute: str) -> _Asked | None:
        """What is asked for with one more attribute; None where it is none, or says otherwise than what was asked."""
        word = spelled(attribute)
        if word in LAST_YEAR:
            return asked._replace(year=asked.year - 1)
        if word.isdecimal() and len(word) == _YEAR_DIGITS:
            return asked._replace(year=int(word))
        if word in self._measures and asked.measure in ("", self._measures[word]):
            return asked._replace(measure=self._measures[word])
        return None

    def _share(self, names: tuple[str, ...], asked: _Asked) -> Figure | Problem:
        if len(names) != _PAIR:
            return _wrong_number(SHARE_OF, "två namn (delen och det hela)")
        part, whole = (self._named(name, asked) for name in names)
        if isinstance(part, Problem):
            return part
        if isinstance(whole, Problem):
            return whole
        if part.unit != whole.unit or part.unit not in (KRONOR, COUNT):
            return Problem(TEXT_SHARE_MEANINGLESS, {"part": part.label, "whole": whole.label})
        return share(part, whole)

    def _difference(self, names: tuple[str, ...], asked: _Asked) -> Figure | Problem:
        if not 1 <= len(names) <= _PAIR:
            return _wrong_number(DIFFERENCE_OF, "ett eller två namn")
        other = asked if names[1:] else asked._replace(year=asked.year - 1)
        one, two = self._named(names[0], asked), self._named(names[-1], other)
        if isinstance(one, Problem):
            return one
        if isinstance(two, Problem):
            return two
        if one.unit != two.unit:
            return Problem(TEXT_DIFFERENCE_MEANINGLESS, {"one": one.label, "other": two.label})
        return difference(one, two)

    def _unfound(self, name: str, found: Found, asked: _Asked) -> Problem:
        values: dict[str, object] = {"name": name}
        if isinstance(found, Unknown):
            return Problem(TEXT_FIGURE_UNKNOWN, values | {"hint": hint(found.near)})
        if isinstance(found, Ambiguous):
            return Problem(TEXT_FIGURE_AMBIGUOUS, values | {"meant": enumerated(found.names)})
        years = found.years if isinstance(found, Absent) else ()
        what = next(_NONE[word] for word, suffix in self._measures.items() if suffix == asked.measure)
        lacks = {"what": what, "year": asked.year, "there": _there(years)}
        return Problem(TEXT_FIGURE_ABSENT, values | lacks, self._severity())

    def _lacking(self, figure: Figure) -> tuple[Problem, ...]:
        """What has to be said of a figure without a number; a count of nothing is nil."""
        values = {"label": figure.label, "period": str(figure.period)}
        if isinstance(figure.value, Masked):
            return (Problem(TEXT_FIGURE_MASKED, values),)
        if self._is_unknown(figure):
            return (Problem(TEXT_FIGURE_MISSING, values, self._severity()),)
        if figure.value is Missing.NOTHING and figure.unit == KRONOR:
            return (Problem(TEXT_FIGURE_NOTHING, values, Severity.REMAINING if self._under_way else None),)
        if figure.value is Missing.NOTHING and figure.unit != COUNT:
            return (Problem(TEXT_SHARE_OF_NOTHING, values, self._severity()),)
        return ()

    def _is_unknown(self, figure: Figure) -> bool:
        """Whether nobody has stated a figure; the registers count the report's own year only."""
        uncounted = (
            figure.unit == COUNT and figure.value is Missing.NOTHING and period_year(figure.period) != self._year
        )
        return uncounted or figure.value is Missing.UNKNOWN

    def _severity(self) -> Severity:
        return Severity.REMAINING if self._under_way else Severity.ERROR


_NONE = dict(
    zip(
        MEASURES,
        ("inget utfall", "ingen budget", "ingen avvikelse", "ingen beslutad budget", "ingen reviderad budget"),
        strict=True,
    )
)
_KINDS = {KRONOR: "ett belopp i kronor", SHARE: "en andel", POINTS: POINTS, COUNT: "ett antal"}


def _there(years: tuple[int, ...]) -> str:
    return f" Det finns för {enumerated([str(year) for year in years])}." if years else ""


def _with_year(arguments: tuple[str, ...], asked: _Asked) -> tuple[tuple[str, ...], _Asked]:
    """Take a year at the end of the arguments as the year that is asked for."""
    last = arguments[-1]
    if len(arguments) > 1 and last.isdecimal() and len(last) == _YEAR_DIGITS:
        return arguments[:-1], asked._replace(year=int(last))
    return arguments, asked


def _wrong_number(function: str, wanted: str) -> Problem:
    return Problem(TEXT_FIGURE_ARGUMENTS, {"function": function, "wanted": wanted})


def figure_texts(names: Names, derived: Derivation) -> FigureTexts:
    """The figures of a report for its texts, written in the report's own unit where a text does not say."""
    style = derived.style()
    return FigureTexts(names, derived.association, Usual(style.unit, style.decimals))
