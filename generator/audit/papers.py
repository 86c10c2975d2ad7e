"""The auditor's papers of an examination: a workbook and a PDF, as bytes. Nothing is written here."""

from dataclasses import dataclass
from decimal import Decimal

from generator.audit.about import about, count_of_differences
from generator.audit.answers import QUESTIONS
from generator.audit.asked import asked_for
from generator.audit.changed import changed
from generator.audit.examined import examined
from generator.audit.figure_rows import FigureRows, printed_rows
from generator.audit.inputs import input_files
from generator.audit.ledger_rows import LedgerRows
from generator.audit.line_sums import LineSums
from generator.audit.matter import Earlier, Matter
from generator.audit.on_paper import papers_view
from generator.audit.reconciliation import reconciliation
from generator.audit.specified import specified
from generator.audit.typed import TypedRows
from generator.audit.untested import untested
from generator.checks.letters import code_point, unprintable
from generator.document.html.papers import papers_html
from generator.document.pdf.draw import report_pdf
from generator.look.chosen import ChosenLook, choose_look
from generator.look.settings import Look
from generator.pipeline import Examination
from generator.view.papers import PaperView
from generator.workbook.sheets import Sheet
from generator.workbook.sheets_written import workbook_of


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers before they are files: the workbook's sheets in order, and what is drawn as a PDF."""

    matter: Matter
    sheets: tuple[Sheet, ...]
    view: PaperView


def papers_of(matter: Matter) -> Papers:
    """Make the papers of an examination; where no figures could be derived, what was found alone."""
    found = examined(matter)
    if matter.examination.report is None:
        first = about(matter, (found,))
        return Papers(matter, (first, found), papers_view(matter, (found,), None, differences=Decimal(0)))
    typed, ledger = TypedRows(matter), LedgerRows(matter)
    figures = FigureRows(matter, typed)
    reconciled = reconciliation(matter, LineSums(matter, typed, figures), ledger)
    specification = specified(matter, typed, reconciled)
    changes = changed(matter)
    asked, left = asked_for(matter, QUESTIONS), untested(matter)
    shown = printed_rows(figures, matter.shown)
    paper = (asked, found, reconciled.sheet, specification, shown, changes, left)
    sheets = (found, reconciled.sheet, specification, figures.sheet, changes, left, asked, typed.sheet, ledger.sheet)
    _, differences = count_of_differences(sheets)
    view = papers_view(matter, paper, changes, differences=differences)
    return Papers(matter, (about(matter, sheets), *sheets), view)


def audit_files(
    examination: Examination, before: Earlier | None = None, called: str = "", folder: str = ""
) -> dict[str, bytes]:
    """Read the files' checksums and make both papers, by the ends of their names.

    ``before`` is an earlier version and ``called`` what it is called; ``folder`` is the underlag's folder as seen from
    where the papers will lie.

    Raises:
        generator.document.errors.DrawingError: as ``audit_pdf``.
        generator.document.pdf.tools.MissingLibrariesError: as ``audit_pdf``.

    """
    inputs = input_files(examination.path, examination.underlag)
    papers = papers_of(Matter(examination, inputs, before, called, folder))
    return {"avstamning.xlsx": audit_workbook(papers), "avstamning.pdf": audit_pdf(papers)}


def audit_workbook(papers: Papers) -> bytes:
    """The workbook."""
    return workbook_of(papers.sheets, papers.view.title, papers.view.name)


def audit_pdf(papers: Papers) -> bytes:
    """The PDF.

    A letter that the fonts lack stands as its number: a text of the association's never keeps the papers from it.

    Raises:
        generator.document.errors.DrawingError: it took too long.
        generator.document.pdf.tools.MissingLibrariesError: Pango is missing.

    """
    examination = papers.matter.examination
    folder = examination.path.parent
    chosen = choose_look(examination.underlag, folder)[0] if examination.underlag else ChosenLook(Look())
    html = papers_html(papers.view, chosen)
    for sign in unprintable(html):
        html = html.replace(sign, f"[{code_point(sign)}]")
    return report_pdf(html, folder, chosen)
