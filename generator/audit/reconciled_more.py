"""The rest of *Avstämning*: the notes, what hangs together between the statements, last year's, and control amounts."""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit.expressions import Expression
from generator.audit.reconciled import Reconciled
from generator.audit.reconciled_columns import shown_of
from generator.edition.schema import Edition, State
from generator.figures.figure import FigureId
from generator.figures.rounding import tolerance
from generator.ground.word_notes import without_notes
from generator.statements.balance_sheet import (
    ADJUSTMENTS,
    BALANCE_DIFFERENCE,
    CLAIMS,
    EQUITY,
    TAKEN_OVER_EQUITY,
    TOTAL_ASSETS,
)
from generator.statements.cash_flow import CLOSING_CASH
from generator.statements.income_statement import NET_RESULT
from generator.statements.lines import BALANCE_LINES, code_of
from generator.subjects.members.figures import TOTAL as ALL_CONTRIBUTIONS
from generator.subjects.operating_statement.figures import CONTRIBUTIONS
from generator.subjects.operating_statement.figures import RESULT as OPERATING_RESULT
from generator.workbook.sheets import EMPTY, Cell


def notes(reconciled: Reconciled) -> None:
    """Add each note's sum as the report shows it, against the rows that stand in it."""
    matter = reconciled.matter
    shown = [note for note in matter.derived.notes if note.rows]
    if shown:
        reconciled.sheet.heading("Noterna")
    for note in shown:
        for year in (matter.year, matter.year - 1):
            key = FigureId(note.code, year)
            if key not in matter.figures:
                continue
            number = reconciled.next_row()
            summed = reconciled.sums.of_note(note, year, f"$B{number}")
            posts = ", ".join(line.label for line in note.lines)
            cells = [
                Cell(f"Not {note.number} {without_notes(str(note.title))}"),
                Cell(Decimal(year)),
                Cell(str(note.number)),
                *shown_of(matter.printed_in(note.code, key), number, summed),
                *(EMPTY,) * 6,
                Cell(f"Specificerar {posts}" if posts else ""),
            ]
            reconciled.add("", year, cells)


def connections(reconciled: Reconciled) -> None:
    """Add what has to be one amount in two places: the left side stands where the report's amounts do."""
    reconciled.sheet.heading("Samband mellan räkningarna (vänster sida mot höger sida, i kronor)")
    for year in reconciled.matter.derived.style().years:
        for label, left, right, why in _pairs(reconciled, year):
            _pair(reconciled, label, year, left, right, why)


def _pairs(reconciled: Reconciled, year: int) -> Iterator[tuple[str, Expression, Expression, str]]:
    sums = reconciled.sums
    changes = [sums.figure(code, year) for code in (ADJUSTMENTS, TAKEN_OVER_EQUITY) if sums.has_figure(code, year)]
    change = sums.figure(EQUITY, year) - sums.figure(EQUITY, year - 1)
    for each in changes:
        change -= each
    result = reconciled.at(NET_RESULT, year)
    yield "Årets resultat = förändringen av eget kapital", result, change, "Resultaträkning mot balansräkning"
    sides = reconciled.at(TOTAL_ASSETS, year), reconciled.at(CLAIMS, year)
    both = "Summa tillgångar = summa eget kapital, avsättningar och skulder"
    yield both, *sides, _explained(reconciled, sides[0].value - sides[1].value, year) or "Balansräkningens båda sidor"
    if sums.has_figure(CLOSING_CASH, year):
        cash = sums.figure(CLOSING_CASH, year), sums.liquid(year, f"$B{reconciled.next_row()}")
        why = _explained(reconciled, cash[0].value - cash[1].value, year) or "Rader med ja i Likvida medel"
        yield "Kassaflödets likvida medel = balansräkningens", *cash, why
    if sums.has_figure(OPERATING_RESULT, year):
        yield "Driftredovisningens resultat = årets resultat", sums.figure(OPERATING_RESULT, year), result, ""
    if sums.has_figure(ALL_CONTRIBUTIONS, year):
        given = sums.figure(ALL_CONTRIBUTIONS, year), sums.figure(CONTRIBUTIONS, year)
        yield "Medlemmarnas bidrag = bidragen i driftredovisningen", *given, ""
    whole = reconciled.ledger.whole(year, f"$B{reconciled.next_row()}")
    if whole is not None:
        yield "Hela huvudboken är 0", whole, Expression("0", Decimal(0)), "Alla konton tillsammans, debet och kredit"


def _explained(reconciled: Reconciled, difference: Decimal, year: int) -> str:
    """That the rounding of typed amounts explains a difference, where it does."""
    figure = reconciled.matter.figures.get(FigureId(BALANCE_DIFFERENCE, year))
    fits = figure is not None and difference and abs(difference) <= tolerance(figure).bound
    return "Ryms i avrundningen av inskrivna belopp; rapporten visar ingen rad för den" if fits else ""


def _pair(  # noqa: PLR0913, PLR0917 - two sides and what they are
    reconciled: Reconciled, label: str, year: int, left: Expression, right: Expression, why: str
) -> None:
    number = reconciled.next_row()
    difference = Expression(f"D{number}", left.value) - Expression(f"F{number}", right.value)
    cells = [Cell(label), Cell(Decimal(year)), EMPTY, left.cell(), Cell("kr"), right.cell(), difference.difference()]
    reconciled.add("", year, [*cells, *(EMPTY,) * 6, Cell(why)])


def last_year(reconciled: Reconciled) -> None:
    """Add this report's opening balances against last year's closing ones, where last year's report is there."""
    last = reconciled.matter.case.last_year
    year = reconciled.matter.year - 1
    if last is None or last.edition.association.year != year:
        return
    reconciled.sheet.heading(f"Ingående balanser mot fjolårets rapport ({last.place.file}; vänster sida är fjolårets)")
    for line in BALANCE_LINES:
        then = _was(last.edition, FigureId(code_of(line), year))
        now = reconciled.at(code_of(line), year)
        if then is None and not now.value:
            continue
        number = reconciled.next_row()
        value = then or Decimal(0)
        difference = Expression(f"D{number}", value) - Expression(f"F{number}", now.value)
        cells = [Cell(line.label), Cell(Decimal(year)), EMPTY, Cell(value), Cell("kr"), now.cell()]
        reconciled.add("", year, [*cells, difference.difference()])


def _was(edition: Edition, key: FigureId) -> Decimal | None:
    found = next((part for part in edition.figures if part.key == key), None)
    return found.value if found is not None and found.state is State.KNOWN else None
