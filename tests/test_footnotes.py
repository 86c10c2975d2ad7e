"""No footnote is lost: WeasyPrint 70 may forget dense notes while it tries the height of two columns."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pdf_structure import Structure

import generator.document.pdf.footnotes as footnotes_module
import generator.document.pdf.layout as layout_module
from generator.document.errors import DrawingError
from generator.document.pdf.draw import report_pdf
from generator.document.pdf.footnotes import LostNotesError
from generator.document.pdf.layout import laid_out

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).resolve().parent
STYLE = """
@page { size: A6; margin: 10mm }
html { font: 10pt/1.4 "Source Sans 3" }
.columns { columns: 2 }
note { float: footnote }
.hidden { display: none }
"""
WORDS = ["Förbundet", "samordnar", "insatser", "för", "människor", "som", "behöver", "stöd", "från", "flera", "håll"]


def _dense_notes() -> str:
    """A text in two columns with a long note for every seventh word: in two columns 15 of the 22 are lost."""
    words = [
        word + (f"<note>Not {i // 7 + 1} {' '.join((WORDS * 4)[:34])}.</note>" if i % 7 == 6 else "")
        for i, word in enumerate((WORDS * 14)[:154])
    ]
    return (
        f'<!doctype html><html lang="sv"><head><title>T</title><style>{STYLE}</style></head><body>'
        f'<h1>Uppdrag</h1><div class="columns"><p>{" ".join(words)}</p></div>'
        '<h1>Resten</h1><div class="columns"><p>Kort text.</p></div>'
        '<p class="hidden">Dold<note>Dold not.</note></p></body></html>'
    )


@dataclass(frozen=True)
class Drawn:
    """The dense notes drawn once: the PDF, how many notes each layout lost, and the first of the layouts."""

    pdf: bytes
    lost: list[int]
    first: "LaidOut"


@dataclass(frozen=True)
class LaidOut:
    """A document of WeasyPrint's that has its layout already."""

    etree_element: Any
    document: Any

    def render(self, **_: Any) -> Any:
        return self.document


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    lost: list[int] = []
    layouts: list[LaidOut] = []
    look: Any = footnotes_module.lost_notes

    def noted(root: Any, document: Any) -> list[Any]:
        found: list[Any] = look(root, document)
        lost.append(len(found))
        layouts.append(LaidOut(root, document))
        return found

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(layout_module, "lost_notes", noted)
        pdf = report_pdf(_dense_notes(), FOLDER)
    return Drawn(pdf, lost, layouts[0])


def test_no_note_is_lost_in_two_columns(drawn: Drawn) -> None:
    structure = Structure(drawn.pdf)
    assert drawn.lost[0] > 0
    assert drawn.lost[-1] == 0
    notes = [structure.text(note) for note in structure.all("Note")]
    assert len(notes) == 22
    assert [note.split()[2] for note in notes] == [str(number) for number in range(1, 23)]


def test_a_note_that_cannot_be_placed_is_told_with_its_heading(drawn: Drawn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(footnotes_module, "_has_columns", lambda _: False)
    with pytest.raises(LostNotesError) as raised:
        laid_out(drawn.first)
    assert len(raised.value.told) == drawn.lost[0]
    assert all("under rubriken ”Uppdrag” får inte plats på sidan" in told for told in raised.value.told)
    assert raised.value.told[0].startswith("Fotnoten ”Not ")


def test_a_note_that_cannot_be_placed_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout_module, "lost_notes", lambda root, _: list(root.iter("note")))
    with pytest.raises(DrawingError, match=r"Fotnoten ”En not\.” under rubriken ”Rubrik” får inte plats på sidan"):
        report_pdf("<html lang=sv><title>T</title><h1>Rubrik</h1><p>Text<note>En not.</note></p></html>", FOLDER)
