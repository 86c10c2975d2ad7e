"""Everything that is derived for one report: from the Underlag to Facts, numbered notes, Figures and layouts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.figures.declaration import Declaration
from generator.figures.engine import derive, is_first_year
from generator.figures.figure import Figures
from generator.figures.layouts import Layouts
from generator.figures.notes import NumberedNote, note_declarations, number_notes, sub_items
from generator.figures.style import Style, Wishes, style_of
from generator.figures.sums import balance_sheet, cash_flow, income_statement
from generator.model.association import Association
from generator.model.fact import Typed
from generator.model.facts import Facts
from generator.model.registers import Note
from generator.model.underlag import Underlag, facts_of

Declarations = Callable[[Underlag, Facts], Iterable[Declaration]]
MoreFacts = Callable[[Underlag, int], Iterable[Typed]]


@dataclass(frozen=True, slots=True)
class Derivation:
    """What follows from an Underlag."""

    underlag: Underlag
    association: Association
    facts: Facts
    notes: tuple[NumberedNote, ...]
    figures: Figures

    def layouts(self, wishes: Wishes | None = None) -> Layouts:
        """The layouts of this report's tables, with a placement's ``wishes``."""
        kept = {fact.line.code for fact in self.facts.amounts if fact.show_nil}
        return Layouts(self.style(wishes), self.notes, sub_items(self.facts), kept)

    def style(self, wishes: Wishes | None = None) -> Style:
        """How this report's tables look, with a placement's ``wishes``."""
        return style_of(self.association, wishes, first_year=self.is_first_year)

    @property
    def is_first_year(self) -> bool:
        """Whether nothing is stated of any earlier year."""
        return is_first_year(self.facts, self.association.year)


def derive_all(
    underlag: Underlag, declarations_of: Declarations | None = None, more_facts: Iterable[MoreFacts] = ()
) -> Derivation | None:
    """Derive a report's figures; None while the financial year is unknown.

    ``declarations_of`` gives the declarations that stand beside the statements' and notes' own, ``more_facts`` what is
    typed and no row gives alone.
    """
    if underlag.association is None:
        return None
    association = underlag.association.row
    facts = facts_of(underlag, more_facts)
    notes = number_notes(underlag.rows(Note), facts, association.year)
    declarations = (
        *income_statement(),
        *balance_sheet(),
        *cash_flow(),
        *note_declarations(notes, facts),
        *(declarations_of(underlag, facts) if declarations_of else ()),
    )
    figures = derive(declarations, facts, association.year, show_rounding=association.show_rounding)
    return Derivation(underlag, association, facts, notes, figures)
