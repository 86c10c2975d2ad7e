"""Where the rows that a ledger's accounts become stand among those that are typed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.model.rows import Entry, Row
from generator.model.underlag import Underlag


def placed(underlag: Underlag, made: Iterable[Entry[Any]]) -> Mapping[type[Row], tuple[Entry[Any], ...]]:
    """The typed rows of each model with those that were made among them.

    One is put after the typed row of the same post, note and activity, where there is one, else after the one made
    before it: so the order is that of *Kontoplan*, and of what is typed.
    """
    by_model: dict[type[Row], list[Entry[Any]]] = {}
    for entry in made:
        by_model.setdefault(type(entry.row), []).append(entry)
    return {model: tuple(_in_order(underlag.of(model), own)) for model, own in by_model.items()}


def _in_order(typed: Sequence[Entry[Any]], made: Sequence[Entry[Any]]) -> Iterator[Entry[Any]]:
    places = {_identity(each): number for number, each in reversed(list(enumerate(typed, start=1)))}
    place = 0 if any(_identity(each) in places for each in made) else len(typed)
    after: dict[int, list[Entry[Any]]] = {}
    for each in made:
        place = places.get(_identity(each), place)
        after.setdefault(place, []).append(each)
    yield from after.get(0, ())
    for number, each in enumerate(typed, start=1):
        yield each
        yield from after.get(number, ())


def _identity(entry: Entry[Any]) -> tuple[object, ...]:
    return tuple(
        getattr(entry.row, name, None) for name in ("line", "sub_item", "note", "note_row", "activity", "level")
    )
