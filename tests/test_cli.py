"""The command line as its users meet it: statuses, Swedish sentences, files that are kept whole."""

import importlib
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pdfs import written

from generator import cli
from generator.console import as_data, data_together
from generator.model.amounts import IncomeOrCost
from generator.model.association import Association
from generator.model.messages import AMOUNT_OTHER_UNIT
from generator.model.registers import OutlineBlock
from generator.pipeline import Examination

COMMANDS = (
    "new",
    "open",
    "check",
    "render",
    "audit",
    "compare",
    "figures",
    "forms",
    "ledger",
    "rules",
    "serve",
    "template",
)
ENGLISH = re.compile(
    r"\b(usage|options?|show|errors?|commands?|arguments?|default|required|exit|message|missing|invalid|unexpected|"
    r"such|try|help for|version and|got|does|not a|requires?)\b",
    re.IGNORECASE,
)

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in an empty folder, in this process alone; gives status, stdout and stderr."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("generator.pool.processors", lambda: 1)

    def go(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stopped:
            cli.main([str(each) for each in arguments])
        told = capfd.readouterr()
        assert "Traceback" not in told.out + told.err
        assert isinstance(stopped.value.code, int)
        return stopped.value.code, told.out, told.err

    return go


def in_process(arguments: Sequence[object], folder: Path, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a process of its own."""
    code = "from generator.cli import main; main()"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(  # noqa: S603
        command, cwd=folder, env={**os.environ, **more}, capture_output=True, timeout=60, check=False
    )


def good(folder: Path) -> Path:
    """An underlag under way: nothing wrong, much left."""
    folder.mkdir(parents=True, exist_ok=True)
    return written({Association: ({"name": "Förbundet", "year": 2025},)}, folder)


def faulty(folder: Path, typed: str = "femtio") -> Path:
    """An underlag with an amount that is none."""
    folder.mkdir(parents=True, exist_ok=True)
    amounts: Sequence[Mapping[str, Any]] = ({"line": "Verksamhetens kostnader", "this_year": typed},)
    return written({Association: ({"name": "Förbundet", "year": 2025},), IncomeOrCost: amounts}, folder)


def unreadable(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "underlag.xlsx"
    path.write_bytes(b"no workbook")
    return path


# ---------------------------------------------------------------- help and usage


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), *((command, "--help") for command in COMMANDS)])
def test_help_is_swedish(run: Run, arguments: tuple[str, ...]) -> None:
    status, out, err = run(*arguments)
    assert (status, err) == (0, "")
    assert out.startswith("Så här: arsredovisning")
    assert "Visa hjälpen." in out
    assert ENGLISH.findall(out.replace("new", "").replace("check", "").replace("render", "")) == []


def test_help_lists_the_commands_in_the_order_of_work(run: Run) -> None:
    _, out, _ = run("--help")
    assert [line.split()[0] for line in out.partition("Kommandon:")[2].splitlines() if line[2:3].strip()] == [*COMMANDS]


def test_nothing_asked_shows_the_help_and_is_wrong_usage(run: Run) -> None:
    status, out, err = run()
    assert (status, out) == (2, "")
    assert err.startswith("Så här: arsredovisning")


def test_version(run: Run) -> None:
    status, out, _ = run("--version")
    assert status == 0
    assert re.fullmatch(r"arsredovisning \d+\.\d+\.\d+\n", out)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("chek", "x"), "Kommandot chek finns inte. Menade du check?"),
        (("--färg",), "Valet --färg finns inte."),
        (("check", "--formt", "json", "x"), "Valet --formt finns inte. Menade du --format?"),
        (("check",), "MAPP-ELLER-FIL… saknas."),
        (("render",), "MAPP-ELLER-FIL… saknas."),
        (("new",), "MAPP saknas."),
        (("new", "a", "b c"), "b c är för mycket."),
        (("check", "--format", "xml", "x"), "Välj text eller json."),
        (("check", "x", "--format"), "Valet --format används fel"),
        (("check", "--watch=ja", "x"), "Valet --watch används fel"),
        (("new", "x", "--year", "tjugo"), "Skriv ett heltal mellan 1990 och 2100."),
        (("new", "x", "--year", "1500"), "Skriv ett heltal mellan 1990 och 2100."),
        (("render", "a", "--webbkopia", "--format", "json"), "En webbkopia görs som pdf eller html, inte som json,"),
        (("render", "a", "--utkast", "arbete", "--format", "json"), "Ett arbetsutkast görs som pdf eller html, inte"),
        (("render", "a", "--utkast", "styrelse", "--webbkopia"), "Ange --webbkopia eller --utkast, inte båda."),
        (("render", "a", "b", "--output", "x.pdf"), "--output ska vara en mapp när flera rapporter görs."),
    ],
)
def test_wrong_usage_is_told_in_a_swedish_sentence(run: Run, arguments: tuple[str, ...], told: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert told in err
    assert ENGLISH.findall(err.replace("--help", "")) == []
    assert not Path("x").exists()


def test_two_underlag_of_one_name_are_not_rendered_into_one_file(run: Run) -> None:
    good(Path("1/förb"))
    good(Path("2/förb"))
    status, out, err = run("render", "1/förb", "2/förb")
    assert (status, out) == (2, "")
    assert "Flera underlag skulle ge samma fil" in err


@pytest.mark.parametrize("folders", [("a", "b"), ("1/förb", "2/förb")])
def test_folders_without_a_workbook_are_unreadable_and_not_wrong_usage(run: Run, folders: tuple[str, str]) -> None:
    for folder in folders:
        Path(folder).mkdir(parents=True)
    status, _, err = run("render", *folders)
    assert status == 3
    assert err.count("innehåller ingen arbetsbok som heter underlag.xlsx") == 2


def test_json_goes_through_a_pipe_of_any_code_page() -> None:
    found = "”\u22121 234 tkr” 漢"
    finding = AMOUNT_OTHER_UNIT.found(found=found, said="tusental kronor", unit="kronor")
    text = data_together([as_data(Examination(Path("a"), None, (finding,)))])
    assert text.encode("cp1252").decode("cp1252") == text
    assert found in json.loads(text)[0]["findings"][0]["message"]


def test_help_loads_no_library_that_it_does_not_need() -> None:
    code = (
        "import sys\nfrom generator.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(sorted({'openpyxl', 'weasyprint', 'jinja2'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.splitlines()[-1] == "[]"


# ---------------------------------------------------------------- new


def test_new_makes_a_workbook_and_says_what_to_do_next(run: Run) -> None:
    status, out, err = run("new", "mitt förbund", "--name", "Förbundet", "--year", "2024")
    assert (status, err) == (0, "")
    assert 'arsredovisning check "mitt förbund"' in out
    assert 'arsredovisning render "mitt förbund"' in out
    assert "2024" in out
    assert sorted(path.name for path in Path("mitt förbund").iterdir()) == ["texter.docx", "underlag.xlsx"]
    assert run("check", "mitt förbund")[0] == 0
    sheet = openpyxl.load_workbook("mitt förbund/underlag.xlsx")["Uppgifter om förbundet"]
    assert [sheet["B5"].value, sheet["B6"].value] == ["Förbundet", 2024]


def test_new_may_be_given_the_name_of_the_file(run: Run) -> None:
    assert run("new", "a/Böcker.xlsx")[0] == 0
    assert sorted(path.name for path in Path("a").iterdir()) == ["Böcker.xlsx", "texter.docx"]
    assert run("check", "a/Böcker.xlsx")[0] == run("check", "a")[0] == 0


@pytest.mark.parametrize("target", ["a", "a/underlag.xlsx"])
def test_new_never_overwrites(run: Run, target: str) -> None:
    path = good(Path("a"))
    before = path.read_bytes()
    status, out, err = run("new", target)
    assert (status, out) == (1, "")
    assert "finns redan och skrivs inte över" in err
    assert path.read_bytes() == before


@pytest.mark.parametrize("command", [("check", ""), ("render", ""), ("figures", " "), ("compare", "a", "")])
def test_a_path_that_is_empty_is_not_the_folder_one_stands_in(run: Run, command: tuple[str, ...]) -> None:
    status, out, err = run(*command)
    assert (status, out, "MAPP är tom." in err) == (2, "", True)


@pytest.mark.parametrize("target", ["", " "])
def test_new_without_a_name_makes_nothing(run: Run, target: str) -> None:
    status, out, err = run("new", target)
    assert (status, out) == (2, "")
    assert "MAPP är tom." in err
    assert not list(Path().iterdir())


@pytest.mark.parametrize("target", ["fil.txt", "fil.txt/under"])
def test_new_where_no_folder_can_be(run: Run, target: str) -> None:
    Path("fil.txt").write_text("mitt")
    status, out, err = run("new", target)
    assert (status, out) == (3, "")
    assert "kan inte skrivas" in err
    assert ENGLISH.findall(err) == []
    assert [path.name for path in Path().iterdir()] == ["fil.txt"]
    assert Path("fil.txt").read_text() == "mitt"


# ---------------------------------------------------------------- check


def test_the_status_is_the_highest_of_all_inputs(run: Run) -> None:
    good(Path("good"))
    faulty(Path("faulty"))
    unreadable(Path("unreadable"))
    assert run("check", "good")[0] == 0
    assert run("check", "good", "faulty", "good")[0] == 1
    assert run("check", "faulty", "unreadable", "good")[0] == 3
    status, out, _ = run("check", "nowhere", "faulty")
    assert status == 3
    assert "Det finns ingen fil eller mapp som heter nowhere." in out
    assert "femtio" in out


def test_check_shows_tab_cell_and_what_to_do(run: Run) -> None:
    faulty(Path("f"))
    _, out, err = run("check", "f")
    told = out.partition("Fliken Intäkter och kostnader\n")[2].partition("\n\n")[0]
    assert "  Fel: G5: ”femtio” är inget belopp.\n      Skriv bara siffror" in told
    assert err == ""


def test_check_writes_nothing(run: Run) -> None:
    path = good(Path("f"))
    before = path.stat().st_mtime_ns
    assert run("check", "f")[0] == 0
    assert list(Path().rglob("*")) == [Path("f"), path]
    assert path.stat().st_mtime_ns == before


def test_json_has_what_another_program_needs(run: Run) -> None:
    good(Path("good"))
    faulty(Path("faulty"))
    unreadable(Path("unreadable"))
    status, out, err = run("check", "--format", "json", "good", "faulty", "unreadable")
    first, second, third = json.loads(out)
    assert (status, err) == (3, "")
    assert [Path(each["file"]).parent.name for each in (first, second, third)] == ["good", "faulty", "unreadable"]
    assert [each["readable"] for each in (first, second, third)] == [True, True, False]
    assert {finding["severity"] for finding in first["findings"]} <= {"Återstår", "Notera"}
    [wrong] = [finding for finding in second["findings"] if finding["severity"] == "Fel"]
    assert (wrong["tab"], wrong["cell"], wrong["found"]) == ("Intäkter och kostnader", "G5", "femtio")
    assert wrong["remedy"].startswith("Skriv bara siffror")
    assert "expected" in wrong
    assert third["findings"][0]["tab"] == third["findings"][0]["cell"] == ""
    assert "femtio" in wrong["message"]


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [("check", "f"), ("new", "g"), ("check", "--format", "json", "f")])
def test_what_is_not_needed_is_not_loaded(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    good(tmp_path / "f")
    code = (
        "import atexit, sys\n"
        "heavy = {'weasyprint', 'jinja2', 'markdown_it'}\n"
        "atexit.register(lambda: print('LOADED', sorted(heavy & set(sys.modules)), file=sys.stderr))\n"
        f"from generator.cli import main; main({list(arguments)!r})"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "LOADED []\n")


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["cp850", "cp1252:strict"])
def test_a_console_without_the_minus_sign_gets_a_substitute(tmp_path: Path, encoding: str) -> None:
    faulty(tmp_path / "f", "\u221212x")
    done = in_process(["check", "f"], tmp_path, PYTHONIOENCODING=encoding)
    text = done.stdout.decode(encoding.partition(":")[0])
    assert done.returncode == 1
    assert "?12x" in text
    assert done.stderr == b""


# ---------------------------------------------------------------- check --watch


class Clock:
    """Stands for the clock of ``--watch``: does one thing at each look, then presses Ctrl+C."""

    def __init__(self, *events: Callable[[], object]) -> None:
        self._events = list(events)

    def sleep(self, _: float) -> None:
        if not self._events:
            raise KeyboardInterrupt
        self._events.pop(0)()


def nothing() -> None:
    return


def test_watch_checks_again_when_the_file_is_saved(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    good(Path("f"))
    clock = Clock(nothing, nothing, lambda: faulty(Path("f")), nothing, nothing, nothing)
    monkeypatch.setattr("time.sleep", clock.sleep)
    status, out, _ = run("check", "--watch", "f")
    assert status == 1
    assert out.count("underlag.xlsx") == 2
    assert "femtio" in out.split("underlag.xlsx")[2]


def test_watch_does_not_mind_how_excel_saves(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = good(Path("f"))
    whole = path.read_bytes()
    clock = Clock(
        path.unlink,
        lambda: path.write_bytes(whole[:1000]),
        lambda: path.write_bytes(whole),
        nothing,
        nothing,
    )
    monkeypatch.setattr("time.sleep", clock.sleep)
    status, out, _ = run("check", "--watch", "f")
    assert status == 0
    assert out.count("underlag.xlsx\n") == 2
    assert "läsas" not in out
    assert "finns inte" not in out


def test_watch_tells_when_the_file_is_gone_for_good_and_when_it_is_back(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = good(Path("f"))
    clock = Clock(path.unlink, nothing, nothing, lambda: good(Path("f")), nothing, nothing)
    monkeypatch.setattr("time.sleep", clock.sleep)
    status, out, _ = run("check", "--watch", "f")
    assert status == 0
    assert out.count("Mappen f innehåller ingen arbetsbok") == 1
    assert out.count("f/underlag.xlsx".replace("/", os.sep)) == 2


@pytest.mark.slow
def test_ctrl_c_stops_the_watching_process(tmp_path: Path) -> None:
    good(tmp_path / "f")
    # a shell's background job ignores Ctrl-C, and its children inherit that: the terminal's own way is set back
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    code = f"{heard}; from generator.cli import main; main(['check', '--watch', 'f'])"
    watching = subprocess.Popen(  # noqa: S603
        [sys.executable, "-u", "-c", code], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert watching.stdout is not None
    told = next((line for line in watching.stdout if "Inget hindrar att rapporten görs." in line), None)
    watching.send_signal(signal.SIGINT)
    _, err = watching.communicate(timeout=60)
    assert told is not None
    assert watching.returncode == 0
    assert "Traceback" not in err


def test_ctrl_c_while_the_program_is_loaded_is_answered_in_a_word() -> None:
    code = (
        "import sys\n"
        "class Pressed:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'generator.pipeline':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Pressed())\n"
        "from generator.start import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (130, "Avbrutet.\n")


def test_the_installed_command_starts_where_ctrl_c_is_answered() -> None:
    (command,) = entry_points(group="console_scripts", name="arsredovisning")
    assert command.value == "generator.start:main"


# ---------------------------------------------------------------- render


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw in no time: what is drawn is tested elsewhere."""
    monkeypatch.setattr(
        "generator.pipeline.draw", lambda examination, draft=None: f"%PDF {draft} {examination.path}".encode()
    )


@pytest.mark.usefixtures("quick")
def test_the_report_lies_in_output_by_its_folder(run: Run) -> None:
    good(Path("a"))
    status, out, err = run("render", "a")
    assert (status, err) == (0, "")
    assert "Rapporten finns i output" in out
    assert [path.name for path in Path("output").iterdir()] == ["a.pdf"]


@pytest.mark.usefixtures("quick")
def test_a_copy_for_the_web_lies_beside_the_signed_report(run: Run) -> None:
    good(Path("a"))
    assert run("render", "a")[0] == 0
    assert run("render", "a", "--webbkopia")[0] == 0
    assert sorted(path.name for path in Path("output").iterdir()) == ["a webbkopia.pdf", "a.pdf"]


@pytest.mark.usefixtures("quick")
def test_drafts_lie_beside_the_report_and_one_to_work_with_is_made_with_errors(run: Run) -> None:
    good(Path("a"))
    faulty(Path("b"))
    for kind, name in (("styrelse", "utkast"), ("arbete", "arbetsutkast")):
        status, out, err = run("render", "a", "--utkast", kind)
        assert (status, err) == (0, "")
        assert f"{name.capitalize()}et finns i output" in out
        assert Path(f"output/a {name}.pdf").read_bytes().startswith(f"%PDF {kind}".encode())
    status, out, err = run("render", "b", "--utkast", "styrelse")
    assert status == 1
    assert "gör ett arbetsutkast med --utkast arbete" in err
    status, out, err = run("render", "b", "--utkast", "arbete")
    assert status == 0
    assert "Arbetsutkastet finns i output" in out
    assert "femtio" in err
    made = sorted(path.name for path in Path("output").iterdir())
    assert made == ["a arbetsutkast.pdf", "a utkast.pdf", "b arbetsutkast.pdf"]


@pytest.mark.usefixtures("quick")
def test_where_the_report_lies_can_be_chosen(run: Run) -> None:
    good(Path("a"))
    good(Path("b"))
    good(Path("c")).rename("c/Förbundet.xlsx")
    assert run("render", "a", "--output", "x/y/rapport.pdf")[0] == 0
    assert run("render", "a", "b/underlag.xlsx", "c/Förbundet.xlsx", "--output", "mapp")[0] == 0
    made = {path.as_posix() for path in Path().rglob("*.pdf")}
    assert made == {"x/y/rapport.pdf", "mapp/a.pdf", "mapp/b.pdf", "mapp/Förbundet.pdf"}


@pytest.mark.usefixtures("quick")
def test_the_folder_one_stands_in_gives_the_report_its_name(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    good(Path("a"))
    monkeypatch.chdir("a")
    assert run("render", ".")[0] == 0
    assert Path("output/a.pdf").is_file()


@pytest.mark.usefixtures("quick")
def test_a_bad_input_does_not_stop_the_others(run: Run) -> None:
    faulty(Path("a"))
    unreadable(Path("b"))
    good(Path("c"))
    status, out, err = run("render", "a", "b", "c")
    assert status == 3
    assert "femtio" in err
    assert err.count("Ingen rapport gjordes.") == 2
    assert "c.pdf" in out
    assert [path.name for path in Path("output").iterdir()] == ["c.pdf"]


@pytest.mark.usefixtures("quick")
def test_a_report_can_be_made_in_several_formats_at_once(run: Run) -> None:
    good(Path("a"))
    status, out, _ = run("render", "a", "--format", "json", "--format", "pdf", "--format", "json")
    assert status == 0
    assert out.count("Rapporten finns i output") == 2
    assert sorted(path.name for path in Path("output").iterdir()) == ["a.json", "a.pdf"]
    assert json.loads(Path("output/a.json").read_text(encoding="utf-8"))["association"]["year"] == 2025
    assert run("render", "a", "--format", "json", "--output", "x/fjol.json")[0] == 0
    assert Path("x/fjol.json").read_bytes() == Path("output/a.json").read_bytes()


def test_last_years_report_can_be_named_or_lie_beside(run: Run) -> None:
    good(Path("a"))
    assert "Filen saknas.json finns inte" in run("check", "a", "--against", "saknas.json")[1]
    assert run("check", "a", "--against", "saknas.json")[0] == 1
    assert run("render", "a", "--against", "saknas.json", "--format", "json")[0] == 1
    assert run("check", "a")[0] == 0
    Path("a/fjol.json").write_text("{}", encoding="utf-8")
    status, out, _ = run("check", "a")
    assert status == 1
    assert "Filen fjol.json" in out
    status, _, err = run("check", "a", "a", "--against", "x.json")
    assert status == 2
    assert "--against gäller ett underlag" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("a", "--format", "json", "--output", "x.pdf"), "--output slutar på .pdf, men rapporten görs som json."),
        (("a", "--output", "x.json"), "--output slutar på .json, men rapporten görs som pdf."),
        (("a", "--format", "json", "--format", "pdf", "--output", "x.json"), "mapp när rapporten görs i flera format"),
        (("a", "b", "--format", "json", "--output", "x.json"), "mapp när flera rapporter görs"),
        (("a", "--output", "x.txt"), "--output slutar på .txt, men en rapport görs som pdf, json eller html."),
        (("a", "--format", "word"), "--format: värdet kan inte användas. Välj pdf, json eller html."),
    ],
)
def test_a_file_that_cannot_hold_the_format_is_refused(run: Run, arguments: Sequence[str], told: str) -> None:
    good(Path("a"))
    good(Path("b"))
    status, _, err = run("render", *arguments)
    assert status == 2
    assert told in err
    assert not list(Path().rglob("x.*"))


@pytest.mark.parametrize("output", ["x.nu/", "x.finns", "Version 1.2"])
def test_a_folder_may_have_a_name_that_ends_like_a_file(run: Run, output: str) -> None:
    good(Path("a"))
    Path("x.finns").mkdir()
    assert run("render", "a", "--format", "json", "--output", output)[0] == 0
    assert (Path(output) / "a.json").exists()


def test_a_name_typed_on_the_command_line_is_mended_there(run: Run) -> None:
    good(Path("a"))
    status, _, err = run("figures", "a", "--trace", "finnsej")
    assert status == 1
    assert "ingen siffra i rapporten heter ”finnsej”" in err
    assert "efter --trace" in err
    assert "texten" not in err


def test_json_needs_no_pango(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    good(Path("a"))
    no_pango(monkeypatch)
    assert run("render", "a")[0] == 1
    assert run("render", "a", "--format", "json")[0] == 0
    assert Path("output/a.json").is_file()


def test_an_underlag_with_errors_gives_no_json_and_keeps_the_old_one(run: Run) -> None:
    faulty(Path("a"))
    Path("output").mkdir()
    Path("output/a.json").write_text("old", encoding="utf-8")
    status, _, err = run("render", "a", "--format", "json")
    assert status == 1
    assert "Den tidigare rapporten i output" in err
    assert Path("output/a.json").read_text(encoding="utf-8") == "old"


def fail_on_replace(_: Path, __: Path) -> Path:
    raise PermissionError(13, "The process cannot access the file because it is being used by another process")


def missing_pango(name: str, package: str | None = None) -> Any:
    if name == "weasyprint":
        message = "cannot load library 'libpango-1.0-0'"
        raise OSError(message)
    return importlib.import_module(name, package)


def held(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("generator.pipeline.draw", lambda *_, **__: b"%PDF new")
    monkeypatch.setattr(Path, "replace", fail_on_replace)
    return "Stäng filen om den är öppen"


def no_pango(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("generator.document.pdf.tools.importlib.import_module", missing_pango)
    return "Programbiblioteket Pango saknas"


def full_disk(monkeypatch: pytest.MonkeyPatch) -> str:
    def full(*_: object) -> Any:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.pipeline.draw", lambda *_, **__: b"%PDF new")
    monkeypatch.setattr("generator.output.os.fdopen", full)
    return "kan inte skrivas"


def faulty_input(_: pytest.MonkeyPatch) -> str:
    faulty(Path("a"))
    return "femtio"


def missing_letter(_: pytest.MonkeyPatch) -> str:
    # Written so that only the drawing can find it.
    outline = ({"level": 1, "heading": "Rubrik"},)
    written({Association: ({"name": "Förbundet", "year": 2025},), OutlineBlock: outline}, Path("a"))
    Path("a/texter.md").write_text("# Rubrik\n\n&#28450;\n", encoding="utf-8")
    return "Tecknet ”漢” (U+6F22) finns inte i rapportens typsnitt"


@pytest.mark.parametrize(
    ("trouble", "expected"), [(held, 3), (full_disk, 3), (no_pango, 1), (faulty_input, 1), (missing_letter, 1)]
)
def test_when_a_render_fails_the_last_good_report_stays(
    run: Run, monkeypatch: pytest.MonkeyPatch, trouble: Callable[[pytest.MonkeyPatch], str], expected: int
) -> None:
    good(Path("a"))
    Path("output").mkdir()
    Path("output/a.pdf").write_bytes(b"%PDF last good")
    told = trouble(monkeypatch)
    status, out, err = run("render", "a")
    assert status == expected
    assert told in err
    assert "Ingen rapport gjordes. Den tidigare rapporten i output" in err
    assert "Rapporten finns" not in out
    assert ENGLISH.findall(re.sub(r"Debian.*?0\.|Windows", "", err)) == []
    assert [path.name for path in Path("output").iterdir()] == ["a.pdf"]
    assert Path("output/a.pdf").read_bytes() == b"%PDF last good"


def test_without_an_earlier_report_nothing_is_said_about_one(run: Run) -> None:
    faulty(Path("a"))
    _, _, err = run("render", "a")
    assert "Ingen rapport gjordes." in err
    assert "tidigare" not in err
    assert not Path("output").exists()


def test_a_bug_of_the_program_is_told_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def bug(*_: object) -> None:
        message = "nyckeln saknas"
        raise KeyError(message)

    good(Path("a"))
    for command in ("check", "render"):
        monkeypatch.setattr(f"generator.commands.{command}.examine", bug)
        status, out, err = run(command, "a")
        assert (status, out) == (1, "")
        assert "Ett fel i programmet" in err
        assert "Det är inte ditt fel" in err
        assert "nyckeln saknas" in err


def test_a_person_at_a_terminal_sees_each_message_on_a_line_of_its_own(tmp_path: Path) -> None:
    faulty(tmp_path / "a")
    ours, theirs = os.openpty()
    code = "from generator.cli import main; main(['render', 'a'])"
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", code], cwd=tmp_path, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        seen = b""
        try:
            while part := os.read(ours, 4096):
                seen += part
        except OSError:  # the other end is closed
            os.close(ours)
        assert process.wait(60) == 1
    lines = [line.rpartition("\r\x1b[K")[2].rstrip("\r") for line in seen.decode().split("\n")]
    assert any("Läser och kontrollerar" in line for line in seen.decode().split("\n"))
    assert "Läser och kontrollerar" not in "".join(lines)
    assert lines[0] == str(Path("a/underlag.xlsx"))
