"""What is judged of a finished look beside its contrast: that its fonts and pictures are there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.files.pictures import picture_fault
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.names import nearest
from generator.look.messages import (
    LOOK_COVER_WITHOUT_PICTURE,
    LOOK_FONT_UNKNOWN,
    LOOK_PICTURE_MISSING,
    LOOK_PICTURE_WITHOUT_TEXT,
)
from generator.look.profile import Setting
from generator.look.settings import Look
from generator.look.values import FontColumn, LookPictureColumn
from generator.model.rows import columns, heading


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture of a look: its file, and the folder that it must lie in."""

    path: Path
    within: Path


def font_findings(look: Look, stated: Mapping[str, Setting], there: Iterable[str]) -> Iterator[Finding]:
    """Every font named lies in the program or in the look."""
    families = sorted(there)
    for column in columns(Look):
        font = getattr(look, column.name)
        if isinstance(column.kind, FontColumn) and font not in families:
            near = hint(nearest(font, families))
            values = {"column": column.title, "found": font, "hint": near, "exist": ", ".join(families)}
            yield LOOK_FONT_UNKNOWN.found(stated[column.name].source, **values)


def picture_findings(look: Look, stated: Mapping[str, Setting], found: Mapping[str, PictureFile]) -> Iterator[Finding]:
    """Every picture named is there and can be printed; the cover's is described."""
    for column in columns(Look):
        if isinstance(column.kind, LookPictureColumn) and column.name in stated:
            yield from _picture(column.title, stated[column.name], found.get(column.name))
    if look.cover == "bild" and not look.cover_picture:
        values = {"column": heading(Look, "cover_picture")}
        yield LOOK_COVER_WITHOUT_PICTURE.found(stated["cover"].source, **values)
    if look.cover_picture and not look.cover_picture_text:
        source = stated["cover_picture"].source
        yield LOOK_PICTURE_WITHOUT_TEXT.found(source, found=look.cover_picture)


def _picture(title: str, setting: Setting, picture: PictureFile | None) -> Iterator[Finding]:
    values = {"column": title, "found": setting.value}
    if picture is None:
        yield LOOK_PICTURE_MISSING.found(setting.source, **values)
    elif broken := picture_fault(picture.path, picture.within, setting.source, **values):
        yield broken
