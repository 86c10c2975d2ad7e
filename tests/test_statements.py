"""What the statements guarantee by construction, tried on random amounts."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.figures.declaration import Combined, Protected, Ratio, Scaled, Stated, plus
from generator.figures.engine import derive
from generator.figures.figure import FigureId, Figures, Masked, Missing
from generator.figures.formula import formula
from generator.figures.sums import balance_sheet, cash_flow, income_statement
from generator.ground.formatting import COUNT
from generator.ground.source import Source
from generator.model.amounts import DIRECT_ADJUSTMENT
from generator.model.fact import Fact, Measure, Observation, Typed
from generator.model.facts import Facts, observed
from generator.statements.balance_sheet import (
    BALANCE_DIFFERENCE,
    BALANCE_ROUNDING,
    CLAIMS,
    CURRENT_ASSETS,
    EQUITY,
    TOTAL_ASSETS,
)
from generator.statements.cash_flow import CASH_DIFFERENCE, CASH_NET, CLOSING_CASH, LIQUID
from generator.statements.income_statement import NET_RESULT
from generator.statements.lines import BALANCE_LINES, INCOME_LINES, LINES
from generator.statements.statement import Kind

YEAR = 2024
DECLARATIONS = (*income_statement(), *balance_sheet(), *cash_flow())
ORE = Decimal("0.01")


def fact(line: str, year: int, amount: str | int | Decimal, **more: object) -> Fact:
    """Make a Fact with a place of its own, so that two equal amounts stay two."""
    return Fact(LINES[line], year, Decimal(str(amount)), Source(0, "Prov", next(rows), 1), **more)  # type: ignore[arg-type]


def adjusted(year: int, amount: int | Decimal) -> Observation:
    """Make a direct adjustment of equity."""
    return Observation(DIRECT_ADJUSTMENT, year, Decimal(amount), Source(0, "Prov", next(rows), 1))


rows = count(1)


def figures(facts: Sequence[Typed]) -> Figures:
    return derive(DECLARATIONS, Facts(facts), YEAR)


def value(found: Figures, code: str, year: int = YEAR) -> Decimal:
    result = found[FigureId(code, year)].value
    assert isinstance(result, Decimal), f"{code}@{year} is {result}"
    return result


amounts = st.decimals(-(10**7), 10**7, places=2)
flow_facts = st.lists(
    st.builds(fact, st.sampled_from([line.code for line in INCOME_LINES]), st.sampled_from([YEAR, YEAR - 1]), amounts),
    max_size=12,
)
balance_facts = st.lists(
    st.builds(
        lambda line, year, amount, liquid: fact(
            line, year, amount, liquid=liquid and LINES[line] in CURRENT_ASSETS.lines, opening=year == YEAR - 2
        ),
        st.sampled_from([line.code for line in BALANCE_LINES if line.kind not in {Kind.EQUITY, Kind.MEMORANDUM}]),
        st.sampled_from([YEAR, YEAR - 1, YEAR - 2]),
        amounts,
        st.booleans(),
    ),
    max_size=14,
)
adjustments = st.lists(st.builds(adjusted, st.sampled_from([YEAR, YEAR - 1]), amounts), max_size=2)


@settings(max_examples=60, deadline=None)
@given(flow_facts, balance_facts, adjustments, amounts)
def test_a_balanced_underlag_gives_statements_that_agree(
    flows: list[Fact], balances: list[Fact], adjusted: list[Fact], opening: Decimal
) -> None:
    equity = fact("equity", YEAR - 2, opening, opening=True)
    stated = [fact("operating_income", year, 0) for year in (YEAR, YEAR - 1)]
    facts = [*flows, *balances, *adjusted, equity, *stated]
    facts += [
        fact("cash_and_bank", year, 0, liquid=True, opening=year == YEAR - 2) for year in (YEAR, YEAR - 1, YEAR - 2)
    ]
    draft = figures(facts)
    facts += [
        fact("cash_and_bank", year, -draft[FigureId(BALANCE_DIFFERENCE, year)].amount, liquid=True)
        for year in (YEAR - 2, YEAR - 1, YEAR)
    ]
    found = figures(facts)
    for year in (YEAR - 2, YEAR - 1, YEAR):
        assert value(found, TOTAL_ASSETS, year) == value(found, CLAIMS, year)
        assert found[FigureId(BALANCE_ROUNDING, year)].value is Missing.NOTHING
    for year in (YEAR - 1, YEAR):
        assert value(found, CASH_DIFFERENCE, year) == 0
        assert value(found, CLOSING_CASH, year) == value(found, LIQUID, year)
        assert value(found, CASH_NET, year) == value(found, LIQUID, year) - value(found, LIQUID, year - 1)


@settings(max_examples=40, deadline=None)
@given(flow_facts)
def test_the_result_is_income_less_costs(flows: list[Fact]) -> None:
    facts = [*flows, fact("operating_income", YEAR, 1)]
    expected = sum(each.amount * each.line.effect for each in facts if each.year == YEAR)
    assert value(figures(facts), NET_RESULT) == expected


@settings(max_examples=40, deadline=None)
@given(flow_facts, balance_facts)
def test_every_sum_is_the_sum_of_its_operands(flows: list[Fact], balances: list[Fact]) -> None:
    for figure in figures([*flows, *balances]).values():
        if isinstance(figure.value, Decimal) and figure.unit == "kr":
            added = sum(
                sign * (part.amount if isinstance(part.amount, Decimal) else Decimal(0))
                for sign, part in figure.operands
            )
            assert figure.value == added, figure.key


def test_equity_follows_from_opening_results_and_adjustments() -> None:
    found = figures(
        [
            fact("equity", YEAR - 2, 1000, opening=True),
            fact("cash_and_bank", YEAR - 2, 1000, liquid=True, opening=True),
            fact("operating_income", YEAR - 1, 300),
            fact("operating_costs", YEAR - 1, 500),
            fact("operating_income", YEAR, 50),
            adjusted(YEAR, -20),
            fact("cash_and_bank", YEAR - 1, 800, liquid=True),
            fact("cash_and_bank", YEAR, 830, liquid=True),
        ]
    )
    assert [value(found, EQUITY, year) for year in (YEAR - 2, YEAR - 1, YEAR)] == [1000, 800, 830]
    assert value(found, f"{CLOSING_CASH}") == 830


def test_depreciation_is_no_payment_but_buying_is() -> None:
    found = figures(
        [
            fact("equity", YEAR - 2, 1000, opening=True),
            fact("cash_and_bank", YEAR - 2, 1000, liquid=True, opening=True),
            fact("cash_and_bank", YEAR - 1, 700, liquid=True),
            fact("machinery_and_equipment", YEAR - 1, 300),
            fact("operating_income", YEAR - 1, 0),
            fact("depreciation", YEAR, 100),
            fact("cash_and_bank", YEAR, 650, liquid=True),
            fact("machinery_and_equipment", YEAR, 250),
        ]
    )
    assert value(found, "cash_flow.investing", YEAR - 1) == -300
    assert value(found, "cash_flow.operating", YEAR) == 0
    assert value(found, "cash_flow.investing", YEAR) == -50
    assert value(found, NET_RESULT, YEAR) == -100


def test_a_receivable_counted_as_cash_moves_no_cash() -> None:
    """Money on a municipality's group account is a receivable in name and cash in fact."""
    found = figures(
        [
            fact("equity", YEAR - 2, 10, opening=True),
            fact("receivables", YEAR - 2, 10, liquid=True, opening=True),
            fact("operating_income", YEAR - 1, 5),
            fact("receivables", YEAR - 1, 15, liquid=True),
            fact("operating_income", YEAR, 0),
            fact("receivables", YEAR, 12, liquid=True),
            fact("receivables", YEAR, 3),
        ]
    )
    assert value(found, "cash_flow.receivables", YEAR) == -3
    assert value(found, CLOSING_CASH, YEAR) == 12


def test_what_nobody_stated_is_unknown_and_not_nothing() -> None:
    """Without the balances that opened the comparison year its cash flow cannot be known."""
    found = figures(
        [
            fact("operating_income", YEAR - 1, 5),
            fact("cash_and_bank", YEAR - 1, 5, liquid=True),
            fact("operating_income", YEAR, 1),
            fact("cash_and_bank", YEAR, 6, liquid=True),
        ]
    )
    assert found[FigureId(CASH_NET, YEAR - 1)].value is Missing.UNKNOWN
    assert found[FigureId(CASH_NET, YEAR)].value == 1
    assert found[FigureId("income_statement.depreciation", 2024)].value is Missing.NOTHING


def test_an_association_in_its_first_year_has_no_comparison() -> None:
    found = figures([fact("operating_income", YEAR, 9), fact("cash_and_bank", YEAR, 9, liquid=True)])
    assert value(found, EQUITY) == 9
    assert value(found, CLOSING_CASH) == 9
    assert value(found, CLAIMS) == value(found, TOTAL_ASSETS) == 9
    assert not isinstance(found[FigureId(NET_RESULT, YEAR - 1)].value, Decimal)


def test_varav_is_never_added() -> None:
    found = figures([fact("operating_costs", YEAR, 100), fact("operating_costs", YEAR, 40, part_of=True)])
    assert value(found, "income_statement.operating_costs") == 100


def test_a_ratio_with_nothing_below_the_line_is_missing() -> None:
    declarations = (
        *DECLARATIONS,
        Combined("half", "Hälften", plus(NET_RESULT), flow=True),
        Ratio("share", "Andel", "half", "income_statement.tax_income"),
    )
    found = derive(declarations, Facts([fact("operating_income", YEAR, 9)]), YEAR)
    assert found[FigureId("share", YEAR)].value is Missing.NOTHING


def test_what_is_made_of_a_masked_count_is_masked_too() -> None:
    few, many = (Stated(code, code, observed(code), flow=True, unit=COUNT) for code in ("few", "many"))
    declarations = (
        *(Protected(few, frozenset({YEAR}), frozenset(), "skydd"), many),
        Combined("all", "Alla", plus("few", "many"), flow=True, unit=COUNT),
        Ratio("share", "Andel", "few", "many"),
        Ratio("share_of", "Andel av", "many", "few"),
        Scaled("part", "Del", "few", Decimal("0.2")),
    )
    typed = [
        Observation(code, year, Decimal(amount), Source(0, "Prov", next(rows), 1))
        for code, amount in (("few", 3), ("many", 40))
        for year in (YEAR, YEAR - 1)
    ]
    found = derive(declarations, Facts(typed), YEAR)
    for code in ("few", "all", "share", "share_of", "part"):
        assert found[FigureId(code, YEAR)].value == Masked("skydd"), code
    assert found[FigureId("few", YEAR)].operands == ()
    assert [value(found, code, YEAR - 1) for code in ("few", "all", "part")] == [3, 43, Decimal("0.6")]


def test_a_formula_tells_the_year_and_the_measure_of_a_part_where_they_are_others() -> None:
    budget = [fact("operating_costs", YEAR, amount, measure=Measure.BUDGET_DECIDED) for amount in (60, 10)]
    found = figures([fact("operating_income", YEAR, 100), fact("operating_costs", YEAR, 70), *budget])
    result = "Verksamhetens nettokostnader + Skatteintäkter + Generella statsbidrag och utjämning"
    for code, measure, told in (
        ("income_statement.operating_result", "", result),
        ("income_statement.operating_result", "budget", result),
        (
            "income_statement.operating_result",
            "deviation",
            "Verksamhetens resultat − Verksamhetens resultat, beslutad budget",
        ),
        ("income_statement.operating_costs", "budget", "summan av 2 inskrivna belopp"),
        ("income_statement.tax_income", "", "inget inskrivet belopp"),
        ("cash_flow.receivables", "", f"−Fordringar, ej likvida medel + Fordringar, ej likvida medel {YEAR - 1}"),
        (EQUITY, "", f"Eget kapital {YEAR - 1} + Årets resultat + Direktförda justeringar"),
    ):
        assert formula(found[FigureId(code, YEAR, measure)]) == told, code
