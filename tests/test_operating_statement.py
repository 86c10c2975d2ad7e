"""Cost distribution, operating statement and deviations: groupings of one list of costs, in all their layouts."""

from decimal import Decimal
from typing import Any

import pytest
from component_cases import placed, read, told

from generator.blocks.case import Case
from generator.figures.adding_up import shares_agree
from generator.figures.figure import Figure, FigureId, How, Missing, calendar_year
from generator.figures.made import share
from generator.figures.table import Cell, Table, build_table, shown_number
from generator.ground.formatting import rounded
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.model.registers import Activity, Note
from generator.statements.income_statement import NET_RESULT
from generator.subjects.activities.rows import CostSplit
from generator.subjects.activities.rules import splits_are_whole
from generator.subjects.cost_distribution import show as cost_distribution
from generator.subjects.investments import show as investments
from generator.subjects.investments.rows import Investment
from generator.subjects.investments.rules import investments_agree_with_books
from generator.subjects.members.rows import Member
from generator.subjects.operating_statement import show as operating_statement
from generator.subjects.operating_statement import show_deviations as deviation_analysis
from generator.texts.figures import figure_texts
from generator.texts.reference import Reference

Rows = list[dict[str, Any]]

YEAR = calendar_year(2020)
COST, INCOME = "Verksamhetens kostnader", "Verksamhetens intäkter"
ACTIVITIES: Rows = [
    {"key": "Bidrag", "group": "finansiering", "operating_row": "Gemensamt"},
    {"key": "Chef", "name": "Förbundschef", "group": "administration", "operating_row": "Gemensamt"},
    {"key": "Team", "group": "individinriktad"},
    {"key": "Mässa", "group": "strukturövergripande"},
]
AMOUNTS: Rows = [
    {"line": INCOME, "activity": "Bidrag", "this_year": 1000, "last_year": 900, "budget": 1000},
    {"line": INCOME, "activity": "Mässa", "this_year": 50, "budget": 60},
    {"line": COST, "activity": "Chef", "this_year": 300, "last_year": 280, "year_before": 250, "budget": 320},
    {"line": COST, "activity": "Team", "this_year": 600, "last_year": 500, "year_before": 550, "budget": 500},
    {"line": COST, "activity": "Mässa", "this_year": 100, "last_year": 20, "year_before": 200, "budget": 120},
    {"line": "Finansiella kostnader", "activity": "Bidrag", "this_year": 10, "last_year": 10, "year_before": 10},
]


def case_of(more: dict[Any, Rows] | None = None, **association: Any) -> Case:
    values: dict[Any, Rows] = {Activity: ACTIVITIES, IncomeOrCost: AMOUNTS}
    case, findings = read(values | (more or {}), **association)
    assert findings == []
    return case


def table_of(component: Any, case: Case, layout: str = "") -> Table:
    (block,) = placed(component, case, layout=layout)
    assert block.table is not None
    return block.table


def words(cell: Cell, table: Table) -> str:
    number = shown_number(cell, table)
    text = str(number + 0) if isinstance(number, Decimal) else "-"
    if cell.beside is not None:
        text += f" ({shown_number(Cell(cell.beside), table)})"
    return text


def rows(table: Table) -> list[list[str]]:
    return [[row.label, *(words(cell, table) for cell in row.cells)] for row in table.rows]


def test_the_groups_stand_above_their_activities_over_three_years_with_shares() -> None:
    table = table_of(cost_distribution.COMPONENT, case_of(), cost_distribution.WITHOUT_FINANCIAL)
    assert [column.head for column in table.columns] == ["2020", "2019", "2018"]
    assert rows(table) == [
        ["Individinriktade insatser", "600 (0.60)", "500 (0.63)", "550 (0.55)"],
        ["Team", "600", "500", "550"],
        ["Strukturövergripande insatser", "100 (0.10)", "20 (0.03)", "200 (0.20)"],
        ["Mässa", "100", "20", "200"],
        ["Administration", "300 (0.30)", "280 (0.35)", "250 (0.25)"],
        ["Förbundschef", "300", "280", "250"],
        ["Summa verksamhetens kostnader", "1000 (1.00)", "800 (1.00)", "1000 (1.00)"],
    ]


def test_financial_costs_are_in_or_out_as_the_layout_says_and_the_sum_tells_which() -> None:
    table = table_of(cost_distribution.COMPONENT, case_of(), cost_distribution.THREE_YEARS)
    assert rows(table)[-1] == ["Summa kostnader", "1010 (1.00)", "810 (1.00)", "1010 (1.00)"]
    assert ["Finansiering", "10 (0.01)", "10 (0.01)", "10 (0.01)"] in rows(table)


def test_a_year_that_no_costs_are_typed_for_has_no_column() -> None:
    without = [{field: value for field, value in row.items() if field != "year_before"} for row in AMOUNTS]
    table = table_of(cost_distribution.COMPONENT, case_of({IncomeOrCost: without}), cost_distribution.THREE_YEARS)
    assert [column.head for column in table.columns] == ["2020", "2019"]


def test_an_activity_that_is_nil_stands_only_where_it_is_asked_for() -> None:
    idle: Rows = [*AMOUNTS, {"line": COST, "activity": "Vila", "this_year": 0, "last_year": 0, "show_nil": True}]
    activities: Rows = [*ACTIVITIES, {"key": "Vila", "group": "individinriktad"}, {"key": "Tom", "group": "egen"}]
    table = table_of(
        cost_distribution.COMPONENT, case_of({Activity: activities, IncomeOrCost: idle}), cost_distribution.THREE_YEARS
    )
    labels = [row.label for row in table.rows]
    assert "Vila" in labels
    assert "Tom" not in labels


@pytest.mark.parametrize(
    ("split", "moved"),
    [
        ({"share": "30 %"}, ("90", "84", "75")),
        ({"share": 30}, ("90", "84", "75")),
        ({"this_year": 100, "last_year": 100, "year_before": 100}, ("100", "100", "100")),
    ],
)
def test_a_cost_is_split_in_per_cent_or_by_amount(split: dict[str, Any], moved: tuple[str, ...]) -> None:
    case = case_of({CostSplit: [{"from_activity": "Chef", "to_activity": "Mässa"} | split]})
    shown = {
        row[0]: row[1:] for row in rows(table_of(cost_distribution.COMPONENT, case, cost_distribution.THREE_YEARS))
    }
    whole, fair = (300, 280, 250), (100, 20, 200)
    assert shown["Förbundschef"] == [str(total - int(part)) for total, part in zip(whole, moved, strict=True)]
    assert shown["Mässa"] == [str(own + int(part)) for own, part in zip(fair, moved, strict=True)]
    assert [each.split()[0] for each in shown["Summa kostnader"]] == ["1010", "810", "1010"]


def test_a_split_in_per_cent_moves_the_budget_too_and_no_sum_changes() -> None:
    case = case_of({CostSplit: [{"from_activity": "Chef", "to_activity": "Mässa", "share": "25 %"}]})
    table = table_of(operating_statement.COMPONENT, case, "per verksamhet")
    budget = [column.span for column in table.columns].index("Budget 2020")
    shown = {row.label: words(row.cells[budget], table) for row in table.rows}
    assert shown == {"Gemensamt": "760", "Team": "-500", "Mässa": "-140", "Summa": "120"}


def test_the_operating_statement_by_activity_ends_in_the_years_result() -> None:
    case = case_of()
    table = table_of(operating_statement.COMPONENT, case, "per verksamhet")
    assert [(column.span, column.head) for column in table.columns] == [
        ("Utfall 2020", "Intäkt"),
        ("Utfall 2020", "Kostnad"),
        ("Utfall 2020", "Netto"),
        ("Budget 2020", "Netto"),
        ("Avvikelse", "Netto"),
        ("Utfall 2019", "Intäkt"),
        ("Utfall 2019", "Kostnad"),
        ("Utfall 2019", "Netto"),
    ]
    assert rows(table) == [
        ["Gemensamt", "1000", "-310", "690", "680", "10", "900", "-290", "610"],
        ["Team", "-", "-600", "-600", "-500", "-100", "-", "-500", "-500"],
        ["Mässa", "50", "-100", "-50", "-60", "10", "-", "-20", "-20"],
        ["Summa", "1050", "-1010", "40", "120", "-80", "900", "-810", "90"],
    ]
    assert case.derived is not None
    assert case.derived.figures[FigureId(NET_RESULT, 2020)].value == 40


def test_without_minus_the_net_is_a_cost_and_the_table_says_so() -> None:
    table = table_of(operating_statement.COMPONENT, case_of(cost_sign="utan minus"), "per verksamhet")
    assert rows(table)[1] == ["Team", "-", "600", "600", "500", "-100", "-", "500", "500"]
    assert table.notes == (
        "Netto är kostnad minus intäkt.",
        "Avvikelsen är budget minus utfall; plus betyder bättre än budget, för intäkter och kostnader lika.",
    )


@pytest.mark.parametrize(("cost_sign", "net"), [("med minus", -1), ("utan minus", 1)])
def test_plus_may_mean_more_than_budget_in_all_tables_and_texts(cost_sign: str, net: int) -> None:
    case = case_of(cost_sign=cost_sign, deviation_sign="plus är mer än budget")
    table = table_of(operating_statement.COMPONENT, case, "per verksamhet")
    assert [row[5] for row in rows(table)] == [str(net * more) for more in (-10, 100, -10, 80)]
    assert "plus betyder mer än budget" in table.notes[1]
    summary = {row[0]: row[1:] for row in rows(table_of(operating_statement.COMPONENT, case))}
    assert summary["Nettokostnad"][2] == "80"
    assert summary["Årets resultat"][2] == "-80"
    assert case.derived is not None
    assert case.names is not None
    texts = figure_texts(case.names, case.derived)
    said = texts.figure(Reference("", "avvikelse", ("Nettokostnad",)))
    assert isinstance(said, Figure)
    assert said.amount == 80


def test_amounts_without_activity_are_a_row_of_their_own() -> None:
    loose: Rows = [*AMOUNTS, {"line": COST, "this_year": 5, "last_year": 0}]
    table = table_of(operating_statement.COMPONENT, case_of({IncomeOrCost: loose}), "per verksamhet")
    assert rows(table)[-2][:4] == ["Utan verksamhet", "-", "-5", "-5"]
    assert rows(table)[-1][3] == "35"


KINDS: Rows = [
    {"line": INCOME, "note": "Intäkter", "note_row": "Bidrag", "this_year": 1000, "last_year": 900, "budget": 1000},
    {"line": COST, "note": "Kostnader", "note_row": "Lön", "this_year": 600, "last_year": 500, "budget_last_year": 450},
    {"line": COST, "note": "Kostnader", "note_row": "Lokal", "this_year": 100, "last_year": 90, "budget": 120},
    {"line": COST, "budget": 500, "budget_last_year": 50},
    {"line": "Finansiella kostnader", "this_year": 2, "last_year": 1},
]


def test_the_operating_statement_by_kind_shows_budget_and_deviation_of_both_years() -> None:
    case = case_of({Activity: [], IncomeOrCost: KINDS, Note: [{"key": "Intäkter"}, {"key": "Kostnader"}]})
    table = table_of(operating_statement.COMPONENT, case, "per kostnadsslag")
    assert [(column.span, column.head) for column in table.columns] == [
        (year, head) for year in ("2020", "2019") for head in ("Utfall", "Budget", "Avvikelse")
    ]
    shown = {row[0]: row[1:] for row in rows(table)}
    assert shown["Bidrag"] == ["1000", "1000", "0", "900", "-", "900"]
    assert shown["Lön"] == ["-600", "-", "-600", "-500", "-450", "-50"]
    assert shown["Ej fördelat"] == ["0", "-500", "500", "0", "-50", "50"]
    assert shown["Summa verksamhetens kostnader"] == ["-700", "-620", "-80", "-590", "-500", "-90"]
    assert shown["Årets resultat"][0] == "298"


def test_rows_of_the_statement_by_kind_are_merged_named_and_placed_by_their_own_column() -> None:
    """As Jämtland prints it: the three contributions are one row, the other income another, and staff come before."""
    named: Rows = [
        {"line": COST, "operating_row": "Personal", "budget": 80},
        {"line": COST, "note": "Kostnader", "note_row": "Lokal", "this_year": 100, "last_year": 90, "budget": 120},
        {"line": COST, "note": "Kostnader", "note_row": "Lön", "operating_row": "Personal", "this_year": 60},
        {"line": COST, "note": "Kostnader", "note_row": "Avgifter", "operating_row": "Personal", "this_year": 20},
        {"line": COST, "budget": 7},
    ]
    case = case_of({Activity: [], IncomeOrCost: named, Note: [{"key": "Kostnader"}]})
    table = table_of(operating_statement.COMPONENT, case, "per kostnadsslag")
    assert [row[:4] for row in rows(table)] == [
        ["Verksamhetens kostnader", "-", "-", "-"],
        ["Personal", "-80", "-80", "0"],
        ["Lokal", "-100", "-120", "20"],
        ["Ej fördelat", "0", "-7", "7"],
        ["Summa verksamhetens kostnader", "-180", "-207", "27"],
        ["Verksamhetens nettokostnader", "-180", "-207", "27"],
        ["Årets resultat", "-180", "-207", "27"],
    ]
    assert case.derived is not None
    assert [row.label for note in case.derived.notes for row in note.rows] == ["Lokal", "Lön", "Avgifter"]


def test_contributions_stand_where_their_budget_does() -> None:
    """In the row of the statement by kind and in the sub-item that the row of their budget has."""
    members: Rows = [
        {"name": "Staten", "category": "staten", "activity": "Bidrag", "this_year": 500, "last_year": 400},
        {"name": "Regionen", "category": "region", "activity": "Bidrag", "this_year": 250, "last_year": 200},
    ]
    place = {"sub_item": "Bidrag från medlemmar", "operating_row": "Medlemsbidrag"}
    typed: Rows = [
        {"line": INCOME, "activity": "Bidrag", "budget": 760, **place},
        {"line": INCOME, "activity": "Mässa", "this_year": 9, "operating_row": "Övriga intäkter"},
    ]
    case = case_of({IncomeOrCost: typed, Member: members})
    shown = {row[0]: row[1:4] for row in rows(table_of(operating_statement.COMPONENT, case, "per kostnadsslag"))}
    assert shown["Medlemsbidrag"] == ["750", "760", "-10"]
    assert shown["Övriga intäkter"] == ["9", "-", "9"]
    assert case.derived is not None
    statement = build_table(case.derived.layouts().income_statement(), case.derived.figures)
    assert rows(statement)[:2] == [
        ["Verksamhetens intäkter", "759", "600"],
        ["varav Bidrag från medlemmar", "750", "600"],
    ]


def test_the_largest_deviations_are_named_with_their_share_of_the_whole() -> None:
    table = table_of(deviation_analysis.COMPONENT, case_of())
    assert rows(table) == [
        ["Team", "-600", "-500", "-100", "1.25"],
        ["Gemensamt", "690", "680", "10", "-0.13"],
        ["Mässa", "-50", "-60", "10", "-0.13"],
        ["Hela avvikelsen", "40", "120", "-80", "1.00"],
    ]


def test_more_deviations_than_five_are_put_together() -> None:
    activities: Rows = [{"key": f"A{number}", "group": "egen"} for number in range(1, 9)]
    amounts: Rows = [
        {"line": COST, "activity": f"A{number}", "this_year": 100, "last_year": 0, "budget": 100 - 10 * number}
        for number in range(1, 9)
    ]
    table = table_of(deviation_analysis.COMPONENT, case_of({Activity: activities, IncomeOrCost: amounts}))
    assert [row[0] for row in rows(table)] == ["A8", "A7", "A6", "A5", "A4", "Övriga verksamheter", "Hela avvikelsen"]
    assert rows(table)[5] == ["Övriga verksamheter", "-300", "-240", "-60", "0.17"]


def of_three(*amounts: int, budget: bool = False) -> Case:
    """Costs of three groups, as outcome or as what the outcome is above the budget."""
    keys = ("Chef", "Team", "Mässa")
    costs: Rows = [
        {"line": COST, "activity": key, "this_year": amount, "last_year": 0, **({"budget": 0} if budget else {})}
        for key, amount in zip(keys, amounts, strict=True)
    ]
    return case_of({Activity: [{**row, "operating_row": ""} for row in ACTIVITIES], IncomeOrCost: costs})


SAID = "{} är avrundade var för sig. Därför kan en summa skilja sig från sina delar."


@pytest.mark.parametrize(
    ("layout", "amounts", "said"),
    [
        (cost_distribution.GROUPS, (267, 607, 126), True),
        (cost_distribution.GROUPS, (333, 333, 333), True),
        (cost_distribution.GROUPS, (270, 600, 130), False),
        (cost_distribution.THREE_YEARS, (267, 607, 126), True),
        (cost_distribution.THREE_YEARS, (270, 600, 130), False),
    ],
)
def test_shares_that_add_to_more_or_less_than_they_show_say_so(
    layout: str,
    amounts: tuple[int, ...],
    said: bool,  # noqa: FBT001
) -> None:
    notes = table_of(cost_distribution.COMPONENT, of_three(*amounts), layout).notes
    assert (SAID.format("Andelarna") in notes) is said


def test_the_shares_of_a_deviation_say_so_too() -> None:
    for amounts, said in (((267, 607, 126), True), ((270, 600, 130), False)):
        notes = table_of(deviation_analysis.COMPONENT, of_three(*amounts, budget=True)).notes
        assert (SAID.format("Andelarna") in notes) is said


def test_shares_that_do_not_make_up_the_whole_are_not_summed() -> None:
    questions = [
        Figure(FigureId(f"q{number}", 2020), "", Decimal(number), "antal", YEAR, How.STATED) for number in (6, 7)
    ]
    asked = Figure(FigureId("asked", 2020), "", Decimal(10), "antal", YEAR, How.STATED)
    shares = {share(each, asked): rounded(each.amount / 10, 2) for each in (*questions, asked)}
    assert shares_agree(shares)


def test_without_a_budget_there_is_no_analysis() -> None:
    without = [{field: value for field, value in row.items() if field != "budget"} for row in AMOUNTS]
    assert placed(deviation_analysis.COMPONENT, case_of({IncomeOrCost: without})) == []


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ({"to_activity": "Chef", "share": "10 %"}, "Kostnaden flyttas från Chef till samma verksamhet."),
        (
            {"to_activity": "Team", "share": "10 %", "this_year": 5},
            "Fördelningen från Chef till Team har både procent och belopp.",
        ),
        (
            {"to_activity": "Team"},
            "Fördelningen från Chef till Team har varken procent eller belopp och gör ingenting.",
        ),
        ({"to_activity": "Team", "share": "120 %"}, "120 % är ingen del av en kostnad."),
    ],
)
def test_a_split_that_means_nothing_is_told_of(row: dict[str, Any], what: str) -> None:
    case = case_of({CostSplit: [{"from_activity": "Chef"} | row]})
    (finding,) = splits_are_whole(case)
    (message,) = told(splits_are_whole, case)
    assert finding.place.tab == "Fördelning av kostnader"
    assert message.what == what


def test_an_association_that_does_not_invest_says_so() -> None:
    (block,) = placed(investments.COMPONENT, case_of())
    assert block.text == "Förbundet har inte gjort några investeringar vare sig 2019 eller 2020."


def test_the_sentence_is_never_said_against_the_books() -> None:
    bought: Rows = [{"line": "Maskiner och inventarier", "this_year": 40, "last_year": 0}]
    assert placed(investments.COMPONENT, case_of({BalanceItem: bought})) == []


def test_investments_stand_against_their_budget_and_the_books() -> None:
    bought: Rows = [{"line": "Maskiner och inventarier", "this_year": 40, "last_year": 0}]
    typed: Rows = [{"name": "Möbler", "this_year": 30, "budget": 35}, {"name": "Datorer", "this_year": 10, "budget": 4}]
    case = case_of({BalanceItem: bought, Investment: typed})
    assert rows(table_of(investments.COMPONENT, case)) == [
        ["Möbler", "30", "35", "5"],
        ["Datorer", "10", "4", "-6"],
        ["Summa investeringar", "40", "39", "-1"],
    ]
    assert told(investments_agree_with_books, case) == []
    less = case_of({BalanceItem: bought, Investment: typed[:1]})
    (message,) = told(investments_agree_with_books, less)
    assert message.what.replace("\u00a0", " ") == (
        "Investeringarna är 30 kr. Enligt balansposter, avskrivningar och årets förändringar är de 40 kr."
    )


def test_what_nobody_stated_is_not_nil() -> None:
    case = case_of()
    assert case.derived is not None
    assert case.derived.figures[FigureId("activity.team.income", 2020)].value is Missing.NOTHING


def test_a_note_of_nothing_but_parts_stands_in_the_place_of_no_line() -> None:
    part = {"line": COST, "level": "varav", "this_year": 40, "note": "Löner", "note_row": "Pension"}
    case = case_of({Note: [{"key": "Löner"}], IncomeOrCost: [*AMOUNTS, part]})
    assert case.derived is not None
    assert [note.title for note in case.derived.notes] == ["Löner"]
    assert not any("ej fördelat" in figure.label for figure in case.derived.figures.values())
