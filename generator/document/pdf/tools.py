"""WeasyPrint as reports are drawn with it: with private fonts, and a fetcher that reads a few folders only."""

import importlib
import io
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from generator.document.pdf.fetcher import closed_fetcher
from generator.document.pdf.fonts import fonts_only
from generator.document.pdf.gradients import mend_gradients
from generator.document.pdf.libraries import with_libraries
from generator.ground.places import templates_folder
from generator.look.chosen import ChosenLook, bundled_font_folders

_FONTS_ELSEWHERE = ("FONTCONFIG_PATH", "FONTCONFIG_SYSROOT")
"""What would send fontconfig elsewhere than to our own configuration."""
_HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")


class MissingLibrariesError(Exception):
    """Pango and its companions, which WeasyPrint draws text with, are not on this computer."""

    def __str__(self) -> str:
        """Say how to get round it, and what to install."""
        return (
            "Programbiblioteket Pango saknas, och utan det kan ingen PDF göras. Gör rapporten för webben i stället "
            "(--format html), öppna den i webbläsaren och skriv ut den, eller gör PDF-filen med programmets mapp för "
            "Windows eller på kansliets server, där Pango finns. "
            "Debian och Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0."
        )


def drawing_tools(
    folder: Path, chosen: ChosenLook | None = None, held: Mapping[str, bytes] | None = None
) -> tuple[ModuleType, Any]:
    """WeasyPrint with the fonts of a look, and a fetcher that reads ``folder``, the templates and the look.

    ``held`` are pictures (JPEG) of our own making, by address.
    """
    looks = chosen.folders if chosen else ()
    weasyprint = _weasyprint(chosen.font_folders if chosen else ())
    own = ((look.path, look.within) for look in looks)
    templates = templates_folder()
    private = Path(os.environ["FONTCONFIG_FILE"]).parent
    allowed = ((folder, folder), (templates, templates), (private, private), *own)
    return weasyprint, closed_fetcher(weasyprint, allowed, held or {})


def _weasyprint(fonts: tuple[Path, ...] = ()) -> ModuleType:
    """Import WeasyPrint, with ``fonts`` or the bundled ones alone; half a second that only a render pays."""
    os.environ["FONTCONFIG_FILE"] = fonts_only(fonts or bundled_font_folders())
    for name in _FONTS_ELSEWHERE:
        os.environ.pop(name, None)
    nowhere = io.StringIO()
    try:
        # WeasyPrint prints English advice when Pango is missing; ours is said in Swedish.
        with redirect_stdout(nowhere), redirect_stderr(nowhere), _homeless():
            weasyprint = with_libraries(lambda: importlib.import_module("weasyprint"))
    except OSError as error:
        raise MissingLibrariesError from error
    _leave_home_alone()
    mend_gradients()
    return weasyprint


@contextmanager
def _homeless() -> Iterator[None]:
    """Let fontconfig, which is set up while WeasyPrint is loaded, find no settings in the user's home."""
    before = {name: os.environ.get(name) for name in _HOMES}
    os.environ |= dict.fromkeys(_HOMES, str(Path(os.environ["FONTCONFIG_FILE"]).parent))
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


@cache
def _leave_home_alone() -> None:
    """Let fontconfig read no settings in the user's home from now on: what is drawn is the same for everybody."""
    ffi = importlib.import_module("weasyprint.text.ffi")
    ffi.ffi.cdef("int FcConfigEnableHome(int enable);")
    ffi.fontconfig.FcConfigEnableHome(0)
