"""Last year's figures in this year's report against last year's report: what differs, and where that begins.

One wrong cell makes many figures differ. Only those are told in which a difference begins: a sum is not told when a
part of it differs, nor a post when a row of its note does.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.edition.schema import Edition, FigurePart, State
from generator.figures.figure import Figure, FigureId, Figures, How, Missing
from generator.figures.measures import is_deviation
from generator.figures.rounding import leeway
from generator.ground.source import Source
from generator.model.fact import Fact
from generator.statements.balance_sheet import BALANCE, BALANCE_DIFFERENCE, BALANCE_ROUNDING, BALANCE_SHEET
from generator.statements.cash_flow import CASH, CASH_DIFFERENCE, CASH_ROUNDING
from generator.statements.income_statement import INCOME
from generator.statements.lines import code_of

NOTE = "note"
_WHOLE = (f"{INCOME}.", f"{BALANCE}.", f"{CASH}.", f"{NOTE}.")
"""What has the same amounts in two years' reports, whether a report shows it or not; here nothing is nil."""

_OF_ROUNDING = frozenset({BALANCE_DIFFERENCE, BALANCE_ROUNDING, CASH_DIFFERENCE, CASH_ROUNDING})
"""What the rounding of typed amounts left over: another entry of the same amounts may well leave something else."""

_BELOW_THE_LINE = frozenset(code_of(line) for each in BALANCE_SHEET.memoranda for line in each.lines)

Rows = frozenset[tuple[int, str, int]]
"""Rows of the workbook: the tab's order and name, and the row."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is not what it was in last year's report. ``sources`` are the cells or rows to look at."""

    figure: Figure
    before: Decimal | None
    amount: Decimal
    sources: tuple[Source, ...]

    @property
    def code(self) -> str:
        """The figure's code."""
        return self.figure.key.code

    @property
    def year(self) -> int:
        """The figure's year."""
        return self.figure.key.year


@dataclass(frozen=True, slots=True)
class Compared:
    """How many figures have an amount in both reports and agree, and the differences where they begin."""

    agreeing: int
    differences: tuple[Difference, ...]


def against_edition(figures: Figures, before: Edition, year: int, shown: Collection[FigureId]) -> Compared:
    """Compare the figures of the years before ``year`` with ``before``.

    ``shown`` are the keys of the figures that the report shows; of others only those of statements and notes count.
    """
    known = {part.key: part for part in before.figures}
    differing: dict[FigureId, Difference] = {}
    agreeing = 0
    for key, figure in figures.items():
        part = known.get(key)
        if part is None or not _counts(key, year, shown) or _is_added_up(figure):
            continue
        difference = _difference(figure, part, figures, year)
        if difference is not None:
            differing[key] = difference
        elif isinstance(figure.value, Decimal) and part.value is not None:
            agreeing += 1
    rows = {key: _rows(each.figure, figures, year) for key, each in differing.items()}
    told = tuple(each for key, each in differing.items() if not _begins_below(key, differing, rows))
    return Compared(agreeing, told)


def _counts(key: FigureId, year: int, shown: Collection[FigureId]) -> bool:
    code, of_year, _ = key
    if is_deviation(key):
        return False  # its outcome and its budget are compared
    return of_year < year and code not in _OF_ROUNDING and (key in shown or code.startswith(_WHOLE))


def _is_added_up(figure: Figure) -> bool:
    """Whether a figure is a note's row of changes that are rolled forward.

    It adds those of all years that are typed, which are others every year; the changes themselves are compared.
    """
    is_row = figure.key.code.startswith(f"{NOTE}.") and figure.key.code.count(".") > 1
    return is_row and any(isinstance(fact, Fact) and fact.rolled for fact in figure.leaves())


def _difference(figure: Figure, part: FigurePart, figures: Figures, year: int) -> Difference | None:
    """The difference beyond what the rounding of typed amounts explains; None also where one side is not known."""
    nothing_is_nil = figure.how is not How.RATIO and _is_stated_whole(figure.key, year)
    now = Decimal(0) if figure.value is Missing.NOTHING and nothing_is_nil else figure.value
    then = Decimal(0) if part.state is State.NOTHING and nothing_is_nil else part.value
    if not isinstance(now, Decimal) or then is None or figure.unit != part.unit:
        return None
    if abs(now - then) <= leeway(figure) + part.rounding:
        return None
    return Difference(figure, part.value, now - then, _places(figure, figures, year))


def _is_stated_whole(key: FigureId, year: int) -> bool:
    """Whether nothing means nil.

    Of the opening day only the posts are asked for: no rows of notes, no sub-items, nothing below the line.
    """
    code, of_year, _ = key
    is_post = code.count(".") == 1 and not code.startswith(f"{NOTE}.") and code not in _BELOW_THE_LINE
    asked_for = of_year == year - 1 or is_post
    return asked_for and code.startswith(_WHOLE)


def _places(figure: Figure, figures: Figures, year: int) -> tuple[Source, ...]:
    """The cells behind a figure; where nothing was typed, the rows that this year's amounts stand on."""
    cells = tuple(sorted({fact.source for fact in figure.leaves()}))
    return cells or tuple(
        sorted({Source(each.order, each.tab, each.row) for each in _sources_of_year(figure, figures, year)})
    )


def _sources_of_year(figure: Figure, figures: Figures, year: int) -> Iterator[Source]:
    code, _, measure = figure.key
    this_year = figures.get(FigureId(code, year, measure))
    if this_year is not None:
        yield from (fact.source for fact in this_year.leaves())


def _rows(figure: Figure, figures: Figures, year: int) -> Rows:
    sources = [*(fact.source for fact in figure.leaves()), *_sources_of_year(figure, figures, year)]
    return frozenset((source.order, source.tab, source.row) for source in sources)


def _begins_below(key: FigureId, differing: Mapping[FigureId, Difference], rows: Mapping[FigureId, Rows]) -> bool:
    """Whether the difference begins in a figure that this one is made of, or that has some of its rows."""
    figure = differing[key].figure
    if any(isinstance(part, Figure) and part.key in differing for _, part in figure.operands):
        return True
    _, year, measure = key
    for other in differing:
        _, other_year, other_measure = other
        if other == key or (other_year, other_measure) != (year, measure) or not rows[other]:
            continue
        if rows[other] < rows[key]:
            return True
        if rows[other] == rows[key] and _rank(differing[other].figure) < _rank(figure):
            return True
    return False


def _rank(figure: Figure) -> tuple[int, int, str]:
    """Which of several figures of the same rows is told: the one nearest to them, of these the note's row, the post."""
    found = (place for place, begins in enumerate((f"{NOTE}.", *_WHOLE)) if figure.key.code.startswith(begins))
    return _depth(figure), next(found, len(_WHOLE) + 1), str(figure.key)


def _depth(figure: Figure) -> int:
    """How many steps of adding there are between a figure and the typed amounts."""
    return max((1 + _depth(part) for _, part in figure.operands if isinstance(part, Figure)), default=0)
