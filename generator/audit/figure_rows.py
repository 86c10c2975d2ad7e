"""*Siffror*: each figure of the report with what it is, how it was made, and its value as a formula over its operands.

What is protected is told as that: neither its value nor what it is made of, as in the JSON edition.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from generator.audit.matter import Matter
from generator.audit.typed import AMOUNT, TypedRows
from generator.figures.figure import Figure, FigureId, How, Missing, Operand
from generator.figures.formula import formula, measure_of
from generator.findings.message import LONGEST
from generator.ground.formatting import COUNT, KRONOR, POINTS, SHARE, first_of
from generator.ground.printable import one_line
from generator.ground.source import column_letter, places
from generator.ground.word_notes import without_notes
from generator.workbook.sheets import FIRST_ROW, Cell, Column, Kind, Sheet, quoted

NAME = "Siffror"
VALUE = 2
PROTECTED = "skyddat"
_KINDS = {KRONOR: Kind.KRONOR, SHARE: Kind.SHARE, COUNT: Kind.NUMBER, POINTS: Kind.SHARE}
_MOST_TERMS, _LONGEST_FORMULA = 200, 8000
"""What Excel takes: 255 arguments, 8 192 letters."""
_MOST_CELLS = 40


class FigureRows:
    """The sheet, and in which row of it each figure stands."""

    def __init__(self, matter: Matter, typed: TypedRows) -> None:
        """Give every figure a row, in the order of the keys."""
        self.sheet = Sheet(
            NAME,
            "Siffror: allt som rapporten räknar fram",
            (
                Column("Benämning", 44),
                Column("Värde", 17, Kind.KRONOR),
                Column("Enhet", 9),
                Column("Period", 23),
                Column("Mått", 18),
                Column("Så är den gjord", 60),
                Column("Beståndsdelar", 44),
                Column("Celler", 40),
                Column("Namn i texter", 34, Kind.CODE, printed=False),
                Column("Nyckel", 40, Kind.CODE, printed=False),
            ),
            says=(
                (
                    "Värdena är formler över de siffror och rader i Underlag som de är gjorda av. Välj en period eller "
                    "ett namn med filtret."
                ),
                "Skyddat: få personer finns bakom talet. Varken det eller vad det är gjort av berättas.",
            ),
        )
        report = matter.examination.whole
        keys = sorted(matter.figures, key=str)
        self.rows = {key: row for row, key in enumerate(keys, start=self.sheet.last_row)}
        self._matter, self._typed = matter, typed
        self._shown = {key: report.figures.shown(matter.figures[key]) for key in keys}
        for key in keys:
            self._add(key)

    def is_count(self, key: FigureId) -> bool:
        """Whether a figure is no amount, nor a share of any."""
        return self._shown[key].unit == COUNT

    def cell(self, key: FigureId) -> str:
        """Where a figure's value stands, as another sheet's formula names it."""
        return self.sheet.at(VALUE, self.rows[key])

    def natural(self, key: FigureId) -> str:
        """A figure's value with its natural sign, as a term of a formula: it may be shown turned; words are nil."""
        return f"{'-' if self._sign(key) < 0 else ''}N({self.cell(key)})"

    def _sign(self, key: FigureId) -> int:
        shown, own = self._shown[key].value, self._matter.figures[key].value
        return -1 if isinstance(shown, Decimal) and isinstance(own, Decimal) and own and shown == -own else 1

    def _add(self, key: FigureId) -> None:
        figure = self._shown[key]
        told = key not in self._matter.hidden
        value = _value(figure) if told else Cell(PROTECTED)
        calculated = self._formula(figure) if told and isinstance(figure.value, Decimal) else ""
        named = self._matter.examination.whole.figures.name_of(self._matter.figures[key])
        self.sheet.add(
            Cell(one_line(without_notes(str(figure.label)), LONGEST)),
            Cell(value.value, calculated, kind=_KINDS.get(figure.unit)),
            Cell(figure.unit),
            Cell(str(figure.period)),
            Cell(measure_of(figure) or "utfall"),
            Cell(one_line(formula(figure), LONGEST) if told else PROTECTED),
            Cell(_operands(figure) if told else PROTECTED),
            Cell(_cells(figure) if told else PROTECTED),
            Cell(named if named != key.code else ""),
            Cell(str(key)),
        )

    def _formula(self, figure: Figure) -> str:
        """The value over the cells of its operands; empty where they are not all there, or too many."""
        if figure.how is How.RATIO:
            return self._ratio(figure)
        terms = [(operand.sign * self._turned(operand), self._place(operand)) for operand in figure.operands]
        if not terms or any(place is None for _, place in terms):
            return ""
        made = "".join(
            f"{'+' if sign > 0 else '-'}{_sum([place for own, place in terms if own == sign and place])}"
            for sign in (1, -1)
            if any(own == sign for own, _ in terms)
        )
        return f"={made.removeprefix('+')}" if len(made) < _LONGEST_FORMULA else ""

    def _turned(self, operand: Operand) -> int:
        return self._sign(operand.of.key) if isinstance(operand.of, Figure) else 1

    def _ratio(self, figure: Figure) -> str:
        keys = [each.of.key for each in figure.operands if isinstance(each.of, Figure)]
        if len(keys) != 2 or any(key not in self.rows or key in self._matter.hidden for key in keys):  # noqa: PLR2004
            return ""
        above, below = (self.natural(key) for key in keys)
        return f"={'-' if figure.value != self._matter.figures[figure.key].value else ''}{above}/{below}"

    def _place(self, operand: Operand) -> tuple[str, int, int] | None:
        """The sheet, column and row that an operand stands in."""
        if not isinstance(operand.of, Figure):
            row = self._typed.rows.get(operand.of)
            return (self._typed.sheet.name, AMOUNT, row) if row else None
        key = operand.of.key
        known = key in self.rows and key not in self._matter.hidden and self._matter.figures[key] is operand.of
        return ("", VALUE, self.rows[key]) if known else None


def _value(figure: Figure) -> Cell:
    if isinstance(figure.value, Decimal):
        return Cell(figure.value)
    return Cell(figure.value.value if isinstance(figure.value, Missing) else PROTECTED)


def _sum(places: Iterable[tuple[str, int, int]]) -> str:
    """The sum of some cells: those below each other as a range; a cell with words counts as nil."""
    parts = list(_ranges(sorted(places)))
    while len(parts) > 1:
        parts = [f"SUM({','.join(parts[at : at + _MOST_TERMS])})" for at in range(0, len(parts), _MOST_TERMS)]
        if len(parts) == 1:
            return parts[0]
    return f"SUM({parts[0]})"


def _ranges(places: Iterable[tuple[str, int, int]]) -> Iterator[str]:
    first = last = None
    for place in (*places, None):
        if last and place == (*last[:2], last[2] + 1):
            last = place
            continue
        if first and last:
            letter, sheet = column_letter(first[1]), f"{quoted(first[0])}!" if first[0] else ""
            end = f":{letter}{last[2]}" if last != first else ""
            yield f"{sheet}{letter}{first[2]}{end}"
        first = last = place


def _operands(figure: Figure) -> str:
    names = [f"{'+' if sign > 0 else '−'} {of.label}" for sign, of in figure.operands if isinstance(of, Figure)]
    return "\n".join(first_of([one_line(without_notes(each), LONGEST) for each in names], _MOST_CELLS))


def _cells(figure: Figure) -> str:
    """The cells that it was made of directly; what it is made of besides tells its own."""
    sources = [of.source for _, of in figure.operands if not isinstance(of, Figure)]
    return places(sources) if sources else ""


def printed_rows(rows: FigureRows, shown: Iterable[FigureId]) -> Sheet:
    """The rows of the figures that the report shows, for paper: all others stand in the workbook."""
    wanted = {rows.rows[key] for key in shown if key in rows.rows and not rows.is_count(key)}
    whole = rows.sheet
    columns = tuple(replace(column, printed=column.head not in _NOT_PRINTED) for column in whole.columns)
    says = (
        "De belopp och andelar som rapportens tabeller visar. Alla siffror, med sina formler, finns i arbetsboken.",
    )
    kept = [row for number, row in enumerate(whole.rows, start=FIRST_ROW) if number in wanted]
    return replace(whole, title="Siffror som rapporten visar", columns=columns, says=says, rows=kept)


_NOT_PRINTED = frozenset({"Namn i texter", "Beståndsdelar", "Nyckel"})
