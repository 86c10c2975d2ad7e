"""The figures of indicators: what is typed, per cents as shares of one."""

from collections.abc import Iterator, Sequence

from generator.figures.declaration import Declaration, Stated, on_line
from generator.ground.formatting import COUNT, SHARE
from generator.model.fact import Fact
from generator.model.underlag import Underlag
from generator.subjects.indicators.rows import CODE, COUNTRY, PER_CENT, Indicator

QUALIFIED = {f"{CODE}.*": "indikator.*", f"{CODE}.*.{COUNTRY}": "indikator.*.riket"}


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare each indicator's values."""
    del facts
    for row in {row.code: row for row in reversed(underlag.rows(Indicator))}.values():
        unit = SHARE if row.unit == PER_CENT else COUNT
        for code, label in ((row.code, row.label), (f"{row.code}.{COUNTRY}", f"{row.label}, riket")):
            yield Stated(code, label, on_line(code), flow=True, unit=unit, budgeted=False)
