"""Which counts of persons may not be told (*skyddade antal*): the small ones, and those that would tell them.

A small count is masked. Where a sum and its other parts are shown, a reader can compute what is masked; so more is
masked until nothing can be. What a reader can know is taken to be: each shown count, each sum's parts, that nothing
masked is nought, and how it is chosen what to mask. So a choice stands only if other counts, with all that is shown
unchanged, would have led to the same choice, and leave each masked count open. What is chosen depends on the counts and
their names alone, never on the order in which they are typed.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Generic, TypeVar

from generator.figures.masking_known import determined, ways_through

K = TypeVar("K", bound=Hashable)

_MORE_MASKED = (1, 2, 3, 5, 7, 11)
"""So many more are masked at most for one count that follows from what is shown: first as few as that."""

_STEPS = (1, -1)
"""By so much another count than the true one is looked for."""

_WIDENED = 4
"""So many times more is masked round what is given away, before all is."""


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

    @cached_property
    def signs(self) -> list[Mapping[K, int]]:
        """The sums as their signs."""
        return [line.signs for line in self.lines]

    @cached_property
    def wholes(self) -> frozenset[K]:
        """What any sum is the whole of."""
        return frozenset(line.whole for line in self.lines)

    @cached_property
    def parts(self) -> frozenset[K]:
        """What is a part of any sum."""
        return frozenset(part for line in self.lines for part in line.parts)

    def protected(self, counts: Mapping[K, int]) -> frozenset[K]:
        """Choose what is masked: as little as keeps it; else more of the sums that give it away; at last all."""
        forced = frozenset[K]()
        for _ in range(_WIDENED):
            chosen = self._chosen(counts, forced)
            closed = self._closed(counts, chosen, forced)
            if not closed:
                return chosen
            giving = [line for line in self.signs if not closed.isdisjoint(line)]
            wider = chosen.union(key for line in giving for key in line if key in self.names)
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
        while masked:
            few = next((line for line in self.lines if self._are_few(line, counts, masked)), None)
            more = self._parts_of(few, masked) if few else self._opening(masked)
            if not more:
                break
            masked |= more
        return masked

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
            found = determined(self.signs, sorted(masked, key=self.names.__getitem__))
            first = min(found, default=None, key=self.names.__getitem__)
            self.openings[masked] = self._round(first, masked) - masked if first is not None else frozenset()
        return self.openings[masked]

    def _round(self, key: K, masked: frozenset[K]) -> frozenset[K]:
        """The fewest counts that can change together with one, so that all sums hold; else all in its sums."""

        def cost(other: K, change: int) -> int | None:
            return None if other not in self.names or abs(change) > 1 else int(other not in masked)

        for most in _MORE_MASKED:
            for way in ways_through(self.signs, {key: 1}, cost, most):
                return frozenset(way)
        return frozenset(each for line in self.signs if key in line for each in line if each in self.names)

    def _closed(self, counts: Mapping[K, int], masked: frozenset[K], forced: frozenset[K]) -> frozenset[K]:
        """The masked counts that could be no other, with all that is shown unchanged and the same choice made."""
        closed = set(masked)

        def cost(key: K, change: int) -> int | None:
            return 0 if key in masked and counts[key] + change > 0 else None

        for key in sorted(masked, key=self.names.__getitem__):
            starts = ({key: step} for step in _STEPS if key in closed and counts[key] + step > 0)
            for way in chain.from_iterable(ways_through(self.signs, start, cost, 0) for start in starts):
                if self._chosen({**counts, **{each: counts[each] + by for each, by in way.items()}}, forced) == masked:
                    closed -= way.keys()
                    break
        return frozenset(closed)
