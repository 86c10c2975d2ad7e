"""All components there are: every module of this package that has a ``COMPONENT``, and what they bring together."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from types import MappingProxyType

from generator import components
from generator.checks.case import Case
from generator.checks.finding import Finding
from generator.checks.rulebook import hint, register
from generator.checks.rules import RULES
from generator.components.block import Component
from generator.figures.declaration import Declaration
from generator.figures.derivation import Derivation
from generator.figures.naming import Names
from generator.figures.table import Table
from generator.model.fact import Fact
from generator.model.registers import OutlineBlock
from generator.model.rows import Tab
from generator.model.underlag import TABS, Underlag
from generator.names import folded, nearest


@cache
def all_components() -> MappingProxyType[str, Component]:
    """Find the components by name (the module's where it has none), in the order of their modules."""
    found: dict[str, Component] = {}
    for info in pkgutil.iter_modules(components.__path__):
        module = importlib.import_module(f"{components.__name__}.{info.name}")
        component = getattr(module, "COMPONENT", None)
        if component is not None:
            found[component.name or info.name] = component
            register(component.texts)
    return MappingProxyType(found)


def component_names() -> tuple[str, ...]:
    """The names that may be chosen in the tab *Innehåll*."""
    return tuple(sorted(component.name for component in all_components().values() if component.name))


def all_tabs() -> tuple[Tab, ...]:
    """The workbook's tabs: the core's, then the components' in the order of their modules."""
    return (*TABS, *(tab for component in all_components().values() for tab in component.tabs))


def more_facts() -> tuple[Callable[[Underlag, int], Iterable[Fact]], ...]:
    """What gives the components' Facts that no row gives alone."""
    return tuple(component.facts for component in all_components().values() if component.facts)


def all_declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """The figures that the components declare for an underlag."""
    for component in all_components().values():
        if component.declarations:
            yield from component.declarations(underlag, facts)


def names_of(derived: Derivation, tables: Iterable[Table] = ()) -> Names:
    """The names of a report's figures, those that its tables give included."""
    components = all_components().values()
    patterns = {pattern: name for component in components for pattern, name in component.qualified.items()}
    called: dict[str, list[str]] = {}
    for component in components:
        for code, names in (component.called(derived.underlag) if component.called else {}).items():
            called.setdefault(code, []).extend(names)
    return Names(derived.figures, derived.association.year, patterns, called, tables)


def all_rules() -> tuple[Callable[[Case], Iterator[Finding]], ...]:
    """The rules of the core and of the components."""
    own = (rule for component in all_components().values() for rule in component.rules)
    return (*RULES, placed_names_are_known, placed_layouts_are_known, nothing_named_is_left_out, *own)


def placed_names_are_known(case: Case) -> Iterator[Finding]:
    """A block that shows one of several names one that there is."""
    for entry in case.underlag.of(OutlineBlock):
        row = entry.row
        component = all_components().get(row.content)
        if not row.name or component is None:
            continue
        values = {"found": row.name, "content": row.content}
        if component.names is None:
            yield Finding("placed_name_unused", (entry.source("name"),), values)
            continue
        known = {folded(name): name for name in component.names(case.underlag)}
        if folded(row.name) not in known:
            more = {"hint": hint(nearest(row.name, known.values())), "choices": ", ".join(known.values()) or "inget än"}
            yield Finding("placed_name_unknown", (entry.source("name"),), values | more)


def placed_layouts_are_known(case: Case) -> Iterator[Finding]:
    """A block that asks for a layout asks for one that its component has."""
    for entry in case.underlag.of(OutlineBlock):
        row = entry.row
        component = all_components().get(row.content)
        if not row.layout or component is None or folded(row.layout) in map(folded, component.layouts):
            continue
        values = {
            "found": row.layout,
            "content": row.content,
            "hint": hint(nearest(row.layout, component.layouts)),
            "choices": ", ".join(component.layouts) or "bara den vanliga",
        }
        yield Finding("placed_layout_unknown", (entry.source("layout"),), values)


def nothing_named_is_left_out(case: Case) -> Iterator[Finding]:
    """Where some of several are placed one by one or by group, the rest are told of: nothing vanishes in silence."""
    for component in all_components().values():
        placed = [entry for entry in case.underlag.of(OutlineBlock) if entry.row.content == component.name]
        if component.names is None or not placed or not all(entry.row.name for entry in placed):
            continue
        parts_of = {folded(name): parts for name, parts in component.names(case.underlag).items()}
        shown = {part for entry in placed for part in parts_of.get(folded(entry.row.name), ())}
        left = dict.fromkeys(part for parts in parts_of.values() for part in parts if part not in shown)
        if left:
            values = {"content": component.name, "names": ", ".join(left)}
            yield Finding("placed_name_left_out", (placed[-1].source("name"),), values)
