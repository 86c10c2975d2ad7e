"""Whether a goal's number is a floor or a ceiling: what the words of the goal and its target say."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum

from generator.ground.names import folded


class Bound(Enum):
    """What a target is: to be reached (*minst*), or not to be passed (*högst*)."""

    FLOOR = "minst"
    CEILING = "högst"


_NOT = r"(?:\b(?P<denied>inte|ej|aldrig|icke)\b(?: (?!inte|ej)\w+){0,3}? )?"
"""A denial, some words before what it denies: *inte under året överstiga*."""

_MORE = re.compile(
    _NOT + r"\b(?:över(?:stig|skrid)\w*|(?:mera?|flera?|högre|större|längre) än|över(?= \d)|"
    r"(?:ut)?ök\w*|höj\w*|stig\w*|väx\w*|flera?|mera?|högre|längre)\b"
)
_LESS = re.compile(
    _NOT + r"\b(?:under(?:stig|skrid)\w*|(?:mindre|färre|lägre|kortare) än|under(?= \d)|"
    r"(?:för)?minsk\w*|(?:för)?kort\w*|sänk\w*|sjunk\w*|färre|lägre)\b"
)
_AT_LEAST = re.compile(r"\b(?:minst|lägst|nås?|uppnå\w*)\b|[≥>]")
_AT_MOST = re.compile(r"\b(?:högst|max(?:imalt|imum)?|som mest|upp till|inom(?= \d)|tak(?:et)?|begräns\w*)\b|[≤<±]")

_EITHER_WAY = re.compile(
    r"tid(?:en)?\b|kostnad|avvik|sjuk|bortfall|avhopp|avbrott|återfall|skuld|underskott|kapital|frånvaro|kö(?:n|er)?\b|"
    r"dagar\b|veckor\b|månader\b"
)
"""What may well be better when it is less: without a word of direction nobody can tell."""


def bound_of(texts: Iterable[str]) -> Bound | None:
    """What the target of a goal is, whose ``texts`` they are; None where they say both, or nobody can tell.

    Without any word it is a floor, but for what may be better when it is less.
    """
    text = " … ".join(map(folded, texts))
    said = set(_said(text))
    if said:
        return said.pop() if len(said) == 1 else None
    return None if _EITHER_WAY.search(text) else Bound.FLOOR


def _said(text: str) -> Iterator[Bound]:
    """The bounds that a text's words say; a denied direction is the other one."""
    for words, plain, denied in ((_MORE, Bound.FLOOR, Bound.CEILING), (_LESS, Bound.CEILING, Bound.FLOOR)):
        yield from (denied if match["denied"] else plain for match in words.finditer(text))
    if _AT_LEAST.search(text):
        yield Bound.FLOOR
    if _AT_MOST.search(text):
        yield Bound.CEILING
