"""What is a member's contribution (*medlemsbidrag*): the one answer that every table of the report is made from."""

from collections.abc import Callable

from generator.model.fact import Fact, Measure
from generator.model.facts import Facts
from generator.model.registers import Activity
from generator.model.underlag import Underlag
from generator.statements.lines import LINES
from generator.subjects.activities.figures_groups import FINANCING, group_of, groups_of

LINES_OF_CONTRIBUTIONS = tuple(LINES[code] for code in ("operating_income", "tax_income", "general_grants"))
"""What is income of operations; interest and extraordinary items are no contributions, whatever their activity."""


def contribution_test(underlag: Underlag, facts: Facts) -> Callable[[Fact], bool]:
    """Make the test of whether an amount is a contribution.

    What stands in the register of members is one, with an activity or without. In a year without any, it is the income
    of the activities for financing; in a year with them, what else stands there is other income. A budget is always
    typed among income and costs: it is the contributions' but on a row with such other income.
    """
    groups = groups_of(underlag)
    years = {fact.year for fact in facts.amounts if fact.contribution}
    other = {fact.row_of for fact in facts.amounts if _is_outcome(fact) and fact.amount and fact.year in years}

    def is_contribution(fact: Fact) -> bool:
        if fact.contribution:
            return True
        if fact.line not in LINES_OF_CONTRIBUTIONS or group_of(fact, groups) != FINANCING:
            return False
        return fact.year not in years if _is_outcome(fact) else fact.row_of not in other

    return is_contribution


def activity_for_contributions(underlag: Underlag) -> Activity | None:
    """The first activity for financing, which contributions are usually given; None where there is none."""
    return next((each for each in underlag.rows(Activity) if each.group == FINANCING), None)


def _is_outcome(fact: Fact) -> bool:
    return fact.measure is Measure.OUTCOME and not fact.contribution
