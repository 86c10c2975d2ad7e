"""The rules about budgets: what is compared with the outcome is one budget, and it is there for every activity."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.checks.messages_parts import ACTIVITY_WITHOUT_BUDGET, BUDGET_REVISED_MISSING, BUDGET_REVISED_PARTLY
from generator.figures.derivation import Derivation
from generator.figures.figure import Figure, FigureId, How
from generator.figures.measures import shown_budget, shown_suffixes
from generator.figures.netted import nets_of
from generator.figures.table import Table, TableRow
from generator.findings.finding import Finding, Severity
from generator.ground.names import NO_NAME, Name
from generator.model.amounts import IncomeOrCost
from generator.model.association import ReportState
from generator.model.fact import Fact, Measure
from generator.model.registers import Activity
from generator.statements.statement import Kind


def revised_budget_is_whole(case: Case) -> Iterator[Finding]:
    """Where the revised budget is shown, every activity with a decided budget has one (10 kap. 1 § LKBR).

    The revised budget is typed whole, not as its changes: an empty cell would take the budget away.
    """
    derived = case.derived
    if derived is None or shown_budget(derived.association) is not Measure.BUDGET_REVISED:
        return
    revised = {fact.activity for fact in _budgets(derived, Measure.BUDGET_REVISED)}
    revised |= {net.typed.row for net in nets_of(derived.facts, Measure.BUDGET_REVISED)}
    if not revised:
        severity = Severity.REMAINING if case.state is ReportState.IN_PROGRESS else None
        yield BUDGET_REVISED_MISSING.found(case.underlag.place(IncomeOrCost)).graded(severity)
        return
    for name, facts in _by_activity(derived, Measure.BUDGET_DECIDED).items():
        if name not in revised:
            amount = sum(fact.amount for fact in facts)
            values = {"activity": facts[0].activity or facts[0].row, "amount": amount}
            yield BUDGET_REVISED_PARTLY.found(*(fact.source for fact in facts), **values)


def activities_have_budgets(case: Case) -> Iterator[Finding]:
    """A row with an outcome and no budget stands with its whole outcome as deviation, where the report shows it.

    A board often decides no finer than for a group, or one sum: then no row lacks a budget but that of the whole, and
    what stands on a budget's own row is its group's.
    """
    if case.derived is None:
        return
    year, budget = case.derived.association.year, shown_suffixes(case.derived.association)[0]
    covered = _groups_with_budgets(case)
    if NO_NAME in covered:
        return  # one budget for all
    told: set[FigureId] = set()
    for table in case.tables:
        for row, outcome in _without_budget(table, year, budget):
            activities = {fact.activity for fact in outcome.leaves() if isinstance(fact, Fact)}
            is_covered = {_group(case, each) for each in activities} <= covered
            if outcome.key in told or is_covered or not _is_of_activities(outcome, activities, case.derived):
                continue
            told.add(outcome.key)
            facts = tuple(fact.source for fact in outcome.leaves())
            yield ACTIVITY_WITHOUT_BUDGET.found(*facts, activity=row, amount=abs(outcome.amount))


def _is_of_activities(outcome: Figure, activities: set[Name], derived: Derivation) -> bool:
    """Whether a row tells what activities cost, and not a kind of cost or income that is theirs."""
    typed = outcome.leaves()
    own = [fact for fact in _budgets(derived, Measure.OUTCOME) if fact.activity in activities]
    return all(activities) and all(fact in typed for fact in own if fact.line.kind is Kind.COST)


def _without_budget(table: Table, year: int, budget: str) -> Iterator[tuple[str, Figure]]:
    """The rows of a table whose outcome has an amount and whose budget nobody has typed, though that of others is."""
    rows = [(row.label, _of_row(row, year, ""), _of_row(row, year, budget)) for row in table.rows]
    if not any(figure.leaves() for _, _, budgets in rows for figure in budgets.values()):
        return
    for label, outcomes, budgets in rows:
        for code, outcome in outcomes.items():
            if outcome.amount and code in budgets and not budgets[code].leaves():
                yield label, outcome


def _of_row(row: TableRow, year: int, measure: str) -> dict[str, Figure]:
    """A row's figures of one measure of the year, by code; of a share, that of which it is one."""
    figures = [cell.of for cell in row.cells if isinstance(cell.of, Figure)]
    parts = [figure.operands[0].of if figure.how is How.RATIO else figure for figure in figures]
    found = (part for part in parts if isinstance(part, Figure))
    return {figure.key.code: figure for figure in found if figure.key[1:] == (year, measure)}


def _groups_with_budgets(case: Case) -> set[str]:
    """The groups of activities that have a budget on a row of its own, which is then the group's."""
    outcomes, budgets = set(), {}
    for fact in case.derived.facts.amounts if case.derived else ():
        if case.derived and fact.line.is_flow and fact.year == case.derived.association.year:
            if fact.measure is Measure.OUTCOME:
                outcomes.add(fact.row_of)
            elif fact.measure is shown_budget(case.derived.association):
                budgets[fact.row_of] = fact
    return {_group(case, fact.activity) for row, fact in budgets.items() if row not in outcomes}


def _group(case: Case, activity: Name) -> str:
    """The group of an activity; the activity itself where it is of none."""
    return next((row.group for row in case.underlag.rows(Activity) if row.key == activity), activity)


def _budgets(derived: Derivation, measure: Measure) -> Iterator[Fact]:
    """The year's amounts of one measure in the income statement; a budget of nil is a budget."""
    for fact in derived.facts.amounts:
        flow = fact.line.is_flow and not fact.part_of
        if flow and fact.year == derived.association.year and fact.measure is measure:
            yield fact


def _by_activity(derived: Derivation, measure: Measure) -> dict[Name, list[Fact]]:
    found: dict[Name, list[Fact]] = {}
    for fact in (fact for fact in _budgets(derived, measure) if fact.amount):
        found.setdefault(fact.activity, []).append(fact)
    return found
