"""Options of the tests."""

import pytest
from browser import browser
from rules_fired import RulesFired

__all__ = ["browser"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rules-fired", action="store_true", help="fail if a rule made no finding in any test")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--rules-fired"):
        watching = RulesFired(config)
        watching.watch()
        config.pluginmanager.register(watching)
