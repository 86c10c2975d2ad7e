"""Which counts of persons may not be told (*skyddade antal*): the small ones, and those that would tell them.

A small count is masked. Where a sum and its other parts are shown, a reader can compute what is masked; so more is
masked until nothing can be. What a reader can know is taken to be: each shown count, each sum's parts, that nothing
masked is nought, and how it is chosen what to mask. So a choice stands only if other counts, with all that is shown
unchanged, would have led to the same choice, and leave each masked count open. What is chosen depends on the counts and
their names alone, never on the order in which they are typed.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Any, Generic, TypeVar

from generator.figures.masking_known import determined, ways, ways_through

K = TypeVar("K", bound=Hashable)

_FEW, _MANY = (1, 2, 3), (5, 7, 11, 15)
"""So many counts beside one may change with it: first as few as that."""

_ORDERS = 3
"""Of so many orders by name the one is taken by which fewest more are masked."""

_WIDENED = 8
"""So many times more is masked round what is given away, before all is."""

_TRIES = 25_000
"""So much is tried of one group, each look at a sum counted as one, before all of it is masked: never a time."""
_CELLS_A_LOOK, _SUMS_A_LOOK = 50, 4
"""What takes as long as one look: so many cells of sums to be solved, so many sums to be gone through."""


@dataclass(frozen=True)
class KnownSum(Generic[K]):
    """A sum that a reader knows: the parts together are the whole."""

    parts: tuple[K, ...]
    whole: K

    @cached_property
    def signs(self) -> Mapping[K, int]:
        """All that the sum holds, with the signs that make it nought."""
        return {**dict.fromkeys(self.parts, 1), self.whole: -1}


def protected(counts: Mapping[K, int], lines: Iterable[KnownSum[K]], limit: int) -> frozenset[K]:
    """Choose what is masked: every count from 1 to below ``limit``, and what is needed to keep those from being found.

    ``lines`` of which a part is not known, or that do not add up, tell a reader nothing and are passed over.
    """
    known = sorted((line for line in lines if _adds_up(line, counts)), key=repr)
    return frozenset(
        key
        for keys, own in _apart(counts, known)
        for key in _Group(own, limit, {each: repr(each) for each, count in keys.items() if count}).protected(keys)
    )


def _adds_up(line: KnownSum[K], counts: Mapping[K, int]) -> bool:
    return all(key in counts for key in line.signs) and sum(counts[part] for part in line.parts) == counts[line.whole]


def _apart(
    counts: Mapping[K, int], lines: Sequence[KnownSum[K]]
) -> Iterator[tuple[Mapping[K, int], list[KnownSum[K]]]]:
    """The counts in groups that no sum joins, each with its sums, in the order of their names."""
    group = {key: {key} for key in counts}
    for line in lines:
        joined = set[K]().union(*(group[key] for key in line.signs))
        group.update(dict.fromkeys(joined, joined))
    for keys in {id(each): each for each in group.values()}.values():
        yield {key: counts[key] for key in sorted(keys, key=repr)}, [line for line in lines if line.whole in keys]


class _TooManyTriesError(Exception):
    """A group's tries are spent."""


@dataclass
class _Tries:
    left: int = _TRIES

    def take(self, looks: int) -> None:
        """Count some looks.

        Raises:
            _TooManyTriesError: no more are left.

        """
        self.left -= looks
        if self.left < 0:
            raise _TooManyTriesError


@dataclass(frozen=True)
class _Group(Generic[K]):
    """Counts that sums join: what is chosen of them, whatever they are.

    ``names`` are those that are not nought, which is nobody: only these are masked.
    """

    lines: Sequence[KnownSum[K]]
    limit: int
    names: Mapping[K, str]
    openings: dict[frozenset[K], frozenset[K]] = field(default_factory=dict)
    """What was found before of the same masked."""
    tries: _Tries = field(default_factory=_Tries)

    @cached_property
    def signs(self) -> list[Mapping[K, int]]:
        """The sums as their signs."""
        return [line.signs for line in self.lines]

    @cached_property
    def holding(self) -> Mapping[K, Collection[int]]:
        """The places of the sums that hold each count."""
        found: dict[K, set[int]] = {}
        for place, line in enumerate(self.lines):
            for key in line.signs:
                found.setdefault(key, set()).add(place)
        return found

    @cached_property
    def wholes(self) -> frozenset[K]:
        """What any sum is the whole of."""
        return frozenset(line.whole for line in self.lines)

    @cached_property
    def parts(self) -> frozenset[K]:
        """What is a part of any sum."""
        return frozenset(part for line in self.lines for part in line.parts)

    def protected(self, counts: Mapping[K, int]) -> frozenset[K]:
        """Choose what is masked: as little as keeps it; else all, where that cannot be found or takes too long."""
        try:
            return self._fewest(counts)
        except _TooManyTriesError:
            return frozenset(self.names)

    def _fewest(self, counts: Mapping[K, int]) -> frozenset[K]:
        """As little as keeps it; else more of the sums that give it away; at last all."""
        forced = frozenset[K]()
        for _ in range(_WIDENED):
            chosen = self._chosen(counts, forced)
            closed = self._closed(counts, chosen, forced)
            if not closed:
                return chosen
            wider = chosen | self._room(counts, closed, chosen)
            if wider == forced:
                break
            forced = wider
        return frozenset(self.names)

    def _chosen(self, counts: Mapping[K, int], forced: frozenset[K]) -> frozenset[K]:
        """Mask the small counts, and more until nothing masked follows from what is shown.

        Which these are follows from which counts are small, never from how large the others are. ``forced`` are masked
        from the beginning.
        """
        masked = frozenset(key for key, count in counts.items() if 0 < count < self.limit) | forced
        unsettled = set(range(len(self.lines)))
        while masked:
            few = self._first_few(counts, masked, unsettled)
            more = self._parts_of(few, masked) if few else self._opening(masked)
            if not more:
                break
            masked |= more
            unsettled.update(*(self.holding.get(key, ()) for key in more))
        return masked

    def _first_few(self, counts: Mapping[K, int], masked: frozenset[K], unsettled: set[int]) -> KnownSum[K] | None:
        """The first sum that is told and of which too few are masked; those that are not so need no second look.

        Not before a part or whole of theirs is masked, or nearly all is (see ``_least_together``).
        """
        nearly_all = len(masked) >= len(self.names) - 1
        for place in range(len(self.lines)) if nearly_all else sorted(unsettled):
            self.tries.take(1)
            if self._are_few(self.lines[place], counts, masked):
                return self.lines[place]
            unsettled.discard(place)
        return None

    def _are_few(self, line: KnownSum[K], counts: Mapping[K, int], masked: frozenset[K]) -> bool:
        """Whether the masked parts of a sum that is told are too few persons together."""
        if line.whole in masked or masked.isdisjoint(line.parts):
            return False
        hidden = [part for part in line.parts if part in masked]
        return sum(counts[part] for part in hidden) < self._least_together(line, masked)

    def _least_together(self, line: KnownSum[K], masked: frozenset[K]) -> int:
        """How many the masked parts of a sum that is told must be together.

        Were a whole of the very least told, one that is not would be no more than that; so it is not told either.
        """
        if line.whole in self.parts:
            return self.limit
        every = masked.issuperset(self.names.keys() - {line.whole})
        ones = len(self.names.keys() - self.wholes)
        return max(self.limit + 1, ones + 2 if every else 0)

    def _free(self, line: KnownSum[K], masked: frozenset[K]) -> list[K]:
        """What of a sum is told and may be masked, by name and the whole last."""
        free = [key for key in line.signs if key in self.names and key not in masked]
        return sorted(free, key=lambda key: (key == line.whole, self.names[key]))

    def _parts_of(self, line: KnownSum[K], masked: frozenset[K]) -> frozenset[K]:
        return frozenset(self._free(line, masked)[:1])

    def _opening(self, masked: frozenset[K]) -> frozenset[K]:
        """What more to mask so that the first that follows from the sums does so no longer; none where nothing does."""
        if masked not in self.openings:
            self._take_to_solve(len(masked))
            found = determined(self.signs, sorted(masked, key=self.names.__getitem__))
            first = min(found, default=None, key=self.names.__getitem__)
            self.openings[masked] = self._round(first, masked) - masked if first is not None else frozenset()
        return self.openings[masked]

    def _round(self, key: K, masked: frozenset[K]) -> frozenset[K]:
        """The fewest counts that can change together with one, so that all sums hold; none where there are none."""

        def price(other: K, change: int) -> int | None:
            return None if other not in self.names or abs(change) > 1 else int(other not in masked)

        for most in _FEW:
            self._take_to_go_through()
            for near in ways_through(self.signs, {key: 1}, price, most):
                return frozenset(near)
        alike = [sorted(self.names.keys() - {key}, key=order) for order in self._orders(masked)]
        found = [way for order in alike for way in self._ways([*order, key])[:1] if key in way]
        return frozenset(min(found, key=lambda way: len(way.keys() - masked), default=()))

    def _ways(self, unknown: Sequence[K]) -> tuple[Mapping[K, int], ...]:
        self._take_to_solve(len(unknown))
        return ways(self.signs, unknown)

    def _take_to_solve(self, unknown: int) -> None:
        self.tries.take(1 + unknown * len(self.lines) // _CELLS_A_LOOK)

    def _take_to_go_through(self) -> None:
        self.tries.take(1 + len(self.lines) // _SUMS_A_LOOK)

    def _orders(self, masked: frozenset[K]) -> Iterator[Callable[[K], Any]]:
        """Orders in which the rest may follow what changes: the masked first, then wholes or parts, by name."""
        rank = {key: place for place, key in enumerate(sorted(self.names, key=self.names.__getitem__))}
        for first, start in product((True, False), range(_ORDERS)):
            begun = start * len(rank) // _ORDERS
            yield lambda key, first=first, begun=begun: (  # type: ignore[misc] # bound as it is now
                key not in masked,
                (key in self.wholes) is first,
                (rank[key] - begun) % len(rank),
            )

    def _room(self, counts: Mapping[K, int], closed: frozenset[K], masked: frozenset[K]) -> frozenset[K]:
        """The fewest more by which one that is closed could be another; else all in sums with what is closed."""
        for key in sorted(closed, key=self.names.__getitem__):
            rest = self.names.keys() - {key}
            alike = (self._ways([*sorted(rest, key=order), key]) for order in self._orders(masked))
            found = [way for each in alike for way in each[:1] if key in way and any(_moved(counts, way))]
            more = [frozenset(way) - masked for way in found if not masked.issuperset(way)]
            if more:
                return min(more, key=len)
        beside = (each for line in self.signs if not closed.isdisjoint(line) for each in line if each in self.names)
        return frozenset(beside)

    def _closed(self, counts: Mapping[K, int], masked: frozenset[K], forced: frozenset[K]) -> frozenset[K]:
        """The masked counts that could be no other, with all that is shown unchanged and the same choice made."""
        closed = set(masked)
        for other in self._others(counts, masked, closed):
            if self._chosen(other, forced) == masked:
                closed -= {key for key in closed if other[key] != counts[key]}
            if not closed:
                break
        return frozenset(closed)

    def _others(
        self, counts: Mapping[K, int], masked: frozenset[K], wanted: Collection[K]
    ) -> Iterator[Mapping[K, int]]:
        """Other counts with all that is shown unchanged, which move what is wanted still."""

        def cost(key: K, change: int) -> int | None:
            return 1 if key in masked and counts[key] + change > 0 else None

        def near(few: Iterable[int]) -> Iterator[Mapping[K, int]]:
            for key, most, step in product(sorted(masked, key=self.names.__getitem__), few, (1, -1)):
                if key in wanted and counts[key] + step > 0:
                    self._take_to_go_through()
                    for way in ways_through(self.signs, {key: step}, cost, most):
                        yield {**counts, **{each: counts[each] + by for each, by in way.items()}}

        yield from near(_FEW)
        for order in self._orders(masked):
            for way in self._ways(sorted(masked, key=order)):
                yield from _moved(counts, way) if any(key in wanted for key in way) else ()
        yield from near(_MANY)


def _moved(counts: Mapping[K, int], way: Mapping[K, int]) -> Iterator[Mapping[K, int]]:
    """The counts moved one way and back, where all that moves is one or more."""
    for sign in (1, -1):
        changed = {key: counts[key] + sign * by for key, by in way.items()}
        if min(changed.values()) > 0:
            yield {**counts, **changed}
