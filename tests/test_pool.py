"""Several underlag at once: told of and written as if they were taken one by one, whatever happens to one of them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pdfs import written

from generator.model.amounts import IncomeOrCost
from generator.model.association import Association
from generator.pool import LostProcessError, in_order

pytestmark = pytest.mark.slow

RUN = "from generator.cli import main; main()"
HEARD = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
"""A shell's background job ignores Ctrl+C, and its children inherit that: the terminal's own way is set back."""

STARTS = ("fork", "spawn") if sys.platform == "linux" else ("spawn",)


def underlag(folder: Path, typed: object = None) -> None:
    folder.mkdir()
    amounts = ({"line": "Verksamhetens kostnader", "this_year": typed},) if typed else ()
    written({Association: ({"name": folder.name, "year": 2025},), IncomeOrCost: amounts}, folder)


@pytest.fixture
def four(tmp_path: Path) -> Path:
    """A folder with two good underlag, and between them one with an error and one that is no workbook."""
    underlag(tmp_path / "a")
    underlag(tmp_path / "b", "femtio")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "underlag.xlsx").write_bytes(b"no workbook")
    underlag(tmp_path / "d")
    return tmp_path


def run(folder: Path, *arguments: str, code: str = RUN) -> tuple[int, str, str]:
    """Run the command line as a process of its own; gives status, stdout and stderr."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, *arguments], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("form", ["text", "json"])
def test_several_are_checked_as_one_by_one(four: Path, form: str) -> None:
    command = ("check", "d", "b", "c", "a", "--format", form, "--processes")
    status, out, err = together = run(four, *command, "3")
    assert together == run(four, *command, "1")
    assert (status, err) == (3, "")
    places = [out.index(f"{name}/underlag.xlsx") for name in "dbca"]
    assert places == sorted(places)


def test_several_reports_are_made_as_one_by_one(four: Path) -> None:
    command = ("render", "d", "b", "c", "a", "--format", "json", "--output", "ut", "--processes")
    told, files = [], []
    for processes in ("3", "1"):
        told.append(run(four, *command, processes))
        files.append({path.name: path.read_bytes() for path in (four / "ut").iterdir()})
        for path in (four / "ut").iterdir():
            path.unlink()
    assert told[0] == told[1]
    assert files[0] == files[1]
    status, out, err = told[0]
    assert status == 3
    assert out.index("d.json") < out.index("a.json")
    assert err.count("Ingen rapport gjordes.") == 2
    assert set(files[0]) == {"a.json", "d.json"}


def test_a_bug_is_told_without_a_traceback(four: Path) -> None:
    bug = "import generator.commands.render as r\ndef bug(*_): raise KeyError('nyckeln saknas')\nr.examine = bug\n"
    if sys.platform != "linux":
        pytest.skip("the other processes load the program anew")
    status, _, err = run(four, "render", "a", "d", "--processes", "2", code=bug + RUN)
    assert status == 1
    assert "Ett fel i programmet stoppade körningen (KeyError" in err
    assert "Traceback" not in err


@pytest.mark.skipif(sys.platform != "linux", reason="the other processes load the program anew")
@pytest.mark.parametrize("group", [True, False], ids=["terminal", "process"])
def test_ctrl_c_stops_all_and_leaves_nothing_half_written(four: Path, group: bool) -> None:  # noqa: FBT001
    slow = (
        "import os, time, generator.pipeline as p\n"
        "def draw(*_, **__):\n    os.write(1, b'drawing\\n')\n    time.sleep(60)\np.draw = draw\n"
    )
    command = [sys.executable, "-c", HEARD + slow + RUN, "render", "a", "d", "--processes", "2"]
    environment = os.environ | {"TMPDIR": str(four)}
    with subprocess.Popen(  # noqa: S603
        command, cwd=four, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        env=environment,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == process.stdout.readline() == "drawing\n"
        begun = time.monotonic()
        (os.killpg if group else os.kill)(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, "\nAvbrutet.\n")
    assert time.monotonic() - begun < 30
    assert sorted(path.name for path in four.iterdir()) == ["a", "b", "c", "d"]


def slower_first(number: int) -> int:
    time.sleep(0.2 if number == 0 else 0)
    return number * number


def fails_on_one(number: int) -> int:
    if number == 1:
        message = "ett"
        raise ValueError(message)
    return number


def ends(_: int) -> int:
    os._exit(3)


@pytest.mark.parametrize("start", STARTS)
def test_what_comes_of_each_comes_in_order(start: str) -> None:
    assert list(in_order(slower_first, range(5), 2, start)) == [0, 1, 4, 9, 16]


@pytest.mark.parametrize("start", STARTS)
def test_what_one_raises_is_raised_in_its_turn(start: str) -> None:
    results = in_order(fails_on_one, range(4), 2, start)
    assert next(results) == 0
    with pytest.raises(ValueError, match="ett"):
        next(results)


@pytest.mark.parametrize("start", STARTS)
def test_a_process_that_is_lost_is_told_in_swedish(start: str) -> None:
    with pytest.raises(LostProcessError, match="--processes 1"):
        list(in_order(ends, range(4), 2, start))


def test_one_alone_needs_no_other_process() -> None:
    assert list(in_order(lambda _: os.getpid(), ["a"])) == [os.getpid()]
    assert list(in_order(lambda _: os.getpid(), ["a", "b"], 1)) == [os.getpid()] * 2
