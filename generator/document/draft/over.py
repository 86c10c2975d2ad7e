"""What makes a report that is laid out a draft: its title, and what is put over its pages."""

from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

from generator.document.draft.board import stamp_pages
from generator.document.draft.working import add_points
from generator.report.draft import Draft
from generator.report.points import Point


def drafted(draft: Draft, points: Sequence[Point]) -> Callable[[ModuleType, Any, Any], None]:
    """What ``pdf.draw`` is to put over the report; ``points`` are for a draft to work with."""

    def over(weasyprint: ModuleType, root: Any, document: Any) -> None:
        document.metadata.title = f"{draft.mark}: {document.metadata.title or ''}".strip(": ")
        if draft is Draft.WORK:
            add_points(weasyprint, root, document, points, draft.mark)
        else:
            stamp_pages(weasyprint, document, draft.mark)

    return over
