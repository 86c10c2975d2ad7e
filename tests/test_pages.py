"""How the pages of the reports are filled, and that what tells it sees what a careful typesetter sees."""

from pathlib import Path
from typing import Any

import pymupdf
import pytest
from page_fill import FULL, faults, pages
from pdfs import INPUTS, report


@pytest.mark.slow
@pytest.mark.parametrize("folder", INPUTS, ids=lambda folder: folder.name)
def test_a_report_has_no_empty_half_pages_and_nothing_stands_alone(folder: Path) -> None:
    read = pages(report(folder))
    assert len(read) > 10
    told = [
        (page.number, fault)
        for before, page in zip([None, *read], read, strict=False)
        for fault in faults(page, before)
    ]
    assert told == []
    short = [page.number for page in read if page.end < FULL]
    assert len(short) <= 1, short


def made(*lines: tuple[int, float, str]) -> bytes:
    """A cover, and a page with lines: how far down, in points, the size and the text; a number at its foot."""
    make: Any = pymupdf.open  # published without types
    with make() as document:
        document.new_page()
        page = document.new_page()
        for top, size, text in (*lines, (800, 9, "2")):
            page.insert_text((80, top), text, fontsize=size, fontname="hebo" if text.istitle() else "helv")
        return bytes(document.tobytes())


FIRST = (100, 11.0, "Den första raden.")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ((700, 11.0, "Rubriken"), ["last on the page: Rubriken"]),
        ((700, 11.0, "Tabellen visar:"), ["last on the page: Tabellen visar:"]),
        ((700, 7.0, "Det finstilta."), ["letters of 7 pt"]),
        (
            (700, 11.0, "Den sista raden är mycket lång " * 4 + "."),
            ["outside the text: Den sista raden är mycket lång Den sista"],
        ),
        ((700, 11.0, "Den sista raden."), []),
    ],
)
def test_what_is_wrong_with_a_page_is_told(line: tuple[int, float, str], told: list[str]) -> None:
    (page,) = pages(made(FIRST, line))
    assert list(faults(page)) == told


def test_a_page_is_filled_to_its_last_line_and_not_to_the_notes_at_its_foot() -> None:
    (page,) = pages(made(FIRST, (430, 11.0, "Den sista raden."), (760, 8.5, "En not.")))
    assert 0.45 < page.end < 0.55
