"""The layouts of the statements and notes: TableSpecs made from the statements, the style and the notes' numbers."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from generator.figures.figure import FigureId, Figures
from generator.figures.notes import NumberedNote, rest_of
from generator.figures.style import Style
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, TableSpec
from generator.ground.formatting import capital_first, small_first
from generator.model.amounts import DIRECT_ADJUSTMENT, TAKEN_OVER
from generator.model.association import CostSign, EquityLayout
from generator.statements.balance_sheet import (
    ADJUSTMENTS,
    BALANCE_ROUNDING,
    BALANCE_SHEET,
    EQUITY,
    EQUITY_LINE,
    OTHER_CONTINGENT_LIABILITIES,
    OTHER_EQUITY,
    PROVISIONS,
    TAKEN_OVER_EQUITY,
)
from generator.statements.cash_flow import (
    CASH,
    CASH_NET,
    CASH_ROUNDING,
    CLOSING_CASH,
    LIQUID,
    TAKEN_OVER_CASH,
    cash_flow_of,
)
from generator.statements.changes import NOTHING_TOLD, Told
from generator.statements.income_statement import INCOME_STATEMENT, NET_RESULT
from generator.statements.lines import code_of
from generator.statements.statement import CashChange, Line, LineGroup, Memorandum, Moved, Statement, Summed, Taken


class SubItems(StrEnum):
    """How the sub-items (*delposter*) of a line stand in a statement; the value is the layout's name."""

    BELOW = "delposter under posten"
    WITH_SUM = "delposter med summa"
    WITHOUT_SUM = "delposter utan summa"
    ALONE = "bara delposter"


_MEMORANDA = "memoranda"
_PART_PREFIX = "varav "
RESTATED_MARK = "omräknad"
"""Stands below the head of a year that is not as it was printed."""


class Layouts:
    """Makes the specs of one report: it knows the style, the notes' numbers and the lines' sub-items."""

    def __init__(  # noqa: PLR0913 - what all specs share
        self,
        style: Style,
        notes: Sequence[NumberedNote],
        sub_items: Mapping[str, Sequence[tuple[str, str]]],
        kept: Collection[str] = (),
        *,
        told: Told = NOTHING_TOLD,
        restated: Mapping[int, Collection[str]] | None = None,
        sub_item_notes: Mapping[str, tuple[int, ...]] | None = None,
        divided: SubItems = SubItems.BELOW,
        own_names: Mapping[str, str] | None = None,
    ) -> None:
        """Keep what all specs share; ``sub_items`` maps a line's code to its sub-items' codes and labels.

        ``sub_item_notes`` are the notes that these stand in, by their codes, ``divided`` is how they are shown.
        ``kept`` are the codes of lines and sub-items that are shown even when they are nil, ``told`` the kinds of
        change that the cash flow shows apart, ``restated`` the codes of the lines that are restated, by year (RKR R12).
        ``own_names`` are what the association calls lines, by their codes.
        """
        self._restated = restated or {}
        self._sub_item_notes, self._divided = sub_item_notes or {}, divided
        self._own_names = own_names or {}
        self._told = told
        self._style = style
        self._kept = kept
        self._sub_items = sub_items
        self._notes: dict[str, tuple[int, ...]] = {}
        for note in notes:
            for code in note.explains:
                self._notes[code] = (*self._notes.get(code, ()), note.number)

    def income_statement(self, statement: Statement = INCOME_STATEMENT) -> TableSpec:
        """Lay the income statement out: the lines of each group with its sum, the last of which is the result."""
        rows: list[RowSpec] = []
        for group in statement.groups:
            rows += (row for line in group.lines for row in self._line(line))
            if self._style.show_net_costs or not group.total.optional:
                rows.append(_sum(group, RowKind.TOTAL if group is statement.groups[-1] else RowKind.SUBTOTAL))
        return self._spec(statement, rows, signed=self._style.signed)

    def balance_sheet(self, figures: Figures, statement: Statement = BALANCE_SHEET) -> TableSpec:
        """Lay the balance sheet out, with what stands below the line."""
        assets, claims = statement.group("assets"), statement.group("claims")
        label = "" if self._is_stated(PROVISIONS.total.code, figures) else "Summa eget kapital och skulder"
        rows = (
            *self._side(assets),
            _sum(assets, RowKind.TOTAL),
            *self._side(claims),
            RowSpec(BALANCE_ROUNDING, kind=RowKind.ROUNDING, level=1, block=claims.code),
            _sum(claims, RowKind.TOTAL, label),
            _heading("Panter och ansvarsförbindelser", _MEMORANDA),
            *(row for each in statement.memoranda for row in self._memorandum(each, figures)),
        )
        return self._spec(statement, rows)

    def cash_flow(self, statement: Statement | None = None, *, whole: bool = False) -> TableSpec:
        """Lay the cash flow statement out by groups, from the opening cash to the closing.

        ``whole``: the rows in which nothing has moved are shown too.
        """
        statement = statement or cash_flow_of(BALANCE_SHEET, self._told)
        activities = [row for group in statement.groups for row in _activity(group)]
        rows = (
            *(replace(row, nil=NilPolicy.SHOW) if whole else row for row in activities),
            RowSpec(CASH_ROUNDING, kind=RowKind.ROUNDING),
            RowSpec(CASH_NET, kind=RowKind.TOTAL, nil=NilPolicy.SHOW),
            RowSpec(LIQUID, "Likvida medel vid årets början", shift=-1, nil=NilPolicy.SHOW),
            RowSpec(TAKEN_OVER_CASH, "Övertagna likvida medel vid sammanläggning", refers=self._taken_over),
            RowSpec(CLOSING_CASH, kind=RowKind.TOTAL, nil=NilPolicy.SHOW),
        )
        return self._spec(statement, (replace(row, moves=_is_movement(row.code)) for row in rows))

    @property
    def _taken_over(self) -> tuple[int, ...]:
        return self._notes.get(TAKEN_OVER, ())

    def note(self, note: NumberedNote) -> TableSpec:
        """Lay a note's rows out in the order typed, with their sum; costs with minus where that is wished."""
        effect = -1 if note.has_costs else 1
        rows = [
            RowSpec(
                row.code,
                next((self._own_names.get(line.code, "") for line in note.lines if line.label == row.label), ""),
                kind=RowKind.PART if row.part_of else RowKind.ROW,
                level=1 if row.part_of else 0,
                effect=effect,
                nil=NilPolicy.SHOW if row.show_nil else NilPolicy.LEAVE_OUT,
            )
            for row in note.rows
        ]
        if any(not row.part_of for row in note.rows):
            label = str(note.note.sum_label) or "Summa"
            rows.append(RowSpec(note.code, label, RowKind.TOTAL, effect=effect, nil=NilPolicy.SHOW))
        title, signed = f"Not {note.number} {note.title}", note.note.sign == CostSign.NEGATIVE
        columns = self._columns(note.explains)
        return self._style.spec(note.code, title, rows, columns, flow=note.is_flow, signed=signed)

    def _spec(self, statement: Statement, rows: Iterable[RowSpec], *, signed: bool = False) -> TableSpec:
        columns = self._columns([line.code for line in statement.lines] or None)
        return self._style.spec(statement.key, statement.title, rows, columns, flow=statement.flow, signed=signed)

    def _columns(self, lines: Collection[str] | None = None) -> Iterator[ColumnSpec]:
        """A column for each year, marked where any of some lines is restated; None: any of all."""
        for year in self._style.years:
            restated = self._restated.get(year, ())
            hit = bool(restated) if lines is None else any(code in restated for code in lines)
            yield ColumnSpec(year, mark=RESTATED_MARK if hit else "")

    def _is_stated(self, code: str, figures: Figures) -> bool:
        return any(figures[FigureId(code, year)].amount for year in self._style.years)

    def _line(self, line: Line, block: str = "", level: int = 0) -> Iterator[RowSpec]:
        if self._divided is not SubItems.BELOW and line.code in self._sub_items:
            yield from self._divided_line(line, block, level)
            return
        yield RowSpec(
            code_of(line),
            self._own_names.get(line.code, ""),
            level=level,
            effect=line.effect,
            nil=self._nil(line.code),
            block=block,
            refers=self._notes.get(line.code, ()),
        )
        for code, label in self._sub_items.get(line.code, ()):
            yield RowSpec(code, label, RowKind.PART, level + 1, effect=line.effect, nil=self._nil(code))

    def _divided_line(self, line: Line, block: str, level: int) -> Iterator[RowSpec]:
        """A line's sub-items as rows, and what stands in none of them, with the line as a heading or a sum or neither.

        Each refers to its own notes; those that the line has besides stand at the rest.
        """
        has_heading = self._divided is not SubItems.ALONE
        inner = f"{block}/{line.code}".lstrip("/")
        common = RowSpec(level=level + has_heading, effect=line.effect, block=inner)
        if has_heading:
            yield _heading(self._name(line), inner, level)
        told: set[int] = set()
        for code, label in self._sub_items[line.code]:
            notes, name = self._sub_item_notes.get(code, ()), label.removeprefix(_PART_PREFIX)
            told.update(notes)
            yield replace(common, code=code, label=capital_first(name), nil=self._nil(code), refers=notes)
        told.difference_update(self._sub_item_notes.get(rest_of(line), ()))
        others = tuple(number for number in self._notes.get(line.code, ()) if number not in told)
        label = "Övrigt" if has_heading else f"{self._name(line)}, övrigt"
        yield replace(common, code=rest_of(line), label=label, refers=others)
        if self._divided is SubItems.WITH_SUM:
            label = f"Summa {small_first(self._name(line))}"
            yield replace(common, code=code_of(line), label=label, kind=RowKind.SUBTOTAL, level=level)

    def _name(self, line: Line) -> str:
        return self._own_names.get(line.code, line.label)

    def _nil(self, code: str) -> NilPolicy:
        return NilPolicy.SHOW if code in self._kept else NilPolicy.LEAVE_OUT

    def _side(self, group: LineGroup) -> Iterator[RowSpec]:
        """A side of the balance sheet: its groups, and equity as the association shows it."""
        yield _heading(group.heading, group.code)
        for part in group.parts:
            if isinstance(part, LineGroup):
                yield from self._subgroup(part, f"{group.code}/{part.code}")
            elif part == EQUITY_LINE:
                yield from self._equity()
            elif isinstance(part, Line):
                yield from self._line(part, group.code, level=1)

    def _subgroup(self, group: LineGroup, block: str) -> Iterator[RowSpec]:
        yield _heading(group.heading, block, level=1)
        for line in group.lines:
            yield from self._line(line, block, level=1)
        yield RowSpec(group.total.code, kind=RowKind.SUBTOTAL, level=1, block=block)

    def _equity(self) -> Iterator[RowSpec]:
        if self._style.equity is EquityLayout.ONE_ROW:
            notes = self._notes.get(DIRECT_ADJUSTMENT, ())
            yield RowSpec(EQUITY, level=1, nil=NilPolicy.SHOW, block="claims", refers=(*notes, *self._taken_over))
            return
        yield _heading("Eget kapital", "claims/equity", level=1)
        if self._style.equity is EquityLayout.OPENING_RESULT_CLOSING:
            yield _equity_row(EQUITY, "Eget kapital vid årets början", shift=-1)
            notes = self._notes.get(DIRECT_ADJUSTMENT, ())
            yield RowSpec(ADJUSTMENTS, level=1, block="claims/equity", refers=notes)
            yield RowSpec(TAKEN_OVER_EQUITY, level=1, block="claims/equity", refers=self._taken_over)
            yield _equity_row(NET_RESULT)
            yield _equity_sum("Eget kapital vid årets slut")
            return
        yield _equity_row(NET_RESULT)
        notes = (*self._notes.get(DIRECT_ADJUSTMENT, ()), *self._taken_over)
        yield replace(_equity_row(OTHER_EQUITY), refers=notes)
        yield _equity_sum("Summa eget kapital")

    def _memorandum(self, memorandum: Memorandum, figures: Figures) -> Iterator[RowSpec]:
        """What stands below the line is told even when there is none (6 kap. 2 § LKBR)."""
        stated = [line for line in memorandum.lines if self._is_stated(code_of(line), figures)]
        if not stated:
            yield RowSpec(label=memorandum.heading, level=1, text="Inga", block=_MEMORANDA)
        for line in stated:
            alone = stated == [OTHER_CONTINGENT_LIABILITIES]
            for row in self._line(line, _MEMORANDA, level=1):
                yield replace(row, label=memorandum.heading) if alone and row.code == code_of(line) else row


def _activity(group: LineGroup, block: str = "") -> Iterator[RowSpec]:
    """A group of the cash flow: its rows and those of the groups within it, and its sum."""
    block = group.code or block
    if group.heading:
        yield _heading(group.heading, block)
    for part in group.parts:
        match part:
            case LineGroup():
                yield from _activity(part, block)
            case Taken():
                yield RowSpec(part.code, part.label, nil=NilPolicy.SHOW, block=block)
            case Summed():
                yield RowSpec(part.code, nil=NilPolicy.SHOW, block=block)
                yield from (RowSpec(each.code, _part(each.label), RowKind.PART, level=1) for each in part.parts)
            case CashChange() | Moved():
                yield RowSpec(part.code, block=block)
            case Line():
                yield RowSpec(code_of(part), effect=part.effect, block=block)
    yield _sum(group)


def _is_movement(code: str) -> bool:
    """Whether a row of the cash flow is its own: no balance, and no figure of another statement."""
    return code.startswith(f"{CASH}.") and code not in (LIQUID, CLOSING_CASH)


def _part(label: str) -> str:
    return f"{_PART_PREFIX}{small_first(label)}"


def _heading(label: str, block: str, level: int = 0) -> RowSpec:
    return RowSpec(label=label, kind=RowKind.HEADING, level=level, block=block)


def _sum(group: LineGroup, kind: RowKind = RowKind.SUBTOTAL, label: str = "") -> RowSpec:
    return RowSpec(group.total.code, label, kind, nil=NilPolicy.SHOW)


def _equity_row(code: str, label: str = "", shift: int = 0) -> RowSpec:
    return RowSpec(code, label, level=1, shift=shift, nil=NilPolicy.SHOW, block="claims/equity")


def _equity_sum(label: str) -> RowSpec:
    return RowSpec(EQUITY, label, RowKind.SUBTOTAL, 1, nil=NilPolicy.SHOW, block="claims/equity")
