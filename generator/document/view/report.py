"""The view: what a template sees. Texts and classes only, so that no template calculates or formats."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from types import SimpleNamespace
from urllib.parse import quote

from markupsafe import Markup

from generator.blocks.block import Block
from generator.blocks.chart import Chart
from generator.blocks.text_table import Lines, Prose
from generator.document.view.chart import chart_view
from generator.document.view.parts import BlockView, ContentsView, ReportView, TableView
from generator.document.view.prose import ProseContext, prose_html
from generator.document.view.table import table_view
from generator.figures.table import Amount, Table
from generator.ground.formatting import amount, long_date
from generator.model.association import State
from generator.report.report import Report
from generator.texts.typed_amounts import amounts_set

STATE_MARKS = {State.IN_PROGRESS: "Arbetsutkast", State.DRAFT: "Utkast", State.FINAL: ""}


def report_view(report: Report) -> ReportView:
    """Make the view of a report; pictures are addressed relative to the underlag's folder."""
    association = report.association
    name = association.name or "[Förbundets namn]"
    return ReportView(
        name=name,
        short_name=association.short_name or name,
        year=association.year,
        title=f"Årsredovisning {association.year}",
        state=STATE_MARKS[State(association.state)],
        organisation_number=association.organisation_number,
        seat=association.seat,
        decision_date=long_date(association.decision_date) if association.decision_date else "",
        diary_number=association.diary_number,
        website=association.website,
        logo=quote(association.logo),
        contents=tuple(
            ContentsView(block.level, block.number, block.contents, block.anchor)
            for block in report.blocks
            if block.heading and block.contents
        ),
        blocks=_block_views(report.blocks, ProseContext(report.targets, report.figures)),
    )


def _block_views(blocks: Sequence[Block], prose: ProseContext) -> tuple[BlockView, ...]:
    anchors = {block.anchor for block in blocks}
    tables: Counter[str] = Counter()
    views = []
    for block in blocks:
        table = None
        if block.table:
            tables[block.table.key] += 1
            count = tables[block.table.key]
            name = f"tabell-{block.table.key}" + (f"-{count}" if count > 1 else "")
            table = table_view(block.table, name, anchors)
        views.append(_block_view(block, table, prose))
    return tuple(views)


def _block_view(block: Block, table: TableView | None, prose: ProseContext) -> BlockView:
    return BlockView(
        template=block.template,
        heading=block.heading,
        level=block.level,
        number=block.number,
        anchor=block.anchor,
        text=_prose(block.text, prose),
        table=table,
        content=seen(block.content, prose),
        new_page=block.new_page,
        caption=block.caption,
    )


def _prose(text: str, prose: ProseContext) -> Markup:
    return Markup(prose_html(text, prose))  # noqa: S704 - the parser escapes all HTML


def seen(content: object, prose: ProseContext) -> object:  # noqa: PLR0911 - one for each kind of content
    """Write a component's own content as its template sees it: the same names, with texts in place of values.

    Prose becomes HTML, a date ``5 mars 2021``, an Amount ``405 kr``, a Table its view; ``kind`` is the name of the
    dataclass.
    """
    match content:
        case Prose():
            return _prose(content.text, prose)
        case Lines():
            return SimpleNamespace(kind=Lines.__name__, lines=tuple(map(amounts_set, content.lines)))
        case Table():
            return table_view(content, "", ())
        case Chart():
            return chart_view(content)
        case date():
            return long_date(content)
        case Amount():
            return amount(content.of.amount, content.unit, content.decimals)
        case tuple():
            return tuple(seen(each, prose) for each in content)
        case _ if is_dataclass(content):
            values = {field.name: seen(getattr(content, field.name), prose) for field in fields(content)}
            return SimpleNamespace(kind=type(content).__name__, **values)
    return content
