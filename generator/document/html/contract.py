"""What a template may rely on: base's templates and their blocks, read from the templates, and the variables.

The contract's version is ``look.settings.CONTRACT``. A test holds that every block and every variable is described.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import get_args, get_type_hints

from generator.blocks.appended_pages import AppendedPages
from generator.blocks.chart import TEMPLATE as CHART_TEMPLATE
from generator.blocks.content import Content
from generator.blocks.text_table import TEMPLATE, TOLD_TEMPLATE
from generator.ground.described import described
from generator.ground.places import base_folder
from generator.look.folders import base_templates, text_of_file
from generator.subjects.registry import all_components
from generator.view import parts

_BLOCK = re.compile(
    r"(?:\{#\s*(?P<told>(?:(?!#\}).)*?)\s*#\}(?:(?!\{#|\{%-?\s*block).)*?)?\{%-?\s*block\s+(?P<name>\w+)", re.DOTALL
)
_BEGINS = re.compile(r"\{#\s*(.*?)\s*#\}", re.DOTALL)
_EXTENDS = re.compile(r"\{%\s*extends\s+\"([^\"]+)\"")


@dataclass(frozen=True, slots=True)
class BlockText:
    """A block of a template and what its comment says of it."""

    name: str
    told: str


@dataclass(frozen=True, slots=True)
class TemplateContract:
    """A template of base: what it draws, which one it builds on, and its own blocks."""

    name: str
    told: str
    extends: str
    blocks: tuple[BlockText, ...]


def base_contract() -> Iterator[TemplateContract]:
    """The templates of base, in order of name."""
    for name in base_templates():
        text = text_of_file(base_folder() / name, base_folder()) or ""
        begins, extends = _BEGINS.match(text), _EXTENDS.search(text)
        blocks = (BlockText(match["name"], match["told"] or "") for match in _BLOCK.finditer(text))
        yield TemplateContract(name, begins[1] if begins else "", extends[1] if extends else "", tuple(blocks))


VARIABLES: MappingProxyType[str, type] = MappingProxyType(
    {
        "report": parts.ReportView,
        "line": parts.ContentsView,
        "block": parts.BlockView,
        "table": parts.TableView,
        "span": parts.SpanView,
        "head": parts.HeadView,
        "row": parts.RowView,
        "reference": parts.ReferenceView,
    }
)
"""What every template sees, by the name that base's templates call it; its fields say what they are."""


@dataclass(frozen=True, slots=True)
class ContentText:
    """A part of what ``block.content`` holds: the path to it, as ``signatures.name``, and what it is."""

    path: str
    told: str


@cache
def contents() -> MappingProxyType[str, type]:
    """What ``block.content`` holds in each template that shows any, by the template's name."""
    own = {each.content.template: each.content for each in all_components().values() if each.content}
    shared = {
        TEMPLATE: parts.TextTableView,
        TOLD_TEMPLATE: parts.TextTableView,
        CHART_TEMPLATE: parts.ChartView,
        AppendedPages.template: AppendedPages,
    }
    return MappingProxyType({f"{name}.html": kind for name, kind in (shared | own).items()})


def content_of(template: TemplateContract) -> type | None:
    """What ``block.content`` holds in a template: what it draws itself, or the one it builds on does."""
    kind = contents().get(template.name)
    above = next((each for each in base_contract() if each.name == template.extends), None)
    return kind or (content_of(above) if above else None)


def told_of(kind: type, before: str = "") -> Iterator[ContentText]:
    """What the parts of a content are, each followed by its own parts."""
    if fixed := _fixed_kind(kind):
        yield ContentText(f"{before}kind", f"alltid {fixed}")
    hints = get_type_hints(kind)
    for name, told in described(kind).items():
        yield ContentText(f"{before}{name}", told)
        inner = [each for each in _classes(hints[name]) if each not in VARIABLES.values()]
        for each in inner:
            # Where there may be one of several, their kinds tell them apart.
            which = f" ({_fixed_kind(each)})" if len(inner) > 1 else ""
            yield from told_of(each, f"{before}{name}{which}.")


def _fixed_kind(kind: type) -> str:
    """What templates know a class by; empty where each of its objects has a kind of its own, or none has."""
    fixed = vars(kind).get("kind")
    return fixed if isinstance(fixed, str) else ""


def _classes(hint: object) -> Iterator[type]:
    """The classes in a type that are parts of a content themselves."""
    if isinstance(hint, type) and (issubclass(hint, Content) or hint.__module__ == parts.__name__):
        yield hint
    for inner in get_args(hint):
        yield from _classes(inner)


LOOK_VARIABLES = MappingProxyType(
    {
        "variables": "alla inställningar som CSS-variabler",
        "classes": "klasserna för de val som är gjorda, för html-elementet",
        "style_sheets": "adresserna till mallens stil.css",
        "cover_picture": "omslagsbildens adress, eller tomt",
    }
)
"""What ``look`` holds besides the settings, which have the names of the tables of settings."""


def undescribed() -> Iterator[str]:
    """Blocks, templates and variables that the contract does not describe, or describes without their being there."""
    for template in base_contract():
        yield from ([] if template.told else [template.name])
        yield from (f"{template.name}: {block.name}" for block in template.blocks if not block.told)
    for name, kind in VARIABLES.items():
        yield from (f"{name}.{each}" for each, told in described(kind).items() if not told)
    for name, kind in contents().items():
        yield from (f"{name}: {each.path}" for each in told_of(kind) if not each.told)
    yield from contents().keys() - set(base_templates())
