"""What a control amount is about: from the name that was typed, the year and the measure to a Figure."""

from dataclasses import dataclass

from generator.figures.declaration import SUFFIXES
from generator.figures.figure import Figure, Masked, Missing
from generator.figures.measures import shown_suffixes
from generator.figures.naming import Absent, Ambiguous, Names, Unknown
from generator.ground import formatting
from generator.model.association import Association
from generator.model.fact import Measure
from generator.subjects.control.rows import BUDGET, DECIDED, DEVIATION, OUTCOME, REVISED


@dataclass(frozen=True, slots=True)
class Untestable:
    """The name is known, but there is nothing to compare with; ``reason`` goes after *eftersom*."""

    reason: str


def find(names: Names, name: str, year: int, measure: str) -> Figure | Unknown | Ambiguous | Untestable:
    """Find the figure that a name means; ``measure`` is a suffix of keys. Nothing counts as nil, except of a share."""
    found = names.find(name, year, measure)
    match found:
        case Absent(years=()):
            return Untestable(f"det inte finns någon {'budget' if measure else 'uppgift'} för den")
        case Absent():
            return Untestable(f"den bara finns för {formatting.enumerated([str(each) for each in found.years])}")
        case Figure(value=Masked()):
            return Untestable("värdet är skyddat")
        case Figure(value=Missing.UNKNOWN) | Figure(value=Missing.NOTHING, unit=formatting.SHARE):
            return Untestable("underlaget saknar uppgiften")
    return found


def suffix_of(measure: str, association: Association) -> str:
    """The suffix of keys for a measure."""
    budget, deviation = shown_suffixes(association)
    return {
        OUTCOME: "",
        BUDGET: budget,
        DEVIATION: deviation,
        DECIDED: SUFFIXES[Measure.BUDGET_DECIDED],
        REVISED: SUFFIXES[Measure.BUDGET_REVISED],
    }[measure]
