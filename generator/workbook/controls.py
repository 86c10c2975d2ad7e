"""The control sums of the tab *Läs mig*: live formulas for the result, equity, and the balance's difference.

They are made from the statements and from what each row model declares that it books, as the figures are, so that they
add what the figures add: contributions from the register of members, and balances that are typed as their changes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from generator.ground.formatting import THOUSANDS
from generator.model.amounts import DirectAdjustment
from generator.model.association import Association
from generator.model.booked import Booked
from generator.model.columns import ChoiceColumn
from generator.model.fact import Measure
from generator.model.rows import Row, column_of
from generator.statements.balance_sheet import BALANCE_SHEET, EQUITY_LINE
from generator.statements.income_statement import INCOME_STATEMENT
from generator.statements.statement import Line, Statement
from generator.workbook.layout import UNIT_CELL

Places = Mapping[type[Row], tuple[str, int, int]]
"""Where each model's rows stand: the tab, the first row and the last."""

THIS_YEAR, LAST_YEAR = "C", "D"
"""The columns of the sums."""
_SHIFTS = {THIS_YEAR: 0, LAST_YEAR: -1}
"""What is added to the report's year in each."""
_DIRECTIONS = (",", ";")
"""What parts a list along a row and one down a column: crossed, each name of one meets each of the other."""
_OPENING = -2
"""From the report's year to the year that the comparison year opens with."""


@dataclass(frozen=True, slots=True)
class Control:
    """A control sum in kronor: what it is, how it is read, and its formula by column.

    ``nil``: it is to be nil, and whatever else is told in red.
    """

    label: str
    explained: str
    formulas: Mapping[str, str]
    nil: bool = False


def controls(
    places: Places, row: int, income: Statement = INCOME_STATEMENT, balance: Statement = BALANCE_SHEET
) -> Iterator[Control]:
    """Make the control sums of two statements; the first stands in ``row``, the others in the rows after it."""
    equity = row + 1
    yield Control(
        income.groups[-1].total.label,
        "Intäkter minus kostnader. Jämför med huvudboken. Tomt om beloppen hämtas ur den.",
        {column: _typed(places, _sum(places, income.lines, shift)) for column, shift in _SHIFTS.items()},
    )
    yield Control(
        f"{EQUITY_LINE.label} vid årets slut",
        "Ingående eget kapital, resultaten, direktförda justeringar och det som övertagits vid sammanläggning.",
        {column: _typed(places, _equity(places, column, row, equity)) for column in _SHIFTS},
    )
    others = [line for line in balance.lines if line != EQUITY_LINE]
    yield Control(
        "Balansräkningens skillnad",
        "Tillgångar minus eget kapital, avsättningar och skulder. Ska vara 0 när allt är ifyllt; röd tills dess.",
        {
            column: _typed(places, f"{_sum(places, others, shift)}-{column}{equity}")
            for column, shift in _SHIFTS.items()
        },
        nil=True,
    )


def field_cell(places: Places, model: type[Row], field: str) -> str:
    """The cell of a form's field, as a formula names it."""
    tab, first, _ = places[model]
    return f"'{tab}'!$B${first + list(model.model_fields).index(field)}"


def area(places: Places, model: type[Row], field: str, to: str = "") -> str:
    """The cells of a field in all rows, as a formula names them; ``to``: and those of the fields up to that one."""
    tab, first, last = places[model]
    fields = list(model.model_fields)
    left, right = (get_column_letter(fields.index(each) + 1) for each in (field, to or field))
    return f"'{tab}'!${left}${first}:${right}${last}"


def without_ledger(places: Places, chart: str) -> str:
    """Whether nothing is filled in in the tab that says what a ledger's accounts become, as a formula's condition."""
    models = [model for model, (tab, _, _) in places.items() if tab == chart]
    return f"COUNTA({area(places, models[0], next(iter(models[0].model_fields)))})=0" if models else "TRUE"


def _typed(places: Places, formula: str) -> str:
    """A sum that is told only where the amounts are typed: a formula sees no ledger."""
    charts = sorted({chart for model in places for chart in model.fed_by.values()})
    return f'=IF({without_ledger(places, charts[0])},{formula},"")' if charts else f"={formula}"


def _sum(places: Places, lines: Iterable[Line], shift: int, *, natural: bool = False) -> str:
    """Add what all tabs have on some lines in a year, in kronor; ``natural``: with the sign that it is typed with."""
    signs = {line: 1 if natural else line.sign for line in lines if natural or line.sign}
    sums = ((model, "".join(_terms(places, model, signs, shift))) for model in places)
    return "+".join(f"{_unit(places, model)}*({terms.removeprefix('+')})" for model, terms in sums if terms) or "0"


def _terms(places: Places, model: type[Row], signs: Mapping[Line, int], shift: int) -> Iterator[str]:
    """The terms of one tab: for each column that is booked in the year, what is added and what is taken away."""
    for each in (*model.booked, *model.booked_together):
        if each.shift != shift or each.measure is not Measure.OUTCOME:
            continue
        for sign in (1, -1):
            lines = [line for line, its in signs.items() if its * each.sign == sign and each.on in (None, line)]
            if lines:
                yield f"{'+' if sign > 0 else '-'}{_added(places, model, each, lines)}"


def _added(places: Places, model: type[Row], each: Booked, lines: Iterable[Line]) -> str:
    """Add a column's amounts on some lines, whichever of its names a line or another choice is typed with."""
    wanted = [("line", tuple(line.label for line in lines))] if each.on is None else []
    wanted += [(field, (value,)) for field, value in each.only]
    parts = iter(_DIRECTIONS)
    tests = [(field, _one_of(_spelled(model, field, values), parts)) for field, values in wanted]
    tests += [(field, f'"<>{name}"') for field, value in each.but for name in _spelled(model, field, (value,))]
    areas = (f",{area(places, model, field)},{criterion}" for field, criterion in tests)
    amounts = area(places, model, each.field)
    return f"SUMPRODUCT(SUMIFS({amounts}{''.join(areas)}))" if tests else f"SUM({amounts})"


def _spelled(model: type[Row], field: str, values: Iterable[str]) -> list[str]:
    """The values of a field, each with the other names that the program reads it by."""
    column = column_of(model.model_fields[field])
    aliases = column.aliases if isinstance(column, ChoiceColumn) else ()
    return [name for value in values for name in (value, *(other for other, meant in aliases if meant == value))]


def _one_of(names: Sequence[str], parts: Iterator[str]) -> str:
    """The criterion that a cell holds one of the names; each list of several lies in a direction of its own."""
    quoted = [f'"{name}"' for name in names]
    return quoted[0] if len(quoted) == 1 else f"{{{next(parts).join(quoted)}}}"


def _equity(places: Places, column: str, result: int, equity: int) -> str:
    """Add the year's result and direct adjustments to the opening balance: last year's, or the typed one."""
    is_last = column == LAST_YEAR
    opening = _sum(places, (EQUITY_LINE,), _OPENING, natural=True) if is_last else f"{LAST_YEAR}{equity}"
    years, changes = area(places, DirectAdjustment, "year"), area(places, DirectAdjustment, "amount")
    year = f"{field_cell(places, Association, 'year')}{'-1' if is_last else ''}"
    adjusted = f"{_unit(places, DirectAdjustment)}*SUMIFS({changes},{years},{year})"
    return f"{opening}+{column}{result}+{adjusted}+{_taken_over(places, _SHIFTS[column])}"


def _taken_over(places: Places, shift: int) -> str:
    """Add what was taken over in a year, assets less debts: the rows that say so are booked on equity together."""
    sums = (
        f"{_unit(places, model)}*({''.join(_terms(places, model, {EQUITY_LINE: 1}, shift)).removeprefix('+')})"
        for model in places
        if any(each.on == EQUITY_LINE for each in model.booked_together)
    )
    return "+".join(sums) or "0"


def _unit(places: Places, model: type[Row]) -> str:
    """What an amount of a tab is multiplied with to be kronor: the tab's unit stands above its heads."""
    tab, _, _ = places[model]
    row, column = UNIT_CELL
    return f"IF('{tab}'!${get_column_letter(column)}${row}=\"{THOUSANDS}\",1000,1)"
