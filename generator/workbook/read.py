"""Reading the tabs: finding each section's heading row, matching columns to fields, and collecting raw rows.

The reader judges only the form - tabs, headings, stray values. What a cell's value means is for the model.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.findings.finding import Finding, Severity
from generator.findings.message import hint
from generator.ground.formatting import KRONOR, MILLIONS, THOUSANDS, UNIT_FACTORS, enumerated
from generator.ground.money_words import SPELLINGS, UNIT_OF
from generator.ground.names import NO_NAME, Name, brief, folded, nearest
from generator.ground.once import latest
from generator.ground.source import Source
from generator.model.association import Association
from generator.model.columns import AmountColumn
from generator.model.messages import TAB_MISSING
from generator.model.rows import Row, Section, Tab, columns
from generator.model.values import RawCell, RawRow, RawSection, is_nothing_typed
from generator.workbook.grid import Grid, is_own
from generator.workbook.headings import Heads, column_findings, find_heads, likely_pairs, spellings_of
from generator.workbook.marked import marked_findings
from generator.workbook.messages import (
    FIELD_MISSING,
    FIELD_TWICE,
    FIELD_UNKNOWN,
    FIELD_WITHOUT_LABEL,
    SECTION_MISSING,
    SECTION_MISSPELLED,
    SECTION_UNTITLED,
    TAB_NO_HEADING,
    TAB_TWICE,
    TAB_UNKNOWN,
    UNIT_UNKNOWN,
    UNIT_WITHOUT_LABEL,
    VALUE_AMONG_FIELDS,
    VALUE_OUTSIDE_COLUMNS,
)
from generator.workbook.unread import Ours, above_heads, beside_fields, is_value, ours_in

UNIT_LABEL = "Belopp anges i"
FORM_HEADINGS = ("Uppgift", "Värde", "Förklaring")
HIDDEN_LISTS = "Listor"
GUIDE = "Läs mig"
OWN_TEXTS = "Arbetsbokens egna texter"
"""Above the column of the hidden lists that has the titles and helps as they were written in the workbook."""
_OWN_TABS = {Name(HIDDEN_LISTS), Name(GUIDE)}
_EVERYWHERE = (UNIT_LABEL, *FORM_HEADINGS)
"""What stands in many tabs beside the values."""
_IN_THOUSANDS = re.compile(rf"\b({'|'.join(map(re.escape, (*SPELLINGS[THOUSANDS], *SPELLINGS[MILLIONS])))})\b")


def read_tabs(grids: Sequence[Grid], tabs: Sequence[Tab]) -> tuple[dict[type[Row], RawSection], list[Finding]]:
    """Read all tabs. Returns every section's raw rows, and findings about the form of the workbook."""
    sections: dict[type[Row], RawSection] = {}
    findings: list[Finding] = []
    matched, written = _match_tabs(grids, tabs), _written(grids)
    findings += _tab_findings(grids, tabs, matched)
    for tab in tabs:
        for section in tab.sections:
            sections[section.model] = RawSection(Source(tab=tab.name))
        if tab.name in matched and not tab.pasted:
            read, told = _read_tab(matched[tab.name], tab, _year(sections), written)
            sections |= read
            findings += told
    return sections, findings


def tab_names(tabs: Iterable[Tab]) -> frozenset[Name]:
    """All that some tabs may be called."""
    return frozenset(Name(name) for tab in tabs for name in (tab.name, *tab.other_names))


def pasted_grids(grids: Sequence[Grid], tabs: Sequence[Tab]) -> tuple[Grid, ...]:
    """The tabs that hold another program's list, for the one who can read it."""
    matched = _match_tabs(grids, tabs)
    return tuple(matched[tab.name] for tab in tabs if tab.pasted and tab.name in matched)


def _written(grids: Sequence[Grid]) -> frozenset[Name]:
    """The titles and helps that were written in the workbook, by the version of the program that made it."""
    rows = next((grid.rows for grid in grids if Name(grid.name) == HIDDEN_LISTS), {})
    place = next((column for column, cell in rows.get(1, {}).items() if cell.text == OWN_TEXTS), 0)
    return frozenset(Name(cells[place].text) for cells in rows.values() if place in cells)


def _year(sections: Mapping[type[Row], RawSection]) -> int:
    """The report's year, where it could be read before; else 0."""
    rows = sections[Association].rows if Association in sections else ()
    typed = next((row.cells["year"].value for row in rows if "year" in row.cells), 0)
    return typed if isinstance(typed, int) else 0


def _tab_spellings(tabs: Sequence[Tab]) -> dict[Name, str]:
    return {Name(name): tab.name for tab in tabs for name in (*tab.other_names, tab.name)}


def _match_tabs(grids: Sequence[Grid], tabs: Sequence[Tab]) -> dict[str, Grid]:
    spellings = _tab_spellings(tabs)
    matched: dict[str, Grid] = {}
    for grid in grids:
        name = spellings.get(Name(grid.name))
        if name and (name not in matched or Name(grid.name) == name):
            matched[name] = grid
    return matched


def _tab_findings(grids: Sequence[Grid], tabs: Sequence[Tab], matched: Mapping[str, Grid]) -> Iterator[Finding]:
    used = {grid.name for grid in matched.values()}
    free = [grid for grid in grids if grid.name not in used and not _is_own_tab(grid)]
    spellings = _tab_spellings(tabs)
    likely = likely_pairs((tab.name for tab in tabs if tab.name not in matched), [grid.name for grid in free])
    for tab in tabs:
        near = likely.get(tab.name, "")
        if tab.name not in matched and (tab.required or near):
            found = tuple(grid.source() for grid in free if grid.name == near)
            yield TAB_MISSING.found(
                *(found or (Source(tab=tab.name),)),
                tab=tab.name,
                hint=f" Är det fliken ”{brief(near)}”?" if near else "",
            )
    for grid in free:
        if not grid.rows or grid.name in likely.values():
            continue
        meant = spellings.get(Name(grid.name), "")
        rule = TAB_TWICE if meant else TAB_UNKNOWN
        other = matched[meant].name if meant else ""
        yield rule.found(grid.source(), tab=brief(grid.name), other=brief(other))


def _is_own_tab(grid: Grid) -> bool:
    return is_own(grid.name) or Name(grid.name) in _OWN_TABS


_Read = tuple[Mapping[type[Row], RawSection], Sequence[Finding]]
"""The sections that were found in a tab, and what is told of its form."""


@latest
def _read_tab(grid: Grid, tab: Tab, year: int, written: frozenset[Name]) -> _Read:
    """Read a tab, once while it is as it is; ``year`` is the report's, ``written`` what the program wrote in it."""
    findings: list[Finding] = []
    sections = {section.model: RawSection(Source(tab=tab.name)) for section in tab.sections}
    _read_sections(grid, tab, ours_in(tab, _EVERYWHERE, year, written), sections, findings)
    findings += marked_findings(grid, [(section, sections[section.model]) for section in tab.sections])
    return sections, findings


def _read_sections(
    grid: Grid, tab: Tab, ours: Ours, sections: dict[type[Row], RawSection], findings: list[Finding]
) -> None:
    starts = _starts(grid, tab.sections, findings)
    for section in tab.sections:
        if section.model not in starts:
            if not section.rare:
                findings.append(SECTION_MISSING.found(grid.source(), section=section.title, tab=grid.name))
            continue
        first = starts[section.model]
        later = [start for start in starts.values() if start > first]
        rows = {row: cells for row, cells in grid.rows.items() if first <= row < min(later, default=row + 1)}
        reader = _read_form if section.form else _read_table
        sections[section.model] = reader(grid, section, rows, ours, findings)
    if tab.in_unit and len(tab.sections) > 1:
        _share_unit(tab, sections)


def _share_unit(tab: Tab, sections: dict[type[Row], RawSection]) -> None:
    """The unit stands at the top of the tab and holds for all its sections."""
    first = sections[tab.sections[0].model]
    for section in tab.sections[1:]:
        raw = sections[section.model]
        sections[section.model] = replace(raw, unit=first.unit, unit_place=first.unit_place)


def _starts(grid: Grid, sections: Sequence[Section], findings: list[Finding]) -> dict[type[Row], int]:
    """The row where each section begins: the first at the top, the others at their titles.

    A misspelled title is an error, but the section is taken to begin there, so that its rows are not read as rows
    of the section above.
    """
    firsts = _first_cells(grid) if any(section.title for section in sections) else {}
    starts: dict[type[Row], int] = {}
    for section in sections:
        if not section.title:
            starts[section.model] = 1
        elif (title := Name(section.title)) in firsts:
            starts[section.model] = firsts[title].source.row
        elif near := nearest(section.title, firsts, most=1):
            cell = firsts[Name(near[0])]
            starts[section.model] = cell.source.row
            values = {"section": section.title, "found": brief(cell.text)}
            findings.append(SECTION_MISSPELLED.found(cell.source, **values))
        elif row := _heading_row_of(section, grid, sections[0]):
            starts[section.model] = row
            findings.append(SECTION_UNTITLED.found(grid.source(row), section=section.title))
    return starts


def _first_cells(grid: Grid) -> dict[Name, RawCell]:
    """The cells of the first column by what they say, the topmost of those that say the same."""
    firsts: dict[Name, RawCell] = {}
    for _, cells in sorted(grid.rows.items()):
        if 1 in cells:
            firsts.setdefault(Name(cells[1].text), cells[1])
    return firsts


def _heading_row_of(section: Section, grid: Grid, first: Section) -> int | None:
    """The row that is a section's heading row and not the first section's."""
    own, others = spellings_of(section.model), spellings_of(first.model)
    for row, cells in sorted(grid.rows.items()):
        texts = {Name(cell.text) for cell in cells.values()}
        if len(texts) > 1 and texts <= set(own) and not texts <= set(others):
            return row
    return None


def _read_table(
    grid: Grid, section: Section, rows: Mapping[int, Mapping[int, RawCell]], ours: Ours, findings: list[Finding]
) -> RawSection:
    heads = find_heads(section.model, rows)
    if heads is None:
        titles = [column.title for column in columns(section.model) if column.required or column.kind.essential]
        titles = titles or [column.title for column in columns(section.model)][:3]
        under = f", under ”{section.title}”," if section.title else ""
        values = {"tab": grid.name, "under": under, "headings": enumerated([f"”{title}”" for title in titles])}
        findings.append(TAB_NO_HEADING.found(grid.source(min(rows) if under else 0), **values))
        return RawSection(grid.source())
    findings += column_findings(grid, section.model, heads, rows)
    above = {row: cells for row, cells in rows.items() if row < heads.row}
    has_amounts = any(isinstance(column.kind, AmountColumn) for column in columns(section.model))
    before = len(findings)
    unit = _read_unit(grid, above, findings) if has_amounts else Decimal(1)
    told = {place for finding in findings[before:] for place in finding.subjects}
    if has_amounts and (typed := _unit_cell(above)):
        told.add(typed.source)
    place = _unit_place(grid, above) if has_amounts else Source()
    findings += above_heads(section.model, heads, above, ours, told)
    return RawSection(grid.source(), tuple(_data_rows(grid, heads, rows, findings)), unit, found=True, unit_place=place)


def _read_unit(grid: Grid, above: Mapping[int, Mapping[int, RawCell]], findings: list[Finding]) -> Decimal:
    """The unit that stands beside its label above the heads; kronor where none does.

    A unit without its label is a finding: nobody writes *tkr* above amounts in kronor.
    """
    if typed := _unit_cell(above):
        unit = UNIT_OF.get(folded(typed.text))
        if unit in (KRONOR, THOUSANDS):
            return UNIT_FACTORS[unit]
        findings.append(UNIT_UNKNOWN.found(typed.source, found=brief(typed.text), tab=grid.name))
        return Decimal(1)
    for cell in (cell for cells in above.values() for cell in cells.values()):
        text = folded(cell.text)
        if _IN_THOUSANDS.search(text) or text in SPELLINGS[KRONOR]:
            severity = None if _IN_THOUSANDS.search(text) else Severity.WARNING
            values = {"found": brief(cell.text), "label": UNIT_LABEL}
            findings.append(UNIT_WITHOUT_LABEL.found(cell.source, **values).graded(severity))
            break
    return Decimal(1)


def _unit_cell(above: Mapping[int, Mapping[int, RawCell]]) -> RawCell | None:
    """The cell to the right of the unit's label, where something stands there."""
    return next(
        (
            cells[column + 1]
            for cells in above.values()
            for column, cell in cells.items()
            if column + 1 in cells and Name(cell.text) == UNIT_LABEL
        ),
        None,
    )


def _unit_place(grid: Grid, above: Mapping[int, Mapping[int, RawCell]]) -> Source:
    """The cell to the right of the unit's label, whatever stands there; no place where there is no label."""
    labels = (cell.source for cells in above.values() for cell in cells.values() if Name(cell.text) == UNIT_LABEL)
    return next((grid.source(label.row, label.column + 1) for label in labels), Source())


def _data_rows(
    grid: Grid, heads: Heads, rows: Mapping[int, Mapping[int, RawCell]], findings: list[Finding]
) -> Iterator[RawRow]:
    places = {field: column for column, field in heads.fields.items()}
    strays: dict[int, list[RawCell]] = {}
    for row, cells in sorted(rows.items()):
        if row <= heads.row:
            continue
        known = {heads.fields[column]: cell for column, cell in cells.items() if column in heads.fields}
        for column, cell in cells.items():
            if column not in heads.fields and column not in heads.own and column not in heads.unknown:
                strays.setdefault(column, []).append(cell)
        if any(not is_nothing_typed(cell.value) for cell in known.values()):
            yield RawRow(grid.source(row), known, places)
    findings += [_stray(cells) for cells in strays.values()]


def _stray(cells: Sequence[RawCell]) -> Finding:
    """Values in a column without a heading, told once for the column."""
    others = len(cells) - 1
    more = f" (och {others} {'värde' if others == 1 else 'värden'} till i kolumnen)" if others else ""
    values = {"found": brief(cells[0].text), "more": more}
    return VALUE_OUTSIDE_COLUMNS.found(*(cell.source for cell in cells), **values)


def _read_form(
    grid: Grid, section: Section, rows: Mapping[int, Mapping[int, RawCell]], ours: Ours, findings: list[Finding]
) -> RawSection:
    """Read a form: the field's name in column A, its value in column B."""
    spellings = spellings_of(section.model)
    cells: dict[str, RawCell] = {}
    labels: dict[str, list[Source]] = {}
    unknown: dict[str, list[Source]] = {}
    for row, line in sorted(rows.items()):
        label, value = (cell if cell and not is_nothing_typed(cell.value) else None for cell in map(line.get, (1, 2)))
        name = Name(label.text) if label else NO_NAME
        field = spellings.get(name)
        if field:
            labels.setdefault(field, []).append(grid.source(row, 2))
            if line.get(2):  # a dash too: some settings mean something by it
                cells.setdefault(field, line[2])
        elif label and is_own(label.text):
            continue
        elif label and value and not ours.has(label):
            unknown.setdefault(label.text, []).append(label.source)
        elif label and not value and not ours.has(label):
            findings.append(_alone(label))
        elif value and not _is_heading(value):
            values = {"found": brief(value.text)}
            findings.append(FIELD_WITHOUT_LABEL.found(value.source, **values))
    findings += beside_fields(section, rows, ours)
    findings += _twice(section.model, labels)
    findings += _field_findings(grid, section.model, labels, unknown)
    places = dict.fromkeys(labels, 2)
    rows_of = {field: sources[0].row for field, sources in labels.items()}
    return RawSection(grid.source(), (FormRow(grid.source(), cells, places, rows_of),), found=True)


def _alone(cell: RawCell) -> Finding:
    """Something in the column of the fields' names, with nothing beside: a note for oneself, or a value gone astray."""
    if is_value(cell):
        return VALUE_AMONG_FIELDS.found(cell.source, found=brief(cell.text))
    return FIELD_UNKNOWN.found(cell.source, column=brief(cell.text), hint="").graded(Severity.NOTE)


def _is_heading(cell: RawCell) -> bool:
    return Name(cell.text) in FORM_HEADINGS


@dataclass(frozen=True, slots=True)
class FormRow(RawRow):
    """The one record of a form; its fields stand on rows of their own."""

    rows: Mapping[str, int]

    def source(self, field: str) -> Source:
        """Where a field stands or should stand."""
        if field in self.cells:
            return self.cells[field].source
        place = self.place
        return Source(place.order, place.tab, self.rows.get(field, 0), self.columns.get(field, 0))


def _twice(model: type[Row], labels: Mapping[str, Sequence[Source]]) -> Iterator[Finding]:
    for field, sources in labels.items():
        if len(sources) > 1:
            values = {
                "column": model.model_fields[field].title,
                "cells": enumerated([f"A{source.row}" for source in sources]),
            }
            yield FIELD_TWICE.found(*sources, **values)


def _field_findings(
    grid: Grid, model: type[Row], labels: Iterable[str], unknown: Mapping[str, Sequence[Source]]
) -> Iterator[Finding]:
    found = set(labels)
    missing = {column.title: column.required for column in columns(model) if column.name not in found}
    likely = likely_pairs(missing, list(unknown))
    for heading, required in missing.items():
        if required and heading not in likely:
            yield FIELD_MISSING.found(grid.source(), column=heading, tab=grid.name)
    for text, sources in unknown.items():
        meant = [heading for heading, stranger in likely.items() if stranger == text]
        values = {"column": brief(text), "hint": hint(meant)}
        necessary = any(missing[heading] for heading in meant)
        yield FIELD_UNKNOWN.found(*sources, **values).graded(Severity.ERROR if necessary else None)
