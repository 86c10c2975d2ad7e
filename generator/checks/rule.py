"""The Rule: the texts of one code that a finding may have.

``what`` says what is wrong and may hold the finding's values in braces; ``expected`` what should stand there;
``remedy`` what to do.
"""

from dataclasses import dataclass

from generator.checks.finding import Severity

FEL, VARNING, NOTERA, REMAINS = Severity.ERROR, Severity.WARNING, Severity.NOTE, Severity.REMAINING


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, how grave it is, and its texts. ``source`` is the law or recommendation behind it."""

    code: str
    severity: Severity
    title: str
    what: str
    remedy: str
    expected: str = ""
    source: str = ""
