"""Names as people type them: equal in every spelling, and otherwise the text that was typed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from generator.ground.names import NO_NAME, Name, brief, brief_around, folded
from generator.texts.markdown import parse

SPELLINGS = ["Rehabteamet Åre", "rehabteamet åre", "Rehabteamet\u00a0\u2009A\u030are", " REHABTEAMET ÅRE "]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_is_the_name_and_finds_it(spelling: str) -> None:
    name = Name(SPELLINGS[0])
    assert Name(spelling) == name == spelling
    assert {name: 1}[Name(spelling)] == 1
    assert ("Annat", name).index(spelling) == 1


def test_another_name_is_another() -> None:
    assert Name("Rehabteamet Åre") != Name("Rehabteamet Are")
    assert Name("Team") != "Teams"
    assert Name("1") != 1


def test_what_is_written_is_what_was_typed() -> None:
    name = Name("Team & Åre")
    assert (f"{name}", str(name), json.dumps(name, ensure_ascii=False)) == ("Team & Åre", "Team & Åre", '"Team & Åre"')
    assert escape(Name("TEAM & ÅRE")) == "TEAM &amp; ÅRE"
    assert not NO_NAME


@given(st.text(), st.text())
def test_names_are_equal_as_their_folded_forms_are(one: str, other: str) -> None:
    assert (Name(one) == Name(other)) is (folded(one) == folded(other))
    assert (Name(one) == other) is (folded(one) == folded(other))
    assert Name(one) != Name(other) or hash(Name(one)) == hash(Name(other))


def test_a_text_is_read_as_it_was_typed_whatever_was_read_before() -> None:
    for typed in ("team åre", Name("Team Åre"), Name("TEAM ÅRE"), "Team Åre"):
        assert [token.content for token in parse(typed) if token.type == "inline"] == [str(typed)]


def test_a_quote_is_cut_around_what_it_is_about() -> None:
    """The number that a message tells of stands in its quote, however long the sentence before it is."""
    long = "2020 var förbundet involverade i 4 st ESF-projekt som genererade totalt ca 3,6 miljoner kr till länet i år"
    quote = "… som genererade totalt ca 3,6 miljoner kr till länet i år"
    assert brief_around(long, "3,6 miljoner kr") == quote
    assert brief_around("Det kostade 3 kr.", "3 kr") == "Det kostade 3 kr."
    assert brief_around(long, "4 st") == brief(long)
