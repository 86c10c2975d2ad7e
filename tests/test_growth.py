"""An association with more rows waits no longer than in proportion: what is done grows as the rows do."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import FrameType, ModuleType

import pytest

from generator.pipeline import examine_loaded
from generator.subjects.registry import all_tabs, component_names
from generator.workbook.load import load

ROOT = Path(__file__).parents[1]


def growth() -> ModuleType:
    """The script that makes an underlag several times over."""
    spec = spec_from_loader("growth", SourceFileLoader("growth", str(ROOT / "script" / "growth")))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def calls(times: int) -> int:
    """How many functions are called to examine SOFINT's underlag so many times over."""
    loaded = load(ROOT / "inputs" / "sofint-2020", all_tabs(), component_names())
    assert loaded.underlag is not None
    made = growth()
    underlag, findings = made.make_underlag(made.grown(loaded.underlag.raw, times), all_tabs(), component_names())
    again = replace(loaded, underlag=underlag, findings=tuple(findings))
    examine_loaded(again)
    counted = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal counted
        del frame, argument
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        examine_loaded(again)
    finally:
        sys.setprofile(before)
    return counted


def test_what_is_done_grows_as_the_rows_do(monkeypatch: pytest.MonkeyPatch) -> None:
    # Without what is tried anew to see what follows from what: it is done three times at most.
    monkeypatch.setattr("generator.causes.undone._MOST_TRIED", 0)
    seen: Mapping[int, int] = {times: calls(times) for times in (1, 2, 3)}
    # A third copy costs what the second did; what is quadratic makes it cost two thirds more.
    assert seen[3] - seen[2] < 1.3 * (seen[2] - seen[1]), seen
