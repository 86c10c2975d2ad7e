"""The income statement (*resultaträkning*), 5 kap. 2 § LKBR (lag 2018:597 om kommunal bokföring och redovisning).

Each sum is the one before it and the lines since then.
"""

from generator.statements.statement import Kind, Line, LineGroup, Statement, Total

INCOME = "income_statement"
DEPRECIATION = f"{INCOME}.depreciation"
NET_COSTS = f"{INCOME}.net_operating_costs"
OPERATING_RESULT = f"{INCOME}.operating_result"
RESULT_AFTER_FINANCIAL_ITEMS = f"{INCOME}.result_after_financial_items"
FINANCIAL_ITEMS = "financial_items"
"""The group of the lines between the operating result and the result after financial items."""
NET_RESULT = f"{INCOME}.net_result"

INCOME_STATEMENT = Statement(
    INCOME,
    "Resultaträkning",
    law="5 kap. 2 § LKBR",
    flow=True,
    groups=(
        LineGroup(
            (
                Line("operating_income", "Verksamhetens intäkter", Kind.INCOME),
                Line("operating_costs", "Verksamhetens kostnader", Kind.COST),
                Line("depreciation", "Avskrivningar", Kind.COST),
            ),
            Total(NET_COSTS, "Verksamhetens nettokostnader", optional=True),
        ),
        LineGroup(
            (
                Line("tax_income", "Skatteintäkter", Kind.INCOME),
                Line(
                    "general_grants",
                    "Generella statsbidrag och utjämning",
                    Kind.INCOME,
                    other_names=("Generella statsbidrag",),
                ),
            ),
            Total(OPERATING_RESULT, "Verksamhetens resultat"),
        ),
        LineGroup(
            (
                Line("financial_income", "Finansiella intäkter", Kind.INCOME),
                Line("financial_costs", "Finansiella kostnader", Kind.COST),
            ),
            Total(RESULT_AFTER_FINANCIAL_ITEMS, "Resultat efter finansiella poster"),
            code=FINANCIAL_ITEMS,
        ),
        LineGroup(
            (Line("extraordinary_items", "Extraordinära poster", Kind.INCOME, either_sign=True),),
            Total(NET_RESULT, "Årets resultat"),
        ),
    ),
)
