"""Reads Word's drawings: prints their pictures, keeps their text boxes, and tells of all else in them."""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from generator.texts.word_drawings import Drawn, drawn, plain_words, what_is
from generator.texts.word_inline import Inline
from generator.texts.word_letters import Setting
from generator.texts.word_messages import (
    WORD_EQUATIONS,
    WORD_OBJECTS,
    WORD_PICTURE_CROPPED,
    WORD_SHAPES,
    WORD_STRUCK,
)
from generator.texts.word_pictures import Picture, width_in_word
from generator.texts.word_runs import Piece

_PARTS = ("diagramData", "chart", "chartEx")
"""Parts that a drawing shows, and whose words are told."""


def read_drawing(inline: Inline, element: Element, setting: Setting) -> Iterator[Piece]:
    """Read a drawing. What strikes out a text strikes out no picture."""
    if inline.fields.coded:
        return
    if setting.out and setting.out is not WORD_STRUCK:
        inline.tell(setting.out, plain_words(element) or "en bild")
        return
    for each in drawn(element):
        if each.element.tag == "w:txbxContent":
            inline.boxes.append(each.element)
        elif each.element.tag in ("a:blip", "v:imagedata"):
            yield from _picture(inline, each, setting, width_in_word(element))
        elif each.element.tag == "m:oMath":
            inline.tell(WORD_EQUATIONS, each.words)
        elif each.element is element:
            inline.told.tell(WORD_SHAPES, replace(inline.place, row=0), each.alternative or "figur")
        else:
            words = " ".join(filter(None, (each.alternative, each.words or _words_in_part(inline, each.element))))
            inline.tell(WORD_OBJECTS, words or what_is(each.element), what=what_is(each.element))
    inline.fields.note("")


def _words_in_part(inline: Inline, element: Element) -> str:
    """The words of a diagram or a chart, which lie in a part of their own."""
    keys = (each for name, each in element.attrib.items() if name.startswith("r:"))
    relations = [inline.part.relations[key] for key in keys if key in inline.part.relations]
    parts = (each.target for each in relations if not each.external and each.kind in _PARTS)
    return " ".join(plain_words(inline.package.part(name).root) for name in parts)


def _picture(inline: Inline, drawn_: Drawn, setting: Setting, width: int) -> Iterator[Piece]:
    picture = Picture.found(drawn_.element, inline.part, inline.package)
    name = " ".join(drawn_.alternative.split()) or picture.name
    for rule, values in picture.faults(name):
        inline.tell(rule, name, **values)
    if picture.printable:
        markdown = picture.markdown(drawn_.alternative, width)
        yield from inline.say(markdown, replace(setting, out=None), ready=True)
        if drawn_.cropped:
            inline.tell(WORD_PICTURE_CROPPED, name)


def read_object(inline: Inline, element: Element, setting: Setting) -> Iterator[Piece]:
    """Tell of an object of another program."""
    if not inline.fields.coded:
        inner = (each for each in element.iter() if each.tag in ("o:OLEObject", "w:control"))
        kind = next(filter(None, (each.get("ProgID") or each.get("w:name") for each in inner)), "")
        words = " ".join(filter(None, (kind, plain_words(element))))
        inline.tell(setting.out or WORD_OBJECTS, words or "objekt", what="ett inbäddat objekt")
    yield from ()
