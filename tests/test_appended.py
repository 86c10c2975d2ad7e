"""Appendices put in last in the report: what a file becomes, and what is said of one that cannot be put in."""

import io
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from component_cases import read

from generator.document.appended import with_pages
from generator.document.errors import DrawingError
from generator.figures.derivation import Derivation
from generator.files import pdf_pages
from generator.findings.message import message
from generator.model.registers import OutlineBlock
from generator.report.appended import Appended, appended
from generator.report.report import report_of
from generator.subjects.appendices.rows import Appendix
from generator.view.report_view import report_view


def pdf(pages: int, encryption: pikepdf.Encryption | None = None) -> bytes:
    made, file = pikepdf.new(), io.BytesIO()
    for _ in range(pages):
        made.add_blank_page()
    made.save(file, encryption=encryption or False)
    return file.getvalue()


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDFs are read in this process, which is quicker."""

    def asked(data: bytes, what: str) -> Sequence[str]:
        told = pdf_pages._answered(pypdfium2, what, data)
        if "fault" in told:
            raise pdf_pages.UnreadablePdfError(told["fault"])
        return list(told["pages"])

    monkeypatch.setattr(pdf_pages, "_asked", asked)


def put_in(folder: Path, *files: str) -> tuple[Appended, Derivation]:
    rows = [{"name": f"Bilaga {file}", "file": file, "inserted": "ja"} for file in files]
    case, problems = read({Appendix: rows, OutlineBlock: [{"level": 1, "heading": "Först"}]}, folder)
    assert problems == []
    assert isinstance(case.derived, Derivation)
    return appended(case.underlag, folder), case.derived


@pytest.mark.usefixtures("here")
def test_what_cannot_be_put_in_is_told_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "hel.pdf").write_bytes(pdf(1)[:300])
    (tmp_path / "läst.pdf").write_bytes(pdf(1, encryption=pikepdf.Encryption(owner="a", user="b")))
    (tmp_path / "lång.pdf").write_bytes(pdf(pdf_pages.MOST_PAGES + 1))
    (tmp_path / "annat.odt").write_bytes(b"x")
    made, _ = put_in(tmp_path, "hel.pdf", "läst.pdf", "lång.pdf", "annat.odt", "borta.pdf", "../ute.pdf", "")
    assert made.blocks == ()
    assert [message(finding).what.split("rapporten: ")[1] for finding in made.findings] == [
        "filen hel.pdf är ingen hel PDF.",
        "filen läst.pdf öppnas bara med lösenord.",
        "filen lång.pdf har fler än 100 sidor.",
        "filen annat.odt är varken PDF, docx eller md.",
        "filen borta.pdf finns inte i mappen, eller går inte att öppna.",
        "filen ../ute.pdf finns inte i mappen, eller går inte att öppna.",
        "kolumnen Fil / på begäran säger inte vilken fil det är.",
    ]


@pytest.mark.usefixtures("here")
def test_texts_and_pages_become_chapters_last_in_the_report(tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text("Först.\n\n# Inne\n\nMer.", encoding="utf-8")
    (tmp_path / "sidor.pdf").write_bytes(pdf(2))
    made, derived = put_in(tmp_path, "text.md", "sidor.pdf")
    assert made.findings == []
    report = report_of(derived, [OutlineBlock(level=1, heading="Först")], made.blocks)
    assert [(block.heading, block.level) for block in report.blocks] == [
        ("Först", 1),
        ("Bilaga 1. Bilaga text.md", 1),
        ("Inne", 2),
        ("Bilaga 2. Bilaga sidor.pdf", 1),
    ]
    view, held = with_pages(report_view(report), tmp_path)
    assert [line.heading for line in view.contents][-1] == "Bilaga 2. Bilaga sidor.pdf"
    assert [picture[:3] for picture in held.values()] == [b"\xff\xd8\xff"] * 2
    (tmp_path / "sidor.pdf").write_bytes(pdf(1))
    with pytest.raises(DrawingError, match="har ändrats"):
        with_pages(report_view(report), tmp_path)


def test_a_pdf_is_read_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "_answered", None)  # nothing is read here
    assert pdf_pages.texts_of_pages(pdf(1)) == ("",)
    monkeypatch.setattr(pdf_pages, "SECONDS", 0.0)
    with pytest.raises(pdf_pages.UnreadablePdfError, match="too_heavy"):
        pdf_pages.texts_of_pages(pdf(1))
