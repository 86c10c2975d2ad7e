"""The view: what a template sees. Texts and classes only, so that no template calculates or formats."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from urllib.parse import quote

from markupsafe import Markup

from generator.blocks.block import TABLES, Block
from generator.blocks.text_table import TOLD_TEMPLATE
from generator.figures.figure import calendar_year, is_short
from generator.ground.anchors import Anchors
from generator.ground.formatting import long_date
from generator.ground.word_notes import without_notes
from generator.model.association import ReportState
from generator.report.draft import Draft
from generator.report.report import Report
from generator.view.balanced import in_halves
from generator.view.beside import TAKES, Beside, beside
from generator.view.content import content_view, markup, with_own_anchors
from generator.view.marks import Mark, unmarked
from generator.view.named_notes import notes_defined
from generator.view.parts import BlockView, ChartView, ContentsView, ContentView, ReportView, TableView, TextTableView
from generator.view.prose import ProseContext
from generator.view.table import table_view
from generator.view.words import Words

STATE_MARKS = {ReportState.IN_PROGRESS: "Arbetsutkast", ReportState.DRAFT: "Utkast", ReportState.FINAL: ""}


def report_view(report: Report, mark: Mark = unmarked, draft: Draft | None = None) -> ReportView:
    """Make the view of a report, or of a draft of it; pictures are addressed relative to the underlag's folder.

    ``mark`` tells which figure a number is, in a page that one works at.
    """
    association = report.association
    name = association.name or "[Förbundets namn]"
    period = calendar_year(association.year, association.first_day)
    defined = notes_defined((*report.blocks, *report.left_out))
    prose = ProseContext(report.targets, report.figures, defined=defined, mark=mark)
    state = ReportState(association.state)
    blocks = _block_views(report.blocks, prose, is_final=state is ReportState.FINAL)
    return ReportView(
        name=name,
        name_in_halves=in_halves(name),
        short_name=association.short_name or name,
        year=association.year,
        title=f"Årsredovisning {association.year}",
        state=draft.mark if draft else STATE_MARKS[state],
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
        listed=tuple(_listed(report.blocks, blocks)),
        blocks=blocks,
        period=str(period) if is_short(period) else "",
    )


def _listed(blocks: Sequence[Block], views: Sequence[BlockView]) -> Iterator[ContentsView]:
    """The numbered tables, and after them the diagrams."""
    found = [(block, view) for block, view in zip(blocks, views, strict=True) if block.listed]
    for block, view in sorted(found, key=lambda pair: pair[0].series != TABLES):
        number, _, title = block.listed.partition(". ")
        yield ContentsView(1, number, without_notes(title), _anchor(view))


def _anchor(view: BlockView) -> str:
    match view.content:
        case ChartView():
            return view.content.anchor
        case TextTableView():
            return f"tabell-{view.content.key}"
    return view.table.anchor if view.table else view.anchor


def _block_views(blocks: Sequence[Block], prose: ProseContext, *, is_final: bool) -> tuple[BlockView, ...]:
    sections = {block.anchor for block in blocks}
    anchors = Anchors(sections)
    views = []
    level = 0
    for block, below, place in zip(blocks, (*blocks[1:], None), beside(blocks), strict=True):
        if block.heading:
            prose.near = {}
            level = block.level
        text, table = markup(block.text, prose), None  # in the order in which they stand, for the notes' numbers
        if block.table:
            name = anchors.own(f"tabell-{block.table.key}")
            table = table_view(block.table, name, sections, Words(prose), float(TAKES[block.width]))
        own = with_own_anchors(block.content, anchors)
        content = content_view(own, prose, level, told=block.template == TOLD_TEMPLATE)
        view = _block_view(block, content, text, table, place)
        views.append(_unwritten(view, is_final=is_final) if _is_vacant(block, below) else view)
    return tuple(views)


def _is_vacant(block: Block, below: Block | None) -> bool:
    """Whether nothing stands under a heading, nor is there a heading below it that divides it."""
    goes_on = below is not None and (not below.heading or below.level > block.level)
    return bool(block.heading) and not (block.text or block.table or block.content or block.lead or goes_on)


def _unwritten(view: BlockView, *, is_final: bool) -> BlockView:
    """A heading with nothing under it: until the report is final it says so, and it never has a page to itself."""
    return replace(view, unwritten=not is_final, new_page=False)


def _block_view(
    block: Block,
    content: TextTableView | ChartView | ContentView | None,
    text: Markup,
    table: TableView | None,
    place: Beside,
) -> BlockView:
    return BlockView(
        template=block.template,
        heading=block.heading,
        level=block.level,
        number=block.number,
        anchor=block.anchor,
        text=text,
        table=table,
        content=content,
        new_page=block.new_page and not place.width,
        unwritten=False,
        caption=block.caption,
        label=block.label,
        title=block.heading.removeprefix(block.label).strip(),
        lead=block.lead,
        **asdict(place),
    )
