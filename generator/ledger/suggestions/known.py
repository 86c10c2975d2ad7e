"""What a workbook has already: what a suggestion takes up, so that a new account joins the rows that are there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.ground.names import NO_NAME, Name, folded, nearest
from generator.ledger.row import Objects
from generator.ledger.suggestions.parties import Party, category_of, is_same
from generator.statements.statement import Line

_NEAR = 0.88
"""How alike two names of rows must be to be held for one: about a letter in ten."""
_MOST_NEAR = 400
"""Names that each account's is held against; of more than that nobody has chosen the words."""


@dataclass(frozen=True, slots=True)
class UsedRow:
    """A row in use: its post, note, text and activity; ``place`` says where, as a sentence does."""

    line: Line
    note_row: Name
    note: Name = NO_NAME
    activity: Name = NO_NAME
    place: str = ""


@dataclass(frozen=True)
class Known:
    """What a workbook has: the notes by the codes of their lines, rows in use, activities and members by their names.

    ``activities`` and ``members`` give the key of each of their names. ``funding`` is the activity of contributions and
    financial items; ``rolled`` are the posts whose changes have a tab of their own.
    ``contributions_are_rows``: the contributions are rows of income, and no member has one.
    """

    notes: Mapping[str, Name] = field(default_factory=dict)
    rows: tuple[UsedRow, ...] = ()
    activities: Mapping[Name, Name] = field(default_factory=dict)
    members: Mapping[Name, Name] = field(default_factory=dict)
    funding: Name = NO_NAME
    rolled: frozenset[Line] = frozenset()
    contributions_are_rows: bool = False

    def row(self, name: str) -> UsedRow | None:
        """The row in use with that text, or nearly that; of very many rows only one with that text."""
        same = self._by_text.get(folded(name))
        if same is not None or len(self._by_text) > _MOST_NEAR:
            return same
        near = nearest(name, list(self._by_text), 1, _NEAR)
        return self._by_text[near[0]] if near else None

    def member(self, party: Party) -> Name:
        """The member that a party is; empty where none of those there are is it.

        A region that is only called so is the one region, and a municipality may be named without the word.
        """
        if party.name in self.members:
            return self.members[party.name]
        keys = tuple(dict.fromkeys(self.members.values()))
        same = [key for key in keys if is_same(key, party.name)]
        alike = [key for key in keys if party.is_any and category_of(key) == party.category]
        return next((each[0] for each in (same, alike) if len(each) == 1), NO_NAME)

    @cached_property
    def _by_text(self) -> Mapping[str, UsedRow]:
        return {folded(str(each.note_row)): each for each in reversed(self.rows) if each.note_row}

    def activity(self, name: str, objects: Objects) -> Name:
        """The activity that an object, or a word of the account's name, names; empty where none does."""
        for each in (text for one in objects for text in (one.key, one.name) if text):
            if Name(each) in self.activities:
                return self.activities[Name(each)]
        if len(self.activities) > _MOST_NEAR:
            return NO_NAME
        words = f" {folded(name)} "
        named = [key for spelling, key in self.activities.items() if f" {folded(str(spelling))} " in words]
        return named[0] if len(set(named)) == 1 else NO_NAME


NOTHING_KNOWN = Known()
