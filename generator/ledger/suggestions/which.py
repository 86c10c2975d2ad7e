"""Which chart of accounts a ledger follows: evidence counted in the accounts' names, group by group.

What a file says itself (``#KPTYP``) decides only where it names the municipalities' chart: programs write the
companies' by default, and the format knows no other.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.ground.names import folded
from generator.ledger.suggestions.charts import BAS, KOMMUN_BAS

_CLEAR = 2
"""Signs of a chart that are enough where none speaks for the other; so many times as many where some do."""
_MUNICIPAL = re.compile(r"komm|k-?bas|skr\b|skl\b")

_PAY = re.compile(
    r"\blön|\bsjuklön|månadslön|timlön|semester|arbetsgivaravg|sociala avg|soc avg|po-påläg|pension|löneskatt"
)
_WRITTEN_OFF = re.compile(r"avskr")
_INTEREST_IN = re.compile(r"ränteint|ränta bank|ränta på likvida|bankränt")
_INTEREST_OUT = re.compile(r"räntekost|kostnadsränt|dröjsmål|ränta lev")
_RENT = re.compile(r"lokalhyr|hyra lokal|\bhyra\b|städ|lokalvård")
_SUPPLIERS = re.compile(r"lev\w*[. ]*skuld")
_TRAVEL = re.compile(r"\bres(?:a|or|ekostn)|traktamente|\blogi")
_HIRED = re.compile(r"konsult|revision|revisor|köpta tjänst|utvärder|redovisningstj")
_INSURED = re.compile(r"försäkr")
_OFFICE = re.compile(r"kontorsmat|telefon|mobil|porto|\btele\b|trycksak")
_GRANTS = re.compile(r"bidrag")

_SIGNS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (KOMMUN_BAS, "50-59", _PAY),
    (BAS, "70-76", _PAY),
    (KOMMUN_BAS, "79-79", _WRITTEN_OFF),
    (BAS, "78-78", _WRITTEN_OFF),
    (KOMMUN_BAS, "84-84", _INTEREST_IN),
    (BAS, "83-83", _INTEREST_IN),
    (KOMMUN_BAS, "85-85", _INTEREST_OUT),
    (BAS, "84-84", _INTEREST_OUT),
    (KOMMUN_BAS, "60-60", _RENT),
    (BAS, "50-50", _RENT),
    (KOMMUN_BAS, "25-25", _SUPPLIERS),
    (BAS, "24-24", _SUPPLIERS),
    (KOMMUN_BAS, "70-70", _TRAVEL),
    (BAS, "58-58", _TRAVEL),
    (KOMMUN_BAS, "74-75", _HIRED),
    (BAS, "64-65", _HIRED),
    (KOMMUN_BAS, "73-73", _INSURED),
    (BAS, "63-63", _INSURED),
    (KOMMUN_BAS, "68-68", _OFFICE),
    (BAS, "61-62", _OFFICE),
    (KOMMUN_BAS, "35-35", _GRANTS),
    (KOMMUN_BAS, "45-45", _GRANTS),
)
"""The signs of each chart: groups of accounts, and words of a name that stand there in that chart alone."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The charts that a ledger may follow - one where that is clear - and why, in Swedish.

    ``own``: many names say otherwise than their numbers, which may be those of a chart of the association's own.
    """

    charts: tuple[str, ...]
    why: str
    own: bool = False

    @property
    def is_clear(self) -> bool:
        """Whether it can only be one."""
        return len(self.charts) == 1


def chart_of(names: Mapping[str, str], said: str = "") -> Chart:
    """Tell which chart a ledger follows, by its accounts' names and by what it says itself (``#KPTYP``)."""
    if _MUNICIPAL.search(folded(said)):
        return Chart((KOMMUN_BAS,), f"filen säger {said}")
    counted = {chart: _signs(names, chart) for chart in (BAS, KOMMUN_BAS)}
    for chart, other in ((BAS, KOMMUN_BAS), (KOMMUN_BAS, BAS)):
        if counted[chart] >= _CLEAR * max(1, counted[other]):
            return Chart((chart,), f"{counted[chart]} kontonamn talar för {chart}, {counted[other]} för {other}")
    return Chart((BAS, KOMMUN_BAS), "kontonamnen visar inte om det är BAS eller Kommun-Bas")


def _signs(names: Mapping[str, str], chart: str) -> int:
    """How many signs of a chart there are: groups with a name in them that stands there in that chart alone."""
    named = [(account[:2], folded(name)) for account, name in names.items()]
    return sum(
        any(first <= group <= last and pattern.search(words) for group, words in named)
        for of, groups, pattern in _SIGNS
        if of == chart
        for first, _, last in [groups.partition("-")]
    )
