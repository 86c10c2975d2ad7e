"""The folder for Windows, as far as it can be told without the network and without Windows: names, texts and layout.

What it does when it runs, ``script/portable --try`` tells under Wine.
"""

import io
import re
import sys
import zipfile
from importlib import import_module
from pathlib import Path
from typing import Any

import anyio
import pytest

from generator import double_click
from generator.desk.left import AWAY, Attended
from generator.document.pdf import fonts
from generator.document.pdf.libraries import with_libraries
from generator.ground import places

ROOT = Path(__file__).parents[1]
METADATA = "Metadata-Version: 2.4\nName: {}\nVersion: 1\nLicense-Expression: MIT\n{}\n"


@pytest.fixture(autouse=True)
def _scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "script"))


def wheel(name: str, *needs: str) -> dict[str, bytes]:
    lines = "".join(f"Requires-Dist: {each}\n" for each in needs)
    return {f"{name}-1.dist-info/METADATA": METADATA.format(name, lines).encode()}


# ---------------------------------------------------------------- what is double-clicked


@pytest.mark.parametrize("name", ["START_TEXT", "COMMANDS_TEXT"])
def test_a_command_file_works_from_any_folder(name: str) -> None:
    text = getattr(import_module("_windows_texts"), name)
    assert re.search(r'"%~dp0[^"%]*python[^"]*\.exe" .*%\*', text)
    assert not re.search(r"(?im)^\s*(cd|chdir|pushd)\b", text), "a network share is no place to stand in"
    assert "!" not in text.replace("DisableDelayedExpansion", "") or "DisableDelayedExpansion" in text


def test_each_jump_of_the_command_file_has_its_place() -> None:
    text = import_module("_windows_texts").START_TEXT
    assert set(re.findall(r"goto (\w+)", text)) <= set(re.findall(r"(?m)^:(\w+)", text))


def test_letters_are_told_only_after_the_code_page_is_utf_8() -> None:
    text = import_module("_windows_texts").START_TEXT
    before, _, _ = text.partition("chcp 65001")
    assert before.isascii()
    strange = [line for line in text.splitlines() if not line.isascii()]
    assert strange
    assert all(line.startswith("echo ") for line in strange)


def test_texts_are_as_windows_reads_them() -> None:
    texts, folder = import_module("_windows_texts"), import_module("_windows_folder")
    files = folder.of_texts("0.1", [("click", "8", "BSD")], b"# Handbok")
    for name in (texts.START, texts.COMMANDS, texts.NOTES):
        assert b"\r\n" in files[name]
        assert b"\n" not in files[name].replace(b"\r\n", b"")
    assert files[texts.NOTES].startswith(b"\xef\xbb\xbf")
    assert not files[texts.START].startswith(b"\xef\xbb\xbf"), "the mark would be taken for a command"
    assert b"click 8: BSD" in files["program/licenser.txt"]


def test_what_is_named_in_the_texts_is_in_the_folder() -> None:
    texts, folder = import_module("_windows_texts"), import_module("_windows_folder")
    files = folder.of_texts("0.1", [], b"")
    named = re.findall(r"program\\[\w.]+\.(?:md|txt|pyw|py)\b", texts.NOTES_TEXT + texts.START_TEXT)
    assert named
    assert {name.replace("\\", "/") for name in named} <= set(files)


# ---------------------------------------------------------------- which package, and where it lies


def test_only_the_lines_of_a_lock_that_hold_on_windows_are_fetched() -> None:
    parts = import_module("_windows_parts")
    lock = (
        "a==1 \\\n    --hash=sha256:1 \\\n    --hash=sha256:2\n    # via b\n"
        "uvloop==2 ; sys_platform != 'win32' \\\n    --hash=sha256:3\n"
        "colorama==3 ; sys_platform == 'win32' \\\n    --hash=sha256:4\n"
    )
    told = parts.for_windows(lock, parts.windows())
    assert told == "a==1 --hash=sha256:1 --hash=sha256:2\ncolorama==3 --hash=sha256:4\n"


def test_what_only_builds_the_program_or_is_for_other_systems_is_not_brought() -> None:
    parts = import_module("_windows_parts")
    others = {
        "click": wheel("click", "colorama; sys_platform == 'win32'", "posix; os_name == 'posix'"),
        "colorama": wheel("colorama"),
        "uvicorn": wheel("uvicorn", "click"),
        "hatchling": wheel("hatchling"),
    }
    own = wheel("own", "click", "uvicorn; extra == 'desk'", "pytest; extra == 'dev'")
    assert parts.needed(own, others, ("desk",)) == ["click", "colorama", "uvicorn"]
    with pytest.raises(KeyError):
        parts.needed(own, {}, ())


def test_packages_of_modules_alone_lie_in_one_archive() -> None:
    folder = import_module("_windows_folder")
    files = folder.of_wheel(
        "both",
        {
            "plain/__init__.py": b"1",
            "plain/tests/test_it.py": b"",
            "drawn/__init__.py": b"2",
            "drawn/data.css": b"css",
            "both-1.dist-info/RECORD": b"",
            "both-1.dist-info/licenses/LICENSE": b"MIT",
            "generator/start.py": b"3",
            "generator/_templates/base/report.html": b"html",
            "generator/desk/static/desk.css": b"css",
        },
    )
    packed = folder.packed(files, {name: b"code" for name in files if name.endswith(".py")})
    archive = zipfile.ZipFile(io.BytesIO(packed.pop(folder.ARCHIVE)))
    assert sorted(archive.namelist()) == ["generator/start.pyc", "plain/__init__.pyc"]
    assert packed == {
        "program/lib/drawn/__init__.pyc": b"code",
        "program/lib/drawn/data.css": b"css",
        "program/desk/static/desk.css": b"css",
        "program/licenser/both/LICENSE": b"MIT",
        "program/templates/base/report.html": b"html",
    }


def test_python_looks_for_modules_in_the_folder_alone() -> None:
    folder = import_module("_windows_folder")
    files = folder.of_python({"cp311/python311._pth": b"python311.zip\r\n.\r\n", "cp311/python.exe": b"exe"})
    listed = files["program/python/python311._pth"].decode("ascii").split()
    assert listed == ["python311.zip", ".", "..\\modules.zip", "..\\lib"]
    assert f"program/python/{listed[2]}".replace("\\", "/").replace("python/../", "") == folder.ARCHIVE


def test_a_library_of_pango_that_is_gone_is_missed_at_once() -> None:
    folder = import_module("_windows_folder")
    wheel_files = {f"gstreamer/bin/{name}.dll": b"dll" for name in folder.LIBRARIES}
    assert set(folder.of_pango(wheel_files)) == {f"program/pango/{name}.dll" for name in folder.LIBRARIES}
    wheel_files.popitem()
    with pytest.raises(KeyError):
        folder.of_pango(wheel_files)


def test_the_zip_is_the_same_for_the_same_files_and_tells_its_letters() -> None:
    folder = import_module("_windows_folder")
    files = {"Mapp/LÄS MIG.txt": b"1", "Mapp/a.txt": b"2"}
    data = folder.zipped(files)
    assert data == folder.zipped(dict(reversed(files.items())))
    entries = {entry.filename: entry for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()}
    assert entries["Mapp/LÄS MIG.txt"].flag_bits & 0x800, "Explorer reads the name as UTF-8"
    assert folder.too_long(["a" * 200, "b"]) == ["a" * 200]


# ---------------------------------------------------------------- when it runs


def run_double_click(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> tuple[object, list[str]]:
    told: list[str] = []
    for name in ("stdin", "stdout", "stderr", "argv", "path"):
        monkeypatch.setattr(sys, name, getattr(sys, name))
    with pytest.raises(SystemExit) as ended:
        double_click.main(arguments, told.append)
    return ended.value.code, told


def test_what_goes_wrong_without_a_terminal_is_told_in_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    def start() -> None:
        sys.stderr.write("Mappen finns inte.\n")
        raise SystemExit(3)

    monkeypatch.setattr("generator.start.main", start)
    assert run_double_click(["C:\\Förbund"], monkeypatch) == (3, ["Mappen finns inte."])


def test_what_is_dragged_to_the_icon_is_opened_and_nothing_told(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def start() -> None:
        asked.extend(sys.argv[1:])
        sys.stdout.write("http://127.0.0.1\n")
        raise SystemExit(0)

    monkeypatch.setattr("generator.start.main", start)
    assert run_double_click(["C:\\Mina förbund\\underlag.xlsx"], monkeypatch) == (0, [])
    assert asked == ["open", "--until-closed", "--", "C:\\Mina förbund\\underlag.xlsx"]


def test_a_program_that_cannot_be_loaded_is_told_in_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    def start() -> None:
        raise ImportError

    monkeypatch.setattr("generator.start.main", start)
    assert run_double_click([], monkeypatch) == (1, [double_click.FAILED])


def test_the_programs_files_lie_beside_it_when_it_is_an_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "modules.zip").write_bytes(b"")
    (tmp_path / "pango").mkdir()
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr(places, "__file__", str(tmp_path / "modules.zip" / "generator" / "ground" / "places.pyc"))
    assert places.own_libraries() == tmp_path / "pango"
    assert places.templates_folder.__wrapped__() == tmp_path / "templates"
    assert places.desk_folder("static") == tmp_path / "desk" / "static"


def test_libraries_that_the_program_brings_are_taken_before_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pango-1.0-0.dll").write_bytes(b"")
    monkeypatch.setattr("generator.document.pdf.libraries.own_libraries", lambda: tmp_path)
    monkeypatch.setattr("ctypes.util.find_library", lambda _: "C:\\GIMP\\pango.dll")
    monkeypatch.setenv("WEASYPRINT_DLL_DIRECTORIES", "")

    def load() -> list[str | None]:
        from ctypes.util import find_library  # noqa: PLC0415 - as it is then

        return [find_library("pango-1.0-0"), find_library("pango")]

    assert with_libraries(load) == [str(tmp_path / "pango-1.0-0.dll"), None]


def test_fonts_are_found_for_a_user_whose_name_is_not_ascii(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared, own = tmp_path / "ProgramData", tmp_path / "Åsa"
    shared.mkdir()
    own.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(own))
    monkeypatch.setenv("PROGRAMDATA", str(shared))
    place = fonts._new_folder(only_ascii=True)
    assert place.parent == shared
    assert fonts._new_folder(only_ascii=False).parent == own
    (own / "fonts").mkdir()
    (own / "fonts" / "Source.ttf").write_bytes((ROOT / "templates/base/fonts/SourceSans3-Regular.ttf").read_bytes())
    assert fonts._copied(own / "fonts", place / "fonts0", only_ascii=True) == place / "fonts0"
    assert [path.name for path in (place / "fonts0").iterdir()] == ["Source.ttf"]


def test_a_program_without_a_terminal_ends_when_its_page_has_been_closed_for_long() -> None:
    clock = [0.0]
    held = anyio.Event()

    async def app(*_: Any) -> None:
        await held.wait()

    async def nothing(*_: Any) -> Any:
        """Neither sent nor received: the application asks for nothing."""

    attended = Attended(app, lambda: clock[0])

    async def used() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(attended, {"type": "http"}, nothing, nothing)
            await anyio.wait_all_tasks_blocked()
            clock[0] += 10 * AWAY
            assert not attended.is_left(), "somebody waits for news"
            held.set()

    anyio.run(used)
    assert not attended.is_left()
    clock[0] += AWAY + 1
    assert attended.is_left()
