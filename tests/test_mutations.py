"""A small sample of ``mutations``: with control amounts no wrong amount of the statements goes through unseen."""

from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from mutations import Cell, cells, changed, slips, study, told, verdict, without_control_amounts
from test_sofint_as_printed import as_printed

from generator.model.underlag import Underlag
from generator.statements.statement import Kind

pytestmark = pytest.mark.slow

STATEMENTS = tuple(f"{kind.value} {year}" for kind in Kind for year in ("i år", "i fjol"))


@cache
def printed() -> Underlag:
    with TemporaryDirectory() as folder:
        underlag = as_printed(Path(folder), whole=False).underlag
    assert underlag is not None
    return underlag


def slips_in_statements(underlag: Underlag, changes: int, seed: int) -> list[tuple[Cell, Decimal]]:
    """Those of ``changes`` slips that are in the statements."""
    return [(cell, amount) for cell, amount in slips(underlag, changes, seed) if cell.kind in STATEMENTS]


@pytest.mark.parametrize("seed", [7])
def test_a_random_slip_in_the_statements_never_goes_unseen_with_control_amounts(seed: int) -> None:
    results = list(study(printed(), slips_in_statements(printed(), 20, seed)))
    assert len(results) > 5
    assert [each for each in results if each[2] != "found"] == []


def test_without_control_amounts_the_balance_sheet_finds_what_it_can() -> None:
    underlag = without_control_amounts(printed())
    results = [what for _, _, what in study(underlag, slips_in_statements(underlag, 20, seed=8))]
    assert results.count("found") / len(results) > 0.9


def test_an_amount_that_stays_as_it_was_is_not_found() -> None:
    underlag = printed()
    cell = next(cell for cell in cells(underlag) if cell.kind == "kostnad i år")
    assert verdict(told(underlag), told(changed(underlag, cell, cell.amount))) == "unseen"
    assert verdict(told(underlag), told(changed(underlag, cell, cell.amount + 1000))) == "found"
