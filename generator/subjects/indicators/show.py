"""The table of indicators: each against the country and against last year, with a mark and a word for how it stands.

The word tells what is better, as its colour does; the mark's shape tells higher and lower.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from generator.blocks.block import TABLES, Block, Component, Placement
from generator.blocks.layout import Layout
from generator.figures.figure import Figure, FigureId, calendar_year
from generator.figures.table import Cell, RowKind, Table, TableColumn, TableRow
from generator.ground.formatting import COUNT
from generator.ground.names import Name, slug
from generator.model.underlag import Underlag
from generator.subjects.goals.rows_areas import scale
from generator.subjects.indicators.rows import COUNTRY, HIGHER_IS_BETTER, NAME, Indicator, by_area

AGAINST_COUNTRY, ASSESSED = "Mot riket", "Bedömning"
TOGETHER = Layout("ett värde i år", "Årets värde en gång, sedan riket och fjolåret med jämförelsen efter.")
APART = Layout("två jämförelser", "Jämfört med riket och Jämfört med i fjol var för sig, årets värde i båda.")
WITH_COUNTRY = "Jämfört med riket"
LEGEND = "Pilen visar om värdet är högre eller lägre, ordet om det är bättre eller sämre."
_WAYS = {1: "up", 0: "level", -1: "down"}
_JUDGED = {1: ("bättre", "gron"), 0: ("lika", "gra"), -1: ("sämre", "rod")}


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the table of an area, or of all; the columns that nothing is typed for are left out."""
    rows = tuple(row for area, row in by_area(placement.derived.underlag) if placement.name in ("", area))
    if rows:
        table = _table(rows, placement)
        yield Block(table=table, template="free_table", caption=table.title, series=TABLES, called=(table.title,))


@dataclass(frozen=True, slots=True)
class _Shown:
    """A column: its heads, and the cell of each indicator."""

    head: str
    span: str
    cell: Callable[[Indicator], Cell]
    words: bool = False


def _table(rows: Sequence[Indicator], placement: Placement) -> Table:
    derived = placement.derived
    year = derived.association.year
    shown = tuple(_columns(rows, placement))
    lines: list[TableRow] = []
    areas = {id(row): area for area, row in by_area(derived.underlag)}
    for area, group in groupby(rows, key=lambda row: areas[id(row)]):
        if area and not placement.name:
            lines.append(TableRow(RowKind.HEADING, str(area), 0, tuple(Cell("") for _ in shown)))
        for row in group:
            label = f"{row.label}: {row.words}" if row.words else row.label
            lines.append(TableRow(RowKind.ROW, label, 0, tuple(each.cell(row) for each in shown)))
    columns = tuple(TableColumn(calendar_year(year), each.head, each.span, words=each.words) for each in shown)
    title = f"{NAME}, {placement.name}" if placement.name else NAME
    return Table(
        slug(title),
        title,
        COUNT,
        0,
        placement.style.nil_sign,
        columns,
        tuple(lines),
        (LEGEND,) if any(each.words and each.head != ASSESSED for each in shown) else (),
        count_decimals=1,
        corner="Indikator",
    )


def _columns(rows: Sequence[Indicator], placement: Placement) -> Iterator[_Shown]:
    """This year's values, then the country's and last year's, each with how they compare; and the verdicts."""
    derived = placement.derived
    year, figures = derived.association.year, derived.figures

    def own(row: Indicator, of: int) -> Figure | None:
        return figures.get(FigureId(row.code, of))

    def country(row: Indicator) -> Figure | None:
        return figures.get(FigureId(f"{row.code}.{COUNTRY}", year))

    apart = placement.layout == APART
    this_year = _Shown(str(year), "", lambda row: _cell(own(row, year)))
    has_country = any(row.country is not None for row in rows)
    has_last_year = any(row.last_year is not None for row in rows)
    if not apart or not (has_country or has_last_year):
        yield this_year
    if has_country:
        span = WITH_COUNTRY if apart else ""
        yield _Shown("Riket", span, lambda row: _cell(country(row)))
        yield from ([replace(this_year, span=span)] if apart else ())
        yield _Shown(AGAINST_COUNTRY, span, words=True, cell=lambda row: _compared(row, own(row, year), country(row)))
    if has_last_year:
        span = f"Jämfört med {year - 1}" if apart else ""
        yield from ([replace(this_year, span=span)] if apart else ())
        yield _Shown(str(year - 1), span, lambda row: _cell(own(row, year - 1)))
        yield _Shown(
            f"Mot {year - 1}", span, words=True, cell=lambda row: _compared(row, own(row, year), own(row, year - 1))
        )
    if any(row.assessment for row in rows):
        steps = scale(derived.underlag)
        yield _Shown(
            ASSESSED,
            "",
            lambda row: Cell(row.assessment, 1, None, *steps.get(row.assessment, ("", ""))),
            words=True,
        )


def _cell(figure: Figure | None) -> Cell:
    return Cell(figure) if figure is not None and isinstance(figure.value, Decimal) else Cell("")


def _compared(row: Indicator, one: Figure | None, other: Figure | None) -> Cell:
    """How one value stands against another: better or worse in a word, with an arrow that says higher or lower."""
    if one is None or other is None or not (isinstance(one.value, Decimal) and isinstance(other.value, Decimal)):
        return Cell("")
    way = (one.value > other.value) - (one.value < other.value)
    judged, tone = _JUDGED[way if row.better == HIGHER_IS_BETTER else -way]
    return Cell(judged, mark=_WAYS[way], tone=tone)


def names(underlag: Underlag) -> Mapping[Name, Sequence[str]]:
    """What the outline's column *Namn* may say: the areas."""
    found: dict[Name, list[str]] = {}
    for area, row in by_area(underlag):
        if area:
            found.setdefault(area, []).append(row.name)
    return found


COMPONENT = Component(
    NAME,
    "Indikatorerna mot riket och mot i fjol, ur fliken Indikatorer. Namn: ett område; tomt visar alla.",
    blocks,
    names=names,
    layouts=(TOGETHER, APART),
)
