"""What is bought, sold, written down, borrowed and paid: one row for note, result, investments and cash flow."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pdfs import written
from small_underlag import Values, examined, findings, small

from generator.figures.figure import FigureId
from generator.figures.table import Table, shown_number
from generator.findings.finding import Severity
from generator.findings.message import message, severity_of
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.model.fact import Fact
from generator.model.registers import Note, OutlineBlock
from generator.next_year.folder import next_year
from generator.pipeline import Examination, examine
from generator.subjects.balance_requirement.rows import Adjustment
from generator.subjects.investments.rows import Investment
from generator.subjects.roll_forward.rows import RollRow

EQUIPMENT, SHARES = "Maskiner och inventarier", "Finansiella anläggningstillgångar"
PENSIONS, LOANS = "Andra avsättningar", "Långfristiga skulder"
COST, WORN = "Anskaffningsvärde", "Ackumulerade avskrivningar"


def underlag(*rows: dict[str, Any], cash: int = 0) -> Values:
    """The small underlag with changes of balances, and as much more in the bank as they brought."""
    values = small()
    values[RollRow] = [{"line": EQUIPMENT, **row} for row in rows]
    for row in values[RollRow]:
        row["note"] = row["line"]
    values[Note] += [{"key": line} for line in dict.fromkeys(row["line"] for row in values[RollRow])]
    bank = values[BalanceItem][1]
    values[BalanceItem][1] = bank | {"this_year": bank["this_year"] + cash}
    return values


def row(kind: str, amount: int | None = None, label: str = "", **more: Any) -> dict[str, Any]:
    return {"kind": kind, "label": label} | ({} if amount is None else {"this_year": amount}) | more


def sold(price: int | None) -> Values:
    """A car of 90 that is worn to 40, sold for a price."""
    return underlag(
        row("inköp", 90, "Bil", group=COST),
        row("försäljning", -90, "Bil", group=COST, activity="Kansli", **({} if price is None else {"price": price})),
        row("avskrivning", -50, group=WORN, activity="Kansli"),
        row("försäljning", 50, "Bil", group=WORN),
        cash=(price or 0) - 90,
    )


def told(made: Examination, title: str) -> dict[str, object]:
    """The rows of a table with what they show of the year."""
    table = next(each for each in made.whole.tables if each.title == title)
    return {row.label: shown(row.cells[0], table) for row in table.rows if row.cells}


def shown(cell: Any, table: Table) -> object:
    number = shown_number(cell, table)
    return int(number) if isinstance(number, Decimal) else None


def errors(made: Examination) -> list[str]:
    """What stops a render, as it is told."""
    return [message(each).what for each in made.findings if severity_of(each) is Severity.ERROR]


@pytest.mark.parametrize(
    ("price", "line", "name"), [(55, "intäkter", "Realisationsvinster"), (25, "kostnader", "Realisationsförluster")]
)
def test_the_result_of_a_sale_is_derived_and_is_no_operation(price: int, line: str, name: str) -> None:
    made = examined(sold(price))
    assert not errors(made)
    result = told(made, "Resultaträkning")
    assert result[f"varav {name.lower()}"] == (15 if price > 40 else -15)
    cash = told(made, "Kassaflödesanalys")
    assert cash["varav realisationsvinster (−)/realisationsförluster (+)"] == (-15 if price > 40 else 15)
    assert cash["Investering i immateriella och materiella anläggningstillgångar"] == -90
    assert cash["Försäljning av immateriella och materiella anläggningstillgångar"] == price
    assert cash["Kassaflöde från investeringsverksamheten"] == price - 90
    assert f"Verksamhetens {line}" in result


def test_what_was_bought_and_scrapped_in_a_year_is_an_investment_all_the_same() -> None:
    values = underlag(row("inköp", 50, "Möbler"), row("utrangering", -50, "Möbler", activity="Kansli"), cash=-50)
    values[Investment] = [{"name": "Möbler", "budget": 60}]
    values[OutlineBlock] = [
        block | ({"text": "", "content": "Investeringsredovisning"} if block["heading"] == "Investeringar" else {})
        for block in values[OutlineBlock]
    ]
    made = examined(values)
    assert not errors(made)
    assert told(made, "Investeringsredovisning") == {"Möbler": 50, "Summa investeringar": 50}
    cash = told(made, "Kassaflödesanalys")
    assert cash["Investering i immateriella och materiella anläggningstillgångar"] == -50
    assert cash["varav utrangeringar"] == 50
    assert told(made, "Resultaträkning")["varav utrangeringar"] == -50
    values[RollRow] = [
        each | {"kind": "förändring", "label": f"{each['kind'].capitalize()} av möbler"} for each in values[RollRow]
    ]
    untold = examined(values)
    assert "inte gjort några investeringar" not in str(untold.whole.blocks)
    assert {"roll_kind_untold"} <= {finding.code for finding in untold.findings}


def test_a_write_down_stands_apart_from_the_depreciation() -> None:
    made = examined(
        underlag(row("inköp", 90), row("avskrivning", -10, activity="Kansli"), row("nedskrivning", -20), cash=-90)
    )
    assert not errors(made)
    result, cash = told(made, "Resultaträkning"), told(made, "Kassaflödesanalys")
    assert (result["Avskrivningar"], result["varav nedskrivningar"]) == (-30, -20)
    assert (cash["varav avskrivningar"], cash["varav nedskrivningar"]) == (10, 20)
    shares = examined(
        underlag(*(each | {"line": SHARES} for each in (row("inköp", 90), row("nedskrivning", -20))), cash=-90)
    )
    assert not errors(shares)
    assert told(shares, "Resultaträkning")["Finansiella kostnader"] == -20
    assert told(shares, "Kassaflödesanalys")["Kassaflöde från investeringsverksamheten"] == -90


def test_loans_and_payments_of_provisions_have_rows_of_their_own() -> None:
    values = underlag(
        row("nytt lån", 300, line=LOANS),
        row("amortering", -120, line=LOANS),
        row("förändring", 60, "Nya avsättningar", line=PENSIONS),
        row("utbetalning", -45, line=PENSIONS),
        cash=180 - 45,
    )
    values[IncomeOrCost].append(
        {
            "line": "Verksamhetens kostnader",
            "note": "Kostnader",
            "note_row": "Avsatt",
            "activity": "Kansli",
            "this_year": 60,
        }
    )
    made = examined(values)
    assert not errors(made)
    cash = told(made, "Kassaflödesanalys")
    assert cash["varav förändring av avsättningar, utom utbetalningar"] == 60
    assert cash["Utbetalning av avsättningar"] == -45
    assert (cash["Nyupptagna lån"], cash["Amortering av lån"]) == (300, -120)
    assert cash["Kassaflöde från finansieringsverksamheten"] == 180


@pytest.mark.parametrize(
    ("rows", "rule", "cell"),
    [
        ((row("inköp", 90, line=PENSIONS),), "roll_kind", "D5"),
        ((row("inköp", -90),), "roll_sign", "F5"),
        ((row("utbetalning", 5, line=PENSIONS),), "roll_sign", "F5"),
        ((row("inköp", 90, price=5),), "roll_price_without_sale", "I5"),
        ((row("inköp", 90), row("försäljning", price=5)), "roll_price_alone", "I6"),
        ((row("inköp", 90), row("försäljning", -90)), "roll_sale_without_price", "F6"),
        ((row("inköp", 90), row("försäljning", -99, price=5)), "roll_more_than_there_was", "F6"),
        ((row("amortering", -91, line=LOANS),), "roll_more_than_there_was", "F5"),
        ((row("förändring", 90, "Årets inköp"),), "roll_kind_untold", "D5"),
        ((row("inköp", 90), row("nedskrivning", 10)), "roll_depreciation_sign", "F6"),
    ],
)
def test_what_is_wrong_with_a_change_is_told_with_its_cell(
    rows: tuple[dict[str, Any], ...], rule: str, cell: str
) -> None:
    assert findings(underlag(*rows))[rule].place.cell == cell


def test_a_purchase_or_a_result_that_stands_twice_is_told() -> None:
    values = sold(55)
    values[Investment] = [{"name": "Bil", "this_year": 90}]
    gain = {"line": "Verksamhetens intäkter", "sub_item": "Reavinst bil", "activity": "Kansli", "this_year": 15}
    values[IncomeOrCost].append(gain)
    found = findings(values)
    assert found["investment_twice"].place.tab == "Investeringar"
    assert found["roll_result_twice"].place.tab == "Intäkter och kostnader"
    assert "investments_differ" not in found


def test_a_reversed_write_down_may_raise_its_asset() -> None:
    rows = (row("inköp", 90), row("nedskrivning", 10, "Återförd nedskrivning"))
    assert "roll_depreciation_sign" not in findings(underlag(*rows))


def test_what_began_from_nothing_has_an_opening_amount_two_years_later(tmp_path: Path) -> None:
    """A purchase of last year is in no column next year: what it came to opens the part."""
    values = underlag(row("inköp", 30, "Datorer", last_year=50))
    values[BalanceItem][1] |= {"this_year": Decimal("1070.00"), "last_year": Decimal("710.25")}
    (tmp_path / "i fjol").mkdir()
    written(values, tmp_path / "i fjol")
    (tmp_path / "underlag.xlsx").write_bytes(next_year(tmp_path / "i fjol").files["underlag.xlsx"])
    after = examine(tmp_path)
    assert after.underlag
    told = [(row.kind, row.last_year) for row in after.underlag.rows(RollRow)]
    assert told == [("inköp", Decimal(30)), ("ingående", Decimal(50))]
    assert after.derived
    assert after.derived.figures[FigureId("balance_sheet.machinery_and_equipment", 2020)].amount == 80


def car(cost: int, back: int, name: str = "Bil", part: str = WORN) -> Values:
    """A car that was there when last year began, sold for 55: its cost and its depreciation as they are typed."""
    return underlag(
        row("ingående", last_year=90, group=COST),
        row("ingående", last_year=-50, group=WORN),
        row("försäljning", cost, "Bil", group=COST, activity="Kansli", price=55),
        row("försäljning", back, name, group=part),
    )


@pytest.mark.parametrize(
    ("values", "rule", "cell"),
    [
        (car(90, 50), "roll_sign", "F7"),
        (car(-90, -50), "roll_sign", "F8"),
        (car(-40, 50), "roll_gain_above_price", "F7"),
        (car(-90, 50, name="Bilen"), "roll_sale_names", "E8"),
        (car(-90, 50, name=""), "roll_sale_names", "E8"),
    ],
)
def test_a_sale_with_a_wrong_half_is_told_by_its_cell(values: Values, rule: str, cell: str) -> None:
    found = findings(values)
    assert found[rule].place.cell == cell
    assert {"roll_sign", "roll_gain_above_price", "roll_sale_names"} & set(found) == {rule}
    assert "roll_sale_without_price" not in found


@pytest.mark.parametrize("values", [car(-90, 50), car(-90, 50, part=COST), sold(55), sold(25)])
def test_a_sale_with_both_halves_right_is_told_nothing(values: Values) -> None:
    assert not {"roll_sign", "roll_gain_above_price", "roll_sale_names"} & set(findings(values))


def test_a_gain_that_nobody_reduces_is_reduced_by_itself_and_another_typed_one_is_told() -> None:
    values = sold(55)
    figures = examined(values).derived
    assert figures
    assert figures.figures[FigureId("balance_requirement.capital_gains", 2020)].amount == -15
    for typed, told in ((15, False), (55, True), (0, True)):
        values[Adjustment] = [{"line": "Reducering av samtliga realisationsvinster", "this_year": typed}]
        found = findings(values)
        assert ("balance_requirement_gain_differs" in found) is told
        assert "balance_requirement_gain" not in found


@pytest.mark.parametrize(("price", "line"), [(55, "intäkter"), (25, "kostnader")])
def test_what_follows_from_a_sale_stands_in_the_note_of_its_line(price: int, line: str) -> None:
    """A line that has a note is the note's sum, whatever its amounts follow from."""
    values = sold(price)
    name = "Realisationsvinster" if price > 40 else "Realisationsförluster"
    post = f"Verksamhetens {line}"
    values[Note] += [{"key": "Posten"}]
    values[IncomeOrCost] = [
        each | ({"note": "Posten"} if each["line"] == post else {}) for each in values[IncomeOrCost]
    ]
    made = examined(values).derived
    assert made
    codes = {"intäkter": "operating_income", "kostnader": "operating_costs"}
    notes = [note for note in made.notes if codes[line] in note.explains]
    year = made.association.year
    sums = sum(made.figures[FigureId(note.code, year)].amount for note in notes)
    assert sums == made.figures[FigureId(f"income_statement.{codes[line]}", year)].amount
    assert [name for note in notes for row in note.rows if row.label == name] == [name]


def test_what_did_not_move_is_no_flow_in_any_section() -> None:
    """A depreciation is cost and balance in one cell: it moves no cash, and neither does what is not there."""
    values = underlag(
        row("ingående", last_year=90, group=COST),
        row("avskrivning", -10, group=WORN, activity="Kansli", last_year=-10),
    )
    cash = told(examined(values), "Kassaflödesanalys")
    assert cash["Kassaflöde från investeringsverksamheten"] is None
    assert cash["Kassaflöde från finansieringsverksamheten"] is None


@pytest.mark.parametrize(("now", "budget", "left"), [(None, 10, True), (-10, 10, False), (None, None, False)])
def test_a_depreciation_that_goes_on_is_missed(now: int | None, budget: int | None, left: bool) -> None:  # noqa: FBT001
    values = underlag(
        row("ingående", last_year=90, group=COST),
        row("avskrivning", now, group=WORN, activity="Kansli", last_year=-10),
    )
    values[IncomeOrCost].append({"line": "Avskrivningar", "activity": "Kansli", "budget": budget})
    assert ("depreciation_left_out" in findings(values)) is left


@pytest.mark.parametrize("budget", [80, None])
def test_how_a_deviation_is_counted_is_said_where_there_is_one(budget: int | None) -> None:
    values = underlag(row("inköp", 90, "Bil"), cash=-90)
    values[Investment] = [{"name": "Bil", "budget": budget}]
    values[IncomeOrCost][0]["budget"] = budget
    values[OutlineBlock] = [
        block | ({"text": "", "content": "Investeringsredovisning"} if block["heading"] == "Investeringar" else {})
        for block in values[OutlineBlock]
    ]
    table = next(each for each in examined(values).whole.tables if each.title == "Investeringsredovisning")
    assert any("Avvikelse" in note for note in table.notes) is bool(budget)


def results(made: Examination) -> set[tuple[str, Decimal]]:
    """What was gained and lost this year, each by its sub-item."""
    assert made.derived is not None
    sums: dict[str, Decimal] = {}
    for fact in made.derived.facts:
        if (
            isinstance(fact, Fact)
            and fact.sub_item.startswith("Realisations")
            and fact.year == made.derived.association.year
        ):
            sums[fact.sub_item] = sums.get(fact.sub_item, Decimal(0)) + fact.amount
    return set(sums.items())


@pytest.mark.parametrize("last_year", [{}, {"last_year": -10}])
def test_a_gain_and_a_loss_without_texts_are_not_netted(last_year: dict[str, Any]) -> None:
    """Whatever was sold the year before, with a price or without."""
    made = examined(
        underlag(
            row("ingående", None, group="A", last_year=300),
            row("försäljning", -30, group="A", price=40, **last_year),
            row("ingående", None, group="B", last_year=200),
            row("försäljning", -20, group="B", price=5),
        )
    )
    assert {abs(amount) for _, amount in results(made)} == {10, 15}
    assert "roll_sales_without_texts" not in {each.code for each in made.findings}


@pytest.mark.parametrize(("price", "told"), [(None, False), (5, True)])
def test_depreciation_without_a_text_is_of_the_one_sale_and_asked_about_where_there_are_two(
    price: int | None,
    told: bool,  # noqa: FBT001
) -> None:
    more: dict[str, Any] = {} if price is None else {"price": price}
    values = underlag(
        row("försäljning", -30, group="A", price=40),
        row("försäljning", 10, group=WORN),
        row("försäljning", -20, group="B", **more),
    )
    assert ("roll_sales_without_texts" in findings(values)) is told


def test_a_purchase_without_a_text_is_not_an_investment_too() -> None:
    values = underlag(row("inköp", 90, group=COST))
    values[Investment] = [{"name": EQUIPMENT, "this_year": 90}]
    assert "investment_twice" in findings(values)
