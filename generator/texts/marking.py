"""The mark *från i fjol* in text files: taken off what is read, and put under each heading of last year's files."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.model.from_last_year import has_mark, is_unchanged, mark_for, without_mark
from generator.texts.sections import TextSection
from generator.texts.text import SourcedText, UnchangedText


def unmarked(section: TextSection) -> TextSection:
    """Take the mark off a section's text, and note whether the text is still last year's."""
    lines = section.text.lines
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    if first == len(lines) or not has_mark(lines[first]):
        return section
    rest = without_mark(lines[first])
    kept = SourcedText((rest,), (section.text.places[first],)) if rest else SourcedText()
    text = kept + section.text.part(first + 1, len(lines))
    unchanged = is_unchanged("\n".join(lines[first:]))
    return replace(section, text=text, unchanged=unchanged)


def unchanged_in(files: Iterable[Sequence[TextSection]]) -> tuple[UnchangedText, ...]:
    """The texts of the files that are still last year's."""
    return tuple(
        UnchangedText(section.heading, section.place, section.text.places)
        for sections in files
        for section in sections
        if section.unchanged
    )


def marked_markdown(lines: Sequence[str], sections: Iterable[TextSection]) -> str:
    """Put a mark before the text of each section that has one. ``lines`` are the file's, as it was read."""
    written = [*lines]
    # From below, so that the lines above keep their numbers.
    for section in sorted(sections, key=lambda each: each.text_row, reverse=True):
        if not section.text.is_empty:
            start = section.text_row - 1
            first = next(number for number in range(start, len(written)) if written[number].strip())
            rest = [without_mark(written[first]), *written[first + 1 :]]
            while rest and not rest[0].strip():
                del rest[0]
            written[start:] = [*([""] if start else []), mark_for(section.text.markdown), "", *rest]
    return "\n".join(written) + "\n"
