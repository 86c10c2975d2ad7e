"""The control sums of *Läs mig*: live formulas that show what the program derives, also in a spreadsheet program."""

import inspect
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import range_boundaries
from openpyxl.workbook.workbook import Workbook
from pdfs import ROOT
from small_underlag import Values, small

from generator.checks.messages_parts import PARTS_ASKED, PARTS_REMAIN
from generator.figures.figure import FigureId
from generator.findings.finding import Severity
from generator.findings.message import severity_of
from generator.model.amounts import BalanceItem, DirectAdjustment, IncomeOrCost, OpeningBalance
from generator.model.association import Association
from generator.model.columns import ChoiceColumn
from generator.model.registers import Note
from generator.model.rows import Row, columns
from generator.pipeline import examine
from generator.starter.folder import TEXTS_NAME, new_texts, new_workbook
from generator.statements.balance_sheet import BALANCE_DIFFERENCE, EQUITY
from generator.statements.income_statement import NET_RESULT
from generator.statements.lines import BALANCE_LINES, INCOME_LINES, LINES
from generator.statements.statement import Kind
from generator.subjects.granted.rows import LINE as BELOW_THE_LINE
from generator.subjects.granted.rows import Grant
from generator.subjects.members.rows import Member
from generator.subjects.merger.rows import TakenOver
from generator.subjects.messages import PART_WAITS
from generator.subjects.registry import all_tabs, component_layouts
from generator.subjects.roll_forward.rows import RollRow
from generator.workbook.status import REMAINS
from generator.workbook.write import write_workbook

INPUTS = sorted((ROOT / "inputs").glob("*/underlag.xlsx"))
NAMED = {
    "Årets resultat": NET_RESULT,
    "Eget kapital vid årets slut": EQUITY,
    "Balansräkningens skillnad": BALANCE_DIFFERENCE,
}
YEARS = {"C": 0, "D": -1}
PENSIONS, EQUIPMENT = "Avsättningar för pensioner och liknande förpliktelser", "Maskiner och inventarier"
Sums = dict[tuple[str, int], Decimal]


# ---------------------------------------------------------------- what is typed


def every_line() -> Values:
    """Each line has an amount of its own power of two, so that no line can be missing or turned unseen."""
    typed = [line for line in (*INCOME_LINES, *BALANCE_LINES) if line.kind is not Kind.EQUITY]
    rows: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    for power, line in enumerate(typed):
        row = {"line": line.label, "this_year": 2**power, "last_year": 3 * 2**power}
        part = {**row, "level": "varav", "note_row": "varav något", "this_year": 2**power // 2}
        rows[line.is_flow] += [row, part]
    return {
        Association: [{"name": "F", "year": 2025}],
        IncomeOrCost: rows[True],
        BalanceItem: rows[False],
        OpeningBalance: [{"line": "Eget kapital", "amount": 17}, {"line": "Fordringar", "amount": 5}],
        DirectAdjustment: [
            {"year": 2025, "amount": 1000, "reason": "rättelse"},
            {"year": 2024, "amount": -300, "reason": "rättelse"},
        ],
    }


def with_members_and_changes() -> Values:
    """Contributions in the register of members, pensions and equipment as their changes, one line by another name."""
    values = small()
    values[Note].append({"key": "Pensioner"})
    values[Member] = [
        {"name": "Staten", "category": "staten", "this_year": 700, "last_year": Decimal("600.50")},
        {"name": "Region Provet", "category": "region", "this_year": Decimal("350.25"), "last_year": 300},
    ]
    values[RollRow] = [
        {"line": PENSIONS, "note": "Pensioner", "kind": "ingående", "last_year": 100},
        {"line": PENSIONS, "note": "Pensioner", "label": "Nyintjänad pension", "this_year": 35, "last_year": 60},
        {"line": PENSIONS, "note": "Pensioner", "label": "Utbetalt", "this_year": -5, "last_year": Decimal("-10.10")},
        {"line": EQUIPMENT, "group": "Anskaffningsvärde", "kind": "ingående", "last_year": 900},
        {"line": EQUIPMENT, "group": "Anskaffningsvärde", "label": "Inköp", "this_year": 250, "last_year": 40},
        {"line": EQUIPMENT, "group": "Avskrivningar", "kind": "ingående", "last_year": -300},
        {"line": EQUIPMENT, "group": "Avskrivningar", "kind": "avskrivning", "this_year": -95, "last_year": -90},
    ]
    values[BalanceItem][0] |= {"line": "Kortfristiga fordringar"}
    return values


def with_sales_and_a_merger() -> Values:
    """What was sold, scrapped and written down is in the result, and what was taken over in the equity."""
    values = with_members_and_changes()
    equipment = {"line": EQUIPMENT, "group": "Anskaffningsvärde"}
    shares = {"line": "Finansiella anläggningstillgångar", "group": "Andelar"}
    merged = {"kind": "övertaget vid sammanläggning"}
    values[RollRow] += [
        equipment | {"kind": "försäljning", "label": "Bil", "this_year": -80, "price": 33, "last_year": -7},
        equipment | {"kind": "utrangering", "this_year": -6, "last_year": -3},
        equipment | {"kind": "nedskrivning", "this_year": -11},
        shares | {"kind": "inköp", "this_year": 500},
        shares | {"kind": "nedskrivning", "this_year": -120},
        shares | {"kind": "försäljning", "this_year": -200, "price": 260},
        {"line": PENSIONS, "note": "Pensioner", "this_year": 13, "last_year": 2} | merged,
        equipment | {"this_year": 21} | merged,
    ]
    values[TakenOver] = [
        {"line": "Kassa och bank", "note": "Pensioner", "this_year": 70, "last_year": Decimal("5.50")},
        {"line": "Kortfristiga skulder", "this_year": 44},
    ]
    return values


def with_other_names() -> Values:
    """Each choice is typed by the last of its other names that is accepted."""
    values = with_sales_and_a_merger()
    for model, rows in values.items():
        kinds = {column.name: column.kind for column in columns(model)}
        names = {
            name: {meant: other for other, meant in kind.aliases}
            for name, kind in kinds.items()
            if isinstance(kind, ChoiceColumn)
        }
        values[model] = [{name: names.get(name, {}).get(value, value) for name, value in row.items()} for row in rows]
    assert "skrotning" in {row.get("kind") for row in values[RollRow]}
    return values


def written(values: Mapping[type[Row], Sequence[Mapping[str, Any]]], to: Path, units: Mapping[str, str]) -> Path:
    to.parent.mkdir()
    to.write_bytes(write_workbook(all_tabs(), values, component_layouts(), units))
    return to


# ---------------------------------------------------------------- what is shown, and what is derived


def derived(path: Path) -> Sums:
    """The sums as the program derives them."""
    made = examine(path).derived
    assert made is not None
    year = made.association.year
    return {
        (label, shift): made.figures[FigureId(code, year + shift)].amount
        for label, code in NAMED.items()
        for shift in YEARS.values()
    }


def places(book: Workbook) -> dict[tuple[str, int], str]:
    """Where each control sum stands in the guide."""
    guide = book["Läs mig"]
    rows = {guide.cell(row, 2).value: row for row in range(1, guide.max_row + 1)}
    return {(label, shift): f"{column}{rows[label]}" for label in NAMED for column, shift in YEARS.items()}


class Sheets:
    """Calculates the few formulas that the guide is made of, from the cells as they stand."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._areas: dict[tuple[str, str], list[Any]] = {}
        self._known = {
            "SUM": lambda area: sum(map(_amount, area), start=Decimal(0)),
            "SUMIFS": self._sumifs,
            "COUNTA": lambda area: sum(value is not None for value in area),
            "SUMPRODUCT": lambda value: value,
            "IF": lambda holds, one, other: one if holds else other,
            "area": self._area,
            "cell": self._cell,
        }

    def sums(self) -> Sums:
        return {key: self._cell("Läs mig", place) for key, place in places(self._book).items()}

    def _cell(self, sheet: str, place: str) -> Any:
        value = self._book[sheet][place].value
        if not isinstance(value, str) or not value.startswith("="):
            return value
        text = value.removeprefix("=").replace('"<>', '"!').replace("=", "==")
        text = re.sub(r"'([^']+)'!([A-Z$0-9]+:[A-Z$0-9]+)", r'area("\1","\2")', text)
        text = re.sub(r"'([^']+)'!([A-Z$0-9]+)", r'cell("\1","\2")', text)
        text = re.sub(r"(?<![\w\"$])([A-D]\d+)\b", r'cell("Läs mig","\1")', text)
        text = re.sub(r"\{([^}]*)\}", lambda names: f"[{names[1].replace(';', ',')},]", text)
        return eval(text, {"__builtins__": {}}, self._known)  # noqa: S307 - our own

    def _area(self, sheet: str, area: str) -> list[Any]:
        """A column's values, read once: the formulas ask for the same few columns, a thousand rows each."""
        if (sheet, area) not in self._areas:
            self._areas[sheet, area] = self._read(sheet, area)
        return self._areas[sheet, area]

    def _read(self, sheet: str, area: str) -> list[Any]:
        column, first, _, last = range_boundaries(area.replace("$", ""))
        assert column is not None
        assert first is not None
        assert last is not None
        cells = self._book[sheet].iter_rows(first, last, column, column, values_only=True)
        return [value for (value,) in cells]

    def _sumifs(self, amounts: list[Any], *tests: Any) -> Decimal:
        asked = list(zip(tests[::2], tests[1::2], strict=True))
        filled = ((number, amount) for number, amount in enumerate(amounts) if amount)
        held = (amount for number, amount in filled if all(_holds(area[number], want) for area, want in asked))
        return sum(map(_amount, held), start=Decimal(0))


def _amount(value: Any) -> Decimal:
    return Decimal(str(value or 0))


def _holds(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, str) and wanted.startswith("!"):
        return bool(value != wanted[1:])
    return bool(value in wanted if isinstance(wanted, list) else value == wanted)


IN_THOUSANDS = {"Balansposter": "tkr", "Medlemmar": "tkr"}


@pytest.mark.parametrize(
    ("values", "units"),
    [
        (every_line, {}),
        (with_sales_and_a_merger, IN_THOUSANDS),
        (with_other_names, IN_THOUSANDS),
    ],
)
def test_the_control_sums_are_the_derived_figures(values: Any, units: Mapping[str, str], tmp_path: Path) -> None:
    path = written(values(), tmp_path / "f" / "underlag.xlsx", units)
    expected = derived(path)
    assert all(expected.values())
    assert Sheets(openpyxl.load_workbook(path)).sums() == expected


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) saknas: formlerna räknas inte i det")
def test_libreoffice_calculates_the_derived_figures(tmp_path: Path) -> None:
    """All at once: the program takes longer to start than to calculate."""
    new = tmp_path / "nytt" / "underlag.xlsx"
    new.parent.mkdir()
    new.write_bytes(new_workbook("Samordningsförbundet Exempel", 2025))
    (new.parent / TEXTS_NAME).write_bytes(new_texts())
    inputs = [path for path in INPUTS if path.parent.name == "jamtland-2021"]
    units = {"Medlemmar": "tkr", "Sammanläggning": "tkr"}
    paths = [
        *inputs,
        new,
        written(with_sales_and_a_merger(), tmp_path / "sålt" / "underlag.xlsx", units),
    ]
    books = dict(zip(paths, in_libreoffice(paths, tmp_path), strict=True))
    assert {path: shown(book) for path, book in books.items()} == {path: derived(path) for path in paths}
    for path in (*inputs, new):
        grave, any_of = (told(path, least) for least in (Severity.ERROR, Severity.WARNING))
        assert grave <= undone(books[path]) <= any_of, path.parent.name


def shown(book: Workbook) -> Sums:
    """What the control cells show, to the öre."""
    return {key: round(Decimal(str(book["Läs mig"][place].value)), 2) for key, place in places(book).items()}


def undone(book: Workbook) -> set[str]:
    """The tabs that *Läs mig* tells as not done."""
    rows = book["Läs mig"].iter_rows(min_col=2, max_col=3, values_only=True)
    return {str(tab) for tab, told in rows if str(told).startswith(REMAINS)}


def told(path: Path, least: Severity) -> set[str]:
    """The tabs of which ``check`` says that something remains, or is as grave as ``least``.

    What the law asks for may be written anywhere, so that no tab alone lacks it; so may what a heading waits for.
    """
    anywhere = {PARTS_REMAIN.code, PARTS_ASKED.code, PART_WAITS.code}
    findings = ((severity_of(each), each.place.tab) for each in examine(path).findings if each.code not in anywhere)
    return {tab for severity, tab in findings if tab and (severity >= least or severity is Severity.REMAINING)}


def in_libreoffice(paths: Sequence[Path], folder: Path) -> Iterator[Workbook]:
    """The workbooks with the values that LibreOffice calculates anew when it opens them."""
    copies = folder / "in", folder / "out"
    copies[0].mkdir()
    named = [copies[0] / f"{path.parent.name}.xlsx" for path in paths]
    for path, copy in zip(paths, named, strict=True):
        shutil.copy(path, copy)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(copies[1]), *map(str, named)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - our own words
    for copy in named:
        yield openpyxl.load_workbook(copies[1] / copy.name, data_only=True)


# ---------------------------------------------------------------- the declarations behind both


def test_every_tab_with_amounts_on_added_lines_declares_them() -> None:
    """A model that made Facts without declaring them would be in the figures and in no control sum."""
    models = {section.model for tab in all_tabs() for section in tab.sections}
    making = {model for model in models if re.search(r"\bFact\(", inspect.getsource(getattr(model, "facts", examine)))}
    undeclared = {model for model in making if not model.booked}
    assert undeclared == {Grant}
    assert LINES[BELOW_THE_LINE].sign == 0
    assert {each.field for model in making for each in model.booked} <= {
        column.name for model in making for column in columns(model)
    }
