"""The mistakes that ``script/mutants`` plants: those of a hurried hand, each one change of the text."""

from pathlib import Path

import pytest
from mutant_kinds import mutants_of
from mutants import Recorded, choose, finished


def changes(folder: Path, text: str) -> list[str]:
    """What the line becomes, mistake by mistake."""
    path = folder / "code.py"
    path.write_text(text, "utf-8")
    return [mutant.source().strip() for mutant in mutants_of(str(path))]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("a < b", ["(a <= b)"]),
        ("a and not b", ["(a or not b)", "(a)", "(not b)", "a and (b)"]),
        ("ö = å - 1", ["ö = (å + 1)", "ö = å - 2"]),
        ("[x for x in y if x.this_year]", ["[x for x in y if True]", "[x for x in y if x.last_year]"]),
        ("return_ = Decimal('0.5')", ["return_ = (2 * Decimal('0.5'))"]),
        ("f(x)", ["pass"]),
        ("Union = A | B", []),
    ],
)
def test_a_mistake_changes_one_thing(tmp_path: Path, line: str, wanted: list[str]) -> None:
    assert sorted(changes(tmp_path, line)) == sorted(wanted)


def test_a_mistake_is_shown_as_the_lines_that_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "code.py"
    path.write_text("class Sum:\n    def of(self, one):\n        return -one\n", "utf-8")
    told = [mutant.diff().splitlines() for mutant in mutants_of(str(path))]
    assert [f"{path}:3", "-        return -one", "+        return (one)"] in told


def test_the_tests_that_are_most_about_a_mistake_meet_it_first(tmp_path: Path) -> None:
    path = tmp_path / "code.py"
    path.write_text("def a(b):\n    if b:\n        return -b\n    return 0\n", "utf-8")
    mutant = next(mutant for mutant in mutants_of(str(path)) if mutant.block == 2)
    passing, about, elsewhere = (frozenset(f"{path}:{line}" for line in lines) for lines in ((2,), (2, 3), (9,)))
    tests = [
        Recorded("slow", "slow::passes", 19, passing),
        Recorded("quick", "quick::uses_what_was_made", 1, elsewhere),
        Recorded("quick", "quick::passes", 2, passing),
        Recorded("quick", "quick::takes_too_long", 90, about),
        Recorded("far", "far::is_about_it", 8, about),
        Recorded("other", "other::does_not_reach", 1, elsewhere),
        Recorded("late", "late::has_no_time_left", 21, passing),
    ]
    assert list(choose(mutant, tests, 30).items()) == [
        ("far", ["far::is_about_it"]),
        ("quick", ["quick::passes", "quick::uses_what_was_made"]),
        ("slow", ["slow::passes"]),
    ]


def test_runs_end_with_what_they_exit_with() -> None:
    assert sorted(finished([(exit, (0,)), (exit, (3,)), (exit, (1,))])) == [(0, 0), (1, 3), (2, 1)]
