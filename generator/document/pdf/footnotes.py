"""No footnote lost: the layout is asked which notes it has placed, and text whose notes it lost is set in one column.

In columns WeasyPrint 70 lays out a text many times over, and may forget a note on the way where notes are dense. The
note is then neither on paper nor in the log. In one column this has not been seen; should it happen, it is an error.
"""

from typing import Any

from generator.document.tags.boxes import boxes_of
from generator.document.tags.record import NOTE_ELEMENT

ONE_COLUMN = "columns: auto; max-width: var(--measure, none)"
"""What a text is given instead of its columns; the measure is that of running text in ``base.css``."""
COLUMNS = "two"
"""The class of running text in columns."""
DENSE = 2000
"""Letters of notes in one text, about half a page, that may be too many for columns."""
LOST = "Fotnoten ”%s” under rubriken ”%s” får inte plats på sidan. Korta den, eller skriv den i texten i stället."
BEGINNING = 60
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class LostNotesError(Exception):
    """The layout has left out footnotes; ``told`` says which, in Swedish."""

    def __init__(self, told: list[str]) -> None:
        """Keep what is said of each note."""
        super().__init__("\n".join(told))
        self.told = told


def part_dense_notes(root: Any) -> None:
    """Take the columns away beforehand where the notes are longer than the text: they would take minutes to lay out."""
    for element in root.iter("div"):
        if COLUMNS in str(element.get("class", "")).split():
            notes = sum(len("".join(note.itertext())) for note in element.iter(NOTE_ELEMENT))
            if notes > DENSE and notes > len("".join(element.itertext())) - notes:
                _without_columns(element)


def set_in_one_column(root: Any, document: Any, lost: list[Any]) -> None:
    """Take the columns away around notes that a layout of ``root`` has lost.

    Raises:
        LostNotesError: there are no columns around them.

    """
    around = _columns_around(root, document, lost)
    if not around:
        raise LostNotesError([_told(root, note) for note in lost])
    for element in around:
        _without_columns(element)


def _without_columns(element: Any) -> None:
    element.set("style", f"{element.get('style', '')}; {ONE_COLUMN}".lstrip("; "))


def lost_notes(root: Any, document: Any) -> list[Any]:
    """The notes that are called but not placed; what a style sheet hides is neither."""
    placed, called = set(), set()
    for box, _ in boxes_of(document):
        if box.element_tag == NOTE_ELEMENT:
            placed.add(id(box.element))
        elif box.element_tag == f"{NOTE_ELEMENT}::footnote-call":
            called.add(id(box.element))
    return [note for note in root.iter(NOTE_ELEMENT) if id(note) in called - placed]


def _columns_around(root: Any, document: Any, notes: list[Any]) -> list[Any]:
    """The elements set in columns that hold any of ``notes``, in the order of the document."""
    columns = {id(box.element) for box, _ in boxes_of(document) if _has_columns(box)}
    inside = {id(note) for note in notes}
    return [element for element in root.iter() if id(element) in columns and inside & set(map(id, element.iter()))]


def _has_columns(box: Any) -> bool:
    return any(box.style[name] != "auto" for name in ("column_count", "column_width"))


def _told(root: Any, note: Any) -> str:
    text = " ".join("".join(note.itertext()).split())
    begun = text if len(text) <= BEGINNING else f"{text[:BEGINNING].rsplit(' ', 1)[0]} …"
    return LOST % (begun, _heading_above(root, note))


def _heading_above(root: Any, note: Any) -> str:
    above = ""
    for element in root.iter():
        if element is note:
            break
        if element.tag in HEADINGS:
            above = " ".join("".join(element.itertext()).split())
    return above
