"""Whether a tab is done, told by a live formula in *Läs mig*: *klar*, or *återstår* with how many cells.

What is counted is declared by the row models: the fields that every row must have, those that are ``awaited``, and
texts that still ask for something, or are last year's. So the tab is done when ``check`` tells nothing there as
remaining; whether what stands there is right, only ``check`` can say.
"""

from collections.abc import Iterator, Sequence

from generator.model.association import Association
from generator.model.columns import YearColumn
from generator.model.from_last_year import MARK_WORDS
from generator.model.registers import OutlineBlock
from generator.model.rows import Row, Section, Tab, TabColumn, columns
from generator.workbook.controls import Places, area, field_cell, without_ledger

DONE, REMAINS, EMPTY = "klar", "återstår", "tom"
_ASKING = f'"[*]","*[skriv*","*{MARK_WORDS}*"'
"""What texts have in them that still ask for something, or are last year's, as a list of a formula."""
_KEY_COLUMNS = "ABC"
"""A row that is filled in has something in one of its first columns."""


def status(tab: Tab, places: Places) -> str:
    """The formula of a tab's status, without the sign of equality."""
    missing = "+".join(part for section in tab.sections for part in _missing(section, places)) or "0"
    told = f'IF({missing}=0,"{DONE}","{REMAINS}: "&({missing}))'
    if tab.required:
        return told
    nothing = f"{_filled(tab.sections[0], places)}=0"
    if tab.asked_by:
        parts = ",".join(f'"{part}"' for part in tab.asked_by)
        outline = area(places, OutlineBlock, "content")
        nothing = f"AND({nothing},SUMPRODUCT(COUNTIF({outline},{{{parts}}}))=0)"
    return f'IF({nothing},"{EMPTY}",{told})'


def _missing(section: Section, places: Places) -> Iterator[str]:
    """The numbers that add up to what is missing in a section."""
    known = {column.name: column for column in columns(section.model)}
    for fields in section.model.awaited:
        yield "*".join(
            (*_unfed(section.model, fields, places), *(_nowhere(section, known[field], places) for field in fields))
        )
    if not section.form:
        every = area(places, section.model, next(iter(known)), next(reversed(known)))
        yield f"SUMPRODUCT(COUNTIF({every},{{{_ASKING}}}))"
        for column in known.values():
            if column.required:
                yield from _gaps(section, column, places)


def _unfed(model: type[Row], fields: Sequence[str], places: Places) -> Iterator[str]:
    """A factor that is nil where no field needs to be typed, for a ledger has the amounts."""
    tabs = {model.fed_by[field] for field in fields if field in model.fed_by}
    if len(tabs) == 1:
        yield f"({without_ledger(places, next(iter(tabs)))})"


def _nowhere(section: Section, column: TabColumn, places: Places) -> str:
    """1 where a field is filled in nowhere; amounts before a new association's first day are not awaited."""
    if section.form:
        return f'({field_cell(places, section.model, column.name)}="")'
    cells = area(places, section.model, column.name)
    if isinstance(column.kind, YearColumn):
        return f"(COUNTIF({cells},{field_cell(places, Association, 'year')})=0)"
    is_new = f'({field_cell(places, Association, "first_day")}="")'
    return f"(COUNTA({cells})=0)*{is_new if (column.kind.year or 0) < 0 else 1}"


def _gaps(section: Section, column: TabColumn, places: Places) -> Iterator[str]:
    """How many rows have something else that tells of a row, but not a field that each must have."""
    telling = {field for fields in section.model.awaited for field in fields}
    others = [
        each.name
        for each in columns(section.model)
        if each.name != column.name and (each.required or each.name in telling)
    ]
    if others:
        any_of = "+".join(f'({area(places, section.model, each)}<>"")' for each in others)
        yield f'SUMPRODUCT(({area(places, section.model, column.name)}="")*(({any_of})>0))'


def _filled(section: Section, places: Places) -> str:
    """How many rows are filled in; of a form, how many of its values."""
    tab, first, last = places[section.model]
    letters = "B" if section.form else _KEY_COLUMNS
    counts = (f"COUNTA('{tab}'!${letter}${first}:${letter}${last})" for letter in letters)
    return f"MAX({','.join(counts)})"
