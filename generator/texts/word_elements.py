"""What the elements of a Word paragraph print, kind by kind."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from generator.ground.names import normalised
from generator.texts.markdown import LINE_BREAK
from generator.texts.word_drawing_elements import read_drawing, read_object
from generator.texts.word_drawings import plain_words
from generator.texts.word_field_elements import read_code, read_counted, read_field_mark, read_simple_field
from generator.texts.word_inline import Inline, Reader
from generator.texts.word_letters import Setting, of_run
from generator.texts.word_messages import WORD_EQUATIONS, WORD_INSERTED_FILE, WORD_NOTE_MISSING, WORD_SYMBOL
from generator.texts.word_runs import Piece
from generator.texts.word_styles import child
from generator.texts.word_symbols import is_plain, symbol

_BREAKS = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u2029": LINE_BREAK})
_SAID = {
    "w:tab": " ",
    "w:ptab": " ",
    "w:br": LINE_BREAK,
    "w:cr": LINE_BREAK,
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
"""Elements that are signs."""

_DATES = ("w:dayShort", "w:dayLong", "w:monthShort", "w:monthLong", "w:yearShort", "w:yearLong")


def _run(inline: Inline, run: Element, setting: Setting) -> Iterator[Piece]:
    call = child(run, "w:footnoteReference")
    has_mark = call is not None and call.get("w:customMarkFollows", "0") not in ("0", "false")
    # A mark of the writer's own follows the call; the report numbers its footnotes.
    shown = [each for each in run if each.tag != "w:t"] if has_mark else list(run)
    yield from inline.all(shown, of_run(run, setting, inline.styles))


def _text(inline: Inline, element: Element, setting: Setting) -> Iterator[Piece]:
    words = normalised((element.text or "").translate(_BREAKS))
    if is_plain(words, setting.font):
        yield from inline.say(setting.set(words), setting)
    else:
        yield from _signs(inline, words, setting.font, setting)
    yield from inline.all(element, setting)


def _symbol(inline: Inline, element: Element, setting: Setting) -> Iterator[Piece]:
    try:
        sign = chr(int(element.get("w:char", ""), 16))
    except (ValueError, OverflowError):
        sign = "\uf000"
    yield from _signs(inline, sign, element.get("w:font", ""), setting)


def _signs(inline: Inline, words: str, font: str, setting: Setting) -> Iterator[Piece]:
    """Print what a font of symbols shows for letters, or tell of them."""
    signs, unknown = symbol(words, font)
    if signs:
        yield from inline.say(signs, setting)
    if unknown and not inline.fields.coded:
        codes = " ".join(hex(ord(sign)).removeprefix("0x").upper() for sign in unknown)
        told = f"{unknown} {codes}" if unknown.isascii() else codes
        inline.tell(setting.out or WORD_SYMBOL, told, font=font or "okänt")


def _said(inline: Inline, element: Element, setting: Setting) -> Iterator[Piece]:
    yield from inline.say(_SAID[element.tag], setting)


def _link(inline: Inline, element: Element, setting: Setting) -> Iterator[Piece]:
    relation = inline.part.relations.get(element.get("r:id", ""))
    address = relation.target if relation and relation.external else ""
    if address and element.get("w:anchor"):
        address = f"{address.partition('#')[0]}#{element.get('w:anchor')}"
    yield from inline.all(element, replace(setting, piece=replace(setting.piece, link=address)))


def _note(inline: Inline, element: Element, setting: Setting) -> Iterator[Piece]:
    if inline.fields.coded:
        return
    kind, number = element.tag.removeprefix("w:").removesuffix("Reference"), element.get("w:id", "")
    if setting.out:
        notes = inline.package.related(inline.part, f"{kind}s").root
        inline.tell(setting.out, " ".join(plain_words(note) for note in notes if note.get("w:id") == number))
        return
    call = inline.call(kind, number)
    if call:
        yield from inline.say(call, setting, ready=True)
    else:
        inline.tell(WORD_NOTE_MISSING)


def _equation(inline: Inline, element: Element, setting: Setting) -> Iterator[Piece]:
    inline.tell(setting.out or WORD_EQUATIONS, plain_words(element))
    yield from ()


def _inserted(inline: Inline, element: Element, setting: Setting) -> Iterator[Piece]:
    """Another file that Word shows here."""
    del setting
    relation = inline.part.relations.get(element.get("r:id", ""))
    inline.tell(WORD_INSERTED_FILE, relation.target.rpartition("/")[2] if relation else "okänt")
    yield from ()


def _ruby(inline: Inline, element: Element, setting: Setting) -> Iterator[Piece]:
    """What is set small above a word follows it in parentheses."""
    yield from inline.all(element.findall("w:rubyBase"), setting)
    yield from inline.say(" (", setting)
    yield from inline.all(element.findall("w:rt"), setting)
    yield from inline.say(")", setting)


READERS: Mapping[str, Reader] = {
    "w:r": _run,
    "w:t": _text,
    "w:sym": _symbol,
    "w:hyperlink": _link,
    "w:footnoteReference": _note,
    "w:endnoteReference": _note,
    "w:ruby": _ruby,
    "w:fldChar": read_field_mark,
    "w:fldSimple": read_simple_field,
    "w:instrText": read_code,
    "w:drawing": read_drawing,
    "w:pict": read_drawing,
    "w:object": read_object,
    "w:control": read_object,
    **dict.fromkeys(_SAID, _said),
    **dict.fromkeys(("w:pgNum", *_DATES), read_counted),
    **dict.fromkeys(("m:oMath", "m:oMathPara"), _equation),
    **dict.fromkeys(("w:altChunk", "w:subDoc"), _inserted),
}
