"""From the view to HTML: base's templates with the look's own above them."""

from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from markupsafe import Markup

from generator.document.errors import LookFaultError
from generator.document.html.apart import Limits, rendered, rendered_apart
from generator.document.html.columns import in_columns
from generator.document.html.drawn_charts import with_charts
from generator.document.html.judge import template_findings
from generator.document.html.left_out import left_out
from generator.document.html.sources import own_templates, read_templates
from generator.findings.finding import Finding
from generator.look.chosen import ChosenLook
from generator.model.columns import DECORATION
from generator.view.parts import BlockView, ContentsView, ReportView

V = TypeVar("V", BlockView, ContentsView)


def report_html(view: ReportView, chosen: ChosenLook, limits: Limits | None = None) -> str:
    """Draw the report with the templates of its look.

    Raises:
        LookFaultError: a template that did not come with the program is wrong.

    """
    limits = limits or Limits()
    templates = read_templates(chosen.folders)
    shown = dressed(view, chosen)
    context = template_context(shown, chosen)
    if not own_templates(templates):
        return rendered(templates, context, limits.characters)
    findings = tuple(template_findings(templates))
    if findings:
        raise LookFaultError(findings)
    drawn = rendered_apart(templates, context, limits)
    if isinstance(drawn, Finding):
        raise LookFaultError((drawn,))
    if lost := tuple(left_out(shown, drawn, templates)):
        raise LookFaultError(lost)
    return drawn


def dressed(view: ReportView, chosen: ChosenLook) -> ReportView:
    """Let the look's choices show in the view: how headings are numbered, how deep the list of contents goes."""
    end = "." if chosen.look.numbering == "med punkt" else ""
    depth = int(chosen.look.contents_depth)
    return replace(
        view,
        logo=_address(chosen.pictures["logo"].path) if "logo" in chosen.pictures else view.logo,
        contents=tuple(_numbered(line, end) for line in view.contents if line.level <= depth),
        blocks=tuple(_block(block, end, chosen.look.prose_columns) for block in with_charts(view.blocks, chosen.look)),
    )


def _block(block: BlockView, end: str, columns: str) -> BlockView:
    block = _numbered(block, end)
    return replace(block, text=in_columns(block.text)) if columns == "2" and block.text and not block.width else block


def _numbered(view: V, end: str) -> V:
    return replace(view, number=f"{view.number}{end}") if view.number else view


def template_context(view: ReportView, chosen: ChosenLook) -> dict[str, Any]:
    """The variables that every template has."""
    variables = "\n  ".join(f"{name}: {value};" for name, value in chosen.look.css_variables())
    return {
        "report": view,
        "look": {
            **chosen.look.model_dump(),
            "variables": Markup(variables),  # noqa: S704 - validated settings only
            "classes": " ".join(chosen.look.css_classes()),
            "cover_picture": _address(picture.path) if (picture := chosen.pictures.get("cover_picture")) else "",
            "cover_picture_text": chosen.look.cover_picture_text.strip(DECORATION),
            "style_sheets": tuple(_address(sheet) for sheet in chosen.style_sheets),
        },
    }


def _address(path: Path) -> str:
    return path.resolve().as_uri()
