"""The situations of practice that the tool is accepted by, each on the report or underlag that it is about."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from small_underlag import cost, examined, findings, small
from test_sofint import INPUT

from generator.findings.finding import Finding, Severity
from generator.findings.message import severity_of
from generator.model.amounts import BalanceItem, DirectAdjustment, IncomeOrCost
from generator.model.registers import Activity, Note
from generator.pipeline import Examination, draw, examine
from generator.rule_book import rule_book
from generator.subjects.accepted.rows import AcceptedDeviation
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import BookedDifference, InsatsCost

pytestmark = pytest.mark.slow

WITH_ORE = ("Balansposter", "Insatsernas ekonomi")


@contextmanager
def sofint_in_whole_kronor(*accepted: tuple[str, ...], reasons: bool = True) -> Iterator[Examination]:
    """SOFINT 2020 as printed: in whole kronor; without ``reasons`` no difference to the books is explained."""
    book = openpyxl.load_workbook(INPUT)
    for tab in WITH_ORE:
        for row in book[tab].iter_rows():
            for cell in row:
                if isinstance(cell.value, float):
                    cell.value = int(Decimal(str(cell.value)).quantize(Decimal(1), rounding="ROUND_HALF_UP"))
                if tab == WITH_ORE[1] and not reasons and cell.value == "Skillnader mot bokfört":
                    first = cell.row
    if not reasons:
        book[WITH_ORE[1]].delete_rows(first + 3, 20)
    if accepted:
        book.create_sheet("Godtagna avvikelser") if "Godtagna avvikelser" not in book.sheetnames else None
        sheet = book["Godtagna avvikelser"]
        sheet.delete_rows(1, sheet.max_row)
        for line in (("Regel", "Gäller", "Skäl", "Vem", "När"), *accepted):
            sheet.append(list(line))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "underlag.xlsx"
        book.save(path)
        yield examine(path)


def of_rule(examination: Examination, rule: str) -> list[Finding]:
    return [finding for finding in examination.findings if finding.code == rule]


def test_i_a_krona_in_the_balance_is_noted_and_the_report_is_made() -> None:
    with sofint_in_whole_kronor() as examination:
        assert not examination.has_errors
        (rounding, *_) = of_rule(examination, "balance_rounding")
        assert severity_of(rounding) is Severity.NOTE
        assert rounding.sides
        assert abs(rounding.sides.difference) == 1
        assert rounding.sides.is_rounding
        assert draw(examination).startswith(b"%PDF")


def test_i_what_the_insatser_account_for_is_a_warning_until_a_reason_is_given() -> None:
    with sofint_in_whole_kronor(reasons=False) as examination:
        (difference,) = of_rule(examination, "insats_differs")
        assert severity_of(difference) is Severity.WARNING
        assert difference.sides
        # The insatser's rows as printed add up to one krona more than their printed sum.
        assert difference.sides.difference == Decimal(68_811) - 1
        assert not difference.sides.is_rounding
    with sofint_in_whole_kronor(reasons=True) as examination:
        assert of_rule(examination, "insats_differs") == []
    reason = (
        rule_book()["insats_differs"].title,
        "Individinriktade insatser",
        "Förbundet bar en del.",
        "Styrelsen",
        "2021-03-05",
    )
    with sofint_in_whole_kronor(reason, reasons=False) as examination:
        (difference,) = of_rule(examination, "insats_differs")
        assert severity_of(difference) is Severity.ACCEPTED


@pytest.mark.parametrize(("note", "fails"), [("Rättelse", False), ("", True)])
def test_iv_a_correction_of_opening_equity_passes_with_a_note_and_fails_without(note: str, fails: bool) -> None:  # noqa: FBT001
    values = small()
    values[DirectAdjustment] = [{"year": 2020, "amount": Decimal("100000.00"), "reason": "Fel i fjol.", "note": note}]
    values[Note].append({"key": "Rättelse", "kind": "text", "text": "En fordran hade inte bokförts."})
    values[BalanceItem][1]["this_year"] += 100_000
    assert examined(values).has_errors is fails


def insats_over_years(**difference: Any) -> Any:
    """An insats 2023-09 to 2025-08 with a budget for all of it, booked with 12 000 kr to be repaid, reported later."""
    values = small(year=2024)
    values[Activity].append({"key": "Vägen", "group": "individinriktad", "is_insats": True})
    values[IncomeOrCost].append(cost("Vägen", "188000.00", "60000.00", activity="Vägen"))
    for model, row, more in ((IncomeOrCost, 0, (188_000, 60_000)), (BalanceItem, 1, (248_000, 60_000))):
        for field, amount in zip(("this_year", "last_year"), more, strict=True):
            values[model][row][field] += amount
    values[BalanceItem].append(
        {"line": "Fordringar", "note_row": "Återkrav Vägen", "this_year": Decimal("12000.00"), "last_year": 0}
    )
    values[BalanceItem].append(
        {
            "line": "Kortfristiga skulder",
            "note_row": "Upplupet Vägen",
            "this_year": Decimal("260000.00"),
            "last_year": Decimal("60000.00"),
        }
    )
    return values | {
        Insats: [{"key": "Vägen", "start": "2023-09", "end": "2025-08", "budget_whole": Decimal("400000.00")}],
        InsatsCost: [{"insats": "Vägen", "kind": "Löner", "reported": Decimal("200000.00")}],
        BookedDifference: [{"activity": "Vägen", "amount": Decimal("-12000.00")} | difference],
    }


def test_v_an_insats_over_years_with_a_late_report_and_a_repayment_is_no_error() -> None:
    explained = insats_over_years(reason="12 000 kr betalas tillbaka av ägaren.")
    assert not examined(explained).has_errors
    assert examined(explained).count(Severity.WARNING) == 0
    unexplained = insats_over_years()
    assert not examined(unexplained).has_errors
    assert {"insats_differs", "difference_without_reason"} <= set(findings(unexplained))


def test_the_same_warning_may_be_accepted_in_the_final_report() -> None:
    values = insats_over_years()
    row = {"reason": "Slutredovisningen kom i mars.", "who": "Styrelsen", "day": "2025-03-12"}
    titles = (rule_book()[code].title for code in ("insats_differs", "difference_without_reason"))
    values[AcceptedDeviation] = [row | {"rule": title, "subject": "Vägen"} for title in titles]
    examination = examined(values)
    assert (examination.count(Severity.WARNING), examination.count(Severity.ACCEPTED)) == (0, 2)
