"""The contents as the way around on a screen: a list beside the text, or folded above it where the screen is narrow.

It is folded in the page; web.css lays it open on a wide screen, in a browser that can (``::details-content``).
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from generator.document.web.tree import added, has_class, made, parents_of, with_class, words
from generator.view.parts import ContentsView

TITLE, SKIP = "Innehåll", "Hoppa till innehållet"
DEEPEST = 2
BEFORE, AFTER = "Före rapporten", "Efter rapporten"
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


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
    _name_own_pages(body, main)
    body.insert(0, made("a", SKIP, class_="skip", href="#rapporten"))
    page = made("div", class_="page")
    place = list(body).index(main)
    body.remove(main)
    body.insert(place, page)
    page.append(_navigation(lines))
    page.append(main)


def _name_own_pages(body: Element, main: Element) -> None:
    """Let what a look has before and after the report be places of their own, called by their headings."""
    told = BEFORE
    for own in body:
        if own is main:
            told = AFTER
        elif not has_class(own, "cover"):
            own.set("class", f"{own.get('class', '')} own-page".strip())
            if own.tag in {"section", "div"}:
                heading = next((each for each in own.iter() if each.tag in HEADINGS), None)
                own.set("role", "region")
                own.set("aria-label", told if heading is None else words(heading))


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
