"""The table of the auditors of the year."""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.blocks.text_table import TEMPLATE, Lines, text_columns, text_table
from generator.subjects.auditors.rows import Auditor
from generator.subjects.board.rows_terms import part_of_year, sat_during


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the auditors of the year: name, what they are, and who appointed them."""
    derived = placement.derived
    year = derived.association.year
    auditors = [auditor for auditor in derived.underlag.rows(Auditor) if sat_during(auditor, year)]
    if not auditors:
        return
    heads = ("Revisor", "Uppdrag", "Utsedd av")[: 3 if any(auditor.appointed_by for auditor in auditors) else 2]
    rows = (_cells(auditor, year)[: len(heads)] for auditor in auditors)
    yield Block(content=text_table("auditors", text_columns(heads), rows), template=TEMPLATE)


def _cells(auditor: Auditor, year: int) -> tuple[Lines, Lines, Lines]:
    name = f"{auditor.name}{part_of_year(auditor, year)}"
    return Lines((name,)), Lines(auditor.functions), Lines((auditor.appointed_by,))


COMPONENT = Component(
    "Revisorer",
    "Tabell över revisorerna: namn, uppdrag och vem som har utsett dem.",
    blocks,
)
