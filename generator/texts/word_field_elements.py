"""Reads Word's fields: where they begin, what they show, where they end."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.texts.word_fields import NOT_RECKONED, Field
from generator.texts.word_inline import Inline
from generator.texts.word_letters import Setting
from generator.texts.word_messages import WORD_EQUATIONS, WORD_FIELD, WORD_PICTURE_LINKED
from generator.texts.word_runs import Piece

_AS_SAVED = "Det skrivs ut som det står i filen."
_NOTHING = "Filen säger inte vad, så inget skrivs ut där."


def read_field_mark(inline: Inline, element: Element, setting: Setting) -> Iterator[Piece]:
    """Begin a field, go over from what it is to do to what it shows, or end it."""
    kind, fields = element.get("w:fldCharType", ""), inline.fields.open
    if kind == "begin":
        fields.append(Field(element.find("w:ffData")))
    elif kind == "separate" and fields:
        fields[-1].shows = True
    elif kind == "end" and fields:
        yield from _ended(inline, fields.pop(), setting)


def read_simple_field(inline: Inline, element: Element, setting: Setting) -> Iterator[Piece]:
    """Read a field that is one element, with what it shows within."""
    inline.fields.open.append(Field(code=element.get("w:instr", ""), shows=True))
    yield from inline.all(element, setting)
    yield from _ended(inline, inline.fields.open.pop(), setting)


def read_code(inline: Inline, element: Element, setting: Setting) -> Iterator[Piece]:
    """Read what a field is to do, which is never printed."""
    del setting
    inline.fields.add_code(element.text or "")
    yield from ()


def read_counted(inline: Inline, element: Element, setting: Setting) -> Iterator[Piece]:
    """A page's number or a part of today's date, in a form older than fields."""
    del setting
    name = element.tag.removeprefix("w:")
    inline.tell(WORD_FIELD, name, name=name, why=NOT_RECKONED, becomes=_NOTHING)
    yield from ()


def _ended(inline: Inline, done: Field, setting: Setting) -> Iterator[Piece]:
    """Print what a field's control shows, and tell what is doubtful in what it showed."""
    if inline.fields.coded:
        return
    shows = "" if done.words.strip() else done.control()
    if shows:
        yield from inline.say(shows, setting)
    elif done.kind == "INCLUDEPICTURE" and not done.shown:
        inline.tell(WORD_PICTURE_LINKED, done.file, name=done.file)
    elif done.kind == "EQ" and not done.shown:
        inline.tell(WORD_EQUATIONS, done.code.strip())
    elif done.doubt() and not setting.out:
        words = done.words.strip()
        values = {"name": done.kind, "why": done.doubt(), "becomes": _AS_SAVED if words else _NOTHING}
        inline.tell(WORD_FIELD, words or done.code, **values)
