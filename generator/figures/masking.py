"""Which counts of persons may not be told (*skyddade antal*): the small ones, and those that would tell them.

A small count is masked. Where a sum and its other parts are shown, a reader can compute what is masked; so more is
masked until nothing can be. What a reader can know is taken to be: each shown count, each sum's parts, and that
nothing masked is nought.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class KnownSum(Generic[K]):
    """A sum that a reader knows: the parts together are the whole."""

    parts: tuple[K, ...]
    whole: K

    @property
    def signs(self) -> Mapping[K, int]:
        """All that the sum holds, with the signs that make it nought."""
        return {**dict.fromkeys(self.parts, 1), self.whole: -1}


def protected(counts: Mapping[K, int], lines: Iterable[KnownSum[K]], limit: int) -> frozenset[K]:
    """Choose what is masked: every count from 1 to below ``limit``, and what is needed to keep those from being found.

    ``lines`` of which a part is not known, or that do not add up, tell a reader nothing and are passed over.
    """
    masked = {key for key, count in counts.items() if 0 < count < limit}
    known = [line for line in lines if _adds_up(line, counts)]
    while masked:
        wanted = (_next(line, counts, masked) for line in _telling(counts, known, masked, limit))
        chosen = next((key for key in wanted if key is not None), None)
        if chosen is None:
            break
        masked.add(chosen)
    return frozenset(masked)


def _adds_up(line: KnownSum[K], counts: Mapping[K, int]) -> bool:
    return all(key in counts for key in line.signs) and sum(counts[part] for part in line.parts) == counts[line.whole]


def _next(line: KnownSum[K], counts: Mapping[K, int], masked: set[K]) -> K | None:
    """What of a line is masked next: a part rather than the sum, a small one rather than a large, noughts last."""
    free = [key for key in line.signs if key not in masked]
    order = {key: place for place, key in enumerate(line.signs)}
    return min(free, key=lambda key: (counts[key] == 0, key == line.whole, counts[key], order[key]), default=None)


def _telling(
    counts: Mapping[K, int], lines: Sequence[KnownSum[K]], masked: set[K], limit: int
) -> Iterator[KnownSum[K]]:
    """The lines by which something masked can be found, or is too few persons together."""
    for line in lines:
        hidden = [key for key in line.signs if key in masked]
        together = sum(counts[key] for key in hidden)
        if len(hidden) == 1 or (hidden and line.whole not in masked and together < limit):
            yield line
    found = _determined(lines, masked) | _squeezed(lines, masked, counts)
    for line in lines:
        if found & set(line.signs):
            yield line


def _determined(lines: Sequence[KnownSum[K]], masked: set[K]) -> set[K]:
    """What follows from the sums alone: the equations solved, a masked count that no other one goes with."""
    order = list(dict.fromkeys(key for line in lines for key in line.signs if key in masked))
    rows = [[Fraction(line.signs.get(key, 0)) for key in order] for line in lines]
    solved = 0
    for column in range(len(order)):
        pivot = next((place for place in range(solved, len(rows)) if rows[place][column]), None)
        if pivot is None:
            continue
        rows[solved], rows[pivot] = rows[pivot], rows[solved]
        first = rows[solved][column]
        rows[solved] = [value / first for value in rows[solved]]
        for place, row in enumerate(rows):
            if place != solved and row[column]:
                factor = row[column]
                rows[place] = [value - factor * own for value, own in zip(row, rows[solved], strict=True)]
        solved += 1
    alone = (row for row in rows[:solved] if sum(1 for value in row if value) == 1)
    return {order[next(place for place, value in enumerate(row) if value)] for row in alone}


def _squeezed(lines: Sequence[KnownSum[K]], masked: set[K], counts: Mapping[K, int]) -> set[K]:
    """What follows from the sums and from every masked count being one at least: no room between its bounds."""
    low: dict[K, int] = {key: min(counts[key], 1) for key in masked}
    high: dict[K, int] = {}
    changed = True
    while changed:
        changed = False
        for line in lines:
            for key, sign in line.signs.items():
                if key not in masked:
                    continue
                above, below = _bounds(line, key, sign, (low, high), counts)
                if above is not None and above < high.get(key, above + 1):
                    high[key], changed = above, True
                if below is not None and below > low[key]:
                    low[key], changed = below, True
    return {key for key in masked if high.get(key) == low[key]}


def _bounds(
    line: KnownSum[K], key: K, sign: int, bounds: tuple[Mapping[K, int], Mapping[K, int]], counts: Mapping[K, int]
) -> tuple[int | None, int | None]:
    """The most and the least that a count can be by one line, from the bounds of the line's others; None: unknown."""
    low, high = bounds
    most: int | None = 0
    least: int | None = 0
    for other, its in line.signs.items():
        if other == key:
            continue
        lowest, highest = (low[other], high.get(other)) if other in low else (counts[other], counts[other])
        # The count is minus its sign times the others: a part added lowers it, a part taken away raises it.
        if -sign * its > 0:
            most = None if most is None or highest is None else most + highest
            least = None if least is None else least + lowest
        else:
            most = None if most is None else most - lowest
            least = None if least is None or highest is None else least - highest
    return most, least
