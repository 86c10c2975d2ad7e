"""WeasyPrint as reports are drawn with it: with private fonts, and a fetcher that reads a few folders only."""

import importlib
import io
import os
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any

from generator.document.pdf.fetcher import closed_fetcher
from generator.document.pdf.fonts import fonts_only
from generator.document.pdf.libraries import with_libraries
from generator.ground.places import templates_folder
from generator.look.chosen import ChosenLook, bundled_font_folders


class MissingLibrariesError(Exception):
    """Pango and its companions, which WeasyPrint draws text with, are not on this computer."""

    def __str__(self) -> str:
        """Say what to install."""
        return (
            "Programbiblioteket Pango saknas, och utan det kan ingen PDF göras. "
            "Debian och Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0. "
            "Windows: installera Pango enligt handboken och ange mappen i WEASYPRINT_DLL_DIRECTORIES."
        )


def drawing_tools(folder: Path, chosen: ChosenLook | None = None) -> tuple[ModuleType, Any]:
    """WeasyPrint with the fonts of a look, and a fetcher that reads ``folder``, the templates and the look."""
    looks = chosen.folders if chosen else ()
    weasyprint = _weasyprint(chosen.font_folders if chosen else ())
    own = ((look.path, look.within) for look in looks)
    templates = templates_folder()
    private = Path(os.environ["FONTCONFIG_FILE"]).parent
    allowed = ((folder, folder), (templates, templates), (private, private), *own)
    return weasyprint, closed_fetcher(weasyprint, allowed)


def _weasyprint(fonts: tuple[Path, ...] = ()) -> ModuleType:
    """Import WeasyPrint, with ``fonts`` or the bundled ones alone; half a second that only a render pays."""
    os.environ["FONTCONFIG_FILE"] = fonts_only(fonts or bundled_font_folders())
    nowhere = io.StringIO()
    try:
        # WeasyPrint prints English advice when Pango is missing; ours is said in Swedish.
        with redirect_stdout(nowhere), redirect_stderr(nowhere):
            return with_libraries(lambda: importlib.import_module("weasyprint"))
    except OSError as error:
        raise MissingLibrariesError from error
