"""What a SIE file says becomes rows: whole accounts and their objects, each amount with its line."""

import pytest
from sie_texts import BALANCES, BOOKED, CHART, HEAD, WHOLE, amounts, line_of, read

from generator.ledger.row import Measured


def test_a_whole_file_of_type_4_is_read_without_a_finding() -> None:
    ledger, found = read(WHOLE)
    assert found == []
    assert (ledger.company, ledger.organisation_number) == ("Samordningsförbundet Åbäcken", "222000-0001")
    assert ledger.program == "Provbok 1.2"
    assert ledger.years == (2025, 2024)
    assert ledger.names["5010"] == 'Hyra, "Ängen"'
    assert amounts(ledger, "1930") == {"": {"OPENING": "500.00", "CLOSING": "1350.50"}}
    assert amounts(ledger, "1930", 2024) == {"": {"CLOSING": "500.00"}}
    assert amounts(ledger, "4010", 2024) == {"": {"RESULT": "1700.00"}}


def test_results_of_objects_are_summed_from_transactions_with_all_their_objects() -> None:
    ledger, _ = read(WHOLE)
    assert amounts(ledger, "4010") == {
        "": {"RESULT": "1100.50"},
        "1:10": {"RESULT": "700.00"},
        "1:20 6:P1": {"RESULT": "300.00"},
    }
    (_, _, row) = ledger.of("4010", 2025)
    assert [(each.name, each.dimension_name) for each in row.objects] == [
        ("Växthuset", "Insats"),
        ("Regionen", "Medlem"),
    ]


def test_each_amount_has_its_line() -> None:
    ledger, _ = read(WHOLE)
    (row,) = ledger.of("1930", 2025)
    assert row.place(Measured.CLOSING).row == line_of(WHOLE, "#UB 0 1930")
    assert str(row.place(Measured.OPENING)) == f"filen prov.se, rad {line_of(WHOLE, '#IB 0 1930')}"


def test_without_balances_the_results_are_those_of_the_verifications() -> None:
    ledger, found = read(HEAD + CHART + BOOKED)
    assert found == []
    assert amounts(ledger, "4010")[""] == {"RESULT": "1100.50"}
    assert amounts(ledger, "1930") == {}


@pytest.mark.parametrize("encoding", ["cp437", "utf-8", "utf-8-sig", "cp1252", "mac_roman", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_letters_are_found_whatever_the_file_says(encoding: str, end: str) -> None:
    ledger, found = read(WHOLE.replace("\n", end).encode(encoding))
    assert found == []
    assert ledger.company == "Samordningsförbundet Åbäcken"
    assert ledger.rows == read(WHOLE)[0].rows


def test_a_budget_is_the_sum_of_its_periods_the_accounts_own_before_its_objects() -> None:
    text = (
        HEAD
        + CHART
        + BALANCES
        + "".join(
            f"#PBUDGET 0 2025{month:02} {what}\n"
            for month in (1, 2)
            for what in ("4010 {} 60", '4010 {1 "10"} 25', '5010 {1 "10"} 5', '5010 {1 "20"} 7', '5010 {6 "P1"} 12')
        )
    )
    ledger, _ = read(text)
    assert amounts(ledger, "4010")[""]["BUDGET"] == "120"
    assert amounts(ledger, "4010")["1:10"] == {"BUDGET": "50"}
    assert amounts(ledger, "5010")[""]["BUDGET"] == "24"
