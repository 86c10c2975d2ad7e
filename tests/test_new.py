"""``new``: what the association has decides which tabs are seen; the outline has what the law asks for."""

import io
from contextlib import closing
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from component_cases import read
from openpyxl.worksheet.worksheet import Worksheet

from generator import cli
from generator.figures.figure import FigureId
from generator.findings.finding import Severity
from generator.findings.message import severity_of
from generator.model import topics
from generator.model.amounts import BalanceItem
from generator.model.registers import Activity, Note
from generator.pipeline import Examination, edition, examine
from generator.starter.folder import TEXTS_NAME, new_texts, new_workbook
from generator.starter.rows import starter_rows
from generator.view.prose import ProseContext, prose_html
from generator.workbook.load import WORKBOOK_NAME

pytestmark = pytest.mark.slow

SMALL = {
    "Läs mig",
    "Uppgifter om förbundet",
    "Innehåll",
    "Intäkter och kostnader",
    "Balansposter",
    "Noter",
    "Verksamheter",
    "Medlemmar",
    "Flerårsöversikt",
    "Styrelse",
}
"""What every association sees."""


def new(folder: Path, *options: str) -> int | str | None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["new", str(folder), "--year", "2025", *options])
    return stopped.value.code


def visible(folder: Path) -> set[str]:
    # No cell is read for it; "read_only" leaves the file open.
    with closing(openpyxl.load_workbook(folder / WORKBOOK_NAME, read_only=True)) as book:
        return {sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"}


def headings(folder: Path) -> list[str]:
    with closing(openpyxl.load_workbook(folder / WORKBOOK_NAME, read_only=True)) as book:
        third = book["Innehåll"].iter_rows(min_row=5, min_col=3, max_col=3, values_only=True)
        return [str(heading) for (heading,) in third if heading]


@cache
def workbook(wanted: tuple[topics.Topic, ...]) -> bytes:
    return new_workbook("Samordningsförbundet Exempel", 2025, wanted)


def laid_out(folder: Path, wanted: tuple[topics.Topic, ...] = ()) -> Examination:
    """Examine a new folder."""
    (folder / WORKBOOK_NAME).write_bytes(workbook(wanted))
    (folder / TEXTS_NAME).write_bytes(new_texts(wanted))
    return examine(folder)


def test_a_small_association_sees_few_tabs(tmp_path: Path) -> None:
    assert new(tmp_path / "f", "--with", "inget") == 0
    assert visible(tmp_path / "f") == SMALL
    assert len(SMALL) == 10
    book = openpyxl.load_workbook(tmp_path / "f" / WORKBOOK_NAME, read_only=True)
    for name in SMALL - {"Läs mig"}:
        assert any(cell is not None for cell in next(book[name].iter_rows(min_row=5, max_row=5, values_only=True))), (
            name
        )


def test_what_the_association_has_is_seen(tmp_path: Path) -> None:
    new(tmp_path / "f", "--with", "mål, Enkäter")
    assert visible(tmp_path / "f") == SMALL | {"Mål", "Skalor", "Enkäter", "Svarsfrekvenser", "Indikatorer"}
    assert "Måluppfyllelse" in headings(tmp_path / "f")
    assert "Deltagare" not in headings(tmp_path / "f")


def test_all_is_seen_where_nobody_can_be_asked(tmp_path: Path) -> None:
    new(tmp_path / "f")
    new(tmp_path / "g", "--with", "allt")
    assert visible(tmp_path / "f") == visible(tmp_path / "g")
    assert {"Deltagare", "Avstämning", "Diagram"} < visible(tmp_path / "f")


def test_texts_that_are_there_already_are_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    (folder / "texter.md").write_text("# Ordförande har ordet\n\nEtt bra år.\n", encoding="utf-8")
    assert new(folder, "--with", "inget") == 0
    assert sorted(path.name for path in folder.iterdir()) == ["texter.md", WORKBOOK_NAME]
    assert "texter.docx" not in capsys.readouterr().out


def test_an_unknown_topic_is_told_with_the_nearest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(tmp_path / "f", "--with", "enkät") == 2
    assert "enkäter" in capsys.readouterr().err
    assert not (tmp_path / "f").exists()


def test_a_terminal_is_asked_until_it_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    questions = [topic.name for topic in topics.TOPICS if topic.question]
    said = "\n" * questions.index("insatser") + "ja\nkanske\nj\n" + "\n" * len(questions)
    answers = f"\n{said}"  # the name that the folder says

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal(answers))
    assert new(tmp_path / "f") == 0
    assert visible(tmp_path / "f") == SMALL | {"Insatser", "Insatstexter", "Insatsernas ekonomi", "Mål", "Skalor"}


def test_a_hidden_tab_that_is_filled_in_counts(tmp_path: Path) -> None:
    new(tmp_path / "f", "--with", "inget")
    path = tmp_path / "f" / WORKBOOK_NAME
    book = openpyxl.load_workbook(path)
    sheet: Worksheet = book["Deltagare"]
    typed: tuple[str | int, ...] = ("Ålder", "16–29 år", 2025, 20, 30)
    for column, value in enumerate(typed, start=1):
        sheet.cell(5, column, value)
    book.save(path)
    made = examine(path)
    assert made.derived is not None
    assert FigureId("participants.ålder.16_29_år.total", 2025) in made.derived.figures


def test_a_new_workbook_has_no_faults_and_tells_what_remains(tmp_path: Path) -> None:
    made = laid_out(tmp_path)
    assert not made.has_errors
    asked = {str(finding.place) for finding in made.findings if finding.code in {"template_text", "text_asked_for"}}
    assert {"fliken Noter, cell C7", "filen texter.docx, stycke 2"} <= asked, "the cost of the audit, the chair's text"
    assert {"fliken Medlemmar, cell A6", "fliken Styrelse, cell A5"} <= asked, "names that nobody has typed"
    assert {severity_of(finding) for finding in made.findings} == {Severity.REMAINING}


def test_a_new_workbook_has_all_that_the_law_asks_for_and_the_texts_taken_out_are_missed(tmp_path: Path) -> None:
    asked = {finding.code for finding in laid_out(tmp_path, wanted=topics.TOPICS).findings}
    assert "parts_remain" not in asked
    (tmp_path / TEXTS_NAME).unlink()
    path = tmp_path / WORKBOOK_NAME
    book = openpyxl.load_workbook(path)
    sheet: Worksheet = book["Noter"]
    for row in range(5, 50):
        sheet.cell(row, 3).value = None
    book.save(path)
    (lacking,) = (finding for finding in examine(tmp_path).findings if finding.code == "parts_remain")
    parts = str(lacking.values["parts"])
    assert "Förväntad utveckling" in parts
    assert "Not om kostnad för räkenskapsrevision" in parts
    assert "Driftredovisning" not in parts, "what is placed stands without a text"


def test_the_outline_has_the_parts_of_what_the_association_has(tmp_path: Path) -> None:
    new(tmp_path / "f", "--with", "beviljade medel")
    assert {"Ordförande har ordet", "Beviljade medel", "Kostnadsfördelning", "Eget kapital mot bidragen"} <= set(
        headings(tmp_path / "f")
    )
    assert "Revisorernas påteckning" not in headings(tmp_path / "f")
    new(tmp_path / "g", "--with", "revisorer")
    assert "Beviljade medel" not in headings(tmp_path / "g")
    assert {"Styrelse och revisorer", "Revisorernas påteckning"} <= set(headings(tmp_path / "g"))
    assert {"Faktablad", "Insatsernas ekonomi"}.isdisjoint(headings(tmp_path / "g"))
    new(tmp_path / "h", "--with", "insatser")
    assert {"Insatser", "Faktablad", "Insatsernas ekonomi"} <= set(headings(tmp_path / "h"))


def test_nothing_of_the_starter_rows_is_printed_as_if_it_were_true(tmp_path: Path) -> None:
    made = laid_out(tmp_path, wanted=topics.TOPICS)
    assert "[Skriv" not in "".join(prose_html(block.text, ProseContext()) for block in made.whole.blocks)
    printed = edition(made).decode()
    assert "[Skriv" not in printed
    for started in ("Kommunens namn", "Ordförandens namn"):
        assert printed.count(started) == printed.count(f"[{started}]") > 0
    assert "Momsfordran" not in printed
    assert "Arvoden och sammanträden" not in printed


def test_the_rows_that_nobody_needs_are_no_trouble_in_a_draft(tmp_path: Path) -> None:
    laid_out(tmp_path)
    path = tmp_path / WORKBOOK_NAME
    book = openpyxl.load_workbook(path)
    for tab, filled in TYPED.items():
        for cell, value in filled.items():
            book[tab][cell] = value
    book.save(path)
    made = examine(tmp_path)
    assert {severity_of(each) for each in made.findings} == {Severity.REMAINING}
    (debts,) = (each for each in made.findings if each.code == "note_without_rows")
    assert debts.values["note"] == "Skulder"


TYPED: dict[str, dict[str, str | int]] = {
    "Medlemmar": {
        "A6": "Region Norr",
        "A7": "Älvnäs",
        "D5": 200,
        "D6": 100,
        "D7": 100,
        "E5": 200,
        "E6": 100,
        "E7": 100,
    },
    "Intäkter och kostnader": {"J5": 400, "G6": 40, "H6": 30, "J6": 50, "G10": 300, "H10": 300, "J10": 350},
    "Balansposter": {"F5": 10, "G5": 20, "F7": 190, "G7": 120, "B70": 70, "A71": "Kassa och bank", "B71": 70},
    "Styrelse": {"A5": "Anna Berg", "A6": "Bo Ek", "A7": "Cia Al"},
    "Noter": {"C7": "Granskningen har kostat 4 kr."},
}
"""Of what a new workbook begins with, some: no debts, no interest, nothing for the structures."""


def test_a_row_without_amounts_that_names_what_has_been_taken_away_is_no_error() -> None:
    rows = {model: [dict(row) for row in rows] for model, rows in starter_rows(()).items()}
    rows[Note][4]["key"], rows[Activity][2]["key"] = "Likvida medel", "Steget"
    told = [finding for finding in read(rows)[1] if finding.code == "reference_unknown"]
    assert {(str(each.place), severity_of(each)) for each in told} == {
        ("fliken Balansposter, cell C7", Severity.REMAINING),
        ("fliken Intäkter och kostnader, cell E10", Severity.REMAINING),
    }
    rows[BalanceItem][2]["this_year"] = 100
    wrong = [each for each in read(rows)[1] if severity_of(each) is Severity.ERROR]
    assert [(each.code, each.place.cell) for each in wrong] == [("reference_unknown", "C7")]
