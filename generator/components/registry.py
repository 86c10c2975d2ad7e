"""All components there are: every module of this package that has a ``COMPONENT``."""

import importlib
import pkgutil
from functools import cache
from types import MappingProxyType

from generator import components
from generator.components.block import Component


@cache
def all_components() -> MappingProxyType[str, Component]:
    """Find the components by name, in the order of their modules."""
    found: dict[str, Component] = {}
    for info in pkgutil.iter_modules(components.__path__):
        module = importlib.import_module(f"{components.__name__}.{info.name}")
        component = getattr(module, "COMPONENT", None)
        if component is not None:
            found[component.name] = component
    return MappingProxyType(found)
