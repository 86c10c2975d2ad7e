"""*Arbetsutkast*: the report as it is, with a column beside each page for what is left to look at there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.document.draft.column import Column, Wish, stacked
from generator.document.draft.markers import places_of
from generator.document.draft.overlay import lay_over
from generator.document.draft.places import Spot, spots
from generator.document.draft.sheets import MM, at, laid_out, sheet, sizes
from generator.document.draft.sheets import STYLE as SHEETS
from generator.document.draft.written import STYLE, Numbered, listed, marker, more, told
from generator.document.tags.boxes import boxes_on
from generator.document.tags.record import HAS_POINTS
from generator.report.points import Point, counted

COLUMN, _INSIDE = 66 * MM, 57 * MM
"""How much wider a page gets, and how wide the points in it are."""
_LEFT, _TOP, _BOTTOM, _MORE = 4 * MM, 27 * MM, 9 * MM, 8 * MM
_SHEET = """
.stamp { font: 700 13pt/1 "Source Sans 3"; color: #a3180f; hyphens: none }
.counts { font: 400 7.6pt/1.3 "Source Sans 3"; hyphens: none }
.edge { border-left: 0.5pt solid #999 }
.more { font-style: italic }
.list { font-size: 9pt; line-height: 1.35; break-before: page; page: list }
.list h1 { font: 600 18pt/1.2 "Source Sans 3"; margin-bottom: 4mm; bookmark-level: 1 }
.list > p { margin-bottom: 5mm; max-width: 150mm }
.listed { break-inside: avoid; border-left: 1.6pt solid var(--tone); padding-left: 3mm; margin-bottom: 4mm; \
max-width: 170mm; overflow-wrap: anywhere }
.listed .head { font-weight: 600; color: var(--tone) }
.listed .remedy { color: #444 } .listed .where { color: #555; font-style: italic }
"""
_LIST = "Här står det som inte fick plats i marginalen, och det som gäller hela rapporten."
_EXPLAINED = (
    "Rapporten med sina kontrollpunkter i marginalen. Numret vid en rad eller rubrik är punktens nummer. "
    "Får inte lämnas ut som årsredovisning."
)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A numbered point, with its spot if it has one, and its heights in full and in short."""

    each: Numbered
    spot: Spot | None
    full: float = 0.0
    short: float = 0.0


def add_points(weasyprint: Any, root: Any, document: Any, points: Sequence[Point], mark: str) -> None:
    """Widen the pages of a report and print its points beside what they are about; a list last of those left over."""
    drawn = _measured(weasyprint, _in_order(points, spots(root, document, points)))
    columns = [
        stacked(list(map(_wish, _on(number, drawn))), _TOP, page.height - _BOTTOM, _MORE)
        for number, page in enumerate(document.pages)
    ]
    for each in drawn:
        if each.spot:
            element = each.spot.element
            element.set(HAS_POINTS, f"{element.get(HAS_POINTS, '')} {each.each.number}")
    by_number = {each.each.number: each for each in drawn}
    stamp = (mark.upper(), counted(points))
    sheets = [_sheet(number, page, columns[number], by_number, stamp) for number, page in enumerate(document.pages)]
    sheets.append(_list(columns, drawn))
    style = f"{SHEETS}{STYLE}{_SHEET}{sizes(document.pages, COLUMN)}{_list_pages(document, stamp)}"
    lay_over(document, laid_out(weasyprint, style, "".join(sheets)), COLUMN)


def _in_order(points: Sequence[Point], places: Sequence[Spot | None]) -> list[_Drawn]:
    """Number the points in the order in which they stand, those without a place last."""
    pairs = sorted(zip(points, places, strict=True), key=lambda pair: _order(pair[1]))
    numbered = enumerate(pairs, start=1)
    return [_Drawn(Numbered(number, point, spot is not None), spot) for number, (point, spot) in numbered]


def _on(page: int, drawn: Iterable[_Drawn]) -> list[_Drawn]:
    return [each for each in drawn if each.spot and each.spot.page == page]


def _order(spot: Spot | None) -> tuple[bool, int, float]:
    return (spot is None, spot.page if spot else 0, spot.down if spot else 0.0)


def _wish(drawn: _Drawn) -> Wish:
    down = drawn.spot.down if drawn.spot else 0.0
    return Wish(drawn.each.number, down, drawn.full, drawn.short, drawn.each.point.severity)


def _measured(weasyprint: Any, drawn: Sequence[_Drawn]) -> list[_Drawn]:
    """Lay the points out by themselves, as wide as they will be, to know how high they are."""
    ways = "".join(told(each.each, in_full=full, anchored=False) for each in drawn for full in (True, False))
    if not ways:
        return list(drawn)
    page = f"@page {{ size: {_INSIDE}px 1000000px; margin: 0 }}"
    laid = laid_out(weasyprint, f"{STYLE}{page}", ways)
    boxes = (box for box, _ in boxes_on(laid.pages[0]) if box.element_tag == "point")
    heights = [box.margin_height() for box in boxes]
    return [
        _Drawn(each.each, each.spot, full, short)
        for each, full, short in zip(drawn, heights[::2], heights[1::2], strict=True)
    ]


def _list_pages(document: Any, stamp: tuple[str, str]) -> str:
    """The pages of the list, as large as those of the report."""
    page = max(document.pages, key=lambda page: page.height)
    head = f'content: "{stamp[0]}"; font: 700 13pt "Source Sans 3"; color: #a3180f'
    counts = f'content: "{stamp[1]}"; font: 7.6pt "Source Sans 3"'
    return (
        f"@page list {{ size: {page.width + COLUMN}px {page.height}px; margin: 27mm 27mm 20mm; "
        f"@top-left {{ {head} }} @top-right {{ {counts} }} }}"
    )


def _sheet(number: int, page: Any, column: Column, drawn: dict[int, _Drawn], stamp: tuple[str, str]) -> str:
    """What is laid over a page: its numbers, its points, and what the draft is, which is read aloud on the first."""
    left = page.width + _LEFT
    silent = "" if number == 0 else " data-silent"
    parts = [
        f'<p class="stamp"{silent} style="{at(left, 8 * MM)}">{stamp[0]}</p>',
        f'<p class="counts"{silent} style="{at(left, 14 * MM)}; width: {_INSIDE}px">{stamp[1]}</p>',
        f'<div class="edge" style="{at(page.width, 0)}; height: {page.height}px"></div>',
    ]
    if number == 0:
        parts.append(f'<p class="counts" style="{at(left, 19 * MM)}; width: {_INSIDE}px">{_EXPLAINED}</p>')
    parts += _markers(page, _on(number, drawn.values()))
    for placed in column.placed:
        style = f"{at(left, placed.down)}; width: {_INSIDE}px"
        parts.append(told(drawn[placed.number].each, in_full=placed.is_full, style=style))
    if column.left:
        style = f"{at(left, page.height - _BOTTOM - _MORE)}; width: {_INSIDE}px"
        parts.append(more([drawn[each].each for each in column.left], style))
    return sheet(page, parts)


def _markers(page: Any, drawn: Sequence[_Drawn]) -> Iterator[str]:
    places = places_of(page, [each.spot for each in drawn if each.spot])
    yield from (marker(each.each, at(*place)) for each, place in zip(drawn, places, strict=True))


def _list(columns: Sequence[Column], drawn: Sequence[_Drawn]) -> str:
    """The list last: what is told whole nowhere else."""
    whole = {placed.number for column in columns for placed in column.placed if placed.is_full}
    beside = {placed.number for column in columns for placed in column.placed}
    left = [each for each in drawn if each.each.number not in whole or not each.each.is_whole]
    if not left:
        return ""
    told_of = (listed(each.each, _where(each), anchored=each.each.number not in beside) for each in left)
    return f'<section class="list"><h1>Kontrollpunkter</h1><p>{_LIST}</p>{"".join(told_of)}</section>'


def _where(drawn: _Drawn) -> str:
    return f"Gäller sidan {drawn.spot.page + 1} i filen." if drawn.spot else ""
