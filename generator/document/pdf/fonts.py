"""Fonts: a configuration for fontconfig that knows those of the program and the look, and no others."""

import atexit
import os
import shutil
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from generator.ground.places import templates_folder
from generator.look.fonts import FONT_SUFFIXES, family
from generator.opener import FONT, is_inside, listed, read, saved

FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  {folders}
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


_PREFIX = "arsredovisning-"
_ONLY_ASCII = os.name == "nt"
"""Whether fontconfig opens no path with other letters, such as those of a user called Åsa."""


def fonts_only(fonts: tuple[Path, ...]) -> str:
    """Write a configuration for fontconfig with some folders only, so that no font of the computer can slip in.

    Of a folder that did not come with the program it is given copies: it would follow links, and open anything.
    """
    return _configuration(tuple((folder, tuple(map(saved, listed(folder)))) for folder in fonts))


@cache
def _configuration(fonts: tuple[tuple[Path, tuple[tuple[int, int], ...]], ...]) -> str:
    """Made once for the same files, as they were last saved."""
    place = _new_folder()
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    copied = (_copied(folder, place / f"fonts{number}") for number, (folder, _) in enumerate(fonts))
    folders = "".join(f"<dir>{escape(str(path.resolve()))}</dir>" for path in copied)
    config = place / "fonts.conf"
    config.write_text(FONTCONFIG.format(folders=folders, cache=escape(str(place))), encoding="utf-8")
    return str(config)


def _new_folder(*, only_ascii: bool = _ONLY_ASCII) -> Path:
    """A new folder for temporary files, whose path fontconfig can open."""
    shared = (os.environ.get("PROGRAMDATA"), os.environ.get("PUBLIC")) if only_ascii else ()
    for parent in (tempfile.gettempdir(), *shared):
        if parent and (parent.isascii() or not only_ascii):
            with suppress(OSError):
                return Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
    return Path(tempfile.mkdtemp(prefix=_PREFIX))


def _copied(folder: Path, place: Path, *, only_ascii: bool = _ONLY_ASCII) -> Path:
    """Copy the fonts of a folder, if it is not the program's own or cannot be opened. Returns where they lie."""
    if is_inside(folder, templates_folder()) and (str(folder.resolve()).isascii() or not only_ascii):
        return folder
    place.mkdir()
    for path in listed(folder):
        if path.suffix.lower() in FONT_SUFFIXES and family(path, folder):
            (place / path.name).write_bytes(read(path, folder, FONT))
    return place
