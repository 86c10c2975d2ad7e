"""The head of a column in a list of accounts: what it is of, of which year, and in which unit."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from generator.ground.formatting import UNIT_FACTORS
from generator.ground.money_words import SPELLINGS
from generator.ground.names import brief, folded
from generator.ledger.lists.periods import Moment, moments_in


class Part(Enum):
    """What a column holds."""

    ACCOUNT = "account"
    NAME = "name"
    ACCOUNT_NAME = "account_name"
    """*Konto (T)*: the account's name where there is a column of accounts, else account and name in one."""
    OBJECT = "object"
    OBJECT_NAME = "object_name"
    AMOUNT = "amount"
    VERIFICATION = "verification"
    SIDE = "side"
    """Whether the row is in debit or in credit."""
    YEAR = "year"
    """The year that the row is of."""
    NOT_ASKED = "not_asked"
    UNKNOWN = "unknown"


class Kind(Enum):
    """What a column's amounts measure; an OUTCOME is a closing balance or a result, as the account is."""

    OPENING = "ingående balans"
    CHANGE = "periodens förändring"
    CLOSING = "utgående balans"
    OUTCOME = "utfall"
    BUDGET = "budget"

    __hash__ = object.__hash__  # there is one of each, and every amount of a list is found by it


class SideOf(Enum):
    """Whether a column has all amounts, or only those in debit or in credit."""

    BOTH = "både"
    DEBIT = "debet"
    CREDIT = "kredit"


@dataclass(frozen=True, slots=True)
class Head:
    """A head, understood. ``year`` is 0 and ``shift`` 0 or -1 where it says the year by words, or not at all.

    ``until`` is the day or month that its amounts go to where that is not the end of a year. ``unit`` is None where it
    says none. ``loose``: words stand in it that nobody knows. ``dimension`` is an object's. ``rank``: of two heads of
    the same the lower is read. ``dated``: it says of which year it is; ``bare``: and no more than that.
    """

    part: Part
    text: str = ""
    kind: Kind | None = None
    side: SideOf = SideOf.BOTH
    year: int = 0
    shift: int = 0
    until: Moment | None = None
    unit: Decimal | None = None
    loose: bool = False
    dimension: str = ""
    rank: int = 0
    dated: bool = False
    bare: bool = False


def _words(texts: str) -> frozenset[str]:
    return frozenset(texts.split())


_ACCOUNT = _words("konto kontonr kontonummer kto ktonr kontokod baskonto account huvudkonto konton")
_NUMBERED = _words("nr nummer kod id no")
_NAME = _words(
    "benämning kontonamn namn text kontobenämning beskrivning kontotext klartext t ktonamn kontobeskrivning "
    "kontoben ben rubrik förklaring kontorubrik name description"
)
_KINDS: Mapping[Kind, frozenset[str]] = {
    Kind.BUDGET: _words("budget årsbudget bud internbudget helårsbudget detaljbudget budgeterat"),
    Kind.OPENING: _words("ib ing ingående ingåendebalans ingångsbalans ingsaldo ingbalans öppningsbalans opening"),
    Kind.CLOSING: _words("ub utg utgående utgåendebalans utgbalans utgsaldo slutbalans slutsaldo closing"),
    Kind.CHANGE: _words(
        "period perioden periodens förändring förändringar förändr förändringen omslutning rörelse rörelser "
        "transaktioner omsättning"
    ),
    Kind.OUTCOME: _words(
        "utfall utfallet årsutfall saldo resultat belopp bokslut ack ackumulerat ackumulerad ackumulerade balans "
        "redovisat redovisad bokfört bokförd värde summa totalt total amount balance"
    ),
}
_DEBIT, _CREDIT = _words("debet deb debit d"), _words("kredit kred credit cred cr k")
_SIDES = _DEBIT | _CREDIT
_LAST_YEAR = _words(
    "fjol ifjol fjolår fjolåret fjolårets fg fgår fgå föreg föregående föregåendeår förra förrår få f g tidigare"
)
_THIS_YEAR = _words("innevarande årets iår detta aktuellt aktuell nuvarande")
_TO_DATE = _words("ack ackumulerat ackumulerad tom")
_YEARS = _words("år räkenskapsår year bokföringsår")
_FILLING = _words(
    "i år året åren per den t o m tom fr from för till och kr sek kronor belopp helår hela helt enl enligt huvudbok "
    "bokföring bokföringen utfall saldo balans resultat ack ackumulerat ackumulerad belopp svenska alla totalt total "
    "summa jan dec tkr räkenskapsår räkenskapsåret beslutad fastställd ursprunglig reviderad rev av styrelsen bokslut"
)
_NOT_ASKED = _words(
    "% avvikelse avvik avv diff differens procent andel index kvar återstår återstående förbrukat förbrukning moms "
    "momskod sru srukod typ kontotyp valuta antal kvantitet prognos not skillnad kontoklass klass kontogrupp status "
    "avvikelser förändringproc utnyttjat radnr"
)
_VERIFICATION = _words(
    "ver vernr verifikation verifikat verifikationsnr verifikationsnummer verdatum datum bokföringsdatum transdatum "
    "transaktionsdatum verdat bokfdatum verserie"
)
_DIMENSIONS: Mapping[str, str] = {
    "ansvar": "ansv(?:ar)?(?:s?område|senhet)?",
    "verksamhet": "verks(?:amhet)?",
    "projekt": "proj(?:ekt)?",
    "kostnadsställe": "kostnadsställe|kostn ?ställe|kst|k-?ställe|ks",
    "kostnadsbärare": "kostnadsbärare|kb",
    "objekt": "obj(?:ekt)?",
    "aktivitet": "akt(?:ivitet)?",
    "motpart": "motp(?:art)?",
    "resultatenhet": "resultatenhet|resenhet|res enh|re",
    "enhet": "enhet",
    "avdelning": "avd(?:elning)?",
    "insats": "insats",
    "medlem": "medlem",
    "delprojekt": "delproj(?:ekt)?",
    "finansiär": "finansiär",
    "fri": "fri(?:tt)?(?: kod| fält| objekt)?",
    "dimension": "dim(?:ension)?",
    "program": "program",
    "uppdrag": "uppdrag",
    "bidragsgivare": "bidragsgivare",
}
_OBJECT = re.compile(
    "(?P<whole>(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _DIMENSIONS.items())
    + r")s?(?: ?\d)?)[ -]?(?P<suffix>nr|nummer|kod|id|no)?[ -]?(?P<name>namn|benämning|text|t|ben|beskrivning)?"
)
_UNITS = re.compile(
    r"(?<![a-zåäö])("
    + "|".join(
        re.escape(word)
        for word in sorted((word for words in SPELLINGS.values() for word in words if word[0].isalpha()), key=len)[::-1]
    )
    + r")(?![a-zåäö])"
)
_UNIT_OF = {word: UNIT_FACTORS[unit] for unit, words in SPELLINGS.items() for word in words}
_WORD = re.compile(r"[a-zåäöéü]+|%")
_LONGEST_HEAD = 80


@lru_cache(maxsize=2_000)
def head_of(text: str) -> Head:
    """Understand a head as it stands in its cell."""
    shown = brief(text)
    if len(text) > _LONGEST_HEAD:
        return Head(Part.UNKNOWN, shown)
    typed = folded(text).replace("\n", " ")
    if found := _object(typed, shown):
        return found
    unit = next((_UNIT_OF[match[1]] for match in _UNITS.finditer(typed)), None)
    moments, rest = moments_in(_UNITS.sub(" ", typed))
    said = frozenset(_WORD.findall(rest))
    if part := _part_of(said, moments):
        return Head(part, shown, unit=unit)
    return _amount(shown, said, moments, unit)


def _part_of(said: frozenset[str], moments: list[Moment]) -> Part | None:
    """What a column is that holds no amount; None where it may."""
    if not said:
        return None if moments else Part.UNKNOWN
    if said & _ACCOUNT and not said - _ACCOUNT - _NUMBERED - _NAME - {"och"}:
        return Part.ACCOUNT_NAME if said & _NAME else Part.ACCOUNT
    return next((part for part, known in _whole_parts(said, dated=bool(moments)) if known), None)


def _whole_parts(said: frozenset[str], *, dated: bool) -> Iterator[tuple[Part, bool]]:
    """The parts of a row that a head's words may mean, each with whether they do."""
    yield Part.NOT_ASKED, bool(said & _NOT_ASKED)
    yield Part.SIDE, not dated and (said == {"dk"} or bool(said & _DEBIT and said & _CREDIT and said <= _SIDES))
    yield Part.YEAR, not dated and said <= _YEARS
    yield Part.VERIFICATION, bool(said & _VERIFICATION) and said <= _VERIFICATION | _NUMBERED
    yield Part.NAME, said <= _NAME


def _object(typed: str, shown: str) -> Head | None:
    match = _OBJECT.fullmatch(" ".join(re.findall(r"[a-zåäöé0-9-]+", typed)))
    if match is None:
        return None
    stem = next(name for name in _DIMENSIONS if match[name])
    number = "".join(filter(str.isdigit, match["whole"]))
    name = f"{stem} {number}".strip()
    return Head(Part.OBJECT_NAME if match["name"] else Part.OBJECT, shown, dimension=name[:1].upper() + name[1:])


def _amount(shown: str, said: frozenset[str], moments: list[Moment], unit: Decimal | None) -> Head:
    kind = next((kind for kind, known in _KINDS.items() if said & known), None)
    if kind is Kind.CHANGE and said & _KINDS[Kind.OUTCOME] & {"ack", "ackumulerat", "ackumulerad"}:
        kind = Kind.OUTCOME
    side = SideOf.DEBIT if said & _DEBIT else SideOf.CREDIT if said & _CREDIT else SideOf.BOTH
    last = bool(said & _LAST_YEAR) and bool(said - {"f", "g"} or {"f", "g"} <= said)
    this = bool(said & _THIS_YEAR) or {"i", "år"} <= said or (said == {"år"} and bool(moments))
    known = _DEBIT | _CREDIT | _LAST_YEAR | _THIS_YEAR | _FILLING | frozenset().union(*_KINDS.values())
    leftover = said - known
    if (kind is None and side is SideOf.BOTH and not (last or this or moments)) or (kind is None and leftover):
        return Head(Part.UNKNOWN, shown, unit=unit)
    moment = moments[-1] if moments else None
    if _is_a_months(moments, kind, said):
        return Head(Part.NOT_ASKED if kind is None else Part.UNKNOWN, shown, unit=unit)
    bare = kind is None and side is SideOf.BOTH
    of_a_day = kind is None and len(moments) == 1 and moments[0].day > 0
    kind = Kind.OUTCOME if bare or of_a_day else kind
    year, until = _year_of(moment, kind)
    rank = 1 if said & {"period", "perioden", "ack", "rev", "reviderad"} else 0
    return Head(
        Part.AMOUNT,
        shown,
        kind,
        side,
        year,
        -1 if last and not year else 0,
        until,
        unit,
        loose=bool(leftover),
        rank=rank,
        dated=bool(year or last or this),
        bare=bare,
    )


def _is_a_months(moments: list[Moment], kind: Kind | None, said: frozenset[str]) -> bool:
    """Whether a head is of one month alone: *Utfall dec* is, *UB dec* and *Ack dec* are not."""
    if len(moments) != 1 or not moments[0].month or moments[0].day or said & _TO_DATE:
        return False
    return kind in {None, Kind.CHANGE} or bool(said & {"utfall", "resultat", "budget"})


def _year_of(moment: Moment | None, kind: Kind | None) -> tuple[int, Moment | None]:
    """The year that an amount belongs to; an opening balance at the end of a year is the next year's."""
    if moment is None:
        return 0, None
    if kind is Kind.OPENING:
        ends = moment.month == 12 and moment.day == 31 and moment.year  # noqa: PLR2004
        return (moment.year + 1 if ends else moment.year), None
    return moment.year, None if moment.ends_year else moment


def with_group(head: Head, group: Head | None) -> Head:
    """Let the head above several columns say what those below leave out: the kind, the year, the unit."""
    if group is None or not head.part is group.part is Part.AMOUNT:
        return head
    dated = head if head.dated else group
    return Head(
        Part.AMOUNT,
        f"{group.text} {head.text}",
        group.kind if (head.kind is None or head.bare) and group.kind else head.kind,
        head.side if head.side is not SideOf.BOTH else group.side,
        dated.year,
        dated.shift,
        head.until or group.until,
        head.unit or group.unit,
        loose=head.loose or group.loose,
        rank=max(head.rank, group.rank),
        dated=head.dated or group.dated,
    )


def unit_in(texts: Iterable[str]) -> Decimal | None:
    """The unit that a text above the heads says; None where none does."""
    for text in texts:
        if (match := _UNITS.search(folded(text))) and len(text) <= _LONGEST_HEAD:
            return _UNIT_OF[match[1]]
    return None
