"""Words of direction in a sentence: what is said to have risen or fallen, and against what.

Only what can be tested is read: one term that the report has a figure of, one direction, no denial, no plan, no other
year (``lägre 2019`` is said of 2019; ``lägre än 2019`` of the year after), and no part of the whole (``kostnaderna för
insatserna``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.statements.balance_sheet import EQUITY
from generator.statements.cash_flow import LIQUID
from generator.statements.income_statement import INCOME, NET_RESULT

_TERMS = {
    r"(?:verksamhetens |de totala |förbundets |årets )?kostnader(?:na)?": f"{INCOME}.operating_costs",
    r"(?:verksamhetens |de totala |förbundets |årets )?intäkter(?:na)?": f"{INCOME}.operating_income",
    r"nettokostnad(?:en|erna|er)?": "operating_statement.net_cost",
    r"(?:årets |förbundets )?resultat(?:et)?": NET_RESULT,
    r"(?:eget|det egna|förbundets egna) kapital(?:et)?": EQUITY,
    r"soliditet(?:en)?": "balance_sheet.equity_ratio",
    r"(?:de )?likvida med(?:el|len)": LIQUID,
    r"(?:bidragen|medlemsbidragen)": "operating_statement.member_contributions",
}
"""What a sentence may be about, and the code of the figure."""

_UP = re.compile(r"\b(?:steg|stigit|stiger|ökade|ökat|ökar|ökning|högre|större|växte|vuxit)\b", re.IGNORECASE)
_DOWN = re.compile(
    r"\b(?:sjönk|sjunkit|sjunker|minskade|minskat|minskar|minskning|lägre|mindre|föll|fallit)\b", re.IGNORECASE
)
_BROKEN = re.compile(
    r"\b(?:trend\w*|utveckling\w*)\b.*\b(?:växande|ökande|stigande|(?P<down>minskande|sjunkande|krympande))\b"
    r".*\b(?:bruten|brutits|bröts|bryts|brott)\b",
    re.IGNORECASE,
)
"""A trend that is said to be broken: this year went the other way."""

_NOT_TESTED = re.compile(
    r"\b(?:inte|utan|ej|ska|skall|skulle|väntas|förväntas|beräknas|planeras|kommer att|målet|bör|kan|andel(?:en)?|"
    r"procentenhet(?:er)?|om|än väntat|under perioden|senaste|kvartal\w*|halvår\w*)\b",
    re.IGNORECASE,
)
_BUDGET = re.compile(r"\bbudget\w*", re.IGNORECASE)
_LAST_YEAR = r"\b(?:året före|året innan|året dessförinnan|föregående år|fg år|i fjol|fjolåret\w*|förra året|{year})\b"
_COMPARED = (
    r"(?:\b(?:än|jämfört|jämförelse|jämförs|mot(?! slutet)|gentemot|från(?! och med)|sedan|förhållande|relation|"
    r"förändring)\b|\()[^;:.]*?"
)
"""What stands before last year where the sentence compares with it; without it the sentence speaks of last year."""

_COMPARATIVE = re.compile(rf"\b(?:högre|lägre|större|mindre) (?:{'|'.join(_TERMS)})(?![\w-])", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLAUSES = re.compile(r"[;:]|, (?:men|medan|och|vilket|så att)|\b(?:men|medan)\b|\boch\b(?= \w+(?:en|et|na)\b)")


@dataclass(frozen=True, slots=True)
class Direction:
    """What a sentence says of a figure. ``against_budget``: of its budget; ``is_told``: the sentence says so itself."""

    words: str
    code: str
    up: bool
    against_budget: bool
    is_told: bool


def directions(sentence: str, before: str, year: int) -> Iterator[Direction]:
    """Read what a sentence says that can be tested, clause by clause. ``before`` may tell against what."""
    budget, last_year = _bases(sentence, year)
    other_years = set(_YEAR.findall(sentence)) - {str(year), str(year - 1)}
    if _NOT_TESTED.search(sentence) or other_years or (budget and last_year) or _is_of_last_year(sentence, year):
        return
    broken = _BROKEN.search(sentence)
    if broken:
        found = [code for pattern, code in _TERMS.items() if _names(pattern, sentence)]
        if len(found) == 1 and not budget:
            yield Direction(sentence.strip(" ,."), found[0], bool(broken["down"]), against_budget=False, is_told=True)
        return
    for clause in _CLAUSES.split(sentence):
        found = [code for pattern, code in _TERMS.items() if _names(pattern, clause)]
        up, down = (words.search(_without_others(clause)) for words in (_UP, _DOWN))
        if len(found) == 1 and bool(up) is not bool(down):
            is_told = budget or last_year or any(_bases(before, year)) or " från " in clause
            yield Direction(clause.strip(" ,."), found[0], bool(up), budget, is_told)


def _names(pattern: str, clause: str) -> bool:
    """Whether a term stands there and means the whole: nobody's own (``insatsens``), not ``för`` or ``i`` something."""
    match = re.search(rf"(?<![\w-])(?:{pattern})(?![\w-])", clause, re.IGNORECASE)
    if match is None:
        return False
    before, after = clause[: match.start()].rstrip(), clause[match.end() :].lstrip()
    somebodys = re.search(r"(?i)(?:s|\b(?:den|det|de|deras|högre|lägre|större|mindre|av))$", before)
    return not somebodys and not re.match(r"(?:för|i|av|hos|per|inom)\b", after)


def _bases(text: str, year: int) -> tuple[bool, bool]:
    """Whether a text names the budget, and last year."""
    return bool(_BUDGET.search(text)), bool(_last_year(year).search(text))


def _last_year(year: int, before: str = "") -> re.Pattern[str]:
    """What names last year in a text, with what has to stand ``before`` it."""
    return re.compile(before + _LAST_YEAR.format(year=year - 1), re.IGNORECASE)


def _is_of_last_year(sentence: str, year: int) -> bool:
    """Whether a sentence tells how last year was, and does not only compare with it."""
    compared = _last_year(year, _COMPARED).sub("", sentence)
    return bool(_last_year(year).search(compared))


def _without_others(clause: str) -> str:
    """A clause less what is said of another term than its own: ``gav lägre resultat``."""
    return _COMPARATIVE.sub("", clause)
