"""Which row of one version is which row of the other: by what they are called, whatever row they stand on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.ground.names import Name
from generator.model.columns import ChoiceColumn, ReferenceColumn, SuggestionColumn, TextColumn, YearColumn
from generator.model.rows import Row, columns
from generator.model.values import RawRow

_NAMING = (TextColumn, ReferenceColumn, ChoiceColumn, SuggestionColumn, YearColumn)
_LIKENESS = 0.5
"""Two rows of other names are one row changed when more than this share of what else is typed in them is the same."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row with its clean values by field; those of a row that could not be read are as they were typed."""

    row: RawRow
    values: Mapping[str, Any]

    def key(self, fields: Sequence[str]) -> tuple[Name, ...]:
        """What the row is called."""
        return tuple(Name(str(self.values.get(field) or "")) for field in fields)


Pair = tuple[ReadRow | None, ReadRow | None]
_Held = tuple[str, Any]
"""A field and its value."""


def naming_fields(model: type[Row]) -> tuple[str, ...]:
    """The fields that tell a row from others: the key of a register, else all that hold names, or must be filled in."""
    if model.named_by:
        return model.named_by[:1]
    return tuple(
        column.name
        for column in columns(model)
        if column.required or (isinstance(column.kind, _NAMING) and column.name not in model.unprinted)
    )


def shown_fields(model: type[Row]) -> tuple[str, ...]:
    """The fields that a list names a row by: a choice between a few tells little."""
    choices = {
        column.name for column in columns(model) if isinstance(column.kind, ChoiceColumn) and not column.required
    }
    return tuple(name for name in naming_fields(model) if name not in choices)


def matched(old: Sequence[ReadRow], new: Sequence[ReadRow], model: type[Row]) -> list[Pair]:
    """Pair the rows: the same in all, then those of one name, then those that are most alike; the rest stand alone.

    The pairs come in the later version's order, and what is gone last.
    """
    fields = naming_fields(model)
    pairs: dict[int, int] = {}
    for key in (_whole, lambda line: line.key(fields)):
        waiting: dict[Any, list[int]] = {}
        taken = set(pairs.values())
        for number, line in enumerate(old):
            if number not in taken:
                waiting.setdefault(key(line), []).append(number)
        for number, line in enumerate(new):
            if number not in pairs and waiting.get(key(line)):
                pairs[number] = waiting[key(line)].pop(0)
    pairs |= dict(_alike(old, new, pairs, frozenset(fields)))
    taken = set(pairs.values())
    kept: list[Pair] = [(old[pairs[n]] if n in pairs else None, line) for n, line in enumerate(new)]
    return [*kept, *((line, None) for number, line in enumerate(old) if number not in taken)]


def _whole(line: ReadRow) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in line.values.items()))


def _alike(
    old: Sequence[ReadRow], new: Sequence[ReadRow], pairs: Mapping[int, int], naming: frozenset[str]
) -> Iterator[tuple[int, int]]:
    taken = set(pairs.values())
    sharing: dict[_Held, list[int]] = {}
    for number, line in enumerate(old):
        for held in line.values.items() if number not in taken else ():
            sharing.setdefault(held, []).append(number)
    for number in (each for each in range(len(new)) if each not in pairs):
        some = sorted({each for held in _telling(new[number], naming, sharing) for each in sharing[held]} - taken)
        likeness = {each: _likeness(old[each], new[number], naming) for each in some}
        best = max(some, key=likeness.__getitem__, default=None)
        if best is not None and likeness[best] > _LIKENESS:
            taken.add(best)
            yield number, best


def _telling(line: ReadRow, naming: frozenset[str], sharing: Mapping[_Held, Sequence[int]]) -> list[_Held]:
    """The rarer half of what is typed in a row: a row that shares more than half of it shares some of these."""
    typed = _typed(line)
    held = [(name, line.values[name]) for name in sorted(typed - naming or typed)]
    rarest = sorted(held, key=lambda each: len(sharing.get(each, ())))[: (len(held) + 1) // 2]
    return [each for each in rarest if each in sharing]


def _typed(line: ReadRow) -> set[str]:
    return {name for name in line.row.cells if line.values.get(name) not in (None, "")}


def _likeness(one: ReadRow, other: ReadRow, naming: frozenset[str]) -> float:
    """The share of the typed cells that are the same; of those that name nothing, where there are any."""
    typed = _typed(one) | _typed(other)
    fields = typed - naming or typed
    same = sum(1 for name in fields if one.values.get(name) == other.values.get(name))
    return same / len(fields) if fields else 0.0
