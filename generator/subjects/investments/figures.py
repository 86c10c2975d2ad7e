"""What each investment cost, and all of them."""

from collections.abc import Iterator

from generator.figures.declaration import Combined, Declaration, Stated, plus
from generator.model.facts import Facts, observed
from generator.model.underlag import Underlag
from generator.subjects.investments.rows import CODE, Investment

TOTAL = f"{CODE}.total"
QUALIFIED = {f"{CODE}.row.*": "investeringar.*", TOTAL: "investeringar.summa"}


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare each investment and their sum."""
    del facts
    rows = {row.code: row.name for row in underlag.rows(Investment)}
    for code, name in rows.items():
        yield Stated(code, f"Investering, {name}", observed(code), flow=True)
    if rows:
        yield Combined(TOTAL, "Summa investeringar", plus(*rows), flow=True)
