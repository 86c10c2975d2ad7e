"""The layouts of the statements and notes: TableSpecs made from the lines, the style and the notes' numbers."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.figures.figure import FigureId, Figures
from generator.figures.notes import NumberedNote
from generator.figures.statements import (
    ADJUSTMENTS,
    ASSET_GROUPS,
    BALANCE,
    BALANCE_ROUNDING,
    BEFORE_WORKING_CAPITAL,
    CASH,
    CASH_NET,
    CASH_ROUNDING,
    CLAIM_GROUPS,
    CLAIMS,
    CLOSING_CASH,
    EQUITY,
    FINANCING,
    INVESTING,
    LIQUID,
    NET_COSTS,
    NET_RESULT,
    NON_CASH,
    NON_CASH_PARTS,
    OPERATING,
    OPERATING_RESULT,
    OTHER_EQUITY,
    RESULT_AFTER_FINANCIAL_ITEMS,
    TOTAL_ASSETS,
    WORKING_CAPITAL,
    code_of,
)
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, TableSpec
from generator.model.amounts import DIRECT_ADJUSTMENT
from generator.model.association import (
    Association,
    CostSign,
    DateStyle,
    DeviationSign,
    EquityLayout,
    NilSign,
)
from generator.model.lines import BALANCE_LINES, INCOME_LINES, LINES, Line

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

    @property
    def deviation_sentence(self) -> str:
        """What a deviation's sign means, to be said under a table that shows deviations."""
        if self.plus_is_better:
            return "Avvikelsen är utfall minus budget; plus betyder bättre än budget, för intäkter och kostnader lika."
        return "Avvikelsen är utfall minus budget; plus betyder mer än budget, för intäkter och kostnader lika."

    def deviation(self, year: int, measure: str, head: str = "Avvikelse", **more: Any) -> ColumnSpec:
        """Make the column of deviations from a budget, with the one meaning of its sign that the report has."""
        better = self.plus_is_better
        return ColumnSpec(year, measure, head=head, better=better, natural=not better, **more)

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
    )


def _decimals(association: Association, wishes: Wishes, unit: str) -> int:
    """A placement's own decimals, else the association's where the unit is the report's, else the unit's usual."""
    chosen = wishes.decimals or (association.decimals if unit == association.shown_unit else "")
    return int(chosen) if chosen else _DECIMALS.get(unit, 0)


class Layouts:
    """Makes the specs of one report: it knows the style, the notes' numbers and the lines' sub-items."""

    def __init__(
        self,
        style: Style,
        notes: Sequence[NumberedNote],
        sub_items: Mapping[str, Sequence[str]],
        kept: Collection[str] = (),
    ) -> None:
        """Keep what all specs share; ``sub_items`` maps a line's code to its sub-items' codes.

        ``kept`` are the codes of lines that are shown even when they are nil.
        """
        self._style = style
        self._kept = kept
        self._sub_items = sub_items
        self._notes: dict[str, tuple[int, ...]] = {}
        for note in notes:
            for code in note.explains:
                self._notes[code] = (*self._notes.get(code, ()), note.number)

    def income_statement(self) -> TableSpec:
        """Lay the income statement out in the order of 5 kap. 2 § LKBR."""
        rows = [row for line in INCOME_LINES[:3] for row in self._line(line)]
        if self._style.show_net_costs:
            rows.append(_sum(NET_COSTS))
        rows += [row for line in INCOME_LINES[3:5] for row in self._line(line)]
        rows.append(_sum(OPERATING_RESULT))
        rows += [row for line in INCOME_LINES[5:7] for row in self._line(line)]
        rows.append(_sum(RESULT_AFTER_FINANCIAL_ITEMS))
        rows += self._line(INCOME_LINES[7])
        rows.append(_sum(NET_RESULT, RowKind.TOTAL))
        return self._spec("income_statement", "Resultaträkning", rows, flow=True, signed=self._style.signed)

    def balance_sheet(self, figures: Figures) -> TableSpec:
        """Lay the balance sheet out in the order of 6 kap. 2 § LKBR, with what stands below the line."""
        rows: list[RowSpec] = [_heading("Tillgångar", "assets")]
        for group, name in ASSET_GROUPS.items():
            rows += self._group(f"assets/{group}", group, name)
        rows.append(_sum(TOTAL_ASSETS, RowKind.TOTAL))
        rows.append(_heading("Eget kapital, avsättningar och skulder", "claims"))
        rows += self._equity()
        for group, name in CLAIM_GROUPS.items():
            rows += self._group(f"claims/{group}", group, name)
        rows.append(RowSpec(BALANCE_ROUNDING, kind=RowKind.ROUNDING, level=1, block="claims"))
        has_provisions = any(figures[FigureId(f"{BALANCE}.provisions", year)].amount for year in self._style.years)
        label = "" if has_provisions else "Summa eget kapital och skulder"
        rows.append(_sum(CLAIMS, RowKind.TOTAL, label))
        rows += self._memoranda(figures)
        return self._spec("balance_sheet", "Balansräkning", rows, flow=False)

    def cash_flow(self) -> TableSpec:
        """Lay the cash flow statement out by sections, as in RKR R13."""
        investing = ("fixed_assets", "financial_fixed_assets", "infrastructure")
        rows = [
            _heading("Den löpande verksamheten", "operating"),
            RowSpec(NET_RESULT, nil=NilPolicy.SHOW, block="operating"),
            RowSpec(NON_CASH, nil=NilPolicy.SHOW),
            *(RowSpec(part, label, RowKind.PART, level=1) for part, label in NON_CASH_PARTS.items()),
            _sum(BEFORE_WORKING_CAPITAL),
            *(RowSpec(f"{CASH}.{line}") for line in WORKING_CAPITAL),
            RowSpec(f"{CASH}.current_liabilities"),
            _sum(OPERATING),
            _heading("Investeringsverksamheten", "investing"),
            *(RowSpec(f"{CASH}.{part}", block="investing") for part in investing),
            _sum(INVESTING),
            _heading("Finansieringsverksamheten", "financing"),
            RowSpec(f"{CASH}.long_term_liabilities", block="financing"),
            _sum(FINANCING),
            RowSpec(CASH_ROUNDING, kind=RowKind.ROUNDING),
            _sum(CASH_NET, RowKind.TOTAL),
            RowSpec(LIQUID, "Likvida medel vid årets början", shift=-1, nil=NilPolicy.SHOW),
            _sum(CLOSING_CASH, RowKind.TOTAL),
        ]
        return self._spec("cash_flow", "Kassaflödesanalys", rows, flow=True)

    def note(self, note: NumberedNote) -> TableSpec:
        """Lay a note's rows out in the order typed, unsigned, with their sum."""
        rows = [
            RowSpec(
                row.code,
                kind=RowKind.PART if row.part_of else RowKind.ROW,
                level=1 if row.part_of else 0,
                nil=NilPolicy.SHOW if row.show_nil else NilPolicy.LEAVE_OUT,
            )
            for row in note.rows
        ]
        if any(not row.part_of for row in note.rows):
            rows.append(_sum(note.code, RowKind.TOTAL, "Summa"))
        return self._spec(note.code, f"Not {note.number} {note.title}", rows, flow=note.is_flow)

    def _spec(self, key: str, title: str, rows: Sequence[RowSpec], *, flow: bool, signed: bool = False) -> TableSpec:
        columns = (ColumnSpec(year) for year in self._style.years)
        return self._style.spec(key, title, rows, columns, flow=flow, signed=signed)

    def _line(self, line: Line, block: str = "", level: int = 0) -> Iterator[RowSpec]:
        yield RowSpec(
            code_of(line),
            level=level,
            effect=line.effect,
            nil=NilPolicy.SHOW if line.code in self._kept else NilPolicy.LEAVE_OUT,
            block=block,
            refers=self._notes.get(line.code, ()),
        )
        for code in self._sub_items.get(line.code, ()):
            yield RowSpec(code, kind=RowKind.PART, level=level + 1, effect=line.effect)

    def _group(self, block: str, group: str, name: str) -> Iterator[RowSpec]:
        yield _heading(name.capitalize(), block, level=1)
        for line in BALANCE_LINES:
            if line.group == group:
                yield from self._line(line, block, level=1)
        yield RowSpec(f"{BALANCE}.{group}", kind=RowKind.SUBTOTAL, level=1, block=block)

    def _equity(self) -> Iterator[RowSpec]:
        if self._style.equity is EquityLayout.ONE_ROW:
            notes = self._notes.get(DIRECT_ADJUSTMENT, ())
            yield RowSpec(EQUITY, level=1, nil=NilPolicy.SHOW, block="claims", refers=notes)
            return
        yield _heading("Eget kapital", "claims/equity", level=1)
        if self._style.equity is EquityLayout.OPENING_RESULT_CLOSING:
            yield _equity_row(EQUITY, "Eget kapital vid årets början", shift=-1)
            notes = self._notes.get(DIRECT_ADJUSTMENT, ())
            yield RowSpec(ADJUSTMENTS, level=1, block="claims/equity", refers=notes)
            yield _equity_row(NET_RESULT)
            yield _equity_sum("Eget kapital vid årets slut")
            return
        yield _equity_row(NET_RESULT)
        yield replace(_equity_row(OTHER_EQUITY), refers=self._notes.get(DIRECT_ADJUSTMENT, ()))
        yield _equity_sum("Summa eget kapital")

    def _memoranda(self, figures: Figures) -> Iterator[RowSpec]:
        """What stands below the line is told even when there is none (6 kap. 2 § LKBR)."""
        yield _heading("Panter och ansvarsförbindelser", "memoranda")
        groups = {
            "Panter och därmed jämförliga säkerheter": ("pledges",),
            "Ansvarsförbindelser": ("pension_obligations", "other_contingent_liabilities"),
        }
        for name, codes in groups.items():
            lines = [LINES[code] for code in codes]
            stated = [
                line
                for line in lines
                if any(figures[FigureId(code_of(line), year)].amount for year in self._style.years)
            ]
            if not stated:
                yield RowSpec(label=name, level=1, text="Inga", block="memoranda")
            for line in stated:
                alone = stated == [LINES["other_contingent_liabilities"]]
                for row in self._line(line, "memoranda", level=1):
                    yield replace(row, label=name) if alone and row.code == code_of(line) else row


def _heading(label: str, block: str, level: int = 0) -> RowSpec:
    return RowSpec(label=label, kind=RowKind.HEADING, level=level, block=block)


def _sum(code: str, kind: RowKind = RowKind.SUBTOTAL, label: str = "") -> RowSpec:
    return RowSpec(code, label, kind, nil=NilPolicy.SHOW)


def _equity_row(code: str, label: str = "", shift: int = 0) -> RowSpec:
    return RowSpec(code, label, level=1, shift=shift, nil=NilPolicy.SHOW, block="claims/equity")


def _equity_sum(label: str) -> RowSpec:
    return RowSpec(EQUITY, label, RowKind.SUBTOTAL, 1, nil=NilPolicy.SHOW, block="claims/equity")
