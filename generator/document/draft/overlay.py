"""Sheets laid over the pages of a report: both are laid out by themselves, so that neither moves the other.

A sheet's boxes are drawn after the page's own, at the same places on the paper. Nothing in a report's style sheets can
reach them.
"""

from typing import Any


def lay_over(document: Any, sheets: Any, wider: float = 0.0) -> None:
    """Lay each sheet over the page of the same number; those that are left come after the last page.

    ``wider`` is how many pixels each page grows to the right.
    """
    pages = document.pages
    for page, sheet in zip(pages, sheets.pages, strict=False):
        _box(page).children = [*_box(page).children, *_box(sheet).children]
        _box(page).margin_right += wider
    made = type(pages[0])
    document.pages[:] = [*(made(_box(page)) for page in pages), *sheets.pages[len(pages) :]]


def _box(page: Any) -> Any:
    return page._page_box  # noqa: SLF001 - WeasyPrint has no other way to the boxes of a page
