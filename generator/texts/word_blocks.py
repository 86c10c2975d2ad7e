"""The paragraphs and tables of a Word file as lines of Markdown, each with the paragraph it came from."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from generator.ground.source import Source
from generator.texts.items import item as numbered
from generator.texts.markdown import LINE_BREAK
from generator.texts.text import SourcedText
from generator.texts.word_elements import READERS
from generator.texts.word_inline import Inline
from generator.texts.word_letters import Setting
from generator.texts.word_messages import WORD_CONTENTS, WORD_HEADING_NUMBERS, WORD_NUMBER_FORM, WORD_TABLE_MERGED
from generator.texts.word_numbering import Item, Numbering
from generator.texts.word_package import Package, Part
from generator.texts.word_pictures import with_caption
from generator.texts.word_runs import Piece, escaped, words, written
from generator.texts.word_settling import CHANGES, settle
from generator.texts.word_styles import Styles, child, outline_level, switch, value, whole
from generator.texts.word_tables import cell_texts, is_right
from generator.texts.word_told import Told
from generator.texts.word_walking import blocks

_SHOWN = 40
"""Letters of a paragraph that are kept to recognise it by."""

_LONGEST_LABEL = 8
"""Letters of a label that stand before a point; a longer one begins its text."""


class WordText:
    """Writes the body of a Word file as a SourcedText; what is not printed as it stands there goes to ``told``.

    ``changed`` is the first paragraph with a tracked change; the file where there is none.
    """

    def __init__(self, package: Package, main: Part, place: Source, told: Told) -> None:
        self._package, self._main, self._file, self._told = package, main, place, told
        self._styles = Styles(package.related(main, "styles").root)
        self._numbering = Numbering(package.related(main, "numbering").root, self._styles)
        self._place = self.changed = place
        self._count = 0
        self._lines: list[str] = []
        self._places: list[Source] = []
        self._indents: list[int] = []
        self._notes: dict[str, tuple[Part, Element, Source]] = {}
        self._known_notes: dict[str, dict[str, Element]] = {}
        self._carried: list[Piece] = []
        self._after_picture = False
        self._inline = Inline(READERS, package, main, self._styles, told, self._call, place)

    def text(self) -> SourcedText:
        """Write the whole document."""
        settle(self._main.root)
        self._blocks(child(self._main.root, "w:body"))
        for label, (part, note, place) in self._notes.items():
            self._place, self._inline.part = place, part
            settle(note)
            self._add(f"[^{label}]: {LINE_BREAK.join(self._cell_lines(note))}", apart=True)
        for form in sorted(self._numbering.unknown):
            self._told.tell(WORD_NUMBER_FORM, self._file, form)
        return SourcedText(tuple(self._lines), tuple(self._places))

    def _add(self, line: str, *, apart: bool) -> None:
        """Add a line; ``apart``: with an empty one before it, as between paragraphs."""
        if apart and self._lines:
            self._lines.append("")
            self._places.append(self._place)
        self._lines.append(line)
        self._places.append(self._place)

    def _blocks(self, parent: Element | None, *, boxed: bool = False) -> None:
        for block in () if parent is None else blocks(parent):
            if block.tag == "w:tbl":
                self._indents = []
                self._table(block)
            else:
                self._paragraph(block, boxed=boxed)

    def _pieces(self, paragraph: Element, style: str, *, heading: bool) -> list[Piece]:
        """Read a paragraph's words, with those carried over to it, and count it where it holds anything."""
        self._inline.place = self._next()
        if not self.changed.row and any(each.tag in CHANGES for each in paragraph.iter()):
            self.changed = self._next()
        out = WORD_CONTENTS if self._styles.is_contents(style) else None
        setting = Setting(style=style, heading=heading, out=out)
        found = [*self._carried, *self._inline.pieces(paragraph, setting)]
        self._carried = []
        if _is_carried(paragraph):
            self._carried, found = found, []
        if _holds(found):
            self._place = replace(self._next(), text=words(found)[:_SHOWN])
            self._count += 1
        return found

    def _next(self) -> Source:
        return replace(self._file, row=self._count + 1)

    def _call(self, kind: str, number: str) -> str:
        """Note a footnote's call, so that its definition can follow the text."""
        label = f"{kind}-{number}"
        if label not in self._notes:
            part = self._package.related(self._main, f"{kind}s")
            if kind not in self._known_notes:
                self._known_notes[kind] = {each.get("w:id", ""): each for each in part.root}
            note = self._known_notes[kind].get(number)
            if note is None:
                return ""
            self._notes[label] = (part, note, self._next())
        return f"[^{label}]"

    def _paragraph(self, paragraph: Element, *, boxed: bool) -> None:
        properties = paragraph.find("w:pPr")
        style = value(properties, "w:pStyle") or self._styles.usual
        level = self._level(properties, style)
        found = self._pieces(paragraph, style, heading=bool(level))
        boxes = self._inline.boxes
        item = None if self._is_gone(properties, found) else self._numbering.item(properties, style)
        if _holds(found):
            self._written(found, style, level, item, boxed=boxed)
        for box in boxes:
            self._indents = []
            self._blocks(box, boxed=True)

    def _level(self, properties: Element | None, style: str) -> int:
        """The level of a heading, by its own place in the outline or by its style; 0 for other paragraphs."""
        own = whole(value(properties, "w:outlineLvl"))
        return self._styles.heading_level(style) if own is None else outline_level(own)

    def _is_gone(self, properties: Element | None, found: Sequence[Piece]) -> bool:
        """Whether Word shows nothing of a paragraph, not even its number."""
        mark = child(properties, "w:rPr")
        return not _holds(found) and (bool(switch(mark, "w:vanish")) or child(mark, "w:del") is not None)

    def _written(self, found: list[Piece], style: str, level: int, item: Item | None, *, boxed: bool) -> None:
        """Write a paragraph that holds something, by what it is."""
        if self._after_picture and self._styles.is_caption(style):
            self._lines[-1] = with_caption(self._lines[-1], words(found))
            self._after_picture = False
            return
        self._after_picture = len(found) == 1 and found[0].ready and found[0].words.startswith("![")
        if level and words(found):
            self._heading(found, level, item, boxed=boxed)
        elif item:
            self._list_item(written(found), item)
        else:
            self._indents = []
            self._add(f"{'> ' if self._styles.is_quote(style) else ''}{written(found)}", apart=True)

    def _heading(self, found: list[Piece], level: int, item: Item | None, *, boxed: bool) -> None:
        """Write a heading: a bold line in a text box, since what follows the box belongs to what stood before it."""
        self._indents = []
        if item and item.label:
            self._told.tell(WORD_HEADING_NUMBERS, replace(self._place, row=0), f"{item.label} {words(found)}")
            self._told.pause()
        head = escaped(words(found))
        self._add(f"**{head}**" if boxed else f"{'#' * level} {head}", apart=True)
        for each in found:
            if each.ready:
                self._add(each.words, apart=True)

    def _list_item(self, line: str, item: Item) -> None:
        """Add a point, indented by the marks of the points that it stands under."""
        if len(item.label) > _LONGEST_LABEL:
            self._indents = []
            self._add(f"{escaped(item.label)} {line}", apart=True)
            return
        apart = not self._indents
        self._indents = self._indents[: item.level]
        point = numbered(escaped(item.label), line) if item.label else f"- {line}"
        self._add(" " * sum(self._indents) + point, apart=apart)
        self._indents.append(point.index(" ") + 1)

    def _table(self, table: Element) -> None:
        place = self._place = self._next()
        grid = [list(row) for row in cell_texts(table, self._cell, self._inline)]
        if not grid:
            return
        width = max(map(len, grid))
        if any(cell is None for row in grid for cell in row) or any(len(row) < width for row in grid):
            self._told.tell(WORD_TABLE_MERGED, place)
        rows = [[cell or "" for cell in row] + [""] * (width - len(row)) for row in grid]
        self._place = place
        self._add(_table_row(rows[0]), apart=True)
        right = is_right(table, self._styles)
        self._add(
            _table_row(["---:" if each < len(right) and right[each] else "---" for each in range(width)]), apart=False
        )
        for row in rows[1:]:
            self._add(_table_row(row), apart=False)

    def _cell(self, cell: Element) -> str:
        return LINE_BREAK.join(self._cell_lines(cell))

    def _cell_lines(self, parent: Element) -> Iterator[str]:
        """The paragraphs of a cell or a footnote, one after the other; a table's rows in it, too."""
        for block in blocks(parent):
            if block.tag == "w:tbl":
                self._told.tell(WORD_TABLE_MERGED, self._place)
                for row in cell_texts(block, self._cell, self._inline):
                    yield r" \| ".join(filter(None, row))
            else:
                yield from self._cell_paragraph(block)

    def _cell_paragraph(self, paragraph: Element) -> Iterator[str]:
        properties = paragraph.find("w:pPr")
        style = value(properties, "w:pStyle") or self._styles.usual
        found = self._pieces(paragraph, style, heading=bool(self._level(properties, style)))
        boxes = self._inline.boxes
        item = None if self._is_gone(properties, found) else self._numbering.item(properties, style)
        line = written(found).lstrip(LINE_BREAK + " ")
        if line:
            yield (f"{escaped(item.label) or '–'} " if item else "") + line
        for box in boxes:
            yield from self._cell_lines(box)


def _holds(found: Sequence[Piece]) -> bool:
    return any(piece.ready or piece.words.strip() for piece in found)


def _is_carried(paragraph: Element) -> bool:
    """Whether a paragraph's words begin the next one: a large first letter, and a paragraph whose end was deleted."""
    properties = paragraph.find("w:pPr")
    frame = child(properties, "w:framePr")
    mark = child(properties, "w:rPr")
    dropped = frame is not None and frame.get("w:dropCap", "none") != "none"
    return dropped or child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None


def _table_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
