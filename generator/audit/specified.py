"""*Specifikationer*: what each line of the balance sheet consists of, account by account or row by row.

The law asks for a specification of the items that are put together (4 kap. 6 § LKBR); it is kept with the accounts and
is no part of the report that is published.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit.expressions import Expression, nil, total
from generator.audit.matter import Matter, place_text
from generator.audit.reconciled import SUM, Reconciled
from generator.audit.typed import AMOUNT, TypedRows
from generator.ledger.became import Use
from generator.model.fact import Fact, Measure
from generator.statements.lines import BALANCE_LINES, code_of
from generator.statements.statement import Line
from generator.workbook.sheets import EMPTY, Cell, Column, Kind, Sheet, Standing

NAME = "Specifikationer"
LAW = "4 kap. 6 § LKBR"
_AMOUNT, _BEFORE = "F", "G"


def specified(matter: Matter, typed: TypedRows, reconciled: Reconciled) -> Sheet:
    """Specify the lines of the balance sheet that have any row."""
    sheet = Sheet(
        NAME,
        f"Specifikationer till balansräkningen ({LAW})",
        (
            Column("Post", 26),
            Column("Delpost", 16),
            Column("Not och notrad", 30),
            Column("Konto eller uppgift", 36),
            Column("Källa", 12),
            Column(f"Utgående balans {matter.year}", 18, Kind.KRONOR),
            Column(f"Utgående balans {matter.year - 1}", 18, Kind.KRONOR),
            Column("Skillnad mot Avstämning", 13, Kind.DIFFERENCE),
            Column("Stäms av mot", 24),
            Column("Flik eller fil", 18),
            Column("Cell", 10),
            Column("Kontrollerad av, den, mot", 24),
        ),
        says=(
            "Varje rad hämtar sitt belopp ur Underlag, summan är en formel, och skillnaden mot Avstämning ska vara 0.",
            (
                "Specifikationen sparas med räkenskaperna och hör inte till den rapport som publiceras. Sista kolumnen "
                "är tom för den som kontrollerar mot saldobesked, reskontra eller annat."
            ),
        ),
        if_empty="Det finns inga balansposter med belopp.",
    )
    for line in BALANCE_LINES:
        facts = [each for each in matter.derived.facts.on(line) if _is_shown(each, matter)]
        if any(each.amount for each in facts) or _compared(line, matter):
            _specify(line, facts, sheet, matter, typed, reconciled)
    return sheet


def _is_shown(fact: Fact, matter: Matter) -> bool:
    years = (matter.year, matter.year - 1)
    return fact.measure is Measure.OUTCOME and fact.year in years and not fact.part_of


def _specify(  # noqa: PLR0913, PLR0917 - what it is made of
    line: Line, facts: list[Fact], sheet: Sheet, matter: Matter, typed: TypedRows, reconciled: Reconciled
) -> None:
    sheet.heading(line.label)
    first = sheet.last_row + 1
    for pair in _together(facts):
        sheet.add(*_row(line, pair, matter, typed))
    last = sheet.last_row
    compared = "\n".join(_compared(line, matter))
    differences = []
    cells = []
    for column, year in ((_AMOUNT, matter.year), (_BEFORE, matter.year - 1)):
        value = sum((fact.amount for fact in facts if fact.year == year), Decimal(0))
        if line.code == "equity":
            summed = _balance(reconciled, line, year)
        else:
            summed = Expression(f"SUM({column}{first}:{column}{last})", value) if facts else nil()
        cells.append(summed.cell())
        held = _balance(reconciled, line, year)
        differences += [(1, Expression(f"{column}{last + 1}", summed.value)), (-1, held)]
    sheet.add(
        Cell(f"Summa {line.label}"),
        EMPTY,
        EMPTY,
        Cell("Från ingående till utgående: se Avstämning" if line.code == "equity" else ""),
        EMPTY,
        *cells,
        total(differences).difference(),
        Cell(compared),
        standing=Standing.TOTAL,
    )


def _balance(reconciled: Reconciled, line: Line, year: int) -> Expression:
    """The line's balance, where *Avstämning* has it."""
    row = reconciled.rows.get((code_of(line), year))
    if row is None:
        return nil()
    held = reconciled.at(code_of(line), year)
    return Expression(reconciled.sheet.at(SUM, row), held.value)


def _together(facts: list[Fact]) -> Iterator[list[Fact]]:
    """The amounts of both years that stand in one row of the underlag."""
    rows: dict[object, list[Fact]] = {}
    for fact in facts:
        rows.setdefault((fact.row_of, fact.row, fact.sub_item), []).append(fact)
    yield from rows.values()


def _row(line: Line, facts: list[Fact], matter: Matter, typed: TypedRows) -> Iterator[Cell]:
    fact = facts[0]
    note = next((each for each in matter.derived.notes if each.note.key == fact.note), None)
    booked = matter.is_booked(fact)
    yield Cell(line.label)
    yield Cell(str(fact.sub_item))
    yield Cell(" · ".join(filter(None, (f"Not {note.number}" if note else "", str(fact.row)))))
    yield Cell(fact.source.text if booked else str(fact.row or fact.sub_item or line.label))
    yield Cell("huvudboken" if booked else "inskrivet")
    for year in (matter.year, matter.year - 1):
        own = [each for each in facts if each.year == year]
        words = "+".join(typed.sheet.at(AMOUNT, typed.rows[each]) for each in own)
        yield Cell(sum((each.amount for each in own), Decimal(0)), f"={words}") if own else EMPTY
    yield EMPTY
    yield EMPTY
    yield Cell(place_text(fact.source))
    yield Cell(fact.source.cell or "–", link=matter.link(fact.source))


def _compared(line: Line, matter: Matter) -> list[str]:
    """The accounts that the chart says are compared with a line."""
    own = (each for each in matter.examination.ledger.became if each.use is Use.COMPARED and each.post == line.code)
    return [f"konto {each.part.called}" for each in own]
