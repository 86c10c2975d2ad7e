"""The files that the page's buttons make, each whole in memory: nothing is written into the association's folder."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from generator.audit.inputs import input_files
from generator.audit.matter import Matter
from generator.audit.papers import audit_pdf, audit_workbook, papers_of
from generator.desk.archive import archive
from generator.desk.orders import CannotMakeError, Order
from generator.desk.sent_out import FOLDER, copied, earlier
from generator.document.errors import DrawingError
from generator.document.pdf.tools import MissingLibrariesError
from generator.findings.message import message
from generator.forms.asking import Sending
from generator.forms.write import forms, insatser_of_year
from generator.next_year.folder import CannotRollError, next_year
from generator.pipeline import draw, edition, for_the_web, web
from generator.report.draft import Draft
from generator.starter.names import of_later_year

_NO_REPORT = "Rapporten kan göras när arbetsboken har ett räkenskapsår. Fyll i det i fliken Uppgifter om förbundet."
_NO_INSATS = "Ingen insats pågick under året. Fyll i insatserna i fliken Insatser, med start och slut."


@dataclass(frozen=True, slots=True)
class File:
    """A file to give: its name and its bytes."""

    name: str
    data: bytes


def made(order: Order, what: str) -> File:
    """Make what a button asks for.

    Raises:
        CannotMakeError: it cannot be made, as while there are errors.

    """
    if what not in _MAKERS:
        told = f"”{what}” är inget som kan göras."
        raise CannotMakeError(told)
    if not order.examination.readable:
        first = message(order.examination.findings[0])
        raise CannotMakeError(f"{first.what} {first.remedy}".strip())
    try:
        return _MAKERS[what](order)
    except (DrawingError, MissingLibrariesError, CannotRollError) as error:
        raise CannotMakeError(str(error)) from error


def _pdf(order: Order) -> File:
    return File(f"{order.name}.pdf", draw(order.whole))


def _board_draft(order: Order) -> File:
    return File(f"{order.name} utkast.pdf", draw(order.whole, Draft.BOARD))


def _work_draft(order: Order) -> File:
    """What one works with, errors and all."""
    if order.examination.report is None:
        raise CannotMakeError(_NO_REPORT)
    return File(f"{order.name} arbetsutkast.pdf", draw(order.examination, Draft.WORK))


def _html(order: Order) -> File:
    return File(f"{order.name}.html", web(order.whole))


def _copy(order: Order) -> File:
    return File(f"{order.name} webbkopia.pdf", draw(for_the_web(order.whole)))


def _copy_of_page(order: Order) -> File:
    return File(f"{order.name} webbkopia.html", web(for_the_web(order.whole)))


def _json(order: Order) -> File:
    return File(f"{order.name}.json", edition(order.whole))


def _forms(order: Order) -> File:
    derived = order.examination.derived
    insatser = insatser_of_year(derived.underlag) if derived else ()
    if derived is None or not insatser:
        raise CannotMakeError(_NO_INSATS)
    return File(f"{order.name} blanketter.zip", archive(dict(forms(derived, insatser, Sending("", "")))))


def _next_year(order: Order) -> File:
    folder = next_year(order.whole.path)
    name = of_later_year(order.name, folder.year)
    return File(f"{name}.zip", archive({f"{name}/{each}": data for each, data in folder.files.items()}))


def _papers(order: Order) -> File:
    """The auditor's papers; without Pango the workbook alone."""
    path, underlag = order.examination.path, order.examination.underlag
    called, before = earlier(order.examination) or ("", None)
    home = path.resolve().parent.as_uri() if order.is_at_home else ""
    papers = papers_of(Matter(order.examination, input_files(path, underlag), before, called, home))
    files = {f"{order.name} avstamning.xlsx": audit_workbook(papers)}
    with suppress(MissingLibrariesError):
        files[f"{order.name} avstamning.pdf"] = audit_pdf(papers)
    return File(f"{order.name} avstamning.zip", archive(files))


def _sent_out(order: Order) -> File:
    name, files = copied(order.examination)
    return File(f"utskick {name}.zip", archive({f"{FOLDER}/{name}/{each}": data for each, data in files.items()}))


_MAKERS: Mapping[str, Callable[[Order], File]] = {
    "pdf": _pdf,
    "utkast": _board_draft,
    "arbetsutkast": _work_draft,
    "html": _html,
    "webbkopia": _copy,
    "webbkopia-html": _copy_of_page,
    "json": _json,
    "revisor": _papers,
    "utskick": _sent_out,
    "blanketter": _forms,
    "nasta-ar": _next_year,
}
