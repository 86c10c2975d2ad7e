"""Lines of a text that are a heading of the outline, without being set as one."""

import re
from collections.abc import Container, Iterator, Sequence

from generator.findings.finding import Finding
from generator.findings.rule import NOTERA
from generator.ground.names import NO_NAME, Name
from generator.model.registers import OutlineBlock
from generator.model.rows import Entry
from generator.texts.messages import TEXT_HEADING_PLAIN
from generator.texts.sections import TextSection

_MARKS = re.compile(r"[*_\\]+")
_NUMBER = re.compile(r"\d+(\.\d+)*\.?\s+")
_LONGEST = 200


def plain_headings(
    sections: Sequence[TextSection], entries: Sequence[Entry[OutlineBlock]], filled: Container[int]
) -> Iterator[Finding]:
    """Tell of lines that stand for themselves and are headings of the outline.

    ``filled`` are the blocks that have a text. Of a heading that has none such a line is what the text was put under;
    of another it may be a heading within the text.
    """
    headings: dict[Name, list[int]] = {}
    for block, entry in enumerate(entries):
        headings.setdefault(Name(entry.row.heading), []).append(block)
    headings.pop(NO_NAME, None)
    for section in sections:
        for line, words in _alone(section):
            blocks = headings.get(words, [])
            lacking = [block for block in blocks if block not in filled and not entries[block].row.text]
            if blocks and words != Name(section.heading):
                lacks = any(not entries[block].row.content for block in lacking)
                found = TEXT_HEADING_PLAIN.found(section.text.places[line], heading=str(words), above=section.heading)
                yield found if lacks else found.graded(NOTERA)


def _alone(section: TextSection) -> Iterator[tuple[int, Name]]:
    """The lines between empty ones, without marks and numbers."""
    lines = ("", *section.text.lines, "")
    for number, line in enumerate(lines[1:-1]):
        if line.strip() and len(line) < _LONGEST and not lines[number].strip() and not lines[number + 2].strip():
            yield number, Name(_NUMBER.sub("", _MARKS.sub("", line).strip(), count=1))
