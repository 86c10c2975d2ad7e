"""The lines of the law: what the income statement and the balance sheet may contain, in the law's order.

Sources: 5 kap. 2 § LKBR (lag 2018:597 om kommunal bokföring och redovisning) for the income statement,
6 kap. 2 § LKBR for the balance sheet. Everything that depends on a line - its place, its side, its sign in a
statement, a flow's period or a balance's day - is asked of the line; nothing else knows it.
"""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a line is. The kind decides its sign in the statements and whether it is a flow or a balance."""

    INCOME = "intäkt"
    COST = "kostnad"
    ASSET = "tillgång"
    EQUITY = "eget kapital"
    PROVISION = "avsättning"
    LIABILITY = "skuld"
    MEMORANDUM = "inom linjen"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a statement.

    ``code`` is the standard English term and part of the figures' keys; ``label`` the law's Swedish name, which
    is what the workbook's drop-down shows. ``group`` is the code of the balance sheet's group. ``liquid`` tells
    whether the line counts as cash (*likvida medel*) unless a row says otherwise.
    """

    code: str
    label: str
    kind: Kind
    group: str = ""
    other_names: tuple[str, ...] = ()
    liquid: bool = False

    @property
    def is_flow(self) -> bool:
        """True for income and costs (a period), False for balances (a day)."""
        return self.kind in {Kind.INCOME, Kind.COST}

    @property
    def effect(self) -> int:
        """The sign with which a naturally entered (positive) amount changes the result: costs lower it."""
        return -1 if self.kind is Kind.COST else 1


INCOME_LINES = (
    Line("operating_income", "Verksamhetens intäkter", Kind.INCOME),
    Line("operating_costs", "Verksamhetens kostnader", Kind.COST),
    Line("depreciation", "Avskrivningar", Kind.COST),
    Line("tax_income", "Skatteintäkter", Kind.INCOME),
    Line(
        "general_grants",
        "Generella statsbidrag och utjämning",
        Kind.INCOME,
        other_names=("Generella statsbidrag",),
    ),
    Line("financial_income", "Finansiella intäkter", Kind.INCOME),
    Line("financial_costs", "Finansiella kostnader", Kind.COST),
    Line("extraordinary_items", "Extraordinära poster", Kind.INCOME),
)

BALANCE_LINES = (
    Line("intangible_assets", "Immateriella anläggningstillgångar", Kind.ASSET, "fixed_assets"),
    Line("land_and_buildings", "Mark, byggnader och tekniska anläggningar", Kind.ASSET, "fixed_assets"),
    Line(
        "machinery_and_equipment",
        "Maskiner och inventarier",
        Kind.ASSET,
        "fixed_assets",
        other_names=("Inventarier",),
    ),
    Line(
        "other_tangible_assets",
        "Övriga materiella anläggningstillgångar",
        Kind.ASSET,
        "fixed_assets",
    ),
    Line("financial_fixed_assets", "Finansiella anläggningstillgångar", Kind.ASSET, "fixed_assets"),
    Line("infrastructure_grants", "Bidrag till infrastruktur", Kind.ASSET, "infrastructure"),
    Line("inventories", "Förråd m.m.", Kind.ASSET, "current_assets", other_names=("Förråd",)),
    Line(
        "receivables",
        "Fordringar",
        Kind.ASSET,
        "current_assets",
        other_names=("Kortfristiga fordringar",),
    ),
    Line("current_investments", "Kortfristiga placeringar", Kind.ASSET, "current_assets"),
    Line(
        "cash_and_bank",
        "Kassa och bank",
        Kind.ASSET,
        "current_assets",
        other_names=("Bank", "Kassa/bank"),
        liquid=True,
    ),
    Line("equity", "Eget kapital", Kind.EQUITY, "equity"),
    Line(
        "pension_provisions",
        "Avsättningar för pensioner och liknande förpliktelser",
        Kind.PROVISION,
        "provisions",
        other_names=("Avsättningar för pensioner",),
    ),
    Line("other_provisions", "Andra avsättningar", Kind.PROVISION, "provisions"),
    Line("long_term_liabilities", "Långfristiga skulder", Kind.LIABILITY, "liabilities"),
    Line("current_liabilities", "Kortfristiga skulder", Kind.LIABILITY, "liabilities"),
    Line("pledges", "Panter och därmed jämförliga säkerheter", Kind.MEMORANDUM, "memorandum"),
    Line(
        "pension_obligations",
        "Pensionsförpliktelser som inte har upptagits bland skulderna eller avsättningarna",
        Kind.MEMORANDUM,
        "memorandum",
    ),
    Line(
        "other_contingent_liabilities",
        "Övriga ansvarsförbindelser",
        Kind.MEMORANDUM,
        "memorandum",
        other_names=("Ansvarsförbindelser",),
    ),
)

LINES = {line.code: line for line in (*INCOME_LINES, *BALANCE_LINES)}
BY_LABEL = {line.label: line for line in LINES.values()}
