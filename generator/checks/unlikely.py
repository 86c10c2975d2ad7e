"""Rows that break no sum and are yet unlikely: an odd post in a note, a comma or two rows astray.

Each says only what the row's own other amounts, or the rows beside it, speak for; what a sum shows is told there.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.blocks.case import Case
from generator.causes.cells import Cell, Sheet, sheet
from generator.causes.likeness import unlikeness
from generator.checks.messages_unlikely import (
    CASH_GONE,
    DEPRECIATION_LEFT_OUT,
    EQUAL_AMOUNTS,
    JUST_TIMES,
    OTHER_POST_IN_NOTE,
    OTHER_SIGN,
    ROWS_EXCHANGED,
    TIMES_TOO_LARGE,
)
from generator.checks.plausible_amounts import is_correction
from generator.checks.units import columns_in_other_unit
from generator.figures.derivation import Derivation
from generator.figures.figure import FigureId
from generator.figures.measures import shown_suffixes
from generator.findings.finding import Finding, Severity
from generator.ground.formatting import enumerated, kronor
from generator.ground.source import Source
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.model.association import ReportState
from generator.model.fact import Fact
from generator.model.rows import Entry, Row
from generator.model.typed_number import share_of
from generator.statements.balance_sheet import FIXED_ASSETS
from generator.statements.cash_flow import LIQUID
from generator.statements.income_statement import DEPRECIATION
from generator.statements.lines import LINES, code_of

_TIMES = {Decimal(10): "tio gånger", Decimal(100): "hundra gånger", Decimal(1000): "tusen gånger"}
_ABOUT = {Decimal(10): Decimal("1.15"), Decimal(100): Decimal("1.3"), Decimal(1000): Decimal(2)}
"""How far from the power of ten an amount may be: tenfold changes happen, a hundredfold hardly."""
_ALONE, _NO_SMALL = Decimal("1.5"), 50_000
"""How far from a thousand times one other amount may be, and how large it is: a small one may well grow so."""
_JUST, _DIGITS_OF_JUST = Decimal("1.001"), 3
_ALIKE = Decimal("1.5")
"""How far from each other a row's other amounts may be that one is held against."""
_UNLIKE = Decimal("2.5")
_LEAST = 3
"""Rows of a note from which one may differ."""
_WEARING = tuple(line for line in FIXED_ASSETS.lines if line.code != "financial_fixed_assets")
_DIGITS_OF_CHANCE = 5
"""Two amounts of so many digits that are not nought are not equal by chance."""


def notes_are_of_one_post(case: Case) -> Iterator[Finding]:
    """In a note whose rows all have one post but one, that one is asked about."""
    for model in (IncomeOrCost, BalanceItem):
        notes: dict[str, list[tuple[str, Entry[Row]]]] = {}
        for entry in case.underlag.of(model):
            note, line = (str(getattr(entry.row, field)) for field in ("note", "line"))
            if note:
                notes.setdefault(note, []).append((line, entry))
        for note, rows in notes.items():
            lines = Counter(line for line, _ in rows)
            usual, count = lines.most_common(1)[0]
            if len(lines) == 2 and count == len(rows) - 1 >= _LEAST - 1:  # noqa: PLR2004 - the usual and one other
                line, odd = next((line, entry) for line, entry in rows if line != usual)
                values = {
                    "name": sheet(case.underlag).name_of(odd) or "Raden",
                    "line": line,
                    "note": note,
                    "usual": usual,
                }
                yield OTHER_POST_IN_NOTE.found(odd.source("line"), odd.source("note"), **values)


def amounts_are_of_one_size(case: Case) -> Iterator[Finding]:
    """No amount is ten, a hundred or a thousand times the others of its row, which are like each other.

    Of a number that is no amount the others are the same number of other years: the per cents of an answer are unlike.
    """
    told = {cell for unit in columns_in_other_unit(case) for cell in unit.cells}
    for cell in sheet(case.underlag).cells.values():
        if cell.source in told:
            continue
        beside = cell.others.items() if cell.is_amount else ()
        others = {
            source: _measured(cell, each)
            for source, each in (*cell.years.items(), *beside)
            if each and source not in told
        }
        if not (cell.typed and others and (cell.is_amount or cell.is_yearly)):
            continue
        typed = _measured(cell, cell.typed)
        times, is_just = _times(typed, list(others.values()))
        if times:
            values = {
                "name": cell.name,
                "found": cell.told(typed),
                "times": _TIMES[max(times, 1 / times)],
                "size": "större än" if times > 1 else "mindre än",
                "others": enumerated([cell.told(each) for each in dict.fromkeys(others.values())]),
                "column": cell.column,
            }
            yield (JUST_TIMES if is_just else TIMES_TOO_LARGE).found(cell.source, *others, **values)


def _measured(cell: Cell, number: Decimal) -> Decimal:
    """A number as the row has it: where per cents are expected ``12,5 %`` is the 12,5 that others are typed as."""
    return share_of(number) * 100 if cell.entry.row.expects_per_cent(cell.attribute) else number


_TOLD_ELSEWHERE = ("this_year", "last_year")
"""The columns whose signs the statements tell of."""


def amounts_have_the_sign_of_their_row(case: Case) -> Iterator[Finding]:
    """A budget or an older year has no minus where all other amounts of the row are without, but in a correction."""
    for (model, field), column in sheet(case.underlag).columns.items():
        if model is not IncomeOrCost or field in _TOLD_ELSEWHERE:
            continue
        for cell in column:
            others = [each for each in (*cell.years.values(), *cell.others.values()) if each]
            if cell.typed < 0 and len(others) > 1 and min(others) > 0 and not is_correction(cell.name):
                values = {
                    "name": cell.name,
                    "found": kronor(cell.typed),
                    "column": cell.column,
                    "others": enumerated([kronor(each) for each in dict.fromkeys(others)]),
                }
                yield OTHER_SIGN.found(cell.source, **values)


def _times(amount: Decimal, others: list[Decimal]) -> tuple[Decimal, bool]:
    """The power of ten by which an amount is larger than all others (smaller: below one), and whether it is just that.

    One other alone must be just that times; several must be alike. Nought where it is not so.
    """
    if any((amount > 0) is not (other > 0) for other in others):
        return Decimal(0), False
    sizes = [abs(other) for other in others]
    if len(sizes) == 1 and _may_be_thousands(abs(amount), sizes[0]):
        times = Decimal(1000) if abs(amount) > sizes[0] else Decimal("0.001")
        return times, abs(amount) == sizes[0] * times
    for times in (each for size in _TIMES for each in (size, 1 / size)):
        ratios = [abs(amount) / (size * times) for size in sizes]
        off = max(max(ratio, 1 / ratio) for ratio in ratios)
        if off < _JUST and _digits(amount) >= _DIGITS_OF_JUST:
            return times, True
        if len(sizes) > 1 and off < _ABOUT[max(times, 1 / times)] and max(sizes) / min(sizes) < _ALIKE:
            return times, False
    return Decimal(0), False


def _may_be_thousands(one: Decimal, other: Decimal) -> bool:
    """Whether of two amounts one is about a thousand times the other, and no small one that grew."""
    small, large = sorted((one, other))
    return large >= _NO_SMALL and 1 / _ALONE < large / (1000 * small) < _ALONE


def _digits(amount: Decimal) -> int:
    """How many digits an amount has before its last noughts."""
    return len(str(abs(amount)).replace(".", "").strip("0"))


def rows_have_their_own_amounts(case: Case) -> Iterator[Finding]:
    """Two rows below each other have not each other's amounts, and not one amount of many digits both."""
    typed, exchanged = sheet(case.underlag), set[object]()
    for column in typed.columns.values():
        for one, other in pairwise(column):
            if not (one.typed and other.typed and one.is_amount):
                continue
            values = {"name": one.name, "other": other.name, "found": kronor(one.typed), "column": one.column}
            if one.typed == other.typed:
                if _digits(one.typed) >= _DIGITS_OF_CHANCE and not _equal_elsewhere(one, other, typed):
                    yield EQUAL_AMOUNTS.found(other.source, one.source, **values)
            elif _fit_exchanged(one, other) and (one.model, one.number) not in exchanged:
                exchanged.add((one.model, one.number))  # what fits in one year fits in the other: it is told once
                yield ROWS_EXCHANGED.found(one.source, other.source, **values, swap=kronor(other.typed))


def _equal_elsewhere(one: Cell, other: Cell, typed: Sheet) -> bool:
    """Whether the two rows have one amount in another column too: then it is no slip."""
    pairs = zip(typed.row(one), typed.row(other), strict=True)
    return any(first.typed and first.typed == second.typed for first, second in pairs)


def _fit_exchanged(one: Cell, other: Cell) -> bool:
    """Whether both amounts are unlike those of their rows, and each is like those of the other row."""
    if not (one.likes and other.likes):
        return False
    now = min(unlikeness(one.typed, one), unlikeness(other.typed, other))
    then = max(unlikeness(other.typed, one), unlikeness(one.typed, other))
    return now > _UNLIKE and then < _ALIKE


def cash_stays(case: Case) -> Iterator[Finding]:
    """There is cash at the end of every year, where there was any the year before or after."""
    derived = case.derived
    if derived is None or case.underlag.holes or not case.underlag.is_whole(BalanceItem):
        return
    year, place = derived.association.year, case.underlag.place(BalanceItem)
    days = [derived.figures[FigureId(LIQUID, each)] for each in (year - 2, year - 1, year)]
    stated = {fact.year: fact.rolled for fact in _balances(derived)}
    for now, near in ((days[2], days[1]), (days[1], days[2]), (days[1], days[0])):
        if not now.amount and near.amount and now.key.year in stated:
            values = {"day": now.period, "amount": near.amount, "before": near.period}
            waits = stated[now.key.year] and case.state is ReportState.IN_PROGRESS
            finding = CASH_GONE.found(Source(place.order, place.tab), **values)
            yield finding.graded(Severity.REMAINING if waits else None)
            return


def _balances(derived: Derivation) -> list[Fact]:
    """The amounts of balances, those last that are typed as they are, and not as their changes."""
    found = [fact for fact in derived.facts.amounts if not fact.line.is_flow and fact.amount]
    return sorted(found, key=lambda fact: not fact.rolled)


def depreciation_goes_on(case: Case) -> Iterator[Finding]:
    """What was depreciated last year and is in the budget is depreciated this year, while there is anything left of it.

    Asked once the year's other costs are there.
    """
    derived = case.derived
    if derived is None or case.underlag.holes:
        return
    year = derived.association.year
    last, now, costs = (
        _amount(derived, code, each)
        for code, each in ((DEPRECIATION, year - 1), (DEPRECIATION, year), (code_of(LINES["operating_costs"]), year))
    )
    budget = _amount(derived, DEPRECIATION, year, shown_suffixes(derived.association)[0])
    left = sum((_amount(derived, code_of(line), year) for line in _WEARING), start=Decimal(0))
    if last and budget and costs and left > 0 and not now:
        own = derived.facts.on(LINES["depreciation"])
        cells = dict.fromkeys(fact.source for fact in own if fact.amount and fact.year >= year - 1)
        values = {"last": last, "before": year - 1, "budget": budget, "left": left, "year": year}
        yield DEPRECIATION_LEFT_OUT.found(*cells, **values)


def _amount(derived: Derivation, code: str, year: int, suffix: str = "") -> Decimal:
    figure = derived.figures.get(FigureId(code, year, suffix))
    return figure.amount if figure and isinstance(figure.value, Decimal) else Decimal(0)
