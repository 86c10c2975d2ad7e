"""The Word file of a new folder: the outline's headings as the program reads them back, and what asks for a text."""

import io
import zipfile
from pathlib import Path

import pytest
from pdfs import written
from small_underlag import examined, small

from generator.findings.message import message
from generator.model.law_parts import AUDIT_COST, PART_NAMES
from generator.model.registers import Note, OutlineBlock
from generator.model.topics import TOPICS
from generator.pipeline import examine
from generator.starter.folder import TEXTS_NAME, new_texts
from generator.starter.outline import parts
from generator.starter.part import told
from generator.starter.word import Line, word_file
from generator.texts.files import read_texts
from generator.texts.prompts import without_prompts


def read_back(folder: Path, data: bytes) -> list[tuple[int, str, str]]:
    (folder / TEXTS_NAME).write_bytes(data)
    (sections,), findings = read_texts(folder)
    assert not findings
    return [(each.level, each.heading, each.text.markdown.strip()) for each in sections]


def test_the_headings_have_the_outline_s_words_and_levels(tmp_path: Path) -> None:
    read = read_back(tmp_path, new_texts())
    outline = {part.heading: part for part in parts((), TOPICS)}
    assert {heading for _, heading, text in read if text} == {part.heading for part in outline.values() if part.text}
    for level, heading, text in read:
        assert level == outline[heading].level
        asked = [each.text for each in outline[heading].text if told(each, TOPICS)]
        assert [each.replace("\\", "") for each in text.split("\n\n") if each] == asked


def test_an_association_without_staff_says_so(tmp_path: Path) -> None:
    (text,) = (text for _, heading, text in read_back(tmp_path, new_texts(())) if "personal" in heading)
    assert text == "Förbundet har ingen anställd personal."


def test_levels_and_signs_come_back_as_they_were(tmp_path: Path) -> None:
    lines = [Line("Ett & två", 1), Line("a < b"), Line("Tre", 2), Line("Fyra", 3), Line("fem")]
    assert read_back(tmp_path, word_file(lines)) == [
        (1, "Ett & två", "a \\< b"),
        (2, "Tre", ""),
        (3, "Fyra", "fem"),
    ]


def test_the_bytes_are_the_same_and_the_file_is_whole() -> None:
    first = new_texts()
    assert new_texts() == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None
        assert {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"} <= set(archive.namelist())


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("[Skriv vad som har hänt.]", ""),
        ("\\[Skriv vad som har hänt.\\]\n\nVi flyttade.", "Vi flyttade."),
        ("Före.\n\n[Skriv mer.]\n\nEfter.", "Före.\n\nEfter."),
        ("Det kostade [skriv belopp] kr.", "Det kostade [skriv belopp] kr."),
        ("Det kostade mycket. [Skriv hur mycket.]", "Det kostade mycket. [Skriv hur mycket.]"),
        ("[Skriv vad\nsom hänt.]", "[Skriv vad\nsom hänt.]"),
        ("*\\[Skriv vad som har hänt.\\]*", ""),
        ("[Skriv här](https://exempel.se)", "[Skriv här](https://exempel.se)"),
        ("[Skrivna avtal] finns.", "[Skrivna avtal] finns."),
    ],
)
def test_a_paragraph_that_only_asks_is_not_printed(text: str, printed: str) -> None:
    assert without_prompts(text) == printed


def test_a_text_written_elsewhere_takes_the_place_of_what_asks_for_it(tmp_path: Path) -> None:
    values = small()
    values[OutlineBlock][0]["text"] = ""
    values[OutlineBlock] += [{"level": 1, "heading": heading} for heading in ("Ett", "Två")]
    values[OutlineBlock][-2]["text"] = "Skrivet i cellen."
    written(values, tmp_path)
    asked = "[Skriv vad som har hänt.]"
    lines = (
        Line("Ett", 1),
        Line(asked),
        Line("Två", 1),
        Line(asked),
        Line("Händelser av väsentlig betydelse", 1),
        Line(asked),
    )
    (tmp_path / "texter.docx").write_bytes(word_file(lines))
    (tmp_path / "texter").mkdir()
    (tmp_path / "texter" / "Två.docx").write_bytes(word_file([Line("Skrivet i en egen fil.")]))
    made = examine(tmp_path)
    assert not made.has_errors
    assert [each.place.row for each in made.findings if each.code == "text_asked_for"] == [6]
    texts = {block.heading: block.text.strip() for block in made.whole.blocks}
    assert (texts["Ett"], texts["Två"]) == ("Skrivet i cellen.", "Skrivet i en egen fil.")


def test_what_is_left_to_write_is_told_once_for_a_cell_and_for_a_file() -> None:
    values = small(state="utkast")
    values[Note][1]["text"] = "Granskningen har kostat [skriv belopp] kr.\n\n[Skriv den statliga revisorns arvode.]"
    for row in values[OutlineBlock]:
        if "Räkenskapsrevisionen" in row.get("text", ""):
            row |= {"text": "Allt.", "part": "; ".join(name for name in PART_NAMES if name != AUDIT_COST)}
    for row in values[OutlineBlock][:2]:
        row["text"] = ""
    texts = (
        "# Viktiga förhållanden\n\n[Skriv ett.]\n\n[Skriv två.]\n\n# Händelser av väsentlig betydelse\n\n[Skriv tre.]\n"
    )
    findings = examined(values, texts).findings
    found = [each for each in findings if each.code == "text_asked_for"]
    assert [each.follows for each in findings if each.code == "audit_cost_without_amount"] == found[:1]
    assert [message(each).what for each in found] == [
        "2 texter är kvar att skriva: ”[skriv belopp]” och ”Skriv den statliga revisorns arvode”.",
        "3 texter är kvar att skriva: under ”Händelser av väsentlig betydelse” och ”Viktiga förhållanden”.",
    ]
