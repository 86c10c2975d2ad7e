"""What the letters of a page stand on: the page of a PDF of our own making as it looks, with and without them."""

from typing import Any

SCALE = 1.5
"""Dots to a point: letters of nine points are then thirteen dots high."""


def page_and_ground(data: bytes, index: int) -> tuple[Any, Any]:
    """A page as two pictures (Pillow's, RGB, ``SCALE`` dots to a point): as it is, and without its letters."""
    import pypdfium2  # noqa: PLC0415 - needed only where a cover may hide something
    from pypdfium2 import raw  # noqa: PLC0415

    document = pypdfium2.PdfDocument(data)
    try:
        page = document[index]
        whole = page.render(scale=SCALE).to_pil().convert("RGB")
        for letters in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,)):
            raw.FPDFTextObj_SetTextRenderMode(letters, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
        return whole, page.render(scale=SCALE).to_pil().convert("RGB")
    finally:
        document.close()
