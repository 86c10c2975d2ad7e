"""The rules of where contributions stand: once, among the members, with an activity."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.blocks.case import Case
from generator.findings.finding import Finding, Severity
from generator.ground.formatting import small_first
from generator.ground.names import Name, folded
from generator.model.amounts import IncomeOrCost
from generator.model.fact import Fact, Measure
from generator.model.registers import Activity
from generator.model.rows import Entry
from generator.statements.statement import Kind
from generator.subjects.activities.figures import label_of
from generator.subjects.activities.figures_contributions import LINES_OF_CONTRIBUTIONS, activity_for_contributions
from generator.subjects.activities.figures_groups import FINANCING, activities_used, group_of, groups_of, is_kind
from generator.subjects.members.messages import MAYBE_TWICE, TYPED_TWICE, WITHOUT_ACTIVITY
from generator.subjects.members.rows import Member

_CONTRIBUTION = "medlemsbidrag"
_BY_ACTIVITY = ("operating_by_activity", "deviation_analysis")
"""The tables that show income by activity."""


@dataclass(frozen=True, slots=True)
class _Given:
    """What the members give in a year: each with its amount, and the sums that the amounts make."""

    members: Sequence[tuple[Entry[Member], Decimal]]

    @property
    def total(self) -> Decimal:
        return sum((amount for _, amount in self.members), start=Decimal(0))

    @property
    def sums(self) -> set[Decimal]:
        """Each member's and each party's contribution."""
        parties: dict[str, Decimal] = {}
        for entry, amount in self.members:
            parties[entry.row.category] = parties.get(entry.row.category, Decimal(0)) + amount
        return {*parties.values(), *(amount for _, amount in self.members)}

    def named(self, row: Name) -> Entry[Member] | None:
        """The member that a row is called by, as the member itself or as its row in the note."""
        return next((entry for entry, _ in self.members if row in (entry.row.name, entry.row.note_row)), None)


def contributions_stand_once(case: Case) -> Iterator[Finding]:
    """A contribution that stands among the members is not typed among income and costs too.

    What is called as one, or is as much as all of them, is one. Other income may stand on their activity: it is asked
    about only where nothing tells it from a contribution.
    """
    derived = case.derived
    if derived is None:
        return
    typed, groups = case.underlag.raw[IncomeOrCost].place.tab, groups_of(case.underlag)
    labels = {name for each in case.underlag.rows(Activity) for name in (each.key, each.name)}
    for field, year in (("this_year", derived.association.year), ("last_year", derived.association.year - 1)):
        amounts = ((entry, getattr(entry.row, field)) for entry in case.underlag.of(Member))
        given = _Given([(entry, amount) for entry, amount in amounts if amount])
        for fact in derived.facts.amounts if given.members else ():
            if not (fact.home or fact.source.tab == typed) or fact.year != year or not _is_income(fact):
                continue
            member = given.named(fact.row)
            other = (member or given.members[0][0]).source(field)
            if fact.home and other.file:  # both are the ledger's, of different accounts
                continue
            if member or folded(fact.row).startswith(_CONTRIBUTION) or fact.amount == given.total:
                yield TYPED_TWICE.found(fact.source, other, found=fact.row, other=other)
            elif group_of(fact, groups) == FINANCING and _may_be_one(fact, given, labels):
                values = {"found": fact.row, "amount": fact.amount, "year": year, "other": small_first(other.heading)}
                yield MAYBE_TWICE.found(fact.source, other, **values)


def _is_income(fact: Fact) -> bool:
    return is_kind(fact, Kind.INCOME) and fact.measure is Measure.OUTCOME and bool(fact.amount) and not fact.part_of


def _may_be_one(fact: Fact, given: _Given, labels: set[Name]) -> bool:
    """Whether nothing tells an income from a contribution: it has no name of its own, or a member's name or amount."""
    if fact.line not in LINES_OF_CONTRIBUTIONS:
        return False
    names = (folded(entry.row.name) for entry, _ in given.members)
    unnamed = fact.row in labels or fact.row == fact.line.label
    return unnamed or fact.amount in given.sums or any(name in folded(fact.row) for name in names)


def contributions_have_an_activity(case: Case) -> Iterator[Finding]:
    """Where amounts have activities, the contributions have one too: else they have a row of their own beside it.

    It is noted only while no table shows the activities: then nothing in the report differs.
    """
    activity = activity_for_contributions(case.underlag)
    if case.derived is None or activity is None or not activities_used(case.derived.facts):
        return
    entries = [entry for entry in case.underlag.of(Member) if entry.row.this_year and not entry.row.activity]
    if entries:
        amount = sum((entry.row.this_year or Decimal(0) for entry in entries), start=Decimal(0))
        cells = (entry.source("activity") for entry in entries)
        row = activity.operating_row or label_of(activity)
        severity = None if any(table.key in _BY_ACTIVITY for table in case.tables) else Severity.NOTE
        yield WITHOUT_ACTIVITY.found(*cells, amount=amount, activity=activity.key, row=row).graded(severity)
