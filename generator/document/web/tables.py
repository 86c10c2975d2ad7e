"""Tables on a screen: each has a caption, and scrolls within itself where it is wider than the page."""

from xml.etree.ElementTree import Element

from generator.document.table_names import BELOW, TableName, names_of_tables
from generator.document.web.cards import as_cards
from generator.document.web.heads import divide_heads
from generator.document.web.tree import added, has_class, made, parents_of, replace_with, words
from generator.document.web.widths import may_scroll

_UNNAMED, _WORDS = "Rad", "words"


def prepare_tables(root: Element) -> None:
    """Give every table a caption, and a frame that scrolls.

    Only a frame that may have to scroll is a place to stop at for those who go by keys, and a landmark.
    """
    names, parents = names_of_tables(root), parents_of(root)
    named: dict[str, int] = {}
    for table in list(root.iter("table")):
        caption = table.find("caption")
        if caption is None:
            caption = _caption(names[table], parents)
            table.insert(0, caption)
        _name_columns(table)
        divide_heads(table)
        if has_class(table, _WORDS):
            as_cards(table)
        frame = made("div", class_="scrolls")
        if not has_class(table, _WORDS) and may_scroll(table):
            _stop_at(frame, words(caption), named)
            _keep_in_view(table)
        replace_with(parents[table], table, frame)
        frame.append(table)
        parents[frame], parents[table] = parents[table], frame


def _stop_at(frame: Element, name: str, named: dict[str, int]) -> None:
    named[name] = named.get(name, 0) + 1
    label = name if named[name] == 1 else f"{name}, tabell {named[name]}"
    for key, value in (("role", "region"), ("tabindex", "0"), ("aria-label", label)):
        frame.set(key, value)


def _keep_in_view(table: Element) -> None:
    """What spans the whole table stands still while its columns scroll."""
    for whole in [*table.iterfind("caption"), *table.iterfind("tbody/tr/*[@colspan]")]:
        kept = made("span", whole.text or "", class_="kept")
        kept.extend(list(whole))
        for each in list(whole):
            whole.remove(each)
        whole.text = None
        whole.append(kept)


def _name_columns(table: Element) -> None:
    """A head without words is read out as nothing: say what stands in its column."""
    for head in table.iter("th"):
        if head.get("scope") == "col" and not words(head):
            added(head, "span", _UNNAMED, class_="unseen")


def _caption(name: TableName, parents: dict[Element, Element]) -> Element:
    """What is seen right before the table becomes the table's own caption; else its name is heard."""
    seen = name.seen
    if seen is None or has_class(seen, BELOW):
        return made("caption", name.words, class_="unseen")
    parents[seen].remove(seen)
    caption = made("caption", class_="caption")
    caption.text = seen.text
    caption.extend(list(seen))
    return caption
