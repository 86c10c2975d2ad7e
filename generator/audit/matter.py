"""The Matter: what all the auditor's papers are made of, and how a place in the underlag is linked to."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from urllib.parse import unquote

from generator import __version__
from generator.audit.inputs import InputFile
from generator.blocks.case import Case
from generator.edition.schema import Edition
from generator.figures.derivation import Derivation
from generator.figures.figure import Figure, FigureId, Figures
from generator.figures.table import Cell, Table
from generator.ground.source import Source
from generator.json_edition.write import hidden_keys
from generator.model.fact import Typed
from generator.pipeline import Examination
from generator.workbook.sheets import Link

Earlier = Examination | Edition
"""An earlier version to compare with: an underlag that was examined, or a report's JSON edition."""


@dataclass(frozen=True)
class Matter:
    """An examination that figures could be derived in, and what is told besides.

    ``before`` is an earlier version and ``before_called`` what it is called, ``inputs`` are the files that were read.
    ``folder`` is the underlag's folder as seen from where the papers will lie, with slashes, or its whole address
    (``file:///…``); empty beside it.
    """

    examination: Examination
    inputs: tuple[InputFile, ...] = ()
    before: Earlier | None = None
    before_called: str = ""
    folder: str = ""
    program: str = __version__

    @property
    def case(self) -> Case:
        """What the rules judged."""
        if self.examination.case is None:
            message = "inget kunde räknas fram"
            raise ValueError(message)
        return self.examination.case

    @property
    def derived(self) -> Derivation:
        """What follows from the underlag."""
        return self.examination.whole.derived

    @property
    def figures(self) -> Figures:
        """The report's figures."""
        return self.derived.figures

    @property
    def year(self) -> int:
        """The report's year."""
        return self.derived.association.year

    def known(self, code: str, shift: int = 0, measure: str = "") -> Figure | None:
        """A figure of the report's year, or of so many years after it; None where it has no amount."""
        figure = self.figures.get(FigureId(code, self.year + shift, measure))
        return figure if figure is not None and isinstance(figure.value, Decimal) else None

    @cached_property
    def hidden(self) -> frozenset[FigureId]:
        """The figures of which nothing may be told."""
        return hidden_keys(self.figures)

    @cached_property
    def shown(self) -> frozenset[FigureId]:
        """The figures that the report's tables show."""
        cells = (cell.of for table in self.examination.whole.tables for row in table.rows for cell in row.cells)
        return frozenset(figure.key for figure in cells if isinstance(figure, Figure))

    def printed_in(self, table_key: str, key: FigureId) -> tuple[Cell, Table] | None:
        """Where the table of the report with a key shows a figure."""
        for table in self.examination.whole.tables:
            for cell in (cell for row in table.rows for cell in row.cells) if table.key == table_key else ():
                if isinstance(cell.of, Figure) and cell.of.key == key:
                    return cell, table
        return None

    @cached_property
    def _ledgers(self) -> frozenset[tuple[str, str]]:
        rows = (row for ledger in self.examination.ledger.ledgers for row in ledger.rows)
        return frozenset((row.source.file, row.source.tab) for row in rows)

    def is_booked(self, typed: Typed) -> bool:
        """Whether an amount comes from the ledger."""
        return (typed.source.file, typed.source.tab) in self._ledgers

    def link(self, source: Source) -> Link:
        """The place in the underlag, as it is reached from where the papers will lie."""
        name = source.file or self.examination.path.name
        folder = unquote(self.folder) if self.folder.startswith("file:") else self.folder
        file = f"{folder.rstrip('/')}/{name}" if folder else name
        is_book = name.lower().endswith((".xlsx", ".xlsm"))
        cell = source.cell if source.column else f"A{source.row}" if source.row else "A1"
        return Link(file, source.tab, cell) if is_book and source.tab else Link(file)


def place_text(source: Source) -> str:
    """A place in two words, for a column of places: the tab or file."""
    return ", ".join(filter(None, (source.file, source.tab))) or "arbetsboken"
