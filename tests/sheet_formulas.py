"""A small calculator of a workbook's formulas, which knows nothing of how they were made.

It reads the file as any program does, and works out each formula from the cells that it names. What stands in a formula
that it does not know is an error.
"""

import io
import re
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

import openpyxl
from openpyxl.workbook.workbook import Workbook

Place = tuple[str, str]
_REFERENCE = re.compile(r"(?:(?:'([^']+)'|([A-Za-z]+))!)?\$?([A-Z]{1,2})\$?(\d+)(?::\$?([A-Z]{1,2})\$?(\d+))?(?![\w(])")
_TEXT = re.compile(r'"[^"]*"')


@lru_cache(maxsize=4)
def loaded(data: bytes, *, shown: bool = False) -> Workbook:
    """A workbook's formulas, or the values that are shown for them; read once, so nobody may change it."""
    return openpyxl.load_workbook(io.BytesIO(data), data_only=shown)


class Words(str):
    """A text in a formula, that others are put to."""

    __slots__ = ()

    def __matmul__(self, other: object) -> "Words":
        return Words(f"{self}{_shown(other)}")


def _shown(value: object) -> str:
    return f"{value:g}" if isinstance(value, int | float) else str(value)


class Calculator:
    """The values of a workbook's cells; ``typed`` are cells that somebody has changed."""

    def __init__(self, data: bytes, typed: Mapping[Place, Any] | None = None) -> None:
        self.book = loaded(data)
        self._values: dict[Place, Any] = dict(typed or {})

    def formulas(self) -> list[Place]:
        cells = ((sheet.title, cell) for sheet in self.book for row in sheet.iter_rows() for cell in row)
        return [(title, cell.coordinate) for title, cell in cells if cell.data_type == "f"]

    def value(self, sheet: str, cell: str) -> Any:
        if (sheet, cell) not in self._values:
            found = self.book[sheet][cell]
            self._values[sheet, cell] = self._worked_out(sheet, found.value) if found.data_type == "f" else found.value
        return self._values[sheet, cell]

    def _area(self, sheet: str, first: str, last: str) -> list[Any]:
        return [self.value(sheet, cell.coordinate) for row in self.book[sheet][f"{first}:{last}"] for cell in row]

    def _worked_out(self, sheet: str, formula: str) -> Any:
        texts: list[str] = []

        def kept(found: re.Match[str]) -> str:
            texts.append(found[0])
            return f"T{len(texts) - 1}_"

        def named(found: re.Match[str]) -> str:
            own = found[1] or found[2] or sheet
            first = f"{found[3]}{found[4]}"
            if found[5]:
                return f"_area({own!r}, {first!r}, {found[5] + found[6]!r})"
            return f"_cell({own!r}, {first!r})"

        bare = _TEXT.sub(kept, formula.removeprefix("="))
        python = re.sub(r"(?<![<>=])=(?!=)", "==", _REFERENCE.sub(named, bare)).replace("&", "@")
        python = re.sub(r"T(\d+)_", lambda found: f"Words({texts[int(found[1])]})", python)
        names: dict[str, Any] = {"_cell": self.value, "_area": self._area, "Words": Words, **FUNCTIONS}
        return eval(python, {"__builtins__": {}}, names)  # noqa: S307 - formulas that our own program wrote


def _numbers(*parts: Any) -> list[float]:
    flat = [each for part in parts for each in (part if isinstance(part, list) else [part])]
    return [each for each in flat if isinstance(each, int | float)]


def _meets(value: Any, criterion: Any) -> bool:
    """Whether a cell is what SUMIFS and COUNTIF ask for: a text in any case, a number, or one compared with."""
    wanted = str(criterion) if isinstance(criterion, str) else criterion
    if isinstance(wanted, str) and (compared := re.fullmatch(r"(<>|>|<)(.*)", wanted)):
        sign, what = compared[1], compared[2]
        if sign == "<>":
            return str(value or "").casefold() != what.casefold()
        if not isinstance(value, int | float):
            return False
        return value > float(what) if sign == ">" else value < float(what)
    if isinstance(wanted, str):
        return str(value or "").casefold() == wanted.casefold()
    return bool(value == wanted)


def _sumifs(amounts: list[Any], *asked: Any) -> float:
    pairs = list(zip(asked[::2], asked[1::2], strict=True))
    kept = (each for place, each in enumerate(amounts) if all(_meets(area[place], what) for area, what in pairs))
    return sum(_numbers(list(kept)))


def _round(value: float, places: int) -> float:
    """Half away from zero, of the digits that a program shows."""
    exact = Decimal(repr(round(value, 9)))
    return float(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "SUM": lambda *parts: sum(_numbers(*parts)),
    "SUMIFS": _sumifs,
    "COUNTIF": lambda area, what: sum(1 for each in area if _meets(each, what)),
    "ROUND": _round,
    "N": lambda value: value if isinstance(value, int | float) else 0,
    "ABS": abs,
    "IF": lambda test, one, other: one if test else other,
}
