"""All that was typed in numbers, and the ways to look it up: on a line, of something, in a row of a note.

Each way is an index that is made when it is first asked for, so that what asks for a few does not go through all.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.ground.names import Name
from generator.ground.source import Source
from generator.model.fact import Fact, Observation, Typed
from generator.statements.changes import CHANGES, Told
from generator.statements.statement import Line

Way = Callable[[Typed], Hashable]
"""A way to look typed numbers up: gives the one place of each, None where it has none."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Which typed numbers are meant: those at ``places``, as ``way`` finds them, of which ``also`` is true."""

    way: Way
    places: tuple[Hashable, ...]
    also: Callable[[Any], bool] | None = None


class Facts(Iterable[Typed]):
    """All typed numbers of a report, in the order of the tabs and rows."""

    def __init__(self, typed: Iterable[Typed] = ()) -> None:
        """Keep what was typed; each index is made when it is first used."""
        self._all = tuple(typed)
        self._indexes: dict[Way, dict[Hashable, list[tuple[int, Typed]]]] = {}

    def __iter__(self) -> Iterator[Typed]:
        """Go through all in order."""
        return iter(self._all)

    def __len__(self) -> int:
        """Count all."""
        return len(self._all)

    @cached_property
    def amounts(self) -> tuple[Fact, ...]:
        """The amounts on lines of the law."""
        return tuple(fact for fact in self._all if isinstance(fact, Fact))

    @cached_property
    def told(self) -> Told:
        """Which kinds of change are told of which lines."""
        codes = (fact.of for fact in self._all if isinstance(fact, Observation))
        return Told(frozenset(code for code in codes if code.startswith(f"{CHANGES}.")))

    def on(self, *lines: Line) -> tuple[Fact, ...]:
        """The amounts on any of some lines."""
        return self.picked(on_line(*lines))  # type: ignore[return-value] # only an amount stands on a line

    def of(self, *codes: str) -> tuple[Observation, ...]:
        """The observations of any of some things."""
        return self.picked(observed(*codes))  # type: ignore[return-value] # only an observation is of a thing

    def on_activity(self, activity: Name) -> tuple[Fact, ...]:
        """The amounts that are given an activity (*verksamhet*)."""
        return self.picked(on_activity(activity))  # type: ignore[return-value] # only an amount is given one

    def picked(self, pick: Pick) -> tuple[Typed, ...]:
        """Those that are meant, in order; each lookup costs no more than what stands at its places."""
        index = self._index(pick.way)
        if len(pick.places) == 1:
            found = index.get(pick.places[0], [])
        else:
            found = sorted((each for place in set(pick.places) for each in index.get(place, ())), key=_number)
        return tuple(fact for _, fact in found if pick.also is None or pick.also(fact))

    def _index(self, way: Way) -> dict[Hashable, list[tuple[int, Typed]]]:
        if way not in self._indexes:
            index: dict[Hashable, list[tuple[int, Typed]]] = {}
            for number, fact in enumerate(self._all):
                place = way(fact)
                if place is not None:
                    index.setdefault(place, []).append((number, fact))
            self._indexes[way] = index
        return self._indexes[way]


def on_line(*lines: Line, also: Callable[[Fact], bool] | None = None) -> Pick:
    """Pick the amounts on one line of the law, or on any of several."""
    return Pick(_line, tuple(line.code for line in lines), also)


def observed(*codes: str, also: Callable[[Observation], bool] | None = None) -> Pick:
    """Pick the observations of one thing, or of any of several."""
    return Pick(_of, codes, also)


def on_activity(activity: Name, also: Callable[[Fact], bool] | None = None) -> Pick:
    """Pick the amounts that are given an activity (*verksamhet*)."""
    return Pick(_activity, (activity,), also)


def in_note_row(note: Name, row: Name) -> Pick:
    """Pick what stands in a row of a note."""
    return Pick(_note_row, ((note, row),))


def in_row(row: Name) -> Pick:
    """Pick what stands in the rows of a name, whichever note they are in."""
    return Pick(_row, (row,))


def in_sub_item(line: Line, name: Name) -> Pick:
    """Pick the amounts of a sub-item (*delpost*) of a line."""
    return Pick(_sub_item, ((line.code, name),))


def typed_in(*cells: Source, also: Callable[[Typed], bool] | None = None) -> Pick:
    """Pick what was typed in some cells."""
    return Pick(_cell, cells, also)


def liquid() -> Pick:
    """Pick the amounts that count as cash (*likvida medel*)."""
    return Pick(_liquid, (True,))


def _number(each: tuple[int, Typed]) -> int:
    return each[0]


def _line(fact: Typed) -> str | None:
    return fact.line.code if isinstance(fact, Fact) else None


def _of(fact: Typed) -> str | None:
    return fact.of if isinstance(fact, Observation) else None


def _activity(fact: Typed) -> Name | None:
    return fact.activity if isinstance(fact, Fact) and fact.activity else None


def _note_row(fact: Typed) -> tuple[Name, Name] | None:
    return (fact.note, fact.row) if fact.note else None


def _row(fact: Typed) -> Name | None:
    return fact.row if fact.note else None


def _sub_item(fact: Typed) -> tuple[str, Name] | None:
    return (fact.line.code, fact.sub_item) if isinstance(fact, Fact) and fact.sub_item else None


def _liquid(fact: Typed) -> bool | None:
    return (isinstance(fact, Fact) and fact.liquid) or None


def _cell(fact: Typed) -> Source:
    return fact.source
