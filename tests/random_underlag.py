"""Underlag at random, as associations might type them, for what must hold whatever was typed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from generator.blocks.block import tables_of
from generator.blocks.case import Case
from generator.figures.derivation import Derivation, derive_all
from generator.figures.figure import FigureId
from generator.figures.table import Table
from generator.ground.source import Source
from generator.model.amounts import BalanceItem, DirectAdjustment, IncomeOrCost, OpeningBalance
from generator.model.association import Association
from generator.model.registers import Activity, Note, OutlineBlock
from generator.model.rows import Row
from generator.model.underlag import make_underlag
from generator.model.values import RawCell, RawRow, RawSection
from generator.report.outline import outline
from generator.statements.lines import BALANCE_LINES, INCOME_LINES, LINES
from generator.statements.statement import Kind, Line
from generator.subjects.members.rows import Member
from generator.subjects.overview.rows import KNOWN, KeyFigure
from generator.subjects.registry import (
    all_components,
    all_declarations,
    all_tabs,
    component_names,
    more_facts,
    names_of,
)

YEAR = 2024
ACTIVITIES = ("Bidrag", "Insats", "Kansli", "Styrelse")
BALANCES = tuple(line for line in BALANCE_LINES if line.kind not in {Kind.EQUITY, Kind.MEMORANDUM})
STATEMENTS = ("Flerårsöversikt", "Driftredovisning", "Resultaträkning", "Balansräkning", "Kassaflödesanalys", "Noter")
OF_CONTRIBUTIONS = ("Medlemsbidrag", "Eget kapital mot bidragen", "Kostnadsfördelning")
UNITS = ("kr", "tkr", "mnkr")
MEMBERS_LINE, MEMBERS_ROW = LINES["operating_income"], "Medlemmarnas bidrag"

Values = dict[type[Row], list[dict[str, Any]]]

_SEED = 2024
"""One for all tests: without it each has underlag of its own, and deriving them is most of the work."""
_DERIVED: dict[str, "Drawn"] = {}


@dataclass(frozen=True)
class Drawn:
    """A random underlag as it was typed, and what the program derives from it."""

    values: "Values"
    case: Case
    derived: Derivation
    tables: tuple[Table, ...]

    def typed(self, model: type[Row], field: str, *lines: Line) -> Decimal:
        """The sum of what was typed in a column on some lines, added without the program."""
        labels = {line.label for line in lines}
        amounts = (row.get(field) for row in self.values[model] if row["line"] in labels)
        return sum((amount for amount in amounts if amount is not None), start=Decimal(0))

    def value(self, code: str, year: int) -> Decimal:
        return self.derived.figures[FigureId(code, year)].amount


def of_kind(lines: Sequence[Line], *kinds: Kind) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.kind in kinds)


def for_any_underlag(test: Callable[[Drawn], None]) -> Callable[[], None]:
    """Let a test judge many underlag, always the same ones, which are each derived once for all such tests."""
    return _for_any(underlag(), test)


def for_any_members(test: Callable[[Drawn], None]) -> Callable[[], None]:
    """Let a test judge many underlag that have members, always the same ones."""
    return _for_any(with_members(), test)


def _for_any(every: st.SearchStrategy[Values], test: Callable[[Drawn], None]) -> Callable[[], None]:
    def judged(values: Values) -> None:
        known = repr(values)
        if known not in _DERIVED:
            _DERIVED[known] = derive(values)
        test(_DERIVED[known])

    judged.__name__, judged.__qualname__, judged.__module__ = test.__name__, test.__qualname__, test.__module__
    always = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
    return seed(_SEED)(always(given(every)(judged)))


@st.composite
def underlag(draw: st.DrawFn) -> Values:
    """Draw an underlag of a few rows: öre or whole kronor, balancing or not, with notes, activities, an adjustment."""
    ore = draw(st.booleans())
    amounts = st.integers(-(10**5), 10**8).map(lambda number: Decimal(number) / 100 if ore else Decimal(number))
    notes = {line.label: draw(st.booleans()) for line in (*INCOME_LINES, *BALANCES)}
    values: Values = {
        Association: [{"name": "Provet", "year": YEAR, "shown_unit": draw(st.sampled_from(UNITS))}],
        OutlineBlock: [
            {"level": 1, "heading": name, "content": name, "shown_unit": draw(st.sampled_from(("", *UNITS)))}
            for name in STATEMENTS
        ],
        Activity: [{"key": key, "group": "finansiering" if key == "Bidrag" else "egen"} for key in ACTIVITIES],
        Note: [{"key": f"Not {label}"} for label, noted in notes.items() if noted],
        KeyFigure: [{"key": key} for key in KNOWN],
        IncomeOrCost: [
            _noted(notes, draw(st.sampled_from(INCOME_LINES)).label, draw)
            | {"activity": draw(st.sampled_from(("", *ACTIVITIES))), **_both_years(draw, amounts, first=not number)}
            for number in range(draw(st.integers(1, 8)))
        ],
        BalanceItem: [
            _noted(notes, draw(st.sampled_from(BALANCES)).label, draw) | _both_years(draw, amounts, first=not number)
            for number in range(draw(st.integers(1, 6)))
        ],
        OpeningBalance: [
            {"line": line.label, "amount": draw(amounts)}
            for line in BALANCE_LINES
            if line.label in {"Eget kapital", "Kassa och bank"} or (line in BALANCES and draw(st.booleans()))
        ],
        DirectAdjustment: [{"year": YEAR, "amount": draw(amounts), "reason": "Rättelse"}]
        if draw(st.booleans())
        else [],
    }
    if draw(st.booleans()):
        _let_cash_balance(values, off=draw(st.sampled_from((0, 1, -2))) * (Decimal("0.01") if ore else Decimal(1)))
    return values


@st.composite
def with_members(draw: st.DrawFn) -> Values:
    """Draw an underlag with members too, whose columns of activity and note are filled in here and there."""
    values = draw(underlag())
    amounts = st.integers(1, 10**8).map(lambda number: Decimal(number) / 100)
    note = f"Not {MEMBERS_LINE.label}"
    notes = ("", note) if any(row["key"] == note for row in values[Note]) else ("",)
    values[Member] = [
        {
            "name": f"Kommun {number}",
            "category": draw(st.sampled_from(("staten", "region", "kommun", "övrig"))),
            "activity": draw(st.sampled_from(("", *ACTIVITIES))),
            "note": draw(st.sampled_from(notes)),
            "note_row": MEMBERS_ROW,
            **_both_years(draw, amounts, first=False),
        }
        for number in range(1, draw(st.integers(2, 6)))
    ]
    if draw(st.booleans()):
        budget = {"line": MEMBERS_LINE.label, "activity": "Bidrag", "budget": draw(amounts)}
        values[IncomeOrCost] = [*values[IncomeOrCost], budget]
    values[OutlineBlock] = [
        *values[OutlineBlock],
        *({"level": 1, "heading": name, "content": name} for name in OF_CONTRIBUTIONS),
        {"level": 1, "heading": "Verksamheter", "content": "Driftredovisning", "layout": "per verksamhet"},
    ]
    return values


def _both_years(draw: st.DrawFn, amounts: st.SearchStrategy[Decimal], *, first: bool) -> dict[str, Decimal | None]:
    """The amounts of a row, either of which may be empty; not the first row's, so that something is known each year."""
    maybe = amounts if first else st.one_of(st.none(), amounts)
    return {"this_year": draw(maybe), "last_year": draw(maybe)}


def _noted(notes: dict[str, bool], label: str, draw: st.DrawFn) -> dict[str, Any]:
    row = draw(st.sampled_from(("Rad ett", "Rad två", "Rad tre")))
    return {"line": label, "note": f"Not {label}" if notes[label] else "", "note_row": row}


def _let_cash_balance(values: Values, *, off: Decimal) -> None:
    """Type the cash that makes the balance sheet balance both years, but for ``off`` in the last."""
    income = {line.label: line.effect for line in INCOME_LINES}
    sides = {line.label: 1 if line.kind is Kind.ASSET else -1 for line in BALANCES}
    equity = sum(row["amount"] for row in values[OpeningBalance] if row["line"] == "Eget kapital")
    cash = {}
    for field, year in (("last_year", YEAR - 1), ("this_year", YEAR)):
        equity += sum(income[row["line"]] * (row[field] or 0) for row in values[IncomeOrCost])
        equity += sum(row["amount"] for row in values[DirectAdjustment] if row["year"] == year)
        cash[field] = equity - sum(sides[row["line"]] * (row[field] or 0) for row in values[BalanceItem])
    cash["this_year"] += off
    values[BalanceItem].append({"line": "Kassa och bank", **cash})


def derive(values: Values) -> Drawn:
    """Judge and derive rows without writing a workbook."""
    tabs = all_tabs()
    sections = {
        section.model: _section(section.model, values.get(section.model, []), order, tab.name)
        for order, tab in enumerate(tabs)
        for section in tab.sections
    }
    made, problems = make_underlag(sections, tabs, component_names())
    assert problems == []
    derived = derive_all(made, all_declarations, more_facts())
    assert derived is not None
    tables = tuple(tables_of(outline(derived, made.rows(OutlineBlock))))
    names, components = names_of(derived, tables), all_components()
    case = Case(made, derived, Path(), tables=tables, names=names, components=components)
    return Drawn(values, case, derived, tables)


def _section(model: type[Row], rows: Sequence[dict[str, Any]], order: int, tab: str) -> RawSection:
    return RawSection(Source(order, tab), tuple(_rows(model, rows, order, tab)), found=True)


def _rows(model: type[Row], rows: Sequence[dict[str, Any]], order: int, tab: str) -> Iterator[RawRow]:
    places = {field: column for column, field in enumerate(model.model_fields, start=1)}
    first = (
        100 * [DirectAdjustment, OpeningBalance].index(model) + 100
        if model in (DirectAdjustment, OpeningBalance)
        else 5
    )
    for number, row in enumerate(rows, start=first):
        cells = {
            field: RawCell(value, Source(order, tab, number, places[field], str(value)))
            for field, value in row.items()
            if value not in (None, "")
        }
        yield RawRow(Source(order, tab, number), cells, places)
