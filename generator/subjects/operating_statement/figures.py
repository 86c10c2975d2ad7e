"""The figures of the operating statement: net cost, contributions and result, and those by activity and by kind."""

from collections.abc import Iterator

from generator.figures.declaration import Combined, Declaration, Stated, minus, plus
from generator.model.facts import Facts
from generator.model.underlag import Underlag
from generator.statements.statement import Kind
from generator.subjects.activities.figures_contributions import contribution_test
from generator.subjects.activities.figures_groups import of_kind
from generator.subjects.operating_statement import figures_by_activity, figures_by_kind

CODE = "operating_statement"
CONTRIBUTIONS = f"{CODE}.member_contributions"
OTHER_INCOME = f"{CODE}.other_income"
COSTS = f"{CODE}.costs"
NET_COST = f"{CODE}.net_cost"
RESULT = f"{CODE}.result"

QUALIFIED = {CODE: "driftredovisning", **figures_by_activity.QUALIFIED, **figures_by_kind.QUALIFIED}


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare net cost, contributions and result; net cost is all costs less the income that is no contribution."""
    is_one = contribution_test(underlag, facts)
    yield Stated(CONTRIBUTIONS, "Medlemsbidrag", of_kind(Kind.INCOME, is_one), flow=True)
    other = of_kind(Kind.INCOME, lambda fact: not is_one(fact))
    yield Stated(OTHER_INCOME, "Övriga intäkter", other, flow=True)
    yield Stated(COSTS, "Kostnader", of_kind(Kind.COST), flow=True)
    yield Combined(NET_COST, "Nettokostnad", (*plus(COSTS), *minus(OTHER_INCOME)), flow=True)
    yield Combined(RESULT, "Årets resultat", (*plus(CONTRIBUTIONS), *minus(NET_COST)), flow=True)
    yield from figures_by_activity.declarations(underlag, facts)
    yield from figures_by_kind.declarations(underlag, facts)
