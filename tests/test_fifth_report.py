"""A report of an association that no part of the program was made for, from its workbook alone."""

import re
from collections.abc import Iterator

import pytest
from fifth_report import FOOTNOTES, fifth_report, texts
from pdf_structure import Structure
from pdfs import body_lines, html_of, written
from structure_checks import faults

from generator.look.chosen import choose_look
from generator.pipeline import Examination, draw, examine

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def fifth(tmp_path_factory: pytest.TempPathFactory) -> Examination:
    folder = tmp_path_factory.mktemp("norra")
    written(fifth_report(), folder)
    (folder / "texter.md").write_text(texts(), encoding="utf-8")
    made = examine(folder)
    assert [str(finding) for finding in made.findings if made.has_errors] == []
    return made


@pytest.fixture(scope="module")
def pdf(fifth: Examination) -> bytes:
    return draw(fifth)


@pytest.fixture(scope="module")
def lines(pdf: bytes) -> list[str]:
    return [line.text for line in body_lines(pdf)]


def numbered(lines: list[str], series: str) -> Iterator[int]:
    yield from (int(found[1]) for line in lines if (found := re.match(rf"{series} (\d+)\. ", line)))


def test_tables_and_diagrams_are_numbered_in_the_order_they_stand(lines: list[str]) -> None:
    assert list(numbered(lines, "Tabell")) == list(range(1, 10))
    assert list(numbered(lines, "Diagram")) == list(range(1, 15))


def test_all_footnotes_stand_at_the_foot_of_a_page(lines: list[str]) -> None:
    told = [int(found[1]) for line in lines if (found := re.search(r"Förklaring till uppgift (\d+)\.", line))]
    assert told == list(range(1, FOOTNOTES + 1))


def test_amounts_have_one_decimal_in_thousands(lines: list[str]) -> None:
    assert "7 000,0" in lines
    assert "Belopp i tkr" in lines
    assert any("Resultatet blev 444,0 tkr, se tabell 4 och diagram 14." in line for line in lines)
    assert any("254 deltog, se tabell 3." in line for line in lines)


def test_counts_with_decimals_have_them_throughout(lines: list[str]) -> None:
    start = next(place for place, line in enumerate(lines) if line.endswith("Väntetid i veckor"))
    assert {"5,0", "4,2", "8,4", "7,1"} <= set(lines[start : start + 14])


def test_the_appendices_are_listed(lines: list[str]) -> None:
    assert [line for line in lines if re.fullmatch(r"Bilaga \d", line)] == ["Bilaga 1", "Bilaga 2", "Bilaga 3"]


def test_the_structure_is_right(fifth: Examination, pdf: bytes) -> None:
    assert fifth.derived is not None
    assert fifth.underlag is not None
    chosen, _ = choose_look(fifth.underlag, fifth.path.parent)
    assert faults(Structure(pdf), html_of(fifth, chosen)) == {}
