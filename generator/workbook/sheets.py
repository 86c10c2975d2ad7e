"""A workbook to read, as values: sheets of rows whose cells are words, numbers or live formulas, each with its link.

What is written of it knows nothing else (``sheets_written``), so that the same sheets can be shown elsewhere too. Every
formula brings what it comes to, for whoever shows a workbook without calculating it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from generator.ground.source import column_letter

HEAD_ROW = 6
"""The row of the heads in every sheet: above it the title, what the sheet is, and what it comes to."""
FIRST_ROW = HEAD_ROW + 1
LONGEST_TEXT = 32_000
"""Letters of a cell; Excel takes 32 767."""


class Kind(Enum):
    """What a column, or a cell that is another than its column, holds."""

    WORDS = "words"
    KRONOR = "kronor"
    NUMBER = "number"
    YEAR = "year"
    SHARE = "share"
    DIFFERENCE = "difference"
    """Should be 0, and is seen from afar where it is not."""
    CODE = "code"


class Standing(Enum):
    """What a row is among the others."""

    ROW = "row"
    HEADING = "heading"
    PART = "part"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Link:
    """Where a cell leads: a file, as seen from where the workbook will lie, or this workbook where it has none.

    ``tab`` and ``cell`` are a place in it; a file that is no workbook has none.
    """

    file: str = ""
    tab: str = ""
    cell: str = ""

    @property
    def place(self) -> str:
        """The place as a hyperlink writes it: ``'Balansposter'!E14``."""
        return f"{quoted(self.tab)}!{self.cell or 'A1'}" if self.tab else ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. ``value`` is what is shown; of a ``formula`` (which begins with ``=``) what it comes to.

    ``kind`` is given where it is another than the column's. ``strong``: it is what a reader looks for.
    """

    value: str | Decimal | None = None
    formula: str = ""
    link: Link | None = None
    kind: Kind | None = None
    strong: bool = False

    @property
    def amount(self) -> Decimal:
        """The number; 0 where it is none."""
        return self.value if isinstance(self.value, Decimal) else Decimal(0)


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, and what it holds. ``printed``: it stands on paper too."""

    head: str
    width: float
    kind: Kind = Kind.WORDS
    printed: bool = True


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet."""

    cells: tuple[Cell, ...]
    standing: Standing = Standing.ROW


@dataclass(slots=True)
class Sheet:
    """A sheet that is being filled. ``says`` are sentences under its title, ``top`` what it comes to, above the heads.

    ``words``: its rows are texts to be read, and it has no sums.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    says: tuple[str, ...] = ()
    top: tuple[Cell, ...] = ()
    rows: list[SheetRow] = field(default_factory=list)
    if_empty: str = ""
    frozen_columns: int = 1

    def add(self, *cells: Cell, standing: Standing = Standing.ROW) -> int:
        """Add a row, and give its number in the sheet."""
        self.rows.append(SheetRow((*cells, *(EMPTY,) * (len(self.columns) - len(cells))), standing))
        return FIRST_ROW + len(self.rows) - 1

    def heading(self, text: str) -> int:
        """Add a heading within the sheet."""
        return self.add(Cell(text), standing=Standing.HEADING)

    @property
    def last_row(self) -> int:
        """The last row there is; the first place for one where there is none."""
        return max(FIRST_ROW, FIRST_ROW + len(self.rows) - 1)

    def at(self, column: int, row: int) -> str:
        """Name a cell from another sheet: ``Underlag!$I$12``; columns count from 1."""
        return f"{quoted(self.name)}!${column_letter(column)}${row}"

    def area(self, column: int) -> str:
        """Name the whole of a column, from another sheet."""
        letter = column_letter(column)
        return f"{quoted(self.name)}!${letter}${FIRST_ROW}:${letter}${self.last_row}"

    def under(self, column: int) -> Iterator[Cell]:
        """The cells of a column, headings left out."""
        return (row.cells[column - 1] for row in self.rows if row.standing is not Standing.HEADING)


def quoted(name: str) -> str:
    """A sheet's name as a formula or a hyperlink has it."""
    return name if name.isalpha() and name.isascii() else "'" + name.replace("'", "''") + "'"


def words(*texts: str | Cell) -> tuple[Cell, ...]:
    """Cells of texts."""
    return tuple(each if isinstance(each, Cell) else Cell(each) for each in texts)


def totalled(cells: Sequence[Cell]) -> Decimal:
    """What some cells come to."""
    return sum((cell.amount for cell in cells), Decimal(0))
