"""Accepted deviations: a warning with a reason stands as accepted, an error never does, and none stays behind."""

from typing import Any

import pytest
from small_underlag import COSTS, Values, examined, findings, small

from generator.checks.messages_amounts import BALANCE_DIFFERS
from generator.console import as_data, data_together, findings_as_text
from generator.findings.finding import Severity
from generator.findings.message import message
from generator.model.amounts import IncomeOrCost
from generator.model.registers import OutlineBlock
from generator.rule_book import rule_book
from generator.subjects.accepted.rows import AcceptedDeviation
from generator.subjects.registry import all_tabs

RULE = "Noten förklarar bara en del av posten"
REASON = {"reason": "Hyran förklaras i texten.", "who": "Styrelsen", "day": "2021-03-05"}


def with_warning(*accepted: dict[str, Any]) -> Values:
    """An underlag whose note leaves out a row of its line: one warning, about Verksamhetens kostnader."""
    values = small()
    values[IncomeOrCost][2]["note"] = ""
    return values | {AcceptedDeviation: list(accepted)}


def accept(**changed: Any) -> dict[str, Any]:
    return {"rule": RULE, "subject": COSTS, **REASON} | changed


def test_the_check_says_by_what_a_warning_is_accepted() -> None:
    text = findings_as_text([examined(with_warning())])
    assert f"Regel: {RULE}. Gäller: {COSTS}." in text
    assert "1 varning" in text


@pytest.mark.parametrize(
    "changed", [{}, {"subject": ""}, {"subject": "verksamhetens KOSTNADER."}, {"rule": "note_incomplete"}]
)
def test_an_accepted_warning_is_shown_and_counted_as_accepted(changed: dict[str, str]) -> None:
    examination = examined(with_warning(accept(**changed)))
    assert examination.count(Severity.WARNING) == 0
    assert examination.count(Severity.ACCEPTED) == 1
    text = findings_as_text([examination])
    assert "Godtagen: F6: Posten Verksamhetens kostnader" in text or "Godtagen: " in text
    assert "Godtagen (Styrelsen, 2021-03-05): Hyran förklaras i texten." in text
    assert "1 godtagen." in text
    assert '"accepted": "Godtagen (Styrelsen, 2021-03-05): Hyran f' in data_together([as_data(examination)])


def told(values: Values) -> dict[str, str]:
    return {rule: message(finding).what for rule, finding in findings(values).items() if rule.startswith("accepted")}


def test_what_is_no_longer_there_to_accept_is_told() -> None:
    assert told(small() | {AcceptedDeviation: [accept()]}) == {
        "accepted_nothing": f"Ingen varning finns längre att godta: {RULE} för {COSTS}."
    }
    other = told(with_warning(accept(subject="Verksamhetens intäkter")))
    assert other["accepted_nothing"].endswith(f"Regeln varnar nu för: {COSTS}.")


def test_an_error_cannot_be_silenced() -> None:
    values = small()
    values[IncomeOrCost][0]["this_year"] = 5
    title = BALANCE_DIFFERS.title
    for rule in (title, "balance_differs"):
        examination = examined(values | {AcceptedDeviation: [accept(rule=rule, subject="")]})
        assert examination.has_errors
        assert examination.count(Severity.ACCEPTED) == 0
        assert "Det kan inte godtas" in findings_as_text([examination])


def test_without_a_reason_the_warning_stays() -> None:
    examination = examined(with_warning(accept(reason="")))
    assert examination.count(Severity.WARNING) == 2
    assert "accepted_without_reason" in told(with_warning(accept(reason="")))


def test_an_unknown_rule_is_answered_with_the_nearest() -> None:
    assert (
        f"Menade du ”{RULE}”" in told(with_warning(accept(rule="Noten förklarar en del av posten")))["accepted_unknown"]
    )


def test_one_row_accepts_one_warning() -> None:
    values = with_warning(accept(rule="Räkningen visas inte", subject=""))
    values[OutlineBlock] = [
        row for row in values[OutlineBlock] if row.get("content") not in {"Balansräkning", "Kassaflödesanalys"}
    ]
    assert told(values)["accepted_several"].endswith("Regeln varnar nu för: Balansräkning och Kassaflödesanalys.")


def test_acceptances_do_not_come_along_to_next_year() -> None:
    (section,) = [section for tab in all_tabs() for section in tab.sections if section.model is AcceptedDeviation]
    assert section.yearly


def test_warnings_are_told_apart_by_their_titles() -> None:
    titles = [rule.title for rule in rule_book().values() if rule.severity is Severity.WARNING]
    assert sorted(title for title in set(titles) if titles.count(title) > 1) == []
