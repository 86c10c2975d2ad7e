"""The kinds of text that reach the page, and which marks work in each: the one place that says so.

A column says of which kind its texts are; the findings, and a table in the handbook, follow from here.
"""

from dataclasses import dataclass
from enum import Enum


class Mark(Enum):
    """A mark: what it gives, and how it is written. A bar that would end a cell of the handbook's table is escaped."""

    BOLD = "fet, kursiv stil", "`**fet**`, `*kursiv*`"
    LINE = "egen rad", "en ny rad; i textfilen två mellanslag sist på raden, eller `<br>`"
    LIST = "lista", "rader som börjar med `- `, `• `, `1. `, `1) ` eller `a) `"
    NOTE = "fotnot", "`^[fotnotens text]`"
    LINK = "länk", "`[orden](https://www.exempel.se)`"
    REFERENCE = "hänvisning", "`{{ not('Fordringar') }}`"
    PICTURE = "bild", '`![vad bilden visar](bild.png "Bildtext")`'
    QUOTE = "citat", "rader som börjar med `> `"
    HEADING = "underrubrik", "`## Rubrik`"
    TABLE = "tabell", r"`\| a \| b \|` och under första raden `\| --- \| --- \|`"
    RULE = "streck över sidan", "`---` med en tom rad före"
    YEAR = "rapportens år, och året före", "`{{ år }}`, `{{ fg år }}`"

    def __init__(self, gives: str, written: str) -> None:
        """Keep what the mark gives and how it is written."""
        self.gives = gives
        self.written = written


@dataclass(frozen=True)
class TextKind:
    """A kind of text: what it is called, what texts are of it, and the marks that work there.

    A mark that does not work is printed as it was typed; ``refused``: a footnote there is an error, with this reason.
    """

    name: str
    about: str
    marks: frozenset[Mark]
    refused: str = ""


IN_LINES = frozenset({Mark.BOLD, Mark.LINE, Mark.NOTE, Mark.LINK, Mark.REFERENCE, Mark.PICTURE, Mark.LIST})

FILE = TextKind("Textfil", "Det som står under en rubrik i en `.md`-fil.", frozenset(Mark) - {Mark.YEAR})
CELL = TextKind("Lång cell", "En cell för längre text, som *Text*, *Mål* och *Kommentar*.", IN_LINES)
IN_TABLE = TextKind(
    "Ord i tabell",
    "Raders namn, kolumners rubriker och ord i tabeller, och det under dem: *Källa*, *Förklaring*, *Definition*.",
    frozenset({Mark.LINE, Mark.NOTE}),
)
COLUMN_HEAD = TextKind(
    "Kolumnrubrik",
    "Egna rubriker över måltabellernas kolumner, som gäller år efter år.",
    frozenset({Mark.YEAR}),
    "rubriken upprepas på varje sida",
)
NAME = TextKind(
    "Namn",
    "Rubriker, namn på förbund, personer, tabeller och bilagor, och det som bara pekar på något annat.",
    frozenset(),
    "det används som rubrik eller namn",
)

TEXT_KINDS = (FILE, CELL, IN_TABLE, COLUMN_HEAD, NAME)
