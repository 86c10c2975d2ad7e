"""From HTML to PDF with WeasyPrint: laid out, mended, tagged and written."""

import importlib
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from generator.document.addresses import link_addresses
from generator.document.errors import DrawingError, LookFaultError
from generator.document.pdf.closed import assure_closed, refuse_attachments, refuse_links
from generator.document.pdf.cover import OF_COVER, Cover, Words, cover_findings, covers_of, misplaced, unreadable
from generator.document.pdf.cover_title import name_cover, part_title
from generator.document.pdf.decoration import silence_decoration
from generator.document.pdf.divided import read_shared_glyphs_plainly, soften_hyphens
from generator.document.pdf.footnotes import LostNotesError
from generator.document.pdf.layout import laid_out
from generator.document.pdf.line_ends import mend_line_ends
from generator.document.pdf.log import collected_log, told
from generator.document.pdf.metadata import declare_accessible, forbid_smoothing, label_pages
from generator.document.pdf.off_page import told_off_page
from generator.document.pdf.refit import TooWideError
from generator.document.pdf.settled import settle
from generator.document.pdf.style_place import place_in_styles
from generator.document.pdf.table_captions import add_captions, blank_captions
from generator.document.pdf.time_limit import TooSlowError, at_most
from generator.document.pdf.tools import drawing_tools
from generator.document.pdf.unseen import faint_findings, hidden_findings, seen
from generator.document.pdf.variables import settle_variables
from generator.document.stand_in import stand_in
from generator.document.style_limits import refuse_vast_styles
from generator.document.tags.record import Record, recorded
from generator.document.tags.repair import repair_tags
from generator.document.tags.write import UntaggedContentError
from generator.findings.finding import Finding
from generator.ground.source import Source
from generator.look.chosen import ChosenLook
from generator.look.folders import STYLE

VARIANT = "pdf/a-2a"
PRINTED_DOTS = 300
"""Dots an inch of a picture at most: a photograph has many times what a printer shows, and would make a vast PDF."""
SHORTEST_TIME, LETTERS_A_SECOND = 20.0, 5_000
"""Seconds of a processor that any report may take to draw, and letters of HTML for which it may take one more.

A report of thirty pages has 200 000 letters and takes a second and a half; it may take 60, as an old computer needs
several times as long, and dense footnotes too.
"""
TOO_SLOW = (
    "Rapporten blev inte klar på {seconds:.0f} sekunder, och ritningen avbröts. Något är orimligt stort. "
    "Se efter {look_at}."
)
FAILED = "Rapporten går inte att rita: {why}. Se efter {look_at}."
TOO_DEEP, TOO_LARGE = "något ligger för djupt inuti vartannat", "minnet räcker inte"
SENSELESS = "ett mått, en färg eller en form går inte att använda"
TRANSPARENT_TEXT = "Text i en genomskinlig ruta (opacity) kan inte läsas upp. Ge texten en ljusare färg i stället."


Over = Callable[[ModuleType, Any, Any], None]
"""Puts something over a report that is laid out: given WeasyPrint, the root of the report's HTML, and the document."""


@dataclass(frozen=True, slots=True)
class Variant:
    """What is otherwise than in the report itself.

    ``over`` is what a draft adds. ``is_preview``: it is drawn without pictures that are missing, too.
    """

    over: Over | None = None
    is_preview: bool = False


def report_pdf(
    html: str,
    folder: Path,
    chosen: ChosenLook | None = None,
    held: Mapping[str, bytes] | None = None,
    variant: Variant = Variant(),
) -> bytes:
    """Draw a PDF. Pictures come from ``folder`` and the look, fonts from the program and the look, nothing else.

    ``held`` are pictures (JPEG) of our own making, by address. ``variant`` is what is otherwise in a draft.

    Raises:
        MissingLibrariesError: the system libraries for text are missing.
        DrawingError: a picture, a letter or a link is missing, something outside was asked for, or it took too long.

    """
    weasyprint, fetcher = drawing_tools(folder, chosen, held)
    judged = _in_swedish(weasyprint, html, chosen)
    with collected_log() as records, _profile_left_open(), _recorded() as record, judged, at_most(_seconds(html)):
        base = f"{folder.resolve().as_uri()}/"
        parsed = weasyprint.HTML(string=html, base_url=base, url_fetcher=fetcher)
        if variant.is_preview:
            address = partial(weasyprint.urls.url_join, base, allow_relative=True, context="")
            stand_in(parsed.etree_element, lambda url: fetcher(address(url)))
        refuse_attachments(parsed.etree_element)
        refuse_vast_styles(parsed.etree_element, Source(file=_strange_look(chosen)))
        add_captions(parsed.etree_element)
        name_cover(parsed.etree_element)
        silence_decoration(parsed.etree_element)
        link_addresses(parsed.etree_element)
        if chosen:
            settle_variables(parsed.etree_element, chosen)
        document = laid_out(parsed, pdf_variant=VARIANT, dpi=PRINTED_DOTS)
        refuse_links(document)
        if _strange_look(chosen) and (off := told_off_page(document, _look_at(html, chosen))):
            raise DrawingError([off])
        found = seen(document) if chosen and _strange_look(chosen) else None
        if chosen and found:
            _refuse(hidden_findings(found, parsed.etree_element, chosen))
        if variant.over:
            variant.over(weasyprint, parsed.etree_element, document)
        mend_line_ends(document)
        blank_captions(document)
        part_title(document)
        covers = list(covers_of(document))
        _refuse_hidden(chosen, parsed.etree_element, misplaced, covers)
        pdf: bytes = document.write_pdf(pdf_variant=VARIANT, dpi=PRINTED_DOTS, finisher=_finisher(record))
        if _strange_look(chosen) or (chosen and chosen.look.cover == "bild"):
            _refuse_hidden(chosen, parsed.etree_element, partial(unreadable, pdf=pdf), covers)
        if chosen and found:
            _refuse(faint_findings(found, parsed.etree_element, chosen, document, pdf))
    problems = list(dict.fromkeys(told(record) for record in records))
    if problems:
        raise DrawingError(problems)
    return pdf


@contextmanager
def _in_swedish(weasyprint: Any, html: str, chosen: ChosenLook | None) -> Iterator[None]:
    """Tell whatever stops the drawing as what the user can put right."""
    try:
        yield
    except DrawingError:
        raise  # it is told already
    except TooSlowError as error:
        raise DrawingError([TOO_SLOW.format(seconds=_seconds(html), look_at=_look_at(html, chosen))]) from error
    except weasyprint.urls.FatalURLFetchingError as error:
        cause = error.__cause__ or error
        raise (cause if isinstance(cause, DrawingError) else DrawingError([str(cause)])) from error
    except UntaggedContentError as error:
        raise DrawingError([TRANSPARENT_TEXT]) from error
    except LostNotesError as error:
        raise DrawingError(error.told) from error
    except TooWideError as error:
        raise DrawingError([str(error)]) from error
    except (RecursionError, MemoryError) as error:
        why = TOO_DEEP if isinstance(error, RecursionError) else TOO_LARGE
        raise DrawingError([FAILED.format(why=why, look_at=_look_at(html, chosen))]) from error
    except Exception as error:
        if not _has_strangers(html, chosen):
            raise  # then the fault is our own
        raise DrawingError([FAILED.format(why=SENSELESS, look_at=_look_at(html, chosen))]) from error


def _refuse_hidden(
    chosen: ChosenLook | None,
    root: Any,
    hides: Callable[[Cover], Iterator[tuple[Words, str]]],
    covers: Sequence[Cover],
) -> None:
    """Refuse covers that hide their text, as ``hides`` tells."""

    def place(words: Words) -> Source:
        return place_in_styles(chosen, root, words.element, OF_COVER) if chosen else Source()

    _refuse(finding for cover in covers for finding in cover_findings(place, hides(cover)))


def _refuse(findings: Iterable[Finding]) -> None:
    """Draw nothing where the look has faults."""
    if found := tuple(findings):
        raise LookFaultError(found)


def _strange_look(chosen: ChosenLook | None) -> str:
    """The look whose templates may have styles of their own."""
    return next((look.shown for look in (chosen.folders if chosen else ()) if not look.is_of_package), "")


def _seconds(html: str) -> float:
    return SHORTEST_TIME + len(html) / LETTERS_A_SECOND


def _has_strangers(html: str, chosen: ChosenLook | None) -> bool:
    """Whether what is drawn has style sheets, fonts or drawings that did not come with the program."""
    own = chosen is not None and any(not look.is_of_package for look in chosen.folders)
    return own or ".svg" in html.lower()


def _look_at(html: str, chosen: ChosenLook | None) -> str:
    """Where to look for what cannot be drawn: the look's own style sheets first."""
    looks = [look for look in (chosen.folders if chosen else ()) if not look.is_of_package]
    own = [
        f"i {look.shown}/{STYLE} och mallens andra filer" if look.has(STYLE) else f"i {look.shown}" for look in looks
    ]
    pictures = ["i bilderna"] if "<img" in html else []
    places = [*own, *pictures, "i texterna"]
    return places[0] if len(places) == 1 else f"{', '.join(places[:-1])} och {places[-1]}"


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
        repair_tags(pdf, record)
        soften_hyphens(pdf, record.divided)
        read_shared_glyphs_plainly(pdf)
        declare_accessible(pdf)
        forbid_smoothing(pdf)
        label_pages(pdf)
        assure_closed(pdf)
        settle(pdf)

    return finish
