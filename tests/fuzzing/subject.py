"""What is mutated: the folder of an underlag, and the list of the mutations there are."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from fuzzing.book import GUIDE, LISTS, OWN, Book, typed_in

WORKBOOK = "underlag.xlsx"
LARGE = 12
"""More rows than that has a tab that most is typed in."""


@dataclass
class Folder:
    """An underlag: the workbook by its parts, and the other files. ``file`` replaces the workbook where it is set."""

    book: Book
    files: dict[str, bytes] = field(default_factory=dict)
    file: bytes | None = None

    def written(self, folder: Path) -> Path:
        """Write all of it into an empty folder."""
        for name, content in {WORKBOOK: self.file or self.book.packed(), **self.files}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return folder


Change = Callable[[Folder, random.Random], None]


@dataclass(frozen=True)
class Mutation:
    """A kind of change. ``harmless``: the report says the same; ``breaks``: the workbook may be refused afterwards."""

    name: str
    change: Change
    harmless: bool = False
    breaks: bool = False

    @property
    def kind(self) -> str:
        """What is changed: cells, rows, xml."""
        return self.name.partition(".")[0]


MUTATIONS: dict[str, Mutation] = {}
"""Every kind of change, by its name."""


def mutation(name: str, *, harmless: bool = False, breaks: bool = False) -> Callable[[Change], Change]:
    """List a change under a name."""

    def listed(change: Change) -> Change:
        MUTATIONS[name] = Mutation(name, change, harmless, breaks)
        return change

    return listed


def dice(seed: object) -> random.Random:
    """The same seed gives the same throws."""
    return random.Random(str(seed))  # noqa: S311 - no secret


def taken(folder: Folder, throws: random.Random, names: tuple[str, ...] = ()) -> str | None:
    """Take a tab at random that an association fills in, half the times a large one. Gives its part."""
    tabs = folder.book.tabs()
    wanted = [tabs[name] for name in names if name in tabs]
    filled = {part: _rows(folder.book.parts[part]) for name, part in tabs.items() if name[:1] != OWN}
    filled = {part: rows for part, rows in filled.items() if rows and part not in {tabs.get(GUIDE), tabs.get(LISTS)}}
    large = [part for part, rows in filled.items() if rows > LARGE]
    chosen = wanted or throws.choice((list(filled), large)) or list(filled)
    return throws.choice(chosen) if chosen else None


def _rows(xml: bytes) -> int:
    """How many rows something is typed in, before what is being changed."""
    return len({cell.row for cell in typed_in(xml)})
