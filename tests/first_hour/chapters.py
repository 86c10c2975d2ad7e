"""The generated parts of the handbook's first hour: what the program answers, and what is typed in the example."""

import contextlib
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from first_hour.example import FOLDER, MISTYPED, NAME, TEXTS, WORKBOOK, Rows, Typed
from first_hour.filled import fill_in, sheets_of, write_texts
from first_hour.run import answer
from generator.ground.formatting import number

_LEFT_OUT = "    …"


def chapters() -> dict[str, list[str]]:
    """The chapters that need no drawing, by the name of their marks."""
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
        folder = Path(FOLDER)
        made = answer("new", FOLDER, typed=f"{NAME}{chr(10) * 40}")
        first = answer("check", FOLDER)
        tables = list(_tables(folder))
        fill_in(folder, mistyped=True)
        wrong = answer("check", FOLDER)
        fill_in(folder)
        write_texts(folder)
        right = answer("check", FOLDER)
        traced = answer("figures", FOLDER, "--trace", "eget_kapital")
    return {
        "exempel skapa": _block(made),
        "exempel tomt": _block(_parts(first, "Fliken Medlemmar")),
        "exempel celler": tables,
        "exempel fel": _block(_parts(wrong, "Fliken Balansposter")),
        "exempel texter": [*_texts()],
        "exempel rätt": _block(_parts(right, "Fliken Uppgifter om förbundet")),
        "exempel spår": [*_block("\n".join(traced.splitlines()[:_LINES])), _LEFT_OUT],
    }


_LINES = 5


def _block(text: str) -> list[str]:
    return [f"    {line}".rstrip() for line in text.strip("\n").splitlines()]


def _parts(told: str, wanted: str) -> str:
    """The beginning of an answer, the part with a heading, and the end; … for what is between them."""
    parts = told.strip().split("\n\n")
    shown = [part for part in parts[1:-1] if part.startswith(wanted)]
    assert shown, told
    return "\n\n".join((parts[0], "…", *shown, "…", parts[-1]))


def _tables(folder: Path) -> Iterator[str]:
    sheets = sheets_of(folder / "underlag.xlsx")
    for rows in WORKBOOK:
        yield from (f"**{rows.tab}**. {rows.why}", "")
        yield from _table(rows, sheets[rows.tab].heads(rows.columns)[0])
        yield ""
    tab, name, column, amount = MISTYPED
    yield f"Skriv först fel med avsikt, för att se vad som händer: {_shown(amount)} i kolumnen *{column}*"
    yield f"på raden *{name}* i fliken *{tab}*. Spara."


def _table(rows: Rows, head: int) -> Iterator[str]:
    lead = () if rows.form else ("Rad",)
    yield f"| {' | '.join((*lead, *rows.columns))} |"
    yield f"|{' --- |' * (len(lead) + len(rows.columns))}"
    for row, values in enumerate(rows.rows, start=head + 1):
        first = () if rows.form else (str(row),)
        yield f"| {' | '.join((*first, *map(_shown, values)))} |"


def _shown(typed: Typed) -> str:
    match typed:
        case Decimal():
            return number(typed, 2)
        case int():
            return number(Decimal(typed))
        case _:
            return typed or ""


def _texts() -> Iterator[str]:
    yield from ("| Under rubriken | Skriv |", "| --- | --- |")
    for heading, text in TEXTS.items():
        yield f"| {heading} | `{text}` |"
