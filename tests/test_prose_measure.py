"""How many wrong sentences in running text are told, and how many right ones: the corpus in ``tests/prose``."""

from collections import Counter
from pathlib import Path

import pytest
from prose_measure import CORPUS, files, measured, planted, score

FALSE_OF_HUNDRED = 1


@pytest.mark.parametrize("path", files([]), ids=lambda path: path.stem)
def test_right_sentences_pass_in_silence(path: Path) -> None:
    told = [each for each in measured(path) if each.word == "falsk"]
    assert len(told) <= 1, [(each.planted.sentence, each.warnings) for each in told]


def test_at_most_one_right_sentence_of_a_hundred_is_told() -> None:
    counts = sum((score(measured(path)) for path in files([])), Counter[str]())
    assert 100 * counts["falsk"] <= FALSE_OF_HUNDRED * (counts["falsk"] + counts["tyst"])


def test_every_report_has_sentences_of_both_kinds() -> None:
    for path in sorted(CORPUS.glob("*.txt")):
        kinds = Counter(each.wrong for each in planted(path))
        assert kinds[True] >= 15, path.stem
        assert kinds[False] >= 40, path.stem
