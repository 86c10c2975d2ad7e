"""The measures that a report shows: which of its budgets, and the deviation from it."""

from generator.figures.declaration import DEVIATIONS, SUFFIXES
from generator.figures.figure import FigureId
from generator.model.association import Association, BudgetShown
from generator.model.fact import Measure


def shown_suffixes(association: Association) -> tuple[str, str]:
    """The suffixes of keys for the budget that the report shows and for the deviation from it."""
    revised = association.budget_shown == BudgetShown.REVISED
    measure = Measure.BUDGET_REVISED if revised else Measure.BUDGET_DECIDED
    return SUFFIXES[measure], DEVIATIONS[measure]


def is_deviation(key: FigureId) -> bool:
    """Whether a figure of the namespace is a deviation from a budget."""
    return key.measure in DEVIATIONS.values()
