"""*Vad revisorn frågar efter*: each question with what there is, where it stands, and what is missing.

A question is an entry of ``QUESTIONS``: its words, its law, and a function that looks for the answer in the Matter.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from generator.audit.matter import Matter
from generator.ground.source import Source
from generator.workbook.sheets import EMPTY, Cell, Column, Sheet

NAME = "Revisorns frågor"
TITLE = "Vad revisorn frågar efter"


class Found(Enum):
    """How much of an answer there is; the value is the word for it."""

    ALL = "finns"
    PART = "delvis"
    NONE = "saknas"
    ELSEWHERE = "hos förbundet"
    NOT_NEEDED = "behövs inte"


@dataclass(frozen=True, slots=True)
class Answer:
    """What there is, and what is missing and how it is brought about; where it stands.

    ``part`` is the part of the report or of these papers, ``places`` are places in the underlag.
    """

    found: Found
    there: str
    missing: str = ""
    part: str = ""
    places: tuple[Source, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for, the law behind it, and how the answer is found."""

    words: str
    law: str
    answer: Callable[[Matter], Answer]


def asked_for(matter: Matter, questions: tuple[Question, ...]) -> Sheet:
    """Answer the questions in their order."""
    sheet = Sheet(
        NAME,
        TITLE,
        (
            Column("Fråga", 44),
            Column("Finns det", 13),
            Column("Det som finns", 62),
            Column("Del av rapporten eller avstämningen", 36),
            Column("Cell", 34),
            Column("Det som saknas, och hur det kommer dit", 56),
            Column("Lag eller rekommendation", 30),
        ),
        says=(
            (
                "Det som revisorer brukar be om, med var det står. Hos förbundet: handlingen finns inte i underlaget "
                "och ska lämnas vid sidan av."
            ),
        ),
    )
    for number, question in enumerate(questions, start=1):
        answer = question.answer(matter)
        place = answer.places[0] if answer.places else None
        sheet.add(
            Cell(f"{number}. {question.words}"),
            Cell(answer.found.value, strong=answer.found in {Found.NONE, Found.PART}),
            Cell(answer.there),
            Cell(answer.part),
            Cell(str(place), link=matter.link(place)) if place else EMPTY,
            Cell(answer.missing),
            Cell(question.law),
        )
    return sheet
