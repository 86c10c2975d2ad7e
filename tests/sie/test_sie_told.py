"""What is wrong in a SIE file is told with its line."""

import pytest
from sie_texts import BALANCES, CHART, HEAD, PLACE, WHOLE, line_of, told

from generator.findings.finding import Severity
from generator.findings.message import message
from generator.ledger.sie.read import read_sie


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ("#IB 0 1930 500.00", "#IB 0 1930 501.00", "sie_opening", "#IB 0 1930"),
        ("#UB 0 1930 1350.50", "#UB 0 1930 1350.51", "sie_moved", "#UB 0 1930"),
        ("#UB 0 1930 1350.50", "#UB 0 1930 1350,5O", "sie_amount", "#UB 0 1930"),
        ("#UB 0 2440 -100.50\n", "", "sie_moved", "#TRANS 2440"),
        ("#UB 0 2440 -100.50", "#UB 0 X2440 -100.50", "sie_account_key", "#UB 0 X2440"),
        ("#RES 0 5010 149.50", "#RES 0 5010", "sie_short", "#RES 0 5010"),
        ("#RES 0 5010 149.50", "#RES noll 5010 149.50", "sie_year_number", "#RES noll"),
        ("#RES 0 5010 149.50", "#RES 0 5010 149.50\n#RES 0  5010 9.50", "sie_twice", "#RES 0  5010"),
        ("#KONTO 5010", "#KONTO 5011", "sie_nameless", "#RES 0 5010"),
        ("#RAR 0 20250101 20251231", "#RAR 0 2025", "sie_year_reckoned", "#RAR 0"),
        ("#RAR -1 20240101 20241231", "#RAR -1 20250101 20250630", "sie_two_years", "#RAR -1"),
        ("#RES 0 5010 149.50", "#RES 0 5010 149.50\n#RES 0  5010 149.50", "sie_repeated", "#RES 0  5010"),
        ("#RAR -1 20240101 20241231", "#RAR -1 20260101 20261231", "sie_years_reversed", "#RAR 0"),
        ("#RAR -1 20240101 20241231", "#RAR -1 20230101 20231231", "sie_years_apart", "#RAR 0"),
        ("#GEN 20260115", "#OMFATTN 20251130", "sie_until", "#OMFATTN"),
        ("#VER A 2 20250301", "#VER A 2 20230301", "sie_outside", "#VER A 2"),
        ("#TRANS 5010 {} 149.50", "#TRANS 5010 {} 149.00", "sie_verification", "#VER A 2"),
        ("}\n#VER A 2", "#VER A 2", "sie_braces", "#VER A 1"),
        ("-100.50\n}\n", "-100.50\n}\n#TRANS 6010 {} 5\n", "sie_loose", "#TRANS 6010"),
    ],
)
def test_a_planted_error_is_told_with_its_line(old: str, new: str, code: str, at: str) -> None:
    assert WHOLE.count(old) == 1
    text = WHOLE.replace(old, new)
    assert line_of(text, at) in told(text)[code]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("#UB 0 1930 1350.50", "#UB 0 1930 1350,5O"),
        ("#RES 0 5010 149.50", "#RES 0 5010"),
        ("#IB 0 1930 500.00", "#IB noll 1930 500.00"),
        ("#TRANS 5010 {} 149.50", "#TRANS 5010 {} ?"),
        ("#TRANS 2440 {} -100.50\n}\n", "#TRANS 2440 {"),
    ],
)
def test_what_follows_from_an_amount_that_cannot_be_read_is_not_told_once_more(old: str, new: str) -> None:
    assert sum(map(len, told(WHOLE.replace(old, new)).values())) == 1


def test_balances_alone_in_a_file_of_type_4_may_be_a_cut_file() -> None:
    assert told(HEAD + CHART + BALANCES) == {"sie_no_verifications": [line_of(HEAD, "#SIETYP")]}


def test_what_is_no_sie_file_is_said_to_be_none() -> None:
    for data in (b"", b"konto;belopp\n1930;5\n", bytes(range(256))):
        ledger, found = read_sie(data, PLACE)
        assert ledger is None
        assert [each.code for each in found] == ["sie_not_sie"]


def test_a_file_that_is_cut_is_told_where_it_ends() -> None:
    start = line_of(WHOLE, "#VER A 2")
    assert told(WHOLE[: WHOLE.index("#TRANS 5010")])["sie_cut"] == [start]
    assert told(WHOLE[: WHOLE.index("#VER A 2") + 12])["sie_cut"] == [start]
    half = WHOLE[: WHOLE.index("#RES 0 5010")] + "#RES 0 50"
    assert told(half)["sie_cut"] == [line_of(WHOLE, "#RES 0 5010")]
    label = WHOLE[: WHOLE.index("ES 0 5010")]
    assert told(label)["sie_cut"] == [line_of(WHOLE, "#RES 0 5010")]


def test_a_file_that_is_cut_in_an_amount_is_told_by_its_decimals() -> None:
    budgets = "".join(f"#PBUDGET 0 2025{month:02d} 5010 {{}} 10.50\n" for month in range(1, 13))
    text = HEAD + CHART + BALANCES + budgets
    for cut, wrong in ((0, False), (1, False), (2, True), (4, True)):
        assert ("sie_cut" in told(text[: len(text) - cut])) is wrong


def test_many_alike_are_told_together_with_their_lines() -> None:
    nameless = "\n".join(line for line in WHOLE.splitlines() if not line.startswith("#KONTO"))
    (found,) = read_sie(nameless.encode("cp437"), PLACE)[1]
    assert found.code == "sie_nameless"
    assert "Detsamma gäller 5 till: rad" in message(found).what
    assert message(found).about.endswith(" och 5 till")


def test_sums_that_are_not_nil_are_told_with_the_amount_that_is_behind() -> None:
    balances = HEAD.replace("TYP 4", "TYP 1") + CHART + BALANCES
    (found,) = read_sie(balances.replace("#RES 0 5010 149.50", "#RES 0 5010 299.00").encode("cp437"), PLACE)[1]
    assert found.code == "sie_sums"
    assert "är 149,50 kr" in message(found).what.replace("\u00a0", " ")
    text = balances + "#RES 0 5090 77\n#KONTO 5090 Fel\n"
    (found,) = read_sie(text.encode("cp437"), PLACE)[1]
    assert found.place.row == line_of(text, "#RES 0 5090")


def test_a_result_that_is_not_carried_to_equity_is_told_with_the_openings() -> None:
    text = WHOLE.replace("#IB 0 2010 -500", "#IB 0 2010 -400").replace("#UB 0 2010 -500", "#UB 0 2010 -400")
    found = {each.code: message(each) for each in read_sie(text.encode("cp437"), PLACE)[1]}
    assert found.keys() == {"sie_opening_sum", "sie_sums"}
    assert "Lika mycket är resultatet 2024" in found["sie_opening_sum"].what
    assert found["sie_sums"].severity is Severity.WARNING


def test_equity_may_open_with_last_years_result_and_nothing_else() -> None:
    assert "sie_opening" not in told(WHOLE)
    assert told(WHOLE.replace("#UB -1 2010 -400", "#UB -1 2010 -390"))["sie_opening"] == [line_of(WHOLE, "#IB 0 2010")]


def test_last_years_closings_stand_in_for_openings_that_are_not_there() -> None:
    without = "".join(line for line in WHOLE.splitlines(keepends=True) if not line.startswith("#IB"))
    assert told(without) == {}
    changed = without.replace("#UB 0 2440 -100.50", "#UB 0 2440 -100.00")
    assert told(changed)["sie_moved"] == [line_of(changed, "#UB 0 2440")]


def test_changes_of_periods_are_held_against_balances_where_there_are_no_transactions() -> None:
    changes = {1930: "850.50", 2440: "-100.50", 3010: "-2000", 4010: "1100.50", 5010: "149.50"}
    text = HEAD.replace("TYP 4", "TYP 2") + CHART + BALANCES
    text += "".join(f"#PSALDO 0 202503 {account} {{}} {change}\n" for account, change in changes.items())
    assert told(text) == {}
    changed = text.replace("#RES 0 4010 1100.50", "#RES 0 4010 1100.05")
    assert told(changed)["sie_moved"] == told(changed)["sie_sums"] == [line_of(changed, "#RES 0 4010")]
    only_some = text.replace("#PSALDO 0 202503 1930", "#PSALDO 0 202503 1940").replace("1940 {} 850.50", "1940 {} 0")
    assert told(only_some) == {}
    partly = text.replace("4010 {} 1100.50", '4010 {} 100.50\n#PSALDO 0 202503 4010 {1 "10"} 1000')
    assert told(partly) == {}


def test_objects_that_are_more_than_their_account_are_told() -> None:
    over = "".join(
        f"#PBUDGET 0 202501 4010 {what}\n" for what in ("{} 60", '{1 "10"} 50', '{1 "20"} 11', '{6 "P1"} 60')
    )
    assert told(WHOLE + over)["sie_objects"] == [WHOLE.count("\n") + 2]
    for amount, wrong in ((149, False), (150, True)):  # of an account whose periods are told of objects alone
        assert ("sie_objects" in told(WHOLE + f'#PSALDO 0 202512 5010 {{1 "10"}} {amount}.00\n')) is wrong


def test_a_file_without_a_year_or_without_amounts_is_told() -> None:
    assert told("#KONTO 1930 Bank\n#UB 0 1930 5\n") == {"sie_no_year": [0]}
    assert told(HEAD + CHART) == {"sie_empty": [0]}
    assert told("#KONTO 1930 Bank\n#OMFATTN 20251231\n#UB 0 1930 0\n") == {"sie_year_reckoned": [0]}


def test_more_than_is_read_is_refused_with_a_sentence() -> None:
    ledger, found = read_sie(b"#KONTO 1930 Bank\n#" + b"x" * 20_000, PLACE)
    assert ledger is None
    assert [(each.code, each.place.row) for each in found] == [("too_much", 2)]
    assert told("#VER A\n" * 300_001) == {"too_much": [0]}
