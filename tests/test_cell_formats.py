"""Number formats as a Swedish spreadsheet shows them: each pair was held against what LibreOffice 7 writes in sv-SE.

Where the two differ, and on purpose: a blank stands before % in all, as Swedish has it; the day in *d-mmm* has no
nought before it; blanks in place of digits are left out; the days of the week have three letters.
"""

import random
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from generator.cell_formats.show import shown_text

ACCOUNTING = '_-* #,##0\\ _k_r_-;\\-* #,##0\\ _k_r_-;_-* "-"??\\ _k_r_-;_-@_-'
DAY = datetime.fromisoformat("2021-12-07")
NOON = datetime.fromisoformat("2021-12-07T13:05:09")

PAIRS: tuple[tuple[Any, str, str], ...] = (
    (0.8, "0%", "80\u00a0%"),
    (0.057, "0.0%", "5,7\u00a0%"),
    (0.005, "0%", "1\u00a0%"),
    (1.25, "0%", "125\u00a0%"),
    (-0.12, "0%", "-12\u00a0%"),
    (0.1234, "0.00%", "12,34\u00a0%"),
    (0, "0%", "0\u00a0%"),
    (1234567.891, "#,##0.00", "1\u00a0234\u00a0567,89"),
    (1234567.891, "#,##0", "1\u00a0234\u00a0568"),
    (0, "#,##0", "0"),
    (0.4, "#,##0", "0"),
    (-1234.5, "#,##0.0", "-1\u00a0234,5"),
    (999999.5, "#,##0", "1\u00a0000\u00a0000"),
    (12, "#,##0", "12"),
    (1234567, "#\\ ##0", "1234 567"),
    (1234567, "# ##0", "1234 567"),
    (-1234, "#,##0;[Red]-#,##0", "-1\u00a0234"),
    (-5, "0;0", "5"),
    (-405, "#,##0;(#,##0)", "(405)"),
    (-405, "(#,##0)", "-(405)"),
    (0, '#,##0;-#,##0;"-"', "-"),
    (0, "#,##0;-#,##0;", ""),
    (1200000, "#,##0,", "1\u00a0200"),
    (1250000, "0.0,", "1250,0"),
    (1250000, "0.0,,", "1,3"),
    (1200000, '#,##0," tkr"', "1\u00a0200 tkr"),
    (1500000, '0.0,,"\u00a0mnkr"', "1,5\u00a0mnkr"),
    (45, '#,##0" tkr"', "45 tkr"),
    (1200, '#,##0\\ "kr"', "1\u00a0200 kr"),
    (1200, "#,##0\\ [$kr-41D]", "1\u00a0200 kr"),
    (1200, "[$€-2]\\ #,##0.00", "€ 1\u00a0200,00"),
    (5, ";;;", ""),
    (-5, ";;;", ""),
    (1, '"Ja";;"Nej"', "Ja"),
    (0, '"Ja";;"Nej"', "Nej"),
    (1, '"Ja";"Nej";"Nej"', "Ja"),
    (-1, '"Ja";"Nej";"Nej"', "Nej"),
    (3, '"saknas"', "saknas"),
    (12345.6, "0.00E+00", "1,23E+04"),
    (0.00012, "0.0E+0", "1,2E-4"),
    (12345.6, "##0.0E+0", "12,3E+3"),
    (1.5, "# ?/?", "1 1/2"),
    (0.25, "# ?/?", "1/4"),
    (2.333333, "# ??/??", "2 1/3"),
    (0.5, "?/?", "1/2"),
    (3, "# ?/?", "3"),
    (0.3, "# ?/4", "1/4"),
    (2220001234, "000000-0000", "222000-1234"),
    (7, "000", "007"),
    (7.5, "00.00", "07,50"),
    (0.5, "#.##", ",5"),
    (5, "0.##", "5"),
    (12.3456, "0.0##", "12,346"),
    (12.3, "0.0??", "12,3"),
    (5, "+0;-0;0", "+5"),
    (-5, "+0;-0;0", "-5"),
    (20, '+0" %"', "+20\u00a0%"),
    (23, '0" %"', "23\u00a0%"),
    (23, "0\\ \\%", "23\u00a0%"),
    (5, '0" st"', "5 st"),
    (1200, ACCOUNTING, "1\u00a0200"),
    (-1200, ACCOUNTING, "-1\u00a0200"),
    (0, ACCOUNTING, "-"),
    (50, '[<100]0" låg";0" hög"', "50 låg"),
    (150, '[<100]0" låg";0" hög"', "150 hög"),
    (-50, '[<100]0" låg";0" hög"', "-50 låg"),
    (50, '[>=100]"många";[>=10]"några";"få"', "några"),
    (3, '[>=100]"många";[>=10]"några";"få"', "få"),
    (1234.5, "General", "1234,5"),
    (0.1, 'General" kr"', "0,1 kr"),
    (-3, "General", "-3"),
    ("Ja", '@" (se not)"', "Ja (se not)"),
    ("Ja", '0;0;0;"x"', "x"),
    ("Ja", "0", "Ja"),
    (DAY, "d-mmm", "7-dec"),
    (DAY, "dd-mmm", "07-dec"),
    (DAY, "yyyy-mm-dd", "2021-12-07"),
    (DAY, "d/m", "7-12"),
    (DAY, "d/m/yyyy", "7-12-2021"),
    (DAY, "mmm-yy", "dec-21"),
    (DAY, "mmmm yyyy", "december 2021"),
    (datetime.fromisoformat("2021-05-07"), "mmmmm", "m"),
    (DAY, "dddd d mmmm", "tisdag 7 december"),
    (DAY, "ddd", "tis"),
    (datetime.fromisoformat("2021-03-07"), "d mmm yyyy", "7 mar 2021"),
    (DAY, "[$-409]d\\-mmm", "7-Dec"),
    (DAY, "[$-41D]d\\ mmmm\\ yyyy;@", "7 december 2021"),
    (NOON, "yyyy-mm-dd hh:mm", "2021-12-07 13:05"),
    (NOON, "h:mm AM/PM", "1:05 em"),
    (NOON, "hh:mm:ss", "13:05:09"),
    (NOON, "mm:ss", "05:09"),
    (timedelta(days=1, seconds=7500), "[h]:mm", "26:05"),
    (timedelta(days=1, seconds=7500), "[h]:mm:ss", "26:05:00"),
    (timedelta(seconds=5400), "[mm]", "90"),
    (time(8, 30), "hh:mm", "08:30"),
    (time(8, 30, 15, 500000), "mm:ss.0", "30:15,5"),
)


@pytest.mark.parametrize(("value", "code", "wanted"), PAIRS)
def test_a_cell_shows_what_a_swedish_spreadsheet_shows(value: Any, code: str, wanted: str) -> None:
    assert shown_text(value, "" if code == "General" else code) == wanted


MARKS = (
    *(
        "0",
        "#",
        "?",
        ".",
        ",",
        "%",
        "E+",
        "/",
        "@",
        "General",
        "yyyy",
        "mm",
        "mmm",
        "d",
        "h",
        "ss",
        ".0",
        "AM/PM",
        "[h]",
    ),
    *("[Red]", "[<5]", "[$kr-41D]", '"tkr"', '"', "\\", "_", "*", ";", " ", "-", "(", ")", "[", "]", "kr", "€"),
)
VALUES = (
    *(0, 1, -1, 0.8, -0.4, 1e300, -1e-300, 10**400, -405.25, float("inf"), "Ja", "", DAY, NOON),
    *(time(8, 30), timedelta(hours=26), timedelta(days=-1), date(2021, 1, 1)),
)


def test_no_format_is_too_strange_to_be_shown() -> None:
    chance = random.Random(15)  # noqa: S311 - the same formats every time
    for _ in range(3000):
        code = "".join(chance.choices(MARKS, k=chance.randint(0, 9)))
        assert isinstance(shown_text(chance.choice(VALUES), code), str)
