"""From what was derived to the report's HTML: outline, view and templates in a row."""

from collections.abc import Iterable
from urllib.parse import quote

from generator.blocks.block import tables_of
from generator.document.html.report import report_html
from generator.document.view.parts import ReportView
from generator.document.view.prose import ProseContext
from generator.document.view.report import report_view
from generator.figures.derivation import Derivation
from generator.look.chosen import ChosenLook
from generator.look.settings import Look
from generator.model.registers import OutlineBlock
from generator.report.outline import outline
from generator.report.targets import targets_of
from generator.subjects.registry import names_of
from generator.texts.figures import figure_texts


def report_as_html(derived: Derivation, rows: Iterable[OutlineBlock], chosen: ChosenLook | None = None) -> str:
    """Make the whole report as one HTML document; pictures are addressed relative to the underlag's folder."""
    return report_html(view_of(derived, rows), chosen or ChosenLook(Look()))


def view_of(derived: Derivation, rows: Iterable[OutlineBlock]) -> ReportView:
    """Make what the templates see of a report."""
    blocks = outline(derived, rows)
    names = names_of(derived, tables_of(blocks))
    prose = ProseContext(targets_of(blocks), figure_texts(names, derived))
    return report_view(derived.association, blocks, quote(derived.association.logo), prose)
