"""Whether a drawn report keeps within its pages."""

from collections.abc import Iterator
from typing import Any

import pymupdf

from fuzzing.asked import Fault

SLACK = 0.5
"""Points: less is the rounding of a box."""


EVERYWHERE = (-1e6, -1e6, 1e6, 1e6)


def outside(pdf: bytes) -> Iterator[Fault]:
    """The words that stand outside their page, also in part."""
    opened: Any = pymupdf.open
    with opened(stream=pdf, filetype="pdf") as document:
        for number, page in enumerate(document, start=1):
            width, height = page.rect.width, page.rect.height
            for left, top, right, bottom, word, *_ in page.get_text("words", clip=EVERYWHERE):
                if min(left, top, width - right, height - bottom) < -SLACK:
                    where = f"{left:.0f} {top:.0f} {right:.0f} {bottom:.0f}"
                    yield Fault("outside page", "word", f"page {number}: {word!r} {where}")
