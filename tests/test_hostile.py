"""A short part of ``script/hostile``: one attack of each kind, answered in Swedish, with a place, in time."""

import errno
import random
from functools import cache
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from hostile.__main__ import all_attacks
from hostile.attack import CHECK, Attack, as_bytes, tried
from hostile.books import small_book
from hostile.pictures import use_bomb
from hostile.styles import css_attacks

from generator.cli import main
from generator.document.style_limits import style_faults
from generator.files.drawings import is_intricate
from generator.findings.message import message
from generator.findings.text_limits import hold_text
from generator.ground.source import Source
from generator.streams import told


@cache
def attacks() -> dict[str, Attack]:
    """All by name; of several with one name the last. They are made when the first is asked for."""
    return {attack.name: attack for attack in all_attacks(random.Random(1))}  # noqa: S311


def answered(attack: Attack, folder: Path, capsys: pytest.CaptureFixture[str], *command: str) -> tuple[int, str]:
    """Run a command here on a report under attack: its status, and what was told."""
    folder.mkdir(exist_ok=True)
    (folder / "underlag.xlsx").write_bytes(small_book())
    attack.put(folder)
    with pytest.raises(SystemExit) as ended:
        main([*command, str(folder)])
    out, err = capsys.readouterr()
    return int(str(ended.value.code)), out + err


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("profile: 10 000 digits", "rad 1: 10\u00a0011 tecken på en rad i profil.toml är fler än de 1\u00a0000"),
        ("profile: arrays in arrays, closed", "tecken på en rad i profil.toml"),
        ("profile: dotted tables", "tecken i profil.toml"),
        ("profile: 20 000 keys", "tecken i profil.toml"),
        ("profile: wrong types", "rad 1: ”en lista […]” är ingen färg"),
        ("profile: multiline", "rader i profil.toml"),
        ("1.2 million cells", "Fliken Intäkter och kostnader\n"),
        ("2 000 columns", "Fliken Intäkter och kostnader\n"),
        ("4 000 rows of costs", "Fliken Intäkter och kostnader\n"),
        ("500 unknown tabs", "flikar är fler än de 400"),
        ("number format [[[[[[[[", "tecken i ett talformat"),
        ("text of tabs", "Siffror i texterna"),
        ("text of brackets", "Fliken Innehåll\n"),
        ("30 000 stars in a text", "rad 3: 30\u00a0000 tecken i följd"),
        ("a word of 200 000 letters", "rad 3: 200\u00a0000 tecken i följd"),
        ("quotes in quotes", "Filen texter.md"),
        ("lists in lists", "Filen texter.md"),
        ("3 000 subheadings", "Filen texter.md"),
        ("100 000 lines", "rader i en textfil"),
        ("svg: use bomb", "former som består av sig själva"),
        ("svg: use in a ring", "former som består av sig själva"),
        ("svg: nested", "för många nivåer"),
        ("svg: 30 MB", "b.svg"),
    ],
)
def test_an_attack_is_answered_with_its_place(
    name: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told_of_it = answered(attacks()[name], tmp_path / "provet", capsys, "check")
    assert status in {0, 1, 3}
    assert says in told_of_it
    assert "Ett fel i programmet" not in told_of_it


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("a{ × 5 000", "nivåer av parenteser"),
        ("doubled variable", "--v"),
        ("variable loop", "är gjord av sig själv"),
        ("font-size 1e7pt", "talet 1e7"),
        ("one selector of 10 000 parts", "tecken i en och samma regel"),
        ("10 000 rules", "tecken i stil.css"),
    ],
)
def test_a_style_sheet_without_measure_is_refused_before_it_is_tried(kind: str, says: str) -> None:
    css = as_bytes(dict(css_attacks())[kind]).decode()
    (finding,) = style_faults(css, Source(file="mall/stil.css"))
    assert says in message(finding).what


@pytest.mark.parametrize(
    "hidden",
    [
        ("var(", "VAR("),
        ("var(", r"v\61r("),
        ("--v", r"--\76 "),
        ("--v", "--☃"),
        ("--v", "--" + "v" * 300),
        ("p", '.a { content: "\\"/*" } p'),
        ("p", '.a { background: url("x)") } p'),
    ],
)
def test_no_way_of_writing_hides_how_long_a_variable_becomes(hidden: tuple[str, str]) -> None:
    css = as_bytes(dict(css_attacks())["doubled variable"]).decode().replace(*hidden) + ' q { content: "*/)" }'
    assert ["variabeln" in message(each).what for each in style_faults(css, Source())] == [True]


def test_what_people_write_in_style_sheets_may_be_tried() -> None:
    css = """/* a { { { */ :root { --a: 1pt; --b: calc(var(--a) * 2) } h1 { border-radius: 9999px; z-index: 9999 }
    @media print { p { color: #111111; background: url("data:image/png;base64,AAA999999999999") } }"""
    assert list(style_faults(css, Source())) == []


def test_a_drawing_that_uses_a_shape_a_few_times_may_be_drawn() -> None:
    assert not is_intricate(fromstring(use_bomb(2, 10)))
    assert is_intricate(fromstring(use_bomb(5, 10)))


@pytest.mark.parametrize(
    "text", ["---" * 40, "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 100, "- a\n" * 200, "Ord *med* vikt. " * 300]
)
def test_what_people_write_in_texts_is_read(text: str) -> None:
    hold_text(text, Source())


def test_a_name_of_control_characters_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["new", str(tmp_path / "nytt"), "--name", "A\x1b[31m"])
    assert "tecken som inte kan skrivas ut" in capsys.readouterr().err
    assert not (tmp_path / "nytt").exists()


def test_closed_and_full_streams_are_borne() -> None:
    closed = Attack("closed", runs=(("sh", "PROGRAM check underlaget <&- >&- 2>&-"),), silent=True)
    full = Attack("full", runs=(("sh", "PROGRAM rules >/dev/full; test $? = 3"),), place="disken är full")
    for attack in (closed, full):
        (outcome,) = tried(attack, small_book())
        assert (outcome.status, outcome.faults) == (0, ()), outcome


def test_what_the_system_refuses_is_said_in_swedish() -> None:
    assert told(OSError(errno.ENOSPC, "x")) == "Det som skulle visas kan inte skrivas ut: disken är full."
    assert told(OSError(errno.ENAMETOOLONG, "x", "å.pdf")).endswith(
        "å.pdf kan inte läsas eller skrivas: namnet är för långt."
    )
    assert told(OSError(999, "x", b"a")).endswith("fel 999 i datorns filsystem.")


def test_every_attack_can_be_made() -> None:
    assert len(attacks()) > 500
    assert CHECK in {run for attack in attacks().values() for run in attack.runs}
