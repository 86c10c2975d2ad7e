"""A report laid out, again where something has no place: a footnote that was lost, a table that is too wide."""

from typing import Any

from generator.document.pdf.footnotes import lost_notes, set_in_one_column
from generator.document.pdf.refit import fit_tables
from generator.document.pdf.wide import wide_tables


def laid_out(html: Any, **options: Any) -> Any:
    """Lay out a document of WeasyPrint's until all of it has its place.

    Raises:
        LostNotesError: a note is lost, and there are no columns around it.
        TooWideError: a table has room nowhere.

    """
    while True:
        document = html.render(**options)
        wide = wide_tables(document)
        if wide:
            fit_tables(html.etree_element, wide)
            continue
        lost = lost_notes(html.etree_element, document)
        if not lost:
            return document
        set_in_one_column(html.etree_element, document, lost)
