"""The rules of the overview's older years, which are typed: they add up, and reach the opening equity."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.blocks.case import Case
from generator.causes.explain import difference_causes
from generator.figures.figure import Figure, FigureId
from generator.figures.rounding import leeway
from generator.findings.finding import Finding, Side, Sides
from generator.ground.formatting import small_first
from generator.ground.source import Source
from generator.statements.balance_sheet import EQUITY
from generator.statements.income_statement import INCOME, NET_RESULT
from generator.subjects.overview.figures import ALL_COSTS, NET_FINANCIAL_ITEMS, derived_code
from generator.subjects.overview.messages import EQUITY_DIFFERS, RESULT_DIFFERS
from generator.subjects.overview.rows import KeyFigure

_INCOME, _COSTS = f"{INCOME}.operating_income", ALL_COSTS
_OPERATING_COSTS, _NET_FINANCIAL = f"{INCOME}.operating_costs", NET_FINANCIAL_ITEMS

_OLDEST = 4
"""How many years before the report's the overview goes back."""


def _typed(case: Case, year: int) -> Mapping[str, Figure]:
    """The known key figures of an older year that are typed, by the code of the derived figure."""
    found = {}
    for row in case.underlag.rows(KeyFigure):
        figure = case.derived.figures.get(FigureId(row.code, year)) if case.derived else None
        if row.known and figure is not None and isinstance(figure.value, Decimal):
            found[derived_code(row)] = figure
    return found


def older_results_add_up(case: Case) -> Iterator[Finding]:
    """Income less all costs is the result, where the three are typed; financial income may lie between them.

    Without *Finansnetto* there is taken to be none.
    """
    year = case.derived.association.year if case.derived else 0
    for older in range(year - 2, year - _OLDEST - 1, -1):
        typed = _typed(case, older)
        if {_INCOME, _COSTS, NET_RESULT} <= set(typed):
            income, costs, result = (typed[code] for code in (_INCOME, _COSTS, NET_RESULT))
            others = _told_apart(typed)
            less = income.amount - costs.amount
            least, most = _financial_income(typed)
            between = min(max(result.amount - less, least), most)
            name = "Intäkter minus kostnader, med finansiella intäkter," if others else "Intäkter minus kostnader"
            made = Side(name, less + between, tuple(cell for each in (income, costs, *others) for cell in _cells(each)))
            bound = sum((leeway(each) for each in (income, costs, result, *others)), start=Decimal(0))
            sides = Sides(made, Side(result.label, result.amount, _cells(result)), bound)
            if not sides.is_rounding:
                summed = (1, income), (-1, costs), (-1, result)
                causes = difference_causes(case.underlag, sides.difference, bound, *summed)
                yield RESULT_DIFFERS.found(*sides.other.cells, **_values(sides, older)).between(sides).because(causes)


def _told_apart(typed: Mapping[str, Figure]) -> list[Figure]:
    """The figures that tell how much of the result is financial income; none without the net of these items."""
    codes = (_NET_FINANCIAL, _OPERATING_COSTS) if _NET_FINANCIAL in typed else ()
    return [typed[code] for code in codes if code in typed]


def _financial_income(typed: Mapping[str, Figure]) -> tuple[Decimal, Decimal]:
    """The least and the most that financial income was: the net, and the financial costs that it is less.

    These are among all costs and not among the operating ones, and are not told apart from depreciation.
    """
    if _NET_FINANCIAL not in typed:
        return Decimal(0), Decimal(0)
    net, costs = typed[_NET_FINANCIAL].amount, typed[_COSTS].amount
    operating = typed[_OPERATING_COSTS].amount if _OPERATING_COSTS in typed else Decimal(0)
    least = max(net, Decimal(0))
    return least, max(net + costs - operating, least)


def older_equity_follows(case: Case) -> Iterator[Finding]:
    """Equity typed for an older year is the year's before and the result; for the last of them the opening equity."""
    if case.derived is None:
        return
    year = case.derived.association.year
    typed = {older: _typed(case, older) for older in range(year - 2, year - _OLDEST - 1, -1)}
    opening = case.derived.figures.get(FigureId(EQUITY, year - 2))
    last = typed[year - 2].get(EQUITY)
    if last is not None and opening is not None and isinstance(opening.value, Decimal):
        yield from _equity(case, last, Side("Ingående eget kapital", opening.amount, _cells(opening)), (opening,))
    for older in (year - 2, year - 3):
        now, before, result = (
            typed[each].get(code) for each, code in ((older, EQUITY), (older - 1, EQUITY), (older, NET_RESULT))
        )
        if now is not None and before is not None and result is not None:
            made = Side("Eget kapital året före och årets resultat", before.amount + result.amount)
            yield from _equity(case, now, made, (before, result))


def _equity(case: Case, figure: Figure, other: Side, parts: Sequence[Figure]) -> Iterator[Finding]:
    """Compare a typed equity with another amount, which is made of ``parts``."""
    bound = sum((leeway(each) for each in (figure, *parts)), start=Decimal(0))
    # What one report printed as a sum of rounded parts, the next may have rounded: a whole unit may lie between them.
    bound = max(bound, 2 * leeway(figure))
    sides = Sides(other, Side(figure.label, figure.amount, _cells(figure)), bound)
    if not sides.is_rounding:
        summed = (*((1, part) for part in parts), (-1, figure))
        causes = difference_causes(case.underlag, sides.difference, bound, *summed)
        values = _values(sides, figure.key.year)
        yield EQUITY_DIFFERS.found(*sides.other.cells, **values).between(sides).because(causes)


def _values(sides: Sides, year: int) -> dict[str, object]:
    return {
        "year": year,
        "made": small_first(sides.one.name),
        "sum": sides.one.amount,
        "typed": sides.other.amount,
        "difference": abs(sides.difference),
    }


def _cells(figure: Figure) -> tuple[Source, ...]:
    return tuple(fact.source for fact in figure.leaves())
