"""Names that are registered once and written in many places: what nearly is one of them, in any text, is told."""

from collections.abc import Iterable, Iterator

from generator.blocks.case import Case
from generator.checks.sentences import printed_lines
from generator.findings.finding import Finding
from generator.ground.near_names import near_names
from generator.model.registers import Activity
from generator.subjects.board.rows import BoardMember
from generator.subjects.insatser.messages import NAME_NEAR as INSATS_NEAR
from generator.subjects.insatser.rows import Insats, names_of
from generator.subjects.members.rows import Member
from generator.subjects.texts.messages import NAME_NEAR


def names_are_those_of_the_registers(case: Case) -> Iterator[Finding]:
    """Activities, members and people are called what their registers call them, in all texts.

    The insatser's names in cells have a rule of their own; here they are looked for in the text files too.
    """
    # An insats and its activity share a name: all spellings of both are known.
    insatser = near_names((row.label, *names_of(row)) for row in case.underlag.rows(Insats))
    others = near_names([*_spellings(case), *((row.label, *names_of(row)) for row in case.underlag.rows(Insats))])
    known = {row.label for row in case.underlag.rows(Insats)}
    for line, place in printed_lines(case):
        for found, meant in others.misses(line):
            if meant not in known:
                yield NAME_NEAR.found(place, found=found, meant=meant)
        if place.file:
            for found, meant in insatser.misses(line):
                yield INSATS_NEAR.found(place, found=found, meant=meant)


def _spellings(case: Case) -> Iterable[tuple[str, ...]]:
    for activity in case.underlag.rows(Activity):
        others = (name.strip() for name in activity.other_names.split(";"))
        yield tuple(name for name in (activity.name, activity.key, *others) if name)
    for member in case.underlag.rows(Member):
        yield tuple(name for name in (member.name, member.note_row) if name)
    for person in case.underlag.rows(BoardMember):
        yield (person.name,)
