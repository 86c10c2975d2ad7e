"""What a claim is of by the place of its text: ``Kostnaden blev 310 tkr`` under an insats is that insats's cost."""

import re
from dataclasses import replace

from generator.claims.answers import Lookup
from generator.claims.claim import Claim
from generator.claims.judged import Judged, Verdict, judge
from generator.claims.sentence import Read
from generator.claims.terms import DEBT
from generator.claims.vocabulary import Entry, Mention
from generator.claims.words import Word, stems

_HERE = frozenset({"insatsen", "insatsens", "projektet", "projektets", "aktiviteten", "aktivitetens"})
"""Words for what a text is about."""
_OF_ALL = re.compile(
    r"\b(?:förbundet|förbundets|verksamhetens totala|samordningsförbundets?|samtliga insatser|alla insatser|"
    r"insatserna|insatsernas)\b",
    re.IGNORECASE,
)
"""Words by which a text about one insats turns to all of them."""
_OF_THE_WHOLE = frozenset(
    map(
        stems,
        ("årets resultat", "medlemsbidrag", "medlemsavgift", "kassaflöde", "årets kassaflöde", "bokslutsresultat"),
    )
)
"""What only the association has, although the word asks for an aspect."""


def named_here(mentions: list[Mention], words: list[Word], here: Entry) -> list[Mention]:
    """What a sentence names, with ``insatsen`` as the insats that its text is about."""
    places = [place for place, word in enumerate(words) if word.text in _HERE]
    free = [each for each in mentions if not (each.first == each.last and each.first in places)]
    taken = {place for each in free for place in range(each.first, each.last + 1)}
    own = [Mention(here, each, each, words[each].start, words[each].end) for each in places if each not in taken]
    return sorted((*free, *own), key=lambda each: each.start)


def judged_at(claim: Claim, read: Read, here: Entry | None, figures: Lookup) -> Judged:
    """Hold a claim against the figures of what its text is about; the association's may only bear it out."""
    placed = _placed(claim, read, here) if here else claim
    judged = judge(placed, figures)
    if not placed.is_placed or judged.verdict is Verdict.AGREES:
        return judged
    otherwise = judge(claim, figures)
    return otherwise if otherwise.verdict is Verdict.AGREES else judged


def _placed(claim: Claim, read: Read, here: Entry) -> Claim:
    if any(each.entry is here for each in claim.things):
        return replace(claim, is_placed=True)
    if claim.things or not claim.terms or _OF_ALL.search(read.text) or not all(map(is_general, claim.terms)):
        return claim
    return replace(claim, things=(Mention(here, -1, -1, 0, 0),), is_placed=True)


def is_general(term: Mention) -> bool:
    """Whether an insats may have what a term means: a cost, a budget, participants; and no equity."""
    aspects = term.entry.aspects - {DEBT}
    return bool(aspects) and term.entry.phrase not in _OF_THE_WHOLE
