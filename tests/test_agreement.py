"""What would make a report contradict itself, or say nothing of what is wrong, is found or cannot happen."""

from pathlib import Path
from typing import Any

import pytest
from pdfs import ROOT, written
from small_underlag import EVERY_PART

from generator.figures.figure import Figure, FigureId, Span
from generator.figures.table import build_table
from generator.findings.message import message
from generator.model.amounts import BalanceItem, DirectAdjustment, IncomeOrCost, OpeningBalance
from generator.model.association import Association
from generator.model.registers import Note, OutlineBlock
from generator.model.rows import Row
from generator.pipeline import Examination, examine

Rows = list[dict[str, Any]]
Changed = dict[type[Row], Rows]

OUTLINE: Rows = [
    *(
        {"level": 1, "heading": name, "content": name}
        for name in ("Resultaträkning", "Balansräkning", "Kassaflödesanalys", "Noter")
    ),
    EVERY_PART,
]
GOOD: Changed = {
    OutlineBlock: OUTLINE,
    Note: [{"key": "Skulder"}, {"key": "Rättelse", "kind": "text", "text": "Ett fel rättas."}],
    IncomeOrCost: [
        {"line": "Verksamhetens intäkter", "this_year": "900,50", "last_year": "800,25"},
        {"line": "Verksamhetens kostnader", "this_year": "700,25", "last_year": "750,00"},
    ],
    BalanceItem: [
        {"line": "Kassa och bank", "this_year": "480,75", "last_year": "300,25"},
        {"line": "Kortfristiga skulder", "this_year": "30,25", "last_year": "50,00", "note": "Skulder"},
    ],
    OpeningBalance: [{"line": "Eget kapital", "amount": "200,00"}, {"line": "Kassa och bank", "amount": "200,00"}],
}
FIRST: Changed = GOOD | {
    IncomeOrCost: [{"line": "Verksamhetens intäkter", "this_year": "400,25"}],
    BalanceItem: [{"line": "Kassa och bank", "this_year": "400,25"}],
    OpeningBalance: [{"line": "Eget kapital", "amount": 0}],
    Note: [],
}


@pytest.fixture
def judged(tmp_path: Path) -> Any:
    def judge(values: Any, **association: Any) -> Examination:
        facts = {"name": "Provet", "year": 2024, "state": "slutlig", "decision_date": "2025-03-05"} | association
        return examine(written({Association: [facts], **values}, tmp_path))

    return judge


LACKING = {"organisation_number_missing", "signatures_not_placed", "budget_not_typed", "adjustment_not_restated"}
"""What a final report of so little lacks; the figures do not ask for it."""


def rules(examination: Examination) -> list[str]:
    return [finding.code for finding in examination.findings if finding.code not in LACKING]


def value(examination: Examination, key: str) -> Any:
    assert examination.derived is not None
    return examination.derived.figures[FigureId.parsed(key)].value


def changed(model: type[Row], index: int, **fields: Any) -> Changed:
    rows = [dict(row) for row in GOOD[model]]
    rows[index] |= fields
    return GOOD | {model: rows}


def test_the_good_underlag_is_good(judged: Any) -> None:
    assert rules(judged(GOOD)) == []


def test_a_first_year_is_derived_tested_and_shown_alone(judged: Any) -> None:
    first = judged(FIRST)
    assert rules(first) == []
    assert value(first, "balance_sheet.equity@2024") == value(first, "cash_flow.closing@2024") == 400.25
    wrong = judged(FIRST | {BalanceItem: [{"line": "Kassa och bank", "this_year": "999,00"}]})
    assert rules(wrong) == ["balance_differs"]
    assert first.derived is not None
    assert len(build_table(first.derived.layouts().income_statement(), first.derived.figures).columns) == 1


@pytest.mark.parametrize("model", [IncomeOrCost, BalanceItem])
def test_last_years_amounts_may_not_be_lost(judged: Any, model: type[Row]) -> None:
    lost = judged(GOOD | {model: [{**row, "last_year": None} for row in GOOD[model]]})
    assert "no_amounts" in rules(lost)
    assert lost.has_errors


def test_opening_equity_alone_does_not_make_a_cash_flow(judged: Any) -> None:
    lonely = judged(GOOD | {OpeningBalance: [{"line": "Eget kapital", "amount": "200,00"}]})
    assert rules(lonely) == ["opening_balances_missing"]
    assert not hasattr(value(lonely, "cash_flow.net@2023"), "as_tuple")


def test_last_years_rounding_does_not_hide_an_error_of_this_year(judged: Any) -> None:
    whole = [{**row, "last_year": row["last_year"].split(",")[0]} for row in GOOD[BalanceItem]]
    whole[0] |= {"this_year": "483,65"}
    income = [{**row, "last_year": row["last_year"].split(",")[0]} for row in GOOD[IncomeOrCost]]
    many = [{**income[0], "this_year": 0, "last_year": 1}, {**income[1], "this_year": 0, "last_year": 1}] * 4
    found = judged(GOOD | {BalanceItem: whole, IncomeOrCost: [*income, *many]})
    assert "cash_flow_differs" in rules(found)


def test_a_note_that_explains_a_part_of_its_post_is_told(judged: Any) -> None:
    rows = [*GOOD[BalanceItem], {"line": "Kortfristiga skulder", "this_year": "1,00", "last_year": "1,00"}]
    assert "note_incomplete" in rules(judged(GOOD | {BalanceItem: rows}))
    apart = [*rows[:2], {**rows[2], "sub_item": "Semesterlöner"}]
    assert "note_incomplete" not in rules(judged(GOOD | {BalanceItem: apart}))


def test_cash_that_changes_its_post_is_told(judged: Any) -> None:
    group = changed(BalanceItem, 0, line="Fordringar", liquid="ja")
    opening = [GOOD[OpeningBalance][0], {"line": "Fordringar", "amount": "200,00"}]
    assert rules(judged(group | {OpeningBalance: opening})) == ["cash_changes"]
    opening[1] |= {"liquid": "ja"}
    assert rules(judged(group | {OpeningBalance: opening})) == []


def test_a_post_typed_with_the_ledgers_minus_is_told_where(judged: Any) -> None:
    (finding,) = [each for each in judged(changed(BalanceItem, 1, this_year="-30,25")).findings if "sum" in each.code]
    assert message(finding).place.cell == "F6"


def test_a_difference_comes_with_a_clue(judged: Any) -> None:
    lost = judged(GOOD | {BalanceItem: [GOOD[BalanceItem][0], {**GOOD[BalanceItem][1], "this_year": None}]})
    assert rules(lost) == ["balance_differs"]
    extra = [*GOOD[BalanceItem], {**GOOD[BalanceItem][0], "last_year": None}]
    (finding,) = [each for each in judged(GOOD | {BalanceItem: extra}).findings if each.code not in LACKING]
    assert (
        message(finding)
        .causes[0]
        .startswith("Trolig orsak: fliken Balansposter, cell F7 (Kassa och bank): samma belopp")
    )


def test_names_that_differ_only_in_signs_stay_apart(judged: Any) -> None:
    rows = [
        {**GOOD[BalanceItem][1], "note_row": "Förfaller < 1 år", "this_year": "30,20", "last_year": "20,00"},
        {**GOOD[BalanceItem][1], "note_row": "Förfaller > 1 år", "this_year": "0,05", "last_year": "30,00"},
    ]
    found = judged(GOOD | {BalanceItem: [GOOD[BalanceItem][0], *rows]})
    (note,) = [note for note in found.derived.notes if note.rows]
    assert [value(found, f"{row.code}@2023") for row in note.rows] == [20, 30]


def test_a_note_of_new_rows_keeps_the_column_of_last_year(judged: Any) -> None:
    found = judged(changed(BalanceItem, 1, last_year="50,00"))
    note = found.derived.notes[0]
    assert len(build_table(found.derived.layouts().note(note), found.derived.figures).columns) == 2


def test_an_adjustment_is_told_in_its_note_and_refers_to_it(judged: Any) -> None:
    adjusted = changed(BalanceItem, 1, this_year="0,00") | {
        DirectAdjustment: [{"year": 2024, "amount": "30,25", "reason": "Skuld som inte fanns", "note": "Rättelse"}],
    }
    found = judged(adjusted)
    assert rules(found) == []
    tables = found.derived.layouts()
    note = next(note for note in found.derived.notes if note.note.key == "Rättelse")
    assert [row.label for row in note.rows] == ["Skuld som inte fanns"]
    shown = build_table(tables.balance_sheet(found.derived.figures), found.derived.figures)
    refers = {row.label: row.refers for row in shown.rows if row.refers}
    assert refers["Direktförda justeringar"] == (note.number,)
    cash = build_table(tables.cash_flow(), found.derived.figures)
    assert "varav direktförda justeringar av eget kapital" in [row.label for row in cash.rows]


@pytest.mark.parametrize("name", ["sofint-2020", "sydnarke-2021"])
def test_what_is_made_of_one_year_s_amounts_is_of_that_year(name: str) -> None:
    derived = examine(ROOT / "inputs" / name).derived
    assert derived is not None
    for figure in derived.figures.values():
        periods = {part.period for _, part in figure.operands if isinstance(part, Figure)}
        if len(periods) == 1 and all(isinstance(period, Span) for period in periods):
            assert {figure.period} == periods, figure.key
