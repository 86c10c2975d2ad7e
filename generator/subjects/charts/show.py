"""Diagrams (*diagram*): charts of any table in the report, drawn from its figures and never from typed numbers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, ClassVar

from pydantic import Field

from generator.blocks.block import Block, Component, Placement
from generator.blocks.chart import BARS, KINDS, RING, Chart, Series
from generator.blocks.named_tables import named_table, table_names
from generator.checks.case import Case
from generator.figures.figure import Figure, Masked
from generator.figures.naming import head_text
from generator.figures.table import MASKED, Cell, RowKind, Table, TableRow
from generator.findings.finding import Finding, Severity
from generator.findings.rule import Rule
from generator.findings.rulebook import hint
from generator.ground.formatting import KRONOR
from generator.ground.names import brief, folded, nearest, slug
from generator.model import topics
from generator.model.columns import ChoiceColumn, Text, YesNo
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.underlag import Underlag

SERIES = "Diagram"
COLUMNS, ROWS = "kolumner", "rader"
MOST_IN_RING = 8


class ChartRow(Row):
    """A diagram of a table."""

    named_by: ClassVar[tuple[str, ...]] = ("name",)
    rare: ClassVar[frozenset[str]] = frozenset({"columns", "rows", "series", "reversed", "lead", "source", "numbered"})

    name: Text = Field(title="Namn", description="Det som diagrammet heter i underlaget.")
    title: Text = Field("", title="Rubrik", description="Det som står över diagrammet. Tomt: namnet.")
    kind: Annotated[str, ChoiceColumn(14, allowed=KINDS, aliases=(("stapel", BARS), ("cirkel", RING)))] = Field(
        BARS,
        title="Slag",
        description=(
            "staplar: stående, bredvid varandra när de är flera. staplade: stående, ovanpå varandra. "
            "liggande: för långa namn. linjer: utveckling över tid. ring: delar av en helhet."
        ),
    )
    table: Text = Field(
        title="Tabell",
        description="En egen tabell, en deltagartabell, en enkätfråga, eller en av rapportens, som Flerårsöversikt.",
    )
    columns: Text = Field(
        "", title="Kolumner", description="Vilka kolumner som visas, skilda med semikolon. Tomt: alla."
    )
    rows: Text = Field(
        "", title="Rader", description="Vilka rader som visas, skilda med semikolon. Tomt: alla utom summor."
    )
    series: Annotated[str, ChoiceColumn(12, allowed=(COLUMNS, ROWS))] = Field(
        COLUMNS, title="Serier", description="Vad som får var sin färg: tabellens kolumner eller dess rader."
    )
    reversed: YesNo = Field(
        default=False,
        title="Omvänd ordning",
        description="ja: det sista först, som när tabellen har senaste året först.",
    )
    lead: Text = Field(
        "", title="Det diagrammet visar", description="En mening för den som inte ser diagrammet. Siffrorna läggs till."
    )
    source: Text = Field("", title="Källa", description="Varifrån uppgifterna kommer. Står under diagrammet.")
    numbered: YesNo = Field(
        default=True, title="Numreras", description="ja: diagrammet får ett nummer i den ordning det står i rapporten."
    )


TAB = Tab(
    topic=topics.TABLES,
    name="Diagram",
    help="En rad per diagram. Siffrorna hämtas ur en tabell i rapporten, så att diagram och tabell alltid är överens.",
    sections=(Section(ChartRow, prepared=20),),
)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the diagrams that the placement names; all of them where it names none."""
    for row in placement.derived.underlag.rows(ChartRow):
        if folded(placement.name) not in ("", folded(row.name)):
            continue
        chart = _chart(row, placement)
        if chart:
            title = row.title or row.name
            yield Block(
                content=chart,
                template="chart",
                caption=f"{title}, {chart.unit}" if _units(chart) == {KRONOR} else title,
                series=SERIES if row.numbered else "",
                called=(row.name, title),
            )


def _chart(row: ChartRow, placement: Placement) -> Chart | None:
    table = named_table(row.table, placement, but=COMPONENT.name)
    if table is None:
        return None
    heads, places = head_texts(table), _columns(table, row)
    lines = [line for line in table.rows if _is_chosen(line, row)]
    names, categories = [heads[place] for place in places], [line.label for line in lines]
    values = [[line.cells[place] for line in lines] for place in places]
    if row.series == ROWS:
        names, categories, values = categories, names, [[line.cells[place] for place in places] for line in lines]
    if not names or not categories:
        return None
    step = -1 if row.reversed else 1
    return Chart(
        f"diagram-{slug(row.name)}",
        row.kind,
        tuple(categories[::step]),
        tuple(Series(name, tuple(cells[::step])) for name, cells in zip(names, values, strict=True)),
        table.unit,
        table.decimals,
        table.share_decimals,
        table.count_decimals,
        table.nil_sign,
        row.lead,
        tuple(_notes(row, table, [cell for cells in values for cell in cells])),
    )


def _notes(row: ChartRow, table: Table, cells: Iterable[Cell]) -> Iterator[str]:
    """The source, and what the sign of a protected number means where one is in the diagram."""
    if row.source:
        yield f"Källa: {row.source}"
    if any(isinstance(cell.of, Figure) and isinstance(cell.of.value, Masked) for cell in cells):
        yield from (note for note in table.notes if note.startswith(MASKED))


def head_texts(table: Table) -> list[str]:
    """What a table's columns are called in a diagram: their heads, or the year."""
    return [head_text(column) for column in table.columns]


def _columns(table: Table, row: ChartRow) -> list[int]:
    """The columns that are shown: those that are named, or all that have figures of the same unit as the first."""
    wanted = _parted(row.columns)
    if wanted:
        called = _called(table)
        return [called[each] for each in wanted if each in called]
    units = [next(iter(_units_of(line.cells[place] for line in table.rows)), "") for place in range(len(table.columns))]
    first = next(filter(None, units), "")
    return [place for place, unit in enumerate(units) if unit == first] if first else []


def _called(table: Table) -> dict[str, int]:
    """The columns by what they may be called: their whole heads, or without the one above where that is clear."""
    short = [folded(column.head) for column in table.columns]
    alone = {head: place for place, head in enumerate(short) if head and short.count(head) == 1}
    return alone | {folded(head): place for place, head in enumerate(head_texts(table))}


def _is_chosen(line: TableRow, row: ChartRow) -> bool:
    wanted = _parted(row.rows)
    return folded(line.label) in wanted if wanted else line.kind is RowKind.ROW


def _units_of(cells: Iterable[Cell]) -> set[str]:
    return {cell.of.unit for cell in cells if isinstance(cell.of, Figure)}


def _units(chart: Chart) -> set[str]:
    return _units_of(cell for series in chart.series for cell in series.cells)


def _parted(text: str) -> list[str]:
    return [folded(part) for part in text.split(";") if part.strip()]


def names(underlag: Underlag) -> Mapping[str, Sequence[str]]:
    """What the outline's column *Namn* may say."""
    return {row.name: (row.name,) for row in underlag.rows(ChartRow)}


def sources_are_there(case: Case) -> Iterator[Finding]:
    """A diagram's table, columns and rows are there, and what a ring shows are parts of a whole."""
    if case.derived is None:
        return
    placement = Placement(case.derived, 1, components=case.components)
    for entry in case.underlag.of(ChartRow):
        table = named_table(entry.row.table, placement, but=COMPONENT.name)
        if table is None:
            if folded(entry.row.table) in map(folded, case.components):
                yield Finding("chart_empty", (entry.source("table"),), {"chart": entry.row.name})
                continue
            near = hint(nearest(entry.row.table, table_names(case.underlag, case.components)))
            values = {"found": brief(entry.row.table), "hint": near}
            yield Finding("chart_table_unknown", (entry.source("table"),), values)
            continue
        yield from _unknown(entry, "columns", _called(table), head_texts(table))
        labels = [line.label for line in table.rows]
        yield from _unknown(entry, "rows", map(folded, labels), labels)
        yield from _unfit(entry, _chart(entry.row, placement))


def _unknown(entry: Entry[ChartRow], field: str, known: Iterable[str], told: Sequence[str]) -> Iterator[Finding]:
    known = set(known)
    for part in (each.strip() for each in getattr(entry.row, field).split(";")):
        if part and folded(part) not in known:
            values = {
                "found": brief(part),
                "what": "kolumn" if field == "columns" else "rad",
                "table": entry.row.table,
                "choices": ", ".join(dict.fromkeys(filter(None, told))),
            }
            yield Finding("chart_part_unknown", (entry.source(field),), values)


def _unfit(entry: Entry[ChartRow], chart: Chart | None) -> Iterator[Finding]:
    if chart is None:
        yield Finding("chart_empty", (entry.source("name"),), {"chart": entry.row.name})
        return
    if len(_units(chart)) > 1:
        yield Finding("chart_units", (entry.source("columns"),), {"chart": entry.row.name})
    cells = [cell for series in chart.series for cell in series.cells]
    amounts = [cell.of.amount * cell.sign for cell in cells if isinstance(cell.of, Figure)]
    if not any(amounts):
        yield Finding("chart_empty", (entry.source("name"),), {"chart": entry.row.name})
    if chart.kind == RING and (len(chart.series) > 1 or min(amounts, default=0) < 0 or len(amounts) > MOST_IN_RING):
        values = {"chart": entry.row.name, "most": MOST_IN_RING}
        yield Finding("chart_ring", (entry.source("kind"),), values)


COMPONENT = Component(
    "Diagram",
    "Ett diagram ur fliken Diagram. Vilket skrivs i kolumnen Namn; tomt ger alla.",
    blocks,
    names=names,
    tabs=(TAB,),
    rules=(sources_are_there,),
    texts=(
        Rule(
            "chart_table_unknown",
            Severity.ERROR,
            "Diagram av en tabell som inte finns",
            "Det finns ingen tabell som heter ”{found}”.{hint}",
            "Skriv namnet på en egen tabell, en deltagartabell, en enkätfråga eller en av rapportens delar.",
        ),
        Rule(
            "chart_part_unknown",
            Severity.ERROR,
            "Diagram av en kolumn eller rad som inte finns",
            "Tabellen {table} har ingen {what} som heter ”{found}”. De som finns är {choices}.",
            "Skriv som i tabellen, med semikolon mellan.",
        ),
        Rule(
            "chart_empty",
            Severity.ERROR,
            "Diagram utan siffror",
            "Diagrammet ”{chart}” har inga siffror att visa.",
            "Välj andra kolumner eller rader, eller ta bort diagrammet.",
        ),
        Rule(
            "chart_units",
            Severity.ERROR,
            "Diagram med olika enheter",
            "Diagrammet ”{chart}” blandar belopp, andelar och antal, som inte kan visas på samma skala.",
            "Välj kolumner med samma enhet.",
        ),
        Rule(
            "chart_ring",
            Severity.ERROR,
            "Ring som inte visar delar av en helhet",
            "Diagrammet ”{chart}” är en ring. En ring visar en enda serie, utan minustal och med högst {most} delar.",
            "Välj liggande i stället, eller färre rader eller kolumner.",
        ),
    ),
)
