"""What the look of a tab's cells says besides their values: which are struck out, and which nobody sees."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from generator.workbook.cells import place_of
from generator.workbook.package import tags

Place = tuple[int, int]
"""Row and column, from 1."""

_LISTS = {name: tags(name) for name in ("fonts", "cellXfs")}
_STRIKE, _RUN, _TEXT, _PROPERTIES = tags("strike"), tags("r"), tags("t"), tags("rPr")
_NUMBER, _INLINE = tags("v"), tags("is")


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a tab; ``columns`` are the first and last of those that are hidden, ``hidden`` says that all is."""

    struck: frozenset[Place] = frozenset()
    rows: frozenset[int] = frozenset()
    columns: tuple[tuple[int, int], ...] = ()
    hidden: bool = False

    def hides_column(self, column: int) -> bool:
        """Whether a column is hidden."""
        return any(first <= column <= last for first, last in self.columns)


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True)
class Struck:
    """The styles and the shared texts that are struck out, a text in whole or in part, by the numbers cells give."""

    styles: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()


def struck_of(styles: Iterable[Element], texts: Iterable[Element]) -> Struck:
    """Find what is struck out among the parts that all tabs refer to; most workbooks have nothing."""
    lists = {name: child for child in styles for name, tag in _LISTS.items() if child.tag in tag}
    fonts = {str(number) for number, font in enumerate(lists.get("fonts", ())) if _strikes(font)}
    of_styles = (number for number, style in enumerate(lists.get("cellXfs", ())) if style.get("fontId") in fonts)
    of_texts = (number for number, text in enumerate(texts) if _holds_struck(text))
    return Struck(frozenset(map(str, of_styles)), frozenset(map(str, of_texts)))


class Seen:
    """What is seen of a tab's marks while it is read, row by row."""

    def __init__(self, xml: bytes, struck: Struck, *, hidden: bool) -> None:
        """Begin with a tab; ``xml`` is its part, in which texts may be struck out too."""
        self._strikes = bool(struck.styles or struck.texts) or b"strike" in xml
        self._struck, self._places = struck, set[Place]()
        self._rows, self._columns, self._hidden = set[int](), list[tuple[int, int]](), hidden

    def row(self, element: Element, number: int) -> None:
        """See a row."""
        if _hides_row(element):
            self._rows.add(number)
        if self._strikes:
            self._places.update(_struck_places(element, number, self._struck))

    def columns(self, element: Element) -> None:
        """See some columns beside each other."""
        if _is_set(element.get("hidden")) or element.get("width") == "0":
            self._columns.append((int(element.get("min", "0")), int(element.get("max", "0"))))

    def marks(self) -> Marks:
        """All that was seen."""
        return Marks(frozenset(self._places), frozenset(self._rows), tuple(self._columns), self._hidden)


def _struck_places(row: Element, number: int, struck: Struck) -> Iterator[Place]:
    """The places of a row's cells that are struck out; ``number`` is the row's."""
    column = 0
    for cell in row:
        place = cell.get("r")
        at_row, column = place_of(place) if place else (number, column + 1)
        if cell.get("s") in struck.styles or any(_is_struck(child, cell.get("t"), struck) for child in cell):
            yield at_row, column


def _is_struck(child: Element, kind: str | None, struck: Struck) -> bool:
    if child.tag in _INLINE:
        return _holds_struck(child)
    return kind == "s" and child.tag in _NUMBER and child.text in struck.texts


def _holds_struck(text: Element) -> bool:
    """Whether a run of a text that says something is struck out."""
    return any(_says_struck(run) for run in text if run.tag in _RUN)


def _says_struck(run: Element) -> bool:
    words = "".join(child.text or "" for child in run if child.tag in _TEXT)
    return bool(words.strip()) and any(_strikes(child) for child in run if child.tag in _PROPERTIES)


def _strikes(font: Element) -> bool:
    return any(child.tag in _STRIKE and _is_set(child.get("val", "1")) for child in font)


def _is_set(flag: str | None) -> bool:
    """Whether an attribute that is true or false says true."""
    return flag in {"1", "true", "on"}


def _hides_row(row: Element) -> bool:
    """Whether a row is hidden: by hand, by a filter, in a closed group, or with no height."""
    return _is_set(row.get("hidden")) or row.get("ht") == "0"
