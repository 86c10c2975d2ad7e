"""How places are said together: cells by their tab, and lines of a file as lines."""

import pytest

from generator.ground.source import Source, cells_of, places


@pytest.mark.parametrize(
    ("rows", "column", "told"),
    [
        ((14,), 5, "cell E14"),
        ((14, 15, 16, 30), 5, "cellerna E14–E16, E30"),
        ((167,), 0, "rad 167"),
        ((167, 169), 0, "raderna 167 och 169"),
        ((3, 167, 168, 170), 0, "raderna 3, 167–168 och 170"),
    ],
)
def test_cells_and_lines_are_said_as_what_they_are(rows: tuple[int, ...], column: int, told: str) -> None:
    tab = [Source(1, tab="Balansposter", row=row, column=column) for row in rows]
    file = [Source(3000, file="bokslut.se", row=row, column=column) for row in rows]
    assert (cells_of(tab), places(file)) == (told, f"filen bokslut.se, {told}")


def test_places_of_a_tab_in_another_file_and_of_a_text_are_said_too() -> None:
    listed = [Source(3000, file="lista.xlsx", tab="Blad1", row=row, column=3) for row in (2, 3)]
    assert cells_of(listed) == "cellerna C2–C3"
    assert places(Source(2000, file="texter.docx", row=row) for row in (2, 9)) == "filen texter.docx, styckena 2 och 9"
    assert places([Source(1, tab="Noter")]) == "fliken Noter"
