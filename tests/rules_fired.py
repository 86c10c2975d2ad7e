"""Which rules the program made a finding of while all tests ran, in whatever process: ``pytest --rules-fired``.

A rule that no test makes fire can stop working unseen. A finding counts where the program makes it, not a test.
"""

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from generator.findings.finding import Finding
from generator.rule_book import rule_book

_FINDINGS = "generator.findings."
_BROUGHT = "rules_fired"


class RulesFired:
    """Collects the codes of all findings; the processes that run tests bring theirs to the one that reports."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self.fired: set[str] = set()

    def watch(self) -> None:
        """Note every finding that is made from now on."""
        made = Finding.__init__

        def noted(finding: Finding, *values: Any, **named: Any) -> None:
            made(finding, *values, **named)
            if _is_the_programs():
                self.fired.add(finding.code)

        Finding.__init__ = noted  # type: ignore[method-assign, assignment]

    def pytest_testnodedown(self, node: Any) -> None:
        """Take what one of the processes of pytest-xdist has noted."""
        self.fired |= set(getattr(node, "workeroutput", {}).get(_BROUGHT, ()))

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Hand over what was noted; a whole run in which a rule made no finding is a failure."""
        if hasattr(self._config, "workeroutput"):
            self._config.workeroutput[_BROUGHT] = sorted(self.fired)
        elif session.exitstatus == pytest.ExitCode.OK and self.silent():
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say how many rules fired, and which did not."""
        every, silent = rule_book(), self.silent()
        terminalreporter.section("rules")
        terminalreporter.line(f"{len(every) - len(silent)} of {len(every)} rules made a finding")
        for code in silent:
            terminalreporter.line(f"no test makes {code} fire", red=True)

    def silent(self) -> list[str]:
        """The rules that made no finding."""
        return sorted(rule_book().keys() - self.fired)


def _is_the_programs() -> bool:
    """Whether the program itself makes a finding, and not a test that needs one."""
    return next(_makers(), "").startswith("generator.")


def _makers() -> Iterator[str]:
    """The modules that called for a finding, the nearest first, but those through which every finding is made."""
    frame = sys._getframe(1)
    while frame.f_back:
        name = str(frame.f_globals.get("__name__", ""))
        if name not in {"dataclasses", __name__} and not name.startswith(_FINDINGS):
            yield name
        frame = frame.f_back
