"""What own templates leave out of a report: its texts and the rows of its tables all have a place in the page."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.document.html.sources import Templates, own_templates
from generator.document.messages import TEMPLATE_LEAVES_OUT
from generator.findings.finding import Finding
from generator.ground.names import brief
from generator.ground.source import Source
from generator.view.parts import BlockView, ReportView


def left_out(view: ReportView, html: str, templates: Templates) -> Iterator[Finding]:
    """Say what of each part of the report the page is without: the first of it."""
    page = _words(html)
    for block in view.blocks:
        lost = next((words for words in _told(block) if words not in page), "")
        if lost:
            values = {"found": brief(lost), "heading": brief(block.heading) or "en del utan rubrik"}
            yield TEMPLATE_LEAVES_OUT.found(Source(file=_file(block, templates)), **values)


def _told(block: BlockView) -> Iterator[str]:
    if block.text:
        yield _words(block.text)
    for row in block.table.rows if block.table else ():
        yield _words(Markup.escape(row.label))


def _words(html: str) -> str:
    return " ".join(Markup(html).striptags().split())  # noqa: S704 - only its words are looked at


def _file(block: BlockView, templates: Templates) -> str:
    """The own template that most likely leaves it out: the part's, one it builds on, or any."""
    own = own_templates(templates)
    names = (f"{block.template}.html", "section.html", "table.html", "report.html")
    files = (templates[name].file for name in names if name in templates)
    return next((file for file in files if file in own), next(iter(own)))
