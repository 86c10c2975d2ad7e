"""What an underlag has already that an account may join: rows in use, notes, activities, members."""

from collections.abc import Iterator

from generator.ground.names import NO_NAME, Name
from generator.ledger.suggestions.charts import INCOME
from generator.ledger.suggestions.known import Known, UsedRow
from generator.ledger.suggestions.parties import category_of, is_contribution
from generator.ledger.suggestions.suggestion import Asked
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
    funding = next((row.key for row in activities if row.group == FINANCING), NO_NAME)
    return Known(
        notes={row.line.code: row.note for row in reversed(rows) if row.note},
        rows=tuple(row for row in rows if row.note_row),
        activities={name: row.key for row in activities for name in (row.key, row.name, *_others(row)) if name},
        members={name: row.name for row in underlag.rows(Member) for name in (row.name, row.note_row) if name},
        rolled=frozenset(BY_LABEL[row.line] for row in underlag.rows(RollRow)),
        contributions_are_rows=_are_rows(underlag, funding),
        funding=funding,
    )


def _are_rows(underlag: Underlag, funding: Name) -> bool:
    """Whether contributions stand in rows of income with an outcome, and no member has one."""
    if any(row.member for row in underlag.rows(AccountRow)):
        return False
    if any(row.this_year or row.last_year for row in underlag.rows(Member)):
        return False
    return any(
        BY_LABEL[row.line] is INCOME and (row.this_year or row.last_year) and _may_be_contribution(row, funding)
        for row in underlag.rows(IncomeOrCost)
    )


def _may_be_contribution(row: IncomeOrCost, funding: Name) -> bool:
    text = str(row.note_row)
    if not text or (funding and row.activity == funding):
        return True
    return bool(category_of(text)) or is_contribution(Asked("3", text))


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
