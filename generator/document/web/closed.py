"""A page is closed: nothing in it runs, asks for something or sends something, whoever wrote the templates.

The policy in its head says the same to a browser; this holds where the page is read by something else.
"""

from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from generator.document.web.tree import parents_of

_RUNS = frozenset(
    {"script", "iframe", "frame", "frameset", "object", "embed", "applet", "portal", "base", "form", "input", "button"}
    | {"select", "textarea", "video", "audio", "source", "track", "template", "noscript", "foreignObject", "set"}
    | {"animate", "animateMotion", "animateTransform", "fencedframe"}
)
_ASKS = frozenset({"srcset", "ping", "action", "formaction", "background", "poster", "manifest", "srcdoc", "autofocus"})
_LED_TO = frozenset({"http", "https", "mailto", "tel"})
_ADDRESSES = ("href", "{http://www.w3.org/1999/xlink}href", "xlink:href")


def close(root: Element) -> None:
    """Take away what runs, asks for something or sends something: elements, attributes and links to anything else."""
    parents: dict[Element, Element] = parents_of(root)
    for each in list(root.iter()):
        if _is_open(each):
            _remove(parents[each], each)
        else:
            _close(each)


def _is_open(element: Element) -> bool:
    tag: Any = element.tag
    if not isinstance(tag, str):
        return False
    named = tag.rpartition("}")[2]
    refers = named == "link" and (element.get("rel") or "").lower() != "stylesheet"
    return named in _RUNS or refers or (named == "meta" and element.get("http-equiv") is not None)


def _close(element: Element) -> None:
    for name in list(element.attrib):
        if name.lower().startswith("on") or name.lower() in _ASKS:
            del element.attrib[name]
    for name in _ADDRESSES:
        address = element.get(name)
        if address is not None and element.tag != "link" and not _is_allowed(address, drawn=element.tag != "a"):
            del element.attrib[name]


def _is_allowed(address: str, *, drawn: bool) -> bool:
    """Whether a link may lead there; a part of a drawing may only refer to another part of the page."""
    bare = "".join(sign for sign in address if sign > " ")
    if bare.startswith("#"):
        return True
    try:
        return not drawn and urlsplit(bare).scheme.lower() in _LED_TO
    except ValueError:
        return False


def _remove(parent: Element, gone: Element) -> None:
    """Take an element away, and leave what stands after it."""
    place = list(parent).index(gone)
    if gone.tail and place:
        parent[place - 1].tail = f"{parent[place - 1].tail or ''}{gone.tail}"
    elif gone.tail:
        parent.text = f"{parent.text or ''}{gone.tail}"
    parent.remove(gone)
