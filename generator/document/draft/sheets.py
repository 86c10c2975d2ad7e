"""The sheets that are laid over the pages of a report, one for each and as large: where things stand on them."""

from collections.abc import Iterable
from typing import Any

MM = 96 / 25.4
"""Pixels in a millimetre."""

STYLE = """
@page { margin: 0 }
.sheet { position: relative; height: 1px; break-before: page }
.sheet:first-child { break-before: auto }
.sheet > * { position: absolute; margin: 0 }
"""


def at(left: float, top: float) -> str:
    """The style of what stands so many pixels from the sheet's left and upper edges."""
    return f"left: {left:.2f}px; top: {top:.2f}px"


def sheet(page: Any, parts: Iterable[str]) -> str:
    """The sheet over a page, with what stands on it."""
    return f'<div class="sheet" style="page: {_name(page)}">{"".join(parts)}</div>'


def sizes(pages: Iterable[Any], wider: float) -> str:
    """The sizes of the sheets over some pages that are to be so many pixels wider."""
    rules = {_name(page): f"size: {page.width + wider:.3f}px {page.height:.3f}px" for page in pages}
    return "\n".join(f"@page {name} {{ {size} }}" for name, size in rules.items())


def laid_out(weasyprint: Any, style: str, body: str) -> Any:
    """Lay out sheets, by themselves."""
    return weasyprint.HTML(string=f"<html lang=sv><style>{style}</style><body>{body}</body></html>").render()


def _name(page: Any) -> str:
    return f"sheet-{page.width:.0f}-{page.height:.0f}"
