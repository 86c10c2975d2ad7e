"""The subjects of a report: what one may find is known to the whole program, and no room asks those that show."""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

import pytest
from pdfs import ROOT

from generator.blocks.block import Component
from generator.blocks.case import Case
from generator.checks.rules import RULES
from generator.findings.finding import Finding
from generator.findings.rule import Rule
from generator.subjects.registry import SUBJECTS

FOLDERS = [path.parent for path in sorted((ROOT / "generator/subjects").glob("*/subject.py"))]
of_each_subject = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.name))


def rooms(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.py")) if path.stem not in {"subject", "__init__"}]


def module(path: Path) -> ModuleType:
    return import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def assigned(path: Path) -> set[str]:
    """The names that a module gives values at its top."""
    targets = [target for node in tree(path).body if isinstance(node, ast.Assign) for target in node.targets]
    return {node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)}


def used(path: Path) -> set[str]:
    """The names that a module asks for, by themselves or of a module."""
    nodes = list(ast.walk(tree(path)))
    alone = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    return alone | {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def of_type(path: Path, kind: type) -> dict[str, object]:
    """What of a type a module makes."""
    return {name: value for name in assigned(path) if isinstance(value := getattr(module(path), name), kind)}


def judging(folder: Path) -> set[object]:
    """The functions of a folder that give Findings of a Case and stand open to others."""
    functions = {each for path in rooms(folder) for _, each in getmembers(module(path), isfunction)}
    package = ".".join(folder.relative_to(ROOT).parts)
    own = {each for each in functions if each.__module__.startswith(f"{package}.")}
    found = {each for each in own if list(get_type_hints(each).values()) == [Case, Iterator[Finding]]}
    return {each for each in found if not each.__name__.startswith("_")}


@of_each_subject
def test_what_a_subject_may_find_is_told_of_and_found(folder: Path) -> None:
    (subject,) = [each for each in SUBJECTS if each.key == folder.name]
    named = {name: rule for path in rooms(folder) for name, rule in of_type(path, Rule).items()}
    assert set(subject.messages) == set(named.values())
    assert named.keys() - set().union(*map(used, rooms(folder))) == set()


@of_each_subject
def test_what_judges_a_subject_is_asked(folder: Path) -> None:
    (subject,) = [each for each in SUBJECTS if each.key == folder.name]
    assert judging(folder) <= set(subject.rules)


def test_what_judges_of_no_single_subject_is_asked() -> None:
    assert judging(ROOT / "generator/checks") == set(RULES)


ORDER = ("rows", "figures", "messages", "rules", "show", "subject")
"""The kinds of rooms, each named by the first word of its module, and asking those before it and its own."""
INDEPENDENT = {("rules", "show"), ("show", "rules"), ("show", "messages")}
"""Kinds that know nothing of each other though one comes after the other."""


def asked_by(path: Path) -> Iterator[tuple[str, str]]:
    """The subjects and rooms that a room asks for."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("generator.subjects."):
            _, _, subject, *room = str(node.module).split(".")
            yield from ((subject, each) for each in (room or [name.name for name in node.names]))


@of_each_subject
def test_the_rooms_of_a_subject_stand_in_one_order(folder: Path) -> None:
    for path in [*rooms(folder), folder / "subject.py"]:
        own = path.stem.split("_")[0]
        assert own in ORDER, path
        for _, room in asked_by(path):
            kind = room.split("_")[0]
            assert ORDER.index(kind) <= ORDER.index(own), (path, room)
            assert (own, kind) not in INDEPENDENT, (path, room)


def test_the_subjects_that_ask_each_other_form_no_ring() -> None:
    asking = {folder.name: {each for path in rooms(folder) for each, _ in asked_by(path)} for folder in FOLDERS}
    assert list(TopologicalSorter({own: asked - {own} for own, asked in asking.items()}).static_order())


@of_each_subject
def test_no_room_asks_one_that_shows(folder: Path) -> None:
    own = f"generator.subjects.{folder.name}"
    showing = {path.stem for path in rooms(folder) if of_type(path, Component)}
    for path in rooms(folder):
        nodes = [node for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom)]
        asked = {name.name for node in nodes if node.module == own for name in node.names}
        asked |= {str(node.module).removeprefix(f"{own}.") for node in nodes}
        assert path.stem in showing or not asked & (showing | {"subject"}), path
