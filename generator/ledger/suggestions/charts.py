"""The two charts of accounts that associations use, as data: which posts of the law a group of accounts belongs to.

BAS is the companies' chart (BAS-kontoplanen 2024, BAS-intressenternas förening, bas.se); Kommun-Bas the municipalities'
(Kommun-Bas 21, Sveriges Kommuner och Regioner; groups as in Kommun-Bas 13). A group is known by its first two digits,
so that accounts of three to eight digits are found alike. Where a group holds several posts the account's name must say
which. A group that is not here belongs to no post of an association: nothing is said of it.
"""

from dataclasses import dataclass

from generator.statements.balance_sheet import BALANCE_SHEET, EQUITY_LINE
from generator.statements.lines import LINES
from generator.statements.statement import Line

INCOME, COSTS = LINES["operating_income"], LINES["operating_costs"]
DEPRECIATION = LINES["depreciation"]
FINANCIAL_INCOME, FINANCIAL_COSTS = LINES["financial_income"], LINES["financial_costs"]
EXTRAORDINARY = LINES["extraordinary_items"]
TAXES, GRANTS = LINES["tax_income"], LINES["general_grants"]
INTANGIBLE, LAND, EQUIPMENT = (
    LINES["intangible_assets"],
    LINES["land_and_buildings"],
    LINES["machinery_and_equipment"],
)
OTHER_TANGIBLE = LINES["other_tangible_assets"]
FINANCIAL_ASSETS, INFRASTRUCTURE = LINES["financial_fixed_assets"], LINES["infrastructure_grants"]
STOCK, RECEIVABLES = LINES["inventories"], LINES["receivables"]
INVESTMENTS, CASH = LINES["current_investments"], LINES["cash_and_bank"]
EQUITY = EQUITY_LINE
PENSIONS, PROVISIONS = LINES["pension_provisions"], LINES["other_provisions"]
LONG_DEBTS, DEBTS = LINES["long_term_liabilities"], LINES["current_liabilities"]

BAS, KOMMUN_BAS = "BAS", "Kommun-Bas"
RESULT_GROUP = "89"
"""The group of the year's result in both charts: never in a sum."""
INTERNAL_CLASS = "9"
"""The class of accounts beside the statements in both charts: statistics and internal shares."""


@dataclass(frozen=True, slots=True)
class Group:
    """The groups of accounts from ``first`` to ``last``, what they hold, and the posts that they may become.

    ``needs_name``: the groups hold other things too, so that the number alone is not enough.
    """

    first: str
    last: str
    title: str
    posts: tuple[Line, ...]
    needs_name: bool = False

    def has(self, account: str) -> bool:
        """Whether an account is in one of the groups."""
        return self.first <= account[:2] <= self.last


_BALANCES = (
    Group("10", "10", "immateriella anläggningstillgångar", (INTANGIBLE,)),
    Group("11", "11", "mark och byggnader", (LAND,)),
    Group("12", "12", "maskiner och inventarier", (EQUIPMENT,)),
    Group("13", "13", "finansiella anläggningstillgångar", (FINANCIAL_ASSETS,)),
    Group("14", "14", "förråd", (STOCK,), needs_name=True),
    Group("15", "15", "kundfordringar", (RECEIVABLES,)),
    Group("16", "16", "övriga kortfristiga fordringar", (RECEIVABLES,)),
    Group("17", "17", "förutbetalda kostnader och upplupna intäkter", (RECEIVABLES,)),
    Group("18", "18", "kortfristiga placeringar", (INVESTMENTS,)),
    Group("19", "19", "kassa och bank", (CASH,)),
    Group("20", "20", "eget kapital", (EQUITY,)),
    Group("22", "22", "avsättningar", (PROVISIONS, PENSIONS)),
    Group("23", "23", "långfristiga skulder", (LONG_DEBTS,)),
    Group("24", "29", "kortfristiga skulder", (DEBTS,)),
)
"""Classes 1 and 2: what the two charts have in common is all that a balance sheet needs."""

CHARTS: dict[str, tuple[Group, ...]] = {
    BAS: (
        *_BALANCES,
        Group("30", "39", "intäkter", (INCOME,)),
        Group("40", "69", "kostnader", (COSTS,)),
        Group("70", "76", "personalkostnader", (COSTS,)),
        Group("77", "78", "ned- och avskrivningar", (DEPRECIATION,)),
        Group("79", "79", "övriga kostnader", (COSTS,)),
        Group("80", "82", "resultat från värdepapper", (FINANCIAL_INCOME, FINANCIAL_COSTS)),
        Group("83", "83", "ränteintäkter och liknande", (FINANCIAL_INCOME,)),
        Group("84", "84", "räntekostnader och liknande", (FINANCIAL_COSTS,)),
        Group("87", "87", "extraordinära poster", (EXTRAORDINARY,), needs_name=True),
    ),
    KOMMUN_BAS: (
        *_BALANCES,
        Group("30", "39", "intäkter", (INCOME,)),
        Group("40", "49", "kostnader", (COSTS,)),
        Group("50", "59", "kostnader för arbetskraft", (COSTS,)),
        Group("60", "78", "övriga kostnader", (COSTS,)),
        Group("79", "79", "avskrivningar", (DEPRECIATION,)),
        Group("80", "81", "skatteintäkter", (TAXES,), needs_name=True),
        Group("82", "83", "statsbidrag och utjämning", (GRANTS,), needs_name=True),
        Group("84", "84", "finansiella intäkter", (FINANCIAL_INCOME,)),
        Group("85", "85", "finansiella kostnader", (FINANCIAL_COSTS,)),
        Group("87", "87", "extraordinära poster", (EXTRAORDINARY,), needs_name=True),
    ),
}
"""The groups of each chart, in the order of their numbers."""

ASSETS = frozenset(BALANCE_SHEET.group("assets").lines)


def group_of(account: str, chart: str) -> Group | None:
    """The group of an account in a chart, where the chart has one that an association can use."""
    return next((group for group in CHARTS[chart] if group.has(account)), None)


def posts_of(account: str, charts: tuple[str, ...]) -> tuple[Line, ...]:
    """The posts that an account may become by its number alone, if it is of one of the charts; each once."""
    found = (group.posts for chart in charts if (group := group_of(account, chart)))
    return tuple(dict.fromkeys(post for posts in found for post in posts))
