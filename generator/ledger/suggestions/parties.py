"""Who pays a contribution, by the name of an account or an object: the state, a region, a municipality.

The parties of finsamlagen give a half, a quarter and a quarter (5 §): where the ledger's amounts do so, what is only
called *bidrag* is the members' too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.ground.names import NO_NAME, Name, folded, plain
from generator.ledger.suggestions.abbreviations import spelled_out
from generator.ledger.suggestions.suggestion import Asked
from generator.ledger.suggestions.tidy import tidied

STATE, REGION, MUNICIPALITY = "staten", "region", "kommun"
"""The categories as the tab *Medlemmar* has them."""

_CLEAR = re.compile(
    r"\b(?:statlig\w+ )?(?:medlems|drifts?|verksamhets|finansierings|ägar|förbunds)(?:bidrag|avgift)\w*", re.IGNORECASE
)
_ANY = re.compile(r"\b(?:stats)?bidrag\w*|\banslag\w*", re.IGNORECASE)
_NO_MEMBER = re.compile(r"projekt|esf|eu\b|insats|ovrig|övrig|föreg|återb|länsstyr|lönebidr")
_JOINING = re.compile(r"\b(?:från|fr|via|till|avseende|avs|för)\b\.?", re.IGNORECASE)
_RECEIVED = re.compile(r"^(?:erh|erhåll\w+)\b\.?\s*", re.IGNORECASE)
_OF_KIND = re.compile(r"^(?:kommunal|regional|statlig)[at]\s+(?=\S)", re.IGNORECASE)
"""What a contribution is called before its payer's name, which is no part of that."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_STATE = re.compile(r"försäkringskass|\bfk\b|\bfkassan|arbetsförmedl|\baf\b|\bstat(?:en)?\b")
_REGION = re.compile(r"\bregion(?:en)?\b|\blandsting")
_MUNICIPALITY = re.compile(r"\w+ (?:kommun|stad)\b")
_SEVERAL = re.compile(r"kommuner|regioner|parter|medlemmar|landstingen|myndigheter")
_PROPER = re.compile(r"[A-ZÅÄÖ][a-zåäöé]+(?:[ -][A-ZÅÄÖ]?[a-zåäöé]+)?")
_ALL_MUNICIPALITIES = re.compile(r"(?:medlems|ägar)?kommun(?:en|er(?:na)?)?")
MUNICIPALITIES = Name("Kommunerna")
"""The municipalities as one member, where the ledger does not tell them apart."""
_ANY_PARTY = re.compile(r"region(?:en)?|landsting(?:et)?|stat(?:en)?|statligt?")
_OF_PLACE = re.compile(r"s? (?:kommun|stad)$|^kommunen ")
_LAW = ((STATE, Decimal(1) / 2), (REGION, Decimal(1) / 4), (MUNICIPALITY, Decimal(1) / 4))
_NEARLY = Decimal("0.02")


@dataclass(frozen=True, slots=True)
class Party:
    """A member as the ledger names it, and which party it is; ``clear`` where no other contribution is called so."""

    name: Name
    category: str
    clear: bool
    word: str

    @property
    def is_any(self) -> bool:
        """Whether it is named by its kind alone: *regionen*, *staten*."""
        return _ANY_PARTY.fullmatch(folded(str(self.name))) is not None


def is_same(one: str, other: str) -> bool:
    """Whether two names are one municipality's, with and without the word: *Kumla*, *Hallsbergs kommun*."""
    return _place(one) == _place(other)


def _place(name: str) -> str:
    return _OF_PLACE.sub("", folded(name))


def party_of(asked: Asked) -> Party | None:
    """The one member whose contribution an account of class 3 is, as far as its name and its objects' say."""
    called = spelled_out(asked.name)
    words = _CLEAR.search(called)
    named = words or _ANY.search(called)
    if named is None or asked.account[:1] != "3" or _NO_MEMBER.search(folded(called)):
        return None
    rest = plain(called[: named.start()] + " " + called[named.end() :])
    for text in (*(spelled_out(each.name) for each in asked.objects), rest):
        name = tidied(_named(text))
        category = category_of(name)
        if category:
            return Party(Name(name), category, clear=words is not None, word=folded(named[0]))
    if words is not None and _PROPER.fullmatch(_named(rest)) and not _SEVERAL.search(folded(rest)):
        return Party(Name(_named(rest)), "", clear=True, word=folded(named[0]))
    if not asked.told_apart and _ALL_MUNICIPALITIES.fullmatch(folded(_named(rest))):
        return Party(NO_NAME, MUNICIPALITY, clear=words is not None, word=folded(named[0]))
    return None


def _named(text: str) -> str:
    words = " ".join(_YEAR.sub("", _JOINING.sub(" ", text)).split()).strip(" ,.-:")
    return _OF_KIND.sub("", _RECEIVED.sub("", words))


def is_contribution(asked: Asked) -> bool:
    """Whether an account of class 3 is called a contribution of members, or one of a party of the law."""
    called = spelled_out(asked.name)
    if asked.account[:1] != "3" or _NO_MEMBER.search(folded(called)):
        return False
    return _CLEAR.search(called) is not None or party_of(asked) is not None


def category_of(name: str) -> str:
    """The party that a name is of; empty where it is of none, or of several."""
    text = folded(spelled_out(name))
    if _SEVERAL.search(text):
        return ""
    for category, pattern in ((STATE, _STATE), (REGION, _REGION), (MUNICIPALITY, _MUNICIPALITY)):
        if pattern.search(text):
            return category
    return ""


def members_in(asked: Sequence[Asked]) -> Mapping[int, tuple[Party, bool]]:
    """The members whose contributions the accounts are, by their places among those asked of, and whether it is sure.

    A bare *bidrag* is surely a member's only where all amounts together are those of the law, and likely one only of a
    party that nothing is called more clearly of. A place's name alone is a municipality where others with the same
    word are members.
    """
    apart = {each.account for each in asked if each.told_apart}
    wholes = ((place, each) for place, each in enumerate(asked) if each.told_apart or each.account not in apart)
    found = {place: party for place, each in wholes if (party := party_of(each))}
    clear = {place: party for place, party in found.items() if party.clear}
    words = {party.word for party in clear.values() if party.category}
    taken = {party.category for party in clear.values() if party.category}
    placed = {
        place: party if party.category else Party(party.name, MUNICIPALITY, party.clear, party.word)
        for place, party in clear.items()
        if party.category or party.word in words
    }
    bare = {place: party for place, party in found.items() if not party.clear and party.category not in taken}
    lawful = bool(bare) and _as_the_law((asked[place], party) for place, party in (placed | bare).items())
    return {place: (party, party.clear or lawful) for place, party in (placed | bare).items()}


def _as_the_law(found: Iterable[tuple[Asked, Party]]) -> bool:
    """Whether the latest amounts are a half, a quarter and a quarter."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for asked, party in found:
        sums[party.category] += -asked.amounts[0] if asked.amounts else Decimal(0)
    whole = sum(sums.values())
    return whole > 0 and all(abs(sums[category] / whole - share) <= _NEARLY for category, share in _LAW)
