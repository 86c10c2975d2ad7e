"""Who has not answered yet, where anybody has."""

from collections.abc import Collection, Iterator, Mapping

from generator.findings.finding import Finding, Severity
from generator.forms.messages import AWAITED
from generator.ground.formatting import enumerated
from generator.ground.names import Name
from generator.ground.source import Source
from generator.model.association import ReportState
from generator.model.underlag import Underlag
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost


def awaited(
    underlag: Underlag, answered: Collection[Name], empty: Mapping[Name, Source], place: Source
) -> Iterator[Finding]:
    """Say once which insatser of the year have neither answered nor been accounted for in the workbook."""
    if underlag.association is None:
        return
    association = underlag.association.row
    insatser = [insats for insats in underlag.named(Insats) if insats.runs_in(association.year)]
    typed = {row.insats for row in underlag.rows(InsatsCost) if row.reported is not None}
    lacking = [
        insats for insats in insatser if insats.key not in answered and not (insats.key in typed or insats.reached)
    ]
    if not lacking:
        return
    files = [source.file for insats in lacking for source in [empty.get(insats.key)] if source]
    values = {
        "count": len(insatser) - len(lacking),
        "all": len(insatser),
        "names": enumerated([str(insats.label) for insats in lacking]),
        "empty": f" Tomma blanketter: {', '.join(files)}." if files else "",
    }
    state = ReportState(association.state)
    severity = Severity.REMAINING if state is ReportState.IN_PROGRESS else Severity.NOTE
    yield AWAITED.found(place, **values).graded(severity)
