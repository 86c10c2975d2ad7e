"""Whether a drawn report keeps within its pages, columns and cells, as laid out and as drawn."""

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

from inside import left, left_in_pdf

from fuzzing.asked import Fault
from generator.document.errors import DrawingError
from generator.document.pdf import layout
from generator.look.folders import OWN
from generator.pipeline import Examination, draw


def drawn(examination: Examination) -> Iterator[Fault]:
    """Draw a report in which nothing is wrong, and say what is outside its place, or that it could not be drawn."""
    made: list[Any] = []
    lay_out = layout.laid_out

    def kept(*given: Any, **options: Any) -> Any:
        made.append(lay_out(*given, **options))
        return made[-1]

    try:
        with patch("generator.document.pdf.draw.laid_out", kept):
            pdf = draw(examination)
    except DrawingError as error:
        if (examination.path.parent / OWN).is_dir():
            return  # what a style sheet or a template of the association's does is known when it is tried
        yield Fault("not drawn", error.details[0][:60], "\n".join(error.details)[:1000])
        return
    for told in (*left(made[-1]), *left_in_pdf(pdf)):
        page, what, which = told.split(": ", 2)
        yield Fault("outside page", what, f"{page} {which}")
