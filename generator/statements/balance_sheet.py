"""The balance sheet (*balansräkning*), 6 kap. 2 § LKBR, with what stands below the line.

Equity is never typed but for its opening balance: it is rolled forward, so that the two sides agree only if what was
typed does.
"""

from generator.statements.statement import Kind, Line, LineGroup, Memorandum, Statement, Total

BALANCE = "balance_sheet"
EQUITY = f"{BALANCE}.equity"
OTHER_EQUITY = f"{BALANCE}.other_equity"
ADJUSTMENTS = f"{BALANCE}.direct_adjustments"
TAKEN_OVER_EQUITY = f"{BALANCE}.taken_over_equity"
"""What the assets that were taken over at a merger are worth beyond the debts: no result and no flow."""
TOTAL_ASSETS = f"{BALANCE}.total_assets"
CLAIMS = f"{BALANCE}.total_equity_and_liabilities"
BALANCE_DIFFERENCE = f"{BALANCE}.difference"
BALANCE_ROUNDING = f"{BALANCE}.rounding"

FIXED_ASSETS = LineGroup(
    (
        Line("intangible_assets", "Immateriella anläggningstillgångar", Kind.ASSET),
        Line("land_and_buildings", "Mark, byggnader och tekniska anläggningar", Kind.ASSET),
        Line("machinery_and_equipment", "Maskiner och inventarier", Kind.ASSET, other_names=("Inventarier",)),
        Line("other_tangible_assets", "Övriga materiella anläggningstillgångar", Kind.ASSET),
        Line("financial_fixed_assets", "Finansiella anläggningstillgångar", Kind.ASSET),
    ),
    Total(f"{BALANCE}.fixed_assets", "Summa anläggningstillgångar"),
    code="fixed_assets",
    heading="Anläggningstillgångar",
)
INFRASTRUCTURE = LineGroup(
    (Line("infrastructure_grants", "Bidrag till infrastruktur", Kind.ASSET),),
    Total(f"{BALANCE}.infrastructure", "Summa bidrag till infrastruktur"),
    code="infrastructure",
    heading="Bidrag till infrastruktur",
)
CURRENT_ASSETS = LineGroup(
    (
        Line("inventories", "Förråd m.m.", Kind.ASSET, other_names=("Förråd",)),
        Line("receivables", "Fordringar", Kind.ASSET, other_names=("Kortfristiga fordringar",)),
        Line("current_investments", "Kortfristiga placeringar", Kind.ASSET),
        Line("cash_and_bank", "Kassa och bank", Kind.ASSET, other_names=("Bank", "Kassa/bank"), liquid=True),
    ),
    Total(f"{BALANCE}.current_assets", "Summa omsättningstillgångar"),
    code="current_assets",
    heading="Omsättningstillgångar",
)

EQUITY_LINE = Line("equity", "Eget kapital", Kind.EQUITY)
PROVISIONS = LineGroup(
    (
        Line(
            "pension_provisions",
            "Avsättningar för pensioner och liknande förpliktelser",
            Kind.PROVISION,
            other_names=("Avsättningar för pensioner",),
        ),
        Line("other_provisions", "Andra avsättningar", Kind.PROVISION),
    ),
    Total(f"{BALANCE}.provisions", "Summa avsättningar"),
    code="provisions",
    heading="Avsättningar",
)
LIABILITIES = LineGroup(
    (
        Line("long_term_liabilities", "Långfristiga skulder", Kind.LIABILITY),
        Line("current_liabilities", "Kortfristiga skulder", Kind.LIABILITY),
    ),
    Total(f"{BALANCE}.liabilities", "Summa skulder"),
    code="liabilities",
    heading="Skulder",
)

PLEDGES = Memorandum(
    "Panter och därmed jämförliga säkerheter",
    (Line("pledges", "Panter och därmed jämförliga säkerheter", Kind.MEMORANDUM),),
)
OTHER_CONTINGENT_LIABILITIES = Line(
    "other_contingent_liabilities",
    "Övriga ansvarsförbindelser",
    Kind.MEMORANDUM,
    other_names=("Ansvarsförbindelser",),
)
CONTINGENT_LIABILITIES = Memorandum(
    "Ansvarsförbindelser",
    (
        Line(
            "pension_obligations",
            "Pensionsförpliktelser som inte har upptagits bland skulderna eller avsättningarna",
            Kind.MEMORANDUM,
        ),
        OTHER_CONTINGENT_LIABILITIES,
    ),
)

BALANCE_SHEET = Statement(
    BALANCE,
    "Balansräkning",
    law="6 kap. 2 § LKBR",
    flow=False,
    groups=(
        LineGroup(
            (FIXED_ASSETS, INFRASTRUCTURE, CURRENT_ASSETS),
            Total(TOTAL_ASSETS, "Summa tillgångar"),
            code="assets",
            heading="Tillgångar",
        ),
        LineGroup(
            (EQUITY_LINE, PROVISIONS, LIABILITIES),
            Total(CLAIMS, "Summa eget kapital, avsättningar och skulder"),
            code="claims",
            heading="Eget kapital, avsättningar och skulder",
        ),
    ),
    memoranda=(PLEDGES, CONTINGENT_LIABILITIES),
)
