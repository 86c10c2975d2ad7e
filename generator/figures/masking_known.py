"""What a reader can know of hidden counts (see ``masking``): what follows from sums, and where counts could differ.

A sum is known as its signs: each count with 1 or -1, so that all of them together are nought.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from math import gcd, lcm
from operator import itemgetter
from typing import TypeVar

K = TypeVar("K", bound=Hashable)

Signs = Mapping[K, int]
Move = Mapping[K, int]
"""What may be added to hidden counts without changing anything that is shown."""


def solved(lines: Iterable[Signs[K]], unknown: Sequence[K]) -> list[tuple[K, dict[K, int]]]:
    """Solve the sums for the unknown, in their order: for each that follows, the others that it follows from.

    Whole numbers all the way, so that nothing is rounded.
    """
    order = {key: place for place, key in enumerate(unknown)}
    found: list[tuple[K, dict[K, int]]] = []
    for line in lines:
        row = {key: sign for key, sign in line.items() if key in order}
        for pivot, other in found:
            row = _without(row, other, pivot)
        if row:
            pivot = min(row, key=order.__getitem__)
            found = [(key, _without(other, row, pivot)) for key, other in found]
            found.append((pivot, row))
    return found


def _without(row: dict[K, int], other: Mapping[K, int], pivot: K) -> dict[K, int]:
    """Take so much of another row from a row that the pivot is gone."""
    if pivot not in row:
        return row
    mine, its = row[pivot], other[pivot]
    keys = dict.fromkeys((*row, *other))
    made = {key: row.get(key, 0) * its - other.get(key, 0) * mine for key in keys}
    divisor = gcd(*made.values()) or 1
    return {key: value // divisor for key, value in made.items() if value}


def determined(lines: Iterable[Signs[K]], unknown: Sequence[K]) -> frozenset[K]:
    """What follows from the sums alone, whatever the counts are."""
    return frozenset(pivot for pivot, row in solved(lines, unknown) if len(row) == 1)


def ways(lines: Iterable[Signs[K]], unknown: Sequence[K]) -> tuple[Move[K], ...]:
    """How counts can change together so that all sums hold: a way for each that is free, while the other free stay.

    What stands first in ``unknown`` follows the rest, so that the last is free if it can be: its way is the first.
    """
    rows = solved(lines, unknown)
    pivots = {pivot for pivot, _ in rows}
    return tuple(_way(free, rows) for free in reversed(unknown) if free not in pivots)


def _way(free: K, rows: Iterable[tuple[K, Mapping[K, int]]]) -> dict[K, int]:
    """What follows when one free count rises, all of them as whole numbers."""
    holding = [(pivot, row[pivot], row[free]) for pivot, row in rows if free in row]
    step = lcm(*(abs(own) // gcd(own, its) for _, own, its in holding))
    return {free: step} | {pivot: -its * step // own for pivot, own, its in holding}


_LOOKED_AT = 120
"""So many ways are looked at before it is given up to find another."""


def ways_through(
    lines: Sequence[Signs[K]], start: Move[K], cost: Callable[[K, int], int | None], most: int
) -> Iterator[Move[K]]:
    """How some counts can change together so that all sums hold, those of ``start`` as it says.

    ``cost`` tells what it costs to change a count by so much; None: it cannot be. All together cost ``most`` at most.
    What costs less comes first, in the order of the sums.
    """
    holding: dict[K, list[int]] = {}
    for place, line in enumerate(lines):
        for key in line:
            holding.setdefault(key, []).append(place)
    looked_at = 0

    def followed(changes: dict[K, int], off: dict[int, int], left: int) -> Iterator[Move[K]]:
        nonlocal looked_at
        looked_at += 1
        if looked_at > _LOOKED_AT:
            return
        if not off:
            yield changes
            return
        options = min((_options(lines[place], by, changes, cost, left) for place, by in off.items()), key=len)
        for price, _, key, change in sorted(options, key=itemgetter(0, 1)):
            yield from followed(changes | {key: change}, _off(off, lines, holding[key], key, change), left - price)

    off: dict[int, int] = {}
    for key, change in start.items():
        off = _off(off, lines, holding.get(key, []), key, change)
    yield from followed(dict(start), off, most)


def _off(
    off: Mapping[int, int], lines: Sequence[Signs[K]], places: Iterable[int], key: K, change: int
) -> dict[int, int]:
    """By how much each sum is off when one more count has changed; those that hold are left out."""
    after = dict(off)
    for place in places:
        after[place] = after.get(place, 0) + lines[place][key] * change
        if not after[place]:
            del after[place]
    return after


def _options(
    line: Signs[K], off: int, changes: Move[K], cost: Callable[[K, int], int | None], left: int
) -> list[tuple[int, int, K, int]]:
    """What may mend a sum: the price, the place in it, the count and its change."""
    return [
        (price, order, key, -sign * off)
        for order, (key, sign) in enumerate(line.items())
        if key not in changes and (price := cost(key, -sign * off)) is not None and price <= left
    ]
