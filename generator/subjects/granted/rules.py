"""The rules of money granted: to insatser that there are, for years that they run in."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.names import nearest
from generator.subjects.granted.messages import OUTSIDE_PERIOD, UNKNOWN_INSATS
from generator.subjects.granted.rows import COMING, Grant
from generator.subjects.insatser.rows import Insats, names_of


def grants_are_of_insatser(case: Case) -> Iterator[Finding]:
    """What is granted is granted to an insats of the register, or to one that begins later."""
    known = [name for row in case.underlag.rows(Insats) for name in names_of(row)]
    for entry in case.underlag.of(Grant) if known else ():
        if entry.row.remains and entry.row.name not in known:
            near = hint(nearest(entry.row.name, known))
            yield UNKNOWN_INSATS.found(entry.source("name"), name=entry.row.name, hint=near)


def grants_lie_in_the_period(case: Case) -> Iterator[Finding]:
    """Money is granted for years that the insats runs in."""
    if case.derived is None:
        return
    year = case.derived.association.year
    insatser = {name: row for row in case.underlag.rows(Insats) for name in names_of(row)}
    for entry in case.underlag.of(Grant):
        insats = insatser.get(entry.row.name)
        for field, ahead in COMING.items() if insats else ():
            if insats and getattr(entry.row, field) and not insats.runs_in(year + ahead):
                place, name = entry.source(field), entry.row.name
                yield OUTSIDE_PERIOD.found(place, name=name, year=year + ahead, period=insats.period)
