"""The fact sheets (*faktablad*): what the insatser's room knows of each, on a page or in a table of its own."""

from generator.blocks.subject import Subject
from generator.subjects.fact_sheets import show

SUBJECT = Subject("fact_sheets", components=(show.COMPONENT,))
