"""*Avstämning*: each line of the statements and each note, held against the rows behind it, its note and the ledger.

What the report shows is a value, because it is what is tried; all else is live: sums over the rows of *Underlag* and
*Huvudbok*, and differences that should be 0.
"""

from decimal import Decimal

from generator.audit.examined import NAME as FINDINGS
from generator.audit.expressions import Expression, nil
from generator.audit.ledger_rows import LedgerRows
from generator.audit.line_sums import LineSums
from generator.audit.matter import Matter
from generator.audit.reconciled_columns import of_ledger, of_note, shown_of
from generator.audit.reconciled_sums import BY_CODE, sum_of
from generator.figures.figure import Figure
from generator.figures.table import RowKind, Table, TableRow
from generator.ground.source import column_letter
from generator.ground.word_notes import without_notes
from generator.workbook.sheets import EMPTY, FIRST_ROW, HEAD_ROW, Cell, Column, Kind, Link, Sheet, Standing

NAME = "Avstämning"
_WHY = f"Sök orsaken i {FINDINGS}"
SUM = 6
"""The column of what the rows come to, from 1."""
_STANDINGS = {RowKind.TOTAL: Standing.TOTAL, RowKind.SUBTOTAL: Standing.TOTAL, RowKind.PART: Standing.PART}


class Reconciled:
    """The sheet as it is filled, and in which row of it each figure of each year stands first."""

    def __init__(self, matter: Matter, sums: LineSums, ledger: LedgerRows) -> None:
        """Begin an empty sheet."""
        self.matter, self.sums, self.ledger = matter, sums, ledger
        self.rows: dict[tuple[str, int], int] = {}
        self.sheet = Sheet(
            NAME,
            "Avstämning: räkningarna och noterna mot underlaget och huvudboken",
            (
                Column("Post", 44),
                Column("År", 7, Kind.YEAR),
                Column("Not", 6),
                Column("Rapporten visar", 15, Kind.NUMBER),
                Column("Enhet", 7),
                Column("Summa av raderna i Underlag", 17, Kind.KRONOR),
                Column("Skillnad mot rapporten", 12, Kind.DIFFERENCE),
                Column("Noten visar", 14, Kind.NUMBER),
                Column("Utanför noten", 14, Kind.KRONOR),
                Column("Skillnad mot noten", 12, Kind.DIFFERENCE),
                Column("Huvudboken", 17, Kind.KRONOR),
                Column("Inskrivet vid sidan av den", 18, Kind.KRONOR),
                Column("Skillnad mot huvudboken", 13, Kind.DIFFERENCE),
                Column("Förklaring", 46),
            ),
            says=(
                (
                    "Rapporten visar och Noten visar är värden: det är de som prövas. Allt annat är formler över "
                    "raderna i Underlag och Huvudbok. Där, och i noterna, står kostnader utan minus."
                ),
                "Skillnaderna ska vara 0. Det som inte är det blir rött, också om du ändrar ett belopp i Underlag.",
            ),
            frozen_columns=2,
        )

    def next_row(self) -> int:
        """The number of the row that is added next."""
        return FIRST_ROW + len(self.sheet.rows)

    def at(self, code: str, year: int, column: int = SUM) -> Expression:
        """What the first row of a figure came to; nil where it has none."""
        row = self.rows.get((code, year))
        if row is None:
            return nil()
        amount = self.sheet.rows[row - FIRST_ROW].cells[column - 1].amount
        return Expression(f"{column_letter(column)}{row}", amount)

    def statement(self, title: str, table: Table) -> None:
        """Add the rows of a statement, each year by itself."""
        self.sheet.heading(title)
        for row in table.rows:
            for cell in row.cells:
                if isinstance(cell.of, Figure) and row.kind is not RowKind.HEADING:
                    self._row(row, cell.of, table)

    def _row(self, row: TableRow, figure: Figure, table: Table) -> None:
        code, year, _ = figure.key
        number, summed = self.next_row(), sum_of(self, code, year)
        line = BY_CODE.get(code)
        cells = [
            Cell(without_notes(row.label)),
            Cell(Decimal(year)),
            Cell(", ".join(map(str, row.refers))),
            *shown_of(self.matter.printed_in(table.key, figure.key), number, summed),
        ]
        if line is not None and row.kind is not RowKind.PART:
            cells += of_note(self.matter, self.sums, line, year, number, row.refers)
            cells += of_ledger(self.sums, self.ledger, line, year, number, summed)
        self.add(code, year, cells, _STANDINGS.get(row.kind, Standing.ROW))

    def add(self, code: str, year: int, cells: list[Cell], standing: Standing = Standing.ROW) -> int:
        """Add a row; the first of a figure is the one that others ask for. A difference leads to the findings."""
        columns = self.sheet.columns
        if any(cell.amount for cell, column in zip(cells, columns, strict=False) if column.kind is Kind.DIFFERENCE):
            *cells, told = [*cells, *(EMPTY,) * (len(columns) - len(cells))]
            words = ". ".join(filter(None, (str(told.value or ""), _WHY)))
            cells.append(Cell(words, link=Link(tab=FINDINGS, cell=f"A{HEAD_ROW}")))
        number = self.sheet.add(*cells, standing=standing)
        if code:
            self.rows.setdefault((code, year), number)
        return number
