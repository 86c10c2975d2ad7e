"""The questions that ``new`` asks at a terminal: the association, the year, and what it has."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import click

from generator.ground.names import Name
from generator.model.topics import TOPICS, Topic
from generator.starter.names import FIRST_YEAR, LAST_YEAR
from generator.swedish_click import say

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answers:
    """What ``new`` knows of the association: by its options, its folder's name, or by asking."""

    name: str
    year: int
    wanted: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What need not be asked: None is what nobody has said; ``answered`` are topics of which it is known already."""

    name: str | None
    year: int | None
    wanted: tuple[Topic, ...] | None
    answered: tuple[Topic, ...] = ()


def ask(known: Known, proposed: Answers, refused: Callable[[str], str]) -> Answers:
    """Ask for what is not known, each question with its default and its number of how many.

    ``refused`` says what is wrong with a name, in Swedish, or nothing.

    Raises:
        click.Abort: nobody answers any more, or Ctrl+C.

    """
    asked = (topic for topic in TOPICS if topic.question and topic not in known.answered)
    topics = list(asked) if known.wanted is None else []
    count = (known.name is None) + (known.year is None) + len(topics)
    numbers = (f"  {number} av {count}. " for number in range(1, count + 1))
    if count:
        say(_HEAD.format(what="En fråga" if count == 1 else f"{count} frågor"))
    name = known.name if known.name is not None else _name(next(numbers), proposed.name, refused)
    year = known.year if known.year is not None else _year(next(numbers), proposed.year)
    wanted = known.wanted if known.wanted is not None else tuple(_wanted(numbers, topics))
    say("")
    return Answers(name, year, wanted)


_HEAD = (
    "{what}. Det som står inom [ ] gäller om du bara trycker på Enter.\n"
    "Det du svarar nej på finns dolt i arbetsboken och kan tas fram senare.\n"
)


def _name(number: str, proposed: str, refused: Callable[[str], str]) -> str:
    default = proposed if not refused(proposed) else ""
    return _asked(f"{number}Vad heter förbundet?", default, str.strip, refused)


def _year(number: str, proposed: int) -> int:
    wrong = f"Skriv ett år mellan {FIRST_YEAR} och {LAST_YEAR}, till exempel {proposed}."

    def refused(typed: str) -> str:
        digits = typed.strip()
        good = digits.isascii() and digits.isdecimal() and FIRST_YEAR <= int(digits[:5]) <= LAST_YEAR
        return "" if good else wrong

    return _asked(f"{number}Vilket år gäller årsredovisningen?", str(proposed), int, refused)


def _wanted(numbers: Iterator[str], topics: Sequence[Topic]) -> Iterable[Topic]:
    for topic, number in zip(topics, numbers, strict=False):
        if _asked(f"{number}{topic.question} j/n", "n", _is_yes, _neither):
            yield topic


def _is_yes(typed: str) -> bool:
    return Name(typed) in ("j", "ja")


def _neither(typed: str) -> str:
    return "" if Name(typed) in ("j", "ja", "n", "nej") else "Svara j eller n."


def _asked(question: str, default: str, taken: Callable[[str], T], refused: Callable[[str], str]) -> T:
    """Ask until the answer will do; nothing is the default."""
    shown = f"{question} [{default}]" if default else question
    while True:
        typed = click.prompt(shown, default=default, show_default=False, prompt_suffix=" ")
        wrong = refused(typed)
        if not wrong:
            return taken(typed)
        say(f"  {wrong}")
