"""The style of a report's tables: what the association has chosen for all, and a placement for its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.figures.deviations import Compared, deviation_sentence
from generator.figures.table import ColumnSpec, RowSpec, TableSpec
from generator.model.association import (
    Association,
    CostSign,
    DateStyle,
    DeviationSign,
    EquityLayout,
    NilSign,
)

NEW_EQUITY_LAYOUT_FROM = 2024
"""The first year of 6 kap. 2 § LKBR as amended by SFS 2023:643."""

_NIL_SIGNS = {NilSign.DASH: "–", NilSign.ZERO: "0", NilSign.EMPTY: ""}
_DECIMALS = {"mnkr": 1}
"""The decimals of amounts in millions; amounts in kronor and thousands have none unless the association says so."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What one placement has otherwise than the rest of the report, as it was typed; empty is as the rest."""

    unit: str = ""
    decimals: str = ""
    cost_sign: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """What the association has chosen for its tables, and what a placement has chosen otherwise."""

    years: tuple[int, ...]
    unit: str
    decimals: int
    signed: bool
    nil_sign: str
    equity: EquityLayout
    show_net_costs: bool
    date_style: DateStyle
    plus_is_better: bool = True
    first_day: date | None = None

    def deviation_sentence(self, compared: Compared = Compared.BOTH) -> str:
        """How a deviation is counted and what its sign means, to be said under a table that shows deviations."""
        return deviation_sentence(compared, plus_is_better=self.plus_is_better, signed=self.signed)

    def deviation(
        self, year: int, measure: str, head: str = "Avvikelse", compared: Compared = Compared.BOTH, **more: Any
    ) -> ColumnSpec:
        """Make the column of deviations from a budget, with the one meaning of its sign that the report has.

        Where plus is more than budget, the net of income and costs is more when what is shown of it is.
        """
        better = self.plus_is_better
        natural = not better and compared is not Compared.NET
        said = self.deviation_sentence(compared)
        return ColumnSpec(year, measure, head=head, better=better, natural=natural, said=said, **more)

    def spec(  # noqa: PLR0913 - the parts of a TableSpec that are not the style's
        self,
        key: str,
        title: str,
        rows: Iterable[RowSpec],
        columns: Iterable[ColumnSpec],
        *,
        flow: bool,
        signed: bool = False,
        notes: tuple[str, ...] = (),
    ) -> TableSpec:
        """Declare a table in this style."""
        return TableSpec(
            key,
            title,
            tuple(rows),
            tuple(columns),
            flow,
            signed=signed,
            unit=self.unit,
            decimals=self.decimals,
            nil_sign=self.nil_sign,
            notes=notes,
            date_style=self.date_style,
            first_day=self.first_day,
            since=self.years[0] if len(self.years) == 1 else 0,
        )


def style_of(association: Association, wishes: Wishes | None = None, *, first_year: bool = False) -> Style:
    """Gather the style from the association's choices and a placement's ``wishes``.

    An association's first year has nothing to be compared with.
    """
    wishes = wishes or Wishes()
    unit = wishes.unit or association.shown_unit
    equity = EquityLayout(association.equity_layout)
    if equity is EquityLayout.BY_YEAR:
        new = association.year >= NEW_EQUITY_LAYOUT_FROM
        equity = EquityLayout.OPENING_RESULT_CLOSING if new else EquityLayout.RESULT_AND_OTHER
    return Style(
        years=(association.year,) if first_year else (association.year, association.year - 1),
        unit=unit,
        decimals=_decimals(association, wishes, unit),
        signed=(wishes.cost_sign or association.cost_sign) == CostSign.NEGATIVE,
        nil_sign=_NIL_SIGNS[NilSign(association.nil_sign)],
        equity=equity,
        show_net_costs=association.show_net_costs,
        date_style=DateStyle(association.date_style),
        plus_is_better=association.deviation_sign == DeviationSign.BETTER,
        first_day=association.first_day,
    )


def _decimals(association: Association, wishes: Wishes, unit: str) -> int:
    """A placement's own decimals, else the association's where the unit is the report's, else the unit's usual."""
    chosen = wishes.decimals or (association.decimals if unit == association.shown_unit else "")
    return int(chosen) if chosen else _DECIMALS.get(unit, 0)
