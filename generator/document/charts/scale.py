"""The scale of a chart: where it begins and ends, near the data and at nought, and the round values told on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from generator.blocks.chart import STACKED
from generator.ground.formatting import number
from generator.view.parts import ChartView

ROUND_STEPS = tuple(map(Decimal, ("1", "2", "2.5", "5", "10", "20", "25")))
NEAR = Decimal("0.4")
"""The share of a step by which a scale is drawn out to its next round value; farther off it ends at the data."""
_NOUGHT = Decimal(0)


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale from ``low`` to ``high``, with its round ``steps``."""

    low: Decimal
    high: Decimal
    steps: tuple[Decimal, ...]

    def share(self, value: Decimal) -> float:
        """How far up the scale a value stands: 0 at its foot, 1 at its top."""
        return float((value - self.low) / (self.high - self.low))

    @property
    def texts(self) -> list[str]:
        """The steps, with as many decimals as the finest has."""
        decimals = max(-int(step.normalize().as_tuple().exponent) for step in self.steps)
        return [number(step, max(decimals, 0)) for step in self.steps]


def scale_of(chart: ChartView, about: int = 5) -> Scale:
    """The scale of a chart, nought included, with about so many steps; whole ones where all values are whole."""
    low, high = extent(chart)
    if low == high:
        return Scale(low, low + 1, (low,))
    whole = all(point.value == int(point.value) for series in chart.series for point in series.points)
    rough = (high - low) / about
    power = Decimal(1).scaleb(rough.adjusted())
    steps = (power * each for each in ROUND_STEPS if power * each >= rough)
    step = max(next(each for each in steps if not whole or each < 1 or each == int(each)), Decimal(int(whole)))
    first, last = _end(low / step, ROUND_FLOOR), _end(high / step, ROUND_CEILING)
    inner = range(int(first.to_integral_value(ROUND_CEILING)), int(last.to_integral_value(ROUND_FLOOR)) + 1)
    return Scale(first * step, last * step, tuple(step * place for place in inner))


def _end(steps: Decimal, away: str) -> Decimal:
    """Where a scale ends, counted in steps: at the next round value if that is near, else where the data does."""
    further = steps.to_integral_value(away)
    return further if abs(further - steps) <= NEAR else steps


def extent(chart: ChartView) -> tuple[Decimal, Decimal]:
    """The least and the greatest value that is drawn, nought included."""
    values = [[point.value for point in series.points] for series in chart.series]
    if chart.kind == STACKED:
        values = [list(_stacked(column)) for column in zip(*values, strict=True)]
    return min(_NOUGHT, *map(min, values)), max(_NOUGHT, *map(max, values))


def _stacked(column: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """How high values reach that stand upon each other, and how low."""
    return sum((max(value, _NOUGHT) for value in column), _NOUGHT), sum(
        (min(value, _NOUGHT) for value in column), _NOUGHT
    )
