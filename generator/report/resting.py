"""Which figures rest on which cells: the figures that a report shows, asked once for all cells that are looked for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.figures.figure import Figure
from generator.ground.source import Source
from generator.model.fact import Observation, Typed

Key = tuple[str, str, int, int]
"""A file beside the workbook, or none; a tab; a row of it, or 0 for all; a column, or 0 for the whole row."""


def key_of(place: Source) -> Key:
    """A place without what stood there."""
    return place.file, place.tab, place.row, place.column


def row_of(place: Source) -> Key:
    """The row that a place is in."""
    return place.file, place.tab, place.row, 0


def tab_of(place: Source) -> Key:
    """The tab that a place is in."""
    return place.file, place.tab, 0, 0


@dataclass(frozen=True, slots=True)
class Leaves:
    """What is behind a figure: a bit for each wanted place, and about how many cells there are in all."""

    bits: int
    count: int


@dataclass(slots=True)
class Resting:
    """Finds what is behind figures, each of which is gone through once, however many are made of it.

    ``bits`` are the wanted places. ``protected`` are the bits of cells behind what is shown as protected only, by code.
    """

    bits: Mapping[Key, int]
    protected: Mapping[str, int] = field(default_factory=dict)
    _known: dict[int, Leaves] = field(default_factory=dict)
    _typed: dict[int, int] = field(default_factory=dict)

    def leaves(self, figure: Figure) -> Leaves:
        """What is behind a figure."""
        known = self._known.get(id(figure))
        if known is None:
            known = self._known[id(figure)] = self._of(figure)
        return known

    def _of(self, figure: Figure) -> Leaves:
        bits, count = 0 if figure.operands else self.protected.get(figure.key.code, 0), 0
        for operand in figure.operands:
            if isinstance(operand.of, Figure):
                part = self.leaves(operand.of)
                bits |= part.bits
                count += part.count
            else:
                bits |= self._of_typed(operand.of)
                count += 1
        return Leaves(bits, count)

    def _of_typed(self, typed: Typed) -> int:
        known = self._typed.get(id(typed))
        if known is None:
            known = self._typed[id(typed)] = bits_of(typed, self.bits)
        return known


def bits_of(typed: Typed, wanted: Mapping[Key, int]) -> int:
    """The bits of a typed number: of its cell, its row, the row that it was made for, and its tab."""
    place, home = typed.source, getattr(typed, "home", None)
    keys = [key_of(place), row_of(place), tab_of(place), *([row_of(home)] if home else [])]
    bits = 0
    for key in keys:
        bits |= wanted.get(key, 0)
    return bits


def numbered(keys: Iterable[Key]) -> dict[Key, int]:
    """A bit for each place."""
    return {key: 1 << number for number, key in enumerate(dict.fromkeys(keys))}


def protected_of(facts: Iterable[Typed], wanted: Mapping[Key, int]) -> dict[str, int]:
    """The bits of the cells behind each code: a protected figure is shown without anything that it is made of."""
    found: dict[str, int] = {}
    for typed in facts:
        if isinstance(typed, Observation) and (bits := bits_of(typed, wanted)):
            found[typed.of] = found.get(typed.of, 0) | bits
    return found


def with_bit(figures: Sequence[Figure], resting: Resting) -> dict[int, list[Figure]]:
    """The figures by each bit that they have."""
    found: dict[int, list[Figure]] = {}
    for figure in figures:
        left = resting.leaves(figure).bits
        while left:
            bit = left & -left
            found.setdefault(bit, []).append(figure)
            left ^= bit
    return found
