"""Runs tests on code that is not as it stands in its file: with a mistake planted, or telling what is reached.

Each function is for a process of its own, which has not imported anything of the program yet.
"""

import ast
import builtins
import importlib.machinery
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from mutant_kinds import block_key, blocks

_OPTIONS = ("-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", "ignore::pytest.PytestAssertRewriteWarning")
_MEMORY = 4 << 30


def run_mutant(path: str, source: str, chosen: Mapping[str, Sequence[str]], limit: int) -> None:
    """Run the ``chosen`` tests of each file with ``source`` in the place of ``path``'s; exit with 1 when one fails.

    What has worked for ``limit`` seconds, or fills the memory, hangs and is ended.
    """
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    _replace({path: lambda: compile(source, path, "exec")})
    _hush()
    for file, tests in chosen.items():
        if pytest.main([*_OPTIONS, file], plugins=[_Chosen(tests)]) != pytest.ExitCode.OK:
            os._exit(1)
    os._exit(0)


def record(paths: Sequence[str], file: str, saved: Path) -> None:
    """Run a file of tests and save, for each test, its seconds of work and which blocks of ``paths`` it reached.

    What the file reached while it was read stands under an empty name.
    """
    recorder = _Recorder()
    builtins.__reached__ = recorder.seen.add  # type: ignore[attr-defined]
    _replace({path: lambda path=path: _telling(path) for path in paths})  # type: ignore[misc]
    _hush()
    pytest.main([*_OPTIONS[1:], file], plugins=[recorder])
    saved.write_text(json.dumps(recorder.tests), "utf-8")
    os._exit(0)


def _hush() -> None:
    silent = os.open(os.devnull, os.O_RDWR)
    for each in (0, 1, 2):
        os.dup2(silent, each)


def _replace(made: Mapping[str, Callable[[], CodeType]]) -> None:
    loader = importlib.machinery.SourceFileLoader
    usual = loader.get_code
    whole = {str(Path(path).resolve()): make for path, make in made.items()}

    def get_code(self: Any, fullname: str) -> CodeType | None:
        make = whole.get(self.path)
        return make() if make else usual(self, fullname)

    loader.get_code = get_code  # type: ignore[method-assign]
    assert not any(name.split(".")[0] == "generator" for name in sys.modules)


def _telling(path: str) -> CodeType:
    """The code of a file where each block of statements first tells that it was reached."""
    tree = ast.parse(Path(path).read_text("utf-8"))
    for block in list(blocks(tree)):
        told = ast.parse(f"__reached__({block_key(path, block[0].lineno)!r})").body
        starts_with_text = isinstance(block[0], ast.Expr) and isinstance(block[0].value, ast.Constant)
        block[starts_with_text:0] = told
    return compile(ast.fix_missing_locations(tree), path, "exec")


class _Chosen:
    """Leaves the chosen tests alone, in the order given."""

    def __init__(self, tests: Sequence[str]) -> None:
        self._rank = {test: rank for rank, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((each for each in items if each.nodeid in self._rank), key=lambda i: self._rank[i.nodeid])


class _Recorder:
    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.tests: dict[str, tuple[float, list[str]]] = {}

    def pytest_collection_finish(self) -> None:
        self._keep("", 0)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        start = time.process_time()
        try:
            return (yield)
        finally:
            self._keep(item.nodeid, time.process_time() - start)

    def _keep(self, test: str, seconds: float) -> None:
        self.tests[test] = (round(seconds, 3), sorted(self.seen))
        self.seen.clear()
