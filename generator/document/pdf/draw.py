"""From HTML to PDF with WeasyPrint: laid out, mended, tagged and written."""

import importlib
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from generator.document.errors import DrawingError
from generator.document.pdf.closed import assure_closed, refuse_attachments, refuse_links
from generator.document.pdf.divided import read_shared_glyphs_plainly, soften_hyphens
from generator.document.pdf.footnotes import LostNotesError
from generator.document.pdf.layout import laid_out
from generator.document.pdf.line_ends import mend_line_ends
from generator.document.pdf.log import collected_log, told
from generator.document.pdf.metadata import declare_accessible, forbid_smoothing
from generator.document.pdf.refit import TooWideError
from generator.document.pdf.settled import settle
from generator.document.pdf.time_limit import TooSlowError, at_most
from generator.document.pdf.tools import drawing_tools
from generator.document.pdf.variables import settle_variables
from generator.document.tags.record import Record, recorded
from generator.document.tags.repair import repair_tags
from generator.document.tags.write import UntaggedContentError
from generator.look.chosen import ChosenLook

VARIANT = "pdf/a-2a"
LONGEST = 300
"""Seconds that a report may take to draw: fifty times what one of thirty pages takes."""
TOO_SLOW = (
    "Rapporten tog mer än fem minuter att rita, och ritningen avbröts. Något är orimligt stort: se efter i mallens "
    "stil.css, i bilderna och i texterna."
)
TRANSPARENT_TEXT = "Text i en genomskinlig ruta (opacity) kan inte läsas upp. Ge texten en ljusare färg i stället."


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
                refuse_attachments(parsed.etree_element)
                if chosen:
                    settle_variables(parsed.etree_element, chosen)
                document = laid_out(parsed, pdf_variant=VARIANT)
                refuse_links(document)
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
        except TooWideError as error:
            raise DrawingError([str(error)]) from error
    problems = list(dict.fromkeys(told(record) for record in records))
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
        assure_closed(pdf)
        settle(pdf)

    return finish
