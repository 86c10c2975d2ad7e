"""Everything that is derived for one report: from the Underlag to Facts, numbered notes, Figures and layouts."""

from dataclasses import dataclass

from generator.figures.engine import derive
from generator.figures.figure import Figures
from generator.figures.layouts import Layouts, style_of
from generator.figures.notes import NumberedNote, note_declarations, number_notes, sub_items
from generator.figures.statements import balance_sheet, cash_flow, income_statement
from generator.model.association import Association
from generator.model.fact import Fact
from generator.model.registers import Note
from generator.model.underlag import Underlag, facts_of


@dataclass(frozen=True, slots=True)
class Derivation:
    """What follows from an Underlag."""

    association: Association
    facts: tuple[Fact, ...]
    notes: tuple[NumberedNote, ...]
    figures: Figures

    def layouts(self, unit: str = "") -> Layouts:
        """The layouts of this report's tables; ``unit`` is a placement's own unit."""
        return Layouts(style_of(self.association, unit), self.notes, sub_items(self.facts))


def derive_all(underlag: Underlag) -> Derivation | None:
    """Derive a report's figures; None while the financial year is unknown."""
    if underlag.association is None:
        return None
    association = underlag.association.row
    facts = facts_of(underlag)
    notes = number_notes(underlag.rows(Note), facts)
    declarations = (
        *income_statement(),
        *balance_sheet(),
        *cash_flow(),
        *note_declarations(notes, facts),
    )
    figures = derive(declarations, facts, association.year, show_rounding=association.show_rounding)
    return Derivation(association, facts, notes, figures)
