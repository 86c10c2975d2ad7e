"""What a screen reader says of a PDF, a line for each thing that it stops at: ``script/outloud FILE ...``.

It is read from the tag tree alone, as readers do: headings with their level, tables with their caption and size and
each cell after the heads that its ``Headers`` name, lists with their length, pictures by their alternative text, notes
where they are referred to. What is an artifact is not said.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from pdf_structure import Element, Mark, Structure

_LISTED, _SOFT = "L", "\u00ad"
_PARAGRAPHS = frozenset({"P", "Div", "LI", "LBody", "Table", "TR", "TD", "TH"})


def spoken(pdf: bytes) -> list[str]:
    """All that is said, from the first page to the last."""
    structure = Structure(pdf)
    return [*_Reader(structure).said(structure.document)]


class _Reader:
    """Reads a tag tree."""

    def __init__(self, structure: Structure) -> None:
        """Know each element by its id, by which cells name their heads."""
        self._of = structure
        self._known = {each.id: each for each in structure.document.walk() if each.id}

    def said(self, element: Element) -> Iterator[str]:
        """What is said of an element and all in it."""
        match element.kind:
            case "Table":
                yield from self._table(element)
            case "L":
                items = [each for each in element.elements if each.kind == "LI"]
                yield f"Lista, {len(items)} {'punkt' if len(items) == 1 else 'punkter'}"
                for item in items:
                    yield from self._list_item(item)
            case "Figure":
                yield f"Bild: {element.thing.get('/Alt', 'utan beskrivning')}"
            case kind if len(kind) == 2 and kind[0] == "H" and kind[1].isdigit():
                yield f"Rubrik {kind[1]}: {self._words(element)}"
            case "Link":
                yield f"Länk: {self._words(element)}"
            case "Note":
                yield f"Fotnot: {self._words(element)}"
            case _:
                yield from self._inside(element)

    def _inside(self, element: Element) -> Iterator[str]:
        """Runs of words as one line, and what stands between them each for itself."""
        words: list[str] = []
        for kid in element.kids:
            if isinstance(kid, Mark) or self._is_run(kid):
                words.append(self._of.text_of_mark(kid) if isinstance(kid, Mark) else self._text(kid))
                continue
            yield from _line(words)
            words = []
            yield from self.said(kid)
        yield from _line(words)

    def _is_run(self, element: Element) -> bool:
        """Whether an element stands within a line."""
        return element.kind in {"Span", "Lbl", "Reference", "Em", "Strong", "Quote", "Code"} or (
            element.kind == "Link"
            and element.parent is not None
            and element.parent.kind in {"P", "Span", "LBody", "TD", "TH"}
        )

    def _list_item(self, item: Element) -> Iterator[str]:
        nested = [each for part in item.elements for each in part.elements if each.kind == _LISTED]
        own = " ".join(self._words(part, without=_LISTED) for part in item.elements)
        yield f"  {own.strip()}"
        for each in nested:
            yield from self.said(each)

    def _table(self, table: Element) -> Iterator[str]:
        caption = next((each for each in table.elements if each.kind == "Caption"), None)
        rows = [each for each in table.walk() if each.kind == "TR"]
        columns = max((sum(_span(cell) for cell in row.elements) for row in rows), default=0)
        named = f": {self._words(caption)}" if caption else " utan rubrik"
        yield f"Tabell{named}. {len(rows)} rader, {columns} kolumner"
        for row in rows:
            yield "  " + " | ".join(self._cell(cell) for cell in row.elements)
        yield "Slut på tabellen"

    def _cell(self, cell: Element) -> str:
        """A head after those of its group; an amount after the heads of its column."""
        words = self._words(cell) or "tom"
        named = [self._known[str(name)] for name in cell.attribute("/Headers") or ()]
        heads = [self._words(each) for each in named if cell.kind == "TH" or each.attribute("/Scope") != "/Row"]
        return f"{', '.join(filter(None, heads))}: {words}" if any(heads) else words

    def _words(self, element: Element, without: str = "") -> str:
        return " ".join(self._text(element, without).split())

    def _text(self, element: Element, without: str = "") -> str:
        """The text of an element with the spaces that it has and no others."""
        told = element.thing.get("/ActualText") or element.thing.get("/Alt")
        if told is not None:
            return str(told)
        parts = (
            self._of.text_of_mark(kid) if isinstance(kid, Mark) else self._apart(kid, without)
            for kid in element.kids
            if isinstance(kid, Mark) or kid.kind != without
        )
        return "".join(parts).replace(_SOFT, "")

    def _apart(self, element: Element, without: str) -> str:
        """The text of what stands in another; a paragraph is heard as one, and not run together with the next."""
        text = self._text(element, without)
        return f" {text} " if element.kind in _PARAGRAPHS else text


def _line(words: list[str]) -> Iterator[str]:
    said = " ".join("".join(words).split())
    if said:
        yield said


def _span(cell: Element) -> int:
    return int(cell.attribute("/ColSpan") or 1)


def main() -> None:
    """Print what is said of each PDF that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    for path in parser.parse_args().files:
        print("\n".join(spoken(path.read_bytes())))  # noqa: T201


if __name__ == "__main__":
    main()
