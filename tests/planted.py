"""How well wrong workbooks are told of: single errors of many kinds, planted at random in the four inputs.

Run by hand: ``script/planted [errors] [seed] [input ...]``. An error is planted in the cells, as somebody's fingers
would, and all rules run. Each is told with its cell as the first cause, with its cell and cause, with its cell, told,
or silent: by what is said that was not said of the input as it is. ``--list`` prints each. The small underlag of the
tests is one more input, ``small``. ``test_planted`` runs a small sample.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from small_underlag import INCOME, Values, small
from straight import grids as as_grids

from generator.causes.cells import Cell, sheet
from generator.findings.finding import Finding, Severity
from generator.findings.message import message, severity_of
from generator.ground.source import Source
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.model.columns import AmountColumn, Column
from generator.model.rows import Row, column_of
from generator.model.underlag import make_underlag
from generator.model.values import NeverCalculated, RawCell, RawValue
from generator.pipeline import Examination, examine_loaded
from generator.subjects.goals.rows import Goal
from generator.subjects.insatser.rows import Insats
from generator.subjects.members.rows import Member
from generator.subjects.overview.rows import VALUES, KeyFigure
from generator.subjects.participants.rows import Participants
from generator.subjects.registry import all_tabs, component_names
from generator.workbook.grid import Grid
from generator.workbook.load import Loaded
from generator.workbook.opening import open_grids
from generator.workbook.read import read_tabs

INPUTS = Path(__file__).parent.parent / "inputs"
SMALL = "small"
SEED, ERRORS = 2021, 40
VERDICTS = ("first", "cell and cause", "cell", "told", "silent")

Changes = Mapping[Source, RawValue | None]
"""What stands in some cells after the error; None where nothing does."""


@dataclass(frozen=True)
class Error:
    """A planted error: the kind, the cell that a person would look for, what stands there now, and what should."""

    kind: str
    place: Source
    changes: Changes
    right: Decimal | None = None


@dataclass(frozen=True)
class Workbook:
    """An input as it is: its cells, what was read of them, and what the rules say."""

    path: Path
    grids: tuple[Grid, ...]
    examination: Examination

    @property
    def cells(self) -> list[Cell]:
        """The filled cells for amounts that are not nil."""
        assert self.examination.underlag is not None
        return [
            cell
            for cell in sheet(self.examination.underlag).cells.values()
            if cell.typed and cell.source.column and isinstance(column_of_cell(cell), AmountColumn)
        ]


def column_of_cell(cell: Cell) -> Column:
    return column_of(cell.model.model_fields[cell.attribute])


@cache
def workbook(name: str) -> Workbook:
    path = INPUTS / name / "underlag.xlsx"
    grids = as_grids(all_tabs(), with_members()) if name == SMALL else open_grids(path.read_bytes())
    return Workbook(path, grids, examined(path, grids))


def with_members() -> Values:
    """The small underlag, with its income as members' contributions, each with a budget where budgets stand."""
    values = small()
    income = {"line": INCOME, "note_row": "Övrigt", "activity": "Finansiering"}
    values[IncomeOrCost][0] = income | {"this_year": Decimal("0.50"), "last_year": Decimal("0.10")}
    shares = {"Staten": ("staten", 50), "Regionen": ("region", 25), "Ån": ("kommun", 15), "Berget": ("kommun", 10)}
    values[Member] = [
        {"name": name, "category": kind, "this_year": Decimal(20 * part), "last_year": Decimal(19 * part)}
        | {"activity": "Finansiering"}
        for name, (kind, part) in shares.items()
    ]
    values[IncomeOrCost] += [
        income | {"note_row": name, "budget": Decimal(20 * part)} for name, (_, part) in shares.items()
    ]
    return values


def examined(path: Path, grids: Sequence[Grid]) -> Examination:
    """Examine what stands in the cells of a workbook."""
    tabs = all_tabs()
    sections, findings = read_tabs(grids, tabs)
    underlag, problems = make_underlag(sections, tabs, component_names())
    known = {finding.values["tab"] for finding in findings if finding.code == "tab_missing"}
    problems = [each for each in problems if each.code != "tab_missing" or each.values["tab"] not in known]
    return examine_loaded(Loaded(path, underlag, (*findings, *problems)))


def planted(grids: Sequence[Grid], changes: Changes) -> tuple[Grid, ...]:
    """The cells with the error in them."""
    return tuple(replace(grid, rows=_changed(grid, changes)) for grid in grids)


def _changed(grid: Grid, changes: Changes) -> dict[int, dict[int, RawCell]]:
    rows = {number: dict(row) for number, row in grid.rows.items()}
    for place, value in changes.items():
        if place.tab != grid.name:
            continue
        row = rows.setdefault(place.row, {})
        if value is None:
            row.pop(place.column, None)
        else:
            row[place.column] = RawCell(value, grid.source(place.row, place.column))
    return {number: row for number, row in sorted(rows.items()) if row}


def _raw(book: Workbook, place: Source) -> Mapping[int, RawCell]:
    return next(grid.rows.get(place.row, {}) for grid in book.grids if grid.name == place.tab)


def _value(book: Workbook, place: Source) -> RawValue | None:
    cell = _raw(book, place).get(place.column)
    return cell.value if cell else None


# Errors in one amount ------------------------------------------------------------------------------------------------

Slip = Callable[[Decimal, random.Random], Decimal | None]


def swapped(amount: Decimal, dice: random.Random) -> Decimal | None:
    digits = str(abs(int(amount)))
    places = [place for place in range(len(digits) - 1) if digits[place] != digits[place + 1]]
    if not places or amount != int(amount):
        return None
    place = dice.choice(places)
    other = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    return Decimal(other).copy_sign(amount)


def one_digit(amount: Decimal, dice: random.Random) -> Decimal | None:
    digits = f"{abs(amount):f}"
    place = dice.choice([place for place, digit in enumerate(digits) if digit.isdigit()])
    other = dice.choice([digit for digit in "0123456789" if digit != digits[place]])
    return Decimal(digits[:place] + other + digits[place + 1 :]).copy_sign(amount)


def digit_lost(amount: Decimal, dice: random.Random) -> Decimal | None:
    digits = str(abs(int(amount)))
    if len(digits) < 3 or amount != int(amount):
        return None
    place = dice.randrange(len(digits))
    return Decimal(digits[:place] + digits[place + 1 :]).copy_sign(amount)


SLIPS: Mapping[str, Slip] = {
    "två siffror omkastade": swapped,
    "fel tecken": lambda amount, _: -amount,
    "tio gånger": lambda amount, dice: (amount * dice.choice((Decimal(10), Decimal("0.1")))).quantize(Decimal("0.01")),
    "kommat fel": lambda amount, _: (amount / 100).quantize(Decimal("0.01")),
    "tusental": lambda amount, dice: (amount * dice.choice((Decimal(1000), Decimal("0.001")))).quantize(
        Decimal("0.01")
    ),
    "en siffra fel": one_digit,
    "en siffra borta": digit_lost,
}


def slips(book: Workbook, dice: random.Random) -> Iterator[Error]:
    """One amount is another."""
    cell = dice.choice(book.cells)
    unit = cell.entry.unit
    for kind, slip in SLIPS.items():
        amount = slip(cell.typed / unit, dice)
        if amount is not None and abs(amount * unit - cell.typed) >= max(Decimal(1), unit):
            yield Error(kind, cell.source, {cell.source: amount}, cell.typed)


def cleared(book: Workbook, dice: random.Random) -> Iterator[Error]:
    cell = dice.choice(book.cells)
    yield Error("beloppet borta", cell.source, {cell.source: None}, cell.typed)


def text_in_number(book: Workbook, dice: random.Random) -> Iterator[Error]:
    cell = dice.choice(book.cells)
    text = dice.choice(("ca {}", "{} ?", "{}O", "se bilaga", "{} el. mer"))
    yield Error("text i tal", cell.source, {cell.source: text.format(_value(book, cell.source))}, cell.typed)


def stale_formula(book: Workbook, dice: random.Random) -> Iterator[Error]:
    cell = dice.choice(book.cells)
    yield Error("formel utan värde", cell.source, {cell.source: NeverCalculated("=SUM(A1:A2)")}, cell.typed)


# Errors of place -----------------------------------------------------------------------------------------------------


def neighbour(book: Workbook, dice: random.Random) -> Iterator[Error]:
    """The amount of the row above stands here too, or the two have changed places."""
    assert book.examination.underlag is not None
    typed = sheet(book.examination.underlag)
    cell = dice.choice(book.cells)
    for other in typed.beside(cell):
        if other.typed and other.typed != cell.typed:
            here, there = _value(book, cell.source), _value(book, other.source)
            yield Error("grannradens belopp", cell.source, {cell.source: there}, cell.typed)
            yield Error("två rader omkastade", cell.source, {cell.source: there, other.source: here}, cell.typed)


def other_year(book: Workbook, dice: random.Random) -> Iterator[Error]:
    """Last year's amount stands in this year's column, the two have changed places, or the change is typed."""
    cell = dice.choice([each for each in book.cells if any(each.years.values())])
    source, amount = next((source, amount) for source, amount in cell.years.items() if amount)
    if amount == cell.typed:
        return
    here, there = _value(book, cell.source), _value(book, source)
    yield Error("annat års belopp", cell.source, {cell.source: there}, cell.typed)
    yield Error("åren omkastade", cell.source, {cell.source: there, source: here}, cell.typed)
    if source.column > cell.source.column:
        change = (cell.typed - amount) / cell.entry.unit
        yield Error("förändringen i stället", cell.source, {cell.source: change}, cell.typed)


def other_column(book: Workbook, dice: random.Random) -> Iterator[Error]:
    """The amount stands in the column beside its own, where nothing stood."""
    cell = dice.choice(book.cells)
    for step in (1, -1):
        beside = replace(cell.source, column=cell.source.column + step, text="")
        if _value(book, beside) is None and any(beside.column in row for row in _grid(book, cell.source).rows.values()):
            yield Error("fel kolumn", cell.source, {cell.source: None, beside: _value(book, cell.source)}, cell.typed)


def _grid(book: Workbook, place: Source) -> Grid:
    return next(grid for grid in book.grids if grid.name == place.tab)


# Errors of rows ------------------------------------------------------------------------------------------------------


def rows(book: Workbook, dice: random.Random) -> Iterator[Error]:
    """A row of amounts is gone, or stands twice: the rows below it move."""
    cell = dice.choice(book.cells)
    grid = _grid(book, cell.source)
    place = replace(cell.source, column=0, text="")
    gone = {replace(place, column=column): None for column in grid.rows[place.row]}
    yield Error("raden borta", place, gone, cell.typed)
    free = next((number for number in range(place.row + 1, place.row + 80) if number not in grid.rows), None)
    if free is not None:
        double = {replace(place, row=free, column=column): each.value for column, each in grid.rows[place.row].items()}
        yield Error("raden två gånger", replace(place, row=free), double, cell.typed)


def other_choice(book: Workbook, dice: random.Random) -> Iterator[Error]:
    """Another post, activity or note is chosen for a row."""
    assert book.examination.underlag is not None
    model = dice.choice((IncomeOrCost, BalanceItem))
    entries = book.examination.underlag.of(model)
    entry = dice.choice(entries)
    for field, kind in (("line", "fel post"), ("activity", "fel verksamhet"), ("note", "fel not")):
        others = sorted({str(getattr(each.row, field, "")) for each in entries} - {str(getattr(entry.row, field, ""))})
        others = [each for each in others if each]
        if getattr(entry.row, field, "") and others:
            yield Error(kind, entry.source(field), {entry.source(field): dice.choice(others)})


def contribution(book: Workbook, dice: random.Random) -> Iterator[Error]:
    """A member's contribution is another round amount."""
    cells = [cell for cell in book.cells if cell.model is Member and cell.attribute in ("this_year", "last_year")]
    if cells:
        cell = dice.choice(cells)
        step = dice.choice([Decimal(number) for number in (10000, 25000, 50000, 100000, -10000, -25000, -50000)])
        if cell.typed + step > 0:
            yield Error("annat bidrag", cell.source, {cell.source: (cell.typed + step) / cell.entry.unit}, cell.typed)


def balance(book: Workbook, dice: random.Random) -> Iterator[Error]:
    """Two digits of a balance have changed places."""
    cells = [cell for cell in book.cells if cell.model is BalanceItem]
    cell = dice.choice(cells)
    amount = swapped(cell.typed / cell.entry.unit, dice)
    if amount is not None:
        yield Error("omkastat i balansen", cell.source, {cell.source: amount}, cell.typed)


# Errors elsewhere ----------------------------------------------------------------------------------------------------


def counts(book: Workbook, dice: random.Random) -> Iterator[Error]:
    """A count of participants, of an insats or in a table, or a key figure of an older year."""
    assert book.examination.underlag is not None
    underlag = book.examination.underlag
    fields: tuple[tuple[type[Row], str, str], ...] = (
        *((Participants, field, "antal deltagare") for field in ("women", "men", "total")),
        *((Insats, field, "insatsens deltagare") for field in ("reached", "planned")),
        *((KeyFigure, field, "nyckeltal") for field in VALUES),
    )
    for model, field, kind in fields:
        filled = [entry for entry in underlag.of(model) if getattr(entry.row, field, None) not in (None, "")]
        if filled:
            place = dice.choice(filled).source(field)
            typed = str(_value(book, place)).replace("\u2212", "-")
            try:
                amount = Decimal(typed)
            except ArithmeticError:
                continue
            slip = dice.choice((swapped, one_digit, lambda number, _: number * 10))
            wrong = slip(amount, dice)
            if wrong is not None and amount:
                yield Error(kind, place, {place: wrong}, amount)


def goals(book: Workbook, dice: random.Random) -> Iterator[Error]:
    assert book.examination.underlag is not None
    filled = [entry for entry in book.examination.underlag.of(Goal) if any(map(str.isdigit, entry.row.outcome))]
    if filled:
        entry = dice.choice(filled)
        wrong = "".join(str(9 - int(each)) if each.isdigit() else each for each in entry.row.outcome)
        yield Error("utfall för mål", entry.source("outcome"), {entry.source("outcome"): wrong})


MAKERS: Sequence[Callable[[Workbook, random.Random], Iterator[Error]]] = (
    slips,
    slips,
    slips,
    cleared,
    text_in_number,
    stale_formula,
    neighbour,
    other_year,
    other_column,
    rows,
    rows,
    contribution,
    balance,
    other_choice,
    counts,
    goals,
)


def errors(book: Workbook, count: int, seed: int) -> Iterator[Error]:
    """Give ``count`` errors at random, each of a kind chosen first."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    made = 0
    while made < count:
        found = list(dice.choice(MAKERS)(book, dice))
        if found:
            made += 1
            yield dice.choice(found)


# What is told --------------------------------------------------------------------------------------------------------


def told_of(book: Workbook, error: Error) -> list[Finding]:
    """What is said of the workbook with the error that is not said of it without."""
    said = {_key(finding) for finding in book.examination.findings}
    after = examined(book.path, planted(book.grids, error.changes)).findings
    return [finding for finding in after if _key(finding) not in said]


def _key(finding: Finding) -> object:
    return finding.code, finding.place.tab, finding.place.file, finding.place.cell, severity_of(finding)


def verdict(error: Error, told: Sequence[Finding]) -> str:
    """How well an error is told."""
    if any(_is_cause(error, finding, first=True) for finding in told):
        return "first"
    if any(_is_cause(error, finding) for finding in told):
        return "cell and cause"
    if any(_names(error, finding) for finding in told):
        return "cell"
    return "told" if told else "silent"


def _is_cause(error: Error, finding: Finding, *, first: bool = False) -> bool:
    """Whether a finding is of the cell itself, or has it as its ``first`` cause, or as one of a few."""
    named = [cause for cause in finding.causes[: 1 if first else None] if cause.name]
    if any(_same(error, cause.places[0]) or _same(error, cause.places[-1]) for cause in named):
        return True
    return _same(error, finding.place) and len({_row(place) for place in finding.subjects}) <= 2


def _names(error: Error, finding: Finding) -> bool:
    said = [*finding.subjects[:8], *(place for cause in finding.causes for place in cause.places)]
    each = message(finding)
    words = f"{each.what} {each.remedy}"
    return any(_same(error, place) for place in said) or (bool(error.place.column) and error.place.cell in words)


def _row(place: Source) -> object:
    return place.tab, place.row


def _same(error: Error, place: Source) -> bool:
    """Whether a place is the cell or one of those that were changed, or the row where a whole row is wrong."""
    if not error.place.column or not place.column or error.kind in _OF_ROWS:
        return _row(place) == _row(error.place) and bool(place.row)
    return any((place.tab, place.row, place.column) == (each.tab, each.row, each.column) for each in error.changes)


_OF_ROWS = {"fel post", "fel verksamhet", "fel not"}
"""Errors in a word of a row, which its amounts may show."""


def main(words: Sequence[str]) -> None:
    """Print how many of each kind are told, for each input and of all."""
    numbers = [int(word) for word in words if word.isdecimal()]
    count, seed = numbers[0] if numbers else ERRORS, numbers[1] if len(numbers) > 1 else SEED
    every_input = [*sorted(each.name for each in INPUTS.iterdir()), SMALL]
    names = [word for word in words if word in every_input] or every_input
    every: list[tuple[str, str]] = []
    for name in names:
        book, results = workbook(name), []
        for error in errors(book, count, seed):
            told = told_of(book, error)
            results.append((error.kind, verdict(error, told)))
            if "--list" in words:
                _list(error, told)
        print(f"{name}: {_share(results)}")  # noqa: T201 - run by hand
        every += results
    for kind in sorted({kind for kind, _ in every}):
        print(f"  {kind:24} {_share([each for each in every if each[0] == kind])}")  # noqa: T201
    print(f"alla: {_share(every)}")  # noqa: T201


def _list(error: Error, told: Sequence[Finding]) -> None:
    value = next(iter(error.changes.values()))
    print(f"- {verdict(error, told)}: {error.kind}, {error.place}: {error.right} blev {value!s:.30}")  # noqa: T201
    for finding in told:
        if severity_of(finding) >= Severity.NOTE:
            each = message(finding)
            print(f"    {each.severity.word} {each.place}: {each.what[:150]}")  # noqa: T201
            for cause in each.causes:
                print(f"        {cause[:170]}")  # noqa: T201


def _share(results: Sequence[tuple[str, str]]) -> str:
    counts_of = Counter(what for _, what in results)
    told = counts_of.total() - counts_of["silent"]
    first = counts_of["first"]
    caused = first + counts_of["cell and cause"]
    named = caused + counts_of["cell"]
    return (
        f"{told} av {counts_of.total()} sagda, {named} med cell, {caused} med cell och orsak, {first} som första orsak"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
