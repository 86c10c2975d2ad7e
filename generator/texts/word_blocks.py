"""The paragraphs and tables of a Word file as lines of Markdown, each with the paragraph it came from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from mammoth import documents

from generator.findings.finding import Finding
from generator.ground.names import folded
from generator.ground.source import Source
from generator.texts.file_messages import WORD_PICTURE_FORMAT, WORD_TABLE_MERGED
from generator.texts.markdown import LINE_BREAK
from generator.texts.text import SourcedText
from generator.texts.word_runs import Piece, UnprintablePictureError, picture, pieces, words, written

_HEADING = re.compile(r"(?:heading|rubrik)\s*([1-9])")
_LIST_STYLE = re.compile(r"(list bullet|list number|punktlista|numrerad lista)\s*(\d?)")
_QUOTES = ("quote", "intense quote", "citat", "starkt citat")
_CAPTIONS = ("caption", "beskrivning")
_LEFT_OUT = re.compile(r"(?:toc|innehåll)\b")
"""Word's own list of contents: the report makes one."""

_DEEPEST = 6
_SHOWN = 40
"""Letters of a paragraph that are kept to recognise it by."""


class WordText:
    """Writes mammoth's document as a SourcedText; what could not be written is in ``findings``."""

    def __init__(self, document: Any, place: Source) -> None:
        self.findings: list[Finding] = []
        self._document = document
        self._file = place
        self._place = place
        self._count = 0
        self._lines: list[str] = []
        self._places: list[Source] = []
        self._indents: list[int] = []
        self._notes: list[tuple[str, Any, Source]] = []
        self._picture: Any = None

    def text(self) -> SourcedText:
        """Write the whole document."""
        for child in self._document.children:
            self._block(child)
        for label, note, place in self._notes:
            line = LINE_BREAK.join(self._cell_lines(note.body))
            self._place = place
            self._add(f"[^{label}]: {line}", apart=True)
        return SourcedText(tuple(self._lines), tuple(self._places))

    def _add(self, line: str, *, apart: bool) -> None:
        """Add a line; ``apart``: with an empty one before it, as between paragraphs."""
        if apart and self._lines:
            self._lines.append("")
            self._places.append(self._place)
        self._lines.append(line)
        self._places.append(self._place)

    def _block(self, block: Any) -> None:
        if isinstance(block, documents.Paragraph):
            self._paragraph(block)
        elif isinstance(block, documents.Table):
            self._indents = []
            self._table(block)

    def _pieces(self, paragraph: Any) -> list[Piece]:
        """Flatten a paragraph, and count it where it holds anything."""
        try:
            found = list(pieces(paragraph.children, self._call))
        except UnprintablePictureError as error:
            found = []
            self.findings.append(WORD_PICTURE_FORMAT.found(self._next(), format=str(error)))
        if any(piece.ready or piece.words.strip() for piece in found):
            self._place = replace(self._next(), text=words(found)[:_SHOWN])
            self._count += 1
        return found

    def _next(self) -> Source:
        return replace(self._file, row=self._count + 1)

    def _call(self, reference: Any) -> str:
        """Note a footnote's call, so that its definition can follow the text."""
        label = f"{reference.note_type}-{reference.note_id}"
        self._notes.append((label, self._document.notes.resolve(reference), self._next()))
        return f"[^{label}]"

    def _paragraph(self, paragraph: Any) -> None:
        style = folded(paragraph.style_name or paragraph.style_id or "")
        if _LEFT_OUT.match(style):
            return
        found = self._pieces(paragraph)
        if not any(piece.ready or piece.words.strip() for piece in found):
            return
        line = written(found)
        level = _heading_level(style)
        item = _list_item(paragraph, style)
        if level:
            line, item = f"{'#' * level} {words(found)}", None
        elif style in _QUOTES:
            line = f"> {line}"
        elif style in _CAPTIONS and self._picture is not None:
            self._lines[-1] = picture(self._picture, words(found))
            return
        if item:
            self._list_item(line, *item)
        else:
            self._indents = []
            self._add(line, apart=True)
        self._picture = _only_picture(paragraph)

    def _list_item(self, line: str, level: int, mark: str) -> None:
        """Add an item, indented by the marks of the items that it stands under."""
        apart = not self._indents
        self._indents = self._indents[:level]
        self._add(" " * sum(self._indents) + f"{mark} {line}", apart=apart)
        self._indents.append(len(mark) + 1)

    def _table(self, table: Any) -> None:
        place = self._place = self._next()
        grid = [list(row) for row in self._grid(table)]
        if not grid:
            return
        width = max(map(len, grid))
        if any(cell is None for row in grid for cell in row) or any(len(row) < width for row in grid):
            self.findings.append(WORD_TABLE_MERGED.found(place))
        rows = [[cell or "" for cell in row] + [""] * (width - len(row)) for row in grid]
        self._place = place
        self._add(_table_row(rows[0]), apart=True)
        self._add(_table_row(_alignments(table, width)), apart=False)
        for row in rows[1:]:
            self._add(_table_row(row), apart=False)

    def _grid(self, table: Any) -> Iterator[list[str | None]]:
        """The cells' texts row by row; None where a merged cell reaches."""
        covered: dict[int, int] = {}
        for row in table.children:
            cells: list[str | None] = []
            for cell in row.children:
                while covered.get(len(cells), 0):
                    covered[len(cells)] -= 1
                    cells.append(None)
                covered |= {len(cells) + offset: cell.rowspan - 1 for offset in range(cell.colspan)}
                cells += [LINE_BREAK.join(self._cell_lines(cell.children)), *[None] * (cell.colspan - 1)]
            yield cells

    def _cell_lines(self, blocks: Sequence[Any]) -> Iterator[str]:
        """The paragraphs of a cell or a footnote, one after the other."""
        for block in blocks:
            if isinstance(block, documents.Paragraph):
                line = written(self._pieces(block)).lstrip(LINE_BREAK + " ")
                if line:
                    yield ("– " if block.numbering else "") + line
            elif isinstance(block, documents.Table):
                self.findings.append(WORD_TABLE_MERGED.found(self._place))


def _heading_level(style: str) -> int:
    found = _HEADING.match(style)
    return min(int(found[1]), _DEEPEST) if found else 1 if style in ("title", "rubrik") else 0


def _list_item(paragraph: Any, style: str) -> tuple[int, str] | None:
    """A list item's level, from 0, and its mark; None where the paragraph is none."""
    found = _LIST_STYLE.match(style)
    styled = int(found[2] or 1) - 1 if found else 0
    if paragraph.numbering is not None:
        level = max(styled, int(paragraph.numbering.level_index))
        return level, "1." if paragraph.numbering.is_ordered else "-"
    if found is None:
        return None
    return styled, "1." if found[1] in ("list number", "numrerad lista") else "-"


def _only_picture(paragraph: Any) -> Any:
    """The picture of a paragraph with nothing else in it, which a caption may follow; None for other paragraphs."""
    inner = [child for run in paragraph.children for child in getattr(run, "children", [run])]
    return inner[0] if len(inner) == 1 and isinstance(inner[0], documents.Image) else None


def _alignments(table: Any, width: int) -> list[str]:
    """Set a column to the right where its last cell is so in Word, as amounts are."""
    last = [cell.children for cell in table.children[-1].children][:width]
    right = [any(getattr(each, "alignment", "") in ("right", "end") for each in cell) for cell in last]
    return ["---:" if each else "---" for each in right] + ["---"] * (width - len(right))


def _table_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
