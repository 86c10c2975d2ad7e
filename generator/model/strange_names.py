"""A register's row under a name that nobody uses, where others name one that is nearly it: the register has the slip.

Without this each of the right names would be told as unknown, and the wrong one not at all.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.findings.finding import Finding
from generator.ground.names import Name
from generator.ground.near_names import may_be_same
from generator.ground.source import Source
from generator.model.columns import ReferenceColumn
from generator.model.messages import REGISTER_NAME_STRANGE
from generator.model.rows import Row, Tab, columns
from generator.model.values import RawSection, is_nothing_typed

_FEWEST = 2
"""References to one name that are more to be trusted than the register's one."""


def strange_names(
    sections: Mapping[type[Row], RawSection],
    tabs: Sequence[Tab],
    registers: Mapping[str, Mapping[Name, tuple[str, ...]]],
) -> Iterator[Finding]:
    """Tell the names of the ``registers`` that are likely to be misspelt themselves."""
    models = {tab.name: tab.sections[0].model for tab in tabs}
    for register, typed in _references(sections).items():
        known = registers.get(register, {}) if register in models else {}
        used = {key for name in typed for key in known.get(name, ())}
        unused = sorted({key for keys in known.values() for key in keys} - used)
        trusted = {name: count for name, count in typed.items() if count >= _FEWEST and name not in known}
        for name, count in trusted.items():
            near = [key for key in unused if may_be_same(name, key)]
            if len(near) == 1:
                place = _place(models[register], sections, near[0])
                yield REGISTER_NAME_STRANGE.found(place, key=near[0], found=str(name), where=register, count=count)


def _references(sections: Mapping[type[Row], RawSection]) -> dict[str, dict[Name, int]]:
    """How many cells name what, by the register in which it should be."""
    typed: dict[str, dict[Name, int]] = {}
    for model, raw in sections.items():
        kinds = {column.name: column.kind for column in columns(model)}
        for row in raw.rows:
            for field, cell in row.cells.items():
                kind = kinds[field]
                if isinstance(kind, ReferenceColumn) and not is_nothing_typed(cell.value):
                    names = typed.setdefault(kind.register, {})
                    names[Name(cell.text)] = names.get(Name(cell.text), 0) + 1
    return typed


def _place(model: type[Row], sections: Mapping[type[Row], RawSection], key: str) -> Source:
    cells = (row.cells.get(model.named_by[0]) for row in sections[model].rows)
    return next((cell.source for cell in cells if cell and Name(cell.text) == key), sections[model].place)
