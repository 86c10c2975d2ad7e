"""Counts that texts may mention: ``antal.insatser``, ``antal.ledamöter``. Each part of the report offers its own.

A register's row gives a Fact of one for each thing that it is; the part declares how many there are. The name follows
from the code, so that a new count is one Fact and one entry in a mapping.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.figures.declaration import Stated, on_line
from generator.ground.formatting import COUNT
from generator.ground.source import Source
from generator.model.fact import Fact


def counted(code: str, year: int, source: Source) -> Fact:
    """Give a Fact of one, to be counted as ``code``."""
    return Fact(code, year, Decimal(1), source)


def counts(labels: Mapping[str, str], facts: Sequence[Fact]) -> Iterator[Stated]:
    """Declare how many there are of each of ``labels``, a mapping from code to label; none while all are none."""
    if any(fact.line in labels for fact in facts):
        for code, label in labels.items():
            yield Stated(code, label, on_line(code), flow=True, unit=COUNT)
