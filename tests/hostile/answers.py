"""Forms sent back that no insats has filled in: too many, too large, leading out, made to take time."""

import io
import os
import random
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from workbooks import Sheet, as_xlsx

from generator.workbook.form_page import ABOUT_TAB, CELLS_TAB, FORM_TAB, FORM_VERSION, MARK, VERSION, WHAT, Address
from hostile.attack import CHECK, Attack

_FILES, _CELLS, _MEGABYTES = 500, 20_000, 55


def answers(chance: random.Random) -> list[Attack]:
    """All attacks by the folder of answers."""
    del chance
    made: dict[str, Callable[[Path], object]] = {
        "500 empty files": lambda folder: [(folder / f"{number}.xlsx").write_bytes(b"") for number in range(_FILES)],
        "40 bombs": lambda folder: _bombs(folder, 40),
        "a form of 20 000 cells": lambda folder: (folder / "a.xlsx").write_bytes(_vast()),
        "150 forms of 20 000 cells": lambda folder: [
            (folder / f"{number}.xlsx").write_bytes(_vast()) for number in range(150)
        ],
        "a link out": lambda folder: (folder / "a.xlsx").symlink_to("/etc/passwd"),
        "a link to itself": lambda folder: (folder / "a.xlsx").symlink_to("a.xlsx"),
        "a pipe": lambda folder: os.mkfifo(folder / "a.xlsx"),
        "a folder": lambda folder: (folder / "a.xlsx").mkdir(),
        "a name that commands a terminal": lambda folder: (folder / "a\x1b[2J\nb.xlsx").write_bytes(b"x"),
    }
    return [Attack(f"answers: {name}", partial(_laid, put), (CHECK,), "svar") for name, put in made.items()]


def _laid(put: Callable[[Path], object], folder: Path) -> None:
    (folder / "svar").mkdir()
    put(folder / "svar")


def _bombs(folder: Path, count: int) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("xl/workbook.xml", b" " * (_MEGABYTES * 1_000_000))
    for number in range(count):
        (folder / f"{number}.xlsx").write_bytes(packed.getvalue())


def _vast() -> bytes:
    """A form that asks for as many kinds of cost as there are rows."""
    asked = (Address("Insatsernas ekonomi", "reported", (f"Slag {row}",)).written() for row in range(_CELLS))
    return as_xlsx(
        {
            FORM_TAB: Sheet({(row, 1): "1" for row in range(1, 900)}),
            ABOUT_TAB: Sheet({(1, 1): WHAT, (1, 2): MARK, (2, 1): FORM_VERSION, (2, 2): f"{VERSION}"}),
            CELLS_TAB: Sheet({(1 + place // 250, 1 + place % 250): text for place, text in enumerate(asked)}),
        }
    )
