"""What a sentence is about though it does not say it: the names in its row, and the headings that it stands under."""

from collections.abc import Iterator, Mapping, Sequence

from generator.blocks.case import Case
from generator.checks.from_last_year import place_of
from generator.ground.names import Name, folded
from generator.ground.source import Source
from generator.model.columns import LongTextColumn
from generator.model.registers import OutlineBlock
from generator.model.rows import Row, columns
from generator.texts.text import SourcedText

Place = tuple[str, str, int, int]


def names_beside(case: Case) -> Mapping[Place, str]:
    """The words, in small letters, that say what the texts at a place are about, by ``place_of`` of their Source."""
    return {place_of(source): folded(words) for source, words in _beside(case) if words.strip()}


def _beside(case: Case) -> Iterator[tuple[Source, str]]:
    for model, entries in case.underlag.entries.items():
        fields = [column.name for column in columns(model) if isinstance(column.kind, LongTextColumn)]
        for entry in entries if fields and model is not OutlineBlock else ():
            words = _names_in(entry.row)
            yield from ((entry.source(field), words) for field in fields)
    entries = case.underlag.of(OutlineBlock)
    headings = list(_headings([entry.row for entry in entries]))
    yield from ((entry.source("text"), words) for entry, words in zip(entries, headings, strict=True))
    filled = [
        words
        for entry, row, words in zip(entries, case.outline, headings, strict=False)
        if row is not entry.row  # the text of a file is put into it
    ]
    for words, text in zip(filled, case.texts, strict=False):
        yield from _within(words, text)


def _names_in(row: Row) -> str:
    values = (getattr(row, field) for field in type(row).model_fields)
    return " ".join(value for value in values if isinstance(value, Name) and value)


def _headings(rows: Sequence[OutlineBlock]) -> Iterator[str]:
    """The headings that each row stands under, its own and its name among them."""
    above: list[tuple[int, str]] = []
    for row in rows:
        if row.heading:
            above = [(level, heading) for level, heading in above if level < (row.level or 1)]
            above.append((row.level or 1, row.heading))
        yield " ".join([*(heading for _, heading in above), row.name])


def _within(words: str, text: SourcedText) -> Iterator[tuple[Source, str]]:
    """Each line of a file's text, with the headings within the text that it stands under."""
    above: list[tuple[int, str]] = []
    for line, place in zip(text.lines, text.places, strict=True):
        if line.startswith("#"):
            heading = line.lstrip("#")
            deep = len(line) - len(heading)
            above = [(level, each) for level, each in above if level < deep] + [(deep, heading)]
        yield place, " ".join([words, *(each for _, each in above)])
