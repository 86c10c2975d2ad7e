"""A report is drawn without work that nobody sees: the bytes are the same as with it."""

import ctypes.util
import subprocess
import sys
from pathlib import Path

import pytest
from hard_html import hard_html

from generator.document.libraries import with_libraries
from generator.document.pdf import report_pdf

FOLDER = Path(__file__).resolve().parent
DRAWN = """
import sys
started = []
sys.addaudithook(lambda event, arguments: started.append(event) if event == "subprocess.Popen" else None)
from pathlib import Path
from generator.document.pdf import report_pdf
report_pdf("<html lang=sv><title>t</title><body><p>Text</p></body></html>", Path())
print(len(started))
"""
ENDED = """
import atexit, gc
atexit.register(lambda: print(gc.get_freeze_count() > 0))
from generator.cli import main
main(["--version"])
"""


def answer(code: str, folder: Path) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout.split()[-1]


def test_objects_whose_bytes_are_made_once_give_the_same_file(monkeypatch: pytest.MonkeyPatch) -> None:
    settled = report_pdf(hard_html(), FOLDER)
    monkeypatch.setattr("generator.document.pdf.settle", lambda _: None)
    assert report_pdf(hard_html(), FOLDER) == settled


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries are searched for")
def test_no_program_is_started_to_find_the_libraries(tmp_path: Path) -> None:
    assert answer(DRAWN, tmp_path) == "0"


def test_a_library_that_the_loader_does_not_find_is_searched_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> str:
        found = ctypes.util.find_library("pango")
        if found is None:
            message = "cannot load pango"
            raise OSError(message)
        return found

    monkeypatch.setattr(ctypes.util, "find_library", lambda _: "pango.so")
    assert with_libraries(load) == "pango.so"
    assert ctypes.util.find_library("pango") == "pango.so"
    monkeypatch.setattr(ctypes.util, "find_library", lambda _: None)
    with pytest.raises(OSError, match="cannot load"):
        with_libraries(load)


def test_no_garbage_is_looked_for_when_all_is_done(tmp_path: Path) -> None:
    assert answer(ENDED, tmp_path) == "True"
