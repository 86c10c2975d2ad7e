"""What a SIE file says becomes rows: whole accounts and their objects, each amount with its line."""

import pytest
from sie_texts import BALANCES, BOOKED, CHART, HEAD, WHOLE, amounts, line_of, read

from generator.findings.message import message
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
    assert [each.code for each in found] == ["sie_reckoned", "sie_reckoned"]
    assert amounts(ledger, "4010")[""] == {"RESULT": "1100.50"}
    assert amounts(ledger, "1930") == {}


def test_without_closings_these_are_openings_and_transactions() -> None:
    without = "".join(line for line in WHOLE.splitlines(keepends=True) if not line.startswith("#UB 0"))
    ledger, _ = read(without)
    assert amounts(ledger, "1930") == {"": {"OPENING": "500.00", "CLOSING": "1350.50"}}
    assert amounts(ledger, "2440") == {"": {"CLOSING": "-100.50"}}


@pytest.mark.parametrize("encoding", ["cp437", "utf-8", "utf-8-sig", "cp1252", "mac_roman", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_letters_are_found_whatever_the_file_says(encoding: str, end: str) -> None:
    ledger, found = read(WHOLE.replace("\n", end).encode(encoding))
    assert found == []
    assert ledger.company == "Samordningsförbundet Åbäcken"
    assert ledger.rows == read(WHOLE)[0].rows


def test_a_letter_that_was_cut_in_two_does_not_change_the_others() -> None:
    data = WHOLE.encode().replace("tjänster".encode(), "tjä".encode()[:-1])
    assert read(data)[0].names["4010"] == "Köpta tj\ufffd"


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


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("#", "  #"),
        (" ", "\t"),
        ('#TRANS 4010 {1 "10"}', '#trans "4010" { "1"  10 }'),
        ('"Bidrag"\n{', '"Bidrag" {'),
        ("{} -100.50\n}", "{} -100.50 }"),
        ("1350.50", "1350,5"),
        ("1350.50", '"1 350.50"'),
        ("1350.50", "1350.50000000012"),
        ('20250302 "utan insats"', "20250302 insats}"),
        ("#UB 0 1930", "#OUB 0 1930 {} 7\n#UB 0 1930"),
        ("-2000.00\n#RES", '2000.00- "extra" 7\n#NYTT 1 {}\n#RES'),
        ("#SIETYP 4\n", ""),
        ("#SIETYP 4", "#SIETYP 1"),
        (" 1.2\n", "\n"),
        ("} 149.50\n", '} 149.50 20250301 "a \\"b\\" {c} #TRANS"\n#RTRANS 5010 {} 9\n#BTRANS 5010 {} 8\n'),
        ("149.50\n#TRANS 1930 {} -1149.50", "149.50\n#TRANS 1930 {} -1000\n#TRANS 1930 {} -149.50"),
        ("-100.50\n}\n", "-100.50\n}"),
        ("-100.50\n}\n", "-100.50\n}\n\x1a"),
    ],
)
def test_a_file_may_be_written_in_many_ways(old: str, new: str) -> None:
    assert old in WHOLE
    ledger, found = read(WHOLE.replace(old, new))
    assert found == []
    whole, _ = read(WHOLE)
    assert [(row.account, row.year, row.objects, row.amounts) for row in ledger.rows] == [
        (row.account, row.year, row.objects, row.amounts) for row in whole.rows
    ]


def test_objects_are_of_periods_where_the_file_has_no_transactions() -> None:
    text = HEAD.replace("TYP 4", "TYP 3") + CHART + BALANCES
    text += '#PSALDO 0 202501 4010 {1 "10"} 40\n#PSALDO 0 202502 4010 {1 "10"} 2\n#PSALDO 0 202502 4010 {} 1100.50\n'
    text += '#PSALDO -1 202402 4010 {6 "P1"} 7\n'
    ledger, _ = read(text)
    assert amounts(ledger, "4010") == {"": {"RESULT": "1100.50"}, "1:10": {"RESULT": "42"}}
    assert amounts(ledger, "4010", 2024) == {"": {"RESULT": "1700.00"}, "6:P1": {"RESULT": "7"}}


def test_transactions_and_periods_are_never_added_together() -> None:
    ledger, _ = read(WHOLE + '#PSALDO 0 202502 4010 {1 "10"} 650\n#PSALDO 0 202502 4010 {1 "20"} 300\n')
    assert amounts(ledger, "4010")["1:10"] == {"RESULT": "700.00"}


def test_balances_of_objects_are_told_or_reckoned_from_their_openings() -> None:
    opened = '#OIB 0 2440 {6 "P1"} -20\n#IB 0 2440 -20\n#IB 0 1930 20\n#TRANS 2440 {6 "P1" 1 "10"} -30\n'
    ledger, _ = read(HEAD + CHART + opened + "#UB 0 2440 -50\n")
    assert amounts(ledger, "2440")["6:P1"] == {"OPENING": "-20", "CLOSING": "-50"}
    ledger, _ = read(HEAD + CHART + opened + '#OUB 0 2440 {6 "P1"} -49\n')
    assert amounts(ledger, "2440")["6:P1"] == {"OPENING": "-20", "CLOSING": "-49"}


def test_a_broken_financial_year_is_the_calendar_year_in_which_it_ends() -> None:
    ledger, _ = read(
        WHOLE.replace("20250101 20251231", "20250701 20260630").replace("20240101 20241231", "20240701 20250630")
    )
    assert ledger.years == (2026, 2025)


def test_a_nil_that_is_written_is_there_and_one_that_is_not_is_absent() -> None:
    ledger, _ = read(HEAD + '#UB 0 1930 0\n#KONTO 2440 "Leverantörer"\n')
    assert amounts(ledger, "1930") == {"": {"CLOSING": "0"}}
    assert amounts(ledger, "2440") == {}
    assert ledger.names == {"2440": "Leverantörer"}


def test_a_file_with_verifications_of_two_years_counts_those_of_its_year() -> None:
    earlier = '#VER A 9 20240501 "I fjol"\n{\n#TRANS 4010 {} 1700\n#TRANS 1930 {} -1700\n}\n'
    ledger, found = read(WHOLE + earlier)
    assert [each.code for each in found] == ["sie_outside"]
    assert "räknas inte med" in message(found[0]).what
    assert ledger.rows == read(WHOLE)[0].rows
