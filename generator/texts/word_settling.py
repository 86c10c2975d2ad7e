"""A Word part made simpler before it is read: one of several forms of a content, and controls as what they show."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.texts.word_styles import child, switch, value
from generator.texts.word_symbols import symbol

LEFT_OUT = "left-out"
"""The attribute of runs that are shown in Word though nobody wrote them."""
PLACEHOLDER, CONTENTS = "placeholder", "contents"

CHANGES = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")
"""Elements of tracked changes."""

CHECKED, UNCHECKED = "☑", "☐"
_CONTENT = frozenset((
    "w:t", "w:txbxContent", "w:sym", "a:blip", "a:t", "v:imagedata", "c:chart", "cx:chart", "dgm:relIds", "m:oMath",
))  # fmt: skip
_CODE = re.compile("[0-9A-Fa-f]{4}")
_GALLERY = "Table of Contents"


def settle(root: Element) -> None:
    """Choose among alternatives, and let controls hold what they show; ``root`` is changed."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if any(each.tag == "mc:AlternateContent" for each in element):
            element[:] = list(_chosen(element))
        if element.tag == "w:sdt":
            _settle_control(element)
        waiting.extend(element)


def _chosen(parent: Element) -> Iterator[Element]:
    """Give children, of alternatives the first that holds anything: the newer form stands before the older one."""
    for each in parent:
        if each.tag != "mc:AlternateContent":
            yield each
            continue
        forms = [form for form in each if form.tag in ("mc:Choice", "mc:Fallback")]
        best = next((form for form in forms if any(inner.tag in _CONTENT for inner in form.iter())), None)
        yield from _chosen(forms[0] if best is None and forms else best if best is not None else Element("none"))


def _settle_control(control: Element) -> None:
    properties, content = control.find("w:sdtPr"), control.find("w:sdtContent")
    if content is None:
        return
    box = child(properties, "w14:checkbox")
    if box is not None:
        checked = child(box, "w14:checked")
        state = "0" if checked is None else checked.get("w14:val", "1")
        _show(content, CHECKED if state in ("1", "true", "on") else UNCHECKED)
    elif switch(properties, "w:showingPlcHdr"):
        _leave_out(content, PLACEHOLDER)
    elif value(properties, "w:docPartObj", "w:docPartGallery") == _GALLERY:
        _leave_out(content, CONTENTS)


def _show(content: Element, sign: str) -> None:
    """Put a sign in the place of one that a box shows in a font whose signs are not known."""
    for element in content.iter("w:sym"):
        code = element.get("w:char", "")
        shown = chr(int(code, 16)) if _CODE.fullmatch(code) else ""
        if not shown or symbol(shown, element.get("w:font", ""))[1]:
            element.tag, element.text = "w:t", sign


def _leave_out(content: Element, reason: str) -> None:
    for run in content.iter("w:r"):
        run.set(LEFT_OUT, reason)
