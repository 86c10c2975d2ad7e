"""The order in which findings are told."""

from collections.abc import Iterable

from generator.findings.finding import Finding


def in_workbook_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings as one reads the workbook: tab by tab, row by row; what concerns the whole comes first."""
    return sorted(
        findings,
        key=lambda finding: (
            finding.place.order,
            finding.place.file,
            finding.place.row,
            finding.place.column,
            finding.code,
        ),
    )
