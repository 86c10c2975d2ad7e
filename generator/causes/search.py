"""The search: of all that may have happened in the cells, what explains a difference, the likeliest first."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.causes.cells import Sheet
from generator.causes.gap import Search
from generator.causes.guess import GIVEN, Guess
from generator.causes.solved import solved

MOST_CELLS = 1500
"""Of more cells than these none is searched: some two hundred rows with all their columns."""
_AS_LIKELY = 3
"""A guess is as likely as another that has no more than so many times its weight."""


def likeliest(search: Search, sheet: Sheet) -> tuple[Guess, ...]:
    """Find what explains the gaps: what is exact, else the guesses that as much speaks for, the likeliest first."""
    if not any(gap.is_open for gap in search.gaps) or len(search.effects) > MOST_CELLS:
        return ()
    given = list(_given(search, sheet))
    exact = _nearest(_told_once(guess for guess in given if guess.weight is None), search)
    if exact:
        return tuple(exact)
    ranked = sorted((*given, *_solved(search, sheet)), key=_weight, reverse=True)
    ranked = _nearest(_told_once(iter(ranked)), search)
    return tuple(guess for guess in ranked if _weight(guess) * _AS_LIKELY >= _weight(ranked[0]))


def _given(search: Search, sheet: Sheet) -> Iterator[Guess]:
    """The guesses of amounts that stand in the workbook which explain the gaps, kind by kind."""
    for maker in GIVEN:
        for cell in search.effects:
            yield from (guess for guess in maker(cell, sheet) if search.explains(guess.changes))


def _solved(search: Search, sheet: Sheet) -> Iterator[Guess]:
    for cell in search.effects:
        change = search.change(cell)
        if change is not None:
            yield from solved(cell, change, sheet)


def _nearest(guesses: Sequence[Guess], search: Search) -> list[Guess]:
    """Those that leave the least of the gaps: rounding may let others seem to explain them."""
    rests = [search.rest(guess.changes) for guess in guesses]
    return [guess for guess, rest in zip(guesses, rests, strict=True) if rest == min(rests)]


def _told_once(guesses: Iterator[Guess]) -> list[Guess]:
    """Of guesses that change the same cells alike, and of two equal amounts of which one is too many, take one."""
    told: dict[object, Guess] = {}
    for guess in guesses:
        told.setdefault(_what(guess), guess)
    return list(told.values())


def _what(guess: Guess) -> object:
    if guess.kind == "doubled":
        return frozenset((guess.cell.source, guess.other))
    return frozenset((cell.source, change) for cell, change in guess.changes.items())


def _weight(guess: Guess) -> Decimal:
    return guess.weight or Decimal(0)
