"""What a block shows besides text and table, as its template sees it: the same names, with texts in place of values."""

from dataclasses import fields, replace
from datetime import date

from markupsafe import Markup

from generator.blocks.block import BlockContent
from generator.blocks.chart import Chart
from generator.blocks.content import Content
from generator.blocks.sentence import Quantity, Sentence
from generator.blocks.text_table import Above, Lines, Marked, Prose, TextCell, TextRow, TextTable, Valued
from generator.figures.table import Amount, Table
from generator.ground.anchors import Anchors
from generator.ground.formatting import amount, long_date
from generator.texts.typed_amounts import amounts_set
from generator.view.chart import chart_view
from generator.view.parts import (
    CellView,
    ChartView,
    ContentView,
    LinesView,
    MarkedView,
    TextColumnView,
    TextRowView,
    TextTableView,
    ValuedView,
)
from generator.view.prose import ProseContext, inline_html, prose_html
from generator.view.sentence import quantity_text, sentence_text
from generator.view.table import table_view
from generator.view.words import Words

DEEPEST = 6
"""The deepest level of a heading in HTML."""
_TABLE = "tabell-"
"""What a table's anchor begins with, before its key."""


def content_view(
    content: BlockContent, prose: ProseContext, level: int = 0, *, told: bool = False
) -> TextTableView | ChartView | ContentView | None:
    """Make the view of what a block shows, below a heading of a ``level``; ``told``: over the whole width."""
    match content:
        case TextTable():
            return _text_table(content, prose, level + 1, told=told)
        case Chart():
            return chart_view(content, Words(prose), prose.mark)
        case Content():
            return _content(content, prose)
    return None


def with_own_anchors(content: BlockContent, anchors: Anchors) -> BlockContent:
    """Give what a block shows anchors that nothing else in the report has, however often it is placed."""
    match content:
        case TextTable():
            return replace(content, key=anchors.own(f"{_TABLE}{content.key}").removeprefix(_TABLE))
        case Chart():
            return replace(content, anchor=anchors.own(content.anchor))
        case Content():
            return _parts_anchored(content, anchors)
    return content


def _parts_anchored(content: Content, anchors: Anchors) -> Content:
    parts = {name: _anchored(name, getattr(content, name), anchors) for name in _names(content)}
    return replace(content, **parts)  # type: ignore[type-var] # each is a dataclass


def _anchored(name: str, part: object, anchors: Anchors) -> object:
    """A part of a content, where it is or has an anchor."""
    match part:
        case str():
            return anchors.own(part) if name == "anchor" else part
        case tuple():
            return tuple(_anchored(name, each, anchors) for each in part)
        case Content():
            return _parts_anchored(part, anchors)
    return part


def inline(text: str, prose: ProseContext) -> Markup:
    """Turn a text of one paragraph into HTML that stands in a heading."""
    return Markup(inline_html(text, prose)) if text else Markup()  # noqa: S704 - the parser escapes all HTML


def markup(text: str, prose: ProseContext) -> Markup:
    """Turn a text into HTML that no template escapes."""
    return Markup(prose_html(text, prose))  # noqa: S704 - the parser escapes all HTML


def _text_table(table: TextTable, prose: ProseContext, level: int, *, told: bool) -> TextTableView:
    return TextTableView(
        key=table.key,
        columns=tuple(TextColumnView(column.head, column.width) for column in table.columns),
        rows=tuple(_row(row, spans, prose, told=told) for row, spans in zip(table.rows, _spans(table), strict=True)),
        keep=table.keep,
        level=min(level, DEEPEST),
    )


def _row(row: TextRow, spans: tuple[int, ...], prose: ProseContext, *, told: bool) -> TextRowView:
    first, *others = row.cells
    head, rest = _headed(first) if told else ("", first)
    shown = inline(head, prose)  # in the order in which they stand, for the notes' numbers
    cells = (_cell(rest, prose), *(_cell(cell, prose) for cell in others))
    return TextRowView(cells, row.keep, spans, row.goes_on, shown, row.in_table)


def _headed(cell: TextCell) -> tuple[str, TextCell]:
    """What a row that is told is called, and what else its first cell says."""
    match cell:
        case Prose(text):
            head, _, rest = text.partition("\n\n")
            return head, Prose(rest)
        case Lines((head, *rest)):
            return head, Lines(tuple(rest))
    return "", cell


def _spans(table: TextTable) -> list[tuple[int, ...]]:
    """How many rows each cell stands beside, row by row; none where it is the one above."""
    spans: list[tuple[int, ...]] = []
    below = [1] * len(table.columns)
    for row in reversed(table.rows):
        covered = [isinstance(cell, Above) for cell in row.cells]
        spans.append(tuple(0 if above else rows for above, rows in zip(covered, below, strict=True)))
        below = [rows + 1 if above else 1 for above, rows in zip(covered, below, strict=True)]
    return spans[::-1]


def _cell(cell: TextCell, prose: ProseContext) -> CellView:
    match cell:
        case Above():
            return Markup()
        case Prose():
            return markup(cell.text, prose)
        case Lines():
            return _lines(cell, prose)
        case Marked():
            tables = tuple(table_view(table, "", (), Words(prose)) for table in cell.tables)
            return MarkedView(cell.mark, cell.word, markup(cell.remark.text, prose), cell.tone, tables)
        case Valued():
            words = Words(prose).shown(cell.words)
            return ValuedView(_amount(cell.amount, prose), words, markup(cell.text.text, prose))


def _lines(lines: Lines, prose: ProseContext) -> LinesView:
    words = Words(prose)
    return LinesView(tuple(words.shown(amounts_set(line)) for line in lines.lines))


def _amount(shown: Amount, prose: ProseContext) -> str:
    return prose.mark(amount(shown.of.amount, shown.unit, shown.decimals), shown.of)


def _content(content: Content, prose: ProseContext) -> ContentView:
    # In the order of the fields, for footnotes are numbered as they come.
    return ContentView(content.kind, {name: _part(getattr(content, name), prose) for name in _names(content)})


def _names(content: Content) -> tuple[str, ...]:
    return tuple(field.name for field in fields(content))  # type: ignore[arg-type] # each is a dataclass


def _part(part: object, prose: ProseContext) -> object:  # noqa: PLR0911 - one for each kind of part
    """Write a part of a content: prose as HTML, a date as ``5 mars 2021``, an Amount as ``405 kr``, a Table's view."""
    match part:
        case Prose():
            return markup(part.text, prose)
        case Lines():
            return _lines(part, prose)
        case Table():
            return table_view(part, "", (), Words(prose))
        case date():
            return long_date(part)
        case Amount():
            return _amount(part, prose)
        case Quantity():
            return quantity_text(part, prose.mark)
        case Sentence():
            return sentence_text(part, prose.mark)
        case tuple():
            return tuple(_part(each, prose) for each in part)
        case Content():
            return _content(part, prose)
    return part
