"""The insatser's forms: what one asks, and what comes of one that is sent back, filled in or changed."""

import io
import os
import zipfile
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pdfs import written
from returned import Values, answered, filled_in, returned, underlag_of, written_forms
from small_underlag import small

from generator.cli import main
from generator.companions import companions
from generator.document.html.page import report_html
from generator.findings.finding import Finding, Severity
from generator.findings.message import message
from generator.forms.asked import is_about
from generator.ground.limits import ANSWERS as ANSWERS_READ
from generator.ground.names import Name
from generator.look.chosen import choose_look
from generator.model.registers import OutlineBlock
from generator.model.rows import Row
from generator.next_year.rows import rolled_values
from generator.pipeline import Examination, examine
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.subjects.insatser.rows_texts import InsatsText
from generator.subjects.participants.rows import Participants
from generator.view.report_view import report_view
from generator.workbook.form_page import ABOUT_TAB, CELLS_TAB, FORM_TAB
from generator.workbook.load import Added

TEAM, SCHOOL = "Teamet", "Skolan"
ANSWERS = {
    ("Insatsernas ekonomi", "reported", "Löner"): 900.25,
    ("Insatsernas ekonomi", "reported", "Lokaler"): 600,
    ("Insatser", "reached"): "41",
    ("Insatstexter", "text", "Syfte"): "Att fler ska arbeta.",
    ("Deltagare", "women", "Deltagare per insats", TEAM): 25,
    ("Deltagare", "men", "Deltagare per insats", TEAM): 16,
}


def asked(**association: Any) -> Values:
    """Two insatser that have been given a budget, and have not told anything yet."""
    values = small(**association)
    return values | {
        OutlineBlock: [
            *values[OutlineBlock],
            {"level": 1, "heading": "Teamet", "content": "Faktablad", "name": TEAM},
            {"level": 1, "heading": "Deltagare", "content": "Deltagare"},
        ],
        Insats: [
            {"key": TEAM, "activity": "Kansli", "other_names": "Team Ett", "start": "2019", "budget": 1700},
            {"key": SCHOOL, "start": "2020"},
            {"key": "Gamla", "start": "2017", "end": "2019"},
        ],
        InsatsCost: [
            {"insats": TEAM, "kind": "Löner"},
            {"insats": SCHOOL, "kind": "Löner", "budget": 10},
            {"insats": TEAM, "kind": "Lokaler"},
        ],
        InsatsText: [{"insats": TEAM, "heading": "Syfte", "text": "[från i fjol]\nDet gamla."}],
        Participants: [
            {"table": "Deltagare per insats", "category": TEAM, "year": 2019, "women": 20, "men": 10},
            {"table": "Deltagare per insats", "category": SCHOOL, "year": 2019, "women": 30, "men": 30},
            {"table": "Deltagare per insats", "category": SCHOOL, "year": 2020, "women": 35, "men": 30},
        ],
    }


def typed() -> Values:
    """The same with the team's answers typed in the tabs."""
    values = dict(asked())
    team, *others = values[Insats]
    before, school, school_now = values[Participants]
    now = {"table": "Deltagare per insats", "category": TEAM, "year": 2020, "women": 25, "men": 16}
    return values | {
        Insats: [team | {"reached": "41"}, *others],
        InsatsCost: [
            {"insats": TEAM, "kind": "Löner", "reported": 900.25},
            {"insats": SCHOOL, "kind": "Löner", "budget": 10},
            {"insats": TEAM, "kind": "Lokaler", "reported": 600},
        ],
        InsatsText: [{"insats": TEAM, "heading": "Syfte", "text": "Att fler ska arbeta."}],
        Participants: [before, now, school, school_now],
    }


@cache
def form(name: str = TEAM) -> bytes:
    return written_forms(asked())[f"{name} 2020.xlsx"]


def told_of(folder: Path, *files: bytes, values: Values | None = None) -> list[Finding]:
    """What is told of answers, but for who has not answered yet."""
    returned(folder, {f"svar {number}.xlsx": data for number, data in enumerate(files, start=1)})
    return [*answered(folder, values or asked()).findings]


def as_read(examination: Examination) -> tuple[str, list[tuple[str, str]]]:
    """All that a reader is shown, and all figures."""
    report = examination.whole
    look, _ = choose_look(report.derived.underlag, examination.path.parent)
    html = report_html(report_view(report), look)
    return html, [(str(figure.key), str(figure.value)) for figure in report.derived.figures.values()]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Examination, Examination]:
    """What is found where the answers are typed in the tabs, and where they lie beside in a form."""
    folder = tmp_path_factory.mktemp("both")
    for name, values in (("typed", typed()), ("asked", asked())):
        (folder / name).mkdir()
        written(values, folder / name)
    returned(folder / "asked", {"från teamet (2).xlsx": filled_in(form(), ANSWERS)})
    return examine(folder / "typed"), examine(folder / "asked")


def rows_in(added: Added) -> dict[type[Row], tuple[object, ...]]:
    """The rows of each section, and where they stand."""
    return {model: (raw.place, raw.rows, raw.unit, raw.found, raw.unit_place) for model, raw in added.rows.items()}


def test_an_answer_gives_the_same_report_as_what_is_typed(both: tuple[Examination, Examination]) -> None:
    one, other = both
    assert as_read(one) == as_read(other)
    assert not other.has_errors
    (differs,) = (each for each in other.findings if each.code == "insats_differs")
    assert [str(cell) for cell in differs.subjects[:2]] == [
        f"filen svar/från teamet (2).xlsx, fliken Blankett, cell {cell}" for cell in ("B9", "B10")
    ]
    assert {each.code for each in other.findings} - {each.code for each in one.findings} == {"answers_awaited"}


def test_a_place_in_a_form_is_told_with_file_and_cell(tmp_path: Path) -> None:
    returned(tmp_path, {"ett.xlsx": filled_in(form(), {("Insatsernas ekonomi", "reported", "Löner"): "fyra"})})
    _, findings = underlag_of(answered(tmp_path, asked()).rows)
    (found,) = (each for each in findings if each.place.file)
    assert str(found.place) == "filen svar/ett.xlsx, fliken Blankett, cell B9"
    assert found.severity is not Severity.REMAINING


def test_all_but_what_is_asked_is_locked() -> None:
    book: Any = openpyxl.load_workbook(io.BytesIO(form()))
    assert book[FORM_TAB].protection.sheet
    assert book[FORM_TAB].protection.password is None
    assert [sheet.title for sheet in book if sheet.sheet_state == "visible"] == [FORM_TAB]
    lists = [each.formula1 for each in book[FORM_TAB].data_validations.dataValidation if each.type == "list"]
    assert lists == ['"unika personer,deltaganden"']
    assert form() == written_forms(asked())[f"{TEAM} 2020.xlsx"]


def said(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.place.cell) for finding in findings]


def row_of(book: Any, label: str) -> int:
    return next(int(cell.row) for (cell,) in book[FORM_TAB].iter_rows(max_col=1) if cell.value == label)


def about(label: str, value: str) -> Callable[[Any], None]:
    """Change what the hidden tab says of the form."""

    def change(book: Any) -> None:
        for name, cell in book[ABOUT_TAB].iter_rows(max_col=2):
            if name.value == label:
                cell.value = value

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (about("Version", "2"), "answer_other_version"),
        (about("Organisationsnummer", "222000-1111"), "answer_other_association"),
        (about("Räkenskapsår", "2019"), "answer_other_year"),
        (about("Enhet", "tkr"), "answer_other_unit"),
        (about("Insats", "Teamat"), "answer_unknown_insats"),
        (about("Fil", "En lista"), "answer_no_form"),
        (lambda book: book[FORM_TAB].delete_rows(row_of(book, "Lokaler")), "answer_changed"),
        (lambda book: book[FORM_TAB].insert_rows(row_of(book, "Lokaler")), "answer_changed"),
        (lambda book: book[FORM_TAB].cell(row_of(book, "Lokaler"), 1, "Hyra"), "answer_changed"),
        (lambda book: book[FORM_TAB].delete_cols(2), "answer_changed"),
        (lambda book: setattr(book[FORM_TAB], "title", "Blad1"), "answer_changed"),
    ],
)
def test_a_form_that_is_another_is_told_and_not_read(tmp_path: Path, change: Callable[[Any], None], code: str) -> None:
    returned(tmp_path, {"ett.xlsx": filled_in(form(), ANSWERS, change)})
    added = answered(tmp_path, asked())
    assert [each.code for each in added.findings] == [code]
    assert rows_in(added) == rows_in(answered(tmp_path / "nowhere", asked()))


def test_two_answers_of_one_insats_are_told_and_neither_is_read(tmp_path: Path) -> None:
    one, other = (filled_in(form(), {("Insatser", "reached"): number}) for number in ("41", "42"))
    (found,) = told_of(tmp_path, one, form(), other)
    assert [place.file for place in found.subjects] == ["svar/svar 1.xlsx", "svar/svar 3.xlsx"]
    assert rows_in(answered(tmp_path, asked())) == rows_in(answered(tmp_path / "nowhere", asked()))


def test_what_the_workbook_says_holds_and_the_difference_is_told_with_both_cells(tmp_path: Path) -> None:
    values = typed()
    same = filled_in(form(), ANSWERS)
    assert told_of(tmp_path, same, values=values) == []
    other = ANSWERS | {("Insatsernas ekonomi", "reported", "Löner"): 901, ("Insatser", "reached"): "3"}
    amount, count = sorted(
        told_of(tmp_path, filled_in(form(), other), values=values), key=lambda each: each.sides is None
    )
    assert [str(place) for place in amount.subjects] == [
        "fliken Insatsernas ekonomi, cell D5",
        "filen svar/svar 1.xlsx, fliken Blankett, cell B9",
    ]
    assert "900,25\u00a0kr" in message(amount).what
    assert "41" not in message(count).what
    assert rows_in(answered(tmp_path, values)) == rows_in(answered(tmp_path / "nowhere", values))


def test_a_kind_of_cost_of_its_own_is_read_and_one_without_a_name_is_asked_about(tmp_path: Path) -> None:
    accounts = "Insatsernas ekonomi"
    own = {(accounts, "kind", 1): "Resor", (accounts, "reported", 1): 70, (accounts, "reported", 3): 5}
    returned(tmp_path, {"ett.xlsx": filled_in(form(), ANSWERS | own)})
    added = answered(tmp_path, asked())
    underlag, problems = underlag_of(added.rows)
    assert [(str(row.insats), str(row.kind), row.reported) for row in underlag.rows(InsatsCost)] == [
        (TEAM, "Löner", Decimal("900.25")),
        (SCHOOL, "Löner", None),
        (TEAM, "Lokaler", Decimal(600)),
        (TEAM, "Resor", Decimal(70)),
        (TEAM, "", Decimal(5)),
    ]
    assert problems == []
    assert said(list(added.findings)) == [("answer_half_row", "B13")]


def test_what_stands_beside_the_cells_is_told(tmp_path: Path) -> None:
    (found,) = told_of(tmp_path, filled_in(form(), ANSWERS, lambda book: book[FORM_TAB].cell(12, 7, "Ring mig")))
    assert said([found]) == [("answer_outside", "G12")]
    assert "Ring mig" in message(found).what


def test_who_has_not_answered_is_told_once(tmp_path: Path) -> None:
    written(asked(state="under arbete"), tmp_path)
    returned(tmp_path, {"ett.xlsx": filled_in(form(), ANSWERS), "två.xlsx": form(SCHOOL), "~$ett.xlsx": b"x"})
    found = {each.code: each for each in examine(tmp_path).findings}
    assert message(found["answers_awaited"]).what == (
        "1 av 2 insatser har svarat. Svar saknas från Skolan. Tomma blanketter: svar/två.xlsx."
    )
    assert found["answers_awaited"].severity is Severity.REMAINING
    assert "ett.xlsx" in message(found["answer_open"]).what


def test_an_answer_to_a_row_that_the_workbook_has_no_more_is_told_and_not_read(tmp_path: Path) -> None:
    values = dict(asked())
    values[InsatsCost] = [row | {"kind": str(row["kind"]).replace("Lokaler", "Hyra")} for row in values[InsatsCost]]
    (found,) = told_of(tmp_path, filled_in(form(), ANSWERS), values=values)
    assert said([found]) == [("answer_row_gone", "B10")]
    underlag, _ = underlag_of(answered(tmp_path, values).rows)
    assert [str(row.kind) for row in underlag.rows(InsatsCost)] == ["Löner", "Löner", "Hyra"]


def test_an_answer_is_about_no_other_than_the_insats_that_was_asked(tmp_path: Path) -> None:
    """Whatever has been done to the hidden tab."""

    def forged(book: Any) -> None:
        for cells in book[CELLS_TAB].iter_rows():
            for cell in cells:
                cell.value = cell.value and cell.value.replace(f'insats", "{TEAM}"', f'insats", "{SCHOOL}"')

    added = told_of(tmp_path, filled_in(form(), ANSWERS, forged))
    assert {each.code for each in added} == {"answer_row_gone"}
    rows = answered(tmp_path, asked()).rows[Participants].rows
    assert rows == answered(tmp_path / "nowhere", asked()).rows[Participants].rows


def test_no_count_of_persons_in_an_answer_is_quoted(tmp_path: Path) -> None:
    counts = {("Insatser", "reached"): "3", ("Deltagare", "women", "Deltagare per insats", TEAM): "drygt 3"}
    returned(tmp_path, {"ett.xlsx": filled_in(form(), counts)})
    underlag, (problem,) = underlag_of(answered(tmp_path, asked()).rows)
    (insats,) = (entry for entry in underlag.of(Insats) if entry.row.reached)
    assert (insats.source("reached").quoted, problem.place.quoted) == ("..", "..")
    assert "3" not in message(problem).what


def test_next_year_begins_with_what_was_answered(both: tuple[Examination, Examination]) -> None:
    one, other = both
    assert one.derived is not None
    assert other.derived is not None
    assert rolled_values(one.derived) == rolled_values(other.derived)


def test_no_form_is_copied_into_next_years_folder(tmp_path: Path) -> None:
    for folder in ("svar", "blanketter", "bilder"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.png").write_bytes(b"a picture that somebody has laid there")
    assert [name for name, _ in companions(tmp_path)] == ["bilder/a.png"]


def hostile(folder: Path) -> None:
    """What somebody may have laid in the folder of answers, besides answers."""
    (folder / "outside.xlsx").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe.xlsx")
    with zipfile.ZipFile(folder / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("xl/workbook.xml", b" " * 30_000_000)
    (folder / "cut.xlsx").write_bytes(form()[:2000])
    (folder / "text.xlsx").write_bytes(b"hej")
    (folder / "folder.xlsx").mkdir()


def test_whatever_lies_in_the_folder_of_answers_is_told_with_its_file(tmp_path: Path) -> None:
    hostile(returned(tmp_path, {"ett.xlsx": filled_in(form(), ANSWERS)}) / "svar")
    assert {each.place.file.removeprefix("svar/"): each.code for each in answered(tmp_path, asked()).findings} == {
        "outside.xlsx": "file_leads_out",
        "pipe.xlsx": "file_not_regular",
        "bomb.xlsx": "too_much",
        "cut.xlsx": "file_incomplete",
        "text.xlsx": "answer_no_form",
        "folder.xlsx": "answer_no_form",
    }


def test_more_answers_than_anybody_gets_are_refused(tmp_path: Path) -> None:
    returned(tmp_path, {f"{number}.xlsx": b"" for number in range(ANSWERS_READ.most + 1)})
    assert said(list(answered(tmp_path, asked()).findings)) == [("too_much", "")]


def test_the_command_writes_what_is_not_there_and_says_what_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(asked(), tmp_path)
    with pytest.raises(SystemExit) as first:
        main(["forms", str(tmp_path), "--insats", "team ett", "--to", "ekonomi@exempel.se", "--before", "31 januari"])
    files = sorted(path.name for path in (tmp_path / "blanketter").iterdir())
    assert (first.value.code, files) == (0, [f"{TEAM} 2020.xlsx"])
    (tmp_path / "blanketter" / files[0]).write_bytes(b"begun")
    with pytest.raises(SystemExit) as again:
        main(["forms", str(tmp_path)])
    assert again.value.code == 1
    assert f"{TEAM} 2020.xlsx finns redan" in capsys.readouterr().err
    assert (tmp_path / "blanketter" / f"{SCHOOL} 2020.xlsx").is_file()
    assert (tmp_path / "blanketter" / files[0]).read_bytes() == b"begun"
    with pytest.raises(SystemExit) as unknown:
        main(["forms", str(tmp_path), "--insats", "Skolna"])
    assert unknown.value.code == 1
    assert "Menade du ”Skolan”" in capsys.readouterr().err


def test_a_table_is_asked_of_the_insats_that_it_names() -> None:
    names, others = (Name("Teamet"), Name("Team Ett")), (Name("Teamet Norr"), Name("Skolan"))
    tables = ("Deltagare, Teamet", "Deltagare i Teamet Norr", "Teametsdeltagare", "Ålder, team ett", "Deltagare")
    assert [table for table in tables if is_about(names, others, table, "16–29 år")] == [tables[0], tables[3]]
    assert is_about(names, others, "Deltagare", "teamet")
