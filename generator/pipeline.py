"""The chain from a path to findings and to a PDF: every step is another module's function."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__
from generator.blocks.block import NO_ROW
from generator.blocks.case import Case
from generator.causes.undone import to_be_tried
from generator.checks.own_names import with_own_names
from generator.checks.prose import with_numbers
from generator.claims.judged import NumberInText
from generator.edition.read import LastYear, last_year_file, read_last_year
from generator.figures.derivation import Derivation, derive_all
from generator.findings.consequences import gone, with_consequences
from generator.findings.finding import Finding, Severity
from generator.findings.message import severity_of
from generator.findings.order import in_workbook_order
from generator.forms.folder import answer_folders
from generator.ledger.became import NOTHING, LedgerUse
from generator.ledger.beside import NONE, Ledgers, read_ledgers
from generator.look.chosen import choose_look
from generator.model.association import ReportState
from generator.model.registers import OutlineBlock
from generator.model.underlag import Underlag
from generator.report.appended import appended
from generator.report.draft import Draft
from generator.report.report import Report, report_of
from generator.rule_book import rule_book
from generator.subjects.accepted.rules import with_acceptances
from generator.subjects.registry import (
    all_components,
    all_declarations,
    all_rules,
    all_tabs,
    component_names,
    more_facts,
)
from generator.texts.files import Read, read_texts
from generator.texts.marking import unchanged_in
from generator.texts.placing import PlacedText, filled_rows, place
from generator.workbook.grid import Grid
from generator.workbook.load import Added, Loaded, Rows, load

if TYPE_CHECKING:
    from generator.document.web.page import Variant
    from generator.report.points import Point
    from generator.view.marks import Mark

_FORMS = frozenset(tab.name for tab in all_tabs() if all(section.form for section in tab.sections))
"""The tabs of particulars, from which no amounts are derived."""


@dataclass(frozen=True, slots=True)
class Examination:
    """What is known of an underlag: its findings in workbook order, and the report that all editions are made of.

    ``report`` is None while the financial year is unknown. ``numbers`` are those of the texts, each with its verdict,
    ``ledger`` what became of each account of the ledger, ``case`` what the rules judged. ``grids`` are the tabs as they
    were read: who has an Examination of a workbook examines it anew, once something in it has changed, in less time.
    """

    path: Path
    underlag: Underlag | None
    findings: tuple[Finding, ...]
    report: Report | None = None
    numbers: tuple[NumberInText, ...] = ()
    ledger: LedgerUse = NOTHING
    case: Case | None = None
    grids: tuple[Grid, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether the file could be read as a workbook at all."""
        return self.underlag is not None

    @property
    def derived(self) -> Derivation | None:
        """What follows from the underlag, where anything does."""
        return self.report.derived if self.report else None

    @property
    def whole(self) -> Report:
        """The report, where one could be made.

        Raises:
            ValueError: none could: the caller did not look.

        """
        if self.report is None:
            message = "inget kunde räknas fram"
            raise ValueError(message)
        return self.report

    def count(self, severity: Severity) -> int:
        """How many findings are of a severity."""
        return sum(1 for finding in self.findings if severity_of(finding) is severity)

    @property
    def has_errors(self) -> bool:
        """Whether anything stops a render."""
        return not self.readable or self.count(Severity.ERROR) > 0


def examine(given: Path, against: Path | None = None) -> Examination:
    """Read, derive and check. Never raises for what the user may have done.

    ``against`` is last year's JSON edition; without it the one beside the workbook is used, where there is one.
    """
    return examine_loaded(load(given, all_tabs(), component_names(), _with_answers), against)


def _with_answers(folder: Path, rows: Rows) -> Added:
    """Add what the insatser have answered, where there are answers."""
    if not answer_folders(folder):
        return Added(rows)
    from generator.forms.answers import with_answers  # noqa: PLC0415 - few checks have any

    return with_answers(folder, rows)


def derived_alone(given: Path) -> tuple[Loaded, Derivation | None]:
    """Read a workbook with its ledger and derive its figures, without the answers of the insatser.

    Never raises for what the user may have done.
    """
    loaded = load(given, all_tabs(), component_names())
    if loaded.underlag is None:
        return loaded, None
    underlag, _ = _with_ledger(loaded.underlag, _beside(loaded, loaded.underlag, None).ledgers)
    return loaded, derive_all(underlag, all_declarations, more_facts())


def sketch(given: Path) -> Examination:
    """Read and derive without checking: the report as it stands, for whoever looks at it while the rest is judged.

    Its findings are only those of the reading. Never raises for what the user may have done.
    """
    loaded = load(given, all_tabs(), component_names(), _with_answers)
    if loaded.underlag is None:
        return Examination(loaded.path, None, loaded.findings)
    made = _made(loaded, loaded.underlag, _beside(loaded, loaded.underlag, None))
    return Examination(loaded.path, made.underlag, loaded.findings, made.report, grids=loaded.grids)


def examine_loaded(loaded: Loaded, against: Path | None = None) -> Examination:
    """Derive and check what was read, as ``examine`` does."""
    if loaded.underlag is None:
        return Examination(loaded.path, None, tuple(with_consequences(loaded.findings, _FORMS)))
    beside = _beside(loaded, loaded.underlag, against)
    examination = _examined(loaded, loaded.underlag, beside)
    undoing = dict(_undoing(loaded, loaded.underlag, beside, examination.findings))
    return replace(examination, findings=tuple(with_consequences(examination.findings, _FORMS, undoing)))


@dataclass(frozen=True, slots=True)
class _Beside:
    """What lies beside a workbook: the texts and the report to compare with, each with what is wrong in it."""

    texts: Read
    unread: Sequence[Finding]
    ledgers: Ledgers
    last_year: LastYear | None
    unusable: Sequence[Finding]


def _beside(loaded: Loaded, underlag: Underlag, against: Path | None) -> _Beside:
    """Read it, once for an underlag and for what is made of it to see what follows from what."""
    folder, association = loaded.path.parent, underlag.association
    year = association.row.year if association else 0
    ledgers = read_ledgers(folder, loaded.path, loaded.pasted, year) if year else NONE
    texts, unread = read_texts(folder)
    before = last_year_file(folder, against)
    last_year, unusable = read_last_year(before, None if against else folder) if before else (None, [])
    return _Beside(texts, unread, ledgers, last_year, unusable)


def _undoing(
    loaded: Loaded, underlag: Underlag, beside: _Beside, findings: Sequence[Finding]
) -> Iterator[tuple[int, Finding]]:
    """What is no longer found once what another finding tells of is undone, each by its ``id``, with that finding."""
    for cause, without in to_be_tried(findings, underlag):
        left = _examined(loaded, without, beside).findings
        yield from ((id(each), cause) for each in gone(findings, left))


@dataclass(frozen=True, slots=True)
class _Made:
    """What is made of an underlag before anything of it is judged, and what was found on the way."""

    underlag: Underlag
    ledger: LedgerUse
    rows: tuple[OutlineBlock, ...]
    derived: Derivation | None
    texts: tuple[PlacedText, ...]
    report: Report | None
    found: tuple[Finding, ...]


def _made(loaded: Loaded, underlag: Underlag, beside: _Beside) -> _Made:
    """Derive an underlag, which may be another than was loaded, and make its report."""
    underlag, ledger = _with_ledger(underlag, beside.ledgers)
    entries = underlag.of(OutlineBlock)
    association = underlag.association
    final = association is not None and ReportState(association.row.state) is ReportState.FINAL
    placed, misplaced = place(entries, beside.texts, Severity.ERROR if final else None)
    rows = filled_rows(entries, placed)
    derived = derive_all(underlag, all_declarations, more_facts())
    last = appended(underlag, loaded.path.parent)
    texts = (*placed, *(PlacedText(NO_ROW, text) for text in last.texts))
    report = report_of(derived, rows, last.blocks, texts) if derived else None
    found = (
        *loaded.findings,
        *beside.unread,
        *beside.ledgers.findings,
        *ledger.findings,
        *misplaced,
        *last.findings,
    )
    return _Made(underlag, ledger, rows, derived, texts, report, found)


def _examined(loaded: Loaded, underlag: Underlag, beside: _Beside) -> Examination:
    """All that is found in an underlag, which may be another than was loaded, each by itself."""
    made = _made(loaded, underlag, beside)
    report = made.report
    bare = Case(
        made.underlag,
        made.derived,
        loaded.path.parent,
        tuple(each.text for each in made.texts),
        report.targets if report else None,
        report.tables if report else (),
        beside.last_year,
        report.names if report else None,
        made.rows,
        unchanged_in(beside.texts),
        all_components(),
        report.blocks if report else (),
        ledger=made.ledger,
        shows=report.shows if report else (),
    )
    case = with_numbers(bare)
    judged = [finding for rule in all_rules() for finding in rule(case)]
    every = with_acceptances([*made.found, *beside.unusable, *judged], made.underlag, rule_book())
    named = with_own_names(in_workbook_order(every), made.underlag)
    return Examination(loaded.path, made.underlag, tuple(named), report, case.numbers, made.ledger, case, loaded.grids)


def _with_ledger(underlag: Underlag, ledgers: Ledgers) -> tuple[Underlag, LedgerUse]:
    """The underlag with the rows that follow from its ledgers; as it is where it has none."""
    if ledgers.used is None:
        return underlag, NOTHING
    from generator.booking.booked import with_ledger  # noqa: PLC0415 - not needed without a ledger

    return with_ledger(underlag, ledgers.used, ledgers.ledgers)


def edition(examination: Examination) -> bytes:
    """Make the JSON edition of an underlag without errors. Returns its bytes and writes nothing.

    Raises:
        ValueError: the examination has errors: the caller did not look.

    """
    from generator.json_edition.write import as_bytes, edition_of  # noqa: PLC0415
    from generator.view.report_view import report_view  # noqa: PLC0415 - not needed by `check`

    report = _drawable(examination, None)
    return as_bytes(edition_of(report, report_view(report), __version__))


def for_the_web(examination: Examination) -> Examination:
    """Leave out what is in the signed report only, of which PDF and web edition are made then.

    Raises:
        ValueError: the examination has errors: the caller did not look.

    """
    from generator.report.web_copy import web_copy  # noqa: PLC0415 - not needed by `check`

    return replace(examination, report=web_copy(_drawable(examination, None)))


def may_be_made(examination: Examination, draft: Draft | None = None) -> bool:
    """Whether a report, or a draft of it, can be made: without errors, unless the draft is one that tells of them."""
    is_told = draft is not None and draft.may_have_errors
    return examination.report is not None and (is_told or not examination.has_errors)


def draw(examination: Examination, draft: Draft | None = None) -> bytes:
    """Make the PDF of an underlag without errors, or a draft of it. Returns its bytes and writes nothing.

    Raises:
        ValueError: it may not be made (``may_be_made``): the caller did not look.
        generator.document.errors.DrawingError: a picture or letter is missing, or the look is wrong.
        generator.document.pdf.tools.MissingLibrariesError: Pango is missing.

    """
    from generator.document.appended import with_pages  # noqa: PLC0415
    from generator.document.html.page import report_html  # noqa: PLC0415 - Jinja2 is not needed by `check`
    from generator.document.pdf.draw import Variant, report_pdf  # noqa: PLC0415
    from generator.document.pdf.styles import judge_styles  # noqa: PLC0415
    from generator.view.report_view import report_view  # noqa: PLC0415

    report = _drawable(examination, draft)
    folder = examination.path.parent
    chosen, _ = choose_look(report.derived.underlag, folder)
    view, pages = with_pages(report_view(report, draft=draft), folder)
    html = report_html(view, chosen)
    judge_styles(chosen, folder)
    if draft is None:
        return report_pdf(html, folder, chosen, pages)
    from generator.document.draft.over import drafted  # noqa: PLC0415

    over = drafted(draft, _points(examination, draft))
    return report_pdf(html, folder, chosen, pages, Variant(over, is_preview=draft.may_have_errors))


def _points(examination: Examination, draft: Draft) -> "tuple[Point, ...]":
    """What is left to look at, for a draft that tells it."""
    from generator.report.points import points_of  # noqa: PLC0415 - not needed by `check`

    return points_of(examination.whole, examination.findings) if draft is Draft.WORK else ()


def _drawable(examination: Examination, draft: Draft | None) -> Report:
    if not may_be_made(examination, draft):
        message = "underlaget har fel"
        raise ValueError(message)
    return examination.whole


def web(examination: Examination, draft: Draft | None = None) -> bytes:
    """Make the web edition of an underlag without errors, or a draft of it. Returns its bytes and writes nothing.

    Raises:
        ValueError: it may not be made (``may_be_made``): the caller did not look.
        generator.document.errors.DrawingError: a picture is missing, or the look is wrong.

    """
    report, folder = _drawable(examination, draft), examination.path.parent
    if draft is None:
        return _web(report, folder)
    from generator.document.draft.screen import drafted_page  # noqa: PLC0415
    from generator.document.web.page import Variant  # noqa: PLC0415

    over = drafted_page(draft, _points(examination, draft))
    return _web(report, folder, draft=draft, variant=Variant(over, is_preview=draft.may_have_errors))


def preview(examination: Examination, mark: "Mark | None" = None) -> bytes:
    """Make the web edition of an underlag as it stands, be it with errors: to look at, not to give to anybody.

    ``mark`` tells which figure each number is. Who shows it tells that it has errors, where it has.

    Raises:
        ValueError: nothing could be derived: the caller did not look.
        generator.document.errors.DrawingError: a picture is missing, or the look is wrong.

    """
    from generator.document.web.page import Variant  # noqa: PLC0415

    return _web(examination.whole, examination.path.parent, mark, variant=Variant(is_preview=True))


def _web(
    report: Report,
    folder: Path,
    mark: "Mark | None" = None,
    draft: Draft | None = None,
    variant: "Variant | None" = None,
) -> bytes:
    from generator.document.appended import with_pages  # noqa: PLC0415
    from generator.document.web.page import web_page  # noqa: PLC0415
    from generator.view.marks import unmarked  # noqa: PLC0415
    from generator.view.report_view import report_view  # noqa: PLC0415

    chosen, _ = choose_look(report.derived.underlag, folder)
    view, pages = with_pages(report_view(report, mark or unmarked, draft), folder)
    return web_page(view, chosen, folder, pages, variant)
