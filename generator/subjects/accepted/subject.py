"""Accepted deviations (*godtagna avvikelser*), no part of the report: what is typed; ``rules`` has what they do."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.accepted import messages
from generator.subjects.accepted.rows import TAB

SUBJECT = Subject(
    "accepted",
    tabs=(TAB,),
    messages=rules_in(messages),
)
