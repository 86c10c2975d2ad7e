"""WeasyPrint as reports are drawn with it: with private fonts, and a fetcher that reads a few folders only."""

import importlib
import io
import os
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

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
    allowed = (folder.resolve(), templates_folder().resolve(), *(look.path.resolve() for look in looks))
    return weasyprint, _closed_fetcher(weasyprint, allowed)


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


def _closed_fetcher(weasyprint: ModuleType, allowed: Sequence[Path]) -> Any:
    """A fetcher that reads files of the allowed folders and data addresses, and nothing else."""

    class ClosedFetcher(weasyprint.urls.URLFetcher):  # type: ignore[name-defined,misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            parts = urlsplit(url)
            if parts.scheme == "file":
                path = Path(url2pathname(parts.path)).resolve()
                if parts.netloc or not any(path.is_relative_to(folder) for folder in allowed):
                    message = f"{path.name} ligger utanför rapportens mapp och får inte läsas."
                    raise ValueError(message)
                if not path.is_file():
                    message = f"Filen {path.name} finns inte i rapportens mapp. Lägg den där, eller rätta namnet."
                    raise ValueError(message)
            elif parts.scheme != "data":
                message = f"Adressen {url} får inte hämtas: rapporten görs utan nätet. Spara filen i rapportens mapp."
                raise ValueError(message)
            return super().fetch(url, headers)

    return ClosedFetcher(allowed_protocols=["file", "data"], fail_on_errors=True)
