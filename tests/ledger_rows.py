"""A small ledger, written row by row, and an underlag without the amounts that it has."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest
from small_underlag import Values, examined, small

import generator.pipeline
from generator.ground.source import Source
from generator.ledger.beside import Ledgers
from generator.ledger.row import Ledger, LedgerObject, LedgerRow, Measured
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.pipeline import Examination
from generator.subjects.ledger.rows import AccountRow

FILE = Source(3000, file="bokslut.se")
OPENING, CLOSING, RESULT, BUDGET = Measured

ACCOUNTS = (
    ("1510", "Kundfordringar", {2020: ("240.00", "250.50"), 2019: ("0", "240.00")}),
    ("1930", "Bank", {2020: ("760.25", "1150.00"), 2019: ("700.25", "760.25")}),
    ("2010", "Eget kapital", {2020: ("-800.25", "-800.25"), 2019: ("-500.25", "-500.25")}),
    ("2440", "Leverantörsskulder", {2020: ("-200.00", "-200.00"), 2019: ("-200.00", "-200.00")}),
)
RESULTS = (
    ("3010", "Bidrag", {2020: "-2000.50", 2019: "-1900.10"}),
    ("5010", "Lokaler", {2020: "600.00", 2019: "650.00"}),
    ("6420", "Revision", {2020: "100.00", 2019: "100.00"}),
    ("7010", "Löner", {2020: "900.25", 2019: "850.10"}),
)
CHART = (
    {"accounts": "15*", "line": "Fordringar"},
    {"accounts": "19", "line": "Kassa och bank"},
    {"accounts": "20", "line": "Eget kapital"},
    {"accounts": "24-29", "line": "Kortfristiga skulder"},
    {"accounts": "3*", "line": "Verksamhetens intäkter", "activity": "Finansiering"},
    {
        "accounts": "70",
        "line": "Verksamhetens kostnader",
        "note": "Kostnader",
        "note_row": "Löner",
        "activity": "Kansli",
    },
    {
        "accounts": "5",
        "line": "Verksamhetens kostnader",
        "note": "Kostnader",
        "note_row": "Lokaler",
        "activity": "Kansli",
    },
    {
        "accounts": "6420",
        "line": "Verksamhetens kostnader",
        "note": "Kostnader",
        "note_row": "Revision",
        "activity": "Kansli",
    },
)


def rows() -> list[LedgerRow]:
    """The ledger's rows, each on a line of its own."""
    found: list[LedgerRow] = []
    every: list[tuple[str, str, Mapping[int, Any]]] = [*ACCOUNTS, *RESULTS]
    for number, (account, name, years) in enumerate(every, start=10):
        for year, said in years.items():
            amounts = zip((OPENING, CLOSING), said, strict=True) if isinstance(said, tuple) else ((RESULT, said),)
            place = Source(3000, file="bokslut.se", row=number + (2020 - year) * 100)
            found.append(LedgerRow(account, name, year, {each: Decimal(text) for each, text in amounts}, place))
    return found


def of_object(key: str, account: str, amount: str, dimension: str = "6", year: int = 2020) -> LedgerRow:
    """A part of a result account that an object has."""
    objects = (LedgerObject(dimension, key, f"Projekt {key}", "Projekt"),)
    return LedgerRow(account, "", year, {RESULT: Decimal(amount)}, Source(3000, file="bokslut.se", row=500), objects)


def ledger(more: Sequence[LedgerRow] = (), without: Sequence[str] = (), **about: Any) -> Ledger:
    """The small ledger with some rows more, and without some accounts."""
    kept = [*(row for row in rows() if row.account not in without), *more]
    return Ledger(FILE, tuple(kept), {row.account: row.name for row in rows()}, (2020, 2019), **about)


def without_amounts(chart: Sequence[Mapping[str, Any]] = CHART, **association: Any) -> Values:
    """The small underlag with nothing typed that the ledger has, and a chart of accounts."""
    values = small(**association)
    return {**values, IncomeOrCost: [], BalanceItem: [], OpeningBalance: [], AccountRow: [dict(row) for row in chart]}


def examined_with(patch: pytest.MonkeyPatch, values: Values, *ledgers: Ledger) -> Examination:
    """Examine an underlag with some ledgers beside it."""
    patch.setattr(generator.pipeline, "read_ledgers", lambda *_: Ledgers(ledgers, (), ledgers[0] if ledgers else None))
    return examined(values)
