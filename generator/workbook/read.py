"""Reading the tabs: finding each section's heading row, matching columns to fields, and collecting raw rows.

The reader judges only the form - tabs, headings, stray values. What a cell's value means is for the model.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.checks.finding import Finding
from generator.checks.rulebook import hint
from generator.formatting import UNIT_FACTORS
from generator.model.rows import Row, Section, Tab, columns
from generator.model.source import Source
from generator.model.values import RawCell, RawRow, RawSection, shown
from generator.names import folded, nearest
from generator.workbook.grid import Grid

UNIT_LABEL = "Belopp anges i"
FORM_HEADINGS = ("Uppgift", "Värde", "Förklaring")
HIDDEN_LISTS = "Listor"
GUIDE = "Läs mig"
_OWN_MARK = "_"
_UNIT_SPELLINGS = {"kr": "kr", "kronor": "kr", "sek": "kr", "tkr": "tkr", "tusental kronor": "tkr", "ksek": "tkr"}


@dataclass(frozen=True, slots=True)
class Heads:
    """A section's heading row: the field of each known column, and what stood in the others."""

    row: int
    fields: Mapping[int, str]
    unknown: Mapping[int, RawCell]
    own: frozenset[int]


def read_tabs(grids: Sequence[Grid], tabs: Sequence[Tab]) -> tuple[dict[type[Row], RawSection], list[Finding]]:
    """Read all tabs. Returns every section's raw rows, and findings about the form of the workbook."""
    sections: dict[type[Row], RawSection] = {}
    findings: list[Finding] = []
    matched = _match_tabs(grids, tabs)
    findings += _tab_findings(grids, tabs, matched)
    for tab in tabs:
        for section in tab.sections:
            sections[section.model] = RawSection(Source(tab=tab.name))
        if tab.name in matched:
            _read_tab(matched[tab.name], tab, sections, findings)
    return sections, findings


def _match_tabs(grids: Sequence[Grid], tabs: Sequence[Tab]) -> dict[str, Grid]:
    spellings = {folded(name): tab.name for tab in tabs for name in (*tab.other_names, tab.name)}
    matched: dict[str, Grid] = {}
    for grid in grids:
        name = spellings.get(folded(grid.name))
        if name and (name not in matched or folded(grid.name) == folded(name)):
            matched[name] = grid
    return matched


def _tab_findings(grids: Sequence[Grid], tabs: Sequence[Tab], matched: Mapping[str, Grid]) -> Iterator[Finding]:
    used = {grid.name for grid in matched.values()}
    free = [grid for grid in grids if grid.name not in used and not _is_own_tab(grid)]
    for tab in tabs:
        near = nearest(tab.name, (grid.name for grid in free), most=1)
        if tab.name not in matched and (tab.required or near):
            yield Finding(
                "tab_missing",
                tuple(grid.source() for grid in free if grid.name in near),
                {"tab": tab.name, "hint": f" Är det fliken ”{near[0]}”?" if near else ""},
            )
    for grid in free:
        if grid.rows:
            near = nearest(grid.name, (tab.name for tab in tabs if tab.name not in matched))
            yield Finding("tab_unknown", (grid.source(),), {"tab": grid.name, "hint": hint(near)})


def _is_own_tab(grid: Grid) -> bool:
    return grid.name.startswith(_OWN_MARK) or grid.name in {HIDDEN_LISTS, GUIDE}


def _read_tab(grid: Grid, tab: Tab, sections: dict[type[Row], RawSection], findings: list[Finding]) -> None:
    starts = _starts(grid, tab.sections)
    for section in tab.sections:
        if section.model not in starts:
            findings.append(Finding("section_missing", (grid.source(),), {"section": section.title, "tab": grid.name}))
            continue
        first = starts[section.model]
        later = [start for start in starts.values() if start > first]
        rows = {row: cells for row, cells in grid.rows.items() if first <= row < min(later, default=row + 1)}
        reader = _read_form if section.form else _read_table
        sections[section.model] = reader(grid, section, rows, findings)
    if tab.in_unit and len(tab.sections) > 1:
        _share_unit(tab, sections)


def _share_unit(tab: Tab, sections: dict[type[Row], RawSection]) -> None:
    """The unit stands at the top of the tab and holds for all its sections."""
    unit = sections[tab.sections[0].model].unit
    for section in tab.sections[1:]:
        raw = sections[section.model]
        sections[section.model] = replace(raw, unit=unit)


def _starts(grid: Grid, sections: Sequence[Section]) -> dict[type[Row], int]:
    """The row where each section begins: the first at the top, the others at their titles."""
    titles = {folded(section.title): section.model for section in sections if section.title}
    starts: dict[type[Row], int] = {section.model: 1 for section in sections if not section.title}
    for row, cells in sorted(grid.rows.items()):
        first = cells.get(1)
        if first and folded(shown(first.value)) in titles:
            starts.setdefault(titles[folded(shown(first.value))], row)
    return starts


def _read_table(
    grid: Grid, section: Section, rows: Mapping[int, Mapping[int, RawCell]], findings: list[Finding]
) -> RawSection:
    heads = _find_heads(section.model, rows)
    if heads is None:
        titles = [heading for _, heading, _, _, _ in columns(section.model)][:4]
        findings.append(Finding("tab_no_heading", (grid.source(),), {"tab": grid.name, "headings": ", ".join(titles)}))
        return RawSection(grid.source())
    findings += _column_findings(grid, section.model, heads, rows[heads.row])
    above = {row: cells for row, cells in rows.items() if row < heads.row}
    unit = _read_unit(grid, above, findings)
    return RawSection(grid.source(), tuple(_data_rows(grid, heads, rows, findings)), unit, found=True)


def _spellings(model: type[Row]) -> dict[str, str]:
    named = {folded(other): field for field, others in model.other_headings.items() for other in others}
    return named | {folded(heading): field for field, heading, _, _, _ in columns(model)}


def _find_heads(model: type[Row], rows: Mapping[int, Mapping[int, RawCell]]) -> Heads | None:
    """Take the row in which most cells are known headings; at least two, or all there are."""
    spellings = _spellings(model)
    best: tuple[int, int] | None = None
    for row, cells in sorted(rows.items()):
        hits = len({spellings.get(folded(shown(cell.value))) for cell in cells.values()} - {None})
        if hits >= min(2, len(model.model_fields)) and (best is None or hits > best[0]):
            best = (hits, row)
    if best is None:
        return None
    fields: dict[int, str] = {}
    unknown: dict[int, RawCell] = {}
    own: set[int] = set()
    for column, cell in rows[best[1]].items():
        text = folded(shown(cell.value))
        if text in spellings and spellings[text] not in fields.values():
            fields[column] = spellings[text]
        elif text.startswith(_OWN_MARK):
            own.add(column)
        else:
            unknown[column] = cell
    return Heads(best[1], fields, unknown, frozenset(own))


def _column_findings(grid: Grid, model: type[Row], heads: Heads, cells: Mapping[int, RawCell]) -> Iterator[Finding]:
    spellings = _spellings(model)
    strangers = {shown(cell.value): cell for cell in heads.unknown.values()}
    found = set(heads.fields.values())
    for field, heading, _, column, required in columns(model):
        near = nearest(heading, strangers, most=1) if field not in found else ()
        if field not in found and (required or column.essential or near):
            place = strangers[near[0]].source if near else grid.source(heads.row)
            question = f" Är det kolumnen ”{near[0]}” i cell {place.cell}?" if near else ""
            yield Finding("column_missing", (place,), {"column": heading, "tab": grid.name, "hint": question})
    missing = [heading for field, heading, _, _, _ in columns(model) if field not in found]
    for text, cell in strangers.items():
        if folded(text) in spellings:
            twins = [each.source.cell for each in cells.values() if folded(shown(each.value)) == folded(text)]
            yield Finding("column_twice", (cell.source,), {"column": text, "cells": ", ".join(twins)})
        else:
            yield Finding("column_unknown", (cell.source,), {"column": text, "hint": hint(nearest(text, missing))})


def _read_unit(grid: Grid, above: Mapping[int, Mapping[int, RawCell]], findings: list[Finding]) -> Decimal:
    for cells in above.values():
        for column, cell in cells.items():
            if folded(shown(cell.value)) == folded(UNIT_LABEL) and column + 1 in cells:
                typed = cells[column + 1]
                unit = _UNIT_SPELLINGS.get(folded(shown(typed.value)))
                if unit:
                    return UNIT_FACTORS[unit]
                values = {"found": shown(typed.value), "tab": grid.name}
                findings.append(Finding("unit_unknown", (typed.source,), values))
    return Decimal(1)


def _data_rows(
    grid: Grid, heads: Heads, rows: Mapping[int, Mapping[int, RawCell]], findings: list[Finding]
) -> Iterator[RawRow]:
    places = {field: column for column, field in heads.fields.items()}
    for row, cells in sorted(rows.items()):
        if row <= heads.row:
            continue
        known = {heads.fields[column]: cell for column, cell in cells.items() if column in heads.fields}
        stray = [
            cell
            for column, cell in cells.items()
            if column not in heads.fields and column not in heads.own and column not in heads.unknown
        ]
        findings += [Finding("value_outside_columns", (cell.source,), {"found": shown(cell.value)}) for cell in stray]
        if known:
            yield RawRow(grid.source(row), known, places)


def _read_form(
    grid: Grid, section: Section, rows: Mapping[int, Mapping[int, RawCell]], findings: list[Finding]
) -> RawSection:
    """Read a form: the field's name in column A, its value in column B."""
    spellings = _spellings(section.model)
    cells: dict[str, RawCell] = {}
    labels: dict[str, list[Source]] = {}
    for row, line in sorted(rows.items()):
        label, value = line.get(1), line.get(2)
        name = folded(shown(label.value)) if label else ""
        field = spellings.get(name)
        if field:
            labels.setdefault(field, []).append(grid.source(row, 2))
            if value:
                cells.setdefault(field, value)
        elif label and value and name != folded(FORM_HEADINGS[0]):
            known = (heading for _, heading, _, _, _ in columns(section.model))
            text = shown(label.value)
            findings.append(
                Finding("field_unknown", (label.source,), {"column": text, "hint": hint(nearest(text, known))})
            )
    findings += _twice(section.model, labels)
    findings += _fields_missing(grid, section.model, labels)
    places = dict.fromkeys(labels, 2)
    rows_of = {field: sources[0].row for field, sources in labels.items()}
    return RawSection(grid.source(), (FormRow(grid.source(), cells, places, rows_of),), found=True)


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
                "cells": ", ".join(f"A{source.row}" for source in sources),
            }
            yield Finding("field_twice", tuple(sources), values)


def _fields_missing(grid: Grid, model: type[Row], labels: Iterable[str]) -> Iterator[Finding]:
    for field, heading, _, _, required in columns(model):
        if required and field not in set(labels):
            yield Finding("column_missing", (grid.source(),), {"column": heading, "tab": grid.name})
