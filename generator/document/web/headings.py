"""Headings that nest: who goes from one to the next meets no level that is skipped, and no section without any."""

import re
from xml.etree.ElementTree import Element

from generator.document.web.tree import with_class

_HEADING = re.compile(r"h([1-6])")


def nest_headings(root: Element) -> None:
    """Raise each heading to the level below that of the nearest heading above it; those beside it stay beside it."""
    above: list[int] = []
    for heading in root.iter():
        found = _HEADING.fullmatch(heading.tag) if isinstance(heading.tag, str) else None
        if found:
            level = int(found[1])
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
            heading.tag = f"h{len(above)}"


def name_cover(root: Element) -> None:
    """The title on the cover is the first heading."""
    for panel in with_class(root, "cover-panel"):
        panel.set("role", "heading")
        panel.set("aria-level", "1")
        for line in list(panel.iter("p")):
            line.tag = "div"  # a paragraph inside a heading looks like a heading of its own


def plain_sections(root: Element) -> None:
    """A section without a heading is no section, but a place for what stands in it."""
    for section in root.iter("section"):
        if not any(isinstance(each.tag, str) and _HEADING.fullmatch(each.tag) for each in section.iter()):
            section.tag = "div"
