"""Which counts, by the names of their tables alone, tell how many participants there were of the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.ground.names import folded
from generator.ground.source import Source
from generator.model.rows import Entry
from generator.model.underlag import Underlag
from generator.subjects.insatser.rows import REGISTER, Insats, names_of, whole_number
from generator.subjects.participants.rows import NAME as TAB_NAME
from generator.subjects.participants.rows import PERSONS, SEXES, TOTAL, Participants
from generator.subjects.participants.rows_tables import Counted, counted_tables, sums_of

_SAID_OF_ANY = re.compile(r"\b(?:antal|unika|alla|samtliga|totalt|under|året|år|i|inom|på|för|\d{4})\b|[^\w\s–-]")
_PARTICIPANTS = re.compile(r"(?:deltagare|deltagarna|personer)?(?:\s+(?:deltagare|personer))?")
_DIVIDED = re.compile(
    r"\s*(?:\b(?:efter|per|fördela(?:t|de)\s+(?:efter|på)|uppdela(?:t|de)\s+(?:efter|på))\b|[,:(]|\s-\s)\s*"
)
_BY = re.compile(r"(?:ålder|åldersgrupp|kommun|bostadsort|insats|försörjning|utbildning|utbildningsnivå|födelseland)")
"""What each person has one of, so that a table by it adds up to all who took part. Not sex: not all state it."""


@dataclass(frozen=True, slots=True)
class Said:
    """So many took part in ``of`` in a year: a name in small letters, empty for all.

    ``where`` and ``name`` are how it is told. ``is_row``: it is one row of a table, whose name may mean something else
    in another table.
    """

    year: int
    of: str
    number: int
    place: Source
    where: str
    name: str = ""
    is_row: bool = False


def said(underlag: Underlag) -> Iterator[Said]:
    """All that is said of how many took part where names tell surely who they are, in the order of the tabs."""
    keys = {folded(name): folded(row.key) for row in underlag.rows(Insats) for name in names_of(row)}
    tables = [table for table in counted_tables(underlag) if table.choices.counted == PERSONS and table.choices.added]
    categories = {folded(each) for table in tables for each in table.categories}
    general = {each for each in categories if _PARTICIPANTS.fullmatch(each) or _BY.fullmatch(each)}
    names = {**{each: each for each in categories - general}, **keys}
    yield from _of_insatser(underlag)
    for table in tables:
        yield from _of_table(table, names, keys)


def _of_insatser(underlag: Underlag) -> Iterator[Said]:
    year = underlag.association.row.year if underlag.association else 0
    for entry in underlag.of(Insats):
        number = whole_number(entry.row.reached)
        # What is counted is free text: anything but persons may count one of them twice.
        if number is not None and folded(entry.row.counted) in ("", "personer", "deltagare", PERSONS):
            where = f"fliken {REGISTER}, {entry.row.label}"
            yield Said(year, folded(entry.row.key), int(number), entry.source("reached"), where, entry.row.label)


def _of_table(table: Counted, names: Mapping[str, str], keys: Mapping[str, str]) -> Iterator[Said]:
    of = _whom(folded(table.title), names)
    if of is None:
        return
    for year in table.years:
        rows = [entry for (_, each), entry in table.entries.items() if each == year]
        if any(entry.row.base is not None for entry in rows) or not _all_known(rows):
            continue
        where = f"tabellen {table.choices.name} i fliken {TAB_NAME}"
        yield Said(year, of, sums_of(table, year)[TOTAL], _cell(rows[0]), where)
        for entry in (each for each in rows if each.row.category) if not of and len(rows) > 1 else ():
            name = folded(entry.row.category)
            place = f"{where}, {entry.row.category}"
            yield Said(
                year,
                keys.get(name, name),
                entry.row.number or 0,
                _cell(entry),
                place,
                entry.row.category,
                name not in keys,
            )


def _cell(entry: Entry[Participants]) -> Source:
    """The cell that tells the number, or the first of those that do."""
    return entry.source(next(part for part in (TOTAL, *SEXES) if getattr(entry.row, part) is not None))


def _all_known(rows: Sequence[Entry[Participants]]) -> bool:
    return bool(rows) and all(entry.row.number is not None for entry in rows)


def _whom(title: str, names: Mapping[str, str]) -> str | None:
    """Whom a table is of: all where that is empty, or what its title names; None where it may be of others."""
    found = [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title)]
    longest = max(found, key=len, default="")
    if {names[each] for each in found if each not in longest}:
        return None
    rest = title.replace(longest, " ") if longest else title
    head, *by = _DIVIDED.split(rest, maxsplit=1)
    plain = " ".join(_SAID_OF_ANY.sub(" ", head).split())
    divided = " ".join(_SAID_OF_ANY.sub(" ", " ".join(by)).split())
    if not longest and not plain:
        return None
    is_all = _PARTICIPANTS.fullmatch(plain) and (not divided or _BY.fullmatch(divided))
    return (names[longest] if longest else "") if is_all else None
