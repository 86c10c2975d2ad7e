"""The list of contents (*innehållsförteckning*)."""

from generator.blocks.subject import Subject
from generator.subjects.contents import show

SUBJECT = Subject("contents", components=(show.COMPONENT,))
