"""Garbage in random places: the program never fails, it answers with findings."""

import io
import tempfile
import zipfile
from pathlib import Path

import pytest
from cases import BASE, PICTURES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from workbooks import Sheet, as_xlsx

from generator.console import as_data, data_together, findings_as_text
from generator.findings.finding import Severity
from generator.pipeline import Examination, examine

pytestmark = pytest.mark.slow

QUICK = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])

GOOD = as_xlsx(BASE)

ODD = r"""
0 | -1 | 1E+400 | "1e400" | 1E+30 | -1E-30 | 99999999999999999999 |
0.001 | <time 13:30> | <duration 26:00> | <true> |
<error #REF!> | <formula A1+1> | <formula A1 = > |
<date 2020-12-31> | <date 2020-12-31 23:59> | <date 1899-12-31> | "1.234" | "–" | "\n" | Summa | Eget kapital |
Kassa och bank | varav | ja | tkr | 2020 | bild.png | ../x.png | / | Post | UB i år | 811218-9876 | =1+1 | Kansli; ;; |
Ingående balanser för jämförelseåret
""".replace("\n", " ").split(" | ")

CONTENTS = st.one_of(
    st.sampled_from(ODD),
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), max_size=30
    ).map(lambda text: f'"{text}"'),
    st.integers(-(10**13), 10**13).map(str),
    st.integers(12, 500).map(lambda digits: "9" * digits),
    st.floats(-1e12, 1e12, allow_nan=False).map(lambda value: f"{value:.6f}"),
    st.floats(allow_nan=False, allow_infinity=False).map(lambda value: f"{value:E}"),
)
PLACES = st.tuples(st.sampled_from(sorted(BASE)), st.integers(1, 17), st.integers(1, 9))
MERGES = st.tuples(st.sampled_from(sorted(BASE)), st.sampled_from(["A2:A4", "A1:G1", "D2:E3", "B8:B9", "A6:B7"]))


def examined(data: bytes) -> Examination:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "underlag.xlsx"
        path.write_bytes(data)
        (path.parent / "bild.png").write_bytes(PICTURES["bild.png"])
        examination = examine(path)
    assert findings_as_text([examination]).strip()
    assert data_together([as_data(examination)]).strip()
    return examination


@QUICK
@given(st.dictionaries(PLACES, CONTENTS, min_size=1, max_size=12), st.lists(MERGES, max_size=2))
def test_garbage_in_cells_gives_findings(
    garbage: dict[tuple[str, int, int], str], merges: list[tuple[str, str]]
) -> None:
    tabs = {name: Sheet(dict(sheet.cells)) for name, sheet in BASE.items()}
    for (tab, row, column), content in garbage.items():
        tabs[tab].cells[row, column] = content
    for tab, area in merges:
        tabs[tab].merged = [area]
    examination = examined(as_xlsx(tabs))
    assert examination.readable
    # What follows from another stands after it, wherever in the workbook it is.
    orders = [finding.place.order for finding in examination.findings if finding.follows is None]
    assert orders == sorted(orders)
    told = [id(finding) for finding in examination.findings]
    assert all(id(each.follows) in told[: told.index(id(each))] for each in examination.findings if each.follows)


@QUICK
@given(st.binary(max_size=200))
def test_random_bytes_are_no_workbook(data: bytes) -> None:
    examination = examined(data)
    assert not examination.readable
    assert examination.count(Severity.ERROR) == 1


@QUICK
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_file_with_changed_bytes_gives_a_workbook_or_a_finding(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for place, byte in changes:
        data[place] = byte
    examination = examined(bytes(data))
    assert examination.readable or examination.has_errors


@QUICK
@given(st.sampled_from(zipfile.ZipFile(io.BytesIO(GOOD)).namelist()), st.data())
def test_a_part_with_changed_xml_gives_a_workbook_or_a_finding(part: str, data: st.DataObject) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                start = data.draw(st.integers(0, len(content)))
                end = data.draw(st.integers(start, min(len(content), start + 40)))
                content = (
                    content[:start] + data.draw(st.sampled_from([b"", b'"', b"<", b"0", b"-1", b"x:"])) + content[end:]
                )
            new.writestr(name, content)
    examination = examined(packed.getvalue())
    assert examination.readable or examination.has_errors
