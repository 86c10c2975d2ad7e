"""No file of an association's is ever run, wherever it lies and whatever it is called."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from looks import put
from pdfs import written

from generator.isolated import safe_path
from generator.model.association import Association

COMMAND = Path(sys.executable).with_name("arsredovisning")
BEGUN = "from pathlib import Path\nPath(r'{mark}').touch()\n"
NAMES = (
    "json.py", "os.py", "re.py", "gc.py", "click.py", "runpy.py", "pickle.py", "struct.py", "signal.py", "jinja2.py",
    "weasyprint.py", "pydantic.py", "sitecustomize.py", "usercustomize.py", "conftest.py", "__main__.py",
    "generator.py", "generator/__init__.py", "encodings/__init__.py", "multiprocessing/__init__.py", "templates.py",
    "importlib/__init__.py",
)  # fmt: skip
OTHERS = {
    "pyvenv.cfg": "home = /nowhere\ninclude-system-site-packages = true\n",
    "a.pth": "import sys; sys.exit(7)\n",
    "python311._pth": "import site\n",
    "setup.cfg": "[options]\n",
    "fonts.conf": "<fontconfig><dir>/</dir></fontconfig>",
    "fontconfig/fonts.conf": "<fontconfig><dir>/</dir></fontconfig>",
    "pango/pangorc": "[Pango]\n",
    ".env": "PYTHONPATH=.\n",
}
COVER = '{% extends "base/cover.html" %}\n{% block cover_title %}{{ super() }}{% endblock %}\n'


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """The file that whatever is run would make."""
    return tmp_path / "kördes"


@pytest.fixture
def folder(tmp_path: Path, mark: Path) -> Path:
    """A folder with what should never be run: in it, in the folders in it, and in the one that it lies in."""
    folder = tmp_path / "förbund"
    folder.mkdir()
    written({Association: ({"name": "Förbundet", "year": 2025},)}, folder)
    files = dict.fromkeys(NAMES, BEGUN.format(mark=mark)) | OTHERS
    for place in (folder, folder / "texter", folder / "mall" / "_kod", tmp_path):
        put(place, files)
    put(folder, {"mall/cover.html": COVER, "texter/Inledning.md": "Hej."})
    return folder


def run(command: Sequence[object], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        [str(each) for each in command], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.slow
def test_nothing_in_the_folder_is_run_by_drawing(folder: Path, mark: Path) -> None:
    done = run([COMMAND, "render", ".", "--output", "ut"], folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert (folder / "ut" / "förbund.pdf").exists()
    assert not mark.exists()


def test_nothing_in_the_folder_is_run_by_a_check(folder: Path, mark: Path) -> None:
    done = run([COMMAND, "check", folder], folder / "mall" / "_kod")
    assert (done.returncode, done.stderr) == (0, "")
    assert not mark.exists()


def test_nothing_in_the_folder_is_run_by_the_processes_of_a_pool(folder: Path, mark: Path) -> None:
    # As on Windows and macOS; on Linux they are copies of the first one, and load nothing.
    code = "from generator.pool import in_order; print(list(in_order(abs, [-1, -2], 2, 'spawn')))"
    done = run([sys.executable, "-P", "-c", code], folder)
    assert (done.stdout, done.stderr) == ("[1, 2]\n", "")
    assert not mark.exists()


def test_a_path_that_leads_to_where_one_stands_is_not_looked_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    around = f"{tmp_path}/../{tmp_path.name}"
    monkeypatch.setattr(sys, "path", ["", ".", str(tmp_path), around, "lib", "/usr/lib/python3"])
    assert safe_path()[0] == "/usr/lib/python3"
    assert len(safe_path()) == 2


def test_the_programs_own_folder_may_be_where_one_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    home = Path(__file__).resolve().parents[1]
    monkeypatch.chdir(home)
    monkeypatch.setattr(sys, "path", ["", str(home)])
    assert safe_path() == [str(home)]
