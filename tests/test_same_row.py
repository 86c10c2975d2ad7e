"""Next year's ledger beside a typed year: each account is the row that it was, by what it came to."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest
from ledger_rows import RESULT
from small_underlag import COSTS, INCOME, Values, cost, examined, small

from generator.ground.source import Source
from generator.ledger.row import Ledger, LedgerRow
from generator.model.amounts import IncomeOrCost
from generator.next_year.ledger import with_ledger
from generator.next_year.rows import RolledValues, rolled_values
from generator.next_year.same_row import typed_rows, without_account
from generator.pipeline import Examination
from generator.subjects.ledger.rows import AccountRow
from generator.subjects.members.rows import Member

PLACE = Source(3000, file="nytt.se", row=7)
Accounts = Mapping[str, tuple[str, str, str]]
"""By number: the name, the outcomes of 2021 and 2020."""


def book(accounts: Accounts) -> Ledger:
    rows = [
        LedgerRow(account, name, year, {RESULT: Decimal(amount)}, PLACE)
        for account, (name, *amounts) in accounts.items()
        for year, amount in zip((2021, 2020), amounts, strict=True)
    ]
    return Ledger(PLACE, tuple(rows), {each: said[0] for each, said in accounts.items()}, (2021, 2020))


def income(row: str, this_year: str) -> dict[str, Any]:
    return {"line": INCOME, "note_row": row, "activity": "Finansiering", "this_year": Decimal(this_year)}


def typed(*rows: dict[str, Any]) -> Values:
    return {**small(), IncomeOrCost: list(rows)}


def rolled(last: Examination, accounts: Accounts) -> RolledValues:
    assert last.derived is not None
    return with_ledger(rolled_values(last.derived)[0], last.derived, book(accounts))[0]


def note_rows(values: RolledValues) -> dict[str, str]:
    return {row["accounts"]: str(row.get("note_row", "")) for row in values[AccountRow]}


def test_contributions_that_were_typed_as_income_stay_rows_and_nobody_becomes_a_member() -> None:
    rows = (income("Driftbidrag från staten", "500"), income("Driftbidrag från Ekeby kommun", "260"))
    accounts = {
        "3010": ("Driftbidrag staten", "-520", "-500"),
        "3021": ("Driftbidrag Ekeby kn", "-280", "-259"),
        "3022": ("Driftbidrag Aby kommun", "-270", "0"),
    }
    made = rolled(examined(typed(*rows)), accounts)
    assert not made[Member]
    assert [(row["line"], str(row["activity"])) for row in made[AccountRow]] == [(INCOME, "Finansiering")] * 3
    assert note_rows(made) == {
        "3010": "Driftbidrag från staten",
        "3021": "Driftbidrag från Ekeby kommun",
        "3022": "Driftbidrag Aby kommun",
    }


@pytest.mark.parametrize(
    ("rows", "accounts", "wanted"),
    [
        pytest.param(
            (("Kurser, konferenser och resor", "706.69"),),
            {"6910": ("Konf och utb", "400", "706.69")},
            {"6910": "Kurser, konferenser och resor"},
            id="the amount tells",
        ),
        pytest.param(
            (("Kurser", "700"), ("Hyra", "700")),
            {"6910": ("Konferenser", "400", "700")},
            {"6910": "Konferenser"},
            id="two rows alike tell nothing",
        ),
        pytest.param(
            (("Kurser", "700"),),
            {"6910": ("Konferenser", "400", "700"), "6920": ("Resor", "400", "700")},
            {"6910": "Konferenser", "6920": "Resor"},
            id="two accounts alike tell nothing",
        ),
        pytest.param(
            (("Revision", "700"), ("Lokaler", "650")),
            {"6420": ("Revision", "400", "650"), "5010": ("Lokalhyra", "400", "700.01")},
            {"5010": "Lokalhyra", "6420": "Revision"},
            id="its very name tells more than another row's amount",
        ),
        pytest.param(
            (("Personal", "720.35"),),
            {"7010": ("Löner", "400", "600.35"), "7510": ("Sociala avgifter", "400", "120")},
            {"7010": "Personal", "7510": "Personal"},
            id="two together",
        ),
        pytest.param(
            (("Personal", "720"),),
            {
                "7010": ("Löner", "1", "600"),
                "7011": ("Arvoden", "1", "600"),
                "7510": ("Sociala avgifter", "1", "120"),
            },
            {"7010": "Löner", "7011": "Arvoden", "7510": "Sociala avgifter"},
            id="two in two ways tell nothing",
        ),
    ],
)
def test_an_account_is_the_row_that_had_its_amount(
    rows: Sequence[tuple[str, str]], accounts: Accounts, wanted: dict[str, str]
) -> None:
    last = examined(typed(income("Bidrag", "2000"), *(cost(text, amount, amount) for text, amount in rows)))
    assert note_rows(rolled(last, accounts)) == wanted


def test_a_typed_row_that_no_account_is_is_told_with_its_amount() -> None:
    last = examined(typed(income("Bidrag", "2000"), cost("Kurser", "700", "1"), cost("Lokaler", "600", "1")))
    assert last.underlag is not None
    rows = typed_rows(last.underlag)
    chart = [{"line": INCOME, "note_row": "Bidrag"}, {"line": COSTS, "note_row": "Lokaler"}]
    chart += [{"line": line} for line in ("Fordringar", "Kassa och bank", "Kortfristiga skulder")]
    assert "Raden Kurser (Verksamhetens kostnader, 700\xa0kr) i fjol har inget konto i år." in without_account(
        rows, chart
    )
    assert not without_account(rows, [*chart, {"note_row": "kurser"}])
