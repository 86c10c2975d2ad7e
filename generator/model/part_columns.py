"""The columns that say which part of a report is shown, and how: what may be chosen depends on the row's component."""

from dataclasses import dataclass
from typing import ClassVar

from generator.model.columns import TextColumn


@dataclass(frozen=True)
class LayoutColumn(TextColumn):
    """One of the layouts that the component named in the row's field ``of`` has."""

    of: str = ""
    expects: ClassVar[str] = "en av innehållets utformningar"


@dataclass(frozen=True)
class PartNameColumn(TextColumn):
    """Which of several parts is meant, of those that the component named in the row's field ``of`` has.

    ``registers`` are components with the tab whose first column has the names of their parts.
    """

    of: str = ""
    registers: tuple[tuple[str, str], ...] = ()
