"""Footnotes of a page that has no foot: a list at the end, with a link to each note and one back."""

from xml.etree.ElementTree import Element

from generator.document.web.tree import added, made, parents_of, replace_with

_CALL, _HEADING, _BACK = "footnote-call", "Fotnoter", "Tillbaka till texten, fotnot {number}"


def list_footnotes(root: Element, main: Element) -> None:
    """Move each note to a list after the text, and leave its number where it was called."""
    notes = list(root.iter("note"))
    if not notes:
        return
    parents = parents_of(root)
    section = added(main, "section", class_="block footnotes", aria_labelledby="fotnoter")
    added(section, "h2", _HEADING, id="fotnoter")
    items = added(section, "ol")
    for number, note in enumerate(notes, start=1):
        parent = parents[note]
        called = parent if parent.tag == "a" else note
        name = note.get("id") or f"n{number}"
        call = made("sup")
        added(call, "a", str(number), id=f"till-{name}", class_=_CALL, href=f"#{name}", aria_label=f"Fotnot {number}")
        replace_with(parents[called], called, call)
        item = added(items, "li", id=name)
        item.text, note.tail = note.text, None
        item.extend(list(note))
        back = added(item, "a", "\u21a9", class_="back", href=f"#till-{name}", aria_label=_BACK.format(number=number))
        _space_before(item, back)


def _space_before(item: Element, back: Element) -> None:
    children = list(item)
    place = children.index(back)
    if place:
        children[place - 1].tail = f"{children[place - 1].tail or ''} "
    else:
        item.text = f"{item.text or ''} "
