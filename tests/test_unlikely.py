"""Rows that break no sum and are yet unlikely, and the ordinary ones beside them of which nothing is said."""

from decimal import Decimal
from typing import Any

import pytest
from component_cases import read
from small_underlag import Rows, Values, cost, small

from generator.checks import rows_twice, unlikely
from generator.checks.units import columns_are_in_one_unit
from generator.findings.message import message
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.model.association import Association
from generator.model.typed_number import TypedNumber
from generator.subjects.auditors.rows import Auditor
from generator.subjects.free_tables.rows import FreeRow, FreeTable
from generator.subjects.indicators.rows import Indicator
from generator.subjects.overview.rows import KeyFigure

RULES = (
    rows_twice.rows_stand_once,
    unlikely.notes_are_of_one_post,
    unlikely.amounts_are_of_one_size,
    unlikely.amounts_have_the_sign_of_their_row,
    unlikely.rows_have_their_own_amounts,
    unlikely.cash_stays,
    unlikely.depreciation_goes_on,
)


def said(values: Values) -> list[str]:
    case, problems = read({model: rows for model, rows in values.items() if model is not Association})
    assert problems == []
    found = (message(finding) for rule in RULES for finding in rule(case))
    return [f"{each.severity.word} {each.place.cell}: {each.what}".replace("\u00a0", " ") for each in found]


def with_costs(*rows: dict[str, Any]) -> Values:
    return small() | {IncomeOrCost: [*small()[IncomeOrCost], *rows]}


def test_of_ordinary_rows_nothing_is_said() -> None:
    assert said(small()) == []


def test_a_row_that_stands_twice_in_all_that_is_typed() -> None:
    twice = with_costs(cost("Lokaler", "600.00", "650.00"))
    assert said(twice) == ["Varning rad 9: Raden är likadan som rad 7. Beloppen räknas då två gånger."]
    assert said(with_costs(cost("Lokaler", "600.00", "651.00"))) == []
    assert said(with_costs(cost("Lokaler", "600.00", "650.00", remark="Andra huset"))) == []


def test_a_block_of_rows_pasted_again_is_told_once() -> None:
    rows = small()[IncomeOrCost]
    assert said(small() | {IncomeOrCost: [*rows, *rows[1:]]}) == [
        "Varning rad 9: Raderna 9–11 är likadana som raderna 6–8. Beloppen räknas då två gånger."
    ]
    assert said(small() | {IncomeOrCost: [*rows, rows[2], rows[2]]})[0].startswith("Varning rad 9: Raderna 9–10 är")


def test_a_row_without_amounts_stands_once_too_but_may_recur_in_a_table_of_ones_own() -> None:
    auditor = {"name": "Bo Ek", "role": "förtroendevald revisor"}
    assert said(small() | {Auditor: [auditor, auditor]}) == [
        "Varning rad 6: Raden är likadan som rad 5. Det som står där är då med två gånger."
    ]
    yes, no = ({"table": "Svar", "label": word, "value_1": "3"} for word in ("Ja", "Nej"))
    tables = small() | {FreeTable: [{"name": "Svar"}]}
    assert said(tables | {FreeRow: [yes, no, yes, no]}) == []
    assert len(said(tables | {FreeRow: [yes, no, no]})) == 1


def test_a_row_of_another_post_than_all_the_others_of_its_note() -> None:
    odd = cost("Ränta", "1.00", "2.00") | {"line": "Finansiella kostnader"}
    (told,) = said(with_costs(odd))
    assert told == (
        "Varning A9: Ränta har posten Finansiella kostnader, men de andra raderna i noten ”Kostnader” har posten "
        "Verksamhetens kostnader."
    )
    assert said(with_costs(odd, odd | {"note_row": "Avgift", "this_year": Decimal("4.40")})) == []


@pytest.mark.parametrize(
    ("this_year", "last_year", "budget", "told"),
    [
        ("6543.20", "654.32", None, "Varning G9: Porto: 6 543,20 kr är jämnt tio gånger större än 654,32 kr"),
        ("66123.00", "654.32", "700.00", "Notera G9: Porto: 66 123 kr är ungefär hundra gånger större än radens"),
        ("0.65", "654.32", "700.00", "Notera G9: Porto: 0,65 kr är ungefär tusen gånger mindre än radens"),
        ("94253.20", "4640.40", None, ""),
        ("3210.00", "218.00", None, ""),
        ("6600.00", "654.32", None, ""),
        ("6600.00", "654.32", "5000.00", ""),
        ("500.00", "5000.00", None, ""),
    ],
)
def test_an_amount_is_held_against_the_others_of_its_row(
    this_year: str, last_year: str, budget: str | None, told: str
) -> None:
    row = cost("Porto", this_year, last_year, budget=Decimal(budget) if budget else None)
    found = [each for each in said(with_costs(row)) if " G9: " in each]
    assert len(found) == bool(told)
    assert all(each.startswith(told) for each in found)


def test_older_years_of_the_overview_are_held_against_each_other() -> None:
    row = {"key": "Soliditet", "third_year": "77 %", "fourth_year": "7,9 %", "fifth_year": "7,4 %"}
    (told,) = said(small() | {KeyFigure: [row]})
    assert told.startswith("Notera E5: Soliditet: ")


def test_a_budget_with_minus_where_the_outcomes_have_none() -> None:
    row = cost("Porto", "60.00", "70.00", budget=Decimal("-65.50"))
    (told,) = said(with_costs(row))
    assert told == (
        "Varning J9: Porto: −65,50 kr i kolumnen Budget beslutad, men radens andra belopp är utan minus "
        "(60 kr och 70 kr)."
    )
    assert said(with_costs(row | {"note_row": "Återbetalning av porto"})) == []
    assert said(with_costs(row | {"this_year": Decimal("-60.00")})) == []


def test_two_rows_that_fit_each_others_other_amounts() -> None:
    rows = cost("Hyra", "120.30", "5000.00"), cost("El", "5100.00", "125.00")
    (told,) = said(with_costs(*rows))
    assert told == ("Notera G9: Hyra är 120,30 kr och El 5 100 kr. Tvärtom vore de mer lika radernas andra belopp.")
    assert said(with_costs(cost("Hyra", "120.30", "5000.00"), cost("El", "900.00", "125.00"))) == []


def test_two_rows_with_one_amount_of_many_digits() -> None:
    rows: Rows = [cost("Hyra", "5123.40", "5000.00"), cost("El", "5123.40", "4125.00")]
    assert said(with_costs(*rows)) == ["Notera G10: Hyra och El har samma belopp, 5 123,40 kr, i kolumnen Utfall i år."]
    assert said(with_costs(rows[0], rows[1] | {"last_year": Decimal("5000.00")})) == []
    assert said(with_costs(cost("Hyra", "5000.00", "5100.00"), cost("El", "5000.00", "4125.00"))) == []


def test_cash_that_is_there_one_year_and_gone_the_next() -> None:
    values = small()
    values[BalanceItem][1]["line"] = "Fordringar"
    values[BalanceItem][1]["last_year"] = None
    values[BalanceItem].append({"line": "Kassa och bank", "last_year": Decimal("760.25")})
    assert said(values) == ["Varning : Likvida medel är noll 2020-12-31, men 760,25 kr 2019-12-31."]


def test_per_cents_of_a_row_are_of_one_size_however_they_are_typed() -> None:
    row = {"name": "Nöjda", "this_year": Decimal("12.5"), "last_year": TypedNumber(Decimal("0.125"), 1, suffix="%")}
    assert said(small() | {Indicator: [row]}) == []
    assert len(said(small() | {Indicator: [row | {"this_year": Decimal(1250)}]})) > 0


def test_one_row_in_thousands_is_asked_about_but_not_a_small_one_that_grew() -> None:
    values = small() | {IncomeOrCost: [cost("Lokaler", "612.00", "590321.40"), cost("Löner", "800.00", "790.00")]}
    assert said(values)[0] == (
        "Notera G5: Lokaler: 612 kr är ungefär tusen gånger mindre än radens andra belopp (590 321,40 kr)."
    )
    assert said(small() | {IncomeOrCost: [cost("Ränta", "11400.00", "12.00")]}) == []


def test_a_column_in_thousands_is_told_once_and_not_row_by_row() -> None:
    names, amounts = ("Löner", "Lokaler", "Resor", "Möten"), ("900421", "412300", "51200", "99100")
    rows = [
        cost(name, amount, str(int(amount) // 1000), budget=Decimal(amount))
        for name, amount in zip(names, amounts, strict=True)
    ]

    def of(rows: Rows) -> Values:
        return {model: each for model, each in small().items() if model is not Association} | {IncomeOrCost: rows}

    case, _ = read(of(rows))
    [unit] = map(message, columns_are_in_one_unit(case))
    assert unit.what == ("Beloppen i kolumn H (utfall 2019) är ungefär en tusendel av dem i G och J, post för post.")
    assert said(of(rows)) == []
    for row in rows:
        row["this_year"], row["last_year"] = row["last_year"], row["this_year"]
    [unit] = map(message, columns_are_in_one_unit(read(of(rows))[0]))
    assert unit.what.startswith("Beloppen i kolumn G (utfall 2020)")
