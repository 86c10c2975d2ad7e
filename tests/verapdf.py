"""veraPDF, the reference validator of PDF/UA and PDF/A: fetched once, asked about PDFs, and what it says."""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl

ROOT = Path(__file__).resolve().parent.parent
VERSION = "1.28.2"
_SUM = "687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6"
_ARTIFACT = f"org.verapdf.apps:greenfield-apps:{VERSION}"
PLACE = ROOT / ".venv" / "verapdf"
_JAR = PLACE / f"greenfield-apps-{VERSION}.jar"
_JAVA = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Less than half the work, in runs as short as these."""
_MAIN = "org.verapdf.apps.GreenfieldCliWrapper"
PROFILES = ("PDF/A-2A validation profile", "PDF/UA-1 validation profile")


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that a PDF fails: the file, the profile, the clause of its standard, what it asks, and how often."""

    file: str
    profile: str
    clause: str
    asks: str
    times: int

    def __str__(self) -> str:
        """One line."""
        return f"{self.file}: {self.profile}, {self.clause}: {self.asks} ({self.times})"


def missing() -> str:
    """Why nothing can be judged here; empty where it can."""
    if not shutil.which("java"):
        return "Java saknas på datorn (på Debian: apt-get install default-jre-headless)"
    return "" if _JAR.exists() else "veraPDF är inte hämtad: kör script/verapdf --fetch (kräver Maven)"


def fetch() -> None:
    """Fetch the program into the environment's folder, and hold it against its sum."""
    if _JAR.exists():
        return
    if not shutil.which("mvn"):
        sys.exit("Maven saknas på datorn (på Debian: apt-get install maven)")
    PLACE.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=PLACE) as temporary:
        words = ("mvn", "-q", "-B", "dependency:copy", f"-Dartifact={_ARTIFACT}", f"-DoutputDirectory={temporary}")
        subprocess.run(words, check=True)  # noqa: S603
        got = Path(temporary) / _JAR.name
        if hashlib.sha256(got.read_bytes()).hexdigest() != _SUM:
            sys.exit(f"{_JAR.name} är inte den väntade filen")
        got.replace(_JAR)


def faults(paths: Sequence[Path]) -> list[Fault]:
    """Judge PDFs by what they say that they are; a PDF that says nothing of a profile fails it.

    Raises:
        RuntimeError: it gave no answer about a file.

    """
    words = (*_JAVA, "-cp", str(_JAR), _MAIN, "--format", "json", *map(str, paths))
    done = subprocess.run(words, capture_output=True, check=False)  # noqa: S603
    jobs = json.loads(done.stdout)["report"]["jobs"] if done.stdout else []
    if len(jobs) != len(paths):
        told = done.stderr.decode("utf-8", "replace")[-2000:]
        raise RuntimeError(told)
    return [fault for job in jobs for fault in _of(job)]


def _of(job: dict[str, object]) -> Iterator[Fault]:
    name = Path(job["itemDetails"]["name"]).name  # type: ignore[index]
    judged = {each["profileName"]: each for each in job.get("validationResult", ())}  # type: ignore[attr-defined]
    for profile in PROFILES:
        if profile not in judged:
            yield Fault(name, profile, "-", "Filen säger inte att den följer profilen, eller kunde inte läsas", 1)
            continue
        for rule in judged[profile]["details"]["ruleSummaries"]:
            clause = f"{rule['specification']} {rule['clause']}, {rule['testNumber']}"
            yield Fault(name, profile, clause, rule["description"], rule["failedChecks"])


def main() -> None:
    """Judge the PDFs that are named, or one of each kind that the program makes."""
    asked = _asked()
    fetch()
    if asked.fetch:
        return
    if why := missing():
        sys.exit(why)
    with TemporaryDirectory() as temporary:
        paths = asked.files or list(_made(Path(temporary)))
        found = faults(paths)
    for fault in found:
        print(fault)  # noqa: T201
    print(f"veraPDF {VERSION}: {len(paths)} PDF, {len({each.file for each in found})} med fel.")  # noqa: T201
    sys.exit(bool(found))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--fetch", action="store_true", help="only fetch it")
    return parser.parse_args()


def _made(place: Path) -> Iterator[Path]:
    """The inputs, a fifth report, SOFINT in each look, and what else is made of it."""
    from fifth_report import fifth_report  # noqa: PLC0415 - only where all are made
    from pdfs import written  # noqa: PLC0415

    inputs = sorted((ROOT / "inputs").iterdir())
    for folder in inputs:
        yield _rendered(folder, place / f"{folder.name}.pdf")
    fifth = place / "fifth"
    fifth.mkdir()
    written(fifth_report(), fifth)
    yield _rendered(fifth, place / "fifth.pdf")
    sofint = ROOT / "inputs" / "sofint-2020"
    for look in sorted(path.name for path in (ROOT / "templates").iterdir() if path.name != "base"):
        yield _rendered(_with_look(sofint, look, place / look), place / f"look-{look}.pdf")
    for words in (("--utkast", "styrelse"), ("--utkast", "arbete"), ("--webbkopia",)):
        yield _rendered(sofint, place / f"{words[-1].strip('-')}.pdf", *words)
    _run("audit", str(sofint), "--output", str(place / "audit"))
    yield from (place / "audit").glob("*.pdf")


def _with_look(folder: Path, look: str, place: Path) -> Path:
    """A copy of a folder that is in some look, whatever its tab says of colours and fonts."""
    shutil.copytree(folder, place)
    book = openpyxl.load_workbook(place / "underlag.xlsx")
    for name, value in book["Utseende"].iter_rows(min_row=5, max_col=2):
        value.value = look if name.value == "Mall" else None
    book.save(place / "underlag.xlsx")
    return place


def _rendered(folder: Path, target: Path, *words: str) -> Path:
    _run("render", str(folder), *words, "--output", str(target))
    return target


def _run(*words: str) -> None:
    command = [str(ROOT / ".venv" / "bin" / "arsredovisning"), *words]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603


if __name__ == "__main__":
    main()
