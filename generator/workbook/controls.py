"""The control sums of the tab *Läs mig*: live formulas for the result, equity, and the balance's difference.

They are made from the statements, so that they add what the statements add.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from generator.model.amounts import PART_OF, BalanceItem, DirectAdjustment, IncomeOrCost, OpeningBalance
from generator.model.association import Association
from generator.model.rows import Row
from generator.statements.balance_sheet import BALANCE_SHEET, EQUITY_LINE
from generator.statements.income_statement import INCOME_STATEMENT
from generator.statements.statement import Statement

Places = Mapping[type[Row], tuple[str, int, int]]
"""Where each model's rows stand: the tab, the first row and the last."""

THIS_YEAR, LAST_YEAR = "C", "D"
"""The columns of the sums."""
_FIELDS = {THIS_YEAR: "this_year", LAST_YEAR: "last_year"}


@dataclass(frozen=True, slots=True)
class Control:
    """A control sum: what it is, how it is read, and its formula by column."""

    label: str
    explained: str
    formulas: Mapping[str, str]


def controls(
    places: Places, row: int, income: Statement = INCOME_STATEMENT, balance: Statement = BALANCE_SHEET
) -> Iterator[Control]:
    """Make the control sums of two statements; the first stands in ``row``, the others in the rows after it."""
    equity = row + 1
    yield Control(
        income.groups[-1].total.label,
        "Intäkter minus kostnader. Jämför med huvudboken.",
        {column: f"={_typed(places, IncomeOrCost, field, income)}" for column, field in _FIELDS.items()},
    )
    yield Control(
        f"{EQUITY_LINE.label} vid årets slut",
        "Ingående eget kapital, resultaten och direktförda justeringar.",
        {column: f"={_equity(places, column, row, equity)}" for column in _FIELDS},
    )
    yield Control(
        "Balansräkningens skillnad",
        "Tillgångar minus eget kapital, avsättningar och skulder. Ska vara 0 när allt är ifyllt.",
        {
            column: f"={_typed(places, BalanceItem, field, balance)}-{column}{equity}"
            for column, field in _FIELDS.items()
        },
    )


def field_cell(places: Places, model: type[Row], field: str) -> str:
    """The cell of a form's field, as a formula names it."""
    tab, first, _ = places[model]
    return f"'{tab}'!$B${first + list(model.model_fields).index(field)}"


def _area(places: Places, model: type[Row], field: str) -> str:
    tab, first, last = places[model]
    letter = get_column_letter(list(model.model_fields).index(field) + 1)
    return f"'{tab}'!${letter}${first}:${letter}${last}"


def _typed(places: Places, model: type[Row], field: str, statement: Statement) -> str:
    """Add the typed amounts of a statement's lines with their signs; equity is not typed."""
    amounts, names, level = (_area(places, model, name) for name in (field, "line", "level"))
    terms = (
        f'{"+" if line.sign > 0 else "-"}SUMIFS({amounts},{names},"{line.label}",{level},"<>{PART_OF}")'
        for line in statement.lines
        if line.sign and line != EQUITY_LINE
    )
    return "".join(terms).lstrip("+")


def _equity(places: Places, column: str, result: int, equity: int) -> str:
    """Add the year's result and direct adjustments to the opening balance: last year's, or the typed one."""
    names, amounts = _area(places, OpeningBalance, "line"), _area(places, OpeningBalance, "amount")
    years, changes = _area(places, DirectAdjustment, "year"), _area(places, DirectAdjustment, "amount")
    year = field_cell(places, Association, "year")
    is_last = column == LAST_YEAR
    opening = f'SUMIFS({amounts},{names},"{EQUITY_LINE.label}")' if is_last else f"{LAST_YEAR}{equity}"
    return f"{opening}+{column}{result}+SUMIFS({changes},{years},{year}{'-1' if is_last else ''})"
