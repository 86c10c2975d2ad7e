"""Nothing leaves the page: tables too wide for it are set smaller, turned or divided, in every look."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from inside import left, left_in_pdf
from looks import chosen, page
from small_underlag import Values

from generator.document.pdf import layout
from generator.document.pdf.draw import report_pdf
from generator.model.registers import OutlineBlock
from generator.subjects.free_tables.rows import FreeRow, FreeTable

LOOKS = ("", "jamtland", "kontrast", "rar-sormland", "sofint", "sydnarke")
SENTENCE = "Förbundet har under året samlat parterna kring gemensamma insatser. "
MONTHS = (
    "Januari", "Februari", "Mars", "April", "Maj", "Juni", "Juli", "Augusti", "September", "Oktober", "November",
    "December", "Trettonde", "Fjortonde", "Femtonde", "Sextonde",
)  # fmt: skip


def amount(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def markdown(columns: int, heads: tuple[str, ...] = MONTHS * 2) -> str:
    """A table in a text, of amounts of seven digits."""
    rows = (
        f"| Kommun {row} | " + " | ".join(amount(1234567 + row + column) for column in range(columns)) + " |"
        for row in range(3)
    )
    return "\n".join((f"| Kommun | {' | '.join(heads[:columns])} |", "|---" + "|---:" * columns + "|", *rows))


def own(columns: int) -> list[dict[str, Any]]:
    """The rows of a table of the association's own."""
    name = f"Tabell {columns}"
    cells = [f"value_{number}" for number in range(1, columns + 1)]
    heads = {"table": name, "kind": "kolumner", "label": "Kommun", **dict(zip(cells, MONTHS, strict=False))}
    rows = [
        {"table": name, "label": label, **{cell: 1234567 + at for at, cell in enumerate(cells)}}
        for label in ("Ljusnarsbergs kommun", "Hällefors kommun")
    ]
    return [heads, *rows, {"table": name, "kind": "summa", "label": "Summa"}]


WIDTHS: Values = {
    OutlineBlock: [
        {"level": 1, "heading": "Egna tabeller", "text": SENTENCE},
        *({"content": "Egen tabell", "name": f"Tabell {columns}"} for columns in (3, 6, 9, 12)),
        *(
            {"level": 2, "heading": f"Text med {columns}", "text": f"{SENTENCE}\n\n{markdown(columns)}\n\n{SENTENCE}"}
            for columns in (16, 30)
        ),
    ],
    FreeTable: [{"name": f"Tabell {columns}"} for columns in (3, 6, 9, 12)],
    FreeRow: [row for columns in (3, 6, 9, 12) for row in own(columns)],
}


@contextmanager
def layouts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Keep what is laid out."""
    made: list[Any] = []
    lay_out = layout.laid_out

    def kept(html: Any, **options: Any) -> Any:
        made.append(lay_out(html, **options))
        return made[-1]

    with monkeypatch.context() as patched:
        patched.setattr("generator.document.pdf.draw.laid_out", kept)
        yield made


@pytest.mark.parametrize("template", LOOKS)
def test_no_box_is_outside_its_page(template: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    look = chosen(tmp_path, template=template)
    with layouts(monkeypatch) as made:
        pdf = report_pdf(page(look, WIDTHS), tmp_path, look)
    assert left(made[-1]) == []
    assert left_in_pdf(pdf) == []
