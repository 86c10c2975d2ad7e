"""The table of insatser: partners and period, those that go on first, then those that ended in the year."""

from collections.abc import Iterator, Sequence

from generator.blocks.block import Block, Component, Placement
from generator.blocks.text_table import TEMPLATE, Lines, text_columns, text_table
from generator.ground.formatting import short_span
from generator.subjects.insatser.rows import Insats

NAME = "Insatser i tabell"
HEADS, WIDTHS = ("Insats", "Samverkanspartner", "Insatsperiod"), (3, 5, 3)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place a table of the insatser that go on when the year ends, and one of those that ended in it."""
    year = placement.derived.association.year
    insatser = [row for row in placement.derived.underlag.rows(Insats) if row.runs_in(year)]
    going_on = [row for row in insatser if not row.ended_by(year)]
    ended = [row for row in insatser if row.ended_by(year)]
    both = bool(going_on and ended)
    if going_on:
        yield _block("insatser-going-on", going_on, "Pågående insatser" if both else "")
    if ended:
        yield _block("insatser-ended", ended, f"Avslutade insatser under {year}" if both else "")


def _block(key: str, insatser: Sequence[Insats], caption: str) -> Block:
    told = ((row.label, row.parties or row.owner or "–", short_span(row.start, row.end)) for row in insatser)
    rows = (tuple(Lines((text,)) for text in texts) for texts in told)
    return Block(content=text_table(key, text_columns(HEADS, WIDTHS), rows), template=TEMPLATE, caption=caption)


COMPONENT = Component(
    NAME, "Insatserna med samverkanspartner och period: först de som pågår, sedan de som avslutats under året.", blocks
)
