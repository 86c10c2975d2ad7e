"""The rules of the tab *Innehåll* that need to know all parts: a block names what there is, and nothing is left out.

A part whose tabs are all missing in the workbook, and that shows nothing without them, is told of by the tabs alone.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from generator.blocks.block import Component, Placement
from generator.blocks.case import Case
from generator.blocks.subject import Subject
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.formatting import enumerated, in_words
from generator.ground.names import NO_NAME, Name, nearest
from generator.ground.source import Source
from generator.model.registers import OutlineBlock
from generator.model.rows import Entry
from generator.model.underlag import Underlag
from generator.subjects.messages import (
    PLACED_LAYOUT_UNKNOWN,
    PLACED_NAME_LEFT_OUT,
    PLACED_NAME_UNKNOWN,
    PLACED_NAME_UNUSED,
    PLACED_TWICE,
    PLACED_WITHOUT_TAB,
)

Components = Mapping[str, Component]
"""The parts of a report by name."""


def placing_rules(
    subjects: Sequence[Subject], components: Components
) -> tuple[Callable[[Case], Iterator[Finding]], ...]:
    """The rules of how the ``components`` of ``subjects`` are placed."""
    rules = (placed_names_are_known, placed_layouts_are_known, nothing_named_is_left_out, parts_stand_once)
    return (partial(placed_parts_have_their_tabs, subjects), *(partial(rule, components) for rule in rules))


def placed_parts_have_their_tabs(subjects: Sequence[Subject], case: Case) -> Iterator[Finding]:
    """Of the tabs that a placed part is typed in at least one is there, unless the part shows something without."""
    for subject in subjects:
        own = {component.name: component for component in subject.components}
        tabs = _tabs_if_missing(subject, case.underlag)
        placed = [entry for entry in case.underlag.of(OutlineBlock) if tabs and entry.row.content in own]
        empty = [entry for entry in placed if _shows_nothing(own[entry.row.content], entry, case)]
        if empty:
            parts = dict.fromkeys(f"”{entry.row.content}”" for entry in empty)
            words = f"{'Fliken' if len(tabs) == 1 else 'Flikarna'} {enumerated(tabs)}"
            cells = (entry.source("content") for entry in empty)
            found = PLACED_WITHOUT_TAB.found(*cells, tabs=words, parts=enumerated(list(parts)))
            yield found.resting_on(Source(tab=tab) for tab in tabs)


def _tabs_if_missing(subject: Subject, underlag: Underlag) -> list[str]:
    """The tabs that a subject is typed in, where none of them is in the workbook."""
    of_tabs = {
        tab.name: [underlag.raw[section.model].found for section in tab.sections if not section.standing]
        for tab in subject.tabs
    }
    return [] if any(map(any, of_tabs.values())) else [name for name, found in of_tabs.items() if found]


def _shows_nothing(component: Component, entry: Entry[OutlineBlock], case: Case) -> bool:
    if case.derived is None:
        return False
    row = entry.row
    placement = Placement(case.derived, 1, row.name, row.layout, components=case.components)
    return not any(component.blocks(placement))


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
        if not row.layout or component is None or component.has_layout(row.layout):
            continue
        values = {
            "found": row.layout,
            "content": row.content,
            "hint": hint(nearest(row.layout, component.layouts)),
            "choices": _choices(component),
        }
        yield PLACED_LAYOUT_UNKNOWN.found(entry.source("layout"), **values)


def _choices(component: Component) -> str:
    named = "; ".join(component.layouts)
    listed = f"; eller kolumner i den ordning de ska stå: {', '.join(component.listed)}" if component.listed else ""
    return f"{named or 'bara den vanliga'}{listed}"


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


def parts_stand_once(components: Components, case: Case) -> Iterator[Finding]:
    """No part is placed twice in one layout and unit, whole or as a name that is in what another row places."""
    for component in components.values():
        placed: dict[object, list[Entry[OutlineBlock]]] = {}
        for entry in case.underlag.of(OutlineBlock):
            if entry.row.content == component.name:
                placed.setdefault(_way(component, entry.row), []).append(entry)
        for entries in placed.values():
            yield from _same_twice(component, entries, case.underlag)


def _same_twice(component: Component, entries: Sequence[Entry[OutlineBlock]], underlag: Underlag) -> Iterator[Finding]:
    """One finding of the rows that place the same names, and one of the rows without a name with all beside them."""
    names = component.names(underlag) if component.names else {}
    every = frozenset(chain(*names.values()))
    shown = [frozenset(names.get(entry.row.name, ())) if entry.row.name else every for entry in entries]
    whole = tuple(number for number, entry in enumerate(entries) if not entry.row.name)
    groups: dict[tuple[int, ...], list[str]] = {}
    for part in dict.fromkeys(chain(*names.values())):
        rows = tuple(number for number, each in enumerate(shown) if part in each)
        if len(rows) > 1 and rows != whole:
            groups.setdefault(rows, []).append(part)
    if whole and (groups or len(whole) > 1):
        rows = tuple(sorted({*whole, *chain(*groups)}))
        groups = {rows: [] if len(whole) > 1 else list(chain(*groups.values()))}
    for rows, same in groups.items():
        cells = [entries[number].source("content") for number in rows]
        values = {
            "part": f"{component.name} ({enumerated(same)})" if same else component.name,
            "count": in_words(len(cells)),
            "cells": enumerated([cell.cell for cell in cells]),
        }
        yield PLACED_TWICE.found(*reversed(cells), **values)


def _way(component: Component, row: OutlineBlock) -> object:
    """How a row shows its part: in one way it is the same twice."""
    usual = Name(component.layouts[0]) if component.layouts else NO_NAME
    return row.layout or usual, row.shown_unit, row.decimals, row.cost_sign
