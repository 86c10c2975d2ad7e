"""The parts of a new report, and the paragraphs that its Word file begins with under each heading."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.model.topics import Topic

T = TypeVar("T", bound="Paragraph | Part")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a new text; ``only`` for an association that has something, ``but`` for one that has not."""

    text: str
    only: Topic | None = None
    but: Topic | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A row of the outline, with the paragraphs of its text; ``only`` and ``but`` as of a paragraph."""

    row: Mapping[str, object]
    text: tuple[Paragraph, ...] = ()
    only: Topic | None = None
    but: Topic | None = None

    @property
    def heading(self) -> str:
        """The heading; empty for a row that only shows something."""
        return str(self.row.get("heading", ""))

    @property
    def level(self) -> int:
        """The heading's level; 0 for a row without one."""
        return int(str(self.row.get("level", 0)))


def told(each: T, wanted: Collection[Topic]) -> bool:
    """Whether a part or paragraph is for an association that has what is ``wanted``."""
    return (each.only is None or each.only in wanted) and (each.but is None or each.but not in wanted)
