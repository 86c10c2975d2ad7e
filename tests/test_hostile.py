"""A short part of ``script/hostile``: one attack of each kind, answered in Swedish, with a place, in time."""

import errno
import random
from pathlib import Path

import pytest
from hostile.__main__ import all_attacks
from hostile.attack import CHECK, Attack, tried
from hostile.books import small_book

from generator.cli import main
from generator.streams import told

ATTACKS = {attack.name: attack for attack in all_attacks(random.Random(1))}  # noqa: S311
"""All by name; of several with one name the last."""


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
    ],
)
def test_an_attack_is_answered_with_its_place(
    name: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told_of_it = answered(ATTACKS[name], tmp_path / "provet", capsys, "check")
    assert status == 1
    assert says in told_of_it
    assert "Ett fel i programmet" not in told_of_it


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
    assert len(ATTACKS) > 500
    assert CHECK in {run for attack in ATTACKS.values() for run in attack.runs}
