"""The tables of participants: categories with years side by side, or the years themselves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.blocks.block import TABLES, Block, Component, Placement
from generator.blocks.chart import BARS, HORIZONTAL
from generator.blocks.layout import Layout
from generator.blocks.table_chart import chart_block, charted, is_charted, table_chart, uncharted
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, Table, build_table
from generator.ground.formatting import COUNT, enumerated, small_first
from generator.ground.names import Name
from generator.model.association import Width
from generator.model.underlag import Underlag
from generator.subjects.participants.rows import ALL, ATTENDANCES, MEN, NAME, OTHER, SEXES, SHARE, TOTAL, UNNAMED, WOMEN
from generator.subjects.participants.rows_tables import Counted, CountedShare, counted_tables, parts_of

BY_SEX = Layout("kvinnor och män", "En rad per kategori, eller per år; kvinnor, män och totalt i kolumner.")
THIS_YEAR = Layout("bara i år", "Som den vanliga, men bara rapportens år.")
TOTALS = Layout("bara totalt", "En rad per kategori, eller per år; bara totalt, år för år.")
TURNED = Layout("kategorier i kolumner", "Kvinnor, män och totalt som rader; en kolumn per kategori.")
TURNED_TOTALS = Layout("kategorier i kolumner, bara totalt", "En rad per år; en kolumn per kategori.")

CHARTED = charted(BY_SEX, "Bredvid tabellen, eller ovanför: antalen som diagram.")
TOTALS_CHARTED = charted(TOTALS, "Bredvid tabellen, eller ovanför: antalen som diagram.")

_BY_YEAR_LEAD = "Staplar bredvid varandra för varje år, från det äldsta till det senaste."
_BY_CATEGORY_LEAD = "Liggande staplar under varandra för varje kategori."

MOST_YEARS = 3
"""Years that stand side by side; more of them are too many columns for a page."""

HEADS = {WOMEN: "Kvinnor", MEN: "Män", OTHER: "Annat/ej uppgett", TOTAL: "Totalt", SHARE: "Andel"}
_ATTENDED = "Antalen är deltaganden: en person kan ingå flera gånger."
_OVERLAPPING = "En person kan ingå i flera kategorier. Därför summeras de inte."


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the tables that the placement names; all of them where it names none."""
    for table in counted_tables(placement.derived.underlag):
        if placement.name in ("", table.choices.name):
            layout = placement.layout
            made = _table(table, replace(placement, layout=uncharted(layout)))
            chart = _chart(table, made) if is_charted(layout) else None
            beside = Width.HALF if chart and table.is_by_year else Width.WHOLE
            if chart and beside is Width.WHOLE:
                yield chart
            yield Block(
                table=made,
                template="free_table",
                caption=table.title,
                series=TABLES if table.choices.numbered else "",
                called=(table.choices.name,),
                width=beside,
            )
            if chart and beside is Width.HALF:
                yield replace(chart, width=beside)


def _chart(counted: Counted, table: Table) -> Block | None:
    """The counts of the years; of categories those of the latest year, lying so that long names have room.

    The total is drawn only where no sex is told.
    """
    rows = [row for row in table.rows if row.kind is RowKind.ROW]
    heads = [(place, column.head) for place, column in enumerate(table.columns) if column.head != HEADS[SHARE]]
    latest = [(place, head) for place, head in heads if table.columns[place].span in {"", str(counted.years[0])}]
    shown = [(place, head) for place, head in latest if head != HEADS[TOTAL]] or latest
    series = [(head, [row.cells[place] for row in rows]) for place, head in shown]
    if not series or not rows:
        return None
    names = enumerated([series[0][0], *(small_first(name) for name, _ in series[1:])])
    kind = BARS if counted.is_by_year else HORIZONTAL
    chart = table_chart(table, kind, f"diagram-{table.key}", [row.label for row in rows], series)
    caption = names if counted.is_by_year else f"{names}, {counted.years[0]}"
    return chart_block(chart, caption, _BY_YEAR_LEAD if counted.is_by_year else _BY_CATEGORY_LEAD)


def _table(table: Counted, placement: Placement) -> Table:
    """Make a table: categories with years side by side, or the years themselves; or the categories as columns."""
    year = placement.derived.association.year
    if placement.layout == THIS_YEAR:
        table = table.of_year(max((each for each in table.years if each <= year), default=max(table.years)))
    turned = placement.layout in {TURNED, TURNED_TOTALS}
    parts = (TOTAL,) if placement.layout in {TOTALS, TURNED_TOTALS} else (*SEXES, TOTAL)
    rows, columns, corner = (_turned if turned else _by_year if table.is_by_year else _by_category)(table, year, parts)
    spec = placement.style.spec(
        table.code.replace(".", "-"), table.title, rows, columns, flow=True, notes=tuple(_notes(table))
    )
    made = build_table(spec, placement.derived.figures)
    return replace(made, unit=COUNT, count_decimals=0, corner=corner)


Made = tuple[Iterable[RowSpec], Iterable[ColumnSpec], str]
"""The rows and columns of a layout, and the head of the rows."""


def _by_year(table: Counted, year: int, parts: Sequence[str]) -> Made:
    """The years as rows, the oldest first."""
    code = table.of_category("", "")
    rows = (RowSpec(code, str(of), shift=of - year, nil=NilPolicy.SHOW) for of in table.years[::-1])
    return rows, _columns(table, year, parts, ""), "År"


def _by_category(table: Counted, year: int, parts: Sequence[str]) -> Made:
    """The categories as rows, years side by side."""
    shown = table.years[:MOST_YEARS]
    # A year of its own is the report's, and needs no name; any other does.
    named = shown != (year,)
    columns = (each for of in shown for each in _columns(table, of, parts, str(of) if named else ""))
    return _rows(table), columns, "\u00a0"


def _rows(table: Counted) -> Iterator[RowSpec]:
    for category in table.categories:
        yield RowSpec(table.of_category(category, ""), category or UNNAMED, nil=NilPolicy.SHOW)
        yield from (map(_share_row, table.shares_after(category)) if category else ())
    if table.is_summed:
        yield RowSpec(table.of_category(ALL, ""), "Totalt", kind=RowKind.TOTAL, nil=NilPolicy.SHOW)
    yield from map(_share_row, table.shares_after(""))


def _share_row(share: CountedShare) -> RowSpec:
    return RowSpec(f"{share.code}.", share.name, nil=NilPolicy.SHOW)


def _columns(table: Counted, year: int, parts: Sequence[str], span: str) -> Iterator[ColumnSpec]:
    for part in (*parts, *((SHARE,) if table.choices.shares else ())):
        blank = part == SHARE and bool(table.shares)  # a row that is itself a share has none
        yield ColumnSpec(year, suffix=part, head=HEADS[part], span=span, optional=True, blank=blank)
    for share in table.sex_shares:
        yield ColumnSpec(year, suffix=share.ending, head=share.name, span=span, optional=True, blank=True)


def _turned(table: Counted, year: int, parts: Sequence[str]) -> Made:
    """The categories as columns; the sexes as rows, year by year. A table of years alone has these as columns."""
    sexes = [part for part in parts if part in SEXES and _is_counted(table, part)]
    shown = table.years if not sexes or table.is_by_year else table.years[:MOST_YEARS]
    if table.is_by_year:
        return _sexes(table, sexes, 0), [ColumnSpec(of, head=str(of)) for of in shown], "\u00a0"
    columns = _turned_columns(table, year)
    if not sexes:
        ends = (TOTAL, *((SHARE,) if table.choices.shares else ()))
        rows = (
            RowSpec(
                table.code,
                str(of) if end == TOTAL else HEADS[SHARE],
                level=int(end != TOTAL),
                shift=of - year,
                nil=NilPolicy.SHOW,
                ending=f".{end}",
            )
            for of in shown[::-1]
            for end in ends
        )
        return rows, columns, "År"
    return _year_by_year(table, sexes, shown, year), columns, "\u00a0"


def _year_by_year(table: Counted, sexes: Sequence[str], shown: Sequence[int], year: int) -> Iterator[RowSpec]:
    """The rows of each year under its name; a year of its own is the report's, and needs none."""
    for of in shown:
        if shown != (year,):
            yield RowSpec(label=str(of), kind=RowKind.HEADING)
        yield from _sexes(table, [sex for sex in sexes if _is_counted(table, sex, of)], of - year)


def _turned_columns(table: Counted, year: int) -> Iterator[ColumnSpec]:
    for category in table.categories:
        suffix = table.of_category(category, "").removeprefix(table.code).removesuffix(".")
        yield ColumnSpec(year, suffix=suffix, head=category or UNNAMED)
        yield from (_share_columns(table, year, category) if category else ())
    if table.is_summed:
        yield ColumnSpec(year, head="Totalt")
    yield from _share_columns(table, year, "")


def _share_columns(table: Counted, year: int, after: str) -> Iterator[ColumnSpec]:
    for share in table.shares_after(after):
        yield ColumnSpec(year, suffix=share.code.removeprefix(table.code), head=share.name, blank=True)


def _sexes(table: Counted, sexes: Sequence[str], shift: int) -> Iterator[RowSpec]:
    """A year's rows: each sex, all of them, and their shares."""
    for part in sexes:
        yield RowSpec(table.code, HEADS[part], shift=shift, nil=NilPolicy.SHOW, ending=f".{part}")
    total = RowKind.TOTAL if sexes else RowKind.ROW
    yield RowSpec(table.code, HEADS[TOTAL], total, shift=shift, nil=NilPolicy.SHOW, ending=f".{TOTAL}")
    if table.choices.shares and not table.is_by_year:
        yield RowSpec(table.code, HEADS[SHARE], shift=shift, nil=NilPolicy.SHOW, ending=f".{SHARE}")
    for share in table.sex_shares:
        yield RowSpec(table.code, share.name, shift=shift, nil=NilPolicy.SHOW, ending=f".{share.ending}")


def _is_counted(table: Counted, part: str, year: int | None = None) -> bool:
    """Whether a year tells of a sex; whether any does."""
    return any(part in parts_of(entry.row) for (_, of), entry in table.entries.items() if year in (None, of))


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
    layouts=(BY_SEX, THIS_YEAR, TOTALS, TURNED, TURNED_TOTALS, CHARTED, TOTALS_CHARTED),
)
