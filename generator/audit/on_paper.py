"""The sheets as tables on paper: the same rows, with every number as text."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit.about import facts, files_told
from generator.audit.matter import Matter
from generator.audit.summary import summary
from generator.ground.formatting import number, percent, so_many
from generator.view.papers import PaperHead, PaperPart, PaperRow, PaperTable, PaperView
from generator.workbook.sheets import Cell, Column, Kind, Sheet, SheetRow

_NUMBERS = {Kind.KRONOR, Kind.NUMBER, Kind.YEAR, Kind.SHARE, Kind.DIFFERENCE}
_LEAST = {Kind.WORDS: 14, Kind.KRONOR: 18, Kind.DIFFERENCE: 14}
"""Characters that a column on paper has at least."""
_LONGEST_CELL = 1_200
"""Letters of a cell on paper; the workbook has the whole."""


def papers_view(matter: Matter, sheets: Sequence[Sheet], changes: Sheet | None, *, differences: Decimal) -> PaperView:
    """The two pages, and the tables after them."""
    association = matter.examination.underlag.association if matter.examination.underlag else None
    name = str(association.row.name) if association and association.row.name else "[Förbundets namn]"
    year = association.row.year if association else 0
    parts = [*(summary(matter, changes) if changes is not None else ()), files_part(matter)]
    tables = [sheet_part(sheet) for sheet in sheets]
    good = not matter.examination.has_errors and not differences
    return PaperView(
        title=f"Avstämning av årsredovisningen {year or ''}".strip(),
        name=name,
        short_name=(association.row.short_name if association else "") or name,
        year=year,
        state=association.row.state if association else "",
        verdict=_verdict(matter, differences),
        good=good,
        facts=tuple(each for each in facts(matter) if each[1] != name),
        parts=(*parts, *tables),
        contents=tuple((each.anchor, each.heading) for each in tables),
    )


def _verdict(matter: Matter, differences: Decimal) -> str:
    errors = matter.examination.has_errors
    if matter.examination.report is None:
        return "Rapporten kan inte göras än, och inget kan stämmas av: räkenskapsåret kan inte läsas. Se Granskning."
    if differences:
        count = so_many(int(differences), "differens", "differenser")
        start = "Rapporten kan inte göras än. " if errors else ""
        return f"{start}{count} är inte 0: se det röda i Avstämning och Specifikationer."
    if errors:
        return "Rapporten kan inte göras än: kontrollen har funnit fel som måste rättas. Se Granskning."
    return "Alla differenser är 0: räkningarna, noterna och underlaget stämmer med varandra."


def files_part(matter: Matter) -> PaperPart:
    """The files with their checksums."""
    heads = (
        PaperHead("Fil", "words", 24),
        PaperHead("Vad den är", "words", 15),
        PaperHead("kB", "number", 8),
        PaperHead("SHA-256", "code", 53),
    )
    rows = tuple(PaperRow("row", tuple((text,) for text in file)) for file in files_told(matter))
    return PaperPart(
        "Filerna som rapporten är gjord av",
        "filer",
        ("Ändras en fil blir kontrollsumman en annan. Så kan alla se vilka filer en rapport gjordes av.",),
        table=PaperTable("tabell-filer", heads, rows, "Inga filer är angivna."),
    )


def sheet_part(sheet: Sheet) -> PaperPart:
    """A sheet as a table on pages that lie down."""
    shown = [place for place, column in enumerate(sheet.columns) if column.printed and _has_any(sheet, place)]
    columns = [sheet.columns[place] for place in shown]
    widths = [max(column.width, _LEAST.get(column.kind, 0), len(column.head) / 2) for column in columns]
    whole = sum(widths)
    heads = tuple(
        PaperHead(column.head, _class(column.kind), max(1, int(width * 100 / whole)))
        for column, width in zip(columns, widths, strict=True)
    )
    decimals = _decimals(sheet, shown)
    rows = tuple(_row(row, shown, columns, decimals) for row in sheet.rows)
    anchor = f"flik-{sheet.name.lower().replace(' ', '-')}"
    return PaperPart(
        sheet.title,
        anchor,
        sheet.says,
        table=PaperTable(f"tabell-{anchor}", heads, rows, sheet.if_empty or "Inget."),
        turned=True,
    )


def _has_any(sheet: Sheet, place: int) -> bool:
    """Whether anything stands in a column: on paper an empty one is left out."""
    return any(row.cells[place].value not in {None, ""} for row in sheet.rows)


def _class(kind: Kind) -> str:
    return "number" if kind in _NUMBERS else "code" if kind is Kind.CODE else "words"


def _decimals(sheet: Sheet, shown: Sequence[int]) -> dict[int, int]:
    """Two decimals in the columns where any amount has öre, else none."""
    return {
        place: 2 if any(cell.amount % 1 for cell in sheet.under(place + 1)) else 0
        for place in shown
        if sheet.columns[place].kind in {Kind.KRONOR, Kind.DIFFERENCE}
    }


def _row(row: SheetRow, shown: Sequence[int], columns: Sequence[Column], decimals: dict[int, int]) -> PaperRow:
    cells = tuple(
        tuple(_texts(row.cells[place], column, decimals.get(place, 0)))
        for place, column in zip(shown, columns, strict=True)
    )
    wrong = tuple(
        column.kind is Kind.DIFFERENCE and bool(row.cells[place].amount)
        for place, column in zip(shown, columns, strict=True)
    )
    return PaperRow(row.standing.value, cells, wrong)


def _texts(cell: Cell, column: Column, decimals: int) -> Iterator[str]:
    kind = cell.kind or column.kind
    if isinstance(cell.value, Decimal):
        match kind:
            case Kind.YEAR:
                yield str(int(cell.value))
            case Kind.SHARE:
                yield percent(cell.value, 1)
            case Kind.NUMBER:
                yield number(cell.value, 2 if cell.value % 1 else 0)
            case _:
                yield number(cell.value, decimals)
        return
    text = cell.value or ""
    yield from (text if len(text) <= _LONGEST_CELL else f"{text[:_LONGEST_CELL]} …").split("\n")
