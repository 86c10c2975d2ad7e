"""The folders that a look may lie in, and what such a folder may hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.files.pictures import fault
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.names import Name, clean, nearest
from generator.ground.places import BASE, base_folder, package_looks, templates_folder
from generator.ground.source import Source
from generator.look.fonts import FONT_SUFFIXES, family
from generator.look.messages import (
    LOOK_FILE_NOT_UTF8,
    LOOK_FILE_OUTSIDE,
    LOOK_FILE_TOO_LARGE,
    LOOK_FILE_UNKNOWN,
    LOOK_FONT_UNREADABLE,
    LOOK_TEMPLATE_UNKNOWN,
)

OWN = "mall"
"""The folder beside the workbook where an association keeps its own look."""

PROFILE, STYLE = "profil.toml", "stil.css"
FONTS, PICTURES = "fonts", "bilder"
FREE_MARK = "_"
_SYSTEM_FILES = {"thumbs.db", "desktop.ini"}
_EXPLAINING = (".txt", ".md")
"""Files that explain, such as a font's licence, may lie anywhere."""

LARGEST_FILE = 2_000_000
"""Bytes of a template, style sheet or profile: more than anyone writes by hand."""


@dataclass(frozen=True, slots=True)
class LookFolder:
    """A folder with a look. ``shown`` is how messages name it; ``name`` what templates call it."""

    name: str
    path: Path
    shown: str

    def file(self, name: str) -> Source:
        """Make the Source of a file in the folder."""
        return Source(file=f"{self.shown}/{name}")

    @property
    def is_of_package(self) -> bool:
        """Whether the look came with the program, so that its templates are known."""
        return self.path.resolve().is_relative_to(templates_folder().resolve())


def own_folder(beside: Path) -> LookFolder | None:
    """The association's own look, in the folder of its workbook."""
    path = beside / OWN
    return LookFolder(OWN, path, OWN) if path.is_dir() else None


def named_folder(name: Name) -> LookFolder | None:
    """The look called ``name``: in ``./templates``, else in the package. None where there is none, or for base."""
    for folder, shown in _places():
        for path in folder.iterdir() if folder.is_dir() else ():
            if path.is_dir() and path.name == name and name not in (BASE, OWN):
                return LookFolder(path.name, path, f"{shown}/{path.name}")
    return None


def look_names() -> tuple[str, ...]:
    """The looks that may be chosen by name."""
    found = {path.name for folder, _ in _places() if folder.is_dir() for path in folder.iterdir() if path.is_dir()}
    return (BASE, *sorted(name for name in found | set(package_looks()) if name != BASE and name[0] not in "_."))


def _places() -> tuple[tuple[Path, str], ...]:
    return (Path("templates"), "templates"), (templates_folder(), "templates")


def base_templates() -> tuple[str, ...]:
    """The templates that a look may replace."""
    return tuple(sorted(path.name for path in base_folder().glob("*.html") if path.name[0] != FREE_MARK))


def folder_findings(folder: LookFolder) -> Iterator[Finding]:
    """What lies in a look's folder that does not belong there or cannot be read."""
    for path in _seen(folder.path):
        name = clean(path.name)
        if path.is_dir():
            yield from _folder_in_folder(folder, path)
        elif path.suffix == ".html" and name not in base_templates():
            values = {"found": name, "hint": hint(nearest(name, base_templates())), "exist": _listed(base_templates())}
            yield LOOK_TEMPLATE_UNKNOWN.found(folder.file(name), **values)
        elif path.suffix != ".html" and name not in {PROFILE, STYLE}:
            yield _unknown(folder, name, (PROFILE, STYLE, f"{FONTS}/", f"{PICTURES}/", "*.html"))
    for path in _hand_written(folder.path):
        yield from _readable(folder, path)


def _folder_in_folder(folder: LookFolder, path: Path) -> Iterator[Finding]:
    if path.name not in {FONTS, PICTURES}:
        yield _unknown(folder, f"{path.name}/", (f"{FONTS}/", f"{PICTURES}/"))
        return
    for inner in _seen(path):
        name = f"{path.name}/{clean(inner.name)}"
        if path.name == FONTS and not (inner.suffix.lower() in FONT_SUFFIXES and family(inner)):
            yield LOOK_FONT_UNREADABLE.found(folder.file(name), found=inner.name)
        elif path.name == PICTURES and (broken := fault(inner)):
            yield broken.found(folder.file(name), found=inner.name)


def _unknown(folder: LookFolder, name: str, exist: Iterable[str]) -> Finding:
    exist = tuple(exist)
    values = {"found": name, "hint": hint(nearest(name, exist)), "exist": _listed(exist)}
    return LOOK_FILE_UNKNOWN.found(folder.file(name), **values)


def _seen(folder: Path) -> Iterator[Path]:
    """What lies in a folder, but for what is free: names with an underscore, hidden files, what explains."""
    for path in sorted(folder.iterdir()):
        explains = path.is_file() and path.suffix.lower() in _EXPLAINING
        if path.name[0] not in "_." and path.name.lower() not in _SYSTEM_FILES and not explains:
            yield path


def _hand_written(folder: Path) -> Iterator[Path]:
    yield from (path for path in sorted(folder.iterdir()) if path.suffix in {".html", ".css", ".toml"})


def _readable(folder: LookFolder, path: Path) -> Iterator[Finding]:
    """A text file is inside the folder, of a sensible size and in UTF-8."""
    values = {"found": path.name}
    if not _is_inside(path, folder.path):
        yield LOOK_FILE_OUTSIDE.found(folder.file(path.name), **values)
    elif path.is_file() and path.stat().st_size > LARGEST_FILE:
        yield LOOK_FILE_TOO_LARGE.found(folder.file(path.name), **values)
    elif path.is_file() and text_of_file(path) is None:
        yield LOOK_FILE_NOT_UTF8.found(folder.file(path.name), **values)


def text_of_file(path: Path) -> str | None:
    """The text of a file written by hand; None when it cannot be read as UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None


def _is_inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
