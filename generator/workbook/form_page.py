"""A form as a page of cells: what stands in each, how it is dressed, and of each cell to fill in where it belongs.

``workbook.form_sheet`` dresses it. A copy of it, with the address of each cell to fill in, lies hidden in the file, so
that a form that has been changed is known from one that has only been filled in.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from generator.cell_formats.show import as_decimal
from generator.ground.formatting import exact
from generator.model.columns import Column

VERSION = 1
"""The version of the forms' structure; one of another version is not read."""
FORM_TAB, ABOUT_TAB, CELLS_TAB = "Blankett", "Om blanketten", "Blankettens celler"
FIXED, INPUT, CALCULATED = "text:", "svar:", "summa:"
"""What the hidden copy of a cell begins with, by what kind of cell it is."""

MARK = "Blankett till insats"
"""What the hidden tab says first: that the file is a form of ours."""
WHAT, FORM_VERSION, NUMBER, NAME, YEAR, INSATS, UNIT = (
    "Fil",
    "Version",
    "Organisationsnummer",
    "Förbund",
    "Räkenskapsår",
    "Insats",
    "Enhet",
)


class Look(Enum):
    """How a cell is dressed."""

    TITLE = "title"
    HELP = "help"
    SECTION = "section"
    HEAD = "head"
    NUMBER_HEAD = "number head"
    LABEL = "label"
    GIVEN = "given"
    SUM = "sum"
    INPUT = "input"


@dataclass(frozen=True, slots=True)
class Address:
    """Where an answer belongs: a tab, a column of it, and which of the insats's rows there.

    ``keys`` are what the row is known by besides the insats: its kind of cost, its heading. ``own`` is the number of
    a row that the insats names itself, 0 for one that was named for it.
    """

    tab: str
    field: str
    keys: tuple[str, ...] = ()
    own: int = 0

    def written(self) -> str:
        """Write it as the hidden copy has it."""
        return INPUT + json.dumps([self.tab, self.field, self.own, *self.keys], ensure_ascii=False)


def address_of(text: str) -> Address | None:
    """Read an address from the hidden copy; None for what is none."""
    try:
        tab, name, own, *keys = json.loads(text.removeprefix(INPUT))
    except (ValueError, TypeError, RecursionError):
        return None
    are_texts = all(isinstance(each, str) for each in (tab, name, *keys))
    return Address(tab, name, tuple(keys), own) if are_texts and type(own) is int else None


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell of a form, which takes ``span`` columns. ``height`` is the height of its row in points; 0: the usual.

    ``asks`` is where what is typed in it belongs, None where nothing may be typed; ``kind`` is what it then takes.
    """

    row: int
    column: int
    look: Look
    value: str | Decimal | None = None
    span: int = 1
    height: float = 0
    asks: Address | None = None
    kind: Column | None = None

    @property
    def is_formula(self) -> bool:
        """Whether the spreadsheet calculates it. A name of the association's may begin with = too."""
        return self.look is Look.SUM and isinstance(self.value, str) and self.value.startswith("=")


@dataclass(frozen=True, slots=True)
class Page:
    """A whole form: its cells, and what is said of it out of sight. ``name`` stands at the foot of the paper."""

    name: str
    cells: tuple[PageCell, ...]
    about: tuple[tuple[str, str], ...]

    def copied(self) -> Iterator[tuple[int, int, str]]:
        """Give the hidden copy: row, column and text of each cell that is fixed, calculated or to be filled in."""
        for cell in self.cells:
            if cell.asks is not None:
                yield cell.row, cell.column, cell.asks.written()
            elif cell.is_formula:
                yield cell.row, cell.column, CALCULATED
            elif cell.value is not None:
                yield cell.row, cell.column, FIXED + said(cell.value)


def said(value: object) -> str:
    """A fixed value as a text that is the same however the file has been saved: a number by its worth."""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return exact(as_decimal(value).normalize())
    return " ".join(str(value).split())


def unit_name(unit: Decimal) -> str:
    """The name of a tab's unit."""
    return "kr" if unit == 1 else "tkr"


@dataclass
class PageBuilder:
    """Lays cells out from the top, row by row."""

    row: int = 0
    cells: list[PageCell] = field(default_factory=list)

    def next(self, rows: int = 1) -> int:
        """Go to another row."""
        self.row += rows
        return self.row

    def put(self, column: int, look: Look, value: str | Decimal | None, span: int = 1, height: float = 0) -> None:
        """Put a cell in the row that nothing is typed in."""
        self.cells.append(PageCell(self.row, column, look, value, span, height))

    def ask(self, column: int, asks: Address, kind: Column, span: int = 1, height: float = 0) -> None:
        """Put a cell in the row to fill in."""
        self.cells.append(PageCell(self.row, column, Look.INPUT, None, span, height, asks, kind))
