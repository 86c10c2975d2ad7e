"""What is heard of a report, read from its tags alone: held as a text that a person can read."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pdfs
from pdf_structure import Structure
from read_aloud import spoken

GOLDEN = Path("tests/golden/sofint-2020-aloud.txt")
FIRST, AFTER = "Rubrik 1: 3. Resultaträkning", "Rubrik 1: 6. Redovisningsprinciper"
SUBJECT = "{http://purl.org/dc/elements/1.1/}description"
KEYWORDS = "{http://ns.adobe.com/pdf/1.3/}Keywords"
NUMBER = re.compile(r"\d+")


@cache
def sofint() -> tuple[Structure, list[str]]:
    pdf = pdfs.sofint()[2]
    return Structure(pdf), spoken(pdf)


def test_the_statements_are_heard_as_the_golden_file_says() -> None:
    """To write it anew: ``script/outloud`` of the report, from the income statement to the cash flow."""
    _, said = sofint()
    assert "\n".join(said[said.index(FIRST) : said.index(AFTER)]) + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_the_title_on_the_cover_is_the_first_heading_and_the_first_line_of_the_outline() -> None:
    structure, said = sofint()
    title = "Årsredovisning 2020 Samordningsförbundet i norra Örebro län"
    assert said[0] == f"Rubrik 1: {title}"
    assert " ".join(structure.text(structure.all("H1")[0]).split()) == title
    with structure.pdf.open_outline() as outline:
        assert outline.root[0].title == title


def test_no_heading_is_said_twice_in_a_row() -> None:
    headings = [line.partition(": ")[2] for line in sofint()[1] if line.startswith("Rubrik")]
    assert all(one != other for one, other in pairwise(headings))


def test_pages_are_labelled_with_the_numbers_that_are_printed_on_them() -> None:
    structure, _ = sofint()
    printed = [NUMBER.findall(" ".join(page.artifacts)) for page in structure.pages]
    assert printed[1:]
    for page, numbers in zip(structure.pdf.pages[1:], printed[1:], strict=True):
        assert str(page.label) in numbers


def test_subject_and_keywords_are_told_alike_in_both_places() -> None:
    pdf = sofint()[0].pdf
    packet = ET.fromstring(pdf.Root.Metadata.read_bytes())  # noqa: S314 - our own file
    told = {each.tag: " ".join("".join(each.itertext()).split()) for each in packet.iter()}
    assert told[SUBJECT] == str(pdf.docinfo["/Subject"])
    assert told[KEYWORDS] == str(pdf.docinfo["/Keywords"])
    assert "2020" in told[SUBJECT]
    assert "årsredovisning" in told[KEYWORDS]


def test_a_named_table_in_a_cell_follows_after_the_table_that_it_stands_in() -> None:
    structure = Structure(pdfs.report(pdfs.ROOT / "inputs" / "jamtland-2021"))
    assert not any(each.kind == "Table" for cell in structure.all("TD", "TH") for each in cell.walk())
