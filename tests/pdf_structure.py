"""Reading a finished PDF's structure with pikepdf alone: the tag tree, what pages paint, and the text of each mark.

Nothing here knows how the file was made, so the tests on it are not tests of the program by itself.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf

SHOWING = {"Tj", "TJ", "'", '"'}
PAINTING = SHOWING | {"Do", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "INLINE IMAGE"}


REPLACED = -1
"""Stands among the open marks for a piece that says another text than it shows."""


@dataclass(frozen=True)
class Mark:
    """Marked content: the page's number, from 1, and the content's number on it."""

    page: int
    mcid: int


@dataclass(eq=False)
class Element:
    """An element of the tag tree: its kind, what is below it in order, and the PDF's own dictionary."""

    kind: str
    thing: Any
    parent: "Element | None"
    kids: "list[Element | Mark]" = field(default_factory=list)
    annotations: list[Any] = field(default_factory=list)

    @property
    def elements(self) -> "list[Element]":
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def walk(self) -> "Iterator[Element]":
        yield self
        for kid in self.elements:
            yield from kid.walk()

    def attribute(self, name: str) -> Any:
        return self.thing.get("/A", {}).get(name)

    @property
    def id(self) -> str:
        return str(self.thing.get("/ID", ""))


@dataclass
class PageContent:
    """What a page paints: the text of each mark, what is artifact, and what is wrong with the marking."""

    texts: dict[int, str] = field(default_factory=dict)
    artifacts: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Structure:
    """A finished PDF, read once: its tree from Document down and its pages' contents."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.root: Any = self.pdf.Root.StructTreeRoot
        self._numbers = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages, 1)}
        self.document = self._element(self.root.K[0], None)

    @cached_property
    def pages(self) -> list[PageContent]:
        """What each page paints."""
        return [_content(page) for page in self.pdf.pages]

    def all(self, *kinds: str) -> list[Element]:
        return [element for element in self.document.walk() if element.kind in kinds]

    def marks(self) -> list[Mark]:
        return [kid for element in self.document.walk() for kid in element.kids if isinstance(kid, Mark)]

    def text_of_mark(self, mark: Mark) -> str:
        return self.pages[mark.page - 1].texts.get(mark.mcid, "")

    def text(self, element: Element) -> str:
        """All text of an element, in the order of the tree."""
        parts = (self.text(kid) if isinstance(kid, Element) else self.text_of_mark(kid) for kid in element.kids)
        return "".join(parts)

    def page_of(self, anchor: str) -> int:
        """The number of the page that a named place is on."""
        return self._numbers[self.place_of(anchor)[0].objgen]

    def place_of(self, goal: Any) -> Any:
        """The place that a link leads to, by its name or itself: the page, how, and where on the page."""
        if isinstance(goal, pikepdf.Array):
            return goal
        names = self.pdf.Root.Names.Dests.Names
        places: dict[str, Any] = {str(names[i]): names[i + 1] for i in range(0, len(names), 2)}
        return places[str(goal)]

    def parents(self) -> dict[int, Any]:
        """The ParentTree: a page's array of elements, or an annotation's element, by their numbers."""
        numbers = self.root.ParentTree.Nums
        return {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}

    def _element(self, thing: Any, parent: Element | None) -> Element:
        element = Element(str(thing.S)[1:], thing, parent)
        for kid in thing.get("/K", ()):
            self._add(element, kid)
        return element

    def _add(self, element: Element, kid: Any) -> None:
        kind = None if isinstance(kid, int) else str(kid.get("/Type"))
        if kind is None:
            element.kids.append(Mark(self._numbers[element.thing.Pg.objgen], int(kid)))
        elif kind == "/MCR":
            element.kids.append(Mark(self._numbers[kid.Pg.objgen], int(kid.MCID)))
        elif kind == "/OBJR":
            element.annotations.append(kid.Obj)
        else:
            element.kids.append(self._element(kid, element))


def _content(page: Any) -> PageContent:
    """Read a page's content; what is painted must be inside exactly one mark or artifact."""
    content = PageContent()
    letters: dict[str, dict[int, str]] = {}
    font = ""
    open_marks: list[int | None] = []
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator in ("BDC", "BMC"):
            replaced = bool(open_marks) and _replaced(operator, operands, content, open_marks[-1])
            open_marks.append(REPLACED if replaced else _opened(operator, operands, content))
            if len(open_marks) > 1 and not replaced:
                content.faults.append(f"{operands[0]} inside other marked content")
        elif operator == "EMC":
            open_marks.pop()
        elif operator == "Tf":
            font = str(operands[0])
        elif operator in PAINTING:
            text = ""
            if operator in SHOWING:
                if font not in letters:
                    letters[font] = _letters(page, font)
                text = _shown(operands, letters[font])
            _paint(content, open_marks, operator, text)
    return content


def _replaced(operator: str, operands: Any, content: PageContent, around: int | None) -> bool:
    """Tell whether this is a piece of a mark that says another text than it shows; its text is then that one."""
    if operator != "BDC" or around in (None, REPLACED) or set(operands[1].keys()) != {"/ActualText"}:
        return False
    content.texts[around] += str(operands[1].ActualText)
    return True


def _opened(operator: str, operands: Any, content: PageContent) -> int | None:
    mcid = operands[1].get("/MCID") if operator == "BDC" else None
    if mcid is None:
        if str(operands[0]) != "/Artifact":
            content.faults.append(f"{operands[0]} is neither numbered nor artifact")
        return None
    if int(mcid) in content.texts:
        content.faults.append(f"mark {mcid} twice")
    content.texts[int(mcid)] = ""
    return int(mcid)


def _paint(content: PageContent, open_marks: list[int | None], operator: str, text: str) -> None:
    if not open_marks:
        content.faults.append(f"{operator} outside marked content: {text!r}")
    elif open_marks[-1] is None:
        content.artifacts.append(text)
    elif open_marks[-1] != REPLACED:
        content.texts[open_marks[-1]] += text


def _letters(page: Any, font: str) -> dict[int, str]:
    """What a font's glyphs stand for, from its ToUnicode map."""
    cmap = page.Resources.Font[font].ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        found |= {int(code, 16): _unicode(text) for code, text in re.findall(r"<(\w+)>\s*<(\w*)>", block)}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start, end = int(first, 16), int(last, 16)
            found |= {code: chr(ord(_unicode(text)) + code - start) for code in range(start, end + 1)}
    return found


def _unicode(hexadecimal: str) -> str:
    return bytes.fromhex(hexadecimal).decode("utf-16-be")


def _shown(operands: Any, letters: dict[int, str]) -> str:
    pieces = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
    shown = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    codes = (int.from_bytes(shown[i : i + 2], "big") for i in range(0, len(shown), 2))
    return "".join(letters.get(code, "\ufffd") for code in codes)
