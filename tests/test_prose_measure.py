"""How many wrong sentences in running text are told, and how many right ones: the corpus in ``tests/prose``."""

from collections import Counter

import pytest
from prose_measure import REPORTS, measured, score

FOUND_OF_HUNDRED, FALSE_OF_HUNDRED = 75, 1


@pytest.mark.parametrize("report", REPORTS)
def test_most_wrong_sentences_are_told_and_hardly_a_right_one(report: str) -> None:
    told = measured(report)
    counts = score(told)
    found, false = counts["funnen"], counts["falsk"]
    assert 100 * found >= FOUND_OF_HUNDRED * (found + counts["missad"])
    assert 100 * false <= FALSE_OF_HUNDRED * (false + counts["tyst"]), [
        (each.planted.sentence, each.warnings) for each in told if each.word == "falsk"
    ]


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_has_many_sentences_of_both_kinds(report: str) -> None:
    kinds = Counter(each.planted.wrong for each in measured(report))
    assert kinds[True] >= 50
    assert kinds[False] >= 180
