"""A CSV file as a grid: which encoding it has, what parts its columns, and what stands in each."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.findings.limits import hold
from generator.ground.limits import LIST_CELLS, LIST_ROWS
from generator.ground.names import normalised
from generator.ground.source import Source
from generator.model.values import RawCell
from generator.workbook.grid import Grid

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DELIMITERS = ";\t,|"
_DECLARED = re.compile('sep=([^\\w" \r\n])(?:\r\n|\r|\n)')
"""The first line of some files, which tells Excel the sign between the columns."""
_SAMPLE = 200
_BREAK = re.compile("[\r\n]")
_SWEDISH = re.compile("[åäöÅÄÖ]")


@dataclass(frozen=True, slots=True)
class TextGrid(Grid):
    """A text file as a tab. ``fields`` is how many fields each row has, also empty ones."""

    fields: Mapping[int, int] = field(default_factory=dict)


def grid_of(data: bytes, place: Source) -> Grid | None:
    """Lay a text file out in rows and columns; None where it is no text.

    Raises:
        TooMuchError: it has more rows or cells than are read.

    """
    text = decoded(data)
    if text is None:
        return None
    text = text.lstrip("\ufeff")
    declared = _DECLARED.match(text)
    lines = text[declared.end() :] if declared else text
    delimiter = declared[1] if declared else delimiter_of(lines)
    rows: dict[int, dict[int, RawCell]] = {}
    fields: dict[int, int] = {}
    count = 0
    for row, values in _rows(lines, delimiter, 2 if declared else 1):
        cells = {
            column: RawCell(value, Source(place.order, place.tab, row, column, "", place.file))
            for column, value in enumerate(values, start=1)
            if value and not value.isspace()
        }
        if cells:
            rows[row], fields[row] = cells, len(values)
            count += len(cells)
            hold(LIST_ROWS, len(rows), place)
            hold(LIST_CELLS, count, place)
    return TextGrid(place.order, place.tab, rows, file=place.file, fields=fields)


def _rows(text: str, delimiter: str, first: int) -> Iterator[tuple[int, list[str]]]:
    """The rows of a text, each with the number of its line and its fields."""
    if _is_quoted(text, delimiter):
        reader, before = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 0
        for values in reader:
            yield first + before, values
            before = reader.line_num
    else:
        for row, line in enumerate(io.StringIO(text, newline=None), start=first):
            yield row, [value.strip('"') for value in line.rstrip("\n").split(delimiter)]


def _is_quoted(text: str, delimiter: str) -> bool:
    """Whether a text has values in quotation marks: one that is never closed is none, or it hides the rows after it."""
    if '"' not in text:
        return False
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return not any(delimiter in value and _BREAK.search(value) for values in rows for value in values)
    except csv.Error:  # a value of more letters than any has
        return False


def decoded(data: bytes) -> str | None:
    """Decode a text: by its mark, else UTF-16 by its noughts, UTF-8, CP1252, or the letters of DOS."""
    if not data.strip():
        return None
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "")
    if not encoding and len(data) > 3:  # noqa: PLR2004 - two letters
        head = data[:400]
        encoding = "utf-16-le" if head[1::2].count(0) > len(head) // 3 else ""
        encoding = encoding or ("utf-16-be" if head[::2].count(0) > len(head) // 3 else "")
    if encoding:
        return normalised(data.decode(encoding, "replace"))
    if b"\0" in data:
        return None
    try:
        return normalised(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    texts = (data.decode(name, "replace") for name in ("cp1252", "cp437"))
    return normalised(max(texts, key=lambda text: len(_SWEDISH.findall(text))))


def delimiter_of(text: str) -> str:
    """The sign that parts columns: the one that stands equally often in most rows; a comma may be a decimal's."""
    counts: dict[str, Counter[int]] = {each: Counter() for each in _DELIMITERS}
    sample = [line for line in text.splitlines()[:_SAMPLE] if line.strip()]
    for line in sample:
        bare = re.sub(r'"[^"]*"', "", line)
        for each in _DELIMITERS:
            counts[each][bare.count(each)] += 1
    for each in ";\t|":
        with_any = sum(number for times, number in counts[each].items() if times)
        if with_any * 2 > len(sample):
            return each
    return ","
