"""The cases in ``cases/*.txt``: broken workbooks as text tables, with all that ``check`` should say about each.

    # Ett ord där ett belopp ska stå
    == Balansposter ==
    E2: saknas
    ---
    amount_not_a_number: Fel, fliken Balansposter, cell E2
        ”saknas” är inget belopp.
        ...

The table is laid over ``cases/base.txt``, in which nothing is wrong. See ``tests/workbooks.py`` for its signs. Set
``REWRITE_CASES=1`` to write what is found today into the files, and then read the difference.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from picture_files import PNG
from workbooks import as_xlsx, laid_over, sheets

from generator.findings.finding import Finding
from generator.findings.message import message
from generator.pipeline import Examination, examine

CASES = Path(__file__).parent / "cases"
BASE = sheets((CASES / "base.txt").read_text(encoding="utf-8"))
NOTHING = "inget"

PICTURES = {
    "bild.png": PNG,
    "logga.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "egentligen text.png": b"ingen bild",
    "gammal.gif": b"GIF89a",
}
"""What lies beside the workbook of every case."""


@dataclass(frozen=True)
class Case:
    """A broken workbook, and what should be said about it."""

    file: str
    title: str
    table: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file}: {self.title}"


@cache
def examined(case: Case) -> Examination:
    """Write a case's workbook into a folder and let the program examine it; once, for all tests."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "exempel"
        folder.mkdir()
        for name, content in PICTURES.items():
            (folder / name).write_bytes(content)
        (folder / "underlag.xlsx").write_bytes(as_xlsx(laid_over(BASE, case.table)))
        return examine(folder)


def all_cases() -> Iterator[Case]:
    """Read the cases of all files."""
    for path in sorted(CASES.glob("*.txt")):
        if path.name != "base.txt":
            yield from _cases_of(path)


def _cases_of(path: Path) -> Iterator[Case]:
    for piece in re.split(r"(?m)^# ", path.read_text(encoding="utf-8"))[1:]:
        title, _, rest = piece.partition("\n")
        table, _, expected = rest.partition("\n---")
        yield Case(path.stem, title.strip(), table, expected.strip("\n"))


def rewritten(case: Case, found: str) -> None:
    """Put what is found today into the case's file."""
    path = CASES / f"{case.file}.txt"
    pieces = re.split(r"(?m)^(?=# )", path.read_text(encoding="utf-8"))
    for index, piece in enumerate(pieces):
        if piece.startswith(f"# {case.title}\n"):
            table = piece.partition("\n---")[0].rstrip()
            pieces[index] = f"{table}\n---\n{found}\n\n"
    path.write_text("".join(pieces).rstrip() + "\n", encoding="utf-8")


def as_listed(findings: Sequence[Finding]) -> str:
    """List findings as the case files do."""
    return "\n".join(line for finding in findings for line in _lines(finding)) or NOTHING


def _lines(finding: Finding) -> Iterator[str]:
    each = message(finding)
    yield f"{finding.code}: {each.severity.word}, {each.place}"
    yield f"    {each.what}"
    if each.expected:
        yield f"    Väntat: {each.expected}."
    yield from (f"    {cause}" for cause in each.causes)
    yield f"    {each.remedy}"
