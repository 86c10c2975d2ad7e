"""Amounts and organisation numbers as Swedes type them: read where one meaning is possible, refused where two are."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from cases import BASE, as_listed
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError
from workbooks import as_xlsx, laid_over

from generator.checks.identity import holds_personal_number, luhn_holds, organisation_number
from generator.ground.formatting import kronor, number
from generator.model.reading import number_from_text
from generator.model.reading_free import free_of, value_of
from generator.pipeline import examine

READ = {
    "1 234,50": "1234.50",
    "1\u00a0234,50": "1234.50",
    "1\u202f234,50": "1234.50",
    "1\u2009234": "1234",
    "1234,5": "1234.5",
    "1234.50": "1234.50",
    "1.234,50": "1234.50",
    "1,234.50": "1234.50",
    "1.234.567": "1234567",
    "1,234,567": "1234567",
    "1.234.567,89": "1234567.89",
    "12 345 678": "12345678",
    "1 000 kr": "1000",
    "1 000:-": "1000",
    "1000 SEK": "1000",
    "1 000,00 kronor": "1000.00",
    "\u2212405": "-405",
    "\u2013405": "-405",
    "- 405": "-405",
    "405-": "-405",
    "(405)": "-405",
    "(1 405,50)": "-1405.50",
    "\u22121 405 kr": "-1405",
    "+14": "14",
    " 0 ": "0",
    "0,50": "0.50",
    "0.123": "0.123",
    "007": "7",
    "１２": "12",
    "12,3456": "12.3456",
}


@pytest.mark.parametrize(("typed", "value"), READ.items(), ids=ascii)
def test_an_amount_typed_as_text_is_read(typed: str, value: str) -> None:
    assert number_from_text(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["", " ", "-", "\u2013", "\u2014", "\u2212", "--", "\u00a0"], ids=ascii)
def test_a_dash_alone_is_nothing(typed: str) -> None:
    assert number_from_text(typed) is None


@pytest.mark.parametrize("typed", ["1.234", "1,234", "12.345", "-123.456", "(1.234)", "1,234 kr"])
def test_thousands_or_decimals_is_asked(typed: str) -> None:
    with pytest.raises(PydanticCustomError) as raised:
        number_from_text(typed)
    assert raised.value.type == "amount_ambiguous"


@pytest.mark.parametrize(
    "typed",
    [
        "saknas",
        "1 23",
        "1 2345",
        "12 34,5",
        "1..5",
        "1,2,3",
        "1.23.456",
        "5-3",
        "1e5",
        "1_000",
        "--5",
        "((5))",
        "=1+1",
        "5 %",
        "1/2",
        "12 kr 50 öre",
        "∞",
        "NaN",
        "10,5,",
        ",",
        ".",
        "kr",
        "()",
    ],
    ids=ascii,
)
def test_what_is_no_number_is_not_made_one(typed: str) -> None:
    with pytest.raises(PydanticCustomError) as raised:
        number_from_text(typed)
    assert raised.value.type == "amount_not_a_number"


@given(st.decimals(min_value=-(10**11), max_value=10**11, places=2))
def test_what_the_program_prints_it_can_read(value: Decimal) -> None:
    assert number_from_text(number(value, 2)) == value
    assert number_from_text(kronor(value)) == value


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("12 st", "12 st"),
        ("–", "–"),
        (" ", None),
        ("59 %", Decimal("0.59")),
        ("1 234,5", Decimal("1234.5")),
        ("12 kr", Decimal(12)),
        (date(2021, 3, 5), "2021-03-05"),
    ],
)
def test_a_free_cell_holds_a_number_or_words(typed: object, read: Decimal | str | None) -> None:
    assert free_of(typed) == read


def test_a_free_cell_that_has_two_meanings_as_a_number_is_asked_about() -> None:
    with pytest.raises(PydanticCustomError, match="amount_ambiguous"):
        free_of("1.234")


@pytest.mark.parametrize("typed", ["12" * 200, f"-{'9' * 13}", f"{'9' * 40} %"])
def test_a_number_of_too_many_digits_is_refused_and_free_digits_are_words(typed: str) -> None:
    with pytest.raises(PydanticCustomError) as error:
        value_of(typed)
    assert error.value.type == "amount_too_large"
    assert free_of(typed) == typed


def test_a_per_cent_with_three_decimals_has_one_meaning() -> None:
    assert free_of("1,234 %") == Decimal("0.01234")


def test_the_spellings_hold_in_a_workbook(tmp_path: Path) -> None:
    cells = '== Intäkter och kostnader ==\nF2: "1\\u00a0000,50 kr"\nF3: "600,25"\nF4: "+300"\nF5: "10.25"\n'
    cells += '== Balansposter ==\nD3: "489,7"\nD4: "200:-"\nB10: " 370,20"\n'
    (tmp_path / "underlag.xlsx").write_bytes(as_xlsx(laid_over(BASE, cells)))
    assert as_listed(examine(tmp_path).findings) == "inget"


@pytest.mark.parametrize(
    "text", ["222000-2014", "2220002014", "222000 2014", "162220002014", "222000\u20132014", " 222000-2014 "]
)
def test_an_organisation_number_is_recognised_and_is_no_personal_number(text: str) -> None:
    assert organisation_number(text) == "2220002014"
    assert not holds_personal_number(text)


@given(st.integers(0, 99), st.integers(20, 99), st.integers(0, 99), st.integers(0, 999))
def test_no_organisation_number_is_taken_for_a_personal_number(first: int, second: int, third: int, last: int) -> None:
    # The third digit of an organisation number is at least 2, where a date has its month.
    digits = f"{first:02}{second:02}{third:02}{last:03}"
    check = next(digit for digit in range(10) if luhn_holds(f"{digits}{digit}"))
    text = f"{digits[:6]}-{digits[6:]}{check}"
    assert organisation_number(text)
    assert not holds_personal_number(f"Org.nr {text}, även 16{text}.")


@pytest.mark.parametrize(
    "text",
    [
        "811218-9876",
        "19811218-9876",
        "198112189876",
        "811218+9876",
        "811218\u20139876",
        "Se 811218-9876.",
        "811278-9873",
    ],
    ids=ascii,
)
def test_a_personal_or_coordination_number_is_seen(text: str) -> None:
    assert holds_personal_number(text)


@pytest.mark.parametrize("text", ["0703121218", "811218-9875", "811318-9876", "9811218-98760", "5560360793", "2020:14"])
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not holds_personal_number(text)
