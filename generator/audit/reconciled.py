"""*Avstämning*: each line of the statements and each note, held against the rows behind it, its note and the ledger.

What the report shows is a value, because it is what is tried; all else is live: sums over the rows of *Underlag* and
*Huvudbok*, and differences that should be 0.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from generator.audit.expressions import Expression, nil, total
from generator.audit.figure_rows import FigureRows
from generator.audit.ledger_rows import LedgerRows
from generator.audit.matter import Matter
from generator.audit.typed import BOOKED, ROW, TYPED, TypedRows
from generator.figures.figure import Figure, FigureId
from generator.figures.table import Cell as TableCell
from generator.figures.table import RowKind, Table, TableRow, build_table, shown_number
from generator.ground.formatting import UNIT_FACTORS
from generator.ground.word_notes import without_notes
from generator.ledger.became import Use
from generator.model.fact import Fact, Measure
from generator.statements.balance_sheet import (
    ADJUSTMENTS,
    BALANCE_ROUNDING,
    BALANCE_SHEET,
    EQUITY,
    EQUITY_LINE,
    OTHER_EQUITY,
    TAKEN_OVER_EQUITY,
)
from generator.statements.cash_flow import CASH_FLOW
from generator.statements.income_statement import INCOME_STATEMENT, NET_RESULT
from generator.statements.lines import LINES, code_of
from generator.statements.statement import Line, LineGroup
from generator.workbook.sheets import EMPTY, Cell, Column, Kind, Sheet, SheetRow, Standing

NAME = "Avstämning"
POST, YEAR, REFERS, SHOWN, UNIT, SUM, DIFFERS, NOTE, OUTSIDE, NOTE_DIFFERS, LEDGER, BESIDE, LEDGER_DIFFERS, WHY = range(
    1, 15
)
_OUTCOME = f'"{Measure.OUTCOME.value}"'
_ROWS = f'"{ROW}"'
_BY_CODE = {code_of(line): line for line in LINES.values()}
_STANDINGS = {RowKind.TOTAL: Standing.TOTAL, RowKind.SUBTOTAL: Standing.TOTAL, RowKind.PART: Standing.PART}


class Reconciled:
    """The sheet, and in which row of it each post of each year stands."""

    def __init__(self, matter: Matter, typed: TypedRows, ledger: LedgerRows, figures: FigureRows) -> None:
        """Reconcile the statements, and the notes."""
        self.matter, self.typed, self.ledger, self.figures = matter, typed, ledger, figures
        self.rows: dict[tuple[str, int], int] = {}
        self.sheet = Sheet(
            NAME,
            "Avstämning: räkningarna och noterna mot underlaget och huvudboken",
            (
                Column("Post", 46),
                Column("År", 7, Kind.YEAR),
                Column("Not", 6),
                Column("Rapporten visar", 16, Kind.NUMBER),
                Column("Enhet", 7),
                Column("Summa av raderna i Underlag", 18, Kind.KRONOR),
                Column("Skillnad mot rapporten", 13, Kind.DIFFERENCE),
                Column("Noten visar", 16, Kind.NUMBER),
                Column("Utanför noten", 15, Kind.KRONOR),
                Column("Skillnad mot noten", 13, Kind.DIFFERENCE),
                Column("Huvudboken", 18, Kind.KRONOR),
                Column("Inskrivet vid sidan av den", 17, Kind.KRONOR),
                Column("Skillnad mot huvudboken", 13, Kind.DIFFERENCE),
                Column("Förklaring", 52),
            ),
            says=(
                (
                    "Rapporten visar och Noten visar är värden: det är de som prövas. Allt annat är formler över "
                    "raderna i Underlag och Huvudbok."
                ),
                "Skillnaderna ska vara 0. Det som inte är det blir rött, också om du ändrar ett belopp i Underlag.",
            ),
            frozen_columns=2,
        )
        derived = matter.derived
        layouts = derived.layouts()
        self._statement(INCOME_STATEMENT.title, build_table(layouts.income_statement(), matter.figures))
        self._equity()
        self._statement(BALANCE_SHEET.title, build_table(layouts.balance_sheet(matter.figures), matter.figures))
        self._statement(CASH_FLOW.title, build_table(layouts.cash_flow(), matter.figures))
        self._notes()

    def at(self, code: str, year: int, column: int = SUM) -> Expression:
        """What a row came to, by the code of its figure; what stands in no row is nil."""
        row = self.rows.get((code, year))
        if row is None:
            return nil()
        letter = self.sheet.at(column, row).rpartition("!")[2].replace("$", "")
        return Expression(letter, self.sheet.rows[row - self._first].cells[column - 1].amount)

    @property
    def _first(self) -> int:
        return self.sheet.last_row - len(self.sheet.rows) + 1 if self.sheet.rows else self.sheet.last_row

    def next_row(self) -> int:
        """The row that is added next."""
        return self._first + len(self.sheet.rows)

    def _statement(self, title: str, table: Table) -> None:
        self.sheet.heading(title)
        for row in table.rows:
            for cell in row.cells:
                if isinstance(cell.of, Figure) and row.kind is not RowKind.HEADING:
                    self._row(row, cell.of, table)

    def _row(self, row: TableRow, figure: Figure, table: Table) -> None:
        code, year, _ = figure.key
        printed = self.matter.printed_in(table.key, figure.key)
        line = _BY_CODE.get(code) if row.kind is not RowKind.PART else None
        if line == EQUITY_LINE:
            line = None
        number = self.next_row()
        summed = self._sum(code, year, number)
        label = without_notes(row.label)
        cells = [
            Cell(label),
            Cell(Decimal(year)),
            Cell(", ".join(map(str, row.refers))),
            *_shown(printed, number, summed),
        ]
        if line is not None:
            cells += self._of_note(line, year, row.refers, number, summed)
            cells += self._of_ledger(line, year, number, summed)
        elif code == EQUITY and row.label == EQUITY_LINE.label:
            cells += [EMPTY, EMPTY, EMPTY]
        self.sheet.add(*cells, standing=_STANDINGS.get(row.kind, Standing.ROW))
        self.rows.setdefault((code, year), number)

    def _sum(self, code: str, year: int, number: int) -> Expression:
        """What the rows of *Underlag* come to for a row of a statement."""
        line = _BY_CODE.get(code)
        if (code, year) in self.rows:
            return self.at(code, year)
        if line is not None and line != EQUITY_LINE:
            own = line.code in self.matter.derived.own_names  # the row is not called as the law calls the line
            return self.of_line(line, year, "" if own else f"$A{number}", f"$B{number}")
        return self._of_others(code, year)

    def _of_others(self, code: str, year: int) -> Expression:
        if code == OTHER_EQUITY:
            return self.at(EQUITY, year) - self.at(NET_RESULT, year)
        income, balance = _lines_of_total(code)
        if income:
            return total((each.effect, self._part(each, year)) for each in income)
        if balance:
            more = [(1, self.at(BALANCE_ROUNDING, year))] if (BALANCE_ROUNDING, year) in self.rows else []
            is_all = balance == BALANCE_SHEET.group("claims").lines
            return total([*((1, self._part(each, year)) for each in balance), *(more if is_all else [])])
        return self._rounding(year) if code == BALANCE_ROUNDING else self._figure(code, year)

    def _rounding(self, year: int) -> Expression:
        """Assets less claims."""
        assets, claims = (BALANCE_SHEET.group(each).lines for each in ("assets", "claims"))
        parts = [*((1, each) for each in assets), *((-1, each) for each in claims)]
        return total((sign, self._part(each, year)) for sign, each in parts)

    def _figure(self, code: str, year: int) -> Expression:
        key = FigureId(code, year)
        figure = self.matter.figures.get(key)
        return Expression(self.figures.natural(key), figure.amount) if figure else nil()

    def _part(self, line: Line, year: int) -> Expression:
        """A line as a part of a sum: its own row, or its rows in *Underlag* where it has none."""
        code = EQUITY if line == EQUITY_LINE else code_of(line)
        if (code, year) in self.rows:
            return self.at(code, year)
        return self.of_line(line, year) if self._facts(line, year) else nil()

    def _facts(self, line: Line, year: int, also: Callable[[Fact], bool] = lambda _: True) -> list[Fact]:
        return [
            fact
            for fact in self.matter.derived.facts.on(line)
            if fact.year == year and fact.measure is Measure.OUTCOME and not fact.part_of and also(fact)
        ]

    def of_line(self, line: Line, year: int, label: str = "", year_cell: str = "", **more: str) -> Expression:
        """The sum of a line's rows; ``more`` narrows them: a note, or where they come from."""
        tests: dict[str, Callable[[Fact], bool]] = {
            "note": lambda fact: not fact.note,
            "source": lambda fact: self.matter.is_booked(fact) == (more.get("source") == f'"{BOOKED}"'),
        }
        found = self._facts(line, year, lambda fact: all(tests[name](fact) for name in more))
        words = self.typed.sum_of(
            post=label or f'"{line.label}"', year=year_cell or str(year), measure=_OUTCOME, level=_ROWS, **more
        )
        return Expression(words, sum((fact.amount for fact in found), Decimal(0)))

    def _of_note(
        self, line: Line, year: int, refers: tuple[int, ...], number: int, summed: Expression
    ) -> Iterator[Cell]:
        """What its note shows, where a line has one of its own."""
        notes = [each for each in self.matter.derived.notes if each.number in refers]
        note = notes[0] if len(notes) == 1 and notes[0].explains == (line.code,) else None
        printed = self.matter.printed_in(note.code, FigureId(note.code, year)) if note else None
        if printed is None:
            yield from (EMPTY, EMPTY, EMPTY)
            return
        del summed
        cell, table = printed
        outside = self.of_line(line, year, year_cell=f"$B{number}", note='""')
        shown = shown_number(cell, table)
        value = shown if isinstance(shown, Decimal) else None
        yield Cell(value if value is not None else "–")
        yield outside.cell()
        inside = Expression(f"F{number}", self._summed(line, year)) - Expression(f"I{number}", outside.value)
        wanted = inside.shown(UNIT_FACTORS[table.unit], table.decimals).times(cell.sign)
        yield (Expression(f"N(H{number})", value or Decimal(0)) - wanted).difference()

    def _summed(self, line: Line, year: int) -> Decimal:
        return sum((fact.amount for fact in self._facts(line, year)), Decimal(0))

    def _of_ledger(self, line: Line, year: int, number: int, summed: Expression) -> Iterator[Cell]:
        """What the ledger has, and what is typed beside it."""
        has_booked = any(self.matter.is_booked(fact) for fact in self._facts(line, year))
        label, year_cell = f'"{line.label}"', f"$B{number}"
        booked = self.ledger.of(line, year, Use.BOOKED, label, year_cell)
        found = booked or self.ledger.of(line, year, Use.COMPARED, label, year_cell)
        if found is None:
            yield from (EMPTY, EMPTY, EMPTY)
            return
        beside = self.of_line(line, year, year_cell=year_cell, source=f'"{TYPED}"') if has_booked else nil()
        yield found.cell()
        yield beside.cell() if has_booked else EMPTY
        parts = [(1, f"F{number}", summed), (-1, f"K{number}", found), *([(-1, f"L{number}", beside)] * has_booked)]
        yield total((sign, Expression(words, each.value)) for sign, words, each in parts).difference()

    def _equity(self) -> None:
        """Roll equity forward: what it opened with, the result, what was adjusted directly and taken over."""
        self.sheet.heading("Eget kapital, från ingående till utgående")
        year = self.matter.year
        opening = self.of_line(EQUITY_LINE, year - 2)
        self._equity_row("Eget kapital", year - 2, opening, EQUITY)
        for each in (year - 1, year):
            changes = [
                (code, label, self.at(NET_RESULT, each) if code == NET_RESULT else self._figure(code, each))
                for code, label in (
                    (NET_RESULT, "Årets resultat"),
                    (ADJUSTMENTS, "Direktförda justeringar"),
                    (TAKEN_OVER_EQUITY, "Övertaget eget kapital"),
                )
                if FigureId(code, each) in self.matter.figures
            ]
            parts = [(1, self.at(EQUITY, each - 1))]
            for code, label, amount in changes:
                if code == NET_RESULT or amount.value:
                    row = self._equity_row(f"  {label}", each, amount, "")
                    parts.append((1, Expression(f"F{row}", amount.value)))
            self._equity_row("Eget kapital vid årets slut", each, total(parts), EQUITY, found=EQUITY)

    def _equity_row(self, label: str, year: int, amount: Expression, code: str, found: str = "") -> int:
        printed = self.matter.printed_in(BALANCE_SHEET.key, FigureId(found, year)) if found else None
        number = self.next_row()
        shown = tuple(_shown(printed, number, amount)) if printed else (EMPTY, EMPTY, amount.cell(), EMPTY)
        ledger = tuple(self._equity_ledger(year, number, amount)) if found else ()
        standing = Standing.TOTAL if found else Standing.ROW
        own = (EMPTY, EMPTY, EMPTY, *ledger) if ledger else ()
        self.sheet.add(Cell(label), Cell(Decimal(year)), EMPTY, *shown, *own, standing=standing)
        if code:
            self.rows[code, year] = number
        return number

    def _equity_ledger(self, year: int, number: int, amount: Expression) -> Iterator[Cell]:
        """The accounts of equity; the year's result is added where nobody has booked it to them yet."""
        found = self.ledger.of(EQUITY_LINE, year, Use.COMPARED, f'"{EQUITY_LINE.label}"', f"$B{number}")
        if found is None:
            return
        result = self.at(NET_RESULT, year)
        carried = found.value != amount.value and found.value + result.value == amount.value
        yield found.cell()
        yield result.cell() if carried else EMPTY
        terms = [(1, f"F{number}", amount.value), (-1, f"K{number}", found.value)]
        terms += [(-1, f"L{number}", result.value)] if carried else []
        yield total((sign, Expression(words, value)) for sign, words, value in terms).difference()
        yield Cell("Årets resultat är inte omfört till eget kapital i huvudboken; det är lagt till." if carried else "")

    def _notes(self) -> None:
        """Each note's sum as it is shown, against its rows."""
        self.sheet.heading("Noterna")
        for note in self.matter.derived.notes:
            for year in (self.matter.year, self.matter.year - 1) if note.rows else ():
                key = FigureId(note.code, year)
                if key not in self.matter.figures:
                    continue
                number = self.next_row()
                facts = [
                    each
                    for each in self.typed.rows
                    if each.note == note.note.key
                    and each.year == year
                    and each.measure is Measure.OUTCOME
                    and not (isinstance(each, Fact) and each.part_of)
                ]
                words = self.typed.sum_of(note=f'"{note.number}"', year=f"$B{number}", measure=_OUTCOME, level=_ROWS)
                summed = Expression(words, sum((each.amount for each in facts), Decimal(0)))
                printed = self.matter.printed_in(note.code, key)
                posts = ", ".join(line.label for line in note.lines)
                self.sheet.add(
                    Cell(f"Not {note.number} {without_notes(str(note.title))}"),
                    Cell(Decimal(year)),
                    Cell(str(note.number)),
                    *_shown(printed, number, summed),
                    *(EMPTY,) * 6,
                    Cell(f"Specificerar {posts}" if posts else ""),
                )


def _shown(printed: tuple[TableCell, Table] | None, number: int, summed: Expression) -> Iterator[Cell]:
    """What the report shows, its unit, what the rows come to, and the difference in the report's unit."""
    if printed is None:
        yield from (Cell("visas inte"), EMPTY, summed.cell(), EMPTY)
        return
    cell, table = printed
    shown = shown_number(cell, table)
    value = shown if isinstance(shown, Decimal) else None
    yield Cell(value if value is not None else "–")
    yield Cell(table.unit)
    yield summed.cell()
    wanted = Expression(f"F{number}", summed.value).shown(UNIT_FACTORS[table.unit], table.decimals).times(cell.sign)
    yield (Expression(f"N(D{number})", value or Decimal(0)) - wanted).difference()


def _lines_of_total(code: str) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines that a sum is of: of the income statement down to it, or of a group of the balance sheet."""
    above: tuple[Line, ...] = ()
    for group in INCOME_STATEMENT.groups:
        above += group.lines
        if group.total.code == code:
            return above, ()
    return (), next((group.lines for group in _groups(BALANCE_SHEET.groups) if group.total.code == code), ())


def _groups(groups: tuple[LineGroup, ...]) -> Iterator[LineGroup]:
    for group in groups:
        yield group
        yield from _groups(group.groups)


def differing(rows: list[SheetRow], columns: tuple[Column, ...]) -> int:
    """How many differences are not 0."""
    places = [place for place, column in enumerate(columns) if column.kind is Kind.DIFFERENCE]
    return sum(1 for row in rows for place in places if row.cells[place].amount)
