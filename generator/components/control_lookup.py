"""What a control amount is about: from the name that was typed, the year and the measure to a Figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.engine import DEVIATIONS, SUFFIXES
from generator.figures.figure import Figure, Figures, Masked, key_of, parts_of_key
from generator.formatting import enumerated
from generator.model.association import Association, BudgetShown
from generator.model.fact import Measure
from generator.names import folded, nearest

OUTCOME, BUDGET, DECIDED, REVISED, DEVIATION = (
    "utfall",
    "budget",
    "beslutad budget",
    "reviderad budget",
    "avvikelse",
)
MEASURES = (OUTCOME, BUDGET, DEVIATION, DECIDED, REVISED)
"""What a control amount measures; a budget and a deviation are those that the report shows."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """No figure has the name; ``near`` are names that resemble it."""

    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several figures with different values have the name; ``keys`` tell them apart."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Untestable:
    """The name is known, but there is nothing to compare with; ``reason`` goes after *eftersom*."""

    reason: str


Found = Figure | Unknown | Ambiguous | Untestable


class Names:
    """The names and codes by which the figures of a report may be called."""

    def __init__(self, figures: Figures) -> None:
        """Gather codes and names once for all control amounts."""
        self._figures = figures
        self._years: dict[str, dict[str, list[int]]] = {}
        self._codes: dict[str, dict[str, None]] = {}
        self._spellings: dict[str, str] = {}
        for key, figure in figures.items():
            code, year, measure = parts_of_key(key)
            self._years.setdefault(code, {}).setdefault(measure, []).append(year)
            for name in (code, figure.label) if not measure else (code,):
                self._codes.setdefault(folded(name), {})[code] = None
                self._spellings.setdefault(folded(name), name)

    def find(self, name: str, year: int, measure: str) -> Found:
        """Find the figure that a name means for a year and a measure (a suffix of keys)."""
        if name in self._figures:
            return _known(self._figures[name])
        codes = tuple(self._codes.get(folded(name), ()))
        if not codes:
            return Unknown(nearest(name, self._spellings.values()))
        found = [self._figures[key] for code in codes if (key := key_of(code, year, measure)) in self._figures]
        if not found:
            return Untestable(self._why_not(codes, year, measure))
        if len({(figure.value, figure.unit) for figure in found}) > 1:
            return Ambiguous(tuple(figure.key for figure in found))
        return _known(found[0])

    def _why_not(self, codes: Sequence[str], year: int, measure: str) -> str:
        years = sorted({each for code in codes for each in self._years[code].get(measure, ())}, reverse=True)
        if years:
            return f"den bara finns för {enumerated([str(each) for each in years])}"
        return f"det inte finns någon budget för den {year}"


def _known(figure: Figure) -> Found:
    if isinstance(figure.value, Masked):
        return Untestable("värdet är skyddat")
    return figure


def suffix_of(measure: str, association: Association) -> str:
    """The suffix of keys for a measure."""
    revised = association.budget_shown == BudgetShown.REVISED
    shown = Measure.BUDGET_REVISED if revised else Measure.BUDGET_DECIDED
    return {
        OUTCOME: "",
        BUDGET: SUFFIXES[shown],
        DEVIATION: DEVIATIONS[shown],
        DECIDED: SUFFIXES[Measure.BUDGET_DECIDED],
        REVISED: SUFFIXES[Measure.BUDGET_REVISED],
    }[measure]
