"""The folders that a look may lie in, and what such a folder may hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.files.pictures import picture_fault
from generator.files.refused import refused
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.names import Name, clean, nearest
from generator.ground.places import BASE, base_folder, package_looks, templates_folder
from generator.ground.source import Source
from generator.look.fonts import FONT_SUFFIXES, family
from generator.look.messages import (
    LOOK_FILE_NOT_UTF8,
    LOOK_FILE_UNKNOWN,
    LOOK_FONT_UNREADABLE,
    LOOK_TEMPLATE_UNKNOWN,
)
from generator.opener import (
    HAND_WRITTEN,
    Refusal,
    RefusedError,
    is_file,
    is_folder,
    is_inside,
    is_there,
    listed,
    overfull,
    read,
)

OWN = "mall"
"""The folder beside the workbook where an association keeps its own look."""

PROFILE, STYLE = "profil.toml", "stil.css"
FONTS, PICTURES = "fonts", "bilder"
FREE_MARK = "_"
_SYSTEM_FILES = {"thumbs.db", "desktop.ini"}
_EXPLAINING = (".txt", ".md")
"""Files that explain, such as a font's licence, may lie anywhere."""


@dataclass(frozen=True, slots=True)
class LookFolder:
    """A folder with a look. ``shown`` is how messages name it; ``name`` what templates call it.

    ``root`` is the folder that all of it must lie in: the one that it was found in.
    """

    name: str
    path: Path
    shown: str
    root: Path | None = None

    @property
    def within(self) -> Path:
        """The folder that every file of the look must lie in."""
        return self.path if self.root is None else self.root

    def has(self, name: str) -> bool:
        """Whether the look has a file or folder of that name, inside."""
        path = self.path / name
        return self.holds(path) and (is_file(path, self.within) or is_folder(path, self.within))

    def holds(self, path: Path) -> bool:
        """Whether what lies in the look does not lead out of it."""
        return is_inside(path, self.path)

    def text(self, name: str) -> str | None:
        """The text of a file written by hand; None when it is not there or cannot be read as UTF-8."""
        return text_of_file(self.path / name, self.within) if self.holds(self.path / name) else None

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
    return LookFolder(OWN, path, OWN, beside) if is_folder(path, beside) else None


def own_folder_findings(beside: Path) -> Iterator[Finding]:
    """What has the name of the association's own look and leads elsewhere."""
    path = beside / OWN
    if is_there(path) and not is_inside(path, beside):
        yield refused(RefusedError(Refusal.OUTSIDE, path), Source(file=OWN))


def named_folder(name: Name) -> LookFolder | None:
    """The look called ``name``: in ``./templates``, else in the package. None where there is none, or for base."""
    for folder, shown in _places():
        for path in listed(folder):
            if path.name == name and name not in (BASE, OWN) and is_folder(path, folder):
                return LookFolder(path.name, path, f"{shown}/{path.name}", folder)
    return None


def look_names() -> tuple[str, ...]:
    """The looks that may be chosen by name."""
    found = {path.name for folder, _ in _places() for path in listed(folder) if is_folder(path, folder)}
    return (BASE, *sorted(name for name in found | set(package_looks()) if name != BASE and name[0] not in "_."))


def _places() -> tuple[tuple[Path, str], ...]:
    return (Path("templates"), "templates"), (templates_folder(), "templates")


def base_templates() -> tuple[str, ...]:
    """The templates that a look may replace."""
    return tuple(path.name for path in listed(base_folder()) if path.suffix == ".html" and path.name[0] != FREE_MARK)


def folder_findings(folder: LookFolder) -> Iterator[Finding]:
    """What lies in a look's folder that does not belong there or cannot be read."""
    for path in (folder.path, folder.path / FONTS, folder.path / PICTURES):
        if error := overfull(path):
            yield refused(error, Source(file=folder.shown))
    for path in _seen(folder.path):
        name = clean(path.name)
        if not folder.holds(path):
            yield refused(RefusedError(Refusal.OUTSIDE, path), folder.file(name), name)
        elif is_folder(path, folder.within):
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
        source = folder.file(name)
        if not is_inside(inner, path):
            yield refused(RefusedError(Refusal.OUTSIDE, inner), source, name)
        elif path.name == FONTS and not (inner.suffix.lower() in FONT_SUFFIXES and family(inner, path)):
            yield LOOK_FONT_UNREADABLE.found(source, found=inner.name)
        elif path.name == PICTURES and (broken := picture_fault(inner, folder.within, source, found=inner.name)):
            yield broken


def _unknown(folder: LookFolder, name: str, exist: Iterable[str]) -> Finding:
    exist = tuple(exist)
    values = {"found": name, "hint": hint(nearest(name, exist)), "exist": _listed(exist)}
    return LOOK_FILE_UNKNOWN.found(folder.file(name), **values)


def _seen(folder: Path) -> Iterator[Path]:
    """What lies in a folder, but for what is free: names with an underscore, hidden files, what explains."""
    for path in listed(folder):
        explains = is_file(path, None) and path.suffix.lower() in _EXPLAINING
        if path.name[0] not in "_." and path.name.lower() not in _SYSTEM_FILES and not explains:
            yield path


def _hand_written(folder: Path) -> Iterator[Path]:
    yield from (path for path in listed(folder) if path.suffix in {".html", ".css", ".toml"})


def _readable(folder: LookFolder, path: Path) -> Iterator[Finding]:
    """A text file is a regular one, of a sensible size and in UTF-8."""
    source = folder.file(clean(path.name))
    try:
        _decoded(path, folder.within if folder.holds(path) else folder.path)
    except RefusedError as error:
        if error.reason is not Refusal.OUTSIDE or path.name[0] == FREE_MARK:  # else it has been told
            yield refused(error, source, path.name)
    except (OSError, UnicodeDecodeError):
        yield LOOK_FILE_NOT_UTF8.found(source, found=path.name)


def text_of_file(path: Path, within: Path) -> str | None:
    """The text of a file written by hand; None when it is not there or cannot be read as UTF-8."""
    try:
        return _decoded(path, within)
    except (OSError, UnicodeDecodeError):
        return None


def _decoded(path: Path, within: Path) -> str:
    return read(path, within, HAND_WRITTEN).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
