"""What the rows of *Underlag* come to on a line of the law, as formulas; any other figure by its row of *Siffror*."""

from collections.abc import Callable
from decimal import Decimal

from generator.audit.expressions import Expression, nil
from generator.audit.figure_rows import FigureRows
from generator.audit.matter import Matter
from generator.audit.typed import BOOKED, PART, ROW, YES, TypedRows
from generator.figures.figure import FigureId
from generator.figures.notes import NumberedNote
from generator.model.fact import Fact, Measure
from generator.statements.statement import Line

_OUTCOME = f'"{Measure.OUTCOME.value}"'
_ROWS, _NOT_PARTS = f'"{ROW}"', f'"<>{PART}"'
NO_NOTE, OF_HAND = "no note", "of hand"


class LineSums:
    """The sums that the reconciliations are made of. Each is words and value in one."""

    def __init__(self, matter: Matter, typed: TypedRows, figures: FigureRows) -> None:
        """Keep what the sums are over."""
        self._matter, self._typed, self._figures = matter, typed, figures

    def facts(self, line: Line, year: int, also: Callable[[Fact], bool] = lambda _: True) -> list[Fact]:
        """The amounts of a line in a year that are added."""
        return [
            fact
            for fact in self._matter.derived.facts.on(line)
            if fact.year == year and fact.measure is Measure.OUTCOME and not fact.part_of and also(fact)
        ]

    def of_line(self, line: Line, year: int, year_cell: str = "", only: str = "") -> Expression:
        """The sum of a line's rows; ``only`` those in no note, or those typed by hand."""
        tests: dict[str, tuple[Callable[[Fact], bool], dict[str, str]]] = {
            "": (lambda _: True, {}),
            NO_NOTE: (lambda fact: not fact.note, {"note": '""'}),
            OF_HAND: (lambda fact: not self._matter.is_booked(fact), {"source": f'"<>{BOOKED}"'}),
        }
        test, more = tests[only]
        words = self._typed.sum_of(
            post=f'"{line.label}"', year=year_cell or str(year), measure=_OUTCOME, level=_ROWS, **more
        )
        return Expression(words, sum((fact.amount for fact in self.facts(line, year, test)), Decimal(0)))

    def has_booked(self, line: Line, year: int) -> bool:
        """Whether any amount of a line comes from the ledger."""
        return bool(self.facts(line, year, self._matter.is_booked))

    def of_note(self, note: NumberedNote, year: int, year_cell: str) -> Expression:
        """The sum of the rows that stand in a note."""
        found = (
            each.amount
            for each in self._typed.rows
            if (each.note, each.year, each.measure) == (note.note.key, year, Measure.OUTCOME)
            and not (isinstance(each, Fact) and each.part_of)
        )
        words = self._typed.sum_of(note=f'"{note.number}"', year=year_cell, measure=_OUTCOME, level=_NOT_PARTS)
        return Expression(words, sum(found, Decimal(0)))

    def liquid(self, year: int, year_cell: str) -> Expression:
        """What counts as cash (*likvida medel*) when a year ends."""
        found = (
            fact.amount
            for fact in self._matter.derived.facts.amounts
            if fact.liquid and fact.year == year and fact.measure is Measure.OUTCOME and not fact.part_of
        )
        words = self._typed.sum_of(liquid=f'"{YES}"', year=year_cell, measure=_OUTCOME, level=_ROWS)
        return Expression(words, sum(found, Decimal(0)))

    def figure(self, code: str, year: int, measure: str = "") -> Expression:
        """A figure by its row of *Siffror*; nil where there is none, or its value may not be told."""
        key = FigureId(code, year, measure)
        figure = self._matter.figures.get(key)
        if figure is None or key in self._matter.hidden:
            return nil()
        return Expression(self._figures.natural(key), figure.amount)

    def has_figure(self, code: str, year: int) -> bool:
        """Whether a figure has an amount."""
        figure = self._matter.figures.get(FigureId(code, year))
        return figure is not None and isinstance(figure.value, Decimal)
