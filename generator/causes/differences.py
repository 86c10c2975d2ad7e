"""The search in one difference: of figures, each made of typed cells, that should come to nothing together."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.causes.cells import Cell, Sheet, sheet
from generator.causes.gap import Effect, Gap, Search
from generator.causes.guess import Guess
from generator.causes.lost import empty_rows
from generator.causes.search import likeliest
from generator.causes.words import as_causes
from generator.figures.figure import Figure
from generator.findings.cause import Cause
from generator.ground.source import Source
from generator.model.underlag import Underlag

_SHARED = ("line", "sub_item", "note", "activity", "insats", "table")
"""The fields by which rows belong together: an empty cell is looked at where its row has what all the others have."""

_PERHAPS = Decimal("0.5")


def _times_of(figures: Sequence[tuple[int, Figure]]) -> dict[Source, int]:
    """How many times each typed cell is added when figures are, each with its sign."""
    found: dict[Source, int] = {}
    for sign, figure in figures:
        for typed, times in figure.leaves().items():
            found[typed.source] = found.get(typed.source, 0) + sign * times
    return found


def explain_difference(
    underlag: Underlag, difference: Decimal, bound: Decimal, figures: Sequence[tuple[int, Figure]]
) -> tuple[Cause, ...]:
    """Find what may have made a difference that is a sum of cells: what was typed there, left out, or typed elsewhere.

    See ``explain.difference_causes``.
    """
    typed = sheet(underlag)
    effects: dict[Cell, Effect] = {
        typed.cells[source]: (Decimal(number),)
        for source, number in _times_of(figures).items()
        if number and source in typed.cells
    }
    effects |= {cell: effect for column in _columns(effects) for cell, effect in _empty(column, effects, typed)}
    search = Search((Gap(difference, bound),), effects)
    found = likeliest(search, typed)
    if any(guess.weight is None for guess in found):
        return as_causes(found)
    told = as_causes((*tuple(_elsewhere(search, typed))[:1], *found))
    return told if any(cause.certain for cause in told) else (*_empty_rows(effects, underlag), *told)


def _empty_rows(cells: Mapping[Cell, Effect], underlag: Underlag) -> Iterator[Cause]:
    """The empty rows among those that the cells stand in: one may have been there."""
    for model in dict.fromkeys(cell.model for cell in cells):
        for place in empty_rows(model, underlag):
            yield Cause("lost_row", (place,), "tom rad", "har en rad stått här?")


def _columns(cells: Mapping[Cell, Effect]) -> list[tuple[Cell, ...]]:
    """The cells by the column that they stand in."""
    found: dict[object, list[Cell]] = {}
    for cell in cells:
        found.setdefault((cell.model, cell.attribute), []).append(cell)
    return [tuple(cells) for cells in found.values()]


def _empty(column: tuple[Cell, ...], effects: Mapping[Cell, Effect], typed: Sheet) -> Iterator[tuple[Cell, Effect]]:
    """The empty cells of a column whose rows belong to the same as all those of the given cells."""
    shared = _belongs(column[0])
    for cell in column[1:]:
        shared &= _belongs(cell)
    for cell in typed.columns[column[0].model, column[0].attribute]:
        if cell.amount is None and shared <= _belongs(cell):
            yield cell, effects[column[0]]


def _belongs(cell: Cell) -> set[tuple[str, object]]:
    return {
        (name, value)
        for name in _SHARED
        if (value := getattr(cell.entry.row, name, "")) or hasattr(cell.entry.row, name)
    }


def _elsewhere(search: Search, typed: Sheet) -> Iterator[Guess]:
    """A cell of the same columns that is not counted here and whose amount is just what lacks, or is too much."""
    (gap,) = search.gaps
    for column in _columns(search.effects):
        (effect,) = search.effects[column[0]]
        for cell in typed.columns[column[0].model, column[0].attribute]:
            if cell not in search.effects and cell.typed and gap.is_open and gap.closed_by(effect * cell.typed):
                yield Guess("elsewhere", {cell: Decimal(0)}, None, _PERHAPS)
