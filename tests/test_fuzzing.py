"""A short run of ``script/fuzz``, always the same: faults in the small underlag are answered, whatever they are.

And that what is asked of a run is asked: a fault put into an examination is seen.
"""

from dataclasses import replace
from pathlib import Path

from fuzzing.asked import faults
from fuzzing.book import cell_at, put_value
from fuzzing.runs import Run, made, ran, random_run, run_of

from generator.pipeline import Examination, examine

RUNS = 18
SMALL = Run("small")


def examined(run: Run, place: Path) -> Examination:
    return examine(made(run).written(place / "small"))


def kinds(run: Run, examination: Examination) -> set[str]:
    return {fault.kind for fault in faults(made(run), examination, may_refuse=False)}


def test_no_fault_in_the_small_underlag_goes_unanswered() -> None:
    runs = (random_run(f"tests {number}", ("small",), draws=False) for number in range(RUNS))
    assert [f"{result.run}: {fault}" for result in map(ran, runs) for fault in result.faults] == []


def test_a_workbook_that_was_changed_is_examined_as_one_that_nobody_has_seen() -> None:
    changes = ("cells", "rows", "xml")
    drawn = (random_run(f"saved {number}", ("small",), draws=False) for number in range(60))
    runs = [
        replace(run, asks=("saved",)) for run in drawn if all(each.startswith(changes) for each, _ in run.mutations)
    ]
    assert [f"{result.run}: {fault}" for result in map(ran, runs[:8]) for fault in result.faults] == []


def test_a_run_is_written_and_read() -> None:
    run = random_run("any", ("small",))
    assert run_of(str(run)) == run


def test_a_finding_without_a_place_or_with_a_word_of_python_is_seen(tmp_path: Path) -> None:
    examination = examined(SMALL, tmp_path)
    assert kinds(SMALL, examination) == set()
    rule = examination.findings[0].rule
    odd = replace(rule, what="Värdet {{x}} är None.", remedy="")
    doubtful = replace(examination, findings=(replace(examination.findings[0], rule=odd, subjects=()),))
    assert kinds(SMALL, doubtful) >= {"no place", "placeholder", "repr", "empty message"}


def test_a_cell_that_was_not_read_is_seen(tmp_path: Path) -> None:
    examination = examined(SMALL, tmp_path)
    folder = made(SMALL)
    part = folder.book.tabs()["Balansposter"]
    put_value(cell_at(folder.book.data(part), 40, 2), "4711")
    folder.book.settle()
    found = [fault for fault in faults(folder, examination, may_refuse=False) if fault.kind == "silent amount"]
    assert [(fault.key, fault.more) for fault in found] == [("Balansposter", "40:2 '4711'")]
