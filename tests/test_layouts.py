"""How the statements and notes are laid out: by the association's choices, and never showing what is not there."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from straight import grids

from generator.figures.derivation import Derivation, derive_all
from generator.figures.figure import Missing
from generator.figures.layouts import SubItems
from generator.figures.style import Wishes
from generator.figures.table import RowKind, Table, TableSpec, build_table, shown_number
from generator.model.amounts import BalanceItem, DirectAdjustment, IncomeOrCost, OpeningBalance
from generator.model.association import Association
from generator.model.registers import Note
from generator.model.rows import Row
from generator.model.underlag import TABS, make_underlag
from generator.subjects.registry import all_components
from generator.workbook.read import read_tabs

Rows = list[dict[str, Any]]

INCOME: Rows = [
    {"line": "Verksamhetens intäkter", "this_year": 900, "last_year": 800, "note": "Intäkter", "note_row": "Bidrag"},
    {"line": "Verksamhetens kostnader", "this_year": 700, "last_year": 750, "note": "Kostnader", "note_row": "Lön"},
    {"line": "Verksamhetens kostnader", "this_year": 90, "level": "varav", "note": "Kostnader", "note_row": "Pension"},
]
BALANCE: Rows = [
    {"line": "Kassa och bank", "this_year": 500, "last_year": 300},
    {"line": "Kortfristiga skulder", "this_year": 50, "last_year": 50, "note": "Skulder", "note_row": "Leverantörer"},
]
OPENING: Rows = [{"line": "Eget kapital", "amount": 200}, {"line": "Kassa och bank", "amount": 200}]
NOTES: Rows = [
    {"key": "Principer", "kind": "text", "text": "Lag."},
    {"key": "Skulder"},
    {"key": "Kostnader"},
    {"key": "Intäkter"},
    {"key": "Räkenskapsrevision", "kind": "text", "text": "Noll."},
]


def derive(more: Mapping[type[Row], Rows] | None = None, **association: Any) -> Derivation:
    """Read and derive: the layouts are asked through the whole chain."""
    values: dict[type[Row], Rows] = {
        Association: [{"name": "Provet", "year": 2024} | association],
        IncomeOrCost: INCOME,
        BalanceItem: BALANCE,
        OpeningBalance: OPENING,
        Note: NOTES,
    }
    names = tuple(all_components())
    sections, problems = read_tabs(grids(TABS, values | dict(more or {})), TABS)
    underlag, findings = make_underlag(sections, TABS, names)
    assert [*problems, *findings] == []
    derived = derive_all(underlag)
    assert derived is not None
    return derived


def table(derived: Derivation, which: str, unit: str = "") -> Table:
    layouts = derived.layouts(Wishes(unit))
    specs: dict[str, TableSpec] = {
        "income": layouts.income_statement(),
        "balance": layouts.balance_sheet(derived.figures),
        "cash": layouts.cash_flow(),
    }
    return build_table(specs[which], derived.figures)


def rows(shown: Table) -> dict[str, list[Any]]:
    return {row.label: [shown_number(cell, shown) for cell in row.cells] for row in shown.rows}


def test_costs_are_negative_unless_the_association_says_otherwise() -> None:
    assert rows(table(derive(), "income"))["Verksamhetens kostnader"] == [-700, -750]
    unsigned = derive(cost_sign="utan minus")
    assert rows(table(unsigned, "income"))["Verksamhetens kostnader"] == [700, 750]
    assert rows(table(unsigned, "income"))["Årets resultat"] == [200, 50]


def test_net_costs_stand_in_the_law_and_may_be_hidden() -> None:
    assert rows(table(derive(), "income"))["Verksamhetens nettokostnader"] == [200, 50]
    assert "Verksamhetens nettokostnader" not in rows(table(derive(show_net_costs=False), "income"))


def test_lines_without_amounts_are_left_out_with_their_headings() -> None:
    assert list(rows(table(derive(), "income"))) == [
        "Verksamhetens intäkter",
        "Verksamhetens kostnader",
        "Verksamhetens nettokostnader",
        "Verksamhetens resultat",
        "Resultat efter finansiella poster",
        "Årets resultat",
    ]
    assert list(rows(table(derive(equity_layout="en rad"), "balance"))) == [
        "Tillgångar",
        "Omsättningstillgångar",
        "Kassa och bank",
        "Summa tillgångar",
        "Eget kapital, avsättningar och skulder",
        "Eget kapital",
        "Skulder",
        "Kortfristiga skulder",
        "Summa eget kapital och skulder",
        "Panter och ansvarsförbindelser",
        "Panter och därmed jämförliga säkerheter",
        "Ansvarsförbindelser",
    ]


@pytest.mark.parametrize(
    ("year", "layout", "expected"),
    [
        (
            2024,
            "enligt lagen för året",
            ["Eget kapital vid årets början", "Årets resultat", "Eget kapital vid årets slut"],
        ),
        (2023, "enligt lagen för året", ["Årets resultat", "Övrigt eget kapital", "Summa eget kapital"]),
        (2023, "ingående, årets resultat, utgående", ["Eget kapital vid årets början", "Årets resultat"]),
        (2024, "årets resultat och övrigt eget kapital", ["Årets resultat", "Övrigt eget kapital"]),
    ],
)
def test_equity_follows_the_law_of_the_year_or_the_choice(year: int, layout: str, expected: list[str]) -> None:
    shown = rows(table(derive(year=year, equity_layout=layout), "balance"))
    assert [label for label in shown if label in expected] == expected
    amounts = {
        "Eget kapital vid årets början": [250, 200],
        "Årets resultat": [200, 50],
        "Övrigt eget kapital": [250, 200],
        "Eget kapital vid årets slut": [450, 250],
        "Summa eget kapital": [450, 250],
    }
    for label in expected:
        assert shown[label] == amounts[label]


def test_what_stands_below_the_line_is_told_even_when_there_is_none() -> None:
    nothing = table(derive(), "balance")
    assert [cell.of for cell in nothing.rows[-1].cells] == ["Inga", "Inga"]
    granted = derive({BalanceItem: [*BALANCE, {"line": "Övriga ansvarsförbindelser", "this_year": 7, "last_year": 0}]})
    shown = rows(table(granted, "balance"))
    assert shown["Ansvarsförbindelser"] == [7, 0]
    assert shown["Summa eget kapital och skulder"] == [500, 300]


def test_an_adjustment_of_equity_shows_where_equity_is_rolled_forward() -> None:
    adjusted = derive(
        {
            DirectAdjustment: [{"year": 2024, "amount": 30, "reason": "Rättat fel", "note": "Principer"}],
            BalanceItem: [
                {"line": "Kassa och bank", "this_year": 500, "last_year": 300},
                {"line": "Kortfristiga skulder", "this_year": 20, "last_year": 50},
            ],
        }
    )
    shown = rows(table(adjusted, "balance"))
    assert shown["Direktförda justeringar"][0] == 30
    assert shown["Eget kapital vid årets slut"] == [480, 250]
    assert rows(table(adjusted, "cash"))["Likvida medel vid årets slut"] == [500, 300]


def test_notes_follow_the_lines_and_texts_stay_where_they_were_put() -> None:
    derived = derive()
    assert [(note.number, note.title) for note in derived.notes] == [
        (1, "Principer"),
        (2, "Intäkter"),
        (3, "Räkenskapsrevision"),
        (4, "Kostnader"),
        (5, "Skulder"),
    ]
    refers = {row.label: row.refers for row in table(derived, "income").rows if row.refers}
    assert refers == {"Verksamhetens intäkter": (2,), "Verksamhetens kostnader": (4,)}


def test_a_note_of_nothing_but_a_budget_is_left_out() -> None:
    planned = {"line": "Verksamhetens kostnader", "budget": 10, "note": "Planerat", "note_row": "Resor"}
    derived = derive({Note: [*NOTES, {"key": "Planerat"}], IncomeOrCost: [*INCOME, planned]})
    assert [each.number for each in derived.notes] == [1, 2, 3, 4, 5]
    assert "Planerat" not in {each.title for each in derived.notes}


def test_varav_is_shown_below_its_row_and_not_added() -> None:
    derived = derive()
    note = build_table(derived.layouts().note(derived.notes[3]), derived.figures)
    assert [(row.label, row.kind) for row in note.rows] == [
        ("Lön", RowKind.ROW),
        ("Pension", RowKind.PART),
        ("Summa", RowKind.TOTAL),
    ]
    assert rows(note)["Summa"] == [700, 750]


def test_sub_items_stand_under_their_line() -> None:
    split = derive(
        {
            BalanceItem: [
                *BALANCE,
                {"line": "Kortfristiga skulder", "sub_item": "Semesterlöner", "this_year": 0, "last_year": 8},
                {"line": "Kassa och bank", "this_year": 0, "last_year": 8},
            ]
        }
    )
    labels = list(rows(table(split, "balance")))
    assert labels.index("varav Semesterlöner") == labels.index("Kortfristiga skulder") + 1


def test_the_first_year_of_an_association_has_one_column() -> None:
    first = derive(
        {
            IncomeOrCost: [{"line": "Verksamhetens intäkter", "this_year": 5}],
            BalanceItem: [{"line": "Kassa och bank", "this_year": 5}],
            OpeningBalance: [{"line": "Eget kapital", "amount": None}],
            Note: [],
        }
    )
    for which in ("income", "balance", "cash"):
        assert len(table(first, which).columns) == 1


def test_flows_are_headed_by_a_period_and_balances_by_a_day() -> None:
    derived = derive()
    assert [str(column.period) for column in table(derived, "income").columns] == [
        "2024-01-01–2024-12-31",
        "2023-01-01–2023-12-31",
    ]
    assert [str(column.period) for column in table(derived, "balance").columns] == ["2024-12-31", "2023-12-31"]
    assert str(table(derived, "cash").columns[0].period) == "2024-01-01–2024-12-31"


def test_thousands_are_rounded_once_and_a_column_that_does_not_add_up_says_so() -> None:
    thirds: Rows = [
        {"line": "Verksamhetens intäkter", "this_year": 1000, "last_year": 0},
        *({"line": "Verksamhetens kostnader", "this_year": Decimal("333.33"), "last_year": 0} for _ in range(3)),
        {"line": "Finansiella kostnader", "this_year": 400, "last_year": 0},
        {"line": "Finansiella intäkter", "this_year": 400, "last_year": 0},
    ]
    derived = derive({IncomeOrCost: [row | {"this_year": row["this_year"] * 1000} for row in thirds]})
    shown = table(derived, "income", "tkr")
    assert rows(shown)["Verksamhetens kostnader"][0] == -1000
    assert shown.notes == ()
    derived = derive(
        {
            IncomeOrCost: [
                {"line": "Verksamhetens intäkter", "this_year": 1400, "last_year": 0},
                {"line": "Finansiella intäkter", "this_year": 1400, "last_year": 0},
            ],
        }
    )
    shown = table(derived, "income", "tkr")
    assert rows(shown)["Årets resultat"][0] == 3
    assert len(shown.notes) == 1


def test_a_report_in_thousands_may_show_one_decimal_and_a_placement_another_number() -> None:
    derived = derive(None, shown_unit="tkr", decimals="1")
    assert table(derived, "income", "tkr").decimals == 1
    assert table(derived, "income", "kr").decimals == 0
    assert derived.style(Wishes("kr", "2")).decimals == 2


def test_a_placement_may_show_costs_without_the_minus_of_the_statement() -> None:
    derived = derive()
    assert derived.style().signed
    assert not derived.style(Wishes(cost_sign="utan minus")).signed


@pytest.mark.parametrize(("sign", "effect"), [("utan minus", 1), ("med minus", -1)])
def test_a_notes_costs_have_the_wished_sign_and_all_else_that_of_the_statement(sign: str, effect: int) -> None:
    derived = derive({Note: [row | {"sign": sign, "sum_label": f"Summa {row['key']}"} for row in NOTES]})
    laid_out = (build_table(derived.layouts().note(note), derived.figures) for note in derived.notes if note.rows)
    cost, part = [effect * 700, effect * 750], [effect * 90, Missing.NOTHING]
    assert [rows(table) for table in laid_out] == [
        {"Bidrag": [900, 800], "Summa Intäkter": [900, 800]},
        {"Lön": cost, "Pension": part, "Summa Kostnader": cost},
        {"Leverantörer": [50, 50], "Summa Skulder": [50, 50]},
    ]


def test_the_cash_flow_shows_what_has_not_moved_where_it_is_wished() -> None:
    derived = derive()
    layouts = derived.layouts()
    some, every = (build_table(layouts.cash_flow(whole=whole), derived.figures) for whole in (False, True))
    still = set(rows(every)) - set(rows(some))
    assert "Ökning (−)/minskning (+) av förråd" in still
    assert {number for label in still for number in rows(every)[label]} <= {Missing.NOTHING, None, 0}


DIVIDED: Rows = [
    *INCOME[:1],
    {"line": "Verksamhetens kostnader", "this_year": 500, "sub_item": "Insatser", "note": "Kostnader"},
    {"line": "Verksamhetens kostnader", "this_year": 150, "sub_item": "varav kansli"},
    {"line": "Verksamhetens kostnader", "this_year": 50, "note": "Skulder"},
]


@pytest.mark.parametrize(
    ("divided", "shown"),
    [
        (SubItems.BELOW, "Verksamhetens kostnader 4 5|varav Insatser|varav kansli"),
        (SubItems.WITH_SUM, "Verksamhetens kostnader|Insatser 5|Kansli|Övrigt 4|Summa verksamhetens kostnader"),
        (SubItems.WITHOUT_SUM, "Verksamhetens kostnader|Insatser 5|Kansli|Övrigt 4"),
        (SubItems.ALONE, "Insatser 5|Kansli|Verksamhetens kostnader, övrigt 4"),
    ],
)
def test_sub_items_stand_with_or_without_the_total_of_their_line(divided: SubItems, shown: str) -> None:
    derived = derive({IncomeOrCost: DIVIDED, BalanceItem: BALANCE[:1]})
    statement = build_table(derived.layouts(divided=divided).income_statement(), derived.figures)
    told = [" ".join((row.label, *map(str, row.refers))) for row in statement.rows[1:-3]]
    assert told == [*shown.split("|"), "Verksamhetens nettokostnader"]
    assert rows(statement)["Årets resultat"][0] == 200
