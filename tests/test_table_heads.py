"""What a table can show besides a figure in a column: heads over several columns, a share beside, what is masked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.figures.figure import Figure, FigureId, Figures, How, Masked, Missing, Operand, calendar_year
from generator.figures.table import ROUNDING_SENTENCE, ColumnSpec, RowSpec, Table, TableSpec, build_table
from generator.model.association import DateStyle
from generator.view.parts import SpanView
from generator.view.table import table_view

YEAR = 2021


def figure(code: str, value: Decimal | Masked | Missing, unit: str = "kr") -> Figure:
    return Figure(FigureId(code, YEAR), code, value, unit, calendar_year(YEAR), How.STATED)


def made(columns: tuple[ColumnSpec, ...], *figures: Figure, date_style: DateStyle = DateStyle.ISO) -> Table:
    spec = TableSpec("t", "T", (RowSpec("cost"),), columns, flow=True, date_style=date_style)
    return build_table(spec, Figures({each.key: each for each in figures}))


def test_neighbouring_columns_share_the_head_above_them() -> None:
    heads = (("", "A"), ("Utfall", "Intäkt"), ("Utfall", "Kostnad"), ("", "B"), ("Utfall", "Netto"))
    columns = tuple(ColumnSpec(YEAR, head=head, span=span) for span, head in heads)
    view = table_view(made(columns, figure("cost", Decimal(1))), "", ())
    assert view.spans == (SpanView("", 1), SpanView("Utfall", 2), SpanView("", 1), SpanView("Utfall", 1))


def test_a_table_without_such_heads_has_one_row_of_heads() -> None:
    assert table_view(made((ColumnSpec(YEAR),), figure("cost", Decimal(1))), "", ()).spans == ()


def test_a_share_stands_in_parentheses_after_its_amount() -> None:
    figures = figure("cost", Decimal(843007)), figure("cost.share", Decimal("0.161"), "andel")
    view = table_view(made((ColumnSpec(YEAR, beside=".share"),), *figures), "", ())
    assert view.rows[0].cells == ("843\u00a0007\u00a0(16\u00a0%)",)


def test_a_masked_figure_shows_two_points_and_says_why_once() -> None:
    hidden = Masked("att färre än 5 personer ingår")
    columns = (ColumnSpec(YEAR), ColumnSpec(YEAR, suffix=".women"))
    table = made(columns, figure("cost", hidden, "antal"), figure("cost.women", hidden, "antal"))
    assert table_view(table, "", ()).rows[0].cells == ("..", "..")
    assert table.notes == (".. betyder att färre än 5 personer ingår.",)


def test_what_is_not_known_is_neither_nothing_nor_nought() -> None:
    columns = tuple(ColumnSpec(YEAR, suffix=suffix) for suffix in ("", ".unknown", ".nothing", ".nought"))
    values: tuple[Decimal | Missing, ...] = (Decimal(1), Missing.UNKNOWN, Missing.NOTHING, Decimal(0))
    figures = [figure(f"cost{column.suffix}", value) for column, value in zip(columns, values, strict=True)]
    assert table_view(made(columns, *figures), "", ()).rows[0].cells == ("1", "saknas", "–", "0")


@pytest.mark.parametrize(
    ("style", "head", "unit"),
    [
        (DateStyle.ISO, "2021", "Belopp i kr, 1 januari–31 december"),
        (DateStyle.SHORT, "210101–211231", "Belopp i kr"),
        (DateStyle.YEAR, "2021", "Belopp i kr"),
    ],
)
def test_heads_tell_their_period_on_one_line_in_the_style_of_the_report(style: DateStyle, head: str, unit: str) -> None:
    assert date(YEAR, 12, 31) == calendar_year(YEAR).end
    view = table_view(made((ColumnSpec(YEAR),), figure("cost", Decimal(1)), date_style=style), "", ())
    assert view.heads[0].lines == (head,)
    assert view.unit == unit


def test_a_first_year_that_is_no_whole_one_has_its_days_in_its_head() -> None:
    whole = made((ColumnSpec(YEAR),), figure("cost", Decimal(1)))
    column = replace(whole.columns[0], period=calendar_year(YEAR, date(YEAR, 5, 1)))
    view = table_view(replace(whole, columns=(column,)), "", ())
    assert view.heads[0].lines == ("2021-05-01–", "2021-12-31")
    assert view.unit == "Belopp i kr"


def test_a_sum_is_held_against_its_parts_where_what_stands_between_is_not_shown() -> None:
    one, other = (figure(code, Decimal("1.4")) for code in ("one", "other"))
    between = replace(figure("between", Decimal("2.8")), how=How.SUM, operands=(Operand(1, one), Operand(1, other)))
    whole = replace(figure("whole", Decimal("2.8")), how=How.SUM, operands=(Operand(1, between),))
    figures = Figures({each.key: each for each in (one, other, between, whole)})
    for shown, notes in ((("one", "other", "whole"), (ROUNDING_SENTENCE,)), (("one", "whole"), ())):
        spec = TableSpec("t", "T", tuple(RowSpec(code) for code in shown), (ColumnSpec(YEAR),), flow=True)
        assert build_table(spec, figures).notes == notes
