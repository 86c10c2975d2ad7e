"""The Case: what the rules judge."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.blocks.block import Block, Component
from generator.claims.judged import NumberInText
from generator.claims.vocabulary import Vocabulary
from generator.edition.read import LastYear
from generator.figures.derivation import Derivation
from generator.figures.naming import Names
from generator.figures.table import Table
from generator.findings.finding import Severity
from generator.ledger.became import NOTHING, LedgerUse
from generator.model.association import ReportState
from generator.model.registers import OutlineBlock
from generator.model.underlag import Underlag
from generator.texts.targets import Targets
from generator.texts.text import SourcedText, UnchangedText


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Case:
    """What the rules judge: what was typed, what follows from it, and the folder that pictures lie in.

    ``texts`` are those of the text files, ``targets`` what a text may refer to; None while that is not known.
    ``tables`` are the tables of figures that the report shows, ``last_year`` the report to compare with, if any.
    ``names`` finds figures by name; None while there are no figures. ``outline`` are the rows of the tab *Innehåll*
    with the texts of the text files in them, ``unchanged`` the texts of the text files that are still last year's.
    ``components`` are what may be placed in the report, by name, ``blocks`` what is placed, in order; ``vocabulary``
    are the words by which figures are known in sentences, ``numbers`` those that stand in the texts, judged. ``ledger``
    is what became of each account of the ledger. ``shows`` tells of each row of the outline whether what is placed in
    it shows anything; empty where nobody has made the report.
    """

    underlag: Underlag
    derived: Derivation | None
    folder: Path
    texts: tuple[SourcedText, ...] = ()
    targets: Targets | None = None
    tables: tuple[Table, ...] = ()
    last_year: LastYear | None = None
    names: Names | None = None
    outline: tuple[OutlineBlock, ...] = ()
    unchanged: tuple[UnchangedText, ...] = ()
    components: Mapping[str, Component] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    vocabulary: Vocabulary | None = None
    numbers: tuple[NumberInText, ...] = ()
    ledger: LedgerUse = NOTHING
    shows: tuple[bool, ...] = ()

    @property
    def state(self) -> ReportState:
        """How far the report has come; under way as long as nobody has said otherwise."""
        entry = self.underlag.association
        return ReportState(entry.row.state) if entry else ReportState.IN_PROGRESS

    def lacking(self) -> Severity:
        """How grave it is that something necessary is not there yet."""
        return Severity.REMAINING if self.state is ReportState.IN_PROGRESS else Severity.ERROR
