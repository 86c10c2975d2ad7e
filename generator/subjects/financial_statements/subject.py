"""The statements and notes (*räkningar och noter*), as they are shown; their figures are the core of every report."""

from generator.blocks.subject import Subject
from generator.subjects.financial_statements import show, show_notes

SUBJECT = Subject(
    "financial_statements",
    components=(*show.COMPONENTS, show_notes.COMPONENT),
)
