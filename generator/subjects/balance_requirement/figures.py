"""The adjustments, the result after them, and the result of the balance requirement."""

from collections.abc import Iterator

from generator.figures.declaration import Combined, Declaration, Stated, plus
from generator.model.facts import Facts, observed
from generator.model.underlag import Underlag
from generator.statements.income_statement import NET_RESULT
from generator.subjects.balance_requirement.rows import ADJUSTMENTS, CODE, LABELS, RESERVES

ADJUSTED = f"{CODE}.adjusted_result"
RESULT = f"{CODE}.result"
QUALIFIED = {CODE: "balanskravsutredning"}


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare the adjustments and the two results that follow."""
    del underlag, facts
    for code, label in LABELS.items():
        yield Stated(f"{CODE}.{code}", label, observed(f"{CODE}.{code}"), flow=True)
    adjustments = plus(NET_RESULT, *(f"{CODE}.{code}" for code in ADJUSTMENTS))
    yield Combined(ADJUSTED, "Årets resultat efter balanskravsjusteringar", adjustments, flow=True)
    reserves = plus(ADJUSTED, *(f"{CODE}.{code}" for code in RESERVES))
    yield Combined(RESULT, "Balanskravsresultat", reserves, flow=True)
