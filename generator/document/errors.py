"""What stops a report from being drawn: something that the user can put right."""

from collections.abc import Sequence

from generator.findings.finding import Finding
from generator.findings.message import message
from generator.ground.formatting import capital_first


class DrawingError(Exception):
    """The document could not be drawn as it should; ``details`` says what was wrong."""

    def __init__(self, details: Sequence[str]) -> None:
        """Keep what the log said."""
        super().__init__("\n".join(details))
        self.details = tuple(details)


class LookFaultError(DrawingError):
    """The look cannot be used; ``findings`` say why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Keep what was found, and say it."""
        super().__init__([_sentence(finding) for finding in findings])
        self.findings = tuple(findings)


def _sentence(finding: Finding) -> str:
    told = message(finding)
    place = f"{capital_first(str(told.place))}: " if told.place.file else ""
    return f"{told.severity.word}: {place}{told.what} {told.remedy}"
