"""Participants (*deltagare*) in the association's own breakdowns, by sex and year, with small numbers protected.

Where the limit lies is the association's own judgement (GDPR; offentlighets- och sekretesslagen): one person may be
known from a small number.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.blocks.block import Block, Component, Placement
from generator.figures.declaration import Declaration, Protected, Ratio, Stated, on_line
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, Table, build_table
from generator.ground.formatting import COUNT
from generator.ground.names import folded
from generator.model.fact import Fact
from generator.model.underlag import Underlag
from generator.subjects.free_tables.show import SERIES
from generator.subjects.participants.protection import Protection, parts_of, protection, sums_of
from generator.subjects.participants.rows import (
    ALL,
    ATTENDANCES,
    BASE,
    CODE,
    MEN,
    NAME,
    OTHER,
    SEXES,
    SHARE,
    TAB,
    TOTAL,
    UNNAMED,
    WOMEN,
    Counted,
    counted_tables,
)
from generator.subjects.participants.rules import RULES, TEXTS

BY_SEX, TOTALS = "kvinnor och män", "bara totalt"
MOST_YEARS = 3
"""Years that stand side by side; more of them are too many columns for a page."""
HEADS = {WOMEN: "Kvinnor", MEN: "Män", OTHER: "Annat/ej uppgett", TOTAL: "Totalt", SHARE: "Andel"}
_WORDS = {WOMEN: "kvinnor", MEN: "män", OTHER: "annat_eller_ej_uppgett", TOTAL: "totalt", BASE: "bas", SHARE: "andel"}
_ATTENDED = "Antalen är deltaganden: en person kan ingå flera gånger."
_OVERLAPPING = "En person kan ingå i flera kategorier. Därför summeras de inte."


def facts(underlag: Underlag, year: int) -> Iterator[Fact]:
    """Give each typed count as a Fact of its year, and what a typed total leaves over."""
    del year
    for table in counted_tables(underlag):
        for (category, of), entry in table.entries.items():
            row = entry.row
            counts = row.by_sex or ({TOTAL: row.total} if row.total is not None else {})
            for part, count in counts.items():
                source = entry.source(part if getattr(row, part) is not None else TOTAL)
                yield Fact(table.of_category(category, part), of, Decimal(count), source, row=category)
            if row.base is not None and table.base(of) is entry:
                yield Fact(table.of_category(ALL, BASE), of, Decimal(row.base), entry.source(BASE))


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare each count that is known, the sums, and the shares."""
    del facts
    hidden = protection(underlag)
    for table in counted_tables(underlag):
        for category in table.categories:
            years = {year: parts_of(entry.row) for (of, year), entry in table.entries.items() if of == category}
            yield from _counts(table, category, years, hidden)
        if table.is_summed:
            yield from _counts(table, ALL, {year: sums_of(table, year) for year in table.years}, hidden)
        if based := tuple(year for year in table.years if table.base(year)):
            code = table.of_category(ALL, BASE)
            stated = Stated(code, f"{table.title}, bas för andel", on_line(code), flow=True, unit=COUNT, older=based)
            yield Protected(stated, hidden.masked_years(code), frozenset(), hidden.reason)
        for category in (*table.categories, *((ALL,) if table.is_summed else ())):
            whole = table.of_category(ALL, BASE if based else TOTAL)
            if based or table.is_summed:
                code = table.of_category(category, TOTAL)
                yield Ratio(
                    _share(table, category), f"{_label(table, category)}, andel", code, whole, older=table.years
                )


def _counts(
    table: Counted, category: str, years: Mapping[int, Mapping[str, int]], hidden: Protection
) -> Iterator[Declaration]:
    """Declare the counts of one category, or of all: what adds up to each is the cells themselves."""
    summed = table.categories if category == ALL else (category,)
    for part in (*SEXES, TOTAL):
        if not any(part in parts for parts in years.values()) and part != TOTAL:
            continue
        code = table.of_category(category, part)
        lines = {
            table.of_category(each, of) for each in summed for of in ((*SEXES, TOTAL) if part == TOTAL else (part,))
        }
        label = f"{_label(table, category)}, {_WORDS[part].replace('_', ' ')}"
        stated = Stated(
            code,
            label,
            on_line(*lines),
            flow=True,
            unit=COUNT,
            budgeted=False,
            older=tuple(sorted(years, reverse=True)),
        )
        yield Protected(stated, hidden.masked_years(code), hidden.closed_years(code), hidden.reason)


def _label(table: Counted, category: str) -> str:
    return ", ".join(filter(None, (table.title, "" if category == ALL else category)))


def _share(table: Counted, category: str) -> str:
    return table.of_category(category, SHARE)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the tables that the placement names; all of them where it names none."""
    for table in counted_tables(placement.derived.underlag):
        if folded(placement.name) in ("", folded(table.choices.name)):
            yield Block(
                table=_table(table, placement),
                template="free_table",
                caption=table.title,
                series=SERIES if table.choices.numbered else "",
                called=(table.choices.name,),
            )


def _table(table: Counted, placement: Placement) -> Table:
    """Make a table: categories with years side by side, or the years themselves, the oldest first."""
    year = placement.derived.association.year
    by_year = table.categories == ("",)
    parts = (TOTAL,) if folded(placement.layout) == TOTALS else (*SEXES, TOTAL)
    rows: Iterator[RowSpec]
    if by_year:
        columns = tuple(_columns(table, year, parts, ""))
        rows = (
            RowSpec(table.of_category("", ""), str(of), shift=of - year, nil=NilPolicy.SHOW) for of in table.years[::-1]
        )
    else:
        shown = table.years[:MOST_YEARS]
        columns = tuple(each for of in shown for each in _columns(table, of, parts, str(of) if len(shown) > 1 else ""))
        rows = _rows(table)
    spec = placement.style.spec(
        table.code.replace(".", "-"), table.title, rows, columns, flow=True, notes=tuple(_notes(table))
    )
    made = build_table(spec, placement.derived.figures)
    return replace(made, unit=COUNT, count_decimals=0, corner="År" if by_year else "\u00a0")


def _rows(table: Counted) -> Iterator[RowSpec]:
    for category in table.categories:
        yield RowSpec(table.of_category(category, ""), category or UNNAMED, nil=NilPolicy.SHOW)
    if table.is_summed:
        yield RowSpec(table.of_category(ALL, ""), "Totalt", kind=RowKind.TOTAL, nil=NilPolicy.SHOW)


def _columns(table: Counted, year: int, parts: Sequence[str], span: str) -> Iterator[ColumnSpec]:
    for part in (*parts, *((SHARE,) if table.choices.shares else ())):
        yield ColumnSpec(year, suffix=part, head=HEADS[part], span=span, optional=True)


def _notes(table: Counted) -> Iterator[str]:
    if table.choices.note:
        yield table.choices.note
    if table.choices.counted == ATTENDANCES:
        yield _ATTENDED
    if not table.choices.added and len(table.categories) > 1:
        yield _OVERLAPPING
    if table.choices.source:
        yield f"Källa: {table.choices.source}"


def names(underlag: Underlag) -> Mapping[str, Sequence[str]]:
    """What the outline's column *Namn* may say."""
    return {table.choices.name: (table.choices.name,) for table in counted_tables(underlag)}


COMPONENT = Component(
    NAME,
    "En tabell ur fliken Deltagare. Vilken skrivs i kolumnen Namn; tomt ger alla. Små antal skyddas.",
    blocks,
    names=names,
    layouts=(BY_SEX, TOTALS),
    tabs=(TAB,),
    facts=facts,
    declarations=declarations,
    qualified={
        f"{CODE}.*": "deltagare.*",
        f"{CODE}.*.*": "deltagare.*.*",
        **{f"{CODE}.*.{part}": f"deltagare.*.{word}" for part, word in _WORDS.items()},
        **{f"{CODE}.*.*.{part}": f"deltagare.*.*.{word}" for part, word in _WORDS.items()},
    },
    rules=RULES,
    texts=TEXTS,
)
