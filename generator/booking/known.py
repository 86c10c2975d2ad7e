"""What an underlag has already that an account may join: rows in use, notes, activities, members."""

from collections.abc import Iterator

from generator.ground.names import NO_NAME, Name
from generator.ledger.suggestions.known import Known, UsedRow
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.model.registers import Activity
from generator.model.underlag import Underlag
from generator.statements.lines import BY_LABEL
from generator.subjects.activities.figures_groups import FINANCING
from generator.subjects.ledger.rows import NAME, AccountRow
from generator.subjects.members.rows import Member
from generator.subjects.roll_forward.rows import RollRow


def known_of(underlag: Underlag) -> Known:
    """Gather it. What *Kontoplan* says comes before what is typed among the amounts."""
    rows = (*_of_chart(underlag), *_typed(underlag))
    activities = underlag.rows(Activity)
    return Known(
        notes={row.line.code: row.note for row in reversed(rows) if row.note},
        rows=tuple(row for row in rows if row.note_row),
        activities={name: row.key for row in activities for name in (row.key, row.name, *_others(row)) if name},
        members={name: row.name for row in underlag.rows(Member) for name in (row.name, row.note_row) if name},
        rolled=frozenset(BY_LABEL[row.line] for row in underlag.rows(RollRow)),
        funding=next((row.key for row in activities if row.group == FINANCING), NO_NAME),
    )


def _others(row: Activity) -> list[Name]:
    return [Name(part.strip()) for part in row.other_names.split(";") if part.strip()]


def _of_chart(underlag: Underlag) -> Iterator[UsedRow]:
    for row in underlag.rows(AccountRow):
        if row.post is not None:
            yield UsedRow(row.post, Name(row.note_row or row.name), row.note, row.activity, f"fliken {NAME}")


def _typed(underlag: Underlag) -> Iterator[UsedRow]:
    for cost in underlag.of(IncomeOrCost):
        row = cost.row
        yield UsedRow(BY_LABEL[row.line], row.note_row, row.note, row.activity, f"fliken {cost.place.tab}")
    for balance in underlag.of(BalanceItem):
        item = balance.row
        yield UsedRow(BY_LABEL[item.line], item.note_row, item.note, place=f"fliken {balance.place.tab}")
