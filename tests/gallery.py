"""The gallery of looks, ``docs/utseenden.md``: the same four pages of one report in each look, drawn by PDFium.

Run by hand: ``script/gallery``. The report is Jämtland 2021's, without settings and picture of its own: what differs is
the look. The same versions of the libraries give the same pictures.
"""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pypdfium2
from PIL import Image

from generator.ground.places import BASE, package_looks, templates_folder
from generator.look.appearance import APPEARANCE_TAB
from generator.look.folders import PROFILE
from generator.look.settings import Look
from generator.model.rows import columns
from generator.pipeline import draw as drawn
from generator.pipeline import examine

INPUT, TEMPLATE = Path("inputs/jamtland-2021"), "Mall"
GUIDE, PICTURES = Path("docs/utseenden.md"), Path("docs/bilder")
WORDS = ("Av 9 mål", "Vision och värdegrund", "Summa tillgångar")
"""What stands on the pages after the cover: the year in brief, text, a statement."""
WIDTH, GAP, AROUND, COLOURS = 300, 14, "#d5d9dc", 64
ABOUT_BASE = "Grundutseendet: det som gäller när ingen mall är vald."
ALT = "Fyra sidor i {look}: omslaget, Året i korthet, en sida med text och balansräkningen."
START = """# Utseenden

Samma fyra sidor i vart och ett av de utseenden som följer med: omslaget, *Året i korthet*, en sida med text och
balansräkningen. Skriv utseendets namn vid *Mall* i fliken *Utseende*. Allt i det går sedan att ändra: se
[mallar.md](mallar.md). Bilderna görs av `script/gallery`.
"""


def draw() -> None:
    """Draw all pictures anew, and write the page that shows them."""
    parts = [START]
    for name in ("", *package_looks()):
        shown = name or BASE
        picture = PICTURES / f"utseende-{shown}.png"
        _side_by_side([*_pages(_report(name))]).save(picture, optimize=True)
        about = _about(name) if name else ABOUT_BASE
        alt = ALT.format(look="grundutseendet" if not name else f"utseendet {name}")
        parts.append(f"## {shown}\n\n{about}\n\n![{alt}](bilder/{picture.name})\n")
    GUIDE.write_text("\n".join(parts), encoding="utf-8")


def _about(name: str) -> str:
    """What the look's profile says of it in its first line."""
    first = (templates_folder() / name / PROFILE).read_text(encoding="utf-8").partition("\n")[0]
    return first.removeprefix("#").strip()


def _report(name: str) -> bytes:
    """The report in a look, whatever its own settings are."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / INPUT.name
        shutil.copytree(INPUT, folder)
        book = openpyxl.load_workbook(folder / "underlag.xlsx")
        sheet = book[APPEARANCE_TAB.name]
        titles = {TEMPLATE: name} | dict.fromkeys(column.title for column in columns(Look))
        for row in sheet.iter_rows(min_col=1, max_col=2):
            if row[0].value in titles:
                row[1].value = titles[str(row[0].value)] or None
        book.save(folder / "underlag.xlsx")
        return drawn(examine(folder))


def _pages(pdf: bytes) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    for number in (0, *(_page_of(texts, words) for words in WORDS)):
        page = document[number]
        yield page.render(scale=WIDTH * 2 / page.get_width()).to_pil().convert("RGB")


def _page_of(texts: list[str], words: str) -> int:
    """The first page that has the words, in however many lines."""
    return next(number for number, text in enumerate(texts) if words in " ".join(text.split()))


def _side_by_side(pages: list[Image.Image]) -> Image.Image:
    height = max(page.height for page in pages) // 2
    sheet = Image.new("RGB", (len(pages) * (WIDTH + GAP) + GAP, height + 2 * GAP), AROUND)
    for at, page in enumerate(pages):
        small = page.resize((WIDTH, page.height // 2), Image.Resampling.LANCZOS)
        sheet.paste(small, (GAP + at * (WIDTH + GAP), GAP))
    return sheet.quantize(COLOURS)


if __name__ == "__main__":
    draw()
