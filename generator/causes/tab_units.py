"""The units that tabs say their amounts are in, and where they say it."""

from dataclasses import dataclass
from decimal import Decimal

from generator.ground.source import Source
from generator.model.underlag import Underlag

_THOUSAND = Decimal(1000)


@dataclass(frozen=True, slots=True)
class TabUnit:
    """The unit of a tab, in kronor, and the cell that it stands in."""

    cell: Source
    unit: Decimal

    @property
    def other(self) -> Decimal:
        """The unit that it may be instead."""
        return _THOUSAND if self.unit == 1 else Decimal(1)

    @property
    def names(self) -> tuple[str, str]:
        """What stands there, and what should where that is wrong."""
        return ("kr", "tkr") if self.unit == 1 else ("tkr", "kr")


def tab_units(underlag: Underlag) -> dict[str, TabUnit]:
    """The units of the tabs that say in which their amounts are, by tab."""
    sections = underlag.raw.values()
    return {raw.unit_place.tab: TabUnit(raw.unit_place, raw.unit) for raw in sections if raw.unit_place.tab}
