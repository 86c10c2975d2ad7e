"""Tables by their names: those that the parts of the report make, for what shows a table that another part has."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.blocks.block import Component, Placement, tables_of
from generator.figures.table import Table
from generator.ground.names import folded
from generator.model.underlag import Underlag


def named_table(name: str, placement: Placement, but: str = "") -> Table | None:
    """The table that some part has by that name, or the first of the part so named; ``but`` is a part left out."""
    wanted = folded(name)
    others = [component for component in parts().values() if component.name != but]
    for component in others:
        if component.names and wanted in map(folded, component.names(placement.derived.underlag)):
            found = _first(component, replace(placement, name=name, layout=""))
            if found is not None:
                return found
    named = next((component for component in others if wanted == folded(component.name)), None)
    return _first(named, replace(placement, name="", layout="")) if named else None


def _first(component: Component, placement: Placement) -> Table | None:
    return next(tables_of(component.blocks(placement)), None)


def parts() -> Mapping[str, Component]:
    """The parts of the report by their names, folded."""
    from generator.subjects.registry import all_components  # noqa: PLC0415 - the registry knows who asks

    return {folded(name): component for name, component in all_components().items()}


def table_names(underlag: Underlag) -> Iterator[str]:
    """What a table may be called: by a name within a part, or as the part."""
    for component in parts().values():
        if component.names:
            yield from component.names(underlag)
    yield from (component.name for component in parts().values())
