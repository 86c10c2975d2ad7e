"""The rules of the tab *Innehåll* that need to know all parts: a block names what there is, and nothing is left out."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator.blocks.block import Component
from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.names import nearest
from generator.model.registers import OutlineBlock
from generator.subjects.messages import (
    PLACED_LAYOUT_UNKNOWN,
    PLACED_NAME_LEFT_OUT,
    PLACED_NAME_UNKNOWN,
    PLACED_NAME_UNUSED,
)

Components = Mapping[str, Component]
"""The parts of a report by name."""


def placing_rules(components: Components) -> tuple[Callable[[Case], Iterator[Finding]], ...]:
    """The rules of how ``components`` are placed."""
    rules = (placed_names_are_known, placed_layouts_are_known, nothing_named_is_left_out)
    return tuple(partial(rule, components) for rule in rules)


def placed_names_are_known(components: Components, case: Case) -> Iterator[Finding]:
    """A block that shows one of several names one that there is."""
    for entry in case.underlag.of(OutlineBlock):
        row = entry.row
        component = components.get(row.content)
        if not row.name or component is None:
            continue
        values = {"found": row.name, "content": row.content}
        if component.names is None:
            yield PLACED_NAME_UNUSED.found(entry.source("name"), **values)
            continue
        known = component.names(case.underlag)
        if row.name not in known:
            more = {"hint": hint(nearest(row.name, known)), "choices": ", ".join(known) or "inget än"}
            yield PLACED_NAME_UNKNOWN.found(entry.source("name"), **(values | more))


def placed_layouts_are_known(components: Components, case: Case) -> Iterator[Finding]:
    """A block that asks for a layout asks for one that its component has."""
    for entry in case.underlag.of(OutlineBlock):
        row = entry.row
        component = components.get(row.content)
        if not row.layout or component is None or row.layout in component.layouts:
            continue
        values = {
            "found": row.layout,
            "content": row.content,
            "hint": hint(nearest(row.layout, component.layouts)),
            "choices": ", ".join(component.layouts) or "bara den vanliga",
        }
        yield PLACED_LAYOUT_UNKNOWN.found(entry.source("layout"), **values)


def nothing_named_is_left_out(components: Components, case: Case) -> Iterator[Finding]:
    """Where some of several are placed one by one or by group, the rest are told of: nothing vanishes in silence."""
    for component in components.values():
        placed = [entry for entry in case.underlag.of(OutlineBlock) if entry.row.content == component.name]
        if component.names is None or not placed or not all(entry.row.name for entry in placed):
            continue
        parts_of = component.names(case.underlag)
        shown = {part for entry in placed for part in parts_of.get(entry.row.name, ())}
        left = dict.fromkeys(part for parts in parts_of.values() for part in parts if part not in shown)
        if left:
            values = {"content": component.name, "names": ", ".join(left)}
            yield PLACED_NAME_LEFT_OUT.found(placed[-1].source("name"), **values)
