"""The charts of the year in brief: income and costs by year, the distribution of costs, equity by year."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from generator.blocks.block import Placement
from generator.blocks.chart import BARS, HORIZONTAL, Chart, Series
from generator.blocks.sentence import Sentence, quantity
from generator.figures.figure import Figure, FigureId
from generator.figures.made import difference
from generator.figures.table import Cell
from generator.ground.formatting import small_first
from generator.subjects.activities.figures_groups import activities_used
from generator.subjects.cost_distribution.figures import LABELS, code_of_group
from generator.subjects.overview.figures import CODES
from generator.subjects.overview.rows import KeyFigure

MOST = 2
_BACK, _FEWEST = 5, 2
"""Years that are shown at most, and what a chart has at least."""

_INCOME, _COSTS, _EQUITY = "Verksamhetens intäkter", "Verksamhetens kostnader", "Eget kapital"

Lines = Sequence[tuple[str, Sequence[Figure]]]
"""What stands along a chart, each with the figure of each series."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart and what stands above it."""

    title: str
    chart: Chart


def charts(placement: Placement) -> list[Drawn]:
    """The charts that the report has figures for, at most two."""
    made = (_income_and_costs(placement), _distribution(placement), _equity(placement))
    return [chart for chart in made if chart][:MOST]


def _income_and_costs(placement: Placement) -> Drawn | None:
    lines = _years(placement, _INCOME, _COSTS)
    if not lines:
        return None
    year, (income, costs) = lines[-1]
    is_surplus = income.amount >= costs.amount
    size = quantity(difference(income, costs) if is_surplus else difference(costs, income), placement.style)
    word = "överskott" if is_surplus else "underskott"
    told = Sentence((f"{year} gav verksamheten ett {word} på ", *size.with_unit, "."))
    if not size.number:
        told = Sentence((f"{year} var intäkter och kostnader lika stora.",))
    return _drawn("Verksamhetens intäkter och kostnader", BARS, lines, told, placement)


def _distribution(placement: Placement) -> Drawn | None:
    derived = placement.derived
    if not activities_used(derived.facts):
        return None
    year = derived.association.year
    groups = {
        group: figure
        for group in LABELS
        if (figure := derived.figures.get(FigureId(code_of_group(group), year))) is not None and figure.amount
    }
    if len(groups) < _FEWEST or any(figure.amount < 0 for figure in groups.values()):
        return None
    largest = max(groups, key=lambda group: groups[group].amount)
    share = quantity(derived.figures[FigureId(f"{code_of_group(largest)}.share", year)], placement.style)
    told = Sentence((f"Störst var {small_first(LABELS[largest])}, ", *share.with_unit, "."))
    lines = [(LABELS[group], (figure,)) for group, figure in groups.items()]
    return _drawn(f"Kostnadsfördelning {year}", HORIZONTAL, lines, told, placement)


def _equity(placement: Placement) -> Drawn | None:
    lines = _years(placement, _EQUITY)
    if not lines:
        return None
    year, (equity,) = lines[-1]
    told = Sentence((f"Vid utgången av {year} var det ", *quantity(equity, placement.style).with_unit, "."))
    return _drawn(_EQUITY, BARS, lines, told, placement)


def _years(placement: Placement, *names: str) -> Lines:
    """The figures of some key figures, a line for each year that has them all, the latest last; none for one year."""
    figures, year = placement.derived.figures, placement.derived.association.year
    own = {str(row.key): row.code for row in placement.derived.underlag.rows(KeyFigure) if row.known}
    codes = [own.get(name, CODES[name]) for name in names]
    found = ((str(year - back), [figures.get(FigureId(code, year - back)) for code in codes]) for back in range(_BACK))
    known = takewhile(lambda line: all(map(_is_known, line[1])), found)
    lines = [(head, tuple(filter(None, line))) for head, line in known]
    return lines[::-1] if len(lines) >= _FEWEST else []


def _is_known(figure: Figure | None) -> bool:
    return figure is not None and isinstance(figure.value, Decimal)


def _drawn(title: str, kind: str, lines: Lines, told: Sentence, placement: Placement) -> Drawn:
    style = placement.style
    columns = list(zip(*(figures for _, figures in lines), strict=True))
    names = ("Intäkter", "Kostnader") if len(columns) > 1 else ("",)
    chart = Chart(
        anchor="diagram-aret-i-korthet",
        kind=kind,
        categories=tuple(head for head, _ in lines),
        series=tuple(Series(name, tuple(map(Cell, column))) for name, column in zip(names, columns, strict=True)),
        unit=style.unit,
        decimals=style.decimals,
        share_decimals=0,
        count_decimals=1,
        nil_sign=style.nil_sign,
        lead=f"{title}.",
        told=told,
        is_tall=True,
    )
    return Drawn(f"{title}, {style.unit}", chart)
