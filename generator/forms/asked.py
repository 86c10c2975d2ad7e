"""What an insats is asked: which columns of which tabs, and the rows of it there, by what each is known by."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.ground.names import Name, folded
from generator.model.rows import Row
from generator.model.values import RawRow, RawSection, is_nothing_typed
from generator.subjects.insatser.rows import TAB as REGISTER_TAB
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import TAB as ACCOUNTS_TAB
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.subjects.insatser.rows_texts import TAB as TEXTS_TAB
from generator.subjects.insatser.rows_texts import InsatsText
from generator.subjects.participants.rows import TAB as PARTICIPANTS_TAB
from generator.subjects.participants.rows import Participants

Sections = Mapping[type[Row], RawSection]


@dataclass(frozen=True, slots=True)
class Asked:
    """A tab that an insats tells of: the ``fields`` that it fills in, in rows known by ``keys``.

    ``insats`` is the field that names the insats, empty where its rows tell it in other words. ``year``: the field of
    the year that a row is of, where it has one.
    """

    tab: str
    model: type[Row]
    fields: tuple[str, ...]
    keys: tuple[str, ...] = ()
    insats: str = "insats"
    year: str = ""


OF_REGISTER = Asked(REGISTER_TAB.name, Insats, ("planned", "reached", "counted", "assessment"), insats="key")
OF_COSTS = Asked(ACCOUNTS_TAB.name, InsatsCost, ("reported",), ("kind",))
OF_TEXTS = Asked(TEXTS_TAB.name, InsatsText, ("text",), ("heading",))
OF_PARTICIPANTS = Asked(
    PARTICIPANTS_TAB.name, Participants, ("women", "men", "other", "total"), ("table", "category"), "", "year"
)
ASKED = {each.tab: each for each in (OF_REGISTER, OF_COSTS, OF_TEXTS, OF_PARTICIPANTS)}
"""All that a form may ask, by tab: nothing else is ever read from one."""


def typed(row: RawRow, field: str) -> str:
    """What stands in a field of a row; empty where nobody has typed anything."""
    cell = row.cells.get(field)
    return "" if cell is None or is_nothing_typed(cell.value) else cell.text.strip()


def names_in(row: RawRow) -> tuple[Name, ...]:
    """All that an insats of the register is called, its key first."""
    parts = (*(typed(row, field) for field in ("key", "name")), *typed(row, "other_names").split(";"))
    return tuple(Name(part.strip()) for part in parts if part.strip())


def rows_of(asked: Asked, names: Sequence[Name], sections: Sections) -> Iterator[RawRow]:
    """The rows that an insats, of any of ``names``, has in a tab, in the order typed."""
    others = [name for row in sections[Insats].rows for name in names_in(row) if name not in names]
    for row in sections[asked.model].rows:
        if asked.insats:
            if Name(typed(row, asked.insats)) in names:
                yield row
        elif is_about(names, others, typed(row, "table"), typed(row, "category")):
            yield row


def keys_of(asked: Asked, row: RawRow) -> tuple[str, ...]:
    """What a row is known by."""
    return tuple(typed(row, key) for key in asked.keys)


def is_about(names: Sequence[Name], others: Sequence[Name], table: str, category: str) -> bool:
    """Whether a row of participants is of an insats: its category is one of its names, or its table's name has one.

    Not if it has a longer name of another insats: *Teamet Norr* is not *Teamet*.
    """
    if Name(category) in names:
        return True
    own = _longest(names, table)
    return own > 0 and own >= _longest(others, table)


def _longest(names: Sequence[Name], table: str) -> int:
    """The letters of the longest of some names that stands in the name of a table; 0 where none does."""
    words = folded(table)
    inside = [each for each in map(folded, names) if each in words]
    return max((len(each) for each in inside if re.search(rf"(?<!\w){re.escape(each)}(?!\w)", words)), default=0)
