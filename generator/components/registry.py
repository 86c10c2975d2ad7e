"""All components there are: every module of this package that has a ``COMPONENT``, and what they bring together."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from types import MappingProxyType

from generator import components
from generator.checks.case import Case
from generator.checks.finding import Finding
from generator.checks.rulebook import register
from generator.checks.rules import RULES
from generator.components.block import Component
from generator.figures.engine import Declaration
from generator.model.fact import Fact
from generator.model.rows import Tab
from generator.model.underlag import TABS, Underlag


@cache
def all_components() -> MappingProxyType[str, Component]:
    """Find the components by name, in the order of their modules."""
    found: dict[str, Component] = {}
    for info in pkgutil.iter_modules(components.__path__):
        module = importlib.import_module(f"{components.__name__}.{info.name}")
        component = getattr(module, "COMPONENT", None)
        if component is not None:
            found[component.name] = component
            register(component.texts)
    return MappingProxyType(found)


def component_names() -> tuple[str, ...]:
    """The names that may be chosen in the tab *Innehåll*."""
    return tuple(sorted(all_components()))


def all_tabs() -> tuple[Tab, ...]:
    """The workbook's tabs: the core's, then the components' in the order of their modules."""
    return (*TABS, *(tab for component in all_components().values() for tab in component.tabs))


def all_declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """The figures that the components declare for an underlag."""
    for component in all_components().values():
        if component.declarations:
            yield from component.declarations(underlag, facts)


def all_rules() -> tuple[Callable[[Case], Iterator[Finding]], ...]:
    """The rules of the core and of the components."""
    return (*RULES, *(rule for component in all_components().values() for rule in component.rules))
