"""Texts in Word and Markdown files: read, matched with the outline, and every problem told with its place."""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from small_underlag import EVERY_PART
from straight import xlsx
from word_files import PNG, heading, paragraph, picture, run, table, word_file, zipped

from generator.blocks.block import Block
from generator.ground.source import Source
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.association import Association
from generator.model.registers import Note, OutlineBlock
from generator.model.rows import Row
from generator.model.underlag import TABS
from generator.pipeline import Examination, examine
from generator.texts.items import item
from generator.texts.text import SourcedText
from generator.texts.word import read_word

OUTLINE: list[dict[str, Any]] = [
    {"level": 1, "heading": "Ordförande har ordet"},
    {"level": 1, "heading": "Förvaltningsberättelse", "numbered": True},
    {"level": 2, "heading": "Organisation"},
    {"level": 2, "heading": "Insatser"},
    {"level": 3, "heading": "Team A"},
    {"level": 2, "heading": "Uppföljning"},
    {"level": 3, "heading": "Team A"},
    {"level": 2, "heading": "Uppdrag", "text": "Står i cellen."},
    {"level": 1, "heading": "Resultaträkning", "content": "Resultaträkning"},
    {"level": 1, "heading": "Balansräkning", "content": "Balansräkning"},
    {"level": 1, "heading": "Kassaflödesanalys", "content": "Kassaflödesanalys"},
    {"level": 1, "heading": "Noter", "content": "Noter"},
]
VALUES: Mapping[type[Row], list[dict[str, Any]]] = {
    Association: [{"name": "Provet", "year": 2024, "decision_date": None}],
    OutlineBlock: OUTLINE,
    IncomeOrCost: [{"line": "Verksamhetens intäkter", "this_year": 5}],
    BalanceItem: [{"line": "Fordringar", "this_year": 5, "note": "Fordringar", "note_row": "Moms"}],
    OpeningBalance: [{"line": "Eget kapital", "amount": 0}],
    Note: [{"key": "Fordringar", "text": EVERY_PART["text"], "part": EVERY_PART["part"]}],
}


_ODT = "application/vnd.oasis.opendocument.text"


def compound(stream: str) -> bytes:
    """The beginning of a file of several streams, one of which has a name."""
    return b"\xd0\xcf\x11\xe0" + bytes(500) + stream.encode("utf-16-le") + bytes(500)


def examined(folder: Path, files: Mapping[str, bytes | str]) -> Examination:
    (folder / "underlag.xlsx").write_bytes(_workbook())
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return examine(folder / "underlag.xlsx")


@cache
def _workbook() -> bytes:
    return xlsx(TABS, VALUES)


def test_a_text_file_that_cannot_be_opened_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(path: Path, *_: object) -> bytes:
        raise PermissionError(path)

    monkeypatch.setattr("generator.texts.files.read", locked)
    assert ("text_file_locked", "filen texter.md") in told(examined(tmp_path, {"texter.md": "# Rubrik"}))


def told(examination: Examination) -> list[tuple[str, str]]:
    """The findings about texts: rule and place."""
    ordinary = {"missing_until_final", "missing_for_now", "signatures_remain", "budget_remains"}
    ordinary |= {"headings_without_text"}
    return [(each.code, str(each.place)) for each in examination.findings if each.code not in ordinary]


def texts(examination: Examination) -> dict[int, str]:
    return {number: row.text.strip() for number, row in enumerate(examination.whole.rows) if row.text}


def read(*body: str, **parts: Any) -> tuple[SourcedText, list[str]]:
    text, findings = read_word(word_file(*body, **parts), Source(file="texter.docx"))
    assert text is not None
    return text, [finding.code for finding in findings]


def lines(*body: str, **parts: Any) -> list[str]:
    return [line for line in read(*body, **parts)[0].lines if line]


# Which files, and where their texts go


def test_a_markdown_file_is_cut_at_the_headings_of_the_outline(tmp_path: Path) -> None:
    source = "# ordförande  har ordet\n\nHej.\n\n# 1 Förvaltningsberättelse\nInledning.\n## 1.1. Organisation\nText."
    examination = examined(tmp_path, {"texter.md": source})
    assert told(examination) == []
    assert texts(examination) == {0: "Hej.", 1: "Inledning.", 2: "Text.", 7: "Står i cellen."}


def test_the_same_heading_twice_is_told_apart_by_what_it_stands_under(tmp_path: Path) -> None:
    source = "## Uppföljning\n### Team A\nResultat.\n## Insatser\n### Team A\nBeskrivning."
    examination = examined(tmp_path, {"texter.md": source})
    assert told(examination) == []
    assert (texts(examination)[4], texts(examination)[6]) == ("Beskrivning.", "Resultat.")


def test_the_same_heading_twice_without_one_above_is_told(tmp_path: Path) -> None:
    examination = examined(tmp_path, {"texter.md": "# Team A\nText."})
    assert told(examination) == [("text_heading_several", "filen texter.md, rad 1")]
    assert texts(examination)[4] == "Text."


def test_a_folder_may_hold_a_file_for_each_section(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "texter/01 Ordförande har ordet.md": "Utan rubrik.",
        "texter/Förvaltning.md": "# Organisation\nText.",
        "texter/~$Organisation.docx": b"",
        "texter/bild.png": PNG,
    }
    examination = examined(tmp_path, files)
    assert told(examination) == []
    assert texts(examination) == {0: "Utan rubrik.", 2: "Text.", 7: "Står i cellen."}


def test_a_deeper_heading_is_one_within_the_text(tmp_path: Path) -> None:
    source = "# Förvaltningsberättelse\nEtt.\n\n#### Kansliet\nTvå.\n\n##### Ännu djupare\nTre.\n\n### Åter\nFyra."
    examination = examined(tmp_path, {"texter.md": source})
    assert told(examination) == []
    assert examination.derived is not None
    headings = [(each.level, each.heading, each.text.strip()) for each in _blocks(examination)[1:5]]
    assert headings == [
        (1, "Förvaltningsberättelse", "Ett."),
        (2, "Kansliet", "Två."),
        (3, "Ännu djupare", "Tre."),
        (2, "Åter", "Fyra."),
    ]


def _blocks(examination: Examination) -> tuple[Block, ...]:
    assert examination.derived is not None
    return examination.whole.blocks


def test_a_heading_alone_that_the_outline_lacks_is_told(tmp_path: Path) -> None:
    source = "# Inledande ord\n\n## Organisation\nText.\n\n# Insatser\nTvå.\n\n# Sist"
    examination = examined(tmp_path, {"texter.md": source})
    assert told(examination) == [
        ("text_heading_alone", "filen texter.md, rad 1"),
        ("text_heading_alone", "filen texter.md, rad 9"),
    ]


def test_footnotes_at_the_end_of_the_file_follow_their_calls(tmp_path: Path) -> None:
    source = (
        "# Ordförande har ordet\nEtt[^a].\n# Organisation\nTvå[^b] [sajt].\n\n[^a]: Fot ett.\n[^b]: Fot två.\n"
        "[^c]: Ingen.\n\n[sajt]: https://exempel.se"
    )
    examination = examined(tmp_path, {"texter.md": source})
    assert told(examination) == [("text_footnote_unused", "filen texter.md, rad 8")]
    first, second = texts(examination)[0], texts(examination)[2]
    assert "[^a]: Fot ett." in first
    assert "Fot två" not in first
    assert "[^b]: Fot två." in second
    assert "Fot ett" not in second
    assert "[sajt]: https://exempel.se" in first


def test_places_in_a_text_are_those_of_the_file(tmp_path: Path) -> None:
    source = "# Ordförande har ordet\n\nHej.\n\n# Organisation\n\nSe {{ not('Fodringar') }} och\nen[^1].\n"
    assert told(examined(tmp_path, {"texter.md": source})) == [
        ("text_target_unknown", "filen texter.md, rad 7"),
        ("text_footnote_unknown", "filen texter.md, rad 8"),
    ]


@pytest.mark.parametrize(
    ("line", "told_of"),
    [
        ("Insatser", [("text_heading_plain", "filen texter.docx, stycke 3")]),
        (run("2.1 Insatser", "b"), [("text_heading_plain", "filen texter.docx, stycke 3")]),
        ("Insatser pågår.", []),
        ("Organisation", []),
    ],
)
def test_a_heading_that_is_set_as_plain_text_is_told(line: str, told_of: list[tuple[str, str]], tmp_path: Path) -> None:
    body = (heading("Organisation"), paragraph("Text."), paragraph(line), paragraph("Mer."))
    assert told(examined(tmp_path, {"texter.docx": word_file(*body)})) == told_of


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"texter.md": "# Organisation\nText.\n# Ekonomi\nText."},
            [("text_heading_unknown", "filen texter.md, rad 3")],
        ),
        ({"texter.md": "# Texter 2024\n# Organisation\nText."}, []),
        ({"texter/Läget.md": "#Organisation\nText."}, [("text_file_name_unknown", "filen texter/Läget.md, rad 1")]),
        ({"texter/Läget.md": "Text."}, [("text_file_name_unknown", "filen texter/Läget.md, rad 1")]),
        (
            {"texter.md": "# Förvaltningsberättelse\n## Organisationen\nA"},
            [("text_heading_near", "filen texter.md, rad 2")],
        ),
        ({"texter.md": "Först.\n# Organisation\nText."}, [("text_before_heading", "filen texter.md, rad 1")]),
        ({"texter.md": "Bara text."}, [("text_file_no_headings", "filen texter.md")]),
        ({"texter.md": ""}, [("text_file_empty", "filen texter.md")]),
        ({"texter.md": "# Uppdrag\nText."}, [("text_twice", "fliken Innehåll, cell G12")]),
        ({"texter.md": "# Organisation\nA\n# Organisation\nB"}, [("text_twice", "filen texter.md, rad 1")]),
        ({"texter.doc": b"\xd0\xcf\x11\xe0"}, [("text_file_format", "filen texter.doc")]),
        ({"texter/Organisation.odt": b"PK"}, [("text_file_format", "filen texter/Organisation.odt")]),
        ({"texter.docx": compound("EncryptedPackage")}, [("text_file_password", "filen texter.docx")]),
        ({"texter.docx": compound("WordDocument")}, [("text_file_kind", "filen texter.docx")]),
        ({"texter.docx": b"{\\rtf1 Hej}"}, [("text_file_kind", "filen texter.docx")]),
        ({"texter.docx": "<html><body>Logga in</body></html>"}, [("text_file_kind", "filen texter.docx")]),
        ({"texter.docx": xlsx(TABS, VALUES)}, [("text_file_kind", "filen texter.docx")]),
        ({"texter.docx": b"PK\x03\x04skadad"}, [("text_file_damaged", "filen texter.docx")]),
        ({"texter.docx": b""}, [("text_file_damaged", "filen texter.docx")]),
        (
            {"texter.docx": zipped({"word/document.xml": "<w:document/>"}).replace(b"ent.xml\xb3", b"ent.xml\x00", 1)},
            [("text_file_damaged", "filen texter.docx")],
        ),
        ({"texter.docx": zipped({"mimetype": _ODT})}, [("text_file_kind", "filen texter.docx")]),
        ({"texter.docx": zipped({"word/document.xml": "<w:document"})}, [("text_file_damaged", "filen texter.docx")]),
        (
            {"texter.docx": zipped({"word/document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"})},
            [("text_file_damaged", "filen texter.docx")],
        ),
        (
            {"texter.docx": zipped({"word/document.xml": b" " * 61_000_000})},
            [("text_file_too_large", "filen texter.docx")],
        ),
        (
            {"texter.md": "# Organisation\nA", "texter.docx": word_file(heading("Insatser"), paragraph("B"))},
            [("text_two_files", "arbetsboken")],
        ),
        (
            {"texter.docx": word_file(heading("Insatser"), paragraph("B")), "~$xter.docx": b""},
            [("text_file_open", "filen texter.docx")],
        ),
        ({"texter.md": "# Organisation\nBj\u00f6rk".encode("cp1252")}, [("text_file_encoding", "filen texter.md")]),
        ({"texter.md": "# Organisation\nBj\u00f6rk".encode("utf-16")}, []),
        ({"texter.md": "# Organisation\nNummer 19121212-1212."}, [("text_personal_number", "filen texter.md, rad 2")]),
        (
            {"texter.md": "# Förvaltningsberättelse\n## En {{ not('Fordringar') }}\nA"},
            [("text_heading_form", "filen texter.md, rad 2")],
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_told(
    files: dict[str, bytes | str], expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert told(examined(tmp_path, files)) == expected


def test_one_bad_file_hides_no_other_problem(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "texter/Ett.docx": b"PK\x03\x04skadad",
        "texter/Organisation.md": "Se {{ not('x') }}.",
    }
    assert told(examined(tmp_path, files)) == [
        ("text_file_damaged", "filen texter/Ett.docx"),
        ("text_target_unknown", "filen texter/Organisation.md, rad 1"),
    ]


# Word


def test_word_gives_headings_paragraphs_and_styles() -> None:
    assert lines(
        heading("Rubrik", 2),
        paragraph(run("Fet:", "b"), " text ", run("kursiv", "i"), " ", run("båda", "b", "i")),
        paragraph("Ett citat", style="Citat"),
        paragraph("Innehåll 1", style="Innehll1"),
    ) == ["## Rubrik", "**Fet:** text _kursiv_ **_båda_**", "> Ett citat"]


def test_word_gives_nested_lists() -> None:
    assert lines(
        paragraph("a", item=(1, 0)),
        paragraph("b", item=(1, 1)),
        paragraph("c", item=(1, 0)),
        paragraph("ett", item=(2, 0)),
        paragraph("punkt", item=(1, 1)),
        paragraph("två", item=(2, 0)),
    ) == ["- a", "  - b", "- c", item("1.", "ett"), "   - punkt", item("2.", "två")]


def test_what_looks_like_markdown_in_word_is_printed_as_it_stands() -> None:
    assert lines(
        paragraph("a *b* c_d <e> [f] # g | h"), paragraph("- 405 tkr"), paragraph("2020. Året"), paragraph("# Nej")
    ) == [r"a \*b\* c\_d \<e\> \[f\] \# g \| h", r"\- 405 tkr", r"2020\. Året", r"\# Nej"]


def test_a_reference_survives_split_runs_and_curly_quotes() -> None:
    assert lines(paragraph("Se {{ ", run("not(’For", "i"), run("dringar_a’", "b"), ") }} nu")) == [
        "Se {{ not(’Fordringar_a’) }} nu"
    ]


def test_marks_never_touch_letters_the_wrong_way() -> None:
    assert lines(paragraph(run("Mål: ", "b"), "text")) == ["**Mål:** text"]
    assert lines(paragraph(run("Mål:", "b"), "text")) == ["**Mål**:text"]
    assert lines(paragraph("SOFINT", run("s", "i"), "fall")) == ["SOFINT*s*fall"]


def test_raised_digits_capitals_and_line_breaks_survive() -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
    assert lines(paragraph("100 m", raised, "<w:r><w:br/></w:r>", run("stor", "caps"))) == ["100 m²\u2028STOR"]


def test_links_and_footnotes_of_word() -> None:
    link = '<w:hyperlink r:id="l1"><w:r><w:t>sajten</w:t></w:r></w:hyperlink>'
    call = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    text, _ = read(paragraph("Se ", link, call, "."), footnotes={"7": "En not."}, links={"l1": "https://exempel.se"})
    assert [line for line in text.lines if line] == [
        "Se [sajten](<https://exempel.se>)[^footnote-7].",
        "[^footnote-7]: En not.",
    ]


def test_tables_of_word() -> None:
    right = paragraph("12", right=True)
    assert lines(table([["Vad", "Kr"], [paragraph("a|b") + paragraph("c"), right]])) == [
        "| Vad | Kr |",
        "| --- | ---: |",
        "| a\\|b\u2028c | 12 |",
    ]


def test_merged_cells_of_word_are_told() -> None:
    merged = '<w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/>'
    text, findings = read(table([["A", "B"], [merged]]))
    assert findings == ["word_table_merged"]
    assert text.lines[-1] == "|  |  |"


def test_pictures_of_word_carry_their_alternative_and_caption() -> None:
    body = (paragraph(picture("bild1", "En karta")), paragraph("Kommunerna", style="Beskrivning"))
    content = b64encode(PNG).decode()
    assert lines(*body, pictures={"bild1.png": PNG}) == [f'![En karta](data:image/png;base64,{content} "Kommunerna")']


def test_a_picture_beside_a_text_in_the_folder_is_found_there(tmp_path: Path) -> None:
    text = "# Insatser\n![Karta](karta.png)\n\n![Ute](../ute.png)"
    examination = examined(tmp_path, {"texter/a.md": text, "texter/karta.png": PNG})
    assert told(examination) == [("picture_outside", "filen texter/a.md, rad 4")]
    assert "(texter/karta.png)" in texts(examination)[3]


def test_a_picture_in_a_word_file_is_no_word_of_many_letters(tmp_path: Path) -> None:
    body = (heading("Insatser"), paragraph("Text"), paragraph(picture("bild", "Karta")))
    data = word_file(*body, pictures={"bild.png": PNG + b64decode("xx//" * 8_000)})
    assert told(examined(tmp_path, {"texter.docx": data})) == []


def test_a_picture_of_word_without_alternative_or_in_a_strange_format_is_told(tmp_path: Path) -> None:
    body = (heading("Insatser"), paragraph("Text"), paragraph(picture("bild1", "")), paragraph(picture("bild2", "x")))
    examination = examined(tmp_path, {"texter.docx": word_file(*body, pictures={"bild1.png": PNG, "bild2.emf": b"x"})})
    assert told(examination) == [
        ("text_picture_alternative", "filen texter.docx, stycke 3"),
        ("word_picture_format", "filen texter.docx, stycke 4"),
    ]


def test_tracked_changes_and_comments_are_told_and_deleted_text_is_not_printed() -> None:
    inserted = '<w:ins w:id="1"><w:r><w:t> nytt</w:t></w:r></w:ins>'
    deleted = '<w:del w:id="2"><w:r><w:delText> gammalt</w:delText></w:r></w:del>'
    text, findings = read(
        paragraph("Text", inserted, deleted, run(" struket", "strike")),
        paragraph("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "<w:r><w:object/></w:r>"),
        comments='<w:comment w:id="1"><w:p/></w:comment>',
    )
    assert text.lines[0] == "Text nytt"
    assert findings == ["word_tracked_changes", "word_comments", "word_struck", "word_equations", "word_objects"]


def test_tracked_changes_are_told_at_the_first_of_them() -> None:
    inserted = '<w:ins w:id="1"><w:r><w:t> nytt</w:t></w:r></w:ins>'
    data = word_file(paragraph("Ett."), paragraph("Två", inserted), paragraph("Tre", inserted))
    (finding,) = read_word(data, Source(file="texter.docx"))[1]
    assert str(finding.place) == "filen texter.docx, stycke 2"


def test_places_in_word_are_paragraphs(tmp_path: Path) -> None:
    body = (heading("Insatser"), paragraph(), paragraph("Ett."), paragraph("Se {{ not('x') }}."), heading("Ekonomi"))
    examination = examined(tmp_path, {"texter.docx": word_file(*body, paragraph("Text."))})
    assert (
        told(examination)
        == [
            ("text_heading_unknown", "filen texter.docx, stycke 4"),
            ("text_target_unknown", "filen texter.docx, stycke 3"),
        ][::-1]
    )


def test_a_word_file_is_printed_in_the_report(tmp_path: Path) -> None:
    examination = examined(tmp_path, {"texter.docx": word_file(heading("Insatser"), paragraph("Från Word."))})
    assert told(examination) == []
    assert texts(examination)[3] == "Från Word."
