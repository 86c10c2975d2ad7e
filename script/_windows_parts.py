"""The packages that the folder for Windows is made of: which are needed, fetched with their hashes and opened."""

import io
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from email.parser import HeaderParser
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PLATFORM = "win_amd64"


def windows() -> dict[str, str]:
    """What markers ask of the Windows that the folder is for, with the Python that runs here."""
    number = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {
        "os_name": "nt",
        "sys_platform": "win32",
        "platform_system": "Windows",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "python_version": number,
        "python_full_version": f"{number}.0",
    }


def for_windows(lock: str, environment: Mapping[str, str]) -> str:
    """The lines of a lock that hold on Windows, without their markers: pip asks them of the computer it runs on."""
    kept = []
    for line in lock.replace("\\\n", " ").splitlines():
        wanted, *hashes = (part.strip() for part in line.partition("#")[0].split("--hash="))
        if not wanted:
            continue
        name, _, marker = wanted.partition(";")
        if not marker or Marker(marker).evaluate(dict(environment)):
            kept.append(" ".join([name.strip(), *(f"--hash={each}" for each in hashes)]))
    return "\n".join(kept) + "\n"


def fetched(requirements: str, place: Path, *options: str) -> list[Path]:
    """Fetch what is required, with the hashes that it must have.

    Raises:
        subprocess.CalledProcessError: it is not to be had, or is another.

    """
    place.mkdir(parents=True)
    listed = place.with_suffix(".txt")
    listed.write_text(requirements, encoding="utf-8")
    asked = ["download", "--quiet", "--no-deps", "--require-hashes", "--requirement", str(listed), "--dest", str(place)]
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", *asked, *options]
    subprocess.run(command, check=True)  # noqa: S603 - pip
    return sorted(place.iterdir())


def wheels(lock: str, place: Path) -> list[Path]:
    """Fetch the wheels of a lock, as Windows needs them."""
    number = f"{sys.version_info.major}.{sys.version_info.minor}"
    kind = ["--platform", PLATFORM, "--python-version", number, "--implementation", "cp"]
    return fetched(for_windows(lock, windows()), place, "--only-binary=:all:", *kind)


def opened(path: Path) -> dict[str, bytes]:
    """The files of a wheel."""
    return unzipped(path.read_bytes())


def unzipped(data: bytes) -> dict[str, bytes]:
    """The files of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}


def embedded(path: Path) -> dict[str, bytes]:
    """The files of the embeddable Python, a zip within its package."""
    with tarfile.open(path) as archive:
        (inner,) = (member for member in archive if member.name.endswith("/data.zip"))
        file = archive.extractfile(inner)
        return unzipped(file.read() if file else b"")


def metadata(files: Mapping[str, bytes]) -> tuple[str, str, str, list[str]]:
    """Name, version, licence and requirements of a wheel."""
    (told,) = (data for name, data in files.items() if name.endswith(".dist-info/METADATA"))
    head = HeaderParser().parsestr(told.decode("utf-8").partition("\n\n")[0])
    classes = [each.rpartition(" :: ")[2] for each in head.get_all("Classifier", []) if each.startswith("License ::")]
    licence = head.get("License-Expression") or ", ".join(classes) or head.get("License", "").partition("\n")[0]
    return head["Name"], head["Version"], licence, head.get_all("Requires-Dist", [])


def needed(root: Mapping[str, bytes], others: Mapping[str, Mapping[str, bytes]], extras: tuple[str, ...]) -> list[str]:
    """The names of the wheels that the program needs on Windows, in order; those that build it are not among them.

    Raises:
        KeyError: one is needed that was not fetched.

    """
    found: dict[str, None] = {}
    todo = list(_required(root, extras))
    while todo:
        name, asked = todo.pop()
        if name not in found:
            found[name] = None
            todo += _required(others[name], asked)
    return sorted(found)


def _required(files: Mapping[str, bytes], extras: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in metadata(files)[3]:
        wanted = Requirement(line)
        held = ("", *extras)
        if wanted.marker is None or any(wanted.marker.evaluate({**windows(), "extra": extra}) for extra in held):
            yield canonicalize_name(wanted.name), tuple(wanted.extras)
