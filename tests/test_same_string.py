"""The same string is the same string: what nobody can see in a text changes nothing that is read, found or printed."""

import io
import random
import re
import unicodedata
import zipfile
from collections import Counter
from functools import cache
from html import escape, unescape
from pathlib import Path

import pytest
from pdfs import ROOT

from generator.checks.identity import holds_personal_number, organisation_number
from generator.findings.message import message
from generator.ground.names import Name, clean, folded, is_nothing, normalised
from generator.model.printed import printed_of
from generator.model.reading import amount_of, date_of, partial_date_of, whole_of, yes_no_of
from generator.model.reading_free import free_of, value_of
from generator.opener import named
from generator.pipeline import Examination, examine
from generator.texts.reference import reference_at
from generator.view.report_view import report_view

SOFINT = ROOT / "inputs" / "sofint-2020"
UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202d\u202e\u2060\u2063\u2066\u2069\ufeff\u00ad\ufe0f\u061c\u034f"
_TEXT = re.compile(r"(<t(?: [^>]*)?>)([^<]*)(</t>)")
_TAB = re.compile(r'(<sheet [^>]*name=")([^"]*)()')


def sprinkled(text: str, chance: random.Random) -> str:
    """The text with its letters taken apart and unseen signs between them."""
    letters = unicodedata.normalize("NFD", text)
    return "".join(letter + chance.choice(UNSEEN) * (chance.random() < 0.4) for letter in letters)


def with_unseen(data: bytes) -> bytes:
    """A workbook in which every text and the name of every tab is sprinkled."""
    chance, made = random.Random(15), io.BytesIO()  # noqa: S311 - no secret

    def changed(match: re.Match[str]) -> str:
        return match[1] + escape(sprinkled(unescape(match[2]), chance)) + match[3]

    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            xml = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                xml = _TEXT.sub(changed, xml.decode()).encode()
            elif name == "xl/workbook.xml":
                xml = _TAB.sub(changed, xml.decode()).encode()
            new.writestr(name, xml)
    return made.getvalue()


@cache
def read(folder: Path) -> Examination:
    return examine(folder)


def told(examination: Examination) -> Counter[tuple[str, ...]]:
    return Counter(
        (finding.code, str(finding.place), message(finding).what, message(finding).remedy)
        for finding in examination.findings
    )


def figures(examination: Examination) -> list[tuple[object, ...]]:
    return [(key, figure.label, figure.value) for key, figure in examination.whole.derived.figures.items()]


def test_unseen_signs_in_every_cell_tab_and_line_change_no_figure_finding_or_page(tmp_path: Path) -> None:
    folder = tmp_path / "sofint-2020"
    folder.mkdir()
    (folder / "underlag.xlsx").write_bytes(with_unseen((SOFINT / "underlag.xlsx").read_bytes()))
    chance = random.Random(15)  # noqa: S311 - no secret
    lines = (SOFINT / "texter.md").read_text("utf-8").split("\n")
    (folder / "texter.md").write_text("\n".join(sprinkled(line, chance) for line in lines), "utf-8")
    plain, strange = read(SOFINT), examine(folder)
    assert told(strange) == told(plain)
    assert figures(strange) == figures(plain)
    assert report_view(strange.whole) == report_view(plain.whole)


@pytest.mark.parametrize("sign", UNSEEN)
def test_an_unseen_sign_tells_no_two_names_apart_and_is_never_kept(sign: str) -> None:
    assert Name(f"Adm{sign}inistration{sign}") == Name("Administration")
    assert normalised(f"{sign}Åre{sign}").strip() == "Åre"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Team‑1", "Team-1"),
        ("Team – Norr", "Team − norr"),
        ("O’Brien", "O'Brien"),
        ("”Steget”", '"steget"'),
        ("«Steget»", "“Steget”"),
        ("ﬁnansiering", "Finansiering"),
        ("Insats\u2003１", "insats 1"),
        ("A\u030are\u3000kommun", "Åre kommun"),
        ("Verksamhetens\u2028kostnader", "Verksamhetens kostnader"),
    ],
)
def test_kinds_of_blank_dash_quote_and_letter_tell_no_names_apart(typed: str, name: str) -> None:
    assert Name(typed) == Name(name)


def test_what_says_more_than_a_letter_tells_names_apart() -> None:
    assert Name("m²") != Name("m2")
    assert Name("½ tjänst") != Name("1/2 tjänst")
    assert Name("Team-1") != Name("Team 1")
    assert folded("A … B") == "a … b"


def test_amounts_dates_and_choices_are_read_through_what_is_not_seen() -> None:
    assert amount_of("\u202d1\u2007234,50\u202c") == amount_of("１２３４．５０") == amount_of("1 234,50")
    assert amount_of("﹣405") == amount_of("‑405") == amount_of("\u200e−405") == -405
    assert amount_of("5 000\u00a0k\u00adr") == 5000
    assert value_of("5\u00ad9\ufeff ％") == value_of("59 %")
    assert whole_of("1\u200b2") == 12
    assert free_of("–\u200b") == "–"
    assert str(date_of("2021‑03–05\ufeff")) == str(date_of("5\u2003ma\u00adrs 2021")) == "2021-03-05"
    assert partial_date_of("ju\u00adni\u2009２０２１") == partial_date_of("2021-06")
    assert yes_no_of("j\u200da\ufe0f")
    assert printed_of("2,5\u202fmn\u00adkr") is not None
    assert is_nothing("\u200b–\u2800\u00ad")


def test_numbers_that_identify_are_known_by_their_digits() -> None:
    assert organisation_number("222000‑\u200b9993") == "2220009993"
    assert holds_personal_number("Ring 811228\u20119874 om det")


def test_a_reference_is_read_through_any_blank_and_quote() -> None:
    found = reference_at("{{\u2003not(‚Fordringar‛)\u2009}}")
    assert found is not None
    assert (found.name, found.arguments) == ("not", ("Fordringar",))
    figure = reference_at("{{ årets\u2003resultat : mnkr\u20091 }}")
    assert figure is not None


def test_a_pasted_line_end_parts_words() -> None:
    assert clean("rad ett\x0brad två\u2028rad tre\r\nrad fyra") == "rad ett\nrad två\nrad tre\nrad fyra"


@pytest.mark.parametrize("on_disk", ["Bild å.png", "Bild a\u030a.png", "bild Å.PNG"])
def test_a_file_is_found_by_every_spelling_of_its_name(tmp_path: Path, on_disk: str) -> None:
    (tmp_path / on_disk).write_bytes(b"x")
    (tmp_path / "bild a.png").write_bytes(b"y")
    assert named(tmp_path, "Bild å.png") == tmp_path / on_disk
    assert named(tmp_path, "Bild ä.png") == tmp_path / "Bild ä.png"
