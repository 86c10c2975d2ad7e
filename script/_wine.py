"""Tries the folder for Windows under Wine: what it makes is held against what the program makes here.

It lies in a folder with a blank and Swedish letters in its name, which cannot be written to. Needs ``wine``, and for
Wine 8 or older ``x86_64-w64-mingw32-gcc``: Rust's libraries ask for a library of Windows 10 that it lacks.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

import _windows_folder as folder
import _windows_texts as texts

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / ".venv" / "bin" / "arsredovisning"
NAME = "Mina förbund åäö"
ENDINGS = ("html", "json", "pdf")
COMPILER = "x86_64-w64-mingw32-gcc"
LEDGERS = ("jamtland-2021/bokslut-2021.se", "sydnarke-2021/sydnarke.se", "sofint-2020/saldolista.xlsx")
SECONDS = 300
_RANDOM = (
    "#include <windows.h>\n"
    "BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);\n"
    "__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *data, SIZE_T size) {"
    " return SystemFunction036(data, (ULONG)size); }\n"
)


def tried(target: Path) -> int:
    """Try all; print a line for each. Returns an exit status."""
    if not shutil.which("wine"):
        print("Wine saknas: zip-filen är inte provad.")
        return 2
    with tempfile.TemporaryDirectory(prefix="wine-", ignore_cleanup_errors=True) as temporary:
        place = Path(temporary)
        program = place / NAME
        with zipfile.ZipFile(target) as archive:
            archive.extractall(program)
        inputs = program / "Underlag"
        shutil.copytree(ROOT / "inputs", inputs)
        wine = Wine(place / "prefix", program)
        failed = 0
        try:
            for name, good in _all(wine, program, inputs, place):
                print(f"{'good' if good else 'FAILS':6}{name}", flush=True)
                failed += not good
        finally:
            wine.end()
    return int(failed > 0)


class Wine:
    """A Windows of its own."""

    def __init__(self, prefix: Path, program: Path) -> None:
        """Make it, as Windows 10."""
        self._python = program / folder.TOP / "program" / "python" / "python.exe"
        self._command = program / folder.TOP / "program" / "command.py"
        quiet = {"WINEPREFIX": str(prefix), "WINEDEBUG": "-all", "DISPLAY": ""}
        self._environment = {**os.environ, **quiet, "TEMP": "C:\\users\\Public", "PYTHONIOENCODING": "utf-8"}
        self.run("winecfg", "-v", "win10")
        libraries = prefix / "drive_c" / "windows" / "system32"
        if not (libraries / "bcryptprimitives.dll").exists():
            source = prefix / "random.c"
            source.write_text(_RANDOM)
            made = libraries / "bcryptprimitives.dll"
            if not shutil.which(COMPILER):
                sys.exit(f"{COMPILER} saknas (på Debian: gcc-mingw-w64-x86-64): zip-filen är inte provad.")
            command = [COMPILER, "-shared", "-s", "-o", str(made), str(source), "-ladvapi32"]
            subprocess.run(command, check=True)  # noqa: S603

    def run(self, *words: str, given: Path | None = None) -> tuple[int, str]:
        """Run something; its status and what it said."""
        command = ["wine", *words]
        done = subprocess.run(  # noqa: S603
            command,
            input=b"",  # nothing at all would be taken for somebody to ask
            capture_output=True,
            timeout=SECONDS,
            check=False,
            cwd=given,
            env=self._environment,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")

    def arsredovisning(self, *words: str, given: Path) -> tuple[int, str]:
        """Run a command of the program."""
        return self.run(str(self._python), str(self._command), *words, given=given)

    @contextmanager
    def page(self, given: str, where: Path) -> Iterator[str]:
        """Open the page; its address."""
        command = ["wine", str(self._python), str(self._command), "open", "--no-browser", given]
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with subprocess.Popen(command, cwd=where, env=self._environment, **pipes) as process:  # noqa: S603
            try:
                yield process.stdout.readline().decode("utf-8", "replace").split()[-1]
            finally:
                self.end()

    def end(self) -> None:
        """End all that runs in it."""
        subprocess.run(["wineserver", "-k"], env=self._environment, check=False)  # noqa: S607
        time.sleep(1)


def _all(wine: Wine, program: Path, inputs: Path, place: Path) -> Iterator[tuple[str, bool]]:
    own = program / folder.TOP
    for path in own.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    names = sorted(path.name for path in (ROOT / "inputs").iterdir())
    for name in names:
        here = _here("check", name, "--format", "json", where=inputs)
        there = wine.arsredovisning("check", name, "--format", "json", given=inputs)
        yield f"check {name}", (here[0], here[1]) == (there[0], there[1].replace("\\\\", "/"))
        for ending in ENDINGS:
            made = [place / f"{who}-{name}.{ending}" for who in ("here", "there")]
            _here("render", name, "--format", ending, "--output", str(made[0]), where=inputs)
            wine.arsredovisning("render", name, "--format", ending, "--output", f"Z:{made[1]}", given=inputs)
            yield f"render {name} {ending}", all(map(Path.exists, made)) and len({p.read_bytes() for p in made}) == 1
    first = names[0]
    status, _ = wine.arsredovisning("new", "Nytt förbund", "--name", "Förbundet Å", "--year", "2025", given=inputs)
    yield "new", status == 0 and (inputs / "Nytt förbund" / "underlag.xlsx").exists()
    yield "check of the new", wine.arsredovisning("check", "Nytt förbund", given=inputs)[0] in {0, 1}
    yield "several at once", wine.arsredovisning("check", *names, given=inputs)[0] == 0
    yield "forms", wine.arsredovisning("forms", first, given=inputs)[0] in {0, 1}
    yield from _papers(wine, first, inputs, place)
    yield from _ledgers(wine, inputs)
    with wine.page(first, inputs) as address:
        yield "the page", _asked(address)
    yield "opened inside the zip", _packed(wine, own, place)
    kept = [path for path in own.rglob("*") if path.suffix == ".pyc" and "__pycache__" in path.parts]
    yield "nothing written in the folder", not kept


def _papers(wine: Wine, name: str, inputs: Path, place: Path) -> Iterator[tuple[str, bool]]:
    """The auditor's papers are the same, but for the links: they lead to where the underlag lies."""
    made = [place / f"{who}-papers" for who in ("here", "there")]
    _here("audit", name, "--output", str(made[0]), where=inputs)
    wine.arsredovisning("audit", name, "--output", f"Z:{made[1]}", given=inputs)
    files = [sorted(each.iterdir()) for each in made]
    same = [each.name for each in files[0]] == [each.name for each in files[1]] and len(files[0]) == 2  # noqa: PLR2004
    yield f"audit {name}", same
    pdf = [next(path for path in each if path.suffix == ".pdf").read_bytes() for each in files] if same else []
    yield f"audit {name} pdf", same and pdf[0] == pdf[1]


def _ledgers(wine: Wine, inputs: Path) -> Iterator[tuple[str, bool]]:
    """A ledger's file alone, as it came of the ledger's program."""
    for name in LEDGERS:
        shutil.copy(ROOT / "tests" / "ledgers" / name, inputs)
        words = ("ledger", Path(name).name, "--format", "json")
        yield f"ledger {name}", _here(*words, where=inputs) == wine.arsredovisning(*words, given=inputs)


def _here(*words: str, where: Path) -> tuple[int, str]:
    command = [str(HERE), *words]
    done = subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)  # noqa: S603
    return done.returncode, done.stdout


def _asked(address: str) -> bool:
    origin = "/".join(address.split("/")[:3])
    request = urllib.request.Request(  # noqa: S310 - our own address
        f"{address}made?what=pdf", method="POST", headers={"origin": origin, "x-arsredovisning": "1"}
    )
    with urllib.request.urlopen(address, timeout=60) as page, urllib.request.urlopen(request, timeout=120) as pdf:  # noqa: S310
        return page.status == pdf.status == HTTPStatus.OK and pdf.read(5) == b"%PDF-"


def _packed(wine: Wine, own: Path, place: Path) -> bool:
    alone = place / "Temp"
    alone.mkdir()
    shutil.copy(own / texts.START, alone)
    status, said = wine.run("cmd", "/c", texts.START, given=alone)
    return status == 1 and "Packa upp mappen" in said


if __name__ == "__main__":
    sys.exit(tried(Path(sys.argv[1])))
