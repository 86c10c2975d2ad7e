"""The rows of a list of accounts as they stand: which is an account's, which a sum, a heading or a footer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from generator.findings.finding import Finding
from generator.ground.names import clean, folded, plain
from generator.ground.source import Source
from generator.ledger.lists.amounts import read_amount
from generator.ledger.lists.columns import Cells, Columns, Rows, columns_of
from generator.ledger.lists.heads import Head, Kind, SideOf
from generator.ledger.row import LedgerObject, Objects
from generator.model.reading import is_total
from generator.model.values import CoveredByMerge, RawCell, is_nothing_typed

_ACCOUNT = re.compile(r"'?(\d{3,8})(?:[\s.:;,–-]+(\S.*))?", re.DOTALL)
_GROUP = re.compile(r"\d{1,2}(?:[\s.:–-]+\D.*)?|\d[\dxX*]*[xX*]+|\d{1,8}\s*(?:-|–|till|\.\.)\s*\d{1,8}(?:\s+\D.*)?")
_CODE = re.compile(r"([A-Za-zÅÄÖåäö]{0,5}[-.]?\d[\w.-]*)(?:\s*[:–-]\s*|\s+)(\S.*)", re.DOTALL)
_SUM = re.compile(
    r"(del|slut|konto|grupp)?summa|sum\b|s:a|tot(al|\b)|(beräknat |årets |periodens |redovisat |netto)?resultat\b"
    r"|(balans)?omslutning|netto(kostnad|intäkt|resultat)?\w*|rörelse(ns )?(resultat|intäkter|kostnader)"
    r"|verksamhetens (netto|intäkter|kostnader)|differens|kontroll|saldo|transport|att föra över|ingående saldo"
)
_NO_OBJECT = {"", "-", "ej angivet", "ej angiven", "saknas", "inget", "(tom)", "tom", "(tomt)"}
_FOOTER = re.compile(
    r"sid(a|an)?\b|page\b|utskri|skapad|rapport|datum|användare|urval|period|filter|räkenskapsår|senaste"
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


def read_lines(rows: Rows, columns: Columns, setting: Setting, findings: list[Finding]) -> list[Line]:
    """Read all rows below the first heads; heads that come again hold for the rows below them."""
    lines: list[Line] = []
    above: Cells = {}
    for row, cells in rows.items():
        if row > columns.row:
            account = _text(cells.get(columns.account))
            again = None if account[:1].isdigit() or len(cells) < 2 else columns_of(row, cells, above, columns)  # noqa: PLR2004
            if again:
                columns = again
            else:
                lines.append(_line(row, cells, columns, setting, findings))
        above = cells
    return lines


def _text(cell: RawCell | None) -> str:
    if cell is None or isinstance(cell.value, CoveredByMerge):
        return ""
    value = cell.value
    if type(value) is int:
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return plain(cell.text)


def _line(row: int, cells: Cells, columns: Columns, setting: Setting, findings: list[Finding]) -> Line:
    cell = cells.get(columns.account) or next(iter(cells.values()))
    account = _text(cells.get(columns.account))
    match = _ACCOUNT.fullmatch(account)
    name = clean(_text(cells.get(columns.name))) if columns.name else ""
    line = Line(row, What.NOTHING, cell.source)
    if match and not (match[2] and is_total(match[2])):
        line.what, line.account, line.name = What.ACCOUNT, match[1], name or clean(match[2] or "")
        line.objects = tuple(_objects(cells, columns))
        line.amounts, line.broken = _amounts(cells, columns, setting, findings)
        return line
    line.label = _label(cells, columns)
    line.group = account if _GROUP.fullmatch(account) else ""
    line.amounts, line.broken = _amounts(cells, columns, setting, [])
    line.what = _what(line, account)
    return line


def _label(cells: Cells, columns: Columns) -> str:
    """What a row without an account is called: its first text that stands in no column of amounts."""
    texts = (
        cell.value for column, cell in cells.items() if column not in columns.amounts and isinstance(cell.value, str)
    )
    return next((clean(text) for text in texts if not is_nothing_typed(text)), "")


def _what(line: Line, account: str) -> What:
    if not any(amount.value for amount in line.amounts.values()):
        return What.NOTHING
    label = folded(line.label)
    if line.group or _SUM.match(label) or is_total(label) or _SUM.match(folded(account)):
        return What.SUM
    return What.NOTHING if _FOOTER.match(label) else What.UNKNOWN


def _objects(cells: Cells, columns: Columns) -> Iterator[LedgerObject]:
    for each in columns.objects:
        text = clean(_text(cells.get(each.column)))
        if folded(text) in _NO_OBJECT:
            continue
        name = clean(_text(cells.get(each.name))) if each.name else ""
        if not name and (match := _CODE.fullmatch(text)):
            text, name = match[1], match[2]
        yield LedgerObject(each.dimension, text, name, each.head)


def _amounts(
    cells: Cells, columns: Columns, setting: Setting, findings: list[Finding]
) -> tuple[dict[Key, Amount], frozenset[Key]]:
    """The amounts of a row, debit less credit; and which of them could not be read."""
    found: dict[Key, Amount] = {}
    broken: set[Key] = set()
    for column, head in columns.amounts.items():
        cell = cells.get(column)
        if cell is None or head.kind is None:
            continue
        key = (head.kind, setting.year_of(head))
        value, problem = read_amount(cell, setting.unit_of(head), head.text)
        if problem:
            findings.append(problem)
            broken.add(key)
        elif value is not None:
            value = -value if head.side is SideOf.CREDIT else value
            before = found.get(key)
            if before is None:
                found[key] = Amount(value, cell)
            else:
                several = bool(before.value and value)
                found[key] = Amount(before.value + value, before.cell if before.value else cell, several)
    return (
        ({key: amount for key, amount in found.items() if key not in broken}, frozenset(broken))
        if broken
        else (
            found,
            frozenset(),
        )
    )


def by_key(lines: list[Line]) -> Mapping[Key, list[Line]]:
    """The lines that have an amount of each kind."""
    found: dict[Key, list[Line]] = {}
    for line in lines:
        for key in line.amounts:
            found.setdefault(key, []).append(line)
    return found
