"""Counts that texts may mention: ``antal.insatser``, ``antal.ledamöter``. Each part of the report offers its own.

A register's row gives an Observation of one for each thing that it is; the part declares how many there are. The name
follows from the code, so that a new count is one Observation and one entry in a mapping.
"""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from functools import partial

from generator.figures.declaration import Stated
from generator.ground.formatting import COUNT
from generator.ground.source import Source
from generator.model.fact import Observation
from generator.model.facts import Facts, observed


def counted(code: str, year: int, source: Source) -> Observation:
    """Give an Observation of one, to be counted as ``code``."""
    return Observation(code, year, Decimal(1), source)


def counts(
    labels: Mapping[str, str], facts: Facts, once: Mapping[str, Collection[Source]] | None = None
) -> Iterator[Stated]:
    """Declare how many there are of each of ``labels``, a mapping from code to label; none while all are none.

    ``once`` gives the cells that alone are counted for a code, where a thing has several rows.
    """
    if facts.of(*labels):
        for code, label in labels.items():
            cells = (once or {}).get(code)
            also = None if cells is None else partial(_stands_in, cells)
            yield Stated(code, label, observed(code, also=also), flow=True, unit=COUNT)


def _stands_in(cells: Collection[Source], thing: Observation) -> bool:
    return thing.source in cells
