"""No terminal obeys what stands in a workbook, a text or a name, and no value is quoted without end."""

import json
from pathlib import Path
from typing import Any

import pytest
from looks import put
from pdfs import written

from generator import cli
from generator.console import findings_as_text
from generator.findings.message import LONGEST, message
from generator.ground.printable import one_line, printable, printable_json
from generator.ground.source import Source
from generator.model.amounts import IncomeOrCost
from generator.model.association import Association
from generator.model.messages import AMOUNT_NOT_A_NUMBER
from generator.model.registers import OutlineBlock
from generator.pipeline import Examination, examine

CODES = (*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0))
OBEYED = [*map(chr, CODES), *"\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069"]
EVIL = "a_x001B_[2Jb\x9b31mc\u202ed_x0007_e\x85f\ng\u2028h"
"""A cell's text, as a workbook may hold it: control codes below 32 are escaped there."""


def harmless(text: str) -> bool:
    return not set(text) & set(OBEYED)


@pytest.mark.parametrize("sign", OBEYED, ids=repr)
def test_what_a_terminal_obeys_is_shown_and_not_sent(sign: str) -> None:
    assert harmless(printable(f"å{sign}ä"))
    assert harmless(one_line(f"å{sign}ä", 100))
    assert json.loads(printable_json(json.dumps(f"å{sign}ä", ensure_ascii=False))) == f"å{sign}ä"
    assert harmless(printable_json(json.dumps(f"å{sign}ä", ensure_ascii=False)))


def test_what_is_harmless_is_printed_as_it_is() -> None:
    text = "Årets resultat: −1 234 kr – ”så”\n\tnästa rad 😀"
    assert printable(text) == text
    assert one_line("två\n  rader", 100) == "två rader"
    assert one_line("två\tord", 100) == "två ord"
    assert one_line("x" * 11, 10) == "x" * 8 + " …"


def test_a_huge_value_is_cut_by_whoever_writes_the_message() -> None:
    told = message(AMOUNT_NOT_A_NUMBER.found(Source(0, "F" * 9999, 2, 3, "x" * 99_999), found="x" * 99_999))
    assert len(told.what) < 400
    assert len(told.place.tab) < 400
    assert len(told.about) <= LONGEST


@pytest.fixture
def evil(tmp_path: Path) -> Path:
    """A folder where everything that can be named has a name that a terminal would obey."""
    outline = ({"level": 1, "heading": f"Rubrik {EVIL}", "text": f"Se {{{{ {EVIL} }}}} och ![x]({EVIL}.png)."},)
    amounts: Any = ({"line": f"Rad {EVIL}", "this_year": f"femtio {EVIL}"},)
    folder = tmp_path / "mapp \x1b[31m\u202e\n\x9b"
    folder.mkdir()
    written({Association: ({"name": EVIL, "year": 2025},), IncomeOrCost: amounts, OutlineBlock: outline}, folder)
    profile = '"fä\\u001brg\\u202e" = "x"\naccent = "a\\u001b[2J\\u009b"\n'
    names = ("typ\x1b.ttf", "m\x9b.html", "b\u202e.png", "k\nx.css")
    fonts = [f"fonts/{name}" for name in names]
    put(folder / "mall", {"profil.toml": profile, **dict.fromkeys((*names, *fonts), "")})
    put(folder / "texter", {"a\x1b[2J\u202e.md": f"# Nej {EVIL}\n\nx\n", "b\x9b.doc": ""})
    return folder


def test_nothing_in_a_list_of_findings_is_obeyed(evil: Path) -> None:
    found = examine(evil)
    text = printable(findings_as_text([found]))
    assert len(found.findings) > 12
    assert harmless(text)
    assert "k x.css" in text


COMMANDS = ("check .", "check . --format json", "figures .", "compare . .", "render .", "new nytt --from .")


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_sends_it_to_the_terminal(
    evil: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(evil)
    with pytest.raises(SystemExit):
        cli.main([str(evil) if word == "." else word for word in command.split()])
    told = capfd.readouterr()
    assert told.out + told.err
    assert harmless(told.out + told.err)
    assert "Ett fel i programmet" not in told.err


def test_nothing_of_it_reaches_the_title_or_the_headings_of_the_report(evil: Path) -> None:
    report = examine(evil).whole
    printed = [report.association.name, *(each.heading for each in report.blocks)]
    assert len(printed) > 1
    assert all(map(harmless, printed))


def test_an_examination_without_a_file_tells_its_path_on_a_line() -> None:
    assert findings_as_text([Examination(Path("a\nb\x1b"), None, ())]).splitlines()[0] == "a b\\x1b"
