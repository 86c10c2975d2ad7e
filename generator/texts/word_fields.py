"""Word's fields: what they showed when the file was saved is printed, what Word is to do is not."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from generator.texts.word_settling import CHECKED, UNCHECKED
from generator.texts.word_styles import child, switch, value, whole

CONTENTS = frozenset(("TOC", "TOA", "INDEX"))
"""Lists of where things stand, which the report makes for itself."""

_SILENT = frozenset((
    "XE", "TC", "TA", "RD", "SET", "ASK", "FILLIN", "PRIVATE", "NEXT", "NEXTIF", "SKIPIF", "PRINT", "BIDIOUTLINE",
    "HYPERLINK", "FORMTEXT", "ADDIN", "REF", "NOTEREF", "SEQ", "COMMENTS", *CONTENTS,
))  # fmt: skip
"""Fields of which Word shows nothing where nothing is saved with them."""

_BUTTONS = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s?(.*)", re.DOTALL | re.IGNORECASE)
_ADDRESS = re.compile(r"\s*HYPERLINK\s+(?:\"([^\"\s]+)\"|([^\\\s\"]\S*))", re.IGNORECASE)
_QUOTED = re.compile(r"\"([^\"]*)\"|(\S+)")
_DOUBTS = {
    "ett sidnummer i Word, som inte är rapportens": ("PAGE", "PAGEREF", "NUMPAGES", "SECTION", "SECTIONPAGES"),
    "ett datum som Word räknar om varje gång": ("DATE", "TIME", "PRINTDATE", "SAVEDATE", "EDITTIME"),
}
NOT_RECKONED = "något som Word räknar ut först på skärmen"
_WRONG = re.compile(r"(?:Fel!|Error!)\s")
_UNFILLED = re.compile(r"«[^»]*»")


@dataclass(slots=True)
class Field:
    """A field that has begun: what it is to do, then what it shows. ``box`` is its control, of old forms."""

    box: Element | None = None
    code: str = ""
    shows: bool = False
    words: str = ""
    shown: bool = False

    @property
    def kind(self) -> str:
        """The first word of what it is to do: REF, TOC."""
        return (self.code.split() or [""])[0].upper()

    @property
    def address(self) -> str:
        """Where a link leads; empty for one within the file."""
        found = _ADDRESS.match(self.code)
        return (found[1] or found[2]) if found else ""

    @property
    def file(self) -> str:
        """The file that a field names first, without its folder."""
        found = _QUOTED.search(self.code.strip()[len(self.kind) :])
        return re.split(r"[\\/]+", (found[1] or found[2]).strip())[-1] if found else ""

    def control(self) -> str:
        """What an old form's box or list shows."""
        if self.kind == "FORMCHECKBOX":
            box = child(self.box, "w:checkBox")
            checked = switch(box, "w:checked")
            return CHECKED if (switch(box, "w:default") if checked is None else checked) else UNCHECKED
        if self.kind == "FORMDROPDOWN":
            choices = child(self.box, "w:ddList")
            chosen = whole(value(choices, "w:result") or value(choices, "w:default")) or 0
            names = [each.get("w:val", "") for each in ([] if choices is None else choices.findall("w:listEntry"))]
            return names[chosen] if 0 <= chosen < len(names) else ""
        found = _BUTTONS.match(self.code)
        return found[1] if found else ""

    def doubt(self) -> str:
        """Why what a field shows may be wrong in a report; empty where nothing is the matter."""
        if _WRONG.match(self.words):
            return "ett fel"
        if _UNFILLED.search(self.words):
            return "något som inte är ifyllt"
        if self.words.strip():
            return next((why for why, kinds in _DOUBTS.items() if self.kind in kinds), "")
        return "" if self.shown or not self.kind or self.kind in _SILENT else NOT_RECKONED


@dataclass(slots=True)
class Fields:
    """The fields that have begun and not ended, the outermost first. They may end in a later paragraph."""

    open: list[Field] = field(default_factory=list)

    @property
    def coded(self) -> bool:
        """Whether what stands here is what Word is to do, and not what it shows."""
        return any(not each.shows for each in self.open)

    @property
    def in_contents(self) -> bool:
        """Whether what stands here is a line of a list of contents."""
        return any(each.kind in CONTENTS for each in self.open)

    @property
    def address(self) -> str:
        """Where a link leads that what stands here is in; empty for none."""
        return next((each.address for each in reversed(self.open) if each.address), "")

    def add_code(self, text: str) -> None:
        """Add to what the innermost field is to do."""
        if self.open:
            self.open[-1].code += text

    def note(self, words: str) -> None:
        """Note what is printed, for the fields that it stands in."""
        for each in self.open:
            each.words += words
            each.shown = True
