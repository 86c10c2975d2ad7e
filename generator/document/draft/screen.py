"""Drafts on a screen: what the draft is at the foot of the window and of each page, and its points after what they say.

What is added has styles of its own that no style sheet of the association's overrules.
"""

from collections.abc import Callable, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from generator.document.draft.tree import Tree, is_section
from generator.document.draft.written import KINDS, PLACE, POINT
from generator.report.draft import Draft
from generator.report.points import Point, counted

_BAR = (
    "position: fixed; display: block; visibility: visible; opacity: 1; transform: none; clip-path: none; "
    "inset: auto 0 0 0; width: auto; height: auto; z-index: 2147483647; margin: 0; padding: 0.45rem 1rem; "
    "box-sizing: border-box; "
    "background: #a3180f; color: #ffffff; font: 700 1rem/1.5 sans-serif; letter-spacing: 0.12em; text-align: center; "
    "-webkit-print-color-adjust: exact; print-color-adjust: exact"
)
"""Where the bar is and how it looks, each so that nothing else holds."""

_SHEET = """
body { padding-bottom: 3.5rem }
.points { display: block; margin: 0.6rem 0 1rem; padding: 0; border: none; font: 400 0.85rem/1.4 sans-serif }
.point { margin: 0 0 0.4rem; padding: 0.5rem 0.8rem; border-left: 0.3rem solid var(--tone); \
background: #fffbea; color: #1a1a1a; max-width: 44rem; overflow-wrap: anywhere; break-inside: avoid }
.point p { margin: 0; font: inherit; max-width: none }
.point .head { font-weight: 700; color: var(--tone) }
.point .remedy { color: #3d3d3d }
.point .number, .point-number { display: inline-block; min-width: 1.35em; padding: 0 0.25em; box-sizing: border-box; \
border-radius: 0.7em; font: 700 0.8rem/1.5 sans-serif; text-align: center; text-decoration: none; color: #fff; \
background: var(--tone); letter-spacing: 0 }
.point-number { margin-left: 0.4em; vertical-align: middle }
.tone-error { --tone: #a3180f }
.tone-warning { --tone: #7a4f00 }
.tone-noted { --tone: #1b5793 }
.tone-remaining { --tone: #555555 }
.points-last { margin-top: 3rem }
"""


def drafted_page(draft: Draft, points: Sequence[Point]) -> Callable[[Any], None]:
    """What ``web.page`` is to add to the finished page; ``points`` are for a draft to work with."""
    mark = marked_page(draft, counted(points) if draft is Draft.WORK else "")

    def over(root: Any) -> None:
        mark(root)
        if draft is Draft.WORK:
            _add_points(root, points)

    return over


def marked_page(draft: Draft, more: str = "") -> Callable[[Any], None]:
    """What is to be added to a page so that it says that it is a draft, and no points; ``more`` is said after that."""

    def over(root: Any) -> None:
        for title in root.iter("title"):
            title.text = f"{draft.mark}: {title.text or ''}".strip(": ")
        head, body = root.find("head"), root.find("body")
        if head is None or body is None:
            return
        SubElement(head, "style").text = _SHEET
        style = "; ".join(f"{part.strip()} !important" for part in _BAR.split(";"))
        bar = Element("aside", {"aria-label": draft.mark, "style": style})
        bar.text = " \u00b7 ".join(filter(None, (draft.mark.upper(), more)))
        body.insert(0, bar)

    return over


def _add_points(root: Any, points: Sequence[Point]) -> None:
    """Put each point after the part of its section that it is about, and its number there."""
    tree = Tree(root)
    order = {id(element): number for number, element in enumerate(root.iter())}
    meant = [next(tree.elements(point), None) for point in points]
    pairs = sorted(
        zip(points, meant, strict=True), key=lambda pair: len(order) if pair[1] is None else order[id(pair[1])]
    )
    groups: dict[int, Element] = {}
    left = []
    for number, (point, element) in enumerate(pairs, start=1):
        if element is None:
            left.append(_told(number, point, has_place=False))
            continue
        has_place = _mark(element, number, point)
        part = tree.part(element)
        if id(part) not in groups:
            groups[id(part)] = _group(tree, part)
        groups[id(part)].append(_told(number, point, has_place=has_place))
    main = next(root.iter("main"), None)
    if left and main is not None:
        last = SubElement(main, "section", {"class": "block chapter points-last"})
        SubElement(last, "h1").text = "Kontrollpunkter"
        SubElement(last, "p").text = "Det som gäller hela rapporten."
        group = SubElement(last, "div", {"class": "points"})
        group.extend(left)


def _group(tree: Tree, part: Any) -> Element:
    """The place of the points of a part of a section: right after it, or first in a section that has no head."""
    group = Element("div", {"class": "points", "role": "note", "aria-label": "Kontrollpunkter"})
    around = tree.around(part)
    if around is None or is_section(part):
        part.insert(0, group)
    else:
        group.tail, part.tail = part.tail, None
        around.insert(list(around).index(part) + 1, group)
    return group


def _mark(element: Any, number: int, point: Point) -> bool:
    """Put a point's number in the row or heading that it is about; a section without a heading has no place for it."""
    holder = next((cell for cell in element if cell.tag in {"th", "td"}), element) if element.tag == "tr" else element
    if is_section(holder):
        return False
    attributes = {
        "class": f"point-number tone-{KINDS[point.severity]}",
        "id": f"{PLACE}-{number}",
        "href": f"#{POINT}-{number}",
        "aria-label": f"Kontrollpunkt {number}",
    }
    SubElement(holder, "a", attributes).text = str(number)
    return True


def _told(number: int, point: Point, *, has_place: bool) -> Element:
    told = Element("div", {"class": f"point tone-{KINDS[point.severity]}", "id": f"{POINT}-{number}"})
    head = SubElement(told, "p", {"class": "head"})
    if has_place:
        link = {
            "class": "number",
            "href": f"#{PLACE}-{number}",
            "aria-label": f"Till stället för kontrollpunkt {number}",
        }
        mark = SubElement(head, "a", link)
    else:
        mark = SubElement(head, "span", {"class": "number"})
    mark.text, mark.tail = str(number), f" {point.word}. {point.place}"
    SubElement(told, "p").text = point.what
    if point.remedy:
        SubElement(told, "p", {"class": "remedy"}).text = point.remedy
    return told
