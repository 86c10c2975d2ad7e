"""The pages of appended files drawn, and put into the view as addresses."""

from dataclasses import replace
from pathlib import Path

from generator.blocks.appended_pages import AppendedPages
from generator.document.errors import DrawingError
from generator.files.pdf_pages import UnreadablePdfError, pictures_of_pages
from generator.opener import APPENDIX, named, read
from generator.view.parts import BlockView, ContentView, ReportView

CHANGED = "Filen {name} har ändrats eller försvunnit medan rapporten gjordes. Gör om rapporten."


def with_pages(view: ReportView, folder: Path) -> tuple[ReportView, dict[str, bytes]]:
    """Draw the pages of all appended files. Returns the view with their addresses, and the pictures (JPEG) by address.

    Raises:
        DrawingError: a file has been changed since it was examined.

    """
    held: dict[str, bytes] = {}
    return replace(view, blocks=tuple(_drawn(block, folder, held) for block in view.blocks)), held


def _drawn(block: BlockView, folder: Path, held: dict[str, bytes]) -> BlockView:
    content = block.content
    if not isinstance(content, ContentView) or content.kind != AppendedPages.kind:
        return block
    told = [page for page in _tuple(content.parts["pages"]) if isinstance(page, ContentView)]
    pages = []
    for page, picture in zip(told, _pictures(str(content.parts["file"]), folder, len(told)), strict=True):
        address = f"appended:{len(held) + 1}"
        held[address] = picture
        pages.append(ContentView(page.kind, {**page.parts, "address": address}))
    return replace(block, content=ContentView(content.kind, {**content.parts, "pages": tuple(pages)}))


def _tuple(part: object) -> tuple[object, ...]:
    return part if isinstance(part, tuple) else ()


def _pictures(name: str, folder: Path, count: int) -> tuple[bytes, ...]:
    path = named(folder, name)
    try:
        pictures = pictures_of_pages(read(path, folder, APPENDIX)) if path else ()
    except (OSError, UnreadablePdfError) as error:
        raise DrawingError([CHANGED.format(name=name)]) from error
    if len(pictures) != count:
        raise DrawingError([CHANGED.format(name=name)])
    return pictures
