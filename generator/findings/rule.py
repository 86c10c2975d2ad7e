"""The Rule: what a finding is of, with its texts, and the kind of comparison that it comes from. It makes its findings.

``what`` says what is wrong and may hold the finding's values in braces; ``expected`` what should stand there;
``remedy`` what to do; ``about`` what a finding of the rule is about, by which a warning is accepted.
"""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from string import Formatter
from types import ModuleType
from typing import Self

from generator.findings.finding import Finding, Severity
from generator.ground.source import Source

FEL, VARNING, NOTERA, REMAINS = Severity.ERROR, Severity.WARNING, Severity.NOTE, Severity.REMAINING


class RuleKind(Enum):
    """What a rule compares. The value is the kind's Swedish name, as the list of rules has it; ``word`` is for others.

    ``CONSTRUCTION`` is not tried at all: it holds because of how the report is made (see ``checks.guarantees``).
    ``READING`` is no comparison either: what is told there could not be read, or leads nowhere.
    """

    CONSTRUCTION = "Gäller genom hur rapporten görs", "konstruktion"
    INPUTS = "Mellan uppgifter i underlaget", "underlag"
    CONTROL = "Mot kontrollbelopp och fjolårets rapport", "kontroll"
    PLAUSIBILITY = "Rimlighet", "rimlighet"
    READING = "Läsning av underlaget", "läsning"

    word: str

    def __new__(cls, name: str, word: str) -> Self:
        """Make a kind of its name and of its one word."""
        kind = object.__new__(cls)
        kind._value_, kind.word = name, word
        return kind


CONTROL, PLAUSIBILITY, READING = RuleKind.CONTROL, RuleKind.PLAUSIBILITY, RuleKind.READING


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, how grave it is, and its texts. ``source`` is the law or recommendation behind it.

    ``covers`` are the things that it may be about, each with its law, where they are few enough to list.
    ``symptom``: what it tells of is made of other cells, and may follow from what is wrong there. ``loses_amounts``:
    the figures lack what it tells of, so that much else may follow.
    """

    code: str
    severity: Severity
    title: str
    what: str
    remedy: str
    expected: str = ""
    source: str = ""
    kind: RuleKind = RuleKind.INPUTS
    about: str = ""
    covers: tuple[str, ...] = ()
    symptom: bool = False
    loses_amounts: bool = False

    @property
    def placeholders(self) -> frozenset[str]:
        """The names of the values that the texts ask for."""
        return _asked(f"{self.what}{self.expected}{self.remedy}{self.about}")

    def found(self, *places: Source, **values: object) -> Finding:
        """Make a finding of this rule at places, the first of which is where to begin; ``values`` fill its texts.

        Raises:
            TypeError: a value that the texts ask for was not given.

        """
        lacking = self.placeholders - values.keys()
        if lacking:
            message = f"the rule {self.code} lacks {', '.join(sorted(lacking))}"
            raise TypeError(message)
        return Finding(self, places, values)


@cache
def _asked(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def rules_in(*modules: ModuleType) -> tuple[Rule, ...]:
    """The rules that modules of messages define."""
    return tuple(value for module in modules for value in vars(module).values() if isinstance(value, Rule))
