"""The finished PDF for those who hear it and those who keep it: PDF/UA-1 and PDF/A-2a in one file.

What is shown is shown by the checks in ``structure_checks`` on two documents, one real and one made to be hard. Two
small checkers run beside them. ``test_verapdf.py`` runs the reference validator.
"""

import importlib
import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import outloud
import pdfs
import pdfua
import pikepdf
import pytest
import structure_checks as checks
from hard_html import hard_html
from pdf_structure import Element, Structure

import generator.document.pdf.draw as pdf_module
from generator.document.errors import DrawingError
from generator.document.pdf.draw import TRANSPARENT_TEXT, report_pdf
from generator.document.tags.record import UnknownWeasyPrintError, recorded

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).resolve().parent
DOCUMENTS = ("hard", "sofint")

THEIR_FINDINGS = {
    "TBL-010": "counts heads against cells: right for every two-column table with heads for rows and columns",
    "LNK-003": "a link that is a picture: the Figure in it has the text that outloud misses on the Link",
    "PAG-001": "takes footnotes that begin alike for running feet, once their numbers are left out",
    "ORD-001": "compares with the order of painting: notes are painted at the page's foot and marks of lists last",
}
"""What outloud finds on purpose-made pages though the structure is right, and why. Anything else fails the test."""
FOUND_BY_OUTLOUD = {"hard": {"TBL-010", "LNK-003", "PAG-001", "ORD-001"}, "sofint": {"ORD-001", "TBL-010"}}
NOT_RUN_BY_PDFUA = {"UA-14-001": "ends in a ValueError with this pikepdf; our own check of headings stands for it"}


@cache
def document(name: str) -> tuple[Structure, str]:
    if name == "sofint":
        _, html, data = pdfs.sofint()
        return Structure(data), html
    html, data = pdfs.hard()
    return Structure(data), html


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.__name__)
def test_the_structure_is_right(check: Callable[[Structure, str], Any], name: str) -> None:
    assert list(check(*document(name))) == []


def test_the_hard_document_is_hard(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, _ = document("hard")  # before anything is left undone

    def nothing(_made: object) -> None:
        return None

    monkeypatch.setattr(pdf_module, "_finisher", nothing)
    html = hard_html()
    raw = Structure(report_pdf(html, FOLDER))
    assert set(checks.faults(raw, html)) == {
        "one_for_one",
        "captions",
        "right_children",
        "marked_lists",
        "scopes",
        "headers",
        "id_tree",
        "parents",
        "marks",
        "note_ids",
        "note_links",
        "same_words",
        "links",
        "nothing_empty",
        "identified",
        "archivable",
    }
    # The long table runs over four pages, and so do the row of prose and the table in it: many pieces of four tables.
    assert len(raw.all("Table")) > 12
    assert len(whole.all("Table")) == 4
    assert len(raw.pages) > 20


def _first(structure: Structure, kind: str) -> Element:
    return structure.all(kind)[0]


def _no_language(structure: Structure) -> None:
    del structure.pdf.Root.Lang


def _dated(structure: Structure) -> None:
    structure.pdf.docinfo["/ModDate"] = "D:20200101"


def _authored(structure: Structure) -> None:
    structure.pdf.docinfo["/Author"] = "Någon Annan"


def _no_profile(structure: Structure) -> None:
    del structure.pdf.Root.OutputIntents


def _no_font_file(structure: Structure) -> None:
    for thing in structure.pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/FontFile2" in thing:
            del thing["/FontFile2"]


def _skipped_level(structure: Structure) -> None:
    _first(structure, "H2").thing.S = pikepdf.Name.H3


def _no_alternative(structure: Structure) -> None:
    del _first(structure, "Figure").thing.Alt


def _unread_paragraph(structure: Structure) -> None:
    page = structure.pdf.pages[4]
    instructions: list[Any] = list(pikepdf.parse_content_stream(page))
    index = next(i for i, one in enumerate(instructions) if str(one.operator) == "BDC" and "/MCID" in one.operands[1])
    instructions[index] = ([pikepdf.Name.Artifact], pikepdf.Operator("BMC"))
    page.Contents = structure.pdf.make_stream(pikepdf.unparse_content_stream(instructions))


def _wrong_head(structure: Structure) -> None:
    cells = structure.all("TD")
    cells[0].thing.A.Headers = cells[-1].thing.A.Headers


def _unnamed_table(structure: Structure) -> None:
    del next(each for each in structure.all("Caption") if "/ActualText" in each.thing).thing.ActualText


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (_no_language, {"language_and_title"}),
        (_dated, {"dates", "nothing_private"}),
        (_authored, {"nothing_private"}),
        (_no_profile, {"output_intent"}),
        (_no_font_file, {"fonts"}),
        (_skipped_level, {"headings", "one_for_one"}),
        (_no_alternative, {"figures"}),
        (_unread_paragraph, {"marks", "same_words", "repeated_text_is_artifact"}),
        (_wrong_head, {"headers"}),
        (_unnamed_table, {"captions"}),
    ],
)
def test_a_spoilt_file_is_found_out(spoil: Callable[[Structure], None], found: set[str]) -> None:
    good, html = document("hard")
    spoilt = Structure(good.data)
    spoil(spoilt)
    saved = io.BytesIO()
    spoilt.pdf.save(saved)
    assert set(checks.faults(Structure(saved.getvalue()), html)) == found


@pytest.mark.parametrize("name", DOCUMENTS)
def test_outloud_finds_only_what_is_known(name: str, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(document(name)[0].data)
    result = outloud.check(str(path))
    assert result.error is None
    assert {finding.rule for finding in result.findings if finding.severity != "info"} == FOUND_BY_OUTLOUD[name]
    assert FOUND_BY_OUTLOUD[name] <= set(THEIR_FINDINGS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_pdfua_finds_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(document(name)[0].data)
    report = pdfua.validate(str(path))
    assert report.findings == ()
    assert {outcome.rule_id for outcome in report.skipped} == set(NOT_RUN_BY_PDFUA)


def test_the_same_document_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also without the shortcut that makes the bytes of each object once."""
    monkeypatch.setattr(pdf_module, "settle", lambda _: None)
    assert report_pdf(hard_html(), FOLDER) == document("hard")[0].data


def test_text_that_cannot_be_tagged_is_said() -> None:
    html = '<html lang="sv"><title>T</title><style>p { font-family: "Source Sans 3"; opacity: 0.5 }</style><p>Ljus</p>'
    with pytest.raises(DrawingError) as raised:
        report_pdf(html, FOLDER)
    assert raised.value.details == (TRANSPARENT_TEXT,)


def test_another_weasyprint_is_refused_by_name() -> None:
    with pytest.raises(UnknownWeasyPrintError, match="_build_box_tree"), recorded(ModuleType("other")):
        pass


def test_weasyprint_is_left_as_it_was() -> None:
    tags = importlib.import_module("weasyprint.pdf.tags")
    before = dict(vars(tags))
    with recorded(tags):
        assert vars(tags) != before
    assert dict(vars(tags)) == before


def test_a_link_says_each_text_once() -> None:
    """One area for a line of contents, where WeasyPrint makes five; two for a link over two lines."""
    structure, _ = document("hard")
    lines = [link for line in structure.all("TOCI") for link in line.walk() if link.kind == "Link"]
    assert [len(link.annotations) for link in lines] == [1] * 6
    assert max(len(link.annotations) for link in structure.all("Link")) > 1


def test_words_divided_at_line_ends_are_read_whole() -> None:
    """The hyphen of a division is soft, the hyphens and dashes of the text stay, and the text is drawn as before."""
    structure, _ = document("hard")
    ends = [structure.text_of_mark(mark) for mark in structure.marks()]
    assert sum(text.endswith("\u00ad") for text in ends) > 10
    assert not any("\u2010" in text for text in ends)
    said = structure.text(structure.document).replace("\u00ad", "")
    assert said.count("skyddsombudens e-postlistor 2019–2020 i SOFINT-projektet, rehabiliteringssamordningen") == 13


def test_a_glyph_for_several_letters_is_read_as_the_plain_one() -> None:
    """A no-break space before the first space, and a division before the first hyphen, leave them as they are."""
    style = 'p { font: 12pt "Source Sans 3"; width: 30mm; hyphens: auto }'
    text = "3\u00a0986 rehabiliteringssamordning e-post"
    html = f'<html lang="sv"><title>T</title><style>{style}</style><p>{text}</p></html>'
    structure = Structure(report_pdf(html, FOLDER))
    assert structure.text(structure.document).replace("\u00ad", "") == "3 986 rehabiliteringssamordning e-post"
