"""However *Kontoplan* divides a ledger, nothing of an account is lost and nothing is counted twice."""

from decimal import Decimal
from random import Random
from typing import Any

import pytest

from generator.booking.mapped import mapped
from generator.ground.source import Source
from generator.ledger.row import Ledger, LedgerObject, LedgerRow, Measured, Objects
from generator.model.rows import Entry
from generator.subjects.ledger.rows import AccountRow

ACCOUNTS = ("4000", "4001", "4010")
MEANT = ("40", "4000-4001", "4*", "401", *ACCOUNTS)
NAMED = ("", "", "P1", "P*", "6: P2", "1: 1", "P0 + 1: 1", "P1; P2", "Projekt: P*")
PLACES = tuple(LedgerObject("1", str(number), "", "Kostnadsställe") for number in range(2))
PROJECTS = tuple(LedgerObject("6", f"P{number}", f"Team {number}", "Projekt") for number in range(3))
OBJECTS: tuple[tuple[Objects, ...], ...] = (
    (),
    tuple((project,) for project in PROJECTS),
    tuple((place, project) for place in PLACES for project in PROJECTS),
    (*((place, project) for place in PLACES for project in PROJECTS), *((place,) for place in PLACES)),
)


def drawn_ledger(draw: Random) -> Ledger:
    """Two years of a few accounts, with objects of no, one or two dimensions that need not make up the account."""
    rows: list[LedgerRow] = []
    for account in ACCOUNTS:
        objects = draw.choice(OBJECTS)
        for year in (2025, 2024):
            for of in ((), *(each for each in objects if draw.random() < 0.7)):
                amounts = {Measured.RESULT: Decimal(draw.randrange(-5_000, 90_000)) / 100}
                place = Source(3000, row=len(rows) + 1, file="bok.se")
                rows.append(LedgerRow(account, "", year, amounts, place, of))
    return Ledger(Source(3000, file="bok.se"), tuple(rows), years=(2025, 2024))


def drawn_chart(draw: Random) -> list[Entry[AccountRow]]:
    """A few rows that may fit the same accounts, with shares and parts among them."""
    chart = []
    for number in range(draw.randrange(1, 6)):
        said: dict[str, Any] = {
            "accounts": draw.choice(MEANT),
            "objects": draw.choice(NAMED),
            "share": draw.choice(("", "", "", "60 %", "40 %", "200", "resten")),
            "level": draw.choice(("rad", "rad", "rad", "varav")),
            "line": "Verksamhetens kostnader",
        }
        chart.append(Entry(AccountRow.model_construct(None, **said), Source(9, "Kontoplan", number + 5), {}))
    return chart


@pytest.mark.parametrize("seed", range(5))
def test_the_pieces_of_an_account_are_the_whole_account(seed: int) -> None:
    draw = Random(seed)  # noqa: S311 - nothing is secret
    for _ in range(30):
        ledger = drawn_ledger(draw)
        pieces = [piece for piece in mapped(ledger, drawn_chart(draw), 2025).pieces if not _is_part(piece.says)]
        for whole in (row for row in ledger.rows if not row.objects):
            own = [piece.amount(whole.year, Measured.RESULT) for piece in pieces if piece.part.account == whole.account]
            assert sum(found[0] for found in own if found) == whole.amounts[Measured.RESULT]


def _is_part(says: Entry[AccountRow] | None) -> bool:
    return says is not None and says.row.is_part
