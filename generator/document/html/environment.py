"""Jinja2 as templates are run: sandboxed, strict about names, and without what can grow beyond all bounds.

The sandbox of Jinja2 bounds attributes, not work: sizes are bounded here, time and memory in ``html.apart``.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from generator.document.html.sources import Templates, TemplateText
from generator.findings.message import hint
from generator.ground.names import nearest
from generator.view.parts import ContentView

VARIABLES = ("report", "look", "block", "table", "row", "head", "cell", "line", "loop", "caller", "self", "super")
"""The names that a template of base has somewhere; for the question *Menade du …?* only."""

LONGEST = 100_000
"""Characters or items that an expression may make of shorter ones."""

_REMEMBERED = 2000
"""Attributes of kinds of things of which it is remembered whether they are safe: a report asks for few, and often."""

_GROWING_METHODS = frozenset({"center", "expandtabs", "ljust", "rjust", "zfill", "format", "format_map"})
_GROWING_FILTERS = ("center", "format", "indent", "pprint", "random", "urlize", "wordwrap")


class TellingUndefined(StrictUndefined):
    """A name that does not exist, with a message that says what does."""

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        if self._undefined_hint:
            return self._undefined_hint
        if self._undefined_obj is missing:
            return f"Variabeln {name} finns inte.{hint(nearest(name, VARIABLES))}"
        there = _names_of(self._undefined_obj)
        exist = f" Det som finns: {', '.join(there)}." if there else ""
        return f"Det finns inget som heter {name} här.{hint(nearest(name, there))}{exist}"


def _names_of(thing: object) -> tuple[str, ...]:
    if isinstance(thing, ContentView):
        return ("kind", *thing.parts)
    if is_dataclass(thing):
        return tuple(field.name for field in fields(thing))
    if isinstance(thing, Mapping):
        return tuple(str(key) for key in thing)
    return tuple(getattr(thing, "__dict__", {}))


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox in which no single expression makes something enormous."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, **settings: Any) -> None:
        """Make it as Jinja2 does."""
        super().__init__(**settings)
        self._judged: dict[tuple[type, str], bool] = {}

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse to repeat a text or list, to raise to a power, and to format with ``%``."""
        if operator == "**" or (operator == "%" and isinstance(left, str)):
            message = f"Operatorn {operator} får inte användas i en sidmall"
            raise SecurityError(message)
        if operator == "*" and not (isinstance(left, int | float) and isinstance(right, int | float)):
            size = left if isinstance(left, int) else right
            if not isinstance(size, int) or size > LONGEST:
                message = "Texten eller listan blir för lång"
                raise SecurityError(message)
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> None:
        """Give no ``format`` of texts: it fills out to any width as well."""
        del value

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Refuse the methods of texts that fill out to any width."""
        # As a plain text: a Name would be found by its other spellings.
        asked = (type(obj), str(attr))
        known = self._judged.get(asked)
        if known is None:
            known = attr not in _GROWING_METHODS and super().is_safe_attribute(obj, attr, value)
            if len(self._judged) < _REMEMBERED:
                self._judged[asked] = known
        return known


def environment_of(templates: Templates) -> BoundedEnvironment:
    """Give the environment in which ``templates`` run, and nothing else can be loaded."""
    return _environment(tuple(templates.items()))


@lru_cache(maxsize=8)
def _environment(templates: tuple[tuple[str, TemplateText], ...]) -> BoundedEnvironment:
    """Made once for the same texts: the environment keeps its templates compiled, half the time of a report's HTML."""
    known = dict(templates)

    def load(name: str) -> tuple[str, str, None] | None:
        template = known.get(name)
        return (template.text, template.file, None) if template else None

    environment = BoundedEnvironment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=TellingUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
    )
    for name in _GROWING_FILTERS:
        del environment.filters[name]
    del environment.globals["lipsum"]
    return environment
