"""Tables of one's own against the report: what contradicts a figure is told, and what is of something else is left."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from component_cases import read, told

from generator.blocks.case import Case
from generator.checks.prose import vocabulary_of
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.registers import Activity
from generator.subjects.free_tables.rows import FreeRow, FreeTable
from generator.subjects.free_tables.rules_report import figures_are_those_of_the_report
from generator.subjects.insatser.rows import Insats
from generator.subjects.members.rows import Member

BOOKS: dict[type, list[dict[str, Any]]] = {
    Activity: [{"key": "Coachingteam"}],
    Insats: [{"key": "Slussen", "name": "Slussen"}],
    Member: [{"name": "Region Norr", "category": "region", "this_year": 5_000_000, "last_year": 4_800_000}],
    IncomeOrCost: [
        {
            "line": "Verksamhetens intäkter",
            "label": "EU",
            "this_year": 3_000_400,
            "last_year": 2_000_000,
            "budget": 2_900_000,
        },
        {
            "line": "Verksamhetens kostnader",
            "label": "Lön",
            "this_year": 7_400_900,
            "last_year": 6_300_000,
            "budget": 7_500_000,
        },
    ],
    BalanceItem: [
        {"line": "Kassa och bank", "label": "Bank", "this_year": 4_000_000, "last_year": 3_000_000},
        {"line": "Kortfristiga skulder", "label": "Skulder", "this_year": 1_400_500, "last_year": 1_000_000},
    ],
    OpeningBalance: [{"line": "Kassa och bank", "amount": 2_000_000}],
}
"""A result of 599 500 kr in 2020, 500 000 in 2019; assets of 4 000 000."""


@cache
def _case(name: str, unit: str, heads: tuple[object, ...], lines: tuple[tuple[object, ...], ...], **table: str) -> Case:
    rows = [("kolumner", "", *heads), *lines]
    free = [
        {"table": name, "kind": kind, "label": label, **{f"value_{n}": each for n, each in enumerate(values, start=1)}}
        for kind, label, *values in rows
    ]
    case, _ = read({**BOOKS, FreeTable: [{"name": name, "unit": unit, **table}], FreeRow: free})
    assert case.derived
    return replace(case, vocabulary=vocabulary_of(case.derived))


def _told(name: str, unit: str, heads: Sequence[object], *lines: tuple[object, ...]) -> list[str]:
    return [each.what for each in told(figures_are_those_of_the_report, _case(name, unit, tuple(heads), lines))]


YEARS = ("2020", "2019")
WRONG = [
    ("Ekonomi", "tkr", YEARS, ("", "Årets resultat", 9999, 500)),
    ("Ekonomi", "tkr", YEARS, ("", "Årets resultat", 600, 501)),
    ("Ekonomi", "tkr", YEARS, ("", "årets  RESULTAT", -600, 500)),
    ("Ekonomi", "tkr", YEARS, ("", "Summa tillgångar", 123, 3000)),
    ("Ekonomi", "kr", YEARS, ("", "Verksamhetens kostnader", 7_400_800, 6_300_000)),
    ("Ekonomi", "mnkr", YEARS, ("", "Verksamhetens intäkter", "8,1", "6,8")),
    ("Ekonomi", "tkr", ("Utfall 2020", "Budget 2020"), ("", "Årets resultat", 600, 700)),
    ("Ekonomi", "tkr", ("Utfall 2020", "Budget 2020"), ("", "Verksamhetens kostnader", 7401, 7400)),
    ("Ekonomi", "tkr", ("2020-12-31", "2019-12-31"), ("", "Eget kapital", 2600, 500)),
    ("Ekonomi", "%", YEARS, ("", "Soliditet", 55, 17)),
    ("Nyckeltal", "antal", YEARS, ("", "Soliditet", "55 %", "16,7 %")),
    ("Nyckeltal", "antal", YEARS, ("", "Soliditet, %", 26, 17)),
    ("Nyckeltal", "antal", YEARS, ("", "Eget kapital, tkr", 2500, 500)),
    ("Ekonomi i tkr", "antal", YEARS, ("", "Balansomslutning", 4000, 3001)),
    ("Ekonomi 2020", "tkr", ("Utfall",), ("", "Kortfristiga skulder", 1500)),
    ("Ekonomi 2020", "tkr", ("Belopp",), ("summa", "Summa skulder", 1500)),
    ("Ekonomi", "tkr", YEARS, ("", "Medlemsbidrag", 5100, 4800)),
    ("Ekonomi", "tkr", YEARS, ("", "Kassa och bank", 4001, 3000)),
    ("Balansräkning i sammandrag", "tkr", YEARS, ("rubrik", "Tillgångar"), ("", "Kassa och bank", 400, 3000)),
    ("Ekonomi", "tkr", ("Bokslut 2020", "Förändring"), ("", "Likvida medel", 4100, 1000)),
]
RIGHT = [
    ("Ekonomi", "tkr", YEARS, ("", "Årets resultat", 600, 500)),
    ("Ekonomi", "tkr", YEARS, ("", "Verksamhetens kostnader", -7401, -6300)),
    ("Ekonomi", "mnkr", YEARS, ("", "Verksamhetens intäkter", "8,0", "6,8")),
    ("Ekonomi", "kr", YEARS, ("", "Verksamhetens intäkter", 8_000_000, 6_800_000)),
    ("Ekonomi", "%", YEARS, ("", "Soliditet", "27,5", 17)),
    ("Ekonomi", "tkr", ("Budget 2020", "Utfall 2020"), ("", "Verksamhetens kostnader", 7500, 7401)),
    ("Ekonomi", "tkr", ("Prognos 2020", "2020"), ("", "Årets resultat", 900, 600)),
    ("Ekonomi", "tkr", ("2021", "2018"), ("", "Årets resultat", 900, 100)),
    ("Ekonomi", "tkr", ("Utfall", "Budget"), ("", "Årets resultat", 900, 100)),
    ("Ekonomi", "tkr", ("jan\u2013aug 2020",), ("", "Årets resultat", 900)),
    ("Ekonomi för Coachingteam", "tkr", YEARS, ("", "Årets resultat", 9, 5)),
    ("Slussen", "tkr", YEARS, ("", "Verksamhetens kostnader", 900, 800)),
    ("Ekonomi i Region Norr", "tkr", YEARS, ("", "Årets resultat", 9, 5)),
    ("Samordningsförbundet Söder", "tkr", YEARS, ("", "Årets resultat", 9, 5)),
    ("Nyckeltal i riket", "%", YEARS, ("", "Soliditet", 40, 41)),
    ("Ekonomi per insats", "tkr", YEARS, ("rubrik", "Slussen"), ("", "Årets resultat", 9, 5)),
    ("Ekonomi", "tkr", YEARS, ("", "Lön", 100, 90), ("varav", "Årets resultat", 9, 5)),
    ("Ekonomi", "tkr", YEARS, ("", "Coachingteam", 9, 5), ("", "Varav kassa och bank", 9, 5)),
    ("Personer", "antal", YEARS, ("", "Årets resultat", 9, 5)),
    ("Förslag till budget 2020", "tkr", ("2020",), ("", "Årets resultat", 9)),
]


@pytest.mark.parametrize("table", WRONG)
def test_a_cell_that_contradicts_the_report_is_told(table: Any) -> None:
    assert len(_told(*table)) == 1


@pytest.mark.parametrize("table", RIGHT)
def test_what_is_right_or_of_something_else_is_left(table: Any) -> None:
    assert not _told(*table)
