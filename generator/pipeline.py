"""The chain from a path to findings and to a PDF: every step is another module's function."""

from dataclasses import dataclass
from pathlib import Path

from generator.checks.case import Case
from generator.checks.finding import Finding, Severity
from generator.checks.rulebook import in_workbook_order, severity_of
from generator.components.registry import all_declarations, all_rules, all_tabs, component_names
from generator.figures.derivation import Derivation, derive_all
from generator.model.registers import OutlineBlock
from generator.model.underlag import Underlag
from generator.workbook.load import load


@dataclass(frozen=True, slots=True)
class Examination:
    """What is known of an underlag: its findings in workbook order, and what follows from it."""

    path: Path
    underlag: Underlag | None
    derived: Derivation | None
    findings: tuple[Finding, ...]

    @property
    def readable(self) -> bool:
        """Whether the file could be read as a workbook at all."""
        return self.underlag is not None

    def count(self, severity: Severity) -> int:
        """How many findings are of a severity."""
        return sum(1 for finding in self.findings if severity_of(finding) is severity)

    @property
    def has_errors(self) -> bool:
        """Whether anything stops a render."""
        return not self.readable or self.count(Severity.ERROR) > 0


def examine(given: Path) -> Examination:
    """Read, derive and check. Never raises for what the user may have done."""
    loaded = load(given, all_tabs(), component_names())
    if loaded.underlag is None:
        return Examination(loaded.path, None, None, loaded.findings)
    derived = derive_all(loaded.underlag, all_declarations)
    case = Case(loaded.underlag, derived, loaded.path.parent)
    judged = [finding for rule in all_rules() for finding in rule(case)]
    findings = in_workbook_order([*loaded.findings, *judged])
    return Examination(loaded.path, loaded.underlag, derived, tuple(findings))


def draw(examination: Examination) -> bytes:
    """Make the PDF of an underlag without errors. Returns its bytes and writes nothing.

    Raises:
        ValueError: the examination has errors: the caller did not look.
        generator.document.pdf.DrawingError: a picture or letter is missing.
        generator.document.pdf.MissingLibrariesError: Pango is missing.

    """
    from generator.document.pdf import report_pdf  # noqa: PLC0415
    from generator.document.report import report_as_html  # noqa: PLC0415 - Jinja2 is not needed by `check`

    if examination.derived is None or examination.underlag is None or examination.has_errors:
        message = "underlaget har fel"
        raise ValueError(message)
    html = report_as_html(examination.derived, examination.underlag.rows(OutlineBlock))
    return report_pdf(html, examination.path.parent)
