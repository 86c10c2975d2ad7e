"""The layout of the folder for Windows: which file of which package lies where, and the zip of it all. No I/O.

    Årsredovisning.cmd      what is double-clicked
    LÄS MIG.txt
    program/python/         Python as python.org packs it for other programs
    program/modules.zip     the program and what else is nothing but modules, compiled
    program/lib/            libraries with files of their own, compiled
    program/pango/          the libraries that shape letters in a PDF
    program/templates/, program/desk/, program/docs/, program/licenser/

Few files: each one is unpacked, looked at by a virus scanner and copied to a cloud.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from typing import Final

import _windows_texts as texts

TOP: Final = "Arsredovisning"
LONGEST: Final = 90
"""Letters of a path within the folder: Windows takes 260 in all, and the folder lies somewhere."""
ARCHIVE: Final = "program/modules.zip"
_DATE = (2020, 1, 1, 0, 0, 0)

LIBRARIES = (
    *("gobject-2.0-0", "pango-1.0-0", "pangoft2-1.0-0", "harfbuzz", "harfbuzz-subset", "fontconfig-1"),  # asked for
    *("glib-2.0-0", "gio-2.0-0", "gmodule-2.0-0", "intl-8", "ffi-7", "pcre2-8-0"),  # and what these need
    *("freetype-6", "fribidi-0", "libexpat", "png16", "z-1", "bz2"),
)
"""The libraries of GStreamer that WeasyPrint asks for, and what they need."""

_OWN_DATA = re.compile(r"generator/_?(?=.*(?<!\.py)$)")
"""The program's files that are no modules: it looks for them beside itself when it is an archive."""

_NOT_NEEDED = re.compile(
    r"(^|/)(tests?|testing|__pycache__|include|locale)/|\.(pyi|pyx|pxd|pxi|c|h|cpp|lib|exe)$|/py\.typed$"
    r"|^babel/locale-data/(?!(root|sv|sv_SE|en|en_US)\.dat)"
    r"|^pyphen/dictionaries/(?!hyph_(sv|en_GB)\.dic)"
    r"|^(markdown_it|mdit_py_plugins)/.*\.(md|yaml)$|^PIL/_(avif|imagingtk)\."
)
"""What nothing asks for; other languages than a report's, and kinds of pictures that no report has."""
_LICENCE = re.compile(r"(licen[sc]e|copying|notice|authors|ofl)[^/]*$", re.IGNORECASE)


def of_wheel(name: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Where the files of a wheel lie in the folder: modules still as they are written, licences by the wheel's name."""
    found = {}
    for path, data in files.items():
        if ".dist-info/" in path:
            if _LICENCE.search(path):
                found[f"program/licenser/{name}/{path.rpartition('/')[2]}"] = data
        elif ".data/" not in path and not _NOT_NEEDED.search(path):
            own, count = _OWN_DATA.subn("program/", path, count=1)
            found[own if count else f"program/lib/{path}"] = data
    return found


def packed(files: Mapping[str, bytes], compiled: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with all modules compiled; the packages that are nothing but modules lie together in one archive.

    ``compiled`` has the bytecode of each module, by the module's place.
    """
    with_files = {_package(name) for name in files if name.startswith("program/lib/") and not name.endswith(".py")}
    archive, others = {}, {}
    for name, data in files.items():
        code = compiled.get(name)
        if code is None:
            others[name] = data
        elif _package(name) in with_files:
            others[f"{name}c"] = code
        else:
            archive[f"{name.removeprefix('program/lib/')}c"] = code
    return others | {ARCHIVE: zipped(archive, zipfile.ZIP_STORED)}


def _package(name: str) -> str:
    return name.split("/")[2].partition(".")[0]


def of_python(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Where the files of the embeddable Python lie; it looks for modules in the program's folder, and nowhere else."""
    found = {f"program/python/{name.rpartition('/')[2]}": data for name, data in files.items()}
    (path,) = (name for name in found if name.endswith("._pth"))
    standard = path.rpartition("/")[2].replace("._pth", ".zip")
    return found | {path: f"{standard}\r\n.\r\n..\\modules.zip\r\n..\\lib\r\n".encode("ascii")}


def of_pango(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Where the libraries of Pango lie, out of the wheel of GStreamer.

    Raises:
        KeyError: the wheel has them no more.

    """
    by_name = {name.rpartition("/")[2]: data for name, data in files.items() if "/bin/" in name}
    return {f"program/pango/{name}.dll": by_name[f"{name}.dll"] for name in LIBRARIES}


def of_texts(version: str, parts: Iterable[tuple[str, str, str]], handbook: bytes) -> dict[str, bytes]:
    """What the folder says; ``parts`` are name, version and licence."""
    listed = "".join(f"{name} {number}: {licence}\n" for name, number, licence in parts)
    files = {
        texts.START: (texts.START_TEXT, "utf-8"),
        texts.COMMANDS: (texts.COMMANDS_TEXT, "ascii"),
        texts.NOTES: (texts.NOTES_TEXT.format(version=version), texts.ENCODING_OF_NOTES),
        "program/licenser.txt": (texts.LICENCES_TEXT.format(parts=listed), texts.ENCODING_OF_NOTES),
        "program/start.pyw": (texts.GUI, "utf-8"),
        "program/command.py": (texts.COMMAND, "utf-8"),
    }
    told = {name: texts.lines_of_windows(text).encode(encoding) for name, (text, encoding) in files.items()}
    return told | {"program/handbok.md": handbook}


def too_long(names: Iterable[str]) -> list[str]:
    """Paths that somebody's Windows would refuse."""
    return [name for name in names if len(name) > LONGEST]


def zipped(files: Mapping[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip: the same bytes for the same files."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # the same wherever it is made
            archive.writestr(entry, files[name], how, 9)
    return whole.getvalue()
