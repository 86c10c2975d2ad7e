"""A program that is stopped leaves nothing behind: no temporary file, no process, nothing half written."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from looks import put
from pdfs import written

from generator.model.association import Association
from generator.output import CannotWriteError, write_folder, write_whole
from generator.stopping import StoppedError
from generator.streams import told

posix = pytest.mark.skipif(os.name == "nt", reason="signals are other things there")
WAITS = '{% extends "base/cover.html" %}{% block cover_title %}{% for a in range(99999) %}{% for b in range(99999) %}'
WAITS += "{% endfor %}{% endfor %}{% endblock %}"
HEARD = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
"""A shell's background job ignores Ctrl+C, and its children inherit that: the terminal's own way is set back."""


def running(process: int) -> set[int]:
    """The processes of a session that has this one as its leader."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == process and fields[0] != "Z":
            found.add(int(path.parent.name))
    return found


def wait_until(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + 20
    while not holds() and time.monotonic() < end:
        time.sleep(0.02)
    return holds()


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_report_that_is_stopped_leaves_no_process_and_no_file(tmp_path: Path, number: signal.Signals) -> None:
    written({Association: ({"name": "Förbundet", "year": 2025},)}, put(tmp_path / "a", {"mall/cover.html": WAITS}))
    (tmp_path / "tmp").mkdir()
    code = f"{HEARD}from generator.start import main; main()"
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", code, "render", "a"], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        text=True, start_new_session=True, env=os.environ | {"TMPDIR": str(tmp_path / "tmp")},
    ) as process:  # fmt: skip
        assert wait_until(lambda: len(running(process.pid)) > 1)  # the templates run in a process of their own
        process.send_signal(number)
        _, err = process.communicate(timeout=20)
    killed = number == signal.SIGKILL
    assert (process.returncode, err) == ((-number, "") if killed else (128 + number, "Avbrutet.\n"))
    assert wait_until(lambda: running(process.pid) == set())
    assert not (tmp_path / "output").exists()
    assert killed or list((tmp_path / "tmp").iterdir()) == []


STOPPED = (KeyboardInterrupt(), StoppedError(signal.SIGTERM), MemoryError())


@pytest.mark.parametrize("stopped", STOPPED, ids=repr)
@pytest.mark.parametrize("at", ["os.fdopen", "os.open", "Path.chmod", "Path.replace"])
def test_writing_that_is_stopped_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str, stopped: BaseException
) -> None:
    path = put(tmp_path, {"a.pdf": "gammal"}) / "a.pdf"

    def stop(*_: object) -> None:
        raise stopped

    monkeypatch.setattr(f"generator.output.{at}", stop)
    with pytest.raises(type(stopped)):
        write_whole(path, b"ny")
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]
    assert path.read_text() == "gammal"


@pytest.mark.parametrize("stopped", STOPPED, ids=repr)
def test_a_folder_that_is_stopped_amid_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped: BaseException
) -> None:
    def stop(*_: object) -> None:
        raise stopped

    monkeypatch.setattr("generator.output.Path.rename", stop)
    with pytest.raises(type(stopped)):
        write_folder(tmp_path / "nytt", {"a": b"", "b/c": b""})
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_link_with_the_name_of_the_report_is_replaced_and_not_followed(tmp_path: Path) -> None:
    other = put(tmp_path / "annat", {"viktig.pdf": "viktig"}) / "viktig.pdf"
    (tmp_path / "a.pdf").symlink_to(other)
    write_whole(tmp_path / "a.pdf", b"ny")
    assert (other.read_text(), (tmp_path / "a.pdf").read_bytes()) == ("viktig", b"ny")


@pytest.mark.parametrize("place", ["fil/a.pdf", "fil/b/a.pdf", "mapp"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, place: str) -> None:
    put(tmp_path, {"fil": "", "mapp/a": ""})
    with pytest.raises(CannotWriteError, match="kan inte skrivas"):
        write_whole(tmp_path / place, b"ny")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "fil", "mapp"]


@posix
def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.output.os.fdopen", full)
    with pytest.raises(CannotWriteError, match="disken är full"):
        write_whole(tmp_path / "a.pdf", b"ny")
    assert list(tmp_path.iterdir()) == []


@posix
def test_standing_in_a_folder_that_is_gone_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "borta").mkdir()
    monkeypatch.chdir(tmp_path / "borta")
    (tmp_path / "borta").rmdir()
    with pytest.raises(FileNotFoundError) as refused:
        Path("output").absolute()
    assert told(refused.value).startswith("Mappen du står i finns inte längre.")
