"""The handbook's pictures, drawn by LibreOffice, poppler and Chromium: the example's workbook, report and page.

Run by hand: ``script/pictures``. A picture that shows what has changed since is drawn anew by it.
"""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
from openpyxl.worksheet.header_footer import HeaderFooter
from openpyxl.worksheet.properties import PageSetupProperties
from PIL import Image, ImageChops, ImageOps

from first_hour import desk_pictures
from first_hour.begun_form import begun_form
from first_hour.example import FOLDER, NAME
from first_hour.filled import fill_in, write_texts
from first_hour.run import answer

PLACE = Path("docs/bilder")
TABS = {
    "flik-las-mig.png": "Läs mig",
    "flik-uppgifter.png": "Uppgifter om förbundet",
    "flik-intakter-och-kostnader.png": "Intäkter och kostnader",
}
"""A picture of a tab, and the tab."""
PAGES = {"sida-resultatrakning.png": "Resultaträkning", "sida-noter.png": "Noter"}
"""A picture of a page of the report, and what its heading says."""
FORM = "blankett.png"
"""The picture of a form that an insats has begun to fill in."""
PICTURES = (*TABS, *PAGES, FORM, *desk_pictures.PICTURES)
_TOOLS = ("soffice", "pdftoppm", "pdftotext", "chromium")
_COLOURS, _MARGIN, _OF_PAGE = 32, 40, 1100
_LAST = {"Läs mig": "E40", "Uppgifter om förbundet": "C22", "Intäkter och kostnader": "L13"}
"""The last cell of each tab that is shown."""


def draw() -> None:
    """Draw all pictures anew."""
    missing = [tool for tool in _TOOLS if not shutil.which(tool)]
    if missing:
        raise SystemExit(f"Needs {', '.join(missing)}: LibreOffice, poppler-utils and Chromium.")
    place = PLACE.resolve()
    with tempfile.TemporaryDirectory() as temporary, contextlib.chdir(temporary):
        folder = Path(FOLDER)
        answer("new", FOLDER, typed=f"{NAME}{chr(10) * 40}")
        fill_in(folder)
        write_texts(folder)
        answer("render", FOLDER)
        for picture, tab in TABS.items():
            _keep(_page(_of_tab(folder / "underlag.xlsx", tab), 1, 80), place / picture, 1100)
        report = Path("output") / f"{FOLDER}.pdf"
        for picture, heading in PAGES.items():
            _keep(_page(report, _page_of(report, heading), 70), place / picture, 600)
        Path("blankett.xlsx").write_bytes(begun_form())
        _keep(_page(_as_pdf(Path("blankett.xlsx")), 1, 70), place / FORM, 700)
        for drawn in desk_pictures.draw(folder, place):
            shown = Image.open(drawn).convert("RGB")
            shown.thumbnail((_OF_PAGE, _OF_PAGE))
            shown.quantize(_COLOURS * 2).save(drawn, optimize=True)


def _of_tab(workbook: Path, tab: str) -> Path:
    """A PDF of one tab, one page wide and high, with what formulas give."""
    book = openpyxl.load_workbook(workbook)
    for sheet in book:
        sheet.sheet_state = "visible" if sheet.title == tab else "hidden"
    shown = book[tab]
    book.active = shown
    shown.page_setup.orientation = "landscape"
    shown.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    shown.page_setup.fitToWidth = 1
    shown.page_setup.fitToHeight = 1
    shown.HeaderFooter = HeaderFooter()
    shown.print_area = f"A1:{_LAST[tab]}"
    path = Path(f"{len(tab)}-flik.xlsx")
    book.save(path)
    return _as_pdf(path)


def _as_pdf(path: Path) -> Path:
    _run(["soffice", "--headless", "--convert-to", "pdf", str(path)], LC_ALL="sv_SE.UTF-8")
    return path.with_suffix(".pdf")


def _page(pdf: Path, number: int, density: int) -> Path:
    drawn = pdf.with_name(f"{pdf.stem}-{number}")
    command = ["pdftoppm", "-png", "-singlefile", "-r", str(density * 2), "-f", str(number), str(pdf), str(drawn)]
    _run(command)
    return drawn.with_name(f"{drawn.name}.png")


def _page_of(pdf: Path, heading: str) -> int:
    """The last page that has a line that ends with the heading."""
    command = ["pdftotext", "-layout", str(pdf), "-"]
    pages = _run(command).split("\f")
    lines = [{line.strip().lstrip("0123456789. ") for line in page.splitlines()} for page in pages]
    return max(number for number, each in enumerate(lines, start=1) if heading in each)


def _run(command: Sequence[str], **more: str) -> str:
    environment = {**os.environ, **more}
    return subprocess.run(  # noqa: S603
        command, check=True, capture_output=True, text=True, timeout=120, env=environment
    ).stdout


def _keep(drawn: Path, place: Path, width: int) -> None:
    """Cut the white edges, and keep a small picture of few colours."""
    picture = Image.open(drawn).convert("RGB")
    box = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).getbbox() or (0, 0, *picture.size)
    picture = ImageOps.expand(ImageOps.expand(picture.crop(box), _MARGIN, "white"), 2, "silver")
    picture.thumbnail((width, width * 2))
    picture.quantize(_COLOURS).save(place, optimize=True)


if __name__ == "__main__":
    draw()
