"""The year in brief (*året i korthet*): the report's own figures, large, against last year's. Nothing is typed."""

from generator.blocks.subject import Subject
from generator.subjects.year_in_brief import show

SUBJECT = Subject("year_in_brief", components=(show.COMPONENT,))
