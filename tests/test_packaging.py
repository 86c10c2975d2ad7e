"""The installed program: a wheel that works without the checkout, without the network, from any folder."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from pdfs import ROOT, SOFINT, page_text, sofint

pytestmark = pytest.mark.slow

GUARD = """
import os, sys

def guard(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        os.write(2, f"NETWORK {arguments}\\n".encode())
        os._exit(97)
    if event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], str):
        path = os.path.realpath(arguments[0])
        if path.startswith(CHECKOUT) and not path.startswith(LIBRARIES):
            os.write(2, f"CHECKOUT {path}\\n".encode())
            os._exit(98)

sys.addaudithook(guard)
"""
"""Stops the process at the first look at the network or into the checkout."""

PROGRAM = (
    "from importlib.metadata import entry_points;"
    "[entry] = entry_points(group='console_scripts', name='arsredovisning');"
    "entry.load()()"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """A Python of its own with the wheel and the same libraries as here, and a guard at the door."""
    home = tmp_path_factory.mktemp("installed") / "env"
    venv.create(home, symlinks=sys.platform != "win32")
    paths = sysconfig.get_paths("venv", vars={"base": str(home), "platbase": str(home)})
    site = Path(paths["purelib"])
    libraries = sysconfig.get_path("purelib")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    # A plain path: the .pth files in there, such as the one of the checkout itself, do not count.
    (site / "libraries.pth").write_text(f"{libraries}\nimport guard\n", encoding="utf-8")
    (site / "guard.py").write_text(
        f"CHECKOUT, LIBRARIES = {f'{ROOT}{os.sep}'!r}, {(sys.prefix, sys.base_prefix)!r}\n{GUARD}", encoding="utf-8"
    )
    return Path(paths["scripts"]) / Path(sys.executable).name


def run(python: Path, folder: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(python), "-c", code, *arguments]
    return subprocess.run(  # noqa: S603
        command, cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_wheel_holds_program_templates_fonts_and_their_guide_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    own = (
        *ROOT.glob("generator/**/*.py"),
        *ROOT.glob("generator/desk/static/*"),
        *ROOT.glob("generator/desk/templates/*"),
    )
    expected = {path.relative_to(ROOT).as_posix() for path in own}
    expected |= {
        f"generator/_templates/{path.relative_to(ROOT / 'templates').as_posix()}"
        for path in ROOT.glob("templates/**/*")
        if path.is_file()
    }
    expected.add("generator/_docs/mallar.md")
    assert {name for name in names if ".dist-info/" not in name} == expected
    assert any(name.endswith(".ttf") for name in names)


def test_the_guard_guards(python: Path, tmp_path: Path) -> None:
    assert run(python, tmp_path, "import socket; socket.create_connection(('localhost', 9))").returncode == 97
    assert run(python, tmp_path, f"open({str(ROOT / 'pyproject.toml')!r})").returncode == 98


def test_the_installed_program_makes_the_same_report(python: Path, tmp_path: Path) -> None:
    shutil.copytree(SOFINT, tmp_path / "förb")
    done = run(python, tmp_path, PROGRAM, "render", "förb")
    assert (done.returncode, done.stderr) == (0, "")
    made = (tmp_path / "output" / "förb.pdf").read_bytes()
    assert made == sofint()[2]
    assert "Resultaträkning" in page_text(made, 2)


def test_the_installed_program_makes_and_checks_a_workbook(python: Path, tmp_path: Path) -> None:
    assert run(python, tmp_path, PROGRAM, "new", "nytt").returncode == 0
    done = run(python, tmp_path, PROGRAM, "check", "nytt")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Inget hindrar att rapporten görs." in done.stdout


def test_the_installed_program_is_the_one_that_ran(python: Path, tmp_path: Path) -> None:
    code = "import generator, generator.ground.places as p; print(generator.__file__); print(p.templates_folder())"
    done = run(python, tmp_path, code)
    module, templates = done.stdout.splitlines()
    assert Path(module).parent == Path(templates).parent
    assert not Path(module).is_relative_to(ROOT)
