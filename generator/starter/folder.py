"""The files of a new folder: the workbook with its starter rows, and the Word file with the headings to write under."""

from collections.abc import Collection, Iterator

from generator.ledger.row import Ledger
from generator.model.association import Association
from generator.model.registers import OutlineBlock
from generator.model.topics import TOPICS, Topic
from generator.starter.from_ledger import Begun, from_ledger
from generator.starter.outline import parts
from generator.starter.part import Part, told
from generator.starter.rows import starter_rows
from generator.starter.word import Line, word_file
from generator.subjects.registry import all_tabs, component_layouts
from generator.workbook.layout import Values
from generator.workbook.write import unused, write_workbook

TEXTS_NAME = "texter.docx"


def new_workbook(
    name: str, year: int, wanted: Collection[Topic] = TOPICS, *, folder: str = "", begun: Begun | None = None
) -> bytes:
    """Make a workbook for an association and a year, with the tabs of the ``wanted`` topics in view.

    ``folder`` is how the commands in *Läs mig* name its folder. ``begun`` is what a ledger gives of it.
    """
    hidden = unused(all_tabs(), {}, wanted)
    rows = begun.values if begun else starter_rows(wanted)
    number, day = (begun.organisation_number, begun.first_day) if begun else ("", None)
    values: Values = {
        Association: ({"name": name, "year": year, "organisation_number": number, "first_day": day},),
        OutlineBlock: tuple(part.row for part in parts(hidden, wanted)),
        **rows,
    }
    return write_workbook(all_tabs(), values, component_layouts(), hidden=hidden, folder=folder)


def begun_of(ledger: Ledger, year: int, wanted: Collection[Topic] = TOPICS) -> Begun:
    """Begin a workbook of a ledger for a year, for an association that has what is ``wanted``."""
    return from_ledger(ledger, year, starter_rows(wanted))


def new_texts(wanted: Collection[Topic] = TOPICS) -> bytes:
    """Make the Word file: the outline's headings that have a text, each with what it begins with."""
    hidden = unused(all_tabs(), {}, wanted)
    return word_file(_lines(tuple(parts(hidden, wanted)), wanted))


def _lines(outline: tuple[Part, ...], wanted: Collection[Topic]) -> Iterator[Line]:
    """Each heading with a text, and those above it, which say where it belongs."""
    above: list[Part] = []
    for part in outline:
        if not part.heading:
            continue
        above = [*(each for each in above if each.level < part.level), part]
        if part.text:
            yield from (Line(each.heading, each.level) for each in above)
            yield from (Line(each.text) for each in part.text if told(each, wanted))
            above = []
