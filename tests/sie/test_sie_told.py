"""What is wrong in a SIE file is told with its line."""

import pytest
from sie_texts import PLACE, WHOLE, line_of, told

from generator.findings.message import message
from generator.ledger.sie.read import read_sie


def changed(old: str, new: str) -> tuple[str, int]:
    """The whole file with one thing changed, and the line of it."""
    assert WHOLE.count(old) == 1
    return WHOLE.replace(old, new), WHOLE[: WHOLE.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("#IB 0 1930 500.00", "#IB 0 1930 501.00", "sie_opening"),
        ("#UB 0 1930 1350.50", "#UB 0 1930 1350.51", "sie_moved"),
        ("#UB 0 1930 1350.50", "#UB 0 1930 1350,5O", "sie_amount"),
        ("#RES 0 5010 149.50", "#RES 0 5010", "sie_short"),
        ("#RES 0 5010 149.50", "#RES noll 5010 149.50", "sie_year_number"),
        ("#RES 0 5010 149.50", "#RES 0 5010 149.50\n#RES 0 5010 9.50", "sie_twice"),
        ("#VER A 2 20250301", "#VER A 2 20230301", "sie_outside"),
        ("#TRANS 5010 {} 149.50", "#TRANS 5010 {} 149.00", "sie_verification"),
        ("#GEN 20260115", "#OMFATTN 20251130", "sie_until"),
        ("}\n#VER A 2", "#VER A 2", "sie_braces"),
        ('#VER A 2 20250301 "Tjänster"\n{\n', "", "sie_loose"),
    ],
)
def test_a_planted_error_is_told_near_its_line(old: str, new: str, code: str) -> None:
    text, line = changed(old, new)
    assert code in told(text)
    assert any(abs(each - line) <= 6 for each in told(text)[code])


def test_what_is_no_sie_file_is_said_to_be_none() -> None:
    for data in (b"", b"konto;belopp\n1930;5\n", bytes(range(256))):
        ledger, found = read_sie(data, PLACE)
        assert ledger is None
        assert [each.code for each in found] == ["sie_not_sie"]


def test_a_file_that_is_cut_is_told_where_it_ends() -> None:
    start = line_of(WHOLE, "#VER A 2")
    assert told(WHOLE[: WHOLE.index("#TRANS 5010")])["sie_cut"] == [start]
    half = WHOLE[: WHOLE.index("#RES 0 5010")] + "#RES 0 50"
    assert told(half)["sie_cut"] == [line_of(WHOLE, "#RES 0 5010")]


def test_many_alike_are_told_together_with_their_lines() -> None:
    nameless = "\n".join(line for line in WHOLE.splitlines() if not line.startswith("#KONTO"))
    (found,) = read_sie(nameless.encode("cp437"), PLACE)[1]
    assert found.code == "sie_nameless"
    assert "Detsamma gäller 5 till: rad" in message(found).what
