"""The Report: what all its editions are made of, made once."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.blocks.block import Block, tables_of
from generator.figures.derivation import Derivation
from generator.figures.naming import Names
from generator.figures.table import Table
from generator.model.association import Association
from generator.model.registers import OutlineBlock
from generator.report.outline import outlined
from generator.report.targets import targets_of
from generator.subjects.registry import names_of
from generator.texts.figures import FigureTexts, figure_texts
from generator.texts.placing import PlacedText
from generator.texts.targets import Targets


@dataclass(frozen=True, slots=True)
class Report:
    """A report before it is PDF, JSON or anything else: its numbers are still numbers, its texts still Markdown.

    ``rows`` are those of the tab *Innehåll* with the texts of the text files in them, ``blocks`` what they became,
    ``tables`` the tables of figures that the blocks show, in order. ``names`` finds figures by name, ``targets`` are
    what texts may refer to, ``figures`` what they may say of figures. ``left_out`` are the blocks that a copy is
    without. ``placed`` are the texts of files that stand in it, with the places of their lines. ``shows`` tells of each
    of the rows whether what is placed in it shows anything.
    """

    derived: Derivation
    rows: tuple[OutlineBlock, ...]
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    names: Names
    targets: Targets
    figures: FigureTexts
    left_out: tuple[Block, ...] = ()
    placed: tuple[PlacedText, ...] = ()
    shows: tuple[bool, ...] = ()

    @property
    def association(self) -> Association:
        """Whose report it is, and of which year."""
        return self.derived.association


def report_of(
    derived: Derivation,
    rows: Iterable[OutlineBlock],
    appended: Iterable[Block] = (),
    placed: Iterable[PlacedText] = (),
) -> Report:
    """Make a report of what was derived and the rows of the tab *Innehåll*, with chapters appended to it.

    ``placed`` are the texts of files in the rows, and in the chapters.
    """
    rows = tuple(rows)
    blocks, shows = outlined(derived, rows, appended)
    tables = tuple(tables_of(blocks))
    names = names_of(derived, tables)
    figures = figure_texts(names, derived)
    return Report(derived, rows, blocks, tables, names, targets_of(blocks), figures, placed=tuple(placed), shows=shows)
