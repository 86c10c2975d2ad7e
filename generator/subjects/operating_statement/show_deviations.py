"""The analysis of the largest deviations from the budget (*avvikelseanalys*): which rows they are, and their share.

It is made of the rows of the operating statement by activity, so that what it tells is what that one shows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.blocks.block import Block, Component, Placement
from generator.figures.deviations import Compared
from generator.figures.figure import Figure, FigureId, Figures, How, Operand, calendar_year
from generator.figures.made import share, total
from generator.figures.table import ColumnSpec, RowKind, RowSpec, build_table
from generator.ground.formatting import KRONOR
from generator.subjects.activities.figures_groups import activities_used, budget_suffixes
from generator.subjects.operating_statement.figures_by_activity import ALL_ACTIVITIES, rows_of
from generator.subjects.operating_statement.show_by_activity import NET_SENTENCES

NAME = "Avvikelseanalys"
MOST = 5
"""So many rows are shown by name; the others are one row together."""

OTHERS = "deviation_analysis.others"
SHARE = ".deviation_share"


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the largest deviations, the others together, and the whole; nothing where no budget is known."""
    derived, style = placement.derived, placement.style
    association = derived.association
    year = association.year
    budget, deviation, name = budget_suffixes(association)
    if not activities_used(derived.facts) or FigureId(ALL_ACTIVITIES, year, deviation) not in derived.figures:
        return
    rows = _by_size(placement, deviation)
    if not rows:
        return
    named, others = rows[:MOST], rows[MOST:]
    made = dict(_sums(placement, [code for code, _ in others], ("", budget, deviation))) if others else {}
    codes = [*(code for code, _ in named), *([OTHERS] if others else []), ALL_ACTIVITIES]
    figures = Figures(derived.figures | made)
    figures = Figures(figures | dict(_shares(figures, codes, year, deviation)))
    spec = style.spec(
        "deviation_analysis",
        "Största avvikelserna mot budget",
        rows=(
            *(RowSpec(code, label) for code, label in named),
            *([RowSpec(OTHERS, "Övriga verksamheter")] if others else []),
            RowSpec(ALL_ACTIVITIES, "Hela avvikelsen", RowKind.TOTAL),
        ),
        columns=(
            ColumnSpec(year, head=f"Utfall {year}", span="Netto", effect=-1),
            ColumnSpec(year, budget, head=f"{name} {year}", span="Netto", effect=-1),
            style.deviation(year, deviation, compared=Compared.NET, effect=-1),
            ColumnSpec(year, suffix=SHARE, head="Andel av hela avvikelsen"),
        ),
        flow=True,
        signed=style.signed,
        notes=(NET_SENTENCES[style.signed],),
    )
    yield Block(table=build_table(spec, figures))


def _by_size(placement: Placement, deviation: str) -> list[tuple[str, str]]:
    """The rows that deviate, the largest first: code and label."""
    derived = placement.derived
    labels = {code: label for code, (label, _) in rows_of(derived.underlag).items()}
    found = {code: derived.figures.get(FigureId(code, derived.association.year, deviation)) for code in labels}
    sizes = {code: figure.amount for code, figure in found.items() if figure}
    ordered = sorted((code for code in sizes if sizes[code]), key=lambda code: -abs(sizes[code]))
    return [(code, labels[code]) for code in ordered]


def _sums(placement: Placement, codes: Sequence[str], measures: Sequence[str]) -> Iterator[tuple[FigureId, Figure]]:
    """The rows that are not named, added in each measure."""
    figures, year = placement.derived.figures, placement.derived.association.year
    for measure in measures:
        operands = tuple(Operand(1, figures[FigureId(code, year, measure)]) for code in codes)
        value = total(operands)
        key = FigureId(OTHERS, year, measure)
        yield key, Figure(key, "Övriga verksamheter", value, KRONOR, calendar_year(year), How.SUM, operands)


def _shares(figures: Figures, codes: Sequence[str], year: int, deviation: str) -> Iterator[tuple[FigureId, Figure]]:
    whole = figures[FigureId(ALL_ACTIVITIES, year, deviation)]
    for code in codes:
        key = FigureId(f"{code}{SHARE}", year)
        yield key, replace(share(figures[FigureId(code, year, deviation)], whole), key=key)


COMPONENT = Component(
    NAME,
    "De fem största avvikelserna mot budget och deras andel av hela avvikelsen, ur driftredovisningen per verksamhet.",
    blocks,
)
