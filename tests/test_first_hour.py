"""The handbook's first hour is what the program does, and its index leads somewhere."""

import re
from pathlib import Path

from first_hour.chapters import chapters
from first_hour.pictures import PICTURES, PLACE

from generator.handbook import anchor, headings, with_chapters

HANDBOOK = Path("docs/handbok.md").read_text(encoding="utf-8")


def test_the_first_hour_is_what_the_program_answers() -> None:
    assert with_chapters(HANDBOOK, chapters()) == HANDBOOK, "run script/handbook"


def test_each_link_within_the_handbook_leads_to_a_heading() -> None:
    there = {anchor(heading) for _, heading in headings(HANDBOOK)}
    links = re.findall(r"\]\(#([^)]+)\)", HANDBOOK)
    assert len(links) > 30
    assert [link for link in links if link not in there] == []


def test_each_picture_is_there_and_small_and_drawn_by_the_script() -> None:
    shown = re.findall(r"!\[.+?\]\(bilder/([^)]+)\)", HANDBOOK)
    assert sorted(shown) == sorted(PICTURES), "run script/pictures"
    for name in shown:
        assert (PLACE / name).stat().st_size < 120_000, name
