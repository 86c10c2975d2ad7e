"""Last year's typed rows that the accounts of a ledger are, by what they came to: one thing may have two names.

An amount to the öre says more than a name that is nearly the same: *Kurser, konf inkl resor* is *Kurser, konferenser*
where both were 70 669 kr. An amount that several rows or accounts have says nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, combinations
from typing import Any

from generator.ground.formatting import enumerated, first_of, kronor
from generator.ground.names import NO_NAME, Name, folded
from generator.ledger.row import Ledger, Measured
from generator.ledger.suggestions.parties import is_same, party_of
from generator.ledger.suggestions.suggestion import Asked, Suggestion
from generator.ledger.suggestions.tidy import row_of
from generator.model.amounts import PART_OF, BalanceItem, IncomeOrCost
from generator.model.underlag import Underlag
from generator.statements.lines import BY_LABEL
from generator.statements.statement import Line

Suggested = tuple[Asked, Suggestion]
Post = tuple[Line, Decimal]
"""A post, and what something on it came to, without minus for income and debts."""

_TWO, _THREE = 2, 3
_MOST_TOGETHER = 12
"""Accounts of a post and class of which a few may be one row: of more, some come to any amount by chance."""
_MOST_NAMED = 8
"""Rows that a hint names."""


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row of amounts that was typed last year; ``amount`` is what it was then, without minus for income and debts."""

    line: Line
    amount: Decimal
    sub_item: Name = NO_NAME
    note: Name = NO_NAME
    note_row: Name = NO_NAME
    activity: Name = NO_NAME

    @property
    def post(self) -> Post:
        """What tells it from other rows."""
        return self.line, self.amount

    @property
    def text(self) -> str:
        """What a list calls it."""
        return str(self.note_row or self.sub_item or self.activity or self.line.label)


def typed_rows(underlag: Underlag) -> tuple[TypedRow, ...]:
    """The rows of income, costs and balances that were typed with an amount, and are no part of another."""
    return tuple(_typed(underlag))


def _typed(underlag: Underlag) -> Iterator[TypedRow]:
    for entry in underlag.of(IncomeOrCost):
        row = entry.row
        if row.this_year and row.level != PART_OF and not entry.is_booked:
            yield TypedRow(BY_LABEL[row.line], row.this_year, row.sub_item, row.note, row.note_row, row.activity)
    for balance in underlag.of(BalanceItem):
        item = balance.row
        if item.this_year and item.level != PART_OF and not balance.is_booked:
            yield TypedRow(BY_LABEL[item.line], item.this_year, item.sub_item, item.note, item.note_row)


def as_last_year(
    suggested: Sequence[Suggested], rows: Sequence[TypedRow], ledger: Ledger, year: int
) -> tuple[Suggested, ...]:
    """Let each account be the row that it was in ``year``, where the amounts tell; its post is the suggestion's own.

    A few accounts that are one row only together become it where no others come to as much.
    """
    apart = {asked.account for asked, _ in suggested if asked.told_apart}
    posts = {
        place: post
        for place, (asked, made) in enumerate(suggested)
        if (asked.told_apart or asked.account not in apart) and (post := _post(asked, made, ledger, year))
    }
    texts = {(row.line, folded(row.note_row)) for row in rows if row.note_row}
    named = {
        place: text
        for place, (line, _) in posts.items()
        if (line, text := folded(row_of(suggested[place][0].name, suggested[place][0].account))) in texts
    }
    found: dict[int, TypedRow] = {}
    alike = Counter(row.post for row in rows)
    for several in (_alone(posts), _together(posts, suggested, alike)):
        for row in rows:
            groups = [
                each
                for each in several.get(row.post, ())
                if all(named.get(place, folded(row.note_row)) == folded(row.note_row) for place in each)
            ]
            if alike[row.post] == 1 and len(groups) == 1 and row not in found.values():
                found |= dict.fromkeys((place for place in groups[0] if place not in found), row)
    return tuple(
        (asked, _as_row(made, found.get(place) or (None if place in named else _of_party(asked, made, rows))))
        for place, (asked, made) in enumerate(suggested)
    )


def _post(asked: Asked, made: Suggestion, ledger: Ledger, year: int) -> Post | None:
    """What an account was in a year, on the post that it most likely becomes; None where that is nothing."""
    line = made.line
    if line is None or made.member or made.compared:
        return None
    sign = -line.effect if line.is_flow else line.sign
    amount = sign * _amount(asked, ledger, year, line)
    return (line, amount) if amount else None


def _amount(asked: Asked, ledger: Ledger, year: int, line: Line) -> Decimal:
    if line.is_flow:
        return _told(asked, ledger, year, Measured.RESULT)
    return _told(asked, ledger, year, Measured.CLOSING) or _told(asked, ledger, year + 1, Measured.OPENING)


def _told(asked: Asked, ledger: Ledger, year: int, measured: Measured) -> Decimal:
    own = set(asked.told_apart)
    rows = (row for row in ledger.of(asked.account, year) if (own <= set(row.objects) if own else not row.objects))
    return sum((row.amounts.get(measured, Decimal(0)) for row in rows), start=Decimal(0))


def _alone(posts: Mapping[int, Post]) -> Mapping[Post, list[tuple[int, ...]]]:
    found: dict[Post, list[tuple[int, ...]]] = defaultdict(list)
    for place, post in posts.items():
        found[post].append((place,))
    return found


def _together(
    posts: Mapping[int, Post], suggested: Sequence[Suggested], alike: Mapping[Post, int]
) -> Mapping[Post, list[tuple[int, ...]]]:
    """Two or three accounts of a class that are no row by themselves, by what they come to."""
    classes: dict[tuple[Line, str], list[int]] = defaultdict(list)
    for place, (line, amount) in posts.items():
        if (line, amount) not in alike:
            classes[line, suggested[place][0].account[:1]].append(place)
    found: dict[Post, list[tuple[int, ...]]] = defaultdict(list)
    for (line, _), places in classes.items():
        if len(places) <= _MOST_TOGETHER:
            for few in chain(combinations(places, _TWO), combinations(places, _THREE)):
                found[line, sum((posts[place][1] for place in few), start=Decimal(0))].append(few)
    return found


def _of_party(asked: Asked, made: Suggestion, rows: Iterable[TypedRow]) -> TypedRow | None:
    """The row of the same party's contribution, where one is and the account is no member's."""
    party = party_of(asked) if made.line and not made.member else None
    if party is None or not party.name:
        return None
    same = [row for row in rows if row.line is made.line and _is_of(str(row.note_row), str(party.name))]
    return same[0] if len(same) == 1 else None


def _is_of(text: str, party: str) -> bool:
    other = party_of(Asked("3", text))
    return other is not None and bool(other.name) and is_same(str(other.name), party)


def _as_row(made: Suggestion, row: TypedRow | None) -> Suggestion:
    if row is None:
        return made
    return replace(made, sub_item=row.sub_item, note=row.note, note_row=row.note_row, activity=row.activity)


def without_account(rows: Iterable[TypedRow], chart: Sequence[Mapping[str, Any]]) -> str:
    """Say in Swedish which typed rows no row of *Kontoplan* is; nothing where each has one."""
    posts = {str(row.get("line", "")) for row in chart}
    texts = {folded(str(row.get("note_row") or row.get("name") or "")) for row in chart}
    sums: dict[tuple[Line, str], Decimal] = defaultdict(Decimal)
    for row in rows:
        if not (folded(row.note_row) in texts if row.note_row else row.line.label in posts):
            sums[row.line, row.text] += row.amount
    told = [f"{text} ({line.label}, {kronor(amount)})" for (line, text), amount in sums.items()]
    if not told:
        return ""
    which = "Raden" if len(told) == 1 else "Raderna"
    return (
        f"{which} {enumerated(first_of(told, _MOST_NAMED))} i fjol har inget konto i år. Heter kontot något annat: "
        "skriv radens text vid kontot, i kolumnen Notrad i fliken Kontoplan, så att åren står på samma rad."
    )
