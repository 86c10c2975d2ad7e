"""A small sample of ``mutations``: with control amounts no wrong amount of the statements goes through unseen."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from mutations import cells, changed, study, told, verdict, without_control_amounts
from test_sofint_as_printed import as_printed

from generator.model.underlag import Underlag
from generator.statements.statement import Kind

STATEMENTS = tuple(f"{kind.value} {year}" for kind in Kind for year in ("i år", "i fjol"))


@cache
def printed() -> Underlag:
    with TemporaryDirectory() as folder:
        underlag = as_printed(Path(folder), whole=False).underlag
    assert underlag is not None
    return underlag


def test_a_random_slip_in_the_statements_never_goes_unseen_with_control_amounts() -> None:
    results = [(cell, amount, what) for cell, amount, what in study(printed(), 40, seed=7) if cell.kind in STATEMENTS]
    assert len(results) > 10
    assert [each for each in results if each[2] != "found"] == []


def test_without_control_amounts_the_balance_sheet_finds_what_it_can() -> None:
    results = [
        what for cell, _, what in study(without_control_amounts(printed()), 40, seed=8) if cell.kind in STATEMENTS
    ]
    assert results.count("found") / len(results) > 0.9


def test_an_amount_that_stays_as_it_was_is_not_found() -> None:
    underlag = printed()
    cell = next(cell for cell in cells(underlag) if cell.kind == "kostnad i år")
    assert verdict(told(underlag), told(changed(underlag, cell, cell.amount))) == "unseen"
    assert verdict(told(underlag), told(changed(underlag, cell, cell.amount + 1000))) == "found"
