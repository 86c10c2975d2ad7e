"""The rules of own names: each post has one, that no other has, and that says nothing else than the post is."""

import re
from collections.abc import Iterator

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.ground.names import Name
from generator.model.post_names import PostName, law_names, line_of
from generator.model.rows import Entry
from generator.statements.statement import Kind
from generator.subjects.post_names.messages import POST_NAME_OF_ANOTHER, POST_NAME_OF_OTHER_KIND, POST_NAMED_TWICE

_WORDS = {
    Kind.INCOME: re.compile(r"kostnad(?:er)?\b|utgift|skuld(?:er)?\b", re.IGNORECASE),
    Kind.COST: re.compile(r"intäkt(?:er)?\b|tillgång|fordring|fordran", re.IGNORECASE),
    Kind.ASSET: re.compile(r"skuld(?:er)?\b|avsättning|eget kapital", re.IGNORECASE),
    Kind.PROVISION: re.compile(r"fordring|fordran|tillgång", re.IGNORECASE),
    Kind.LIABILITY: re.compile(r"fordring|fordran|tillgång|eget kapital", re.IGNORECASE),
}
"""Words that tell of something else than a line of a kind; an accrued income is an asset, a prepaid one a debt."""
_LEADS = re.compile(r"\b(?:till|för|från|på|av|hos|mot|i|inkl\w*|exkl\w*|utom|efter)\b", re.IGNORECASE)
"""What follows one of these tells of what the post is made of, or whose it is."""


def names_are_of_one_post(case: Case) -> Iterator[Finding]:
    """No two posts have one name, no post two, and none another's of the law."""
    law = {Name(name): name for name in law_names()}
    named: dict[str, Entry[PostName]] = {}
    own: dict[Name, str] = {}
    for entry in case.underlag.of(PostName):
        row = entry.row
        other = own.get(row.name) or (law.get(row.name) if row.name != row.line else None)
        if other:
            yield POST_NAME_OF_ANOTHER.found(entry.source("name"), line=row.line, name=row.name, other=other)
        if row.line in named:
            place = named[row.line].source("line")
            yield POST_NAMED_TWICE.found(entry.source("line"), place, line=row.line, cell=place.cell)
        named.setdefault(row.line, entry)
        own.setdefault(row.name, row.line)


def names_say_what_the_post_is(case: Case) -> Iterator[Finding]:
    """An asset is not called a debt, nor a cost an income."""
    for entry in case.underlag.of(PostName):
        row, kind = entry.row, line_of(entry.row).kind
        if kind in _WORDS and _WORDS[kind].search(_LEADS.split(row.name)[0]):
            values = {"line": row.line, "kind": kind.value, "name": row.name}
            yield POST_NAME_OF_OTHER_KIND.found(entry.source("name"), **values)
