"""Number formats: the code of each style, and whether a number in it is a date or a length of time."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from generator.cell_formats.sections import sections_of
from generator.findings.limits import hold
from generator.ground.limits import FORMAT_LETTERS
from generator.workbook.package import tags

_KRONOR, _KRONOR_RED = '#,##0\\ "kr";\\-#,##0\\ "kr"', '#,##0\\ "kr";[Red]\\-#,##0\\ "kr"'
_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: _KRONOR,
    6: _KRONOR_RED,
    7: _KRONOR.replace("##0", "##0.00"),
    8: _KRONOR_RED.replace("##0", "##0.00"),
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "hh:mm",
    21: "hh:mm:ss",
    22: "yyyy-mm-dd hh:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;[Red]-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;[Red]-#,##0.00",
    41: '#,##0;-#,##0;"-"',
    42: '#,##0\\ "kr";-#,##0\\ "kr";"-"\\ "kr"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '#,##0.00\\ "kr";-#,##0.00\\ "kr";"-"\\ "kr"',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
}
"""Codes that a file names by number only (ECMA-376, 18.8.30), as a Swedish Excel shows them."""


class NumberFormat(NamedTuple):
    """How a cell shows a number. ``code`` is empty for *General*."""

    code: str = ""
    is_date: bool = False
    is_duration: bool = False


@lru_cache
def number_format(code: str) -> NumberFormat:
    """Judge a format by its first section, the one for positive numbers."""
    if code.casefold() == "general":
        return NumberFormat()
    first = sections_of(code)[0]
    return NumberFormat(code, first.is_date, first.is_duration)


def formats_of(styles: Element) -> tuple[NumberFormat, ...]:
    """The format of each style that a cell may name by its number; fonts, fills and borders are never looked at."""
    lists = {name: child for child in styles for name in ("numFmts", "cellXfs") if child.tag in tags(name)}
    own = {int(each.get("numFmtId", "0")): each.get("formatCode", "") for each in lists.get("numFmts", ())}
    hold(FORMAT_LETTERS, max(map(len, own.values()), default=0))
    return tuple(_format_of(style, own) for style in lists.get("cellXfs", ()))


def _format_of(style: Element, own: Mapping[int, str]) -> NumberFormat:
    number = int(style.get("numFmtId", "0"))
    return number_format(own.get(number, _BUILT_IN.get(number, "")))
