"""Choosing the look of a report: base < the named look's profil.toml < the association's own < the tab *Utseende*."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.names import Name, nearest
from generator.ground.places import BASE, base_folder, package_looks, templates_folder
from generator.look.appearance import TEMPLATE, Appearance
from generator.look.contrast import contrast_findings
from generator.look.folders import (
    FONTS,
    OWN,
    PICTURES,
    STYLE,
    LookFolder,
    folder_findings,
    look_names,
    named_folder,
    own_folder,
    own_folder_findings,
)
from generator.look.fonts import families
from generator.look.judged import PictureFile, font_findings, picture_findings
from generator.look.messages import LOOK_UNKNOWN
from generator.look.named_pictures import named_picture_findings
from generator.look.profile import Profile, Setting, read_profile
from generator.look.settings import Look
from generator.look.values import LookPictureColumn
from generator.model.rows import columns
from generator.model.underlag import Underlag
from generator.opener import is_file, is_folder, listed, named


@dataclass(frozen=True, slots=True)
class ChosenLook:
    """The look of one report. ``folders`` are the looks it is made of, the one that goes first in front.

    ``pictures`` gives the file of each picture among the settings, and the folder that it must lie in.
    """

    look: Look
    folders: tuple[LookFolder, ...] = ()
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)

    @property
    def font_folders(self) -> tuple[Path, ...]:
        """The folders with the fonts that may be used: the program's and the look's own."""
        own = (folder for folder in self.folders if not folder.is_of_package and folder.has(FONTS))
        return (*bundled_font_folders(), *(folder.path / FONTS for folder in own))

    @property
    def style_sheets(self) -> tuple[Path, ...]:
        """The extra style sheets, the last of which goes before the others."""
        return tuple(folder.path / STYLE for folder in reversed(self.folders) if folder.has(STYLE))


def bundled_font_folders() -> tuple[Path, ...]:
    """The fonts of all looks that come with the program."""
    looks = (base_folder(), *(templates_folder() / name for name in package_looks()))
    return tuple(folder / FONTS for folder in looks if is_folder(folder / FONTS, folder))


def choose_look(underlag: Underlag, beside: Path) -> tuple[ChosenLook, list[Finding]]:
    """Put together the look of the report whose workbook lies in ``beside``; with all that is wrong with it."""
    findings: list[Finding] = list(own_folder_findings(beside))
    own = own_folder(beside)
    own_profile = read_profile(own, own=True) if own else Profile()
    named = _named(underlag, own_profile, findings)
    profiles = [*([read_profile(named, own=False)] if named else []), own_profile]
    folders = tuple(folder for folder in (own, named) if folder)
    stated: dict[str, Setting] = {}
    for profile in profiles:
        stated |= profile.settings
        findings += profile.findings
    for folder in folders:
        findings += folder_findings(folder)
    stated |= _of_tab(underlag)
    look = Look.model_validate({name: setting.value for name, setting in stated.items()})
    chosen = ChosenLook(look, folders, dict(_pictures(stated, underlag, beside, folders)))
    there = families(chosen.font_folders)
    findings += [*font_findings(look, stated, there), *picture_findings(look, stated, chosen.pictures)]
    findings += [*contrast_findings(look, stated), *named_picture_findings(folders, beside)]
    return chosen, findings


def has_untried_files(underlag: Underlag, beside: Path) -> bool:
    """Whether the look has style sheets or templates of its own, which are tried when the report is drawn."""
    own = own_folder(beside)
    named = _named(underlag, read_profile(own, own=True) if own else Profile(), [])
    return any(
        path.name == STYLE or path.suffix == ".html"
        for folder in (own, named)
        if folder and not folder.is_of_package
        for path in listed(folder.path)
    )


def _named(underlag: Underlag, own: Profile, findings: list[Finding]) -> LookFolder | None:
    """The look that the tab names, or else the association's own profil.toml."""
    entry = next(iter(underlag.of(Appearance)), None)
    setting = own.template
    if entry and getattr(entry.row, TEMPLATE):
        setting = Setting(getattr(entry.row, TEMPLATE), entry.source(TEMPLATE))
    if setting is None or Name(setting.value) in (BASE, OWN):
        return None
    folder = named_folder(Name(setting.value))
    if folder is None:
        names = look_names()
        values = {"found": setting.value, "hint": hint(nearest(setting.value, names)), "exist": ", ".join(names)}
        findings.append(LOOK_UNKNOWN.found(setting.source, **values))
    return folder


def _of_tab(underlag: Underlag) -> dict[str, Setting]:
    """The settings that the tab *Utseende* states."""
    entry = next(iter(underlag.of(Appearance)), None)
    if entry is None:
        return {}
    return {
        name: Setting(value, entry.source(name))
        for name in Look.model_fields
        if (value := getattr(entry.row, name)) not in (None, "")
    }


def _pictures(
    stated: Mapping[str, Setting], underlag: Underlag, beside: Path, folders: tuple[LookFolder, ...]
) -> Iterator[tuple[str, PictureFile]]:
    """The file of each picture: a look's own pictures first when the look names it, else beside the workbook.

    A look's picture is named by its file, or with the folder that it lies in, as a style sheet must.
    """
    for column in columns(Look):
        if isinstance(column.kind, LookPictureColumn) and column.name in stated:
            setting = stated[column.name]
            first = [folder for folder in folders if setting.source.file.startswith(f"{folder.shown}/")]
            in_look = setting.value.removeprefix(f"{PICTURES}/")
            tried = (
                *(_inside(folder.path / PICTURES, in_look) for folder in first),
                _inside(beside, setting.value),
                *(_inside(folder.path / PICTURES, in_look) for folder in folders),
            )
            path = next(filter(None, tried), None)
            if path:
                yield column.name, path
    association = underlag.association
    if "logo" not in stated and association and (path := _inside(beside, association.row.logo)):
        yield "logo", path


def _inside(folder: Path, name: str) -> PictureFile | None:
    path = named(folder, name)
    return PictureFile(path, folder) if path and is_file(path, folder) else None
