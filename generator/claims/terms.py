"""Terms of the trade: what words of prose may mean, as codes of figures, and which aspect of a thing they ask for."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.statements.balance_sheet import EQUITY
from generator.statements.cash_flow import LIQUID
from generator.statements.income_statement import INCOME, NET_COSTS, NET_RESULT

COST, REVENUE, NET, BUDGET, RESULT, DEFICIT = "kostnad", "intäkt", "netto", "budget", "resultat", "underskott"
PART, QUARTER, EACH, GRANTED, DEBT = "andel", "kvartal", "per deltagare", "beviljat", "skuld"
REACHED, PLANNED, LACKING, KEY = "deltagare", "planerat", "saknas", "nyckel"
WOMEN, MEN = "kvinnor", "män"
RATE, SURVEYED = "svarsandel", "tillfrågade"

ASKED_FOR = frozenset({PART, QUARTER, EACH, KEY, PLANNED, LACKING, WOMEN, MEN, RATE, SURVEYED})
"""Aspects that nobody means without a word of it."""


@dataclass(frozen=True, slots=True)
class Term:
    """What prose calls something: the phrases, the codes of the figures that they may mean, and the aspects.

    ``aspects`` choose among the figures of a thing that is named beside it. ``negative``: the word itself is a minus.
    """

    phrases: tuple[str, ...]
    codes: tuple[str, ...] = ()
    aspects: frozenset[str] = frozenset()
    negative: bool = False


def _term(phrases: str, *codes: str, aspects: tuple[str, ...] = (), negative: bool = False) -> Term:
    return Term(tuple(phrase.strip() for phrase in phrases.split(";")), codes, frozenset(aspects), negative)


_COSTS = ("operating_statement.costs", f"{INCOME}.operating_costs", "overview.all_costs")
_CONTRIBUTIONS = ("operating_statement.member_contributions", "members.total")

TERMS = (
    _term(
        "resultat; årets resultat; nettoresultat; vinst; överskott; årsresultat; årets överskott; bokslutsresultat; "
        "ekonomiska utfallet; ekonomiskt utfall; året slutade; slutade året; plusresultat; ett plus",
        *(NET_RESULT, f"{INCOME}.result_after_financial_items", f"{INCOME}.operating_result"),
        aspects=(RESULT,),
    ),
    _term(
        "underskott; förlust; årets underskott; minusresultat; ett minus",
        NET_RESULT,
        aspects=(RESULT, DEFICIT),
        negative=True,
    ),
    _term(
        "ackumulerat överskott; ackumulerade överskott; balanserat överskott; balanserat resultat; sparat överskott; "
        "tidigare års överskott; upparbetat överskott; ackumulerat resultat; samlade överskott",
        *(EQUITY, "balance_sheet.other_equity"),
    ),
    _term("eget kapital; egna kapital; egenkapital", EQUITY),
    _term("soliditet", "balance_sheet.equity_ratio"),
    _term(
        "kostnad; totala kostnader; utgift; verksamheten kostade; kostade verksamheten", *_COSTS, aspects=(COST, NET)
    ),
    _term("verksamhetens kostnader", f"{INCOME}.operating_costs", aspects=(COST, NET)),
    _term("intäkt; totala intäkter; inkomst", f"{INCOME}.operating_income", aspects=(REVENUE,)),
    _term("nettokostnad; verksamhetens nettokostnader", "operating_statement.net_cost", NET_COSTS, aspects=(NET,)),
    _term("medlemsbidrag; medlemsavgift; medlemmarnas bidrag; medlem", *_CONTRIBUTIONS, aspects=(REVENUE,)),
    _term(
        "bidrag; driftbidrag; anslag; tilldelning; tilldelade medel; medel; årets bidrag",
        *_CONTRIBUTIONS,
        aspects=(REVENUE, COST),
    ),
    _term(
        "likvida medel; likviditet; kassa; bankmedel; likvider; bankkonto; bankkonton; banken; kassa och bank",
        LIQUID,
        "balance_sheet.cash_and_bank",
    ),
    _term("kassaflöde; årets kassaflöde", "cash_flow.net", "cash_flow.operating", aspects=(RESULT,)),
    _term("balansomslutning; tillgångar; totala tillgångar", "balance_sheet.total_assets"),
    _term("omsättningstillgångar", "balance_sheet.current_assets"),
    _term("skuld; totala skulder", "balance_sheet.liabilities", "balance_sheet.current_liabilities", aspects=(DEBT,)),
    _term("fordring; kortfristiga fordringar", "balance_sheet.receivables"),
    _term(
        "avsättning; pensionsavsättning; pensionsförpliktelse; pensionsskuld; avsättning för pensioner",
        *("balance_sheet.provisions", "balance_sheet.pension_provisions"),
    ),
    _term("ansvarsförbindelse", "balance_sheet.other_contingent_liabilities", "granted.total"),
    _term(
        "beviljade medel; beviljat; beviljad; beviljade; beviljats; återstår",
        *("granted.total", "granted.total.first", "granted.total.second", "granted.total.third"),
        aspects=(GRANTED,),
    ),
    _term("kostade; kostar; kostat; förbrukat; förbrukade; förbrukning; utfall; bokfört", aspects=(COST, NET)),
    _term("bidrog; bidrar; bidragit; betalade; betalar; betalat; tillsköt", aspects=(REVENUE, COST)),
    _term("budget; budgeten; budgetram", aspects=(BUDGET,)),
    _term("andel", aspects=(PART,)),
    _term("svarsandel; svarsfrekvens; svarade; besvarade; har svarat", aspects=(RATE,)),
    _term("deltagare; personer; individer", aspects=(REACHED,)),
    _term("planerade deltagare; planerade; insatsmål; deltagarmål", aspects=(PLANNED,)),
    _term("kvinnor", aspects=(WOMEN,)),
    _term("män", aspects=(MEN,)),
    _term("nyckel", aspects=(KEY,)),
    _term("kvartal", aspects=(QUARTER,)),
    _term("kostnad per deltagare; kronor per deltagare; kostnaden per deltagare; per deltagare", aspects=(EACH,)),
)
"""What the trade's words mean. A word without codes only chooses among a thing's figures."""

SYNONYMS = (
    (
        *("administration", "administrativa kostnader", "administrationskostnad", "administrativ kostnad"),
        *("administration och ledning", "administrativt"),
    ),
    ("individinriktade insatser", "individinsatser", "individuella insatser", "individinriktad verksamhet"),
    (
        *("strukturövergripande insatser", "strukturinsatser", "strukturinriktade insatser", "strukturella insatser"),
        "strukturövergripande",
    ),
    (
        "staten",
        "försäkringskassan",
        "försäkringskassan och arbetsförmedlingen",
        "arbetsförmedlingen och försäkringskassan",
    ),
    ("eu-medel", "esf-medel", "eu-bidrag", "esf-bidrag"),
    ("region", "regionen"),
    ("kommuner", "kommunerna", "medlemskommunerna", "länets kommuner"),
)
"""Names that mean the same in every association, where it has figures of one of them."""

LABELS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        (
            *("kostnader", "kostnad", "kostnader utan finansiella", "verksamhetens kostnader", "förbrukade medel"),
            *("kostnader i driftredovisningen", "bokfört", "bokförd kostnad", "redovisat av insatserna", "utfall"),
        ),
        frozenset({COST}),
    ),
    **dict.fromkeys(("nettokostnad", "nettokostnad i driftredovisningen"), frozenset({NET})),
    **dict.fromkeys(("intäkter", "intäkt", "intäkter i driftredovisningen"), frozenset({REVENUE})),
    "finansiella kostnader": frozenset({"finansiellt"}),
    "budget": frozenset({BUDGET}),
    "överskott": frozenset({RESULT}),
    "underskott": frozenset({DEFICIT}),
    **dict.fromkeys(("andel", "andel av kostnaderna"), frozenset({PART})),
    "per kvartal": frozenset({QUARTER}),
    "nyckel": frozenset({KEY}),
    "deltagare": frozenset({REACHED}),
    "planerade deltagare": frozenset({PLANNED}),
    "deltagare färre än planerat": frozenset({LACKING}),
    "kostnad per deltagare": frozenset({EACH}),
    **dict.fromkeys(("beviljade medel", "beviljat"), frozenset({GRANTED})),
    "kvinnor": frozenset({WOMEN}),
    "män": frozenset({MEN}),
    "totalt": frozenset({REACHED}),
    "svarsandel": frozenset({RATE}),
    **dict.fromkeys(
        ("population", "tillfrågade", "antal svar", "bortfall", "tillfrågade av populationen"), frozenset({SURVEYED})
    ),
    "oförklarat": frozenset({"oförklarat"}),
}
"""Parts of the figures' own labels that tell an aspect: ``Coachingteam, kostnader``, ``Budget, Coachingteam``."""

BEFORE_NAMES = (
    "driftbidrag från",
    "bidrag från",
    "bidrag",
    "skuld till",
    "skuld",
    "fordran på",
    "köp av tjänst",
    "köp av",
)
"""What a note's row says before somebody's name: the name alone means the row too."""
