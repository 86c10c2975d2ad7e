"""The figures of indicators: what is typed, per cents as shares of one."""

from collections.abc import Iterator

from generator.figures.declaration import Declaration, Stated
from generator.ground.formatting import COUNT, SHARE
from generator.model.facts import Facts, observed
from generator.model.underlag import Underlag
from generator.subjects.indicators.rows import CODE, COUNTRY, PER_CENT, Indicator

QUALIFIED = {f"{CODE}.*": "indikator.*", f"{CODE}.*.{COUNTRY}": "indikator.*.riket"}


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare each indicator's values."""
    del facts
    for row in {row.code: row for row in reversed(underlag.rows(Indicator))}.values():
        unit = SHARE if row.unit == PER_CENT else COUNT
        for code, label in ((row.code, row.label), (f"{row.code}.{COUNTRY}", f"{row.label}, riket")):
            yield Stated(code, label, observed(code), flow=True, unit=unit, budgeted=False)
