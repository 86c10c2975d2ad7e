"""Command lines and surroundings that no association has."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

from hostile.attack import CHECK, FOLDER, RENDER, Attack

HARD = "Ett hårt\x1b[31m\x9bnamn\x07"
SURROGATE = "a\udcff\udcfe"
LONG = "å" * 10_000
COMMANDS = (
    f"check {FOLDER}",
    f"check {FOLDER} --format json",
    f"check {FOLDER} --numbers",
    f"render {FOLDER}",
    f"figures {FOLDER}",
    f"figures {FOLDER} --format json",
    f"compare {FOLDER} {FOLDER}",
    f"new nytt --from {FOLDER}",
    "new nytt --name A --year 2025",
    "rules",
    "rules --format json",
    "template egen",
    "--help",
    "--version",
    "check --help",
    "chekc",
    "check finnsinte",
    "",
)


def runs(chance: random.Random) -> list[Attack]:
    """All attacks by command line and surroundings."""
    del chance
    return [*_arguments(), *_streams(), *_surroundings()]


def _arguments() -> Iterator[Attack]:
    for kind, text in (("controls", HARD), ("surrogates", SURROGATE), ("10 000 letters", LONG), ("nothing", "")):
        lines: tuple[tuple[str, ...], ...] = (
            ("new", "nytt", "--name", text, "--year", "2025"),
            ("new", text, "--name", "A"),
            ("new", f"x{text}.xlsx", "--name", "A"),
            ("new", "nytt", "--with", text),
            ("new", "nytt", "--from", text or "x"),
            ("check", text or "x"),
            ("check", FOLDER, "--against", text),
            ("check", FOLDER, "--format", text),
            ("check", FOLDER, "--processes", text),
            ("check", FOLDER, f"--{text}"),
            ("check", FOLDER, text or "x", text or "y"),
            ("render", FOLDER, "--output", text),
            ("render", FOLDER, "--output", f"{text}.pdf"),
            ("render", FOLDER, "--output", f"ut/{text}/a.pdf"),
            ("figures", FOLDER, text),
            ("figures", FOLDER, "--trace", text or "x"),
            ("compare", FOLDER, text or "x"),
            ("compare", text or "x", FOLDER),
            ("template", text),
            ("template", "egen", "--for", text or "x"),
            (text or "x",),
        )
        for line in lines:
            yield Attack(f"argument of {kind}", runs=(line,))
    for year in ("9" * 5_000, "-1", "0x10", "٢٠٢٠", "2020.5", "nan"):
        yield Attack("odd year", runs=(("new", "nytt", "--year", year), ("check", FOLDER, "--processes", year)))
    yield Attack("10 000 arguments", runs=(("check", *["x"] * 10_000), ("figures", FOLDER, *["x"] * 10_000)))
    yield Attack("the same 50 times", runs=(("check", *[FOLDER] * 50),))
    yield Attack(
        "a file as folder",
        runs=(("new", f"{FOLDER}/underlag.xlsx/nytt"), ("render", FOLDER, "--output", f"{FOLDER}/underlag.xlsx/a.pdf")),
    )
    yield Attack(
        "a device",
        runs=(
            ("check", "/dev/null"),
            ("render", FOLDER, "--output", "/dev/full"),
            ("render", FOLDER, "--output", "/dev/full/a.pdf"),
        ),
    )
    yield Attack("output is the workbook's folder", runs=(("render", FOLDER, "--output", FOLDER),))


def _streams() -> Iterator[Attack]:
    for command in COMMANDS:
        name = command or "nothing"
        yield Attack(f"no stdin: {name}", runs=(("sh", f"PROGRAM {command} <&-"),))
        yield Attack(f"no stdout: {name}", runs=(("sh", f"PROGRAM {command} >&-"),), silent=True)
        yield Attack(f"no stderr: {name}", runs=(("sh", f"PROGRAM {command} 2>&-"),), silent=True)
        yield Attack(f"no streams: {name}", runs=(("sh", f"PROGRAM {command} <&- >&- 2>&-"),), silent=True)
        yield Attack(
            f"full stdout: {name}",
            runs=(("sh", f"PROGRAM {command} >/dev/full"),),
            place="kan inte|[Dd]isk|utrymme" if command not in {"chekc", ""} else "",
        )
        yield Attack(f"full stderr: {name}", runs=(("sh", f"PROGRAM {command} 2>/dev/full"),), silent=True)
        yield Attack(
            f"broken pipe: {name}",
            runs=(("sh", f"PROGRAM {command} | true; PROGRAM {command} 2>&1 | head -c 1 >/dev/null"),),
        )
        yield Attack(f"read-only stdout: {name}", runs=(("sh", f"PROGRAM {command} 1</dev/null"),), silent=True)


def _surroundings() -> Iterator[Attack]:
    settings: tuple[dict[str, str | None], ...] = (
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"PYTHONIOENCODING": "cp850"},
        {"PYTHONIOENCODING": "utf-16"},
        {"PYTHONIOENCODING": "utf-7"},
        {"TERM": "dumb"},
        {"TERM": None},
        {"HOME": None},
        {"HOME": "/finnsinte"},
        {"HOME": "/dev/null", "XDG_CACHE_HOME": "/dev/null", "XDG_CONFIG_HOME": "/dev/null"},
        {"LANG": "sv_SE.UTF-8", "LC_ALL": "sv_SE.UTF-8"},
        {"LANG": "xx_YY.klingon", "LC_ALL": "xx_YY.klingon"},
        {"COLUMNS": "1", "LINES": "1"},
        {"COLUMNS": "0"},
        {"COLUMNS": "-5"},
        {"COLUMNS": "x" * 100},
        {"COLUMNS": "9" * 4_000},
        {"TZ": "../../../../etc/passwd"},
        {"TZ": "X" * 5_000},
        {"PATH": ""},
        {"PATH": None},
        {"TMPDIR": "/finnsinte"},
        {"TMPDIR": "/dev/null", "TMP": "/dev/null", "TEMP": "/dev/null"},
        {"NO_COLOR": "1", "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"},
        {"LANGUAGE": "de:fr:xx"},
        {"PYTHONMALLOC": "debug"},
        {"PYTHONWARNINGS": "error"},
        {"PYTHONDEVMODE": "1"},
        {"PYTHONHASHSEED": "0"},
        {"PYTHONOPTIMIZE": "2"},
        {"PYTHONDONTWRITEBYTECODE": "1"},
        {"FONTCONFIG_FILE": "/finnsinte", "FONTCONFIG_PATH": "/finnsinte"},
        {"WEASYPRINT_DLL_DIRECTORIES": "/finnsinte"},
    )
    everything = (
        CHECK,
        RENDER,
        ("new", "nytt", "--from", FOLDER),
        ("new", "annat", "--name", "Å", "--year", "2025"),
        ("rules",),
        ("check", "--help"),
        ("chekc",),
    )
    clocks = ("0", "-1", "x", "", "9" * 30, "1e9", "253402300800")
    times: list[dict[str, str | None]] = [{"SOURCE_DATE_EPOCH": clock} for clock in clocks]
    for each in (*settings, *times):
        told = " ".join(f"{name}={'' if text is None else text[:20]}" for name, text in each.items())
        yield Attack(f"with {told}", runs=everything, environment=each)
    for kind, before in (
        ("removed", "mkdir borta && cp -r underlaget borta/ && cd borta && rm -r ../borta"),
        ("unwritable", "chmod a-w ."),
        ("odd name", "mkdir $(printf 'a\\377') && cd $(printf 'a\\377') && cp -r ../underlaget ."),
        ("with controls", "mkdir $(printf 'a\\033[31m') && cd $(printf 'a\\033[31m') && cp -r ../underlaget ."),
        (
            "deep",
            (
                "d=$(printf 'å%.0s' $(seq 100)); for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18"
                "; do mkdir $d && cd $d; done; cp -r $OLDPWD/../../../../../../../../../../../../../.."
                "/../../../underlaget ."
            ),
        ),
        ("little memory", "ulimit -v 600000"),
        ("little time", "ulimit -t 60"),
        ("few files", "ulimit -n 12"),
        ("small files", "ulimit -f 20"),
        ("small stack", "ulimit -s 200"),
        ("no processes", "ulimit -u 0"),
    ):
        for command in (f"check {FOLDER}", f"render {FOLDER}", "new nytt --name A --year 2025", f"check $PWD/{FOLDER}"):
            yield Attack(f"place {kind}", runs=(("sh", f"{before} && PROGRAM {command}"),))
    if Path("/usr/bin/faketime").exists():
        for when in ("1970-01-01", "1979-12-31", "2099-01-01", "1904-01-01"):
            line = f"faketime '{when} 00:00:00' PROGRAM"
            yield Attack(
                f"clock at {when}", runs=(("sh", f"{line} render {FOLDER}"), ("sh", f"{line} new nytt --name A"))
            )
    assert os.name == "posix"
