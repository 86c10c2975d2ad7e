"""The tag tree put right: one structure for the whole report, not one for each page.

WeasyPrint tags page by page. This repair, run before the file is written, makes the tree what PDF/UA-1 asks for: one
element for each table, list, paragraph and section however many pages it runs over; heads, footnotes and links that
say what they are; and running heads that are not read. ``tests/test_accessibility.py`` shows that the structure is
right, and ``script/verapdf`` has the reference validator judge the file.
"""

from typing import Any

from generator.document.tags.capitals import speak_as_typed
from generator.document.tags.captions import place_captions
from generator.document.tags.lifted import lift_tables
from generator.document.tags.links import put_links_right
from generator.document.tags.lists import name_contents, put_lists_right
from generator.document.tags.merge import (
    drop_blank,
    drop_empty,
    drop_leaders,
    drop_silent,
    join_pieces,
    unwrap_anonymous,
)
from generator.document.tags.note_links import link_notes
from generator.document.tags.notes import place_notes, take_notes
from generator.document.tags.points import place_points, take_points
from generator.document.tags.record import Record
from generator.document.tags.tables import name_heads
from generator.document.tags.title import name_title
from generator.document.tags.tree import Node, read_tree
from generator.document.tags.write import write_tree


def repair_tags(pdf: Any, record: Record) -> None:
    """Put the tags of ``pdf`` right; ``record`` tells what they were made from."""
    document = read_tree(pdf, record.made)
    drop_silent(document)
    drop_blank(document, record.blank)
    points = take_points(document)
    drop_leaders(document)
    unwrap_anonymous(document)
    notes = take_notes(document)
    drop_empty(document)
    join_pieces(document)
    for note in (*notes, *points):
        join_pieces(note)
    superfluous = put_links_right(document)
    for note in (*notes, *points):
        superfluous += put_links_right(note)
    place_notes(document, notes)
    link_notes(pdf, document)
    lift_tables(document)
    place_captions(document)
    place_points(document, points)
    name_title(document)
    speak_as_typed(document)
    put_lists_right(document)
    name_contents(document)
    name_heads(document)
    _number_notes(document)
    write_tree(pdf, document, superfluous)


def _number_notes(document: Node) -> None:
    notes = (node for node in document.walk() if node.kind == "Note")
    for number, note in enumerate(notes, 1):
        note.identifier = f"note-{number}"
