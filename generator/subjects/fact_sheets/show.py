"""The fact sheets (*faktablad*) of the insatser: goals, economy with the cost report, and how it ended."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from generator.blocks.block import Block, Component, Placement
from generator.blocks.content import Content
from generator.blocks.layout import Layout
from generator.blocks.text_table import Prose
from generator.figures.naming import BUDGET_PART
from generator.figures.table import Amount
from generator.ground.formatting import capital_first, enumerated
from generator.model.registers import OutlineBlock
from generator.model.underlag import Underlag
from generator.subjects.appendices.rows import NAME as APPENDICES
from generator.subjects.appendices.rows import numbers_of
from generator.subjects.fact_sheets.show_table import fact_table, tells_period
from generator.subjects.insatser.rows import Insats, selected, selections
from generator.subjects.insatser.rows_texts import endings_of, fields_of
from generator.subjects.insatser.show import level_below, titled
from generator.subjects.insatser.show_accounts import accounts_of
from generator.subjects.insatser.show_told import told
from generator.subjects.insatser.show_values import led_in, placed_amount, placed_count

RUNNING = Layout("löpande", "Mål, ekonomi och avslut som löpande text, med ekonomin i en tabell.")
TABLE = Layout("tabell", "Allt som är känt om insatsen i en tabell, en rad för varje uppgift.")

ONE_KIND_ROWS = 4
"""Rows of accounts with one kind of cost: the kind, the sum, the budget and what is left of it, which are told."""


@dataclass(frozen=True, slots=True)
class FactSheet(Content):
    """What the template shows round the table: texts before it, the economy in a line, and texts after it.

    The line of the economy names the insats, since it may stand at the top of another page than the heading.
    """

    kind: ClassVar[str] = "FactSheet"
    template: ClassVar[str] = "fact_sheet"

    name: Annotated[str, "insatsens namn"]
    fields: Annotated[tuple[Prose, ...], "texterna före ekonomin, med sina rubriker i fetstil, som färdig HTML"]
    budget: Annotated[Amount | None, "budgeten, som 405 kr, eller inget"]
    budget_whole: Annotated[Amount | None, "budgeten för hela perioden, eller inget"]
    outcome: Annotated[Amount | None, "utfallet, eller inget"]
    endings: Annotated[tuple[Prose, ...], "texterna efter ekonomin, som färdig HTML"]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.fields or self.budget or self.budget_whole or self.outcome or self.endings)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place a fact sheet for each insats that anything is known of, as running text or as a table."""
    derived = placement.derived
    if placement.layout == TABLE:
        yield from _as_tables(placement)
        return
    for insats in selected(derived.underlag, placement.name):
        sheet = _sheet(insats, placement)
        if not sheet.is_empty:
            yield Block(
                heading=titled(insats),
                level=level_below(placement),
                table=accounts_of(insats, derived, placement.style),
                content=sheet,
                template=FactSheet.template,
            )


def _as_tables(placement: Placement) -> Iterator[Block]:
    derived = placement.derived
    for insats in selected(derived.underlag, placement.name):
        content = fact_table(insats, placement, _see(insats, derived.underlag))
        if content:
            accounts = accounts_of(insats, derived, placement.style)
            yield Block(
                heading=str(insats.label),
                level=level_below(placement),
                lead=_about(insats, derived.underlag),
                table=accounts if accounts and len(accounts.rows) > ONE_KIND_ROWS else None,
                content=content,
                template="fact_table",
            )


def _about(insats: Insats, underlag: Underlag) -> str:
    """The kind and the period, as far as no row of the table tells it."""
    period = "" if tells_period(insats, underlag) else insats.period
    return capital_first(", ".join(filter(None, (insats.kind, period))))


def _sheet(insats: Insats, placement: Placement) -> FactSheet:
    derived = placement.derived
    underlag = derived.underlag
    fields = (*told(insats, placed_count(insats, placement), reached_first=False).items(), *fields_of(insats, underlag))
    return FactSheet(
        name=insats.label,
        fields=tuple(Prose(led_in(*field)) for field in fields),
        budget=placed_amount(f"{insats.code}{BUDGET_PART}", placement),
        budget_whole=placed_amount(f"{insats.code}.budget_whole", placement),
        outcome=placed_amount(insats.code, placement),
        endings=tuple(map(Prose, (*endings_of(insats, underlag), *_see(insats, underlag)))),
    )


def _see(insats: Insats, underlag: Underlag) -> Iterator[str]:
    """Refer to the appendices that belong to the insats; with a link where the report lists the appendices."""
    listed = any(block.content == APPENDICES for block in underlag.rows(OutlineBlock))
    names = [f"bilaga {number}" for number in numbers_of(underlag, insats.key)]
    if names:
        linked = [f"[{name}](#{name.replace(' ', '-')})" if listed else name for name in names]
        yield f"Se {enumerated(linked)}."


COMPONENT = Component(
    "Faktablad",
    "Ett faktablad för varje insats: mål, ekonomi, avslut och hänvisning till bilaga.",
    blocks,
    names=selections,
    layouts=(RUNNING, TABLE),
    in_series=False,
    content=FactSheet,
)
