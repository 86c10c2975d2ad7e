"""The figures of participants: each count that is known, the sums and the shares."""

from collections.abc import Container, Iterator, Mapping
from decimal import Decimal

from generator.figures.declaration import Combined, Declaration, Ratio, Stated, plus
from generator.ground.formatting import COUNT
from generator.model.fact import Observation
from generator.model.facts import Facts, observed
from generator.model.underlag import Underlag
from generator.subjects.participants.rows import ALL, BASE, CODE, MEN, OTHER, SEXES, SHARE, SHARES, TOTAL, WOMEN
from generator.subjects.participants.rows_tables import Counted, CountedShare, counted_tables, parts_of, sums_of

_WORDS = {WOMEN: "kvinnor", MEN: "män", OTHER: "annat_eller_ej_uppgett", TOTAL: "totalt", BASE: "bas", SHARE: "andel"}

QUALIFIED = {
    f"{CODE}.*": "deltagare.*",
    f"{CODE}.*.*": "deltagare.*.*",
    **{f"{CODE}.*.{part}": f"deltagare.*.{word}" for part, word in _WORDS.items()},
    **{f"{CODE}.*.*.{part}": f"deltagare.*.*.{word}" for part, word in _WORDS.items()},
    f"{CODE}.*.{SHARES}.*": "deltagare.*.andelar.*",
    f"{CODE}.*.*.{SHARES}.*": "deltagare.*.*.andelar.*",
    **{f"{CODE}.*.{SHARES}.*.{part}": f"deltagare.*.andelar.*.{word}" for part, word in _WORDS.items()},
}


def facts(underlag: Underlag, year: int) -> Iterator[Observation]:
    """Give each typed count as an Observation of its year, and what a typed total leaves over."""
    del year
    for table in counted_tables(underlag):
        for (category, of), entry in table.entries.items():
            row = entry.row
            counts = row.by_sex or ({TOTAL: row.total} if row.total is not None else {})
            for part, count in counts.items():
                source = entry.source(part if getattr(row, part) is not None else TOTAL)
                yield Observation(table.of_category(category, part), of, Decimal(count), source, row=category)
            if row.base is not None and table.base(of) is entry:
                yield Observation(table.of_category(ALL, BASE), of, Decimal(row.base), entry.source(BASE))


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare each count that is known, the sums, and the shares."""
    del facts
    for table in counted_tables(underlag):
        declared = {each.code: each for each in _of_table(table)}
        yield from declared.values()
        for share in table.shares:
            yield from _own_share(table, share, declared)
        yield from _sex_shares(table, declared)


def _of_table(table: Counted) -> Iterator[Declaration]:
    for category in table.categories:
        years = {year: parts_of(entry.row) for (of, year), entry in table.entries.items() if of == category}
        yield from _counts(table, category, years)
    if table.is_summed:
        yield from _counts(table, ALL, {year: sums_of(table, year) for year in table.years})
    if based := tuple(year for year in table.years if table.base(year)):
        code = table.of_category(ALL, BASE)
        yield Stated(code, f"{table.title}, bas för andel", observed(code), flow=True, unit=COUNT, older=based)
    for category in (*table.categories, *((ALL,) if table.is_summed else ())):
        whole = table.of_category(ALL, BASE if based else TOTAL)
        if based or table.is_summed:
            code = table.of_category(category, TOTAL)
            yield Ratio(_share(table, category), f"{_label(table, category)}, andel", code, whole, older=table.years)


def _sex_shares(table: Counted, declared: Container[str]) -> Iterator[Declaration]:
    """Declare what share a sex has in each category and in all, where both are known."""
    for share in table.sex_shares:
        for category in (*table.categories, *((ALL,) if table.is_summed else ())):
            part, whole = (table.of_category(category, of) for of in (share.sex, TOTAL))
            if part in declared and whole in declared:
                label = f"{_label(table, category)}, {share.name}"
                yield Ratio(table.of_category(category, share.ending), label, part, whole, older=table.years)


def _own_share(table: Counted, share: CountedShare, declared: Container[str]) -> Iterator[Declaration]:
    """Declare a share of each sex and of all, with the sums that it is made of where these are of several categories.

    A sum of what is masked is masked, and so is its share (see ``figures.made.total``): nothing new is told.
    """
    typed_base = table.of_category(ALL, BASE)
    for part in (*SEXES, TOTAL):
        label = f"{_label(table, share.name)}, {_WORDS[part].replace('_', ' ')}"
        parts = [table.of_category(category, part) for category in share.parts]
        base = [table.of_category(category, part) for category in share.base or (ALL,)]
        if not share.base and typed_base in declared:
            base = [typed_base] if part == TOTAL else []
        if not base or not all(code in declared for code in (*parts, *base)):
            continue
        sums = {f"{share.code}.{part}.part": parts, f"{share.code}.{part}.whole": base}
        codes = []
        for code, added in sums.items():
            codes.append(code if len(added) > 1 else added[0])
            if len(added) > 1:
                terms = plus(*dict.fromkeys(added))
                yield Combined(code, f"{label}, antal", terms, flow=True, unit=COUNT, older=table.years)
        part_code, whole_code = codes
        yield Ratio(f"{share.code}.{part}", label, part_code, whole_code, older=table.years)


def _counts(table: Counted, category: str | None, years: Mapping[int, Mapping[str, int]]) -> Iterator[Declaration]:
    """Declare the counts of one category, or of all: what adds up to each is the cells themselves."""
    summed = table.categories if category is ALL else (category,)
    for part in (*SEXES, TOTAL):
        if not any(part in parts for parts in years.values()) and part != TOTAL:
            continue
        code = table.of_category(category, part)
        lines = {
            table.of_category(each, of) for each in summed for of in ((*SEXES, TOTAL) if part == TOTAL else (part,))
        }
        label = f"{_label(table, category)}, {_WORDS[part].replace('_', ' ')}"
        yield Stated(
            code,
            label,
            observed(*lines),
            flow=True,
            unit=COUNT,
            budgeted=False,
            older=tuple(sorted(years, reverse=True)),
        )


def _label(table: Counted, category: str | None) -> str:
    return ", ".join(filter(None, (table.title, category)))


def _share(table: Counted, category: str) -> str:
    return table.of_category(category, SHARE)
