"""A free table says of the report's own figures what the report says."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.claims.words import stems
from generator.figures.figure import Figure, period_year
from generator.findings.finding import Finding, Side, Sides
from generator.ground.formatting import told_amount
from generator.ground.names import brief
from generator.subjects.free_tables.figures_claimed import CellClaim, Known, claims_of
from generator.subjects.free_tables.messages import OTHER_THAN_REPORT
from generator.subjects.free_tables.rows_layout import FreeLayout, layouts


def figures_are_those_of_the_report(case: Case) -> Iterator[Finding]:
    """A row that has the name of a figure of the report, under one of its years, has its amount."""
    if case.derived is None or case.names is None or case.vocabulary is None:
        return
    known = Known(case.derived.figures, case.derived.association.year, case.vocabulary, _things(case))
    for layout in layouts(case.underlag):
        for claim in claims_of(layout, known):
            if not claim.agrees:
                yield _finding(claim, layout, case)


def _things(case: Case) -> frozenset[tuple[str, ...]]:
    """The names of the insatser and the activities, also of those without any amounts."""
    rows = [
        row for model in case.underlag.entries if "other_names" in model.named_by for row in case.underlag.rows(model)
    ]
    texts = (str(getattr(row, field) or "") for row in rows for field in type(row).named_by)
    return frozenset(phrase for text in texts for each in text.split(";") if (phrase := stems(each)))


def _finding(claim: CellClaim, layout: FreeLayout, case: Case) -> Finding:
    figure = min(claim.meant, key=lambda each: abs(abs(each.amount) - abs(claim.value)))
    place = claim.line.entry.source(claim.column.field)
    values = {
        "table": layout.table.name,
        "label": brief(claim.line.entry.row.label),
        "head": claim.column.head,
        "found": told_amount(claim.value, figure.unit),
        "figure": _told(figure),
        "amount": told_amount(figure.amount, figure.unit),
        "name": case.names.name_of(figure.key.code) if case.names else "",
    }
    cells = tuple(fact.source for fact in figure.leaves())[:3]
    sides = Sides(
        Side("I tabellen", claim.value, (place,)), Side(figure.label, figure.amount, cells), claim.bound, figure.unit
    )
    return OTHER_THAN_REPORT.found(place, **values).between(sides).resting_on(figure.cells())


def _told(figure: Figure) -> str:
    budget = "budget, " if figure.key.measure else ""
    return f"{figure.label} {budget}{period_year(figure.period)}"
