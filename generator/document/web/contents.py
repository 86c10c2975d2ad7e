"""The contents as the way around on a screen: a list beside the text, or folded above it where the screen is narrow.

It is folded in the page; web.css lays it open on a wide screen, in a browser that can (``::details-content``).
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from generator.document.web.tree import added, made, parents_of, with_class
from generator.view.parts import ContentsView

TITLE, SKIP = "Innehåll", "Hoppa till innehållet"
DEEPEST = 2


def add_navigation(root: Element, main: Element, lines: Iterable[ContentsView]) -> None:
    """Put the contents beside the text, a link past them first, and take away the list that is made for pages."""
    parents = parents_of(root)
    for section in with_class(root, "contents"):
        nav = section.find("nav")
        if nav is not None:
            section.remove(nav)
        if len(section) <= 1:  # nothing is left but its heading
            parents[section].remove(section)
    main.set("id", "rapporten")
    body = parents[main]
    body.insert(0, made("a", SKIP, class_="skip", href="#rapporten"))
    page = made("div", class_="page")
    place = list(body).index(main)
    body.remove(main)
    body.insert(place, page)
    page.append(_navigation(lines))
    page.append(main)


def _navigation(lines: Iterable[ContentsView]) -> Element:
    nav = made("nav", class_="way", aria_label=TITLE)
    folded = added(nav, "details")
    added(folded, "summary", TITLE)
    items = added(folded, "ul")
    for line in lines:
        if line.level <= DEEPEST:
            text = f"{line.number} {line.heading}" if line.number else line.heading
            added(added(items, "li", class_=f"level-{line.level}"), "a", text, href=f"#{line.anchor}")
    return nav
