"""The columns of a list of accounts: its head row, found by its words, and which column is what."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.ledger.lists.heads import Head, Kind, Part, SideOf, head_of, with_group
from generator.model.values import CoveredByMerge, RawCell

Cells = Mapping[int, RawCell]
Rows = Mapping[int, Cells]

_YEAR = re.compile(r"(?:19|20)\d\d")
_SIGNS = str.maketrans("", "", " \u00a0\u202f.,-\u2212")


@dataclass(frozen=True, slots=True)
class ObjectColumn:
    """A column of objects, with the column of their names where there is one."""

    column: int
    dimension: str
    head: str
    name: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """A head row understood. ``amounts`` are the columns that are read, ``twice`` those that say the same as another.

    ``strangers`` are those that nobody knows, ``dropped`` those of which another says the same more plainly.
    ``other_accounts`` are columns of accounts besides the one that is read: another list stands beside. ``side`` is a
    column that says whether a row is in debit or credit, ``year`` one of the year of each row; 0 where there is none.
    """

    row: int
    heads: Mapping[int, Head]
    account: int
    name: int
    objects: tuple[ObjectColumn, ...]
    amounts: Mapping[int, Head]
    twice: tuple[tuple[int, int], ...] = ()
    strangers: tuple[int, ...] = ()
    verifications: tuple[int, ...] = ()
    texts: Mapping[int, str] = field(default_factory=dict)
    other_accounts: tuple[int, ...] = ()
    dropped: tuple[int, ...] = ()
    side: int = 0
    year: int = 0

    @property
    def account_head(self) -> str:
        """What stands above the accounts."""
        return self.heads[self.account].text if self.account in self.heads else "Konto"

    @property
    def known(self) -> set[int]:
        """The columns that are read, or need not be."""
        return (self.heads.keys() | {self.account, self.name}) - {*self.strangers, *self.dropped}


def columns_of(row: int, cells: Cells, above: Cells, before: Columns | None = None) -> Columns | None:
    """Understand a row as heads; None where it has no head of accounts and of amounts.

    ``above`` is the row above it, which may say what several columns have in common. ``before`` are the heads that held
    until here: the same once more are those.
    """
    if len(cells) < 2:  # noqa: PLR2004 - an account and an amount
        return None
    heads = heads_in(cells)
    if before and {column: head.text for column, head in heads.items()} == before.texts:
        return before
    accounts = [column for column, head in heads.items() if head.part is Part.ACCOUNT]
    accounts += [column for column, head in heads.items() if head.part is Part.ACCOUNT_NAME]
    return columns_with(row, heads, accounts[0], above) if accounts else None


def heads_in(cells: Cells) -> dict[int, Head]:
    """Understand each cell of a row as a head."""
    return {column: head_of(_shown(cell)) for column, cell in cells.items() if _is_seen(cell)}


def columns_with(row: int, heads: Mapping[int, Head], account: int, above: Cells) -> Columns | None:
    """Understand heads of which that of the accounts is known; None where none is of amounts."""
    texts = {column: head.text for column, head in heads.items()}
    heads = _with_groups(heads, above) if _may_be_groups(above, account) else heads
    amounts = {column: head for column, head in heads.items() if head.part is Part.AMOUNT}
    if not amounts:
        return None
    names = [column for column, head in heads.items() if head.part is Part.ACCOUNT_NAME and column != account]
    names += [column for column, head in heads.items() if head.part is Part.NAME]
    chosen, twice, dropped = _chosen(_with_kinds(amounts))
    return Columns(
        row,
        heads,
        account,
        names[0] if names else 0,
        tuple(_objects(heads)),
        chosen,
        tuple(twice),
        _of(heads, Part.UNKNOWN),
        _of(heads, Part.VERIFICATION),
        texts,
        dropped=tuple(dropped),
        side=next(iter(_of(heads, Part.SIDE)), 0),
        year=next(iter(_of(heads, Part.YEAR)), 0),
    )


def _of(heads: Mapping[int, Head], part: Part) -> tuple[int, ...]:
    return tuple(column for column, head in heads.items() if head.part is part)


def _is_seen(cell: RawCell) -> bool:
    return not isinstance(cell.value, CoveredByMerge)


def _shown(cell: RawCell) -> str:
    """A head as it is shown, but a year without the space that a number's format puts in it."""
    return str(cell.value) if type(cell.value) is int else cell.text


def _may_be_groups(above: Cells, account: int) -> bool:
    """Whether a row can say what columns have in common: one of an account, or of any number but a year, cannot."""
    if set(above) == {1}:  # a title
        return False
    texts = [_shown(cell).strip() for cell in above.values() if _is_seen(cell)]
    return not (account in above and texts[:1] and texts[0][:1].isdigit()) and not any(
        text.translate(_SIGNS).isdigit() and not _YEAR.fullmatch(text) for text in texts
    )


def _with_groups(heads: Mapping[int, Head], above: Cells) -> dict[int, Head]:
    """Let the row above say what several columns have in common: *Utgående balans* over *Debet* and *Kredit*."""
    group: Head | None = None
    groups: dict[int, Head | None] = {}
    for column in range(1, max(heads) + 1):
        cell = above.get(column)
        if cell is not None and _is_seen(cell):
            head = head_of(_shown(cell))
            over_amounts = column not in heads or heads[column].part is Part.AMOUNT
            group = head if head.part is Part.AMOUNT and over_amounts else None
        groups[column] = group
    needs = any(
        head.part is Part.AMOUNT and (head.kind is None or head.bare or not head.dated) for head in heads.values()
    )
    if not needs:
        return dict(heads)
    return {column: with_group(head, groups[column]) for column, head in heads.items()}


def _with_kinds(amounts: Mapping[int, Head]) -> dict[int, Head]:
    """Say what debit and credit are of that say nothing themselves: the year's change beside a balance, else all.

    Of an earlier year they are its change only beside a balance of that year itself.
    """
    latest = max(head.year for head in amounts.values())
    balances = [head for head in amounts.values() if _is_balance(head)]
    years = {(head.year, head.shift) for head in balances}

    def kind(head: Head) -> Kind:
        is_earlier = head.shift or 0 < head.year < latest
        is_change = (head.year, head.shift) in years if is_earlier else bool(balances)
        return Kind.CHANGE if is_change else Kind.OUTCOME

    return {column: replace(head, kind=head.kind or kind(head)) for column, head in amounts.items()}


def _is_balance(head: Head) -> bool:
    return head.kind in {Kind.CLOSING, Kind.OPENING} or (head.kind is Kind.OUTCOME and head.side is SideOf.BOTH)


def _chosen(amounts: Mapping[int, Head]) -> tuple[dict[int, Head], list[tuple[int, int]], list[int]]:
    """Of columns that say the same take the plainest, the first of those.

    Returns also which others say the same as plainly, in pairs with the first, and which say it less plainly.
    """
    whole = {(head.kind, head.year, head.shift) for head in amounts.values() if head.side is SideOf.BOTH}
    chosen: dict[tuple[object, ...], int] = {}
    twice: list[tuple[int, int]] = []
    dropped: list[int] = []
    for column, head in sorted(amounts.items(), key=lambda each: (each[1].loose, each[1].rank, each[0])):
        if head.side is not SideOf.BOTH and (head.kind, head.year, head.shift) in whole:
            continue  # debit and credit are what the whole amount is made of
        key = (head.kind, head.side, head.year, head.shift)
        first = chosen.setdefault(key, column)
        if first != column:
            alike = (head.loose, head.rank) == (amounts[first].loose, amounts[first].rank)
            twice += [(first, column)] if alike else []
            dropped += [] if alike else [column]
    return {column: amounts[column] for column in sorted(chosen.values())}, twice, dropped


def _objects(heads: Mapping[int, Head]) -> Iterator[ObjectColumn]:
    names = {column: head for column, head in heads.items() if head.part is Part.OBJECT_NAME}
    keyed = {head.dimension for head in heads.values() if head.part is Part.OBJECT}
    for column, head in heads.items():
        if head.part is Part.OBJECT:
            name = next((each for each, other in names.items() if other.dimension == head.dimension), 0)
            yield ObjectColumn(column, head.dimension, head.text, name)
        elif head.part is Part.OBJECT_NAME and head.dimension not in keyed:
            yield ObjectColumn(column, head.dimension, head.text)
