"""Cutting a text at its headings, without parting a footnote's call from its definition."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.ground.source import Source
from generator.texts.text import SourcedText, joined

_CALL = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_BLANK = ""


@dataclass(frozen=True, slots=True)
class TextSection:
    """A heading with the text up to the next one, of whatever level. The text before the first has level 0.

    ``text_row`` is the line, from 1, that the text begins on in a Markdown file. ``unchanged``: the text has the mark
    that it is last year's, and nobody has changed it. ``named_by`` is the file whose name was taken for the heading.
    """

    level: int
    heading: str
    place: Source
    text: SourcedText = field(default_factory=SourcedText)
    text_row: int = 1
    unchanged: bool = False
    named_by: str = ""


@dataclass(frozen=True, slots=True)
class _Definition:
    """A footnote's definition, or a link's (``label`` empty), and the lines it stands on."""

    label: str
    start: int
    end: int


def cut(text: SourcedText) -> tuple[TextSection, ...]:
    """Cut a text at its headings. What stands before the first heading comes first, with level 0."""
    if not any(line.lstrip().startswith("#") for line in text.lines):
        return (TextSection(0, "", text.places[0], text),) if text.lines else ()
    from generator.texts.markdown import parse, plain  # noqa: PLC0415 - only texts with headings are parsed here

    tokens = parse(text.markdown)
    heads = [(0, 0, "", 0)]
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.level == 0 and token.map:
            heads.append((token.map[0], token.map[1], plain(inline.children or []).strip(), int(token.tag[1:])))
    ends = [start for start, *_ in heads[1:]] + [len(text.lines)]
    ranges = [(after, end) for (_, after, *_), end in zip(heads, ends, strict=True)]
    bodies = _whole_bodies(text, ranges, _definitions(text))
    return tuple(
        TextSection(level, heading, text.places[start], body, after + 1)
        for (start, after, heading, level), body in zip(heads, bodies, strict=True)
        if level or not body.is_empty
    )


def _definitions(text: SourcedText) -> list[_Definition]:
    from generator.texts.markdown import definition_lines  # noqa: PLC0415

    return [_Definition(label, start, end) for label, start, end in definition_lines(text.markdown)]


def _whole_bodies(
    text: SourcedText, ranges: Sequence[tuple[int, int]], defined: Sequence[_Definition]
) -> list[SourcedText]:
    """Give each part the definitions that it calls, wherever in the text they stand."""
    called = [_called(text.part(start, end)) for start, end in ranges]
    return [
        _body(text, start, end, _wanted(defined, own, start, end), _moved(defined, own, called, start, end))
        for (start, end), own in zip(ranges, called, strict=True)
    ]


def _called(part: SourcedText) -> set[str]:
    return {label for line in part.lines for label in _CALL.findall(line)}


def _wanted(defined: Sequence[_Definition], own: set[str], start: int, end: int) -> list[_Definition]:
    """What a part needs from elsewhere: the links' definitions, and the footnotes that it does not define itself."""
    here = {each.label for each in defined if start <= each.start < end}
    found = [each for each in defined if not start <= each.start < end]
    return [each for each in found if not each.label or (each.label in own and each.label not in here)]


def _moved(
    defined: Sequence[_Definition], own: set[str], called: Sequence[set[str]], start: int, end: int
) -> list[_Definition]:
    """What stands in a part for another one. A definition that nobody calls stays, so that it is found unused."""
    return [
        each
        for each in defined
        if start <= each.start < end
        and each.label
        and each.label not in own
        and any(each.label in all_ for all_ in called)
    ]


def _body(
    text: SourcedText, start: int, end: int, wanted: Sequence[_Definition], moved: Sequence[_Definition]
) -> SourcedText:
    gone = {line for each in moved for line in range(each.start, each.end)}
    kept = [text.part(line, line + 1) for line in range(start, end) if line not in gone]
    body = joined(kept)
    for each in () if body.is_empty else wanted:
        place = text.places[each.start]
        body += SourcedText((_BLANK,), (place,)) + text.part(each.start, each.end)
    return body
