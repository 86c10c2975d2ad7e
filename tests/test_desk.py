"""What the desk does behind its page: what it tells of an underlag, what it makes, and how it minds its processes."""

import asyncio
import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from anyio import Event
from ledger_files import sie
from pdfs import written
from picture_files import PNG
from small_underlag import small

from generator.desk.child import Desk
from generator.desk.line import Pool
from generator.desk.sent_out import FOLDER, latest
from generator.desk.watched import saves
from generator.desk.workers import BUSY, Worker, WorkError
from generator.model.amounts import IncomeOrCost
from generator.starter.names import of_later_year


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Provet"
    place.mkdir()
    written(small(), place)
    return place


def asked(desk: Desk, folder: Path, **task: Any) -> dict[str, Any]:
    head, data = desk.answer({"folder": str(folder), **task})
    assert head["ok"], head
    return dict(json.loads(data))


def with_cost(folder: Path, amount: str) -> None:
    values = small()
    values[IncomeOrCost][1]["this_year"] = Decimal(amount)
    written(values, folder)


def walked(figures: dict[str, Any], key: str) -> set[str]:
    """The cells that a figure is made of, as the page's trace comes to them."""
    found: set[str] = set()
    for part in figures[key]["parts"]:
        found |= walked(figures, part["key"]) if "key" in part else {part["place"]["words"]}
    return found


def test_every_number_in_the_page_can_be_followed_to_its_cells(folder: Path) -> None:
    told = asked(Desk(), folder, parts=["report", "figures"])
    shown = set(re.findall(r'data-figure="([^"]+)"', told["report"]))
    assert len(shown) > 20
    assert shown <= set(told["figures"])
    result = told["figures"]["income_statement.net_result@2020"]
    assert result["formula"].startswith("Resultat efter finansiella poster")
    cells = walked(told["figures"], "income_statement.net_result@2020")
    assert any(cell.startswith("fliken Intäkter och kostnader, cell") for cell in cells)


def test_published_editions_have_no_marks(folder: Path) -> None:
    head, page = Desk().answer({"folder": str(folder), "what": "html"})
    assert head == {"ok": True, "name": "Provet.html"}
    assert b"data-figure" not in page


def test_a_finding_tells_its_cell_and_where_it_bites(folder: Path) -> None:
    values = small()
    values[IncomeOrCost][1]["this_year"] = "femhundra"
    written(values, folder)
    told = asked(Desk(), folder, parts=["report"])
    first = next(each for each in told["findings"] if each["severity"] == "Fel")
    assert first["place"]["heading"] == "Fliken Intäkter och kostnader"
    assert "Intäkter och kostnader" in [each["name"] for each in told["tabs"]]  # under the head "Flik eller fil"
    assert "femhundra" in first["what"]
    assert first["bites"]
    anchors = {bite["anchor"] for bite in first["bites"]}
    assert all(f'id="{anchor}"' in told["report"] for anchor in anchors)


def test_what_cannot_be_read_is_told_and_nothing_is_made_of_it(folder: Path) -> None:
    (folder / "underlag.xlsx").write_bytes(b"PK nothing")
    desk = Desk()
    told = asked(desk, folder, parts=["report", "figures", "changes"])
    assert (told["readable"], told["report"], told["changes"]) == (False, None, None)
    assert told["undrawn"]
    head, _ = desk.answer({"folder": str(folder), "what": "pdf"})
    assert not head["ok"]
    assert "inte en Excel-arbetsbok" in str(head["problem"])


def test_a_report_with_errors_is_shown_but_not_made(folder: Path) -> None:
    values = small()
    values[IncomeOrCost][1]["this_year"] = "femhundra"
    written(values, folder)
    desk = Desk()
    assert asked(desk, folder, parts=["report"])["report"]
    head, _ = desk.answer({"folder": str(folder), "what": "html"})
    assert head == {"ok": False, "problem": "Underlaget har fel. Rätta dem först: de står under Kontroller."}


def test_a_picture_that_is_gone_is_told_and_the_rest_of_the_report_shown(folder: Path) -> None:
    values = small(logo="borta.png")
    written(values, folder)
    told = asked(Desk(), folder, parts=["report"])
    assert any("borta.png" in each["what"] for each in told["findings"])
    assert "Bilden saknas" in told["report"]
    assert "Resultaträkning" in told["report"]


def test_a_copy_that_was_sent_out_is_compared_with(folder: Path) -> None:
    desk = Desk()
    assert asked(desk, folder, parts=["changes"])["changes"] is None
    head, _ = desk.answer({"folder": str(folder), "keep": True})
    assert head["ok"]
    copy = latest(folder)
    assert copy is not None
    assert copy.parent == folder / FOLDER
    assert (copy / "underlag.xlsx").read_bytes() == (folder / "underlag.xlsx").read_bytes()
    assert asked(desk, folder, parts=["changes"])["changes"] == {"since": copy.name, "typed": [], "derived": []}
    with_cost(folder, "777.77")
    changes = asked(desk, folder, parts=["changes"])["changes"]
    assert [each["heading"] for each in changes["typed"]] == ["Fliken Intäkter och kostnader"]
    assert any("777,77" in each["new"].replace("\u00a0", " ") or "778" in each["new"] for each in changes["typed"])
    assert any("resultat" in each["what"].lower() for each in changes["derived"])


def test_files_are_the_same_bytes_wherever_theirs_lay_and_say_nothing_of_it(folder: Path, tmp_path: Path) -> None:
    """One asks for it at once, the other after its files came another time, to a place that is no more."""
    written(small(logo="bild.png"), folder)
    (folder / "bild.png").write_bytes(PNG)
    before, after = (shutil.copytree(folder, tmp_path / place / "Provet") for place in ("innan", "efter"))
    at_once, again = Desk(), Desk()
    asked(again, before, key="samma", parts=["report"], hide=f"{before.parent}/")
    shutil.rmtree(before)
    for what in ("pdf", "html", "json", "revisor", "nasta-ar"):
        one, same = (
            desk.answer({"folder": str(place), "key": "samma", "what": what, "hide": f"{place.parent}/"})
            for desk, place in ((at_once, folder), (again, after))
        )
        assert one[0]["ok"], one[0]
        assert one == same, what
        assert not [each for each in inside(one[1]) if str(tmp_path).encode() in each], what


def test_what_is_told_says_nothing_of_where_files_lay(folder: Path, tmp_path: Path) -> None:
    (folder / "underlag.xlsx").unlink()
    for what in ("pdf", "nasta-ar"):
        head, _ = Desk().answer({"folder": str(folder), "what": what, "hide": f"{folder.parent}/"})
        assert "Provet" in str(head["problem"])
        assert str(tmp_path) not in str(head["problem"])


def test_next_year_is_a_folder_with_the_name_of_its_year(folder: Path) -> None:
    _, packed = Desk().answer({"folder": str(folder), "what": "nasta-ar"})
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert "Provet 2021/underlag.xlsx" in archive.namelist()


def test_the_year_in_a_folders_name_is_replaced_by_the_next() -> None:
    assert of_later_year("Fjällbygden 2025", 2026) == "Fjällbygden 2026"
    assert of_later_year("Fjällbygden 2020-2025", 2026) == "Fjällbygden 2020-2026"
    assert of_later_year("Fjällbygden 2020", 2026) == "Fjällbygden 2020 2026"


def inside(data: bytes) -> Iterator[bytes]:
    """A file and all that is packed in it."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from inside(archive.read(name))
    if data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            yield from (each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream))


def test_a_process_that_takes_too_long_is_ended_and_the_next_task_is_done(folder: Path) -> None:
    worker = Worker()
    try:
        worker.begin()
        with pytest.raises(WorkError):
            worker.ask({"folder": str(folder)}, 0.001)
        assert json.loads(worker.ask({"folder": str(folder)}, 60).data)["readable"]
    finally:
        worker.end()


def test_nobody_waits_in_an_endless_line() -> None:
    pool = Pool(0, most=0)
    with pytest.raises(WorkError, match=BUSY) as refused:
        asyncio.run(pool.ask({}, 1))
    assert refused.value.busy


def test_a_save_is_noticed_and_what_excel_writes_beside_is_not(folder: Path) -> None:
    async def watched() -> list[str]:
        stop, seen = Event(), list[str]()
        watching = saves(folder, stop)
        first = asyncio.ensure_future(anext(watching))
        await asyncio.sleep(0.2)
        (folder / "~$underlag.xlsx").write_bytes(b"locked")
        await asyncio.sleep(0.3)
        seen.append("noticed" if first.done() else "quiet")
        beside = folder / "ny.tmp"
        beside.write_bytes((folder / "underlag.xlsx").read_bytes() + b"\0")
        beside.replace(folder / "underlag.xlsx")
        await asyncio.wait_for(first, 5)
        seen.append("noticed")
        stop.set()
        return seen

    assert asyncio.run(watched()) == ["quiet", "noticed"]


def begun(
    home: Path, monkeypatch: pytest.MonkeyPatch, ledger: object = "", *, at_home: object = True, **form: object
) -> tuple[dict[str, object], bytes]:
    monkeypatch.setattr("generator.desk.begin.documents", lambda: home)
    filled = {"name": "Samordningsförbundet Älv/Ån", "year": "2025", "topics": [], **form}
    return Desk().answer({"begin": filled, "ledger": str(ledger), "at_home": at_home})


def test_a_new_folder_is_begun_among_the_documents_and_never_over_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Samordningsförbundet Älv Ån 2025", "Samordningsförbundet Älv Ån 2025 (2)"):
        head, _ = begun(tmp_path, monkeypatch)
        assert head["name"] == str(tmp_path / name)
        assert {each.name for each in (tmp_path / name).iterdir()} == {"underlag.xlsx", "texter.docx"}
    told = asked(Desk(), tmp_path / "Samordningsförbundet Älv Ån 2025", parts=["report"])
    assert (told["name"], told["year"], told["counts"]["Fel"]) == ("Samordningsförbundet Älv/Ån", 2025, 0)


def test_a_folder_is_called_by_the_name_without_what_no_folder_may_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "Samordningsförbundet  Älv / Ån "
    assert begun(tmp_path, monkeypatch, name=name)[0]["name"] == str(tmp_path / "Samordningsförbundet Älv Ån 2025")
    head, data = begun(tmp_path, monkeypatch, name=name, at_home=False)
    assert head["name"] == "Samordningsförbundet Älv Ån 2025.zip"
    assert {Path(each).parent.name for each in zipfile.ZipFile(io.BytesIO(data)).namelist()} == {
        "Samordningsförbundet Älv Ån 2025"
    }


def test_a_year_that_is_not_the_ledgers_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bok.se").write_bytes(sie(2025))
    other, same = (begun(tmp_path, monkeypatch, tmp_path / "bok.se", year=year)[0] for year in ("2021", "2025"))
    assert Path(str(other["name"])).name == "Samordningsförbundet Älv Ån 2025"
    assert "Huvudboken gäller 2025, du skrev 2021." in str(other["told"])
    assert "du skrev" not in str(same["told"])


@pytest.mark.parametrize(
    ("field", "typed", "told"), [("name", " ", "heter"), ("year", "25", "år"), ("year", "x", "år")]
)
def test_what_is_missing_in_the_form_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, field: str, typed: str, told: str
) -> None:
    head, _ = begun(tmp_path, monkeypatch, **{field: typed})
    assert not head["ok"]
    assert told in str(head["problem"])
    assert not list(tmp_path.iterdir())


def test_a_working_draft_is_made_of_what_is_wrong_and_a_board_s_is_not(folder: Path) -> None:
    values = small()
    values[IncomeOrCost][1]["this_year"] = "femhundra"
    written(values, folder)
    desk = Desk()
    head, data = desk.answer({"folder": str(folder), "what": "arbetsutkast"})
    assert (head["name"], data[:5]) == ("Provet arbetsutkast.pdf", b"%PDF-")
    assert not desk.answer({"folder": str(folder), "what": "utkast"})[0]["ok"]
