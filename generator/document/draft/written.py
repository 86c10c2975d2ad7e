"""The points of a draft as HTML: told in full or in short, with a number that leads to its place and back."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from textwrap import shorten

from generator.document.tags.record import OF_POINT
from generator.findings.finding import Severity
from generator.report.points import Point

POINT, PLACE = "kontrollpunkt", "stalle"
"""What the anchors of a point and of its number in the report begin with."""

_MORE = " …"
_LONGEST_WHAT, _LONGEST_REMEDY, _SHORT = 420, 300, 200
"""Letters of what is wrong, of what to do, and of what is wrong where there is little room."""

KINDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "noted",
    Severity.REMAINING: "remaining",
}

STYLE = """
html { font: 7.6pt/1.32 "Source Sans 3"; color: #1a1a1a; hyphens: auto }
body, p, h1, ol { margin: 0; padding: 0 }
a { color: inherit; text-decoration: none }
.error { --tone: #a3180f } .warning { --tone: #8a5a00 } .noted { --tone: #1f5fa8 } .remaining { --tone: #555555 }
point { display: block; box-sizing: border-box; padding: 0 0 0 2mm; border-left: 1.6pt solid var(--tone); \
overflow-wrap: anywhere }
point .head { font-weight: 600; color: var(--tone); hyphens: none }
point .remedy { margin-top: 0.6mm; color: #444 }
.number { display: inline-block; min-width: 3.6mm; padding: 0 0.6mm; box-sizing: border-box; border-radius: 2mm; \
font: 600 7pt/3.6mm "Source Sans 3"; text-align: center; color: white; background: var(--tone); margin-right: 0.6mm }
"""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A point with its number in the draft. ``has_place``: the number also stands where in the report it is about."""

    number: int
    point: Point
    has_place: bool = True

    @property
    def kind(self) -> str:
        """Its class."""
        return KINDS[self.point.severity]

    @property
    def is_whole(self) -> bool:
        """Whether all of it is told where it is told in full."""
        return len(self.point.what) <= _LONGEST_WHAT and len(self.point.remedy) <= _LONGEST_REMEDY


def told(each: Numbered, *, in_full: bool, style: str = "", anchored: bool = True) -> str:
    """A point in the margin."""
    what = shorten(each.point.what, _LONGEST_WHAT if in_full else _SHORT, placeholder=_MORE)
    remedy = _remedy(shorten(each.point.remedy, _LONGEST_REMEDY, placeholder=_MORE)) if in_full else ""
    name = f' id="{POINT}-{each.number}"' if anchored else ""
    about = f'{OF_POINT}="{each.number}" class="{each.kind}" style="{style}"'
    return f"<point{name} {about}>{_head(each)}<p>{escape(what)}</p>{remedy}</point>"


def listed(each: Numbered, where: str, *, anchored: bool) -> str:
    """A point in the list last, told whole; ``where`` is the page of the report that it is about."""
    name = f' id="{POINT}-{each.number}"' if anchored else ""
    place = f'<p class="where">{escape(where)}</p>' if where else ""
    said = f"{_head(each)}<p>{escape(each.point.what)}</p>{_remedy(each.point.remedy)}{place}"
    return f'<div class="listed {each.kind}"{name}>{said}</div>'


def _remedy(text: str) -> str:
    return f'<p class="remedy">{escape(text)}</p>' if text else ""


def _head(each: Numbered) -> str:
    tag, link = ("a", f' href="#{PLACE}-{each.number}"') if each.has_place else ("span", "")
    number = f'<{tag} class="number"{link}>{each.number}</{tag}>'
    return f'<p class="head">{number} {each.point.word}. {escape(each.point.place)}</p>'


def marker(each: Numbered, style: str) -> str:
    """A point's number, where in the report it is about, which leads to it."""
    link = f'<a class="number" id="{PLACE}-{each.number}" href="#{POINT}-{each.number}">{each.number}</a>'
    return f'<p class="{each.kind}" {OF_POINT}="{each.number}" style="{style}">{link}</p>'


def more(numbers: Iterable[Numbered], style: str) -> str:
    """The line that tells of the points that have no room on a page."""
    links = ", ".join(f'<a href="#{POINT}-{each.number}">{each.number}</a>' for each in numbers)
    return f'<p class="more" style="{style}">Fler kontrollpunkter på sidan, i listan sist: {links}</p>'
