"""The widths of a table's columns: what its figures and labels need, measured in what is drawn."""

import pytest

from generator.figures.table import Cell, RowKind, TableRow
from generator.view.column_widths import PAIRED, STACKED, Columns, measured, stacked

LABELS = [("Kostnad för verksamheten, inklusive finansiella kostnader", 0), ("Övriga intäkter", 1)]


def columns(texts: list[str], heads: list[str], kind: str = "amount") -> Columns:
    row = TableRow(RowKind.ROW, "", 0, tuple(map(Cell, texts)))
    return Columns([(head,) for head in heads], [kind] * len(heads), [(row, tuple(texts))])


def needs(made: Columns) -> list[str]:
    return [column.partition(";")[0] for column in measured(LABELS, made).columns]


def test_columns_of_one_kind_are_alike_and_as_wide_as_the_longest_number() -> None:
    (few,) = set(needs(columns(["0", "1\u00a0234"], ["2021", "2020"])))
    (more,) = set(needs(columns(["0", "12\u00a0345\u00a0678"], ["2021", "2020"])))
    assert float(few.split()[1][:-2]) < float(more.split()[1][:-2])


def test_where_columns_are_many_a_small_one_is_narrow() -> None:
    made = needs(columns(["9", *["100\u00a0%"] * 8], ["n", *["Negativt"] * 8]))
    assert made[0] != made[1] == made[8]


@pytest.mark.parametrize(("count", "share", "kind"), [(2, 1.0, PAIRED), (5, 1.0, STACKED), (2, 0.5, STACKED)])
def test_the_second_figure_stands_below_where_the_labels_would_be_squeezed(count: int, share: float, kind: str) -> None:
    made = stacked(LABELS, columns(["1\u00a0248\u00a0161\u00a0(24\u00a0%)"] * count, ["2021"] * count, PAIRED), share)
    assert made.kinds[0] == kind
    assert ("\n" in made.rows[0][1][0]) is (kind == STACKED)


def test_words_share_what_figures_leave() -> None:
    told = measured(LABELS, columns(["ja", "Vet inte, för få har svarat"], ["Svar", "Skäl"], "words")).columns
    shares = [float(each.removeprefix("--share: ")) for each in told]
    assert shares[0] < shares[1]
    assert sum(shares) < 1


def test_short_words_are_given_their_line_beside_figures_alone() -> None:
    words = columns(["högre, bättre"], ["Mot riket"], "words")
    beside = columns(["högre, bättre", "76\u00a0%"], ["Mot riket", "Riket"])
    beside = Columns(beside.heads, ["words", "amount"], beside.rows)
    assert "--short: " in measured(LABELS, beside).columns[0]
    assert "--short: " not in measured(LABELS, words).columns[0]
