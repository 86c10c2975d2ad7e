"""The tables of participants: categories with years side by side, or the years themselves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.blocks.block import TABLES, Block, Component, Placement
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, Table, build_table
from generator.ground.formatting import COUNT
from generator.ground.names import Name
from generator.model.underlag import Underlag
from generator.subjects.participants.rows import (
    ALL,
    ATTENDANCES,
    MEN,
    NAME,
    OTHER,
    SEXES,
    SHARE,
    TOTAL,
    UNNAMED,
    WOMEN,
    Counted,
    counted_tables,
)

BY_SEX, TOTALS = "kvinnor och män", "bara totalt"

MOST_YEARS = 3
"""Years that stand side by side; more of them are too many columns for a page."""

HEADS = {WOMEN: "Kvinnor", MEN: "Män", OTHER: "Annat/ej uppgett", TOTAL: "Totalt", SHARE: "Andel"}
_ATTENDED = "Antalen är deltaganden: en person kan ingå flera gånger."
_OVERLAPPING = "En person kan ingå i flera kategorier. Därför summeras de inte."


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the tables that the placement names; all of them where it names none."""
    for table in counted_tables(placement.derived.underlag):
        if placement.name in ("", table.choices.name):
            yield Block(
                table=_table(table, placement),
                template="free_table",
                caption=table.title,
                series=TABLES if table.choices.numbered else "",
                called=(table.choices.name,),
            )


def _table(table: Counted, placement: Placement) -> Table:
    """Make a table: categories with years side by side, or the years themselves, the oldest first."""
    year = placement.derived.association.year
    by_year = table.categories == ("",)
    parts = (TOTAL,) if placement.layout == TOTALS else (*SEXES, TOTAL)
    rows: Iterator[RowSpec]
    if by_year:
        columns = tuple(_columns(table, year, parts, ""))
        rows = (
            RowSpec(table.of_category("", ""), str(of), shift=of - year, nil=NilPolicy.SHOW) for of in table.years[::-1]
        )
    else:
        shown = table.years[:MOST_YEARS]
        # A year of its own is the report's, and needs no name; any other does.
        named = shown != (year,)
        columns = tuple(each for of in shown for each in _columns(table, of, parts, str(of) if named else ""))
        rows = _rows(table)
    spec = placement.style.spec(
        table.code.replace(".", "-"), table.title, rows, columns, flow=True, notes=tuple(_notes(table))
    )
    made = build_table(spec, placement.derived.figures)
    return replace(made, unit=COUNT, count_decimals=0, corner="År" if by_year else "\u00a0")


def _rows(table: Counted) -> Iterator[RowSpec]:
    for category in table.categories:
        yield RowSpec(table.of_category(category, ""), category or UNNAMED, nil=NilPolicy.SHOW)
    if table.is_summed:
        yield RowSpec(table.of_category(ALL, ""), "Totalt", kind=RowKind.TOTAL, nil=NilPolicy.SHOW)


def _columns(table: Counted, year: int, parts: Sequence[str], span: str) -> Iterator[ColumnSpec]:
    for part in (*parts, *((SHARE,) if table.choices.shares else ())):
        yield ColumnSpec(year, suffix=part, head=HEADS[part], span=span, optional=True)


def _notes(table: Counted) -> Iterator[str]:
    if table.choices.note:
        yield table.choices.note
    if table.choices.counted == ATTENDANCES:
        yield _ATTENDED
    if not table.choices.added and len(table.categories) > 1:
        yield _OVERLAPPING
    if table.choices.source:
        yield f"Källa: {table.choices.source}"


def names(underlag: Underlag) -> Mapping[Name, Sequence[str]]:
    """What the outline's column *Namn* may say."""
    return {table.choices.name: (table.choices.name,) for table in counted_tables(underlag)}


COMPONENT = Component(
    NAME,
    "En tabell ur fliken Deltagare. Vilken skrivs i kolumnen Namn; tomt ger alla. Små antal skyddas.",
    blocks,
    names=names,
    layouts=(BY_SEX, TOTALS),
)
