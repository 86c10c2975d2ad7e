"""The rows of a list of accounts as they stand: which is an account's, which a sum, a heading or a footer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from generator.findings.finding import Finding
from generator.ground.names import clean, folded, plain
from generator.ground.source import Source
from generator.ledger.lists.amounts import read_amount, unreadable
from generator.ledger.lists.columns import Cells, Columns, Rows, columns_of
from generator.ledger.lists.heads import Head, Kind, SideOf
from generator.ledger.row import LedgerObject, Objects
from generator.model.reading import is_total
from generator.model.values import CoveredByMerge, RawCell, is_nothing_typed

_ACCOUNT = re.compile(r"'?(\d{3,8})(?:[\s.:;,–-]+(\S.*))?", re.DOTALL)
_YEAR, _CREDIT = re.compile(r"(?:19|20)\d\d"), re.compile("(?i)[kc]")
_GROUP = re.compile(r"\d{1,2}(?:[\s.:–-]+\D.*)?|\d[\dxX*]*[xX*]+|\d{1,8}\s*(?:-|–|till|\.\.)\s*\d{1,8}(?:\s+\D.*)?")
_CODE = re.compile(r"([A-Za-zÅÄÖåäö]{0,5}[-.]?\d[\w.-]*)(?:\s*[:–-]\s*|\s+)(\S.*)", re.DOTALL)
_SUM = re.compile(
    r"(del|slut|konto|grupp)?summa|sum\b|s:a|tot(al(a|t)?)?\b|(beräknat |årets |periodens |redovisat |netto)?resultat\b"
    r"|(balans)?omslutning|netto((kostnad|intäkt|resultat|omsättning)\w*)?\b|rörelse(ns )?(resultat|intäkter|kostnader)"
    r"|verksamhetens (netto|intäkter|kostnader)|differens\b|kontroll(summa|saldo|tal)?\b|saldon?\b|transport\b"
    r"|att föra över|ingående saldo"
)
_NO_OBJECT = {"", "-", "ej angivet", "ej angiven", "saknas", "inget", "(tom)", "tom", "(tomt)"}
_FOOTER = re.compile(
    r"sid(a|an)?\b|page\b|utskri|skapad|rapport(en|datum|namn)?\b|datum|användare|urval|period(en|er)?\b|filter\b|räkenskapsår|senaste"
)


class What(Enum):
    """What a row is."""

    ACCOUNT = "account"
    SUM = "sum"
    NOTHING = "nothing"
    UNKNOWN = "unknown"


Key = tuple[Kind, int]
"""What an amount measures as its column says, and the year."""


@dataclass(slots=True)
class Amount:
    """An amount in kronor as the list has it, before signs are turned, and its cell; of ``several`` cells the first."""

    value: Decimal
    cell: RawCell
    several: bool = False


@dataclass(slots=True)
class Line:
    """A row of the list with its amounts."""

    row: int
    what: What
    place: Source
    account: str = ""
    name: str = ""
    label: str = ""
    objects: Objects = ()
    amounts: dict[Key, Amount] = field(default_factory=dict)
    broken: frozenset[Key] = frozenset()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole list: its year, and the unit of columns that say none."""

    year: int
    unit: Decimal = Decimal(1)

    def year_of(self, head: Head) -> int:
        """The year of a column."""
        return head.year or self.year + head.shift

    def unit_of(self, head: Head) -> Decimal:
        """The unit of a column, in kronor."""
        return head.unit or self.unit


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of amounts, with what is asked of it for every row."""

    column: int
    key: Key
    unit: Decimal
    head: str
    is_credit: bool


class _Reader:
    """Reads row by row, by the heads that hold where it is; ``once``: an account stands on its first row only."""

    def __init__(self, columns: Columns, setting: Setting, findings: list[Finding], *, once: bool) -> None:
        self._setting, self._findings, self._once = setting, findings, once
        self._above: Line | None = None
        self.heads(columns)

    def heads(self, columns: Columns) -> None:
        """Let other heads hold from here."""
        self.columns, self._amount_columns = columns, self._asked(columns)
        self._of_years: dict[int, list[_Column]] = {}

    def _asked_in(self, cells: Cells) -> list[_Column]:
        """What is asked of the columns in a row, which may say the year that it is of."""
        text = _text(cells.get(self.columns.year)) if self.columns.year else ""
        if not _YEAR.fullmatch(text):
            return self._amount_columns
        year = int(text)
        if year not in self._of_years:
            self._of_years[year] = self._asked(self.columns, year)
        return self._of_years[year]

    def _asked(self, columns: Columns, year: int = 0) -> list[_Column]:
        setting = replace(self._setting, year=year) if year else self._setting
        return [
            _Column(
                column,
                (head.kind, setting.year_of(head)),
                setting.unit_of(head),
                head.text,
                head.side is SideOf.CREDIT,
            )
            for column, head in columns.amounts.items()
            if head.kind is not None
        ]

    def line(self, row: int, cells: Cells) -> Line:
        """Read a row that holds no heads."""
        columns = self.columns
        cell = cells.get(columns.account) or next(iter(cells.values()))
        account = _text(cells.get(columns.account))
        match = _ACCOUNT.fullmatch(account)
        name = clean(_text(cells.get(columns.name))) if columns.name else ""
        line = Line(row, What.NOTHING, cell.source)
        line.objects = tuple(_objects(cells, columns)) if columns.objects else ()
        above, self._above = self._above, None
        if match and not is_total(name or match[2] or ""):
            line.account, line.name = match[1], name or clean(match[2] or "")
        elif self._once and above and not account and _goes_on(above, line, name):
            line.account, line.name = above.account, above.name
        if line.account:
            line.what, self._above = What.ACCOUNT, line
            line.broken = self._amounts(cells, line.amounts, self._findings)
            return line
        line.objects = ()
        if (problem := unreadable(cell, columns.account_head)) and any(column in cells for column in columns.amounts):
            self._findings.append(problem)
            return line
        line.label = _label(cells, columns)
        line.group = account if _GROUP.fullmatch(account) else ""
        line.broken = self._amounts(cells, line.amounts, [])
        line.what = _what(line, account)
        return line

    def _amounts(self, cells: Cells, found: dict[Key, Amount], findings: list[Finding]) -> frozenset[Key]:
        """Find the amounts of a row, debit less credit. Returns which of them could not be read."""
        broken: frozenset[Key] = frozenset()
        in_credit = bool(self.columns.side) and _CREDIT.match(_text(cells.get(self.columns.side))) is not None
        for each in self._asked_in(cells):
            cell = cells.get(each.column)
            if cell is None:
                continue
            value, problem = read_amount(cell, each.unit, each.head)
            if problem:
                findings.append(problem)
                broken |= {each.key}
            elif value is not None:
                _add(found, each.key, Amount(-value if each.is_credit or in_credit else value, cell))
        for key in broken & found.keys():
            del found[key]
        return broken


def _goes_on(above: Line, line: Line, name: str) -> bool:
    """Whether a row without an account is of that above it: a pivot table writes an account once, and then its objects.

    The row above has an object too; a total of the account, or of an object over all accounts, is no such row.
    """
    keys = [each.key for each in line.objects]
    is_next = line.row == above.row + 1 and name in {"", above.name} and not any(map(is_total, keys))
    return is_next and bool(keys and above.objects) and line.objects != above.objects


def _add(found: dict[Key, Amount], key: Key, amount: Amount) -> None:
    before = found.setdefault(key, amount)
    if before is not amount:
        several = bool(before.value and amount.value)
        found[key] = Amount(before.value + amount.value, before.cell if before.value else amount.cell, several)


def accounts_above(rows: Rows, columns: Columns) -> list[Source]:
    """The rows above the heads that are of accounts all the same: the heads that were theirs are gone."""
    return [
        cells[columns.account].source
        for row, cells in rows.items()
        if row < columns.row
        and columns.account in cells
        and _ACCOUNT.fullmatch(_text(cells[columns.account]))
        and any(read_amount(cells[each], Decimal(1), "")[0] for each in columns.amounts if each in cells)
    ]


def read_lines(rows: Rows, columns: Columns, setting: Setting, findings: list[Finding]) -> list[Line]:
    """Read all rows below the first heads; heads that come again hold for the rows below them."""
    written = [_text(cells.get(columns.account)) for row, cells in rows.items() if row > columns.row]
    once = bool(columns.objects) and not any(one and one == other for one, other in pairwise(written))
    reader = _Reader(columns, setting, findings, once=once)
    lines: list[Line] = []
    above: Cells = {}
    for row, cells in rows.items():
        if row > columns.row:
            again = _heads(row, cells, above, reader.columns)
            if again:
                reader.heads(again)
            else:
                lines.append(reader.line(row, cells))
        above = cells
    return lines


def _heads(row: int, cells: Cells, above: Cells, columns: Columns) -> Columns | None:
    """The heads in a row, where it has any: no row of an account has."""
    account = cells.get(columns.account)
    if account is not None and (type(account.value) is int or account.text[:1].isdigit()):
        return None
    return columns_of(row, cells, above, columns)


def _text(cell: RawCell | None) -> str:
    if cell is None or isinstance(cell.value, CoveredByMerge):
        return ""
    value = cell.value
    if type(value) is int:
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _plain(cell.text)


@lru_cache(maxsize=20_000)
def _plain(text: str) -> str:
    """The same names stand on row after row."""
    return plain(text)


def _label(cells: Cells, columns: Columns) -> str:
    """What a row without an account is called: its first text, one in a column of amounts where there is no other."""
    texts = {column: clean(cell.value) for column, cell in cells.items() if isinstance(cell.value, str)}
    beside = (text for column, text in texts.items() if column not in columns.amounts and not is_nothing_typed(text))
    within = (text for text in texts.values() if text[:1].isalpha())
    return next(beside, "") or next(within, "")


def _what(line: Line, account: str) -> What:
    if not any(amount.value for amount in line.amounts.values()):
        return What.NOTHING
    label = folded(line.label)
    if line.group or _SUM.match(label) or is_total(label) or _SUM.match(folded(account)):
        return What.SUM
    return What.NOTHING if _FOOTER.match(label) else What.UNKNOWN


def _objects(cells: Cells, columns: Columns) -> Iterator[LedgerObject]:
    for each in columns.objects:
        name = _text(cells.get(each.name)) if each.name else ""
        found = _object(each.dimension, each.head, _text(cells.get(each.column)), name)
        if found:
            yield found


@lru_cache(maxsize=4_000)
def _object(dimension: str, head: str, text: str, name: str) -> LedgerObject | None:
    """The object that a cell names, with its name beside it or behind its key."""
    key, called = clean(text), clean(name)
    if folded(key) in _NO_OBJECT:
        return None
    if not called and (match := _CODE.fullmatch(key)):
        key, called = match[1], match[2]
    return LedgerObject(dimension, key, called, head)
