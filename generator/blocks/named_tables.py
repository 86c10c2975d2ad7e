"""Tables by their names: those that the parts of the report make, for what shows a table that another part has."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.blocks.block import Component, Placement, tables_of
from generator.figures.table import Table
from generator.ground.names import NO_NAME, Name
from generator.model.underlag import Underlag


def named_table(name: Name, placement: Placement, but: str, layout: Name = NO_NAME) -> Table | None:
    """The table that some part has by that name, or the first of the part so named; in the usual layout or another.

    ``but`` is the part that asks. It is left out, for what it asks as well, so that no part waits for itself.
    """
    others = {key: component for key, component in placement.components.items() if key != but}
    alone = replace(placement, layout=layout, components=others)
    for component in others.values():
        if component.names and name in component.names(placement.derived.underlag):
            found = _first(component, replace(alone, name=name))
            if found is not None:
                return found
    named = next((component for component in others.values() if name == component.name), None)
    return _first(named, replace(alone, name=NO_NAME)) if named else None


def _first(component: Component, placement: Placement) -> Table | None:
    return next(tables_of(component.blocks(placement)), None)


def table_names(underlag: Underlag, components: Mapping[str, Component]) -> Iterator[str]:
    """What a table may be called: by a name within a part, or as the part."""
    for component in components.values():
        if component.names:
            yield from component.names(underlag)
    yield from components


def wished_table(typed: Name, underlag: Underlag, components: Mapping[str, Component]) -> tuple[Name, Name]:
    """The name and the layout that are meant by ``Deltagare (bara totalt)``; a table may be called so itself."""
    name, bracket, rest = typed.rpartition("(")
    if not bracket or not rest.endswith(")") or typed in set(table_names(underlag, components)):
        return typed, NO_NAME
    return Name(name.strip()), Name(rest[:-1].strip())


def layouts_of(name: Name, underlag: Underlag, components: Mapping[str, Component]) -> tuple[str, ...]:
    """The layouts of the part that has a table of that name, or is called so."""
    named = (each for each in components.values() if each.names and name in each.names(underlag))
    of = next(named, None) or next((each for each in components.values() if each.name == name), None)
    return of.layouts if of else ()
