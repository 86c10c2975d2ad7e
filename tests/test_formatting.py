"""Numbers and dates as Swedes write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ground.formatting import in_unit, iso_date, kronor, long_date, number, percent

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("0", 0, "0"),
        ("-0.4", 0, "0"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "−1"),
        ("2.5", 0, "3"),
        ("1234.5", 0, "1 235"),
        ("-1625", 0, "−1 625"),
        ("1234567.891", 2, "1 234 567,89"),
        ("999.995", 2, "1 000,00"),
        ("0.05", 1, "0,1"),
    ],
)
def test_numbers(value: str, decimals: int, expected: str) -> None:
    assert number(Decimal(value), decimals) == expected.replace(" ", NBSP)


@given(st.decimals(-(10**9), 10**9, places=3), st.integers(0, 2))
def test_no_number_breaks_over_a_line_or_has_a_hyphen_for_minus(value: Decimal, decimals: int) -> None:
    text = number(value, decimals)
    assert not set(text) & {" ", "-", "."}
    assert text.strip("−0,") or "−" not in text


def test_units_and_shares() -> None:
    assert in_unit(Decimal(1_791_165), "tkr") == 1791
    assert in_unit(Decimal(-649_500), "tkr") == -650
    assert in_unit(Decimal(1_791_165), "mnkr", 1) == Decimal("1.8")
    assert percent(Decimal("0.5905")) == f"59{NBSP}%"
    assert kronor(Decimal("42812.00")) == f"42{NBSP}812{NBSP}kr"
    assert kronor(Decimal("0.5")) == f"0,50{NBSP}kr"


def test_dates() -> None:
    assert iso_date(date(2020, 12, 31)) == "2020-12-31"
    assert long_date(date(2021, 3, 5)) == f"5{NBSP}mars{NBSP}2021"
