"""Tables of words on a narrow screen: each row a card, its cells below each other with their heads above them.

They are tables all the same: browsers of today keep an element's role whatever its ``display``. To state the roles is
not allowed on a table's own elements.
"""

from xml.etree.ElementTree import Element

from generator.document.web.tree import words

_CLASS, _EARLY = "cards", " cards-early"
_FEW = 4
"""Columns that go beside each other on a screen as wide as a tablet's."""


def as_cards(table: Element) -> None:
    """Let web.css lay the rows of a table out as cards, with the cells' heads as an attribute."""
    heads = [words(cell) for cell in next(table.iterfind("thead/tr"), ())]
    early = _EARLY if len(heads) > _FEW or next(table.iterfind(".//td//table"), None) is not None else ""
    table.set("class", f"{table.get('class') or ''} {_CLASS}{early}".strip())
    for row in table.iterfind("tbody/tr"):
        missing = len(heads) - len(row)  # cells of an earlier row go on beside the first ones
        for head, cell in zip(heads[max(0, missing) :], row, strict=False):
            if head and _says(cell):
                cell.set("data-head", head)


def _says(cell: Element) -> bool:
    return bool(words(cell)) or next(cell.iter("img"), None) is not None
