"""The engine: turns declarations and Facts into Figures, for every year, with operands.

The years, the comparison, the budget and the treatment of what is not stated come from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from generator.figures.declaration import (
    DEVIATIONS,
    SUFFIXES,
    Combined,
    Declaration,
    Protected,
    Ratio,
    RolledForward,
    RoundingOf,
    Scaled,
    Stated,
    Term,
    YearSeries,
)
from generator.figures.figure import (
    Figure,
    FigureId,
    Figures,
    FigureValue,
    How,
    Masked,
    Missing,
    Operand,
    Period,
    calendar_year,
    year_end,
)
from generator.figures.made import total
from generator.figures.netted import Leaf, Net, leaves_of, nets_of, shown_by
from generator.figures.rounding import tolerance
from generator.ground.formatting import KRONOR
from generator.model.fact import Fact, Measure
from generator.model.facts import Facts, Pick
from generator.statements.statement import Kind


@dataclass(frozen=True, slots=True)
class Years:
    """The years that the Facts cover: the report's, the one compared with, and the one that opened it.

    A flow exists for ``flows``, a balance also for the day before the first of them. ``first_day`` is the
    association's own, where it is known: before it there was nothing.
    """

    report: int
    first_day: date | None = None

    @property
    def flows(self) -> tuple[int, int]:
        """The report's year and the comparison year."""
        return (self.report, self.report - 1)

    def is_before_all(self, year: int) -> bool:
        """Whether the association was not yet there."""
        return self.first_day is not None and year < self.first_day.year

    @property
    def balances(self) -> tuple[int, int, int]:
        """The closing days of the flows' years, and of the year before them."""
        return (self.report, self.report - 1, self.report - 2)


class _Engine:
    """Derives each figure of one measure once, when something first asks for it."""

    def __init__(
        self,
        declarations: Iterable[Declaration],
        facts: Facts,
        years: Years,
        measure: Measure = Measure.OUTCOME,
        *,
        show_rounding: bool = True,
    ) -> None:
        self._declared = _by_code(declarations)
        self._facts, self._measure = facts, measure
        self._nets = nets_of(facts, measure)
        self._years = years
        self._suffix = SUFFIXES[measure]
        self._show_rounding = show_rounding
        self._figures: dict[FigureId, Figure] = {}
        self._budgeted: dict[str, bool] = {}
        self._stated_years = {
            (fact.line.is_flow, fact.year)
            for fact in facts.amounts
            if fact.measure is measure and fact.line.kind is not Kind.EQUITY  # which alone tells nothing of the day
        }
        self._first_year = measure is not Measure.OUTCOME or is_first_year(facts, years.report, years.first_day)

    def all(self) -> Figures:
        for declaration in self._declared.values():
            for year in _years_of(declaration, self._years):
                self.figure(declaration.code, year)
        return Figures(self._figures)

    def budget(self) -> Figures:
        """Derive what a budget has: flows made of flows alone, in the years that it is stated for."""
        budgeted = [code for code in self._declared if self._is_budgeted(code)]
        for year in self._years.flows:
            if (True, year) in self._stated_years or self._nets_in(year):
                for code in budgeted:
                    self.figure(code, year)
        return Figures({key: each for key, each in self._figures.items() if each.value is not Missing.UNKNOWN})

    def _is_budgeted(self, code: str) -> bool:
        """Whether it has a budget; found out once of each, as many are made of the same."""
        if code not in self._budgeted:
            self._budgeted[code] = self._has_budget(self._declared[code])
        return self._budgeted[code]

    def _has_budget(self, declared: Declaration) -> bool:
        match declared:
            case Stated(flow=True, unit="kr", budgeted=True):
                return True
            case Combined(flow=True, unit="kr") as combined:
                return all(not shift and self._is_budgeted(part) for _, part, shift in combined.terms)
            case Ratio() as ratio:
                return self._is_budgeted(ratio.numerator) and self._is_budgeted(ratio.denominator)
            case Scaled(budgeted=True) as scaled:
                return self._is_budgeted(scaled.of)
            case _:
                return False

    def figure(self, code: str, year: int) -> Figure:
        key = FigureId(code, year, self._suffix)
        if key not in self._figures:
            self._figures[key] = self._derive(self._declared[code], year)
        return self._figures[key]

    def _derive(self, declared: Declaration, year: int) -> Figure:  # noqa: PLR0911 - one for each kind of declaration
        match declared:
            case Stated():
                return self._stated(declared, year)
            case Protected():
                return self._protected(declared, year)
            case Combined():
                return self._combined(declared, year, declared.terms, flow=declared.flow)
            case RolledForward():
                return self._rolled_forward(declared, year)
            case YearSeries():
                return self._series(declared, year)
            case RoundingOf():
                return self._rounding(declared, year)
            case Ratio():
                return self._ratio(declared, year)
            case Scaled():
                return self._scaled(declared, year)

    def _nets_in(self, year: int) -> list[Net]:
        return [net for net in self._nets if net.typed.year == year]

    def _is_hidden(self, declared: Stated, year: int) -> bool:
        return any(net.is_hiding(declared.where) for net in self._nets_in(year))

    def _stated(self, declared: Stated, year: int) -> Figure:
        nets = shown_by(self._nets_in(year), [Leaf(1, declared)]) if self._is_hidden(declared, year) else ()
        if nets is None:
            return self._make(declared, year, Missing.UNKNOWN, How.STATED, (), flow=declared.flow)
        typed = self._picked(declared.where, year, part_of=declared.part_of)
        operands = (*typed, *(Operand(sign, net.typed) for sign, net in nets))
        how = How.SUM if len(operands) > 1 else How.STATED
        absence = self._absence(year, flow=declared.flow)
        value = total(operands) if operands else absence
        return self._make(declared, year, value, how, operands, flow=declared.flow)

    def _picked(self, pick: Pick, year: int, *, part_of: bool) -> Iterator[Operand]:
        for fact in self._facts.picked(pick):
            contained = isinstance(fact, Fact) and fact.part_of
            if (fact.year, fact.measure, contained) == (year, self._measure, part_of):
                yield Operand(1, fact)

    def _protected(self, declared: Protected, year: int) -> Figure:
        """State a count without its cells where they would tell too much, and without its value where that would."""
        stated = self._stated(declared.of, year)
        if year in declared.masked:
            return replace(stated, value=Masked(declared.reason), operands=())
        # A cell of its own tells no more than the count does; those that are summed may tell what is masked.
        return replace(stated, operands=()) if year in declared.closed and not _is_one_cell(stated) else stated

    def _series(self, declared: YearSeries, year: int) -> Figure:
        if declared.recent and year in self._years.flows:
            source = self.figure(declared.recent, year)
            return Figure(
                FigureId(declared.code, year, self._suffix),
                declared.label,
                source.value,
                source.unit,
                source.period,
                How.SUM,
                (Operand(1, source),),
            )
        stated = Stated(declared.code, declared.label, declared.typed, flow=True, unit=declared.unit)
        return self._stated(stated, year)

    def _absence(self, year: int, *, flow: bool) -> Missing:
        """Nothing, where the year's other amounts are there; unknown, where none of them is."""
        stated = (flow, year) in self._stated_years or self._first_year or self._years.is_before_all(year)
        return Missing.NOTHING if stated else Missing.UNKNOWN

    def _combined(self, declared: Declaration, year: int, terms: Sequence[Term], *, flow: bool) -> Figure:
        operands = tuple(Operand(sign, self.figure(code, year + shift)) for sign, code, shift in terms)
        value = total(operands)
        if value is Missing.UNKNOWN and isinstance(declared, Combined) and self._nets_in(year):
            operands = self._with_nets(declared, year) or operands
            value = total(operands)
        how = How.DIFFERENCE if any(sign < 0 for sign, _ in operands) else How.SUM
        return self._make(declared, year, value, how, operands, flow=flow)

    def _with_nets(self, declared: Combined, year: int) -> tuple[Operand, ...]:
        """What is typed of a sum's parts, and the net budgets that it contains whole; nothing where it does not."""
        leaves = list(leaves_of(declared, self._declared))
        shown = shown_by(self._nets_in(year), leaves)
        if shown is None:
            return ()
        typed = (operand for leaf in leaves for operand in self._typed(leaf, year))
        return (*typed, *(Operand(sign, net.typed) for sign, net in shown))

    def _typed(self, leaf: Leaf, year: int) -> Iterator[Operand]:
        """What is known of a part of a sum: its figure, or what is typed of it where a net budget has the rest."""
        if isinstance(leaf.of, Stated) and self._is_hidden(leaf.of, year):
            yield from (Operand(leaf.sign, part.of) for part in self._picked(leaf.of.where, year, part_of=False))
            return
        figure = self.figure(leaf.of.code, year)
        if isinstance(figure.value, Decimal):
            yield Operand(leaf.sign, figure)

    def _rolled_forward(self, declared: RolledForward, year: int) -> Figure:
        if year <= self._years.balances[-1]:
            stated = Stated(declared.code, declared.label, declared.opening, flow=False)
            return self._stated(stated, year)
        terms = (Term(1, declared.code, -1), *declared.changes)
        return self._combined(declared, year, terms, flow=False)

    def _rounding(self, declared: RoundingOf, year: int) -> Figure:
        difference = self.figure(declared.difference, year)
        explained = self._show_rounding and abs(difference.amount) <= tolerance(difference).bound
        value = difference.value if explained and difference.amount else Missing.NOTHING
        operands = (Operand(1, difference),) if value is not Missing.NOTHING else ()
        return self._make(declared, year, value, How.SUM, operands, flow=declared.flow)

    def _ratio(self, declared: Ratio, year: int) -> Figure:
        above, below = (self.figure(code, year) for code in (declared.numerator, declared.denominator))
        known = isinstance(above.value, Decimal) and isinstance(below.value, Decimal) and below.value
        value = above.amount / below.amount if known else _absent(above.value, below.value)
        operands = (Operand(1, above), Operand(-1, below))
        key = FigureId(declared.code, year, self._suffix)
        return Figure(key, declared.label, value, declared.unit, above.period, How.RATIO, operands)

    def _scaled(self, declared: Scaled, year: int) -> Figure:
        whole = self.figure(declared.of, year)
        value = declared.share_of(whole.value) if isinstance(whole.value, Decimal) else whole.value
        key = FigureId(declared.code, year, self._suffix)
        return Figure(key, declared.label, value, whole.unit, whole.period, How.RATIO, (Operand(1, whole),))

    def _make(  # noqa: PLR0913 - the parts of a Figure
        self,
        declared: Declaration,
        year: int,
        value: FigureValue,
        how: How,
        operands: tuple[Operand, ...],
        *,
        flow: bool,
    ) -> Figure:
        period: Period = calendar_year(year, self._years.first_day) if flow else year_end(year)
        unit = declared.unit if isinstance(declared, Stated | Combined) else KRONOR
        return Figure(FigureId(declared.code, year, self._suffix), declared.label, value, unit, period, how, operands)


def _by_code(declarations: Iterable[Declaration]) -> Mapping[str, Declaration]:
    """Know the declarations by their codes.

    Raises:
        ValueError: two share a code; the figure of one would be lost without a word.

    """
    declared: dict[str, Declaration] = {}
    for each in declarations:
        if each.code in declared:
            message = f"two declarations share the code {each.code}"
            raise ValueError(message)
        declared[each.code] = each
    return declared


def _years_of(declared: Declaration, years: Years) -> tuple[int, ...]:
    match declared:
        case RolledForward() | Stated(flow=False) | RoundingOf(flow=False):
            return years.balances
        case Combined(flow=False, from_flows=False):
            return years.balances
        case Protected():
            return _years_of(declared.of, years)
        case YearSeries() | Stated() | Combined() | Ratio() | Scaled():
            return (*years.flows, *declared.older)
        case _:
            return years.flows


def _is_one_cell(figure: Figure) -> bool:
    """Whether a figure is what stands in its one cell. What a typed total leaves over is not what stands there."""
    facts = [operand.of for operand in figure.operands if not isinstance(operand.of, Figure)]
    return len(facts) == len(figure.operands) == 1 and facts[0].source.text.strip() == str(figure.value)


def _absent(*values: FigureValue) -> FigureValue:
    """What a figure is that has no value because of one of its parts: protected, unknown, or nothing."""
    masked = (value for value in values if isinstance(value, Masked))
    return next(masked, Missing.UNKNOWN if Missing.UNKNOWN in values else Missing.NOTHING)


def is_first_year(facts: Facts, report_year: int, first_day: date | None = None) -> bool:
    """Whether an association reports for the first time.

    So its first day says; where that is not known, that nothing but noughts is stated of any earlier year.
    """
    if first_day is not None:
        return first_day.year == report_year
    return not any(fact.amount for fact in facts.amounts if fact.year < report_year and fact.measure is Measure.OUTCOME)


def derive(
    declarations: Iterable[Declaration],
    facts: Facts,
    report_year: int,
    *,
    show_rounding: bool = True,
    first_day: date | None = None,
) -> Figures:
    """Derive all declared figures from the Facts: the outcome, the budgets, and the deviations from them.

    A deviation is the outcome less the budget, with the figure's natural sign; whether that is good is for the table.

    Raises:
        ValueError: two declarations share a code: a fault of the declarations.
        KeyError: a declaration refers to a code that nothing declares: likewise.
        RecursionError: declarations refer to each other in a circle: likewise.

    """
    declarations = tuple(declarations)
    years = Years(report_year, first_day)
    figures = dict(_Engine(declarations, facts, years, show_rounding=show_rounding).all())
    for measure in (Measure.BUDGET_DECIDED, Measure.BUDGET_REVISED):
        budget = _Engine(declarations, facts, years, measure).budget()
        deviations = (_deviation(figure, figures, measure) for figure in budget.values())
        figures |= budget | {each.key: each for each in deviations if each}
    return Figures(figures)


def _deviation(budget: Figure, outcomes: Mapping[FigureId, Figure], measure: Measure) -> Figure | None:
    outcome = outcomes[budget.key._replace(measure="")]
    if budget.unit != KRONOR:
        return None
    operands = (Operand(1, outcome), Operand(-1, budget))
    key = budget.key._replace(measure=DEVIATIONS[measure])
    label = f"{budget.label}, avvikelse mot {measure.value}"
    return Figure(key, label, total(operands), KRONOR, outcome.period, How.DIFFERENCE, operands)
