"""What each investment cost, and all of them."""

from collections.abc import Iterator, Sequence

from generator.figures.declaration import Combined, Declaration, Stated, on_line, plus
from generator.model.fact import Fact
from generator.model.underlag import Underlag
from generator.subjects.investments.rows import CODE, Investment

TOTAL = f"{CODE}.total"
QUALIFIED = {f"{CODE}.row.*": "investeringar.*", TOTAL: "investeringar.summa"}


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare each investment and their sum."""
    del facts
    rows = {row.code: row.name for row in underlag.rows(Investment)}
    for code, name in rows.items():
        yield Stated(code, f"Investering, {name}", on_line(code), flow=True)
    if rows:
        yield Combined(TOTAL, "Summa investeringar", plus(*rows), flow=True)
