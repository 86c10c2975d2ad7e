"""What can be wrong in a free table: its heads, units and computations, and sums that are typed although derived."""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.case import Case
from generator.figures.figure import FigureId, Figures
from generator.figures.rounding import half_of_last_digit
from generator.findings.finding import Finding, Severity
from generator.findings.rule import Rule
from generator.ground.formatting import UNIT_FACTORS
from generator.ground.names import brief, folded
from generator.model.association import State
from generator.model.rows import Entry
from generator.model.values import shown
from generator.subjects.free_tables.figures import is_typed
from generator.subjects.free_tables.layout import FreeColumn, FreeLayout, FreeLine, layouts
from generator.subjects.free_tables.rows import (
    COLUMN_UNITS,
    COMPUTATIONS,
    COMPUTED,
    HEADS,
    MONEY,
    ROWS,
    UNITS,
    FreeRow,
    FreeTable,
)


def columns_are_told(case: Case) -> Iterator[Finding]:
    """A table has one row with its columns' heads."""
    for entry in case.underlag.of(FreeTable):
        rows = _rows_of(case, entry.row)
        heads = [row.source("kind") for row in rows if row.row.kind == HEADS]
        if not rows:
            yield Finding("free_empty", (entry.source("name"),), {"table": entry.row.name}, case.lacking())
        elif not heads:
            yield Finding("free_no_heads", (rows[0].source("table"),), {"table": entry.row.name})
        elif len(heads) > 1:
            yield Finding("free_heads_twice", tuple(heads), {"table": entry.row.name})


def values_have_heads(case: Case) -> Iterator[Finding]:
    """A value stands in a column that has a head."""
    for layout in layouts(case.underlag):
        fields = {column.field for column in layout.columns}
        for entry in _rows_of(case, layout.table) if fields else ():
            for field, value in entry.row.values():
                if field not in fields:
                    values = {"found": brief(shown(value)), "table": layout.table.name}
                    yield Finding("free_no_head", (entry.source(field),), values)


def columns_are_known(case: Case) -> Iterator[Finding]:
    """The rows that tell of units and computations say something that there is."""
    known = {COLUMN_UNITS: tuple(UNITS), COMPUTED: COMPUTATIONS}
    for entry in case.underlag.of(FreeRow):
        for field, value in entry.row.values() if entry.row.kind in known else ():
            choices = known[entry.row.kind]
            if folded(shown(value)) not in (*choices, "procent", "-", "–"):
                values = {"found": brief(shown(value)), "kind": entry.row.kind, "choices": ", ".join(choices)}
                yield Finding("free_column_unknown", (entry.source(field),), values)


def sums_agree(case: Case) -> Iterator[Finding]:
    """A sum that is typed although it is derived is the one that the rows give, as far as rounding allows."""
    if case.derived is None:
        return
    year, figures = case.derived.association.year, case.derived.figures
    for layout in layouts(case.underlag):
        for line in layout.lines:
            for column in layout.columns:
                yield from _differing(layout, line, column, figures, year)


def tables_are_of_this_year(case: Case) -> Iterator[Finding]:
    """A table has other numbers than last year's report had: no code can tell which of its columns are new."""
    if case.derived is None or case.last_year is None:
        return
    year = case.derived.association.year
    before = {figure.key: figure.value for figure in case.last_year.edition.figures}
    severity = Severity.WARNING if case.state is State.FINAL else Severity.NOTE
    for layout in layouts(case.underlag):
        typed = [
            (layout.cell(line, column), layout.typed(line, column), line.entry.source(column.field))
            for line in layout.lines
            for column in layout.columns
            if is_typed(layout, line, column)
        ]
        if typed and all(before.get(FigureId(code, year - 1)) == value for code, value, _ in typed):
            sources = tuple(source for *_, source in typed)
            yield Finding("free_from_last_year", sources, {"table": layout.table.name}, severity)


def _differing(
    layout: FreeLayout, line: FreeLine, column: FreeColumn, figures: Figures, year: int
) -> Iterator[Finding]:
    typed = layout.typed(line, column)
    figure = figures.get(FigureId(layout.cell(line, column), year))
    if not isinstance(typed, Decimal) or figure is None or is_typed(layout, line, column):
        return
    parts = [fact.amount for fact in figure.leaves()]
    factor = UNIT_FACTORS[column.unit] if column.unit in MONEY else Decimal(1)
    whole = all(part == part.to_integral_value() for part in (*parts, typed)) and factor == 1
    bound = Decimal(0) if whole else sum((half_of_last_digit(part / factor) * factor for part in parts), Decimal(0))
    if isinstance(figure.value, Decimal) and abs(figure.value - typed) > bound:
        values = {"label": figure.label, "found": shown(typed / factor), "sum": shown(figure.value / factor)}
        yield Finding("free_sum_differs", (line.entry.source(column.field),), values)


def _rows_of(case: Case, table: FreeTable) -> list[Entry[FreeRow]]:
    return [entry for entry in case.underlag.of(FreeRow) if folded(entry.row.table) == folded(table.name)]


RULES = (columns_are_told, values_have_heads, columns_are_known, sums_agree, tables_are_of_this_year)
TEXTS = (
    Rule(
        "free_from_last_year",
        Severity.NOTE,
        "Egen tabell från i fjol",
        "Alla tal i tabellen ”{table}” är som i fjolårets rapport.",
        "Skriv årets tal, och årets årtal i rubrikerna. Stämmer tabellen som den är behöver inget göras.",
        about="{table}",
    ),
    Rule(
        "free_empty",
        Severity.ERROR,
        "Egen tabell utan rader",
        "Tabellen ”{table}” har inga rader.",
        f"Skriv tabellens rader i fliken {ROWS}, eller ta bort tabellen.",
    ),
    Rule(
        "free_no_heads",
        Severity.ERROR,
        "Egen tabell utan kolumnrubriker",
        "Tabellen ”{table}” har ingen rad som säger vad kolumnerna heter.",
        "Lägg till en rad med radslaget kolumner och skriv rubrikerna under Värde 1, Värde 2 och så vidare.",
    ),
    Rule(
        "free_heads_twice",
        Severity.ERROR,
        "Egen tabell med flera rader av kolumnrubriker",
        "Tabellen ”{table}” har flera rader med kolumnrubriker.",
        "Behåll en. En rubrik över flera kolumner har radslaget rubrik över.",
    ),
    Rule(
        "free_no_head",
        Severity.ERROR,
        "Värde i en kolumn utan rubrik",
        "”{found}” står i en kolumn som saknar rubrik i tabellen ”{table}”.",
        "Skriv kolumnens rubrik i raden med radslaget kolumner, eller ta bort värdet.",
    ),
    Rule(
        "free_column_unknown",
        Severity.ERROR,
        "Okänd enhet eller beräkning i en egen tabell",
        "”{found}” kan inte stå i en rad med radslaget {kind}. Det som kan stå är {choices}.",
        "Skriv något av det, eller lämna cellen tom.",
    ),
    Rule(
        "free_sum_differs",
        Severity.ERROR,
        "Inskriven summa som inte stämmer",
        "{label}: det står {found}, men raderna ger {sum}.",
        "Lämna cellen tom, så räknas den fram, eller rätta raderna.",
    ),
)
