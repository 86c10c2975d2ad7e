"""What a statement is made of: lines, rows of changes, groups with their sums.

A statement's value says what stands in it, in its order, and which law says so. The sums (``figures.sums``), the layout
(``figures.layouts``), the drop-downs of the workbook and the control cells of *Läs mig* follow from it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a line is. The kind decides its sign in the statements and whether it is a flow or a balance."""

    INCOME = "intäkt"
    COST = "kostnad"
    ASSET = "tillgång"
    EQUITY = "eget kapital"
    PROVISION = "avsättning"
    LIABILITY = "skuld"
    MEMORANDUM = "inom linjen"


_SIGNS = {Kind.INCOME: 1, Kind.ASSET: 1, Kind.MEMORANDUM: 0}


@dataclass(frozen=True, slots=True)
class Line:
    """A line that amounts are typed on.

    ``code`` is the standard English term and part of the figures' keys; ``label`` the law's Swedish name, which
    is what the workbook's drop-down shows. ``liquid`` tells whether the line counts as cash (*likvida medel*) unless a
    row says otherwise. ``either_sign``: what is typed on it may come to less than nothing.
    """

    code: str
    label: str
    kind: Kind
    other_names: tuple[str, ...] = ()
    liquid: bool = False
    either_sign: bool = False

    def __hash__(self) -> int:
        """Hash by the code alone: a line is asked for often."""
        return hash(self.code)

    @property
    def is_flow(self) -> bool:
        """True for income and costs (a period), False for balances (a day)."""
        return self.kind in {Kind.INCOME, Kind.COST}

    @property
    def effect(self) -> int:
        """The sign with which a naturally entered (positive) amount changes the result: costs lower it."""
        return -1 if self.kind is Kind.COST else 1

    @property
    def sign(self) -> int:
        """The sign that a typed amount has in what its statement comes to: the result, or the balance's difference.

        Income and assets add, costs and claims subtract; what stands below the line is not added (0).
        """
        return _SIGNS.get(self.kind, -1)


@dataclass(frozen=True, slots=True)
class Taken:
    """A row with a figure that another statement has; ``label`` is what it is called in this one, if not the same."""

    code: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class CashChange:
    """A row of the cash flow: the cash that came (+) or went (-) when balances changed.

    ``of`` are the codes of the balances' figures. ``sign`` is 1 for what is owed, which brings cash when it grows, and
    -1 for what is owned. ``unpaid`` are costs by which the balances fell without a payment. ``line`` is
    given where only that part of a line counts which is no cash itself. ``apart`` are changes that another row
    tells, each with the sign that takes it out of this one.
    """

    code: str
    label: str
    of: tuple[str, ...]
    sign: int
    unpaid: tuple[str, ...] = ()
    line: Line | None = None
    apart: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """A row of the cash flow made of changes that are told apart: the codes of their figures with their signs."""

    code: str
    label: str
    terms: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Summed:
    """A row with the sum of others, which are shown below it as its parts (*varav*)."""

    code: str
    label: str
    parts: tuple[Taken | CashChange | Moved, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of a statement. ``optional``: an association may leave it out of its report."""

    code: str
    label: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class LineGroup:
    """What stands together in a statement, and its sum; ``code`` and ``heading`` where it is told apart by name."""

    parts: "tuple[StatementPart, ...]"
    total: Total
    code: str = ""
    heading: str = ""

    @property
    def groups(self) -> "tuple[LineGroup, ...]":
        """The groups within this one."""
        return tuple(part for part in self.parts if isinstance(part, LineGroup))

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of this group and of those within it."""
        return tuple(line for part in self.parts for line in _lines(part))


StatementPart = LineGroup | Line | Taken | CashChange | Moved | Summed


@dataclass(frozen=True, slots=True)
class Memorandum:
    """Lines below a statement (*inom linjen*) that are told together, and are not added."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement, and the law or recommendation that says what stands in it. ``flow``: of a period, else of a day."""

    key: str
    title: str
    law: str
    flow: bool
    groups: tuple[LineGroup, ...]
    memoranda: tuple[Memorandum, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines, in the statement's order."""
        added = (line for group in self.groups for line in group.lines)
        return (*added, *(line for memorandum in self.memoranda for line in memorandum.lines))

    def group(self, code: str) -> LineGroup:
        """Find a group by its code, also within another.

        Raises:
            KeyError: the statement has none.

        """
        return {group.code: group for group in _with_groups(self.groups)}[code]


def _with_groups(groups: Iterable[LineGroup]) -> Iterator[LineGroup]:
    for group in groups:
        yield group
        yield from _with_groups(group.groups)


def _lines(part: StatementPart) -> tuple[Line, ...]:
    match part:
        case LineGroup():
            return part.lines
        case Line():
            return (part,)
        case _:
            return ()
