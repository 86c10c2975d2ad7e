"""Forms filled in and sent back, as an insats does it in Excel: opened, typed in, saved under a name of its own."""

import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
from straight import grids

from generator.figures.derivation import derive_all
from generator.findings.finding import Finding
from generator.forms.answers import with_answers
from generator.forms.asking import Sending
from generator.forms.write import forms, insatser_of_year
from generator.model.rows import Row
from generator.model.underlag import Underlag, make_underlag
from generator.model.values import RawSection
from generator.subjects.registry import all_declarations, all_tabs, component_names, more_facts
from generator.workbook.form_page import CELLS_TAB, FORM_TAB, INPUT
from generator.workbook.load import Added
from generator.workbook.read import read_tabs

Values = Mapping[type[Row], list[dict[str, Any]]]
Answers = Mapping[tuple[Any, ...], Any]
"""What is typed in a form, by tab, column and what the row is known by, or the number of a row of its own."""


def rows_of(values: Values) -> Mapping[type[Row], RawSection]:
    tabs = all_tabs()
    return read_tabs(grids(tabs, values), tabs)[0]


def underlag_of(rows: Mapping[type[Row], RawSection]) -> tuple[Underlag, list[Finding]]:
    return make_underlag(rows, all_tabs(), component_names())


def written_forms(values: Values) -> dict[str, bytes]:
    """The forms of all insatser of the year, by the names of their files."""
    underlag, _ = underlag_of(rows_of(values))
    derived = derive_all(underlag, all_declarations, more_facts())
    assert derived is not None
    return dict(forms(derived, insatser_of_year(underlag), Sending()))


def filled_in(form: bytes, answers: Answers, change: Callable[[Any], None] | None = None) -> bytes:
    """A form with answers typed in its cells, and perhaps changed otherwise too."""
    book: Any = openpyxl.load_workbook(io.BytesIO(form))
    left = dict(answers)
    for cells in book[CELLS_TAB].iter_rows():
        for cell in cells:
            if str(cell.value).startswith(INPUT):
                tab, field, own, *keys = json.loads(cell.value.removeprefix(INPUT))
                asked = (tab, field, own) if own else (tab, field, *keys)
                if asked in left:
                    target = book[FORM_TAB][cell.coordinate]
                    assert not target.protection.locked
                    target.value = left.pop(asked)
    assert not left
    if change is not None:
        change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def returned(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Lay files in the folder of answers."""
    (folder / "svar").mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / "svar" / name).write_bytes(data)
    return folder


def answered(folder: Path, values: Values) -> Added:
    """What comes of the answers beside a workbook of ``values``."""
    return with_answers(folder, rows_of(values))
