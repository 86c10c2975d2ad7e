"""The measures that a report shows: which of its budgets, and the deviation from it."""

from generator.figures.declaration import DEVIATIONS, SUFFIXES
from generator.figures.figure import FigureId
from generator.model.association import Association, BudgetShown
from generator.model.fact import Measure


def shown_budget(association: Association) -> Measure:
    """The budget that the report shows: the decided one, or the revised."""
    return Measure.BUDGET_REVISED if association.budget_shown == BudgetShown.REVISED else Measure.BUDGET_DECIDED


def shown_suffixes(association: Association) -> tuple[str, str]:
    """The suffixes of keys for the budget that the report shows and for the deviation from it."""
    measure = shown_budget(association)
    return SUFFIXES[measure], DEVIATIONS[measure]


def is_deviation(key: FigureId) -> bool:
    """Whether a figure of the namespace is a deviation from a budget."""
    return key.measure in DEVIATIONS.values()
