"""A small sample of ``planted``: nearly all single errors are told of, and most with their cell and cause."""

from collections import Counter

import pytest
from planted import errors, examined, planted, told_of, verdict, workbook

pytestmark = pytest.mark.slow


def test_most_errors_are_told_with_cell_and_cause() -> None:
    book = workbook("sofint-2020")
    counts = Counter(verdict(error, told_of(book, error)) for error in errors(book, 6, seed=3))
    assert counts["silent"] <= 1
    assert counts["first"] + counts["cell and cause"] >= 4


def test_a_workbook_without_an_error_is_told_nothing_new() -> None:
    book = workbook("sofint-2020")
    assert examined(book.path, planted(book.grids, {})).findings == book.examination.findings


def test_the_same_seed_plants_the_same_errors() -> None:
    book = workbook("sofint-2020")
    assert list(errors(book, 20, seed=5)) == list(errors(book, 20, seed=5))
