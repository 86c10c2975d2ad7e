"""From a report's figures and blocks to its JSON edition. A masked figure is told as that, and nothing of it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal

from generator.blocks.block import Block
from generator.blocks.content import Content
from generator.blocks.text_table import TextTable
from generator.edition.schema import (
    AssociationPart,
    CellPart,
    ColumnPart,
    Edition,
    FigurePart,
    OperandPart,
    PeriodPart,
    RowPart,
    State,
    TableCellPart,
    TableKind,
    TablePart,
)
from generator.figures.figure import Day, Figure, FigureId, Figures, Masked, Missing, Operand, Period
from generator.figures.rounding import leeway
from generator.figures.table import Cell, RowKind, Table
from generator.ground.formatting import NO_BREAK_SPACE
from generator.ground.word_notes import without_notes
from generator.model.association import Association
from generator.report.report import Report
from generator.view.parts import (
    BlockView,
    CellView,
    ContentView,
    LinesView,
    MarkedView,
    ReportView,
    TableView,
    TextTableView,
    ValuedView,
)
from generator.view.words import without_written, written_notes

_INDENT = 1


def edition_of(report: Report, view: ReportView, program: str) -> Edition:
    """Make the edition of a report, with the texts of its view; ``program`` is the version of the program."""
    figures = report.derived.figures
    hidden = hidden_keys(figures)
    return Edition(
        program=program,
        association=_association(report.association),
        figures=tuple(_figure(report.figures.shown(figures[key]), hidden) for key in sorted(figures, key=str)),
        tables=tuple(_tables(report.blocks, view.blocks, hidden)),
    )


def as_bytes(edition: Edition) -> bytes:
    """Write an edition as UTF-8: the same edition gives the same bytes."""
    return f"{edition.model_dump_json(indent=_INDENT)}\n".encode()


def hidden_keys(figures: Figures) -> frozenset[FigureId]:
    """The keys of the figures that may not be told.

    Those that are masked, and sums of which one part alone is masked: the sum and its other parts would tell it.
    """
    hidden = {key for key, figure in figures.items() if isinstance(figure.value, Masked)}
    more = hidden
    while more:
        more = {key for key, figure in figures.items() if key not in hidden and _tells(figure, hidden)}
        hidden |= more
    return frozenset(hidden)


def _tells(figure: Figure, hidden: set[FigureId]) -> bool:
    return sum(1 for _, part in figure.operands if isinstance(part, Figure) and part.key in hidden) == 1


def _association(association: Association) -> AssociationPart:
    return AssociationPart(**{field: getattr(association, field) for field in AssociationPart.model_fields})


def _figure(figure: Figure, hidden: frozenset[FigureId]) -> FigurePart:
    told = figure.key not in hidden
    return FigurePart(
        key=figure.key,
        name=without_notes(figure.label),
        state=_state(figure) if told else State.MASKED,
        value=figure.value if told and isinstance(figure.value, Decimal) else None,
        unit=figure.unit,
        rounding=leeway(figure) if told else Decimal(0),
        period=_period(figure.period),
        how=figure.how,
        operands=tuple(map(_operand, figure.operands)) if told else (),
    )


def _state(figure: Figure) -> State:
    if isinstance(figure.value, Decimal):
        return State.KNOWN
    return State.NOTHING if figure.value is Missing.NOTHING else State.UNKNOWN


def _period(period: Period) -> PeriodPart:
    if isinstance(period, Day):
        return PeriodPart(start=None, end=period.date)
    return PeriodPart(start=period.start, end=period.end)


def _operand(operand: Operand) -> OperandPart:
    sign: Literal[1, -1] = 1 if operand.sign > 0 else -1
    if isinstance(operand.of, Figure):
        return OperandPart(sign=sign, figure=operand.of.key, source=None)
    source = operand.of.source
    place = ", ".join(each for each in (source.file, source.tab) if each)
    return OperandPart(sign=sign, figure=None, source=CellPart(tab=place, cell=source.cell))


def _tables(blocks: Iterable[Block], views: Iterable[BlockView], hidden: frozenset[FigureId]) -> Iterator[TablePart]:
    heading = ""
    for block, view in zip(blocks, views, strict=True):
        heading = block.heading or heading
        yield from _inside(block.table, view.table, heading, hidden)
        yield from _inside(block.content, view.content, heading, hidden)


def _inside(content: object, shown: object, heading: str, hidden: frozenset[FigureId]) -> Iterator[TablePart]:
    """The tables in what a block shows, wherever in it they stand, each with the texts that are shown of it."""
    match content, shown:
        case Table(), TableView():
            yield _of_figures(content, shown, heading, hidden)
        case TextTable(), TextTableView():
            yield _of_words(shown, heading)
        case tuple(), tuple():
            for each, view in zip(content, shown, strict=True):
                yield from _inside(each, view, heading, hidden)
        case Content(), ContentView():
            for name, part in shown.parts.items():
                yield from _inside(getattr(content, name), part, heading, hidden)


def _of_figures(table: Table, shown: TableView, heading: str, hidden: frozenset[FigureId]) -> TablePart:
    return TablePart(
        key=table.key,
        kind=TableKind.FIGURES,
        title=table.title,
        heading=heading,
        unit=table.unit,
        columns=tuple(
            ColumnPart(head="".join(head.lines), span=without_notes(column.span), period=_period(column.period))
            for column, head in zip(table.columns, shown.heads, strict=True)
        ),
        rows=tuple(
            RowPart(
                kind=row.kind,
                level=row.level,
                label=without_notes(row.label),
                notes=row.refers,
                cells=tuple(_cell(*each, hidden) for each in zip(row.cells, texts.cells, strict=True)),
            )
            for row, texts in zip(table.rows, shown.rows, strict=True)
        ),
        notes=(*map(without_written, shown.notes), *_footnotes(shown)),
    )


def _footnotes(shown: TableView) -> Iterator[str]:
    """What the footnotes in a table's rows, and below it, say."""
    texts = (text for row in shown.rows for text in (row.label, *row.cells))
    yield from dict.fromkeys(note for text in (*texts, *shown.notes) for note in written_notes(text))


def _cell(cell: Cell, text: str, hidden: frozenset[FigureId]) -> TableCellPart:
    """A cell as it is shown; without its text where that would tell what may not be told."""
    if not isinstance(cell.of, Figure):
        return TableCellPart(text=without_written(text), figure=None)
    shown = [figure for figure in (cell.of, cell.beside) if figure is not None]
    told = all(figure.key not in hidden or isinstance(figure.value, Masked) for figure in shown)
    beside = cell.beside.key if cell.beside else None
    return TableCellPart(text=text if told else "", figure=cell.of.key, beside=beside)


def _of_words(table: TextTableView, heading: str) -> TablePart:
    return TablePart(
        key=table.key,
        kind=TableKind.WORDS,
        title=heading,
        heading=heading,
        unit="",
        columns=tuple(ColumnPart(head=column.head, period=None) for column in table.columns),
        rows=tuple(
            RowPart(
                kind=RowKind.ROW,
                level=0,
                label="",
                cells=tuple(TableCellPart(text=text, figure=None) for text in texts),
            )
            for texts in _texts_of(table)
        ),
        notes=tuple(note for row in table.rows for cell in row.cells for note in _notes_of(cell)),
    )


def _texts_of(table: TextTableView) -> Iterator[list[str]]:
    """The words of each row's cells; a cell that stands beside several rows tells each of them."""
    above: list[str] = []
    for row in table.rows:
        cells = zip(row.cells, row.spans, strict=True)
        above = [_words(cell) if span else above[place] for place, (cell, span) in enumerate(cells)]
        yield above


def _words(cell: CellView) -> str:
    """The words of a cell: HTML, lines, a word with a remark, or an amount with a text."""
    match cell:
        case LinesView():
            return "\n".join(map(without_written, cell.lines))
        case MarkedView():
            return "\n".join(filter(None, (cell.word, _words(cell.remark))))
        case ValuedView():
            return "\n".join(filter(None, (f"{cell.amount} {without_written(cell.words)}".strip(), _words(cell.text))))
    return without_written(cell).replace(NO_BREAK_SPACE, " ")


def _notes_of(cell: CellView) -> Iterator[str]:
    """What the footnotes in a cell say."""
    match cell:
        case LinesView():
            shown: tuple[str, ...] = cell.lines
        case MarkedView():
            shown = (cell.remark,)
        case ValuedView():
            shown = (cell.words, cell.text)
        case _:
            shown = (cell,)
    yield from (note for text in shown for note in written_notes(text))
