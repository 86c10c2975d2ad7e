"""A reader who wants to know what is masked: solves all that is told together, for each masked number.

Knows which numbers add up to which, and that what is masked is one at least. Knows nothing of how the program chooses.
A number is safe when another one agrees with all that is told too: such counts are looked for, from the true ones.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from random_participants import Equation

STEPS = (1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 7, -7)
DEEPEST = 14
"""So many numbers may change together."""
MOST = 3000
"""So many changes are tried for one number."""


def other_worlds(
    hidden: Collection[str], equations: Sequence[Equation], masked: str, truth: Mapping[str, int]
) -> Iterator[dict[str, int]]:
    """Counts that agree with all that is shown, and where one masked number is another than it is."""
    first = _first_of(equations)
    closed = {first.get(key, key) for key in truth if key not in hidden}
    within = list(_within(equations, first, closed))
    holding: dict[str, list[int]] = {}
    for place, equation in enumerate(within):
        for key in equation:
            holding.setdefault(key, []).append(place)
    start = first.get(masked, masked)
    for step in STEPS if start not in closed else ():
        if truth[masked] + step > 0:
            found = None
            for deepest in (4, 8, DEEPEST):
                found = found or _mended({start: step}, within, holding, truth, deepest, [0])
            if found is not None:
                yield {key: number + found.get(first.get(key, key), 0) for key, number in truth.items()}


def _first_of(equations: Sequence[Equation]) -> Mapping[str, str]:
    """Of numbers that are the same, the one that stands for them all."""
    group: dict[str, set[str]] = {}
    for equation in equations:
        if sorted(equation.values()) == [-1, 1]:
            joined = set[str]().union(*(group.get(key, {key}) for key in equation))
            group.update(dict.fromkeys(joined, joined))
    return {key: min(keys) for key, keys in group.items()}


def _within(equations: Sequence[Equation], first: Mapping[str, str], closed: Collection[str]) -> Iterator[Equation]:
    """The equations by what is not shown of them."""
    for equation in equations:
        signs: dict[str, int] = {}
        for key, sign in equation.items():
            one = first.get(key, key)
            signs[one] = signs.get(one, 0) + sign
        left = {key: sign for key, sign in signs.items() if sign and key not in closed}
        if left:
            yield left


def _mended(  # noqa: PLR0917 - what is searched, and how far
    changes: dict[str, int],
    equations: Sequence[Equation],
    holding: Mapping[str, Sequence[int]],
    truth: Mapping[str, int],
    deepest: int,
    tried: list[int],
) -> dict[str, int] | None:
    """Change more numbers, each once, until all equations hold again."""
    tried[0] += 1
    if tried[0] > MOST:
        return None
    broken = [
        (sum(key not in changes for key in equations[place]), place, off)
        for place in dict.fromkeys(place for key in changes for place in holding.get(key, ()))
        if (off := sum(sign * changes.get(key, 0) for key, sign in equations[place].items()))
    ]
    if not broken:
        return changes
    free, place, off = min(broken)
    if not free or len(changes) >= deepest:
        return None
    for key, sign in equations[place].items():
        if key not in changes and truth[key] - sign * off > 0:
            found = _mended(changes | {key: -sign * off}, equations, holding, truth, deepest, tried)
            if found is not None:
                return found
    return None
