"""What is read although its look says that it may not be meant: rows and values struck out, or hidden."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from generator.findings.finding import Finding
from generator.ground.formatting import capital_first, enumerated
from generator.ground.source import Source, cells_of, column_letter
from generator.model.rows import Section
from generator.model.values import RawRow, RawSection, is_nothing_typed, shown
from generator.workbook.grid import Grid
from generator.workbook.messages import HIDDEN_READ, STRUCK_ROWS, STRUCK_VALUES


def marked_findings(grid: Grid, sections: Sequence[tuple[Section, RawSection]]) -> Iterator[Finding]:
    """Say what of a tab's read values is struck out or hidden, each kind once for the tab.

    A new workbook hides tabs with rows that hold where nobody has filled them in: those are told of only when changed.
    """
    marks = grid.marks
    rows = [row for _, section in sections for row in section.rows]
    if marks.struck:
        yield from _struck(grid, rows)
    if marks.rows or marks.columns or (marks.hidden and not all(_is_as_begun(*each) for each in sections)):
        yield from _hidden(grid, rows)


def _is_as_begun(section: Section, typed: RawSection) -> bool:
    """Whether a section has nothing but the rows that hold where nobody has filled it in."""
    begun = [{field: shown(value) for field, value in row.items()} for row in section.starters if section.standing]
    return [{field: shown(cell.value) for field, cell in row.cells.items()} for row in typed.rows] in ([], begun)


def _struck(grid: Grid, rows: Sequence[RawRow]) -> Iterator[Finding]:
    """A row of a table whose every value is struck out is told as a row."""
    whole, cells = list[Source](), list[Source]()
    for row in rows:
        typed = _typed(row)
        struck = [place for place in typed if (place.row, place.column) in grid.marks.struck]
        if row.place.row and struck and len(struck) == len(typed):
            whole.append(row.place)
        else:
            cells += struck
    if whole:
        yield STRUCK_ROWS.found(*whole, rows=_are(_rows(whole), len(whole), "genomstruken", "genomstrukna"))
    if cells:
        yield STRUCK_VALUES.found(*sorted(cells), cells=capital_first(cells_of(cells)))


def _hidden(grid: Grid, typed: Sequence[RawRow]) -> Iterator[Finding]:
    places = [place for row in typed for place in _typed(row)]
    rows = [place for place in places if place.row in grid.marks.rows]
    columns = [place for place in places if grid.marks.hides_column(place.column)]
    if grid.marks.hidden and places:
        yield HIDDEN_READ.found(grid.source(), what=f"Fliken {grid.name} är dold", it="den")
    elif rows or columns:
        told = enumerated([each for each in (_rows(rows), _columns(columns)) if each])
        count = len({place.row for place in rows}) + len({place.column for place in columns})
        it = "den" if count == 1 else "dem"
        yield HIDDEN_READ.found(*sorted({*rows, *columns}), what=_are(told, count, "dold", "dolda"), it=it)


def _typed(row: RawRow) -> list[Source]:
    return [cell.source for cell in row.cells.values() if not is_nothing_typed(cell.value)]


def _rows(places: Iterable[Source]) -> str:
    """Say rows in order: ``rad 4``, ``raderna 4–6, 9``."""
    return _said("rad", "raderna", {place.row for place in places}, str)


def _columns(places: Iterable[Source]) -> str:
    return _said("kolumn", "kolumnerna", {place.column for place in places}, column_letter)


def _said(one: str, several: str, numbers: Collection[int], name: Callable[[int], str]) -> str:
    if not numbers:
        return ""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] + 1 == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    word = one if len(runs) == len(runs[0]) == 1 else several
    return f"{word} {', '.join('–'.join(dict.fromkeys((name(run[0]), name(run[-1])))) for run in runs)}"


def _are(told: str, count: int, one: str, several: str) -> str:
    """Say of one or several things what they are: ``Rad 4 är dold``."""
    return f"{capital_first(told)} är {one if count == 1 else several}"
