"""The rules of participants: what adds up, stands once and is known."""

from collections.abc import Iterator
from itertools import product

from generator.blocks.case import Case
from generator.figures.figure import FigureId
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.formatting import enumerated
from generator.ground.names import nearest
from generator.model.association import ReportState
from generator.model.rows import Entry
from generator.subjects.participants.messages import (
    ABOVE_BASE,
    BASE_TWICE,
    SAME_DIFFER,
    SHARE_ABOVE,
    SHARE_AFTER_UNKNOWN,
    SHARE_OF_NOTHING,
    SHARE_UNKNOWN,
    SUMMED_TWICE,
    TABLE_UNKNOWN,
    TOTAL_DIFFERS,
    TWICE,
    YEAR_MISSING,
    YEAR_MISSING_YET,
)
from generator.subjects.participants.rows import SEXES, TOTAL, Participants, ParticipantShare, ParticipantTable
from generator.subjects.participants.rows_same import Said, said
from generator.subjects.participants.rows_tables import Counted, counted_tables, rows_twice, sex_asked, shares_by_table

NO_CATEGORY = "utan kategori"


def rows_stand_once(case: Case) -> Iterator[Finding]:
    """A category stands once for each year of a table."""
    for entry, first in rows_twice(case.underlag):
        yield TWICE.found(
            entry.place,
            first.place,
            table=entry.row.table,
            category=entry.row.category or NO_CATEGORY,
            year=entry.row.year,
        )


def totals_hold_the_sexes(case: Case) -> Iterator[Finding]:
    """A typed total is not less than the women and men in it. More is no fault: not all state their sex."""
    for entry in case.underlag.of(Participants):
        row = entry.row
        typed = [count for sex in SEXES if (count := getattr(row, sex)) is not None]
        too_small = row.total is not None and row.total < sum(typed)
        unlike = row.total is not None and row.other is not None and row.total != sum(typed)
        if too_small or unlike:
            yield TOTAL_DIFFERS.found(
                entry.source(TOTAL), table=row.table, category=row.category or NO_CATEGORY, year=row.year
            )


def bases_hold_the_parts(case: Case) -> Iterator[Finding]:
    """What shares are counted on is not less than any of its parts, and is said once."""
    for table in counted_tables(case.underlag):
        for (category, year), entry in table.entries.items():
            base = table.base(year)
            if base is None or base.row.base is None:
                continue
            values = {"table": table.choices.name, "category": category or NO_CATEGORY, "year": year}
            if entry.row.base not in (None, base.row.base):
                yield BASE_TWICE.found(entry.source("base"), base.source("base"), **values)
            elif (entry.row.number or 0) > base.row.base:
                yield ABOVE_BASE.found(entry.place, base.source("base"), **values)


def tables_have_the_year(case: Case) -> Iterator[Finding]:
    """No table ends before the report's year: next year's workbook begins with the rows of the year that ended."""
    if case.underlag.association is None or not case.underlag.is_whole(Participants):
        return
    year = case.underlag.association.row.year
    old = [table for table in counted_tables(case.underlag) if table.years[-1] < year and not _is_counted(table, year)]
    if old:
        rule = YEAR_MISSING_YET if case.state is ReportState.IN_PROGRESS else YEAR_MISSING
        places = (next(iter(table.entries.values())).place for table in old)
        yield rule.found(*places, tables=enumerated([str(table.choices.name) for table in old]), year=year)


def _is_counted(table: Counted, year: int) -> bool:
    of_year = (entry.row for (_, of), entry in table.entries.items() if of == year)
    return any(row.number is not None or row.base is not None for row in of_year)


def same_participants_are_as_many(case: Case) -> Iterator[Finding]:
    """What tells of the same participants by its name tells the same number."""
    groups: dict[tuple[int, str], list[Said]] = {}
    for each in said(case.underlag):
        groups.setdefault((each.year, each.of), []).append(each)
    for (year, _), found in groups.items():
        one, *others = sorted(found, key=lambda each: each.is_row)
        told = {one.number}
        for other in others:
            if other.number not in told and not (one.is_row and other.is_row):
                told.add(other.number)
                values = {"of": _whom(one, other), "year": year, "one": one.where, "other": other.where}
                yield SAME_DIFFER.found(other.place, one.place, **values)


def _whom(one: Said, other: Said) -> str:
    name = one.name or other.name
    return f"Deltagarna, {name}" if name else "Deltagarna"


def choices_are_of_a_table(case: Case) -> Iterator[Finding]:
    """What is chosen for a table is for one that has rows."""
    known = [table.choices.name for table in counted_tables(case.underlag)]
    for entry in case.underlag.of(ParticipantTable):
        if entry.row.name not in known:
            yield TABLE_UNKNOWN.found(
                entry.source("name"), found=entry.row.name, hint=hint(nearest(entry.row.name, known))
            )


def shares_are_of_categories(case: Case) -> Iterator[Finding]:
    """A table's own share is of categories that the table has, and of no more than the whole."""
    tables = {table.choices.name: table for table in counted_tables(case.underlag)}
    for name, asked in shares_by_table(case.underlag).items():
        for entry in asked:
            if name in tables:
                yield from _share(tables[name], entry, case)
            else:
                yield TABLE_UNKNOWN.found(entry.source("table"), found=name, hint=hint(nearest(name, tables)))


def _share(table: Counted, entry: Entry[ParticipantShare], case: Case) -> Iterator[Finding]:
    row, known = entry.row, {category: category for category, _ in table.entries if category}
    values = {"table": table.choices.name, "share": row.name}
    if sex := sex_asked(table, row):
        if not any(sex in each.row.by_sex for each in table.entries.values()):
            yield SHARE_UNKNOWN.found(entry.source("parts"), found=row.parts, hint="", **values)
        return
    unknown = [
        (field, each) for field in ("parts", "base") for each in row.named(getattr(row, field)) if each not in known
    ]
    for field, found in unknown:
        near = hint(nearest(found, known.values()))
        yield SHARE_UNKNOWN.found(entry.source(field), found=found, hint=near, **values)
    if row.after and row.after not in known:
        near = hint(nearest(row.after, known.values()))
        yield SHARE_AFTER_UNKNOWN.found(entry.source("after"), found=row.after, hint=near, **values)
    parts, base = (row.named(text) for text in (row.parts, row.base))
    if not unknown and base and table.is_summed and not set(parts) <= set(base):
        told = {"parts": enumerated([str(each) for each in parts]), "base": enumerated([str(each) for each in base])}
        yield SUMMED_TWICE.found(entry.source("base"), **told, **values)
    if not unknown and not table.has_base(row.named(row.base)):
        yield SHARE_OF_NOTHING.found(entry.source("base"), **values)
    codes = [f"{each.code}.{TOTAL}" for each in table.shares if each.name == row.name][:1]
    figures = case.derived.figures if case.derived else {}
    for year, code in product(table.years, codes):
        figure = figures.get(FigureId(code, year))
        if figure is not None and figure.amount > 1:
            yield SHARE_ABOVE.found(entry.source("parts"), year=year, **values)
