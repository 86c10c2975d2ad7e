"""What is heard of two reports in two looks, read from their tags alone."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pdf_structure import Structure
from pdfs import ROOT, SOFINT, html_of_input, report
from read_aloud import spoken
from structure_checks import faults

pytestmark = pytest.mark.slow

JAMTLAND = ROOT / "inputs" / "jamtland-2021"
TITLES = {
    SOFINT: "Årsredovisning 2020 Samordningsförbundet i norra Örebro län",
    JAMTLAND: "Årsredovisning 2021 Samordningsförbundet Jämtlands län",
}
GOLDEN = Path("tests/golden/sofint-2020-aloud.txt")
FIRST, AFTER = "Rubrik 1: 3. Resultaträkning", "Rubrik 1: 6. Redovisningsprinciper"
SUBJECT = "{http://purl.org/dc/elements/1.1/}description"
KEYWORDS = "{http://ns.adobe.com/pdf/1.3/}Keywords"
NUMBER = re.compile(r"\d+")
ADDRESS = re.compile(r"[\w.-]+@[\w.-]+\w|(?:https?://|www\.)[^\s)]*\w|\b[\w-]+\.se\b")
each_report = pytest.mark.parametrize("folder", TITLES, ids=lambda folder: folder.name)


@cache
def structure_of(folder: Path) -> Structure:
    return Structure(report(folder))


@cache
def heard(folder: Path) -> list[str]:
    return spoken(report(folder))


def test_the_statements_are_heard_as_the_golden_file_says() -> None:
    """To write it anew: ``script/outloud`` of the report, from the income statement to the cash flow."""
    said = heard(SOFINT)
    assert "\n".join(said[said.index(FIRST) : said.index(AFTER)]) + "\n" == GOLDEN.read_text(encoding="utf-8")


@each_report
def test_the_title_on_the_cover_is_the_first_heading_and_the_first_line_of_the_outline(folder: Path) -> None:
    structure = structure_of(folder)
    first = next(line for line in heard(folder) if not line.startswith("Bild: "))
    assert first == f"Rubrik 1: {TITLES[folder]}"
    shown = " ".join(structure.text(structure.all("H1")[0]).split())  # a look may write it large
    assert shown.casefold() == TITLES[folder].casefold()
    with structure.pdf.open_outline() as outline:
        assert outline.root[0].title == TITLES[folder]


@each_report
def test_nothing_is_said_twice_in_a_row_nor_is_a_table_called_only_what_its_heading_said(folder: Path) -> None:
    lines = [re.sub(r"^(?:Rubrik \d|Tabell): (?:[\d.]+ )?", "", line) for line in heard(folder)]
    named = [re.sub(r"\. \d+ rader, \d+ kolumner$", "", line) for line in lines]
    assert [one for one, other in pairwise(named) if one.casefold() == other.casefold()] == []


@each_report
def test_pages_are_labelled_with_the_numbers_that_are_printed_on_them(folder: Path) -> None:
    structure = structure_of(folder)
    printed = [NUMBER.findall(" ".join(page.artifacts)) for page in structure.pages]
    assert printed[1:]
    for page, numbers in zip(structure.pdf.pages[1:], printed[1:], strict=True):
        assert str(page.label) in numbers


@each_report
def test_subject_and_keywords_are_told_alike_in_both_places(folder: Path) -> None:
    pdf = structure_of(folder).pdf
    packet = ET.fromstring(pdf.Root.Metadata.read_bytes())  # noqa: S314 - our own file
    told = {each.tag: " ".join("".join(each.itertext()).split()) for each in packet.iter()}
    assert told[SUBJECT] == str(pdf.docinfo["/Subject"])
    assert told[KEYWORDS] == str(pdf.docinfo["/Keywords"])
    assert folder.name[-4:] in told[SUBJECT]
    assert "årsredovisning" in told[KEYWORDS]


@each_report
def test_addresses_are_links_that_say_where_they_lead(folder: Path) -> None:
    structure = structure_of(folder)
    said = " ".join(structure.text(structure.document).replace("\u00ad", "").split())
    links = [
        (" ".join(structure.text(link).split()), [str(each.Contents) for each in link.annotations])
        for link in structure.all("Link")
    ]
    linked = {words for words, told in links if told and set(told) == {words}}
    assert {address for address in ADDRESS.findall(said) if address not in linked} == set()


def test_another_report_in_another_look_has_the_right_structure_too() -> None:
    found = faults(structure_of(JAMTLAND), html_of_input(JAMTLAND))
    # The tables that stand in cells of its goals are read after them, not in the order of the HTML.
    assert set(found) - {"scopes", "same_words"} == set(), found


def test_a_named_table_in_a_cell_follows_after_the_table_that_it_stands_in() -> None:
    structure = structure_of(JAMTLAND)
    assert not any(each.kind == "Table" for cell in structure.all("TD", "TH") for each in cell.walk())


def test_a_part_of_a_row_is_heard_after_the_row_and_a_population_heads_nothing() -> None:
    said = heard(JAMTLAND)
    whole = "Den löpande verksamheten, Justering för ej likviditetspåverkande poster"
    assert any(line.startswith(f"  {whole}: varav förändring av avsättningar | ") for line in said)
    assert any(line.startswith("  Skuld insatser (ej rekvirerade/fakturerade): STA Krokom | ") for line in said)
    structure = structure_of(JAMTLAND)
    assert not any("population" in structure.text(head) for head in structure.all("TH"))
    assert any("population" in structure.text(cell) for cell in structure.all("TD"))


def test_a_large_figure_its_change_in_words_and_last_years_are_heard_apart() -> None:
    assert "  Årets resultat 1 361 tkr 663 tkr sämre än 2020 2020: 2 024 tkr" in heard(JAMTLAND)


def test_a_heading_in_capitals_is_heard_as_it_was_typed() -> None:
    structure = structure_of(JAMTLAND)
    shown = {" ".join(structure.text(heading).split()) for heading in structure.all("H1", "H2")}
    assert "FÖRVALTNINGSBERÄTTELSE" in shown
    assert "Rubrik 1: Förvaltningsberättelse" in heard(JAMTLAND)
