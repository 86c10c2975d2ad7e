"""Addresses in texts: one that is written out is a link, in a PDF and on a screen, whoever wrote the template."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

_MAIL = r"[a-zåäö0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)+"
_SITE = r"(?:https?://|www\.)[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/[^\s<>\"”)]*)?"
_PLAIN = r"[a-zåäö0-9-]+(?:\.[a-zåäö0-9-]+)*\.(?:se|nu|org|com|eu|net)(?:/[^\s<>\"”)]*)?"
_ADDRESS = re.compile(rf"(?<![\w@./-])(?:(?P<mail>{_MAIL})|{_SITE}|{_PLAIN})(?![\w@-])")
_LEFT_ALONE = frozenset({"a", "code", "head", "script", "style", "svg", "title"})
_LAST = ".,;:!?"


def link_addresses(root: Any) -> None:
    """Make links of the addresses in the texts of ``root``, an HTML document as a tree, that are none yet."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str) or element.tag.rpartition("}")[2] in _LEFT_ALONE:
            continue
        kids = list(element)
        waiting.extend(kids)
        _link(element, None, element.text or "")
        for kid in kids:
            _link(element, kid, kid.tail or "")


def _link(parent: Any, before: Any, text: str) -> None:
    """Divide the text after ``before`` in ``parent``, or first in it, at its addresses."""
    pieces = list(_pieces(text)) if "." in text else []
    if not any(isinstance(piece, Element) for piece in pieces):
        return
    at = 0 if before is None else list(parent).index(before) + 1
    _put(parent, before, "")
    for piece in pieces:
        if isinstance(piece, str):
            _put(parent, before, piece)
        else:
            parent.insert(at, piece)
            at, before = at + 1, piece


def _put(parent: Any, before: Any, text: str) -> None:
    if before is None:
        parent.text = text
    else:
        before.tail = text


def _pieces(text: str) -> Iterator[Any]:
    end = 0
    for found in _ADDRESS.finditer(text):
        words = found[0].rstrip(_LAST)
        yield text[end : found.start()]
        end = found.start() + len(words)
        link = Element("a", {"href": _target(words, is_mail=bool(found["mail"]))})
        link.text = words
        yield link
    yield text[end:]


def _target(words: str, *, is_mail: bool) -> str:
    if is_mail:
        return f"mailto:{words}"
    return words if words.startswith("http") else f"https://{words}"
