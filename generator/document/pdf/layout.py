"""A report laid out, again where something has no place: a footnote that was lost, a table that is too wide."""

import importlib
from collections.abc import Mapping
from typing import Any

from generator.document.pdf.continued import named_again
from generator.document.pdf.footnotes import lost_notes, part_dense_notes, set_in_one_column
from generator.document.pdf.long_notes import notes_without_room, set_in_text
from generator.document.pdf.picture_names import Pictures
from generator.document.pdf.refit import fit_tables
from generator.document.pdf.running_heads import shorten_running_heads
from generator.document.pdf.wide import wide_tables


def laid_out(html: Any, **options: Any) -> Any:
    """Lay out a document of WeasyPrint's until all of it has its place.

    Raises:
        LostNotesError: a note is lost, and there are no columns around it.
        TooWideError: a table has room nowhere.

    """
    shorten_running_heads(html.etree_element)
    with named_again(importlib.import_module("weasyprint.layout"), html.etree_element):
        return _until_all_has_room(html, options)


def _until_all_has_room(html: Any, options: Mapping[str, Any]) -> Any:
    part_dense_notes(html.etree_element)
    while True:
        document = html.render(cache=Pictures(), **options)
        wide = wide_tables(document)
        if wide:
            fit_tables(html.etree_element, wide)
            continue
        tall = notes_without_room(document)
        if tall:
            set_in_text(html.etree_element, tall)
            continue
        lost = lost_notes(html.etree_element, document)
        if not lost:
            return document
        set_in_one_column(html.etree_element, document, lost)
