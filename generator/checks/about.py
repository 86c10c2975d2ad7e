"""The headings that a text of the outline stands under, also where the text itself stands in a file."""

from collections.abc import Iterator, Mapping, Sequence

from generator.blocks.case import Case
from generator.checks.from_last_year import place_of
from generator.ground.names import folded
from generator.ground.source import Source
from generator.model.registers import OutlineBlock
from generator.texts.cells import markdown_of

Place = tuple[str, str, int, int]


def headings_above(case: Case) -> Mapping[Place, str]:
    """The headings of *Innehåll*, in small letters, above the texts at a place, by ``place_of`` of their Source."""
    return {place_of(source): folded(words) for source, words in _above(case) if words.strip()}


def _above(case: Case) -> Iterator[tuple[Source, str]]:
    entries = case.underlag.of(OutlineBlock)
    headings = list(_headings([entry.row for entry in entries]))
    yield from ((entry.source("text"), words) for entry, words in zip(entries, headings, strict=True))
    filled = [
        words
        for entry, row, words in zip(entries, case.outline, headings, strict=False)
        if row.text != markdown_of(entry.row.text)  # the text of a file is put into it
    ]
    for words, text in zip(filled, case.texts, strict=False):
        yield from ((place, words) for place in text.places)


def _headings(rows: Sequence[OutlineBlock]) -> Iterator[str]:
    """The headings that each row stands under, its own and its name among them."""
    above: list[tuple[int, str]] = []
    for row in rows:
        if row.heading:
            above = [(level, heading) for level, heading in above if level < (row.level or 1)]
            above.append((row.level or 1, row.heading))
        yield " ".join([*(heading for _, heading in above), row.name])
