"""*Granskning*: every finding, what follows from it under it, each with a way to its place in the underlag."""

from collections.abc import Iterator

from generator.audit.matter import Matter, place_text
from generator.findings.finding import Finding, Severity
from generator.findings.message import LONGEST, message, severity_of
from generator.ground.printable import one_line
from generator.workbook.sheets import EMPTY, FIRST_ROW, Cell, Column, Sheet, Standing

NAME = "Granskning"
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE, Severity.ACCEPTED, Severity.REMAINING)


def examined(matter: Matter) -> Sheet:
    """List the findings, the gravest first, in the order of the workbook."""
    sheet = Sheet(
        NAME,
        "Granskning: allt som kontrollen har funnit",
        (
            Column("Slag", 11),
            Column("Flik eller fil", 26),
            Column("Cell", 15),
            Column("Vad", 70),
            Column("Väntat", 26),
            Column("Gör så här, eller godtagen med skäl", 56),
            Column("Godtagen av", 18),
            Column("Godtagen den", 13),
            Column("Regel", 34),
            Column("Lag eller rekommendation", 22),
        ),
        says=(
            (
                "Fel hindrar att rapporten görs. Varning rättas eller godtas med skäl. Notera kräver inget. "
                "Godtagen: någon har skrivit varför det är rätt."
            ),
            (
                "Klicka på cellen för att öppna underlaget där. Det som troligen följer av ett annat står indraget "
                "under det."
            ),
        ),
        if_empty="Kontrollen har inte funnit något.",
    )
    findings = matter.examination.findings
    causes = [each for each in findings if each.follows is None]
    for severity in _ORDER:
        for cause in (each for each in causes if severity_of(each) is severity):
            sheet.add(*_cells(cause, matter))
            for each in findings:
                if each.follows is cause:
                    sheet.add(*_cells(each, matter), standing=Standing.PART)
    counts = [(severity, sum(1 for each in findings if severity_of(each) is severity)) for severity in _ORDER]
    words = '&"   "&'.join(
        f'"{each.word}: "&COUNTIF(A{FIRST_ROW}:A{sheet.last_row},"{each.word}")' for each, _ in counts
    )
    told = "   ".join(f"{each.word}: {count}" for each, count in counts)
    sheet.top = (Cell(told, f"={words}", strong=True),)
    return sheet


def _cells(finding: Finding, matter: Matter) -> Iterator[Cell]:
    told = message(finding)
    accepted = finding.accepted
    yield Cell(told.severity.word, strong=told.severity in {Severity.ERROR, Severity.WARNING})
    yield from _where(finding, matter)
    yield Cell("\n".join((told.what, *told.causes)))
    yield Cell(told.expected)
    yield Cell(f"Godtagen: {one_line(accepted.reason, LONGEST)}" if accepted else told.remedy)
    yield Cell(one_line(accepted.who, LONGEST)) if accepted else EMPTY
    yield Cell(accepted.day) if accepted else EMPTY
    yield Cell(told.title)
    yield Cell(finding.rule.source)


def _where(finding: Finding, matter: Matter) -> Iterator[Cell]:
    """Where to begin; of what is wrong with a whole tab, the cell that may be why."""
    cause = finding.causes[0].places[0] if finding.causes and finding.causes[0].places else None
    if finding.place.cell or cause is None:
        place, mark = message(finding).place, ""
    else:
        place, mark = cause, " (kan vara orsaken)"
    yield Cell(place_text(place))
    yield Cell(f"{place.cell}{mark}" if place.cell else "öppna", link=matter.link(place))
