"""The rules of the insatser: periods, keys, headings, and names that are nearly right."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.ground.names import Name, slug
from generator.ground.near_names import near_names
from generator.model.columns import LongTextColumn, TextColumn
from generator.model.messages import MISSING_FOR_NOW
from generator.model.rows import columns
from generator.subjects.insatser.messages import (
    ENDS_BEFORE_START,
    HEADING_NEAR,
    KEYS_ALIKE,
    NAME_NEAR,
    OUTSIDE_YEAR,
    PICTURE_WITHOUT_TEXT,
)
from generator.subjects.insatser.rows import Insats, names_of
from generator.subjects.insatser.rows_texts import DESCRIPTION, InsatsText, known_heading_near


def periods_are_in_order(case: Case) -> Iterator[Finding]:
    """An insats ends after it began, and some of it lies in the year; it may run over many years."""
    for entry in case.underlag.of(Insats):
        row = entry.row
        values = {"insats": row.label, "period": row.period}
        places = (entry.source("end"), entry.source("start"))
        if row.start and row.end and row.end.last < row.start.first:
            yield ENDS_BEFORE_START.found(*places, **values)
        elif case.derived and not row.runs_in(case.derived.association.year):
            year = case.derived.association.year
            yield OUTSIDE_YEAR.found(*places, year=year, **values)


def keys_differ_in_letters(case: Case) -> Iterator[Finding]:
    """Two keys that differ in marks alone could not be told apart by who names an insats's figures in a text."""
    seen: dict[str, Name] = {}
    for entry in case.underlag.of(Insats):
        other = seen.setdefault(slug(str(entry.row.key)), entry.row.key)
        if other != entry.row.key:
            yield KEYS_ALIKE.found(entry.source("key"), found=entry.row.key, other=other)


def pictures_are_described(case: Case) -> Iterator[Finding]:
    """Who does not see a picture is told what it shows."""
    for entry in case.underlag.of(Insats):
        row = entry.row
        if row.picture and not row.picture_text:
            yield PICTURE_WITHOUT_TEXT.found(entry.source("picture_text"), insats=row.label, found=row.picture)


def texts_are_whole(case: Case) -> Iterator[Finding]:
    """A heading has a text, and is not nearly one of those that the program knows."""
    for entry in case.underlag.of(InsatsText):
        if not entry.row.text:
            yield MISSING_FOR_NOW.found(entry.source("text"), column=entry.row.heading or DESCRIPTION)
        near = known_heading_near(entry.row.heading)
        if near:
            yield HEADING_NEAR.found(entry.source("heading"), found=entry.row.heading, meant=near)


def names_are_spelled_alike(case: Case) -> Iterator[Finding]:
    """A text that nearly names an insats is told of: one name throughout the report.

    The names in the register itself are what others are held against: two insatser may have names much alike.
    """
    near = near_names((row.label, *names_of(row)) for row in case.underlag.rows(Insats))
    for model, entries in case.underlag.entries.items():
        texts = [column.name for column in columns(model) if isinstance(column.kind, TextColumn | LongTextColumn)]
        fields = [field for field in texts if model is not Insats or field not in model.named_by]
        for entry in entries:
            for field in fields:
                for found, meant in near.misses(getattr(entry.row, field)):
                    yield NAME_NEAR.found(entry.source(field), found=found, meant=meant)
