"""What the words of an account's name say of what it is, as data: read from the top, the first that fits decides.

A name speaks for some posts; what the number says must be among them. Nothing is looked for that is said alike of
several kinds of accounts: of most costs the name says nothing, and the number alone decides.
"""

import re
from dataclasses import dataclass

from generator.ground.names import folded
from generator.ledger.suggestions.charts import (
    CASH,
    COSTS,
    DEBTS,
    DEPRECIATION,
    EQUIPMENT,
    EQUITY,
    EXTRAORDINARY,
    FINANCIAL_ASSETS,
    FINANCIAL_COSTS,
    FINANCIAL_INCOME,
    GRANTS,
    INCOME,
    INFRASTRUCTURE,
    INTANGIBLE,
    INVESTMENTS,
    LAND,
    LONG_DEBTS,
    OTHER_TANGIBLE,
    PENSIONS,
    PROVISIONS,
    RECEIVABLES,
    STOCK,
    TAXES,
)
from generator.statements.statement import Line


@dataclass(frozen=True, slots=True)
class Said:
    """What some words say: the posts that they are used of. ``two_faced``: it may as well be another, so never sure.

    ``in_balance`` and ``in_result``: whether they are used of accounts of the one statement, and of the other.
    """

    pattern: re.Pattern[str]
    posts: frozenset[Line]
    two_faced: bool = False
    in_balance: bool = False
    in_result: bool = False


def _said(pattern: str, *posts: Line, two_faced: bool = False) -> Said:
    balance = any(not post.is_flow for post in posts)
    return Said(re.compile(pattern), frozenset(posts), two_faced, balance, any(post.is_flow for post in posts))


_FIXED = (INTANGIBLE, LAND, EQUIPMENT, FINANCIAL_ASSETS)
_FINANCIAL = (FINANCIAL_INCOME, FINANCIAL_COSTS)
_ANY_COST = (COSTS, FINANCIAL_COSTS, DEPRECIATION, EXTRAORDINARY)
_ANY_INCOME = (INCOME, FINANCIAL_INCOME, EXTRAORDINARY)
_ANY_DEBT = (DEBTS, LONG_DEBTS)
_U = r"(?:uppl\w*|upplup\w*)"
_F = r"(?:förutb\w*|förskottsb\w*)"
_COST_WORDS = r"(?:kostn\w*|utgift\w*|hyr\w*|premi\w*|försäkr\w*|leasing\w*|lokal\w*|avgift\w*)"

SAID: tuple[Said, ...] = (
    # Which side a clearing account stands on differs from year to year.
    _said(r"skattekont|\bavräkn\w* (?:för )?skatt|\bavr skatt", RECEIVABLES, DEBTS, two_faced=True),
    _said(
        r"\bobs\b|observation|felkont|\bdiff(?:erens)?kont|\binterimskont|utredningskont",
        RECEIVABLES,
        DEBTS,
        two_faced=True,
    ),
    _said(
        r"koncernkont|mellanhavande|\bavräkn(?!.*(?:social|arbetsgiv|lagst))", RECEIVABLES, CASH, DEBTS, two_faced=True
    ),
    _said(r"övriga materiella|\bkonst(?:verk)?\b", OTHER_TANGIBLE, EQUIPMENT, two_faced=True),
    _said(r"pågående|^förskott till|förskott leverant", *_FIXED, STOCK, RECEIVABLES, two_faced=True),
    _said(r"momsford|ford\w* .*moms|moms\w* ?ford|ludvika|kommunmoms", RECEIVABLES),
    _said(r"momsskuld|moms att betala", DEBTS),
    _said(
        r"^(?!försälj|intäkt|.*(?:intäkt|försäljn)).*\bmoms|^(?!försälj|.*försälj).*mervärdess",
        RECEIVABLES,
        DEBTS,
        COSTS,
        two_faced=True,
    ),
    _said(r"f-?skatt\b|skatteskuld|inkomstskatt|skatt på årets", DEBTS, RECEIVABLES, two_faced=True),
    # Interim items carry the words of what they are interim of.
    _said(rf"{_F}.* o(?:ch)? {_U}.*intäkt|{_U} intäkt\w* o(?:ch)? {_F}", RECEIVABLES),
    _said(rf"{_U}.* o(?:ch)? {_F}.*(?:intäkt|int\b)|{_F} intäkt\w* o(?:ch)? {_U}", DEBTS),
    _said(rf"{_U} (?:\w+ )?\w*(?:bidrag|anslag|medel)", RECEIVABLES, DEBTS),
    _said(rf"{_U} (?:\w+ )?\w*intäkt", RECEIVABLES),
    _said(rf"{_F} (?:\w+ )?\w*(?:bidrag|medel|anslag)", DEBTS, RECEIVABLES),
    _said(rf"{_F} (?:\w+ )?\w*intäkt", DEBTS),
    _said(rf"{_F} (?:\w+ )?\w*{_COST_WORDS}", RECEIVABLES),
    _said(r"interimsford", RECEIVABLES),
    _said(r"interimsskuld", DEBTS),
    _said(rf"^{_U}", DEBTS),
    _said(r"^periodiser", RECEIVABLES, DEBTS),
    _said(r"nedskr|avskr|värdeminskn", DEPRECIATION, *_FIXED),
    _said(r"semester\w*skuld|semesterlöneskuld|sem\w* löneskuld|förändr\w* .*skuld", DEBTS, COSTS),
    _said(
        r"kundford|fakturaford|kundfakt|kundresk|fordr|fordran|utlägg\b|rekvirerade medel",
        RECEIVABLES,
        FINANCIAL_ASSETS,
        COSTS,
    ),
    _said(r"lev\w*[. -]*(?:skuld|resk)|^leverantörer$", DEBTS),
    _said(r"valutakurs", INCOME, COSTS, FINANCIAL_INCOME, FINANCIAL_COSTS),
    _said(
        r"kursvinst|kursdiff|ränteint|kreditränt|ränta bank|räntor bank|bankränt|utdelning|inlåningsränt",
        FINANCIAL_INCOME,
    ),
    _said(r"räntekost|kostnadsränt|dröjsmål|ränta lev|ränta .*lån|låneränt|räntor lån", FINANCIAL_COSTS),
    _said(r"\bränt(?:a|or)\b", *_FINANCIAL),
    _said(r"bankkostn|bankavg|betalningsförmedl", COSTS, FINANCIAL_COSTS),
    _said(r"finansiell\w* intäkt|finansiella int\b", FINANCIAL_INCOME),
    _said(r"finansiell\w* kostn", FINANCIAL_COSTS),
    _said(r"extraord", EXTRAORDINARY),
    _said(r"infrastruktur", INFRASTRUCTURE, COSTS),
    _said(r"skatteintäkt|kommunalskatt", TAXES),
    _said(r"generell\w* (?:stats)?bidrag|utjämningsbidrag", GRANTS),
    _said(r"resultatutjämn|eget kap|\bek\b|balanser\w* (?:resultat|vinst|förlust)|föregående års|fria? fond", EQUITY),
    _said(r"^(?:årets|periodens|redovisat) (?:resultat|vinst|förlust|överskott|underskott)", EQUITY),
    _said(r"avs(?:ättn|att)\w*.*pension|pensionsavs|pensionsskuld|pension\w* .*avs", PENSIONS),
    _said(r"^avsatt|avsättning", PROVISIONS),
    _said(r"\blån\b|låneskuld|banklån", DEBTS, LONG_DEBTS, FINANCIAL_ASSETS, RECEIVABLES),
    _said(r"check(?:räknings)?kredit", DEBTS, LONG_DEBTS, two_faced=True),
    _said(
        r"skuld|kundförskott|källskatt|personal\w* .*skatt|personalskatt|avdragen skatt|löneavdrag", DEBTS, LONG_DEBTS
    ),
    _said(
        r"\bkassa\b|\bbank(?:konto|giro|en)?\b|plus ?giro|postgiro|check(?:räkning)?(?:s?konto)?\b"
        r"|företagskonto|transaktionskonto|sparkont",
        CASH,
    ),
    _said(r"\bplaceringskont", CASH, INVESTMENTS),
    _said(r"\bfond(?:er|andel\w*)\b|\bobligation", INVESTMENTS, FINANCIAL_ASSETS),
    _said(r"aktier|andelar", FINANCIAL_ASSETS, INVESTMENTS),
    _said(r"\blager\b|förråd", STOCK, COSTS),
    _said(r"\bfordon\b|\binventarier\b|maskiner|datorer|möbler", EQUIPMENT, COSTS, INCOME),
    _said(r"lämnade bidrag|bidrag till|utbetalda bidrag|medfinansiering", COSTS),
    _said(r"återbet|återför", INCOME, COSTS, two_faced=True),
    _said(r"intäktsred", INCOME),
    _said(r"kostnadsersättn|omkostnadsers", COSTS, INCOME),
    _said(r"ersättn\w* (?:för|från)|kompensation", INCOME, COSTS),
    _said(r"ersättn\w* till|inköp|köp av|köpta", COSTS),
    _said(
        r"bidrag fr|erhåll\w* .*bidrag|medlemsbidrag|driftbidrag|driftsbidrag|statsbidrag|ägarbidrag|"
        r"finansieringsbidrag|lönebidrag|statl\w* bidrag|eu-bidrag|bidrag från",
        INCOME,
        GRANTS,
    ),
    _said(r"försäljningskostn|försäljn kostn", COSTS),
    _said(r"fakturerade|försälj|intäkt|uthyr|reavinst|realisationsvinst|vinst vid avytt", INCOME, FINANCIAL_INCOME),
    _said(r"vidarefakt", INCOME, COSTS),
    _said(
        r"kostnader|kostn\b|löner?\b|arvode|arbetsgivaravg|sociala avg|soc avg|pension|traktamente|förlust", *_ANY_COST
    ),
)

EITHER_SIDE = re.compile(
    r"utjämn|avrundn|avskr|nedskr|värdeminskn|värdereglering|osäkra|förändr|reavinst|realisationsvinst|valutakurs|kursdiff"
)
"""Words of accounts whose balance may stand on either side: adjustments, and what lowers another account."""


def said_by(name: str, *, of_balance: bool) -> Said | None:
    """What a name says of an account; None where its words say nothing of the post.

    In an account of the balance sheet only the words of such accounts count: *arbetsgivaravgifter* is a debt there.
    """
    text = folded(name)
    other = None
    for said in SAID:
        own = said.in_balance if of_balance else said.in_result
        if (own or (other is None and not of_balance)) and said.pattern.search(text):
            if own:
                return said
            other = said
    return other
