"""Reading finished PDFs as a reader does: lines on pages, headings, bookmarks, fonts. And making PDFs to read."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import pymupdf
from hard_html import hard_html
from made_once import once
from straight import xlsx

from generator.document.html.page import report_html
from generator.document.pdf.draw import report_pdf
from generator.look.chosen import ChosenLook, choose_look
from generator.look.settings import Look
from generator.model.rows import Row
from generator.pipeline import Examination, draw, examine
from generator.subjects.registry import all_tabs
from generator.view.report_view import report_view

ROOT = Path(__file__).resolve().parent.parent
INPUTS = sorted((ROOT / "inputs").iterdir())
SOFINT = ROOT / "inputs" / "sofint-2020"
HEADING_FONT = "Source-Serif-4-Semi-Bold"
POINTS_PER_MM = 72 / 25.4
MARGINS_MM = (29, 27)
"""What stands within the upper and lower margin is running head or page number, not text of the report."""


@dataclass(frozen=True)
class Line:
    """A line of text: its page (from 1), where its top is, in points, its text and its first letter's font."""

    page: int
    top: float
    text: str
    font: str

    @property
    def is_heading(self) -> bool:
        return self.font == HEADING_FONT


def _document(pdf: bytes) -> Any:
    make: Any = pymupdf.open  # published without types
    return make(stream=pdf)


def plain(text: str) -> str:
    """A text with ordinary spaces: a PDF does not tell kinds of space apart."""
    return re.sub(r"[\s\u00a0]+", " ", text).strip()


@lru_cache(maxsize=4)
def _all_lines(pdf: bytes) -> tuple[tuple[Line, float, float], ...]:
    return tuple(_read_lines(pdf))


def _read_lines(pdf: bytes) -> Iterator[tuple[Line, float, float]]:
    with _document(pdf) as document:
        for number, page in enumerate(document, start=1):
            for block in page.get_text("dict")["blocks"]:
                for line in block.get("lines", ()):
                    spans = line["spans"]
                    text = plain("".join(span["text"] for span in spans))
                    if text:
                        top, bottom = line["bbox"][1], line["bbox"][3]
                        yield Line(number, top, text, spans[0]["font"]), bottom, page.rect.height


def body_lines(pdf: bytes) -> list[Line]:
    """The report's own lines, page by page from the top, without running heads and page numbers."""
    above, below = (each * POINTS_PER_MM for each in MARGINS_MM)
    lines = [line for line, bottom, height in _all_lines(pdf) if line.top > above and bottom < height - below]
    return sorted(lines, key=lambda line: (line.page, round(line.top)))


def running_lines(pdf: bytes) -> list[Line]:
    """What stands in the upper and lower margins."""
    inner = set(body_lines(pdf))
    return [line for line, _, _ in _all_lines(pdf) if line not in inner]


def pieces(pdf: bytes, page: int) -> list[tuple[float, str]]:
    """The pieces of text of a page (from 1), each of one font and line, with where it begins."""
    with _document(pdf) as document:
        blocks = document[page - 1].get_text("dict")["blocks"]
    spans = (span for block in blocks for line in block.get("lines", ()) for span in line["spans"])
    return [(span["bbox"][0], plain(span["text"])) for span in spans]


def lefts(pdf: bytes, page: int, text: str) -> list[float]:
    """Where on the line a text begins, each time it stands on a page (from 1), also amid a line."""
    with _document(pdf) as document:
        return [rectangle.x0 for rectangle in document[page - 1].search_for(text)]


def page_text(pdf: bytes, page: int) -> str:
    """All text of a page (from 1), its own and the margins', with ordinary spaces."""
    with _document(pdf) as document:
        return plain(document[page - 1].get_text())


def pages_with(pdf: bytes, text: str) -> list[int]:
    """The pages (from 1) where a text stands."""
    with _document(pdf) as document:
        return [number for number, page in enumerate(document, start=1) if text in plain(page.get_text())]


def page_count(pdf: bytes) -> int:
    with _document(pdf) as document:
        return int(document.page_count)


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def bookmarks(pdf: bytes) -> list[tuple[int, str, int]]:
    """The bookmarks in order: depth from 1, title, page from 1."""
    with _document(pdf) as document:
        return [(depth, plain(title), page) for depth, title, page, *_ in document.get_toc()]


def fonts(pdf: bytes) -> set[tuple[str, bool]]:
    """The fonts of all pages: the name without its subset mark, and whether the font lies in the file."""
    found = set()
    for page in opened(pdf).pages:
        resources: Any = page.get("/Resources", {})
        for font in dict(resources.get("/Font", {})).values():
            name = str(font["/BaseFont"]).partition("+")[2] or str(font["/BaseFont"])
            descendant = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
            described = descendant.get("/FontDescriptor", {})
            found.add((name, any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3"))))
    return found


def examined(folder: Path = SOFINT) -> Examination:
    """SOFINT 2020 or another input, examined once for all tests; for those who need no drawing of it."""
    return _examined(folder)


@cache
def _examined(folder: Path) -> Examination:
    return examine(folder)


@cache
def sofint() -> tuple[Examination, str, bytes]:
    """The report of SOFINT 2020, made once for all tests: what was examined, the HTML and the PDF."""
    return examined(SOFINT), html_of_input(SOFINT), report(SOFINT)


def report(folder: Path) -> bytes:
    """The PDF of one of the inputs, drawn once for all tests."""
    return once(f"{folder.name}.pdf", lambda: draw(examined(folder)))


def html_of_input(folder: Path) -> str:
    """The HTML that the PDF of one of the inputs is drawn of."""
    examination = examined(folder)
    assert examination.underlag is not None
    chosen, _ = choose_look(examination.underlag, folder)
    return html_of(examination, chosen)


@cache
def hard() -> tuple[str, bytes]:
    """The document that is hard to tag, drawn once for all tests: the HTML and the PDF."""
    html = hard_html()
    return html, once("hard.pdf", lambda: report_pdf(html, Path(__file__).resolve().parent))


def html_of(examination: Examination, chosen: ChosenLook | None = None) -> str:
    """The report as HTML, in base's look without another."""
    return report_html(report_view(examination.whole), chosen or ChosenLook(Look()))


def written(values: Mapping[type[Row], Sequence[Mapping[str, Any]]], folder: Path) -> Path:
    """Write a workbook with ``values`` in ``folder``."""
    path = folder / "underlag.xlsx"
    path.write_bytes(xlsx(all_tabs(), values))
    return path


def drawn(values: Mapping[type[Row], Sequence[Mapping[str, Any]]]) -> bytes:
    """Make the whole way from ``values`` to a PDF."""
    with TemporaryDirectory() as folder:
        examination = examine(written(values, Path(folder)))
        errors = [str(finding) for finding in examination.findings] if examination.has_errors else []
        assert errors == []
        return draw(examination)
