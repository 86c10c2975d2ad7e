"""What each investment cost, and all of them: what is typed as investments, and what was bought by the balances' rows.

A purchase (*inköp*) that is typed as a change of its balance is an investment by that: the investment statement, the
note and the cash flow statement are made of the same row.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.figures.declaration import Combined, Declaration, Stated, plus
from generator.ground.names import Name
from generator.model.facts import Facts, observed
from generator.model.underlag import Underlag
from generator.statements.changes import Change
from generator.subjects.investments.rows import CODE, Investment, code_of
from generator.subjects.roll_forward.rows import RollRow

TOTAL = f"{CODE}.total"
QUALIFIED = {f"{CODE}.row.*": "investeringar.*", TOTAL: "investeringar.summa"}


@dataclass(frozen=True, slots=True)
class Bought:
    """An investment: what it is called, and the codes of what it is made of."""

    name: Name
    codes: tuple[str, ...]


def investments(underlag: Underlag) -> dict[str, Bought]:
    """The investments by the codes of their figures, those of the tab first, in the order typed.

    A purchase without a text of its own is called by its balance.
    """
    found = {row.code: Bought(row.name, (row.code,)) for row in underlag.rows(Investment)}
    for row in underlag.rows(RollRow):
        if row.change is Change.PURCHASE:
            known = found.get(code_of(row.bought), Bought(row.bought, ()))
            found[code_of(row.bought)] = Bought(known.name, tuple(dict.fromkeys((*known.codes, row.code))))
    return found


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare each investment and their sum."""
    del facts
    own = investments(underlag)
    for code, bought in own.items():
        yield Stated(code, f"Investering, {bought.name}", observed(*bought.codes), flow=True)
    if own:
        yield Combined(TOTAL, "Summa investeringar", plus(*own), flow=True)
