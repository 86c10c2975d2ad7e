"""The handbook tells what the program does, and is current."""

from pathlib import Path

from generator.handbook import with_reference

HANDBOOK = Path("docs/handbok.md")


def test_the_generated_chapters_are_current() -> None:
    text = HANDBOOK.read_text(encoding="utf-8")
    assert text == with_reference(text), "run script/handbook"


def test_every_tab_column_and_message_is_told() -> None:
    text = HANDBOOK.read_text(encoding="utf-8")
    for words in (
        "### Balansposter",
        "| **Post** (krävs) |",
        "| Resultaträkning |",
        "**Balansräkningen går inte ihop.**",
    ):
        assert words in text
