"""How many wrong figures are found: single typed figures of SOFINT 2020 are changed at random and the rules run again.

Run by hand, with or without a number of changes: ``script/mutations 500``. The same seed gives the same changes. A
change counts as found when a warning or an error stands where none stood before, or one of another rule; what is only
noted is counted apart. ``test_mutations`` runs a small sample.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from test_sofint_as_printed import as_printed

from generator.blocks.block import tables_of
from generator.blocks.case import Case
from generator.figures.derivation import derive_all
from generator.findings.finding import Severity
from generator.findings.message import severity_of
from generator.ground.source import Source
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.registers import OutlineBlock
from generator.model.rows import Row
from generator.model.underlag import Underlag
from generator.report.outline import outline
from generator.statements.lines import BY_LABEL
from generator.subjects.control.rows import ControlAmount
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.subjects.overview.rows import KeyFigure
from generator.subjects.registry import all_components, all_declarations, all_rules, names_of

SEED, CHANGES = 2020, 500

TYPED: Sequence[tuple[type[Row], str]] = (
    *((IncomeOrCost, field) for field in ("this_year", "last_year", "budget")),
    *((BalanceItem, field) for field in ("this_year", "last_year")),
    (OpeningBalance, "amount"),
    *((InsatsCost, field) for field in ("reported", "budget")),
    (Insats, "budget"),
    *((KeyFigure, field) for field in ("third_year", "fourth_year", "fifth_year")),
)
YEARS = {"this_year": "i år", "last_year": "i fjol", "budget": "budget"}
PLACES = {
    OpeningBalance: "ingående balans",
    InsatsCost: "insatsens redovisning",
    Insats: "insatsens budget",
    KeyFigure: "flerårsöversikt, äldre år",
}


@dataclass(frozen=True)
class Cell:
    """A filled cell of amounts: the model, which of its rows, and the field."""

    model: type[Row]
    number: int
    field: str
    kind: str
    amount: Decimal


def cells(underlag: Underlag) -> list[Cell]:
    """Every typed amount that is not nil."""
    return [
        Cell(model, number, field, _kind(model, entry.row, field), amount)
        for model, field in TYPED
        for number, entry in enumerate(underlag.of(model))
        if (amount := getattr(entry.row, field, None))
    ]


def _kind(model: type[Row], row: Row, field: str) -> str:
    if model not in {IncomeOrCost, BalanceItem}:
        return PLACES[model]
    return f"{BY_LABEL[getattr(row, 'line')].kind.value} {YEARS[field]}"  # noqa: B009 - of one of two models


def _one_digit(amount: Decimal, dice: random.Random) -> Decimal:
    digits = str(abs(amount))
    places = [index for index, digit in enumerate(digits) if digit.isdigit()]
    place = dice.choice(places)
    other = dice.choice([digit for digit in "0123456789" if digit != digits[place]])
    return Decimal(f"{digits[:place]}{other}{digits[place + 1 :]}").copy_sign(amount)


def _two_swapped(amount: Decimal, dice: random.Random) -> Decimal:
    digits = str(abs(amount))
    pairs = [i for i in range(len(digits) - 1) if digits[i : i + 2].isdigit() and digits[i] != digits[i + 1]]
    if not pairs:
        return amount * 10
    place = dice.choice(pairs)
    return Decimal(f"{digits[:place]}{digits[place + 1]}{digits[place]}{digits[place + 2 :]}").copy_sign(amount)


SLIPS: Sequence[Callable[[Decimal, random.Random], Decimal]] = (
    _one_digit,
    _two_swapped,
    lambda amount, _: amount * 10,
    lambda amount, _: (amount / 10).quantize(Decimal("0.01")),
    lambda amount, _: -amount,
    lambda amount, dice: amount + dice.choice((-100, -10, 10, 100, 1000)),
)
"""How fingers slip: a wrong digit, two swapped, a nought too many or too few, the sign, a rounded difference."""


def changed(underlag: Underlag, cell: Cell, amount: Decimal) -> Underlag:
    """The underlag with another amount in one cell."""
    entries = list(underlag.of(cell.model))
    entry = entries[cell.number]
    entries[cell.number] = replace(entry, row=entry.row.model_copy(update={cell.field: amount}))
    return replace(underlag, entries={**underlag.entries, cell.model: tuple(entries)})


Told = dict[tuple[str, tuple[Source, ...]], Severity]


def told(underlag: Underlag) -> Told:
    """What the rules say of an underlag, by rule and places."""
    derived = derive_all(underlag, all_declarations)
    assert derived is not None
    tables = tuple(tables_of(outline(derived, underlag.rows(OutlineBlock))))
    case = Case(underlag, derived, Path(), tables=tables, names=names_of(derived, tables), components=all_components())
    found = (finding for rule in all_rules() for finding in rule(case))
    return {(finding.code, _places(finding.subjects)): severity_of(finding) for finding in found}


def _places(subjects: Sequence[Source]) -> tuple[Source, ...]:
    return tuple(replace(source, text="") for source in subjects)


def verdict(before: Told, after: Told) -> str:
    """Whether a change was found, only noted, or not seen at all."""
    new = [severity for key, severity in after.items() if key not in before]
    if any(severity >= Severity.WARNING for severity in new):
        return "found"
    return "noted" if new else "unseen"


def without_control_amounts(underlag: Underlag) -> Underlag:
    return replace(underlag, entries={**underlag.entries, ControlAmount: ()})


def slips(underlag: Underlag, changes: int, seed: int = SEED) -> Iterator[tuple[Cell, Decimal]]:
    """Give ``changes`` cells of an underlag at random, each with another amount to put there."""
    dice, every = random.Random(seed), cells(underlag)  # noqa: S311 - no secret
    for _ in range(changes):
        cell = dice.choice(every)
        amount = dice.choice(SLIPS)(cell.amount, dice)
        while not _is_seen_in_print(cell, amount):
            amount = dice.choice(SLIPS)(cell.amount, dice)
        yield cell, amount


def study(underlag: Underlag, made: Iterable[tuple[Cell, Decimal]]) -> Iterator[tuple[Cell, Decimal, str]]:
    """Make the slips one at a time, and give what was said of each."""
    before = told(underlag)
    for cell, amount in made:
        yield cell, amount, verdict(before, told(changed(underlag, cell, amount)))


def _is_seen_in_print(cell: Cell, amount: Decimal) -> bool:
    """Whether a change is of a krona at least: of less, an amount printed in whole kronor says nothing."""
    return amount != cell.amount and (cell.model is KeyFigure or abs(amount - cell.amount) >= 1)


def main(changes: int) -> None:
    """Print the share of changes that are found, for each kind of cell."""
    with TemporaryDirectory() as folder:
        underlag = as_printed(Path(folder), whole=False).underlag
    assert underlag is not None
    for title, judged in (("Utan kontrollbelopp", without_control_amounts(underlag)), ("Med kontrollbelopp", underlag)):
        results = list(study(judged, slips(judged, changes)))
        print(f"\n{title}: {changes} ändringar, {_share(results)}")  # noqa: T201 - run by hand
        for kind in sorted({cell.kind for cell, _, _ in results}):
            print(f"  {kind:28} {_share([each for each in results if each[0].kind == kind])}")  # noqa: T201
        for cell, amount, what in results:
            if what != "found" and title.startswith("Med"):
                print(f"    {what}: {cell.kind}, rad {cell.number}: {cell.amount} blev {amount}")  # noqa: T201


def _share(results: Sequence[tuple[Cell, Decimal, str]]) -> str:
    counts = Counter(what for _, _, what in results)
    return f"{counts['found']} av {counts.total()} hittade, {counts['noted']} noterade, {counts['unseen']} osedda"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CHANGES)
