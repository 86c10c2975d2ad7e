"""From HTML to PDF with WeasyPrint: private fonts, a closed fetcher, and a log that nobody can overlook."""

import atexit
import importlib
import io
import logging
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname
from xml.sax.saxutils import escape

from generator.document.errors import DrawingError
from generator.document.pdf.divided import read_shared_glyphs_plainly, soften_hyphens
from generator.document.pdf.footnotes import LostNotesError, laid_out
from generator.document.pdf.libraries import with_libraries
from generator.document.pdf.line_ends import mend_line_ends
from generator.document.pdf.metadata import declare_accessible, forbid_smoothing
from generator.document.pdf.settled import settle
from generator.document.pdf.time_limit import TooSlowError, at_most
from generator.document.pdf.variables import settle_variables
from generator.document.tags.record import Record, recorded
from generator.document.tags.repair import repair_tags
from generator.document.tags.write import UntaggedContentError
from generator.ground.places import templates_folder
from generator.look.chosen import ChosenLook, bundled_font_folders

FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  {folders}
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


_TOLD = {
    '.notdef glyph rendered for Unicode string unsupported by fonts: "%s" (U+%04X)': (
        "Tecknet ”%s” (U+%04X) finns inte i rapportens typsnitt. Byt ut det i texten."
    ),
    "Failed to load image at %r: %s": "Bilden %s kan inte läsas. Spara om den som png eller jpg.%.0s",
    "Failed to render SVG image %s": "Bilden %s kan inte ritas. Spara om den som png.",
    "No anchor #%s for internal URI reference": "Länken #%s leder ingenstans i rapporten. Rätta den i texten.",
}
"""WeasyPrint's own words for what a user can put right, and ours; the rest is for who shapes the templates."""


VARIANT = "pdf/a-2a"
LONGEST = 300
"""Seconds that a report may take to draw: fifty times what one of thirty pages takes."""
TOO_SLOW = (
    "Rapporten tog mer än fem minuter att rita, och ritningen avbröts. Något är orimligt stort: se efter i mallens "
    "stil.css, i bilderna och i texterna."
)
TRANSPARENT_TEXT = "Text i en genomskinlig ruta (opacity) kan inte läsas upp. Ge texten en ljusare färg i stället."


class MissingLibrariesError(Exception):
    """Pango and its companions, which WeasyPrint draws text with, are not on this computer."""

    def __str__(self) -> str:
        """Say what to install."""
        return (
            "Programbiblioteket Pango saknas, och utan det kan ingen PDF göras. "
            "Debian och Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0. "
            "Windows: installera Pango enligt handboken och ange mappen i WEASYPRINT_DLL_DIRECTORIES."
        )


def report_pdf(html: str, folder: Path, chosen: ChosenLook | None = None) -> bytes:
    """Draw a PDF. Pictures come from ``folder`` and the look, fonts from the program and the look, nothing else.

    Raises:
        MissingLibrariesError: the system libraries for text are missing.
        DrawingError: a picture, a letter or a link is missing, something outside was asked for, or it took too long.

    """
    weasyprint, fetcher = drawing_tools(folder, chosen)
    with collected_log() as records, _profile_left_open(), _recorded() as record:
        try:
            with at_most(LONGEST):
                parsed = weasyprint.HTML(string=html, base_url=f"{folder.resolve().as_uri()}/", url_fetcher=fetcher)
                if chosen:
                    settle_variables(parsed.etree_element, chosen)
                document = laid_out(parsed, pdf_variant=VARIANT)
                mend_line_ends(document)
                pdf: bytes = document.write_pdf(pdf_variant=VARIANT, finisher=_finisher(record))
        except TooSlowError as error:
            raise DrawingError([TOO_SLOW]) from error
        except weasyprint.urls.FatalURLFetchingError as error:
            raise DrawingError([str(error.__cause__ or error)]) from error
        except UntaggedContentError as error:
            raise DrawingError([TRANSPARENT_TEXT]) from error
        except LostNotesError as error:
            raise DrawingError(error.told) from error
    problems = list(dict.fromkeys(_told(record) for record in records))
    if problems:
        raise DrawingError(problems)
    return pdf


def _recorded() -> AbstractContextManager[Record]:
    """Record what WeasyPrint's tags are made from."""
    return recorded(importlib.import_module("weasyprint.pdf.tags"))


@contextmanager
def _profile_left_open() -> Iterator[None]:
    """Pass over the warning for the colour profile, a file that WeasyPrint opens for PDF/A and leaves to be closed."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"unclosed file.*sRGB", category=ResourceWarning)
        yield


def _finisher(record: Record) -> Callable[[Any, Any], None]:
    """What is done to the PDF before it is written: PDF/A-2a becomes PDF/UA-1 as well."""

    def finish(_document: Any, pdf: Any) -> None:
        repair_tags(pdf, record.made)
        soften_hyphens(pdf, record.divided)
        read_shared_glyphs_plainly(pdf)
        declare_accessible(pdf)
        forbid_smoothing(pdf)
        settle(pdf)

    return finish


def drawing_tools(folder: Path, chosen: ChosenLook | None = None) -> tuple[ModuleType, Any]:
    """WeasyPrint with the fonts of a look, and a fetcher that reads ``folder``, the templates and the look."""
    looks = chosen.folders if chosen else ()
    weasyprint = _weasyprint(chosen.font_folders if chosen else ())
    allowed = (folder.resolve(), templates_folder().resolve(), *(look.path.resolve() for look in looks))
    return weasyprint, _closed_fetcher(weasyprint, allowed)


def _told(record: logging.LogRecord) -> str:
    """Say in Swedish what WeasyPrint logged, with pictures by their names instead of their addresses."""
    if record.msg not in _TOLD or not isinstance(record.args, tuple):
        return f"Rapporten kan inte ritas som den ska: {record.getMessage()}"
    parts = (
        unquote(part.rsplit("/", 1)[-1]) if isinstance(part, str) and "://" in part else part for part in record.args
    )
    return (_TOLD[record.msg] % tuple(parts)).strip()


def libraries_version() -> str:
    """The versions that decide the bytes of a PDF, together with the program's own."""
    weasyprint = _weasyprint()
    from weasyprint.text.ffi import pango  # noqa: PLC0415

    number = pango.pango_version()
    return f"WeasyPrint {weasyprint.__version__}, Pango {number // 10000}.{number // 100 % 100}.{number % 100}"


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


@cache
def fonts_only(fonts: tuple[Path, ...]) -> str:
    """Write a configuration for fontconfig with some folders only, so that no font of the computer can slip in."""
    place = Path(tempfile.mkdtemp(prefix="arsredovisning-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    folders = "".join(f"<dir>{escape(str(path.resolve()))}</dir>" for path in fonts)
    config = place / "fonts.conf"
    config.write_text(FONTCONFIG.format(folders=folders, cache=escape(str(place))), encoding="utf-8")
    return str(config)


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


@contextmanager
def collected_log() -> Iterator[list[logging.LogRecord]]:
    """Collect what WeasyPrint logs: a missing letter or picture is only logged, never raised."""
    records: list[logging.LogRecord] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record)

    handler = Collector(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    before = logger.propagate
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield records
    finally:
        logger.removeHandler(handler)
        logger.propagate = before
