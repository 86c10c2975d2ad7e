"""Where a value stood: the position that travels with every value from the workbook to the report."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.ground.formatting import enumerated, small_first

NOT_QUOTED = ".."
"""Stands for a count of persons where a cell is quoted."""


def column_letter(column: int) -> str:
    """Name a column as Excel does: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A place in the underlag and the text that stood there.

    ``row`` and ``column`` count from 1; 0 means that the place is the whole tab (or the whole file when ``tab``
    is empty too). ``order`` is the tab's place in the workbook, so that findings sort as one reads them. ``file`` is
    the name of another file than the workbook, of which ``row`` is the line; in a Word file the paragraph. Where that
    file is a workbook, ``tab`` is its tab.
    ``is_private``: a count of persons, of whom few may be behind it.
    """

    order: int = -1
    tab: str = ""
    row: int = 0
    column: int = 0
    text: str = ""
    file: str = ""
    is_private: bool = False

    @property
    def quoted(self) -> str:
        """The text as a finding may quote it."""
        return NOT_QUOTED if self.is_private and self.text else self.text

    @property
    def line(self) -> tuple[str, str, int]:
        """The row that it stands in, in which file and tab."""
        return self.file, self.tab, self.row

    @property
    def heading(self) -> str:
        """What a list of findings calls the place: ``Fliken Balansposter``."""
        kind = "Filen " if self.file else "Fliken " if self.tab else ""
        return f"{kind}{self.name}"

    @property
    def name(self) -> str:
        """The tab or file by its name alone, where it is said that it is one: ``Balansposter``."""
        return f"{self.file}{self._within_file}" if self.file else self.tab or "Hela arbetsboken"

    @property
    def cell(self) -> str:
        """The cell's name, ``E14``; ``rad 14`` for a whole row, ``stycke 14`` in a Word file; empty for a whole tab."""
        if self.row and self.column:
            return f"{column_letter(self.column)}{self.row}"
        unit = "stycke" if self.file.lower().endswith(".docx") else "rad"
        return f"{unit} {self.row}" if self.row else ""

    @property
    def _within_file(self) -> str:
        return f", fliken {self.tab}" if self.tab else ""

    def __str__(self) -> str:
        """Say the place as people in the trade do: ``fliken Balansposter, cell E14``."""
        if self.file:
            cell = f", {'cell ' if self.column else ''}{self.cell}" if self.row else ""
            return f"filen {self.file}{self._within_file}{cell}"
        if not self.tab:
            return "arbetsboken"
        if not self.row:
            return f"fliken {self.tab}"
        return f"fliken {self.tab}, {'cell ' if self.column else ''}{self.cell}"


def places(sources: Iterable[Source]) -> str:
    """Say several cells in a row, tab by tab: ``fliken Balansposter, cellerna E14–E20, E30``."""
    tabs: dict[str, list[list[Source]]] = {}
    for source in sorted(set(sources)):
        runs = tabs.setdefault(source.heading, [])
        if runs and (runs[-1][-1].row + 1, runs[-1][-1].column) == (source.row, source.column):
            runs[-1].append(source)
        else:
            runs.append([source])
    return "; ".join(_in_tab(heading, runs) for heading, runs in tabs.items())


def cells_of(sources: Iterable[Source]) -> str:
    """Say several cells of one tab without the tab: ``cellerna E14–E20, E30``; ``raderna 14 och 16``."""
    own = sorted(set(sources))
    return places(own).removeprefix(f"{small_first(own[0].heading)}, ") if own else ""


def _in_tab(heading: str, runs: list[list[Source]]) -> str:
    """Say the cells of one tab, those below each other as a range; then whole rows, which have no letter."""
    cells = [run for run in runs if run[0].column]
    lines = [run for run in runs if run[0].row and not run[0].column]
    names = [run[0].cell if len(run) == 1 else f"{run[0].cell}–{run[-1].cell}" for run in cells]
    word = "cell" if len(cells) == 1 and len(cells[0]) == 1 else "cellerna"
    told = [f"{word} {', '.join(names)}"] if names else []
    return ", ".join((small_first(heading), *told, *([_lines(lines)] if lines else [])))


def _lines(runs: list[list[Source]]) -> str:
    """Say whole rows, or a text file's paragraphs: ``rad 14``, ``raderna 14–16 och 20``."""
    if len(runs) == 1 and len(runs[0]) == 1:
        return runs[0][0].cell
    numbers = [str(run[0].row) if len(run) == 1 else f"{run[0].row}–{run[-1].row}" for run in runs]
    one = runs[0][0].cell.partition(" ")[0]
    many = {"rad": "raderna", "stycke": "styckena"}.get(one, one)
    return f"{many} {enumerated(numbers)}"
