"""The rules of participants: what adds up, and that nothing tells what is protected."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.blocks.case import Case
from generator.checks.sentences import sentences
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.formatting import in_words
from generator.ground.names import folded, nearest
from generator.subjects.insatser.rows import Insats, names_of
from generator.subjects.participants.figures_protection import Protection, parts_of, protection
from generator.subjects.participants.messages import (
    ABOVE_BASE,
    BASE_TWICE,
    IN_TEXT,
    TABLE_UNKNOWN,
    TOLD,
    TOTAL_DIFFERS,
    TWICE,
)
from generator.subjects.participants.rows import (
    MEN,
    OTHER,
    SEXES,
    TOTAL,
    WOMEN,
    Participants,
    ParticipantTable,
    counted_tables,
    rows_twice,
)

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


def choices_are_of_a_table(case: Case) -> Iterator[Finding]:
    """What is chosen for a table is for one that has rows."""
    known = [table.choices.name for table in counted_tables(case.underlag)]
    for entry in case.underlag.of(ParticipantTable):
        if entry.row.name not in known:
            yield TABLE_UNKNOWN.found(
                entry.source("name"), found=entry.row.name, hint=hint(nearest(entry.row.name, known))
            )


def insatser_do_not_tell_what_is_hidden(case: Case) -> Iterator[Finding]:
    """A number of participants that is protected in a table does not stand at the insats all the same."""
    if case.derived is None:
        return
    year, hidden = case.derived.association.year, protection(case.underlag)
    insatser = {name: entry for entry in case.underlag.of(Insats) for name in names_of(entry.row)}
    for table in counted_tables(case.underlag):
        for category, of in table.entries:
            entry = insatser.get(category)
            masked = (table.of_category(category, TOTAL), year) in hidden.masked
            if of == year and masked and entry is not None and entry.row.reached.strip().isdecimal():
                yield TOLD.found(entry.source("reached"), insats=entry.row.label, table=table.choices.name)


_SEX = {WOMEN: "kvinn", MEN: "män", OTHER: "kön"}
_NUMBER = re.compile(r"(?<![\w,.–-])(?:\d{1,3}|[a-zåäö]+)(?![\w%]|,\d| %)")


def texts_do_not_tell_what_is_hidden(case: Case) -> Iterator[Finding]:
    """No sentence that names a category, and a sex where the count is of one, holds a number protected there."""
    hidden = protection(case.underlag)
    secrets = tuple(_secrets(case, hidden)) if hidden.masked else ()
    for sentence in sentences(case) if secrets else ():
        text = sentence.text.casefold()
        numbers = set(_NUMBER.findall(text))
        told = next((each for each in secrets if numbers & each.spellings and all(w in text for w in each.words)), None)
        if told:
            yield IN_TEXT.found(sentence.place, table=told.table)


@dataclass(frozen=True, slots=True)
class _Secret:
    """A protected count: how it may be written, and the words that a sentence about it holds."""

    table: str
    words: tuple[str, ...]
    spellings: frozenset[str]


def _secrets(case: Case, hidden: Protection) -> Iterator[_Secret]:
    for table in counted_tables(case.underlag):
        for (category, year), entry in table.entries.items():
            for part, count in parts_of(entry.row).items():
                if (table.of_category(category, part), year) in hidden.masked:
                    words = (folded(category) or f"{year}", _SEX.get(part, ""))
                    yield _Secret(table.choices.name, words, frozenset({str(count), in_words(count)}))
