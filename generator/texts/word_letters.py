"""How the letters of a Word run are set: by the run itself, by its style and by its paragraph's."""

from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from generator.findings.rule import Rule
from generator.texts.word_messages import WORD_CONTENTS, WORD_HIDDEN, WORD_PLACEHOLDER, WORD_STRUCK
from generator.texts.word_runs import Piece
from generator.texts.word_settling import CONTENTS, LEFT_OUT, PLACEHOLDER
from generator.texts.word_styles import Styles, child, switch, value

_RAISED = str.maketrans("0123456789+−-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_TABLES = {"superscript": _RAISED, "subscript": _LOWERED}
_NO_PIECE = Piece("")


@dataclass(frozen=True, slots=True)
class Setting:
    """How letters are set. ``out``: the rule by which they are not printed.

    ``style`` is that of the paragraph; the capitals of a style for headings are its look, not how a heading is spelled.
    """

    piece: Piece = field(default=_NO_PIECE)
    style: str = ""
    heading: bool = False
    capitals: bool = False
    position: str = ""
    font: str = ""
    out: Rule | None = None

    def set(self, words: str) -> str:
        """Write words as they are set: in capitals, and with digits raised or lowered (m², CO₂)."""
        table = _TABLES.get(self.position, {})
        words = words.upper() if self.capitals else words
        return words.translate(table) if all(ord(sign) in table for sign in words.strip()) else words


def of_run(run: Element, around: Setting, styles: Styles) -> Setting:
    """How the letters of a run are set, within what stands around it."""
    properties = run.find("w:rPr")
    own = value(properties, "w:rStyle")

    def on(*names: str, paragraph: str = around.style) -> bool:
        return any(_is_on(properties, own, paragraph, name, styles) for name in names)

    piece = around.piece
    return replace(
        around,
        piece=replace(
            piece, bold=piece.bold or on("w:b", paragraph=""), italic=piece.italic or on("w:i", paragraph="")
        ),
        capitals=on("w:caps", "w:smallCaps", paragraph="" if around.heading else around.style),
        position=value(properties, "w:vertAlign") or value(styles.letters(own, "w:vertAlign")),
        font=_font(
            child(properties, "w:rFonts"), styles.letters(own, "w:rFonts"), styles.letters(around.style, "w:rFonts")
        ),
        out=around.out
        or {PLACEHOLDER: WORD_PLACEHOLDER, CONTENTS: WORD_CONTENTS}.get(run.get(LEFT_OUT, ""))
        or (WORD_HIDDEN if on("w:vanish", "w:specVanish") else WORD_STRUCK if on("w:strike", "w:dstrike") else None),
    )


def _is_on(properties: Element | None, style: str, paragraph: str, name: str, styles: Styles) -> bool:
    """Whether a property is on: as the run says, else by its style or its paragraph's, which cancel each other out."""
    own = switch(properties, name)
    return styles.switch(style, name) != styles.switch(paragraph, name) if own is None else own


def _font(*fonts: Element | None) -> str:
    names = (each.get("w:ascii") or each.get("w:hAnsi") or "" for each in fonts if each is not None)
    return next(filter(None, names), "")
