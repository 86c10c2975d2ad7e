"""The report's texts, from cells and from text files: no part of their own, but the rules of all texts."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.texts import messages
from generator.subjects.texts.rules import files_hold_no_personal_numbers, texts_are_sound
from generator.subjects.texts.rules_marks import marks_are_where_they_work
from generator.subjects.texts.rules_names import names_are_those_of_the_registers

SUBJECT = Subject(
    "texts",
    rules=(
        texts_are_sound,
        marks_are_where_they_work,
        files_hold_no_personal_numbers,
        names_are_those_of_the_registers,
    ),
    messages=rules_in(messages),
)
