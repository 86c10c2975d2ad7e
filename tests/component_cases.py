"""A Case from a few rows: read and derived as the program does it with the workbook that would hold them."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from straight import grids

from generator.blocks.block import Block, Component, Placement
from generator.blocks.case import Case
from generator.figures.derivation import Derivation, derive_all
from generator.findings.finding import Finding
from generator.findings.message import Message, message
from generator.ground.names import Name
from generator.model.association import Association
from generator.model.rows import Row
from generator.model.underlag import make_underlag
from generator.subjects.registry import (
    all_components,
    all_declarations,
    all_tabs,
    component_names,
    more_facts,
    names_of,
)
from generator.workbook.read import read_tabs

Values = Mapping[type[Row], list[dict[str, Any]]]


def read(values: Values, folder: Path = Path(), **association: Any) -> tuple[Case, list[Finding]]:
    """The Case of ``values`` for 2020, and what was wrong with the rows themselves."""
    everything: Values = {Association: [{"name": "Provet", "year": 2020} | association], **values}
    tabs = all_tabs()
    sections, problems = read_tabs(grids(tabs, everything), tabs)
    underlag, findings = make_underlag(sections, tabs, component_names())
    derived = derive_all(underlag, all_declarations, more_facts())
    names = names_of(derived) if derived else None
    case = Case(underlag, derived, folder, names=names, components=all_components())
    return case, [*problems, *findings]


def placed(component: Component, case: Case, name: str = "", level: int = 1, layout: str = "") -> list[Block]:
    """What a component shows."""
    assert isinstance(case.derived, Derivation)
    return list(component.blocks(Placement(case.derived, level, Name(name), Name(layout), components=case.components)))


def told(rule: Callable[[Case], Iterator[Finding]], case: Case) -> list[Message]:
    """What a rule says, in words."""
    return [message(finding) for finding in rule(case)]
