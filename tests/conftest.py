"""Options of the tests, and what they all share."""

import gc

import pytest
from browser import browser
from lately import hold_what_was_read
from made_once import share_between_processes
from rules_fired import RulesFired

__all__ = ["browser"]

_GARBAGE_THRESHOLD = 100_000
"""Objects made between looks for garbage: at Python's usual 700 they cost a sixth of the tests and free little."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rules-fired", action="store_true", help="fail if a rule made no finding in any test")


def pytest_configure(config: pytest.Config) -> None:
    gc.set_threshold(_GARBAGE_THRESHOLD)
    hold_what_was_read()
    share_between_processes(config)
    if config.getoption("--rules-fired"):
        watching = RulesFired(config)
        watching.watch()
        config.pluginmanager.register(watching)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    gc.freeze()  # the tests themselves stay until the end; no look for garbage goes through them
