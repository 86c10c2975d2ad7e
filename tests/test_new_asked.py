"""``new`` at a terminal: each question with its default and its number; and what a folder's name says without one."""

import io
import re
from pathlib import Path

import pytest

from generator import cli
from generator.commands.new_steps import quoted
from generator.model.columns import ReferenceColumn
from generator.model.rows import columns
from generator.model.topics import TOPICS
from generator.starter.names import association_in, year_in
from generator.subjects.registry import all_tabs
from generator.subjects.tab_order import FILLED_IN


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def asked(monkeypatch: pytest.MonkeyPatch, answers: str, *arguments: str) -> int | str | None:
    monkeypatch.setattr("sys.stdin", Terminal(answers))
    with pytest.raises(SystemExit) as stopped:
        cli.main(["new", *arguments])
    return stopped.value.code


@pytest.mark.parametrize(
    ("folder", "association", "year"),
    [
        ("Björkdalen 2025", "Björkdalen", 2025),
        ("2025_Björkdalen", "Björkdalen", 2025),
        ("Samordningsförbundet Norra Älven, årsredovisning 2024", "Samordningsförbundet Norra Älven", 2024),
        ("Älv-2023", "Älv", 2023),
        ("Björkdalen", "Björkdalen", None),
        ("2025", "", 2025),
        ("Plan 2024–2025", "Plan", None),
        ("Kod 20251", "Kod 20251", None),
        ("Torget 1066", "Torget", None),
    ],
)
def test_a_folder_s_name_says_whose_it_is_and_of_which_year(folder: str, association: str, year: int | None) -> None:
    assert (association_in(folder), year_in(folder)) == (association, year)


def test_name_and_year_are_asked_with_what_the_folder_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(monkeypatch, "\n" * 30, str(tmp_path / "Björkdalen 2025")) == 0
    out = capsys.readouterr().out
    numbers = re.findall(r"(\d+) av (\d+)\.", out)
    count = 2 + sum(1 for topic in TOPICS if topic.question)
    assert numbers == [(str(number), str(count)) for number in range(1, count + 1)]
    assert "Vad heter förbundet? [Björkdalen]" in out
    assert "Vilket år gäller årsredovisningen? [2025]" in out
    assert out.count("j/n [n]") == count - 2
    assert "för räkenskapsåret 2025" in out


def test_what_the_options_say_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ("--name", "Björkdalen", "--with", "inget")
    assert asked(monkeypatch, "femton\n1066\n2024\n", str(tmp_path / "Björkdalen 2025"), *given) == 0
    out = capsys.readouterr().out
    assert out.count("1 av 1.") == 3
    assert out.count("Skriv ett år mellan 1990 och 2100") == 2
    assert "för räkenskapsåret 2024" in out


@pytest.mark.parametrize("answers", ["", "\n\nj\n"])
def test_an_end_of_input_is_one_sentence_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answers: str
) -> None:
    assert asked(monkeypatch, answers, str(tmp_path / "Björkdalen 2025")) == 130
    assert capsys.readouterr().err.strip() == "Avbrutet. Inget har skapats."
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("path", "typed"),
    [("Alfa", "Alfa"), ("Björkdalen 2025", '"Björkdalen 2025"'), ("a & b", '"a & b"'), ("$5", "'$5'"), ("å/b", "å/b")],
)
def test_a_folder_is_quoted_as_it_is_typed(path: str, typed: str) -> None:
    assert quoted(path) == typed


def test_windows_quotes_in_its_own_way() -> None:
    typed = [quoted(each, on_windows=True) for each in ("C:\\Alfa", "C:\\Mina $ filer")]
    assert typed == ["C:\\Alfa", '"C:\\Mina $ filer"']


def test_what_is_chosen_from_stands_before_what_chooses() -> None:
    assert sorted(FILLED_IN) == sorted(tab.name for tab in all_tabs())
    for tab in all_tabs():
        for column in (column for section in tab.sections for column in columns(section.model)):
            register = column.kind.register if isinstance(column.kind, ReferenceColumn) else tab.name
            if register in FILLED_IN:
                assert FILLED_IN.index(register) <= FILLED_IN.index(tab.name), f"{column.title} i {tab.name}"
