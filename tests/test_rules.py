"""The rule book as a whole: every rule has its kind, the list shows all of them, and comparisons tell both sides."""

import json
from decimal import Decimal

import pytest
from click.testing import CliRunner
from small_underlag import examined, findings, small

from generator.checks.guarantees import GUARANTEES
from generator.commands.rules import rules
from generator.console import as_data, data_together
from generator.findings.finding import Severity, Side, Sides
from generator.findings.rule import RuleKind
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.rule_book import rule_book
from generator.subjects.control.rows import ControlAmount

RULES = rule_book()


def listed(*arguments: str) -> str:
    result = CliRunner().invoke(rules, arguments)
    assert result.exception is None
    return result.output


def test_the_list_has_every_rule_under_its_kind_and_what_holds_by_construction() -> None:
    text = listed()
    parts = {kind: text.index(kind.value.upper()) for kind in RuleKind}
    assert sorted(parts.values()) == list(parts.values())
    for guarantee in GUARANTEES:
        assert parts[RuleKind.CONSTRUCTION] < text.index(guarantee.title) < parts[RuleKind.INPUTS]
    for rule in RULES.values():
        assert f"{rule.severity.word}: {rule.title}" in text


def test_the_list_for_other_programs_tells_what_can_be_accepted() -> None:
    found = json.loads(listed("--format", "json"))
    assert len(found) == len(RULES) + len(GUARANTEES)
    acceptable = {each["rule"] for each in found if each.get("acceptable")}
    assert acceptable == {code for code, rule in RULES.items() if rule.severity is Severity.WARNING}
    assert {each["kind"] for each in found} == {kind.word for kind in RuleKind}
    tests = [each["test"] for each in found if each["kind"] == "konstruktion"]
    assert tests
    assert all(test.startswith("test_") for test in tests)


def test_no_rule_tries_what_holds_by_construction() -> None:
    assert [code for code, rule in RULES.items() if rule.kind is RuleKind.CONSTRUCTION] == []
    assert not {guarantee.code for guarantee in GUARANTEES} & set(RULES)


@pytest.mark.parametrize(("bound", "rounding"), [("0", False), ("1.99", False), ("2", True)])
def test_rounding_explains_a_difference_within_its_bound(bound: str, rounding: bool) -> None:  # noqa: FBT001
    sides = Sides(Side("a", Decimal(5)), Side("b", Decimal(7)), Decimal(bound))
    assert sides.difference == -2
    assert sides.is_rounding is rounding


def test_a_balance_that_differs_tells_both_amounts_the_difference_and_the_cells() -> None:
    values = small()
    values[BalanceItem][1]["this_year"] = Decimal("1151.00")
    sides = findings(values)["balance_differs"].sides
    assert sides
    assert (sides.one.amount, sides.other.amount, sides.difference) == (
        Decimal("1401.50"),
        Decimal("1400.50"),
        Decimal(1),
    )
    assert not sides.is_rounding
    assert {cell.cell for cell in sides.one.cells} == {"F5", "F6"}
    (told,) = [each for each in json.loads(data_together([as_data(examined(values))]))[0]["findings"] if each["sides"]]
    assert [each["amount"] for each in told["sides"]["amounts"]] == ["1401.50", "1400.50"]
    assert told["sides"]["difference"] == "1.00"
    assert told["kind"] == "underlag"
    assert told["source"] == "6 kap. 2 § LKBR"


def test_a_control_amount_tells_both_amounts() -> None:
    values = small() | {ControlAmount: [{"figure": "Årets resultat", "amount": "500 kr"}]}
    sides = findings(values)["control_differs"].sides
    assert sides
    assert (sides.one.amount, sides.other.amount) == (Decimal(500), Decimal("400.25"))
    assert len(sides.other.cells) == len(values[IncomeOrCost])
