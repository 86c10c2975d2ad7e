"""What goes on over a page is named again above it, there and nowhere else, and is heard once."""

from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from pdf_structure import Structure

from generator.document.pdf.continued import going_on_as, titles_of
from generator.document.pdf.draw import report_pdf

FOLDER = Path(__file__).resolve().parent
STYLE = """
@page { size: 120mm 90mm; margin: 15mm; @top-left-corner { content: string(continued); white-space: nowrap;
  vertical-align: bottom; padding-left: 15mm } }
html { font: 10pt/1.4 "Source Sans 3" } .new { break-before: page } h2, .caption { margin: 0 }
"""


def table(caption: str, count: int, *, new: bool = False) -> str:
    body = "".join(f'<tr><th scope="row">Rad {place}</th><td>{place}</td></tr>' for place in range(count))
    head = '<thead><tr><th scope="col">Rad</th><th scope="col">Belopp</th></tr></thead>'
    return f'<p class="caption{" new" * new}">{caption}</p><table>{head}<tbody>{body}</tbody></table>'


@pytest.fixture(scope="module")
def drawn() -> Structure:
    words = "<p>Lagen följs i allt.</p>" * 9
    html = (
        f'<html lang="sv"><title>T</title><style>{STYLE}</style><main>'
        f"<section><h1>Noter<note>En fotnot.</note></h1>{table('Lång<note>En annan.</note>', 12)}</section>"
        f"<section>{table('Ny', 3, new=True)}<p class='caption below'>Under</p></section>"
        f'<section class="note new"><h2><span class="number">2 </span>Principer</h2>{words}</section></main></html>'
    )
    return Structure(report_pdf(html, FOLDER))


def test_only_what_goes_on_is_named_again(drawn: Structure) -> None:
    told = ["".join(page.artifacts) for page in drawn.pages]
    assert [text if "(forts.)" in text else "" for text in told] == [
        "",
        "RadBeloppLång (forts.)",
        "",
        "",
        "2 Principer (forts.)",
    ]


def test_a_caption_below_is_its_table_s() -> None:
    below = "".join(f"<table/><p class='caption below'>Tabell {number}</p>" for number in (1, 2))
    root = fromstring(f"<main><h1>Rubrik</h1>{below}<table/></main>")
    assert list(titles_of(root).values()) == ["Tabell 1", "Tabell 2", "Rubrik"]


def test_a_name_that_is_said_again_is_not_heard_again(drawn: Structure) -> None:
    heard = drawn.text(drawn.document)
    assert "(forts.)" not in heard
    assert heard.count("Lång") == 1


def test_no_two_parentheses_stand_in_a_row() -> None:
    assert going_on_as("Team (individinriktad)") == "Team (forts.)"
    assert going_on_as("(Bilaga)") == "(Bilaga) (forts.)"
    assert not going_on_as("")
