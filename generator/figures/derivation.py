"""Everything that is derived for one report: from the Underlag to Facts, numbered notes, Figures and layouts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.figures.declaration import Declaration
from generator.figures.engine import derive, is_first_year
from generator.figures.figure import Figures
from generator.figures.layouts import Layouts, SubItems
from generator.figures.notes import (
    NumberedNote,
    note_declarations,
    number_notes,
    sub_item_notes,
    sub_items,
    sub_items_shown,
)
from generator.figures.style import Style, Wishes, style_of
from generator.figures.sums import balance_sheet, cash_flow, income_statement, told_changes
from generator.model.association import Association
from generator.model.fact import Typed
from generator.model.facts import Facts
from generator.model.post_names import PostName, line_of
from generator.model.registers import Note
from generator.model.underlag import Underlag, facts_of
from generator.statements.balance_sheet import BALANCE_SHEET
from generator.statements.cash_flow import cash_flow_of

Declarations = Callable[[Underlag, Facts], Iterable[Declaration]]
MoreFacts = Callable[[Underlag, int], Iterable[Typed]]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Derivation:
    """What follows from an Underlag."""

    underlag: Underlag
    association: Association
    facts: Facts
    notes: tuple[NumberedNote, ...]
    figures: Figures

    def layouts(self, wishes: Wishes | None = None, divided: SubItems = SubItems.BELOW) -> Layouts:
        """The layouts of this report's tables, with a placement's ``wishes``, and sub-items shown as is asked."""
        kept = {fact.line.code for fact in self.facts.amounts if fact.show_nil} | sub_items_shown(self.facts)
        return Layouts(
            self.style(wishes),
            self.notes,
            sub_items(self.facts),
            kept,
            told=self.facts.told,
            restated=self._restated,
            sub_item_notes=sub_item_notes(self.notes, self.facts),
            divided=divided,
            own_names=self.own_names,
        )

    @property
    def own_names(self) -> dict[str, str]:
        """What the association calls posts, by the codes of their lines."""
        return {line_of(row).code: str(row.name) for row in self.underlag.rows(PostName)}

    @property
    def _restated(self) -> dict[int, frozenset[str]]:
        """The codes of the lines that are restated, by year."""
        codes = frozenset(fact.line.code for fact in self.facts.amounts if fact.restated)
        return {self.association.year - 1: codes}

    def style(self, wishes: Wishes | None = None) -> Style:
        """How this report's tables look, with a placement's ``wishes``."""
        return style_of(self.association, wishes, first_year=self.is_first_year)

    @property
    def is_first_year(self) -> bool:
        """Whether the association was not there in any earlier year."""
        return is_first_year(self.facts, self.association.year, self.association.first_day)


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
        *told_changes(facts.told),
        *balance_sheet(told=facts.told),
        *cash_flow(cash_flow_of(BALANCE_SHEET, facts.told), facts.told),
        *note_declarations(notes, facts),
        *(declarations_of(underlag, facts) if declarations_of else ()),
    )
    figures = derive(
        declarations,
        facts,
        association.year,
        show_rounding=association.show_rounding,
        first_day=association.first_day,
    )
    return Derivation(underlag, association, facts, notes, figures)
