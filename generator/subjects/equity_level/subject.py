"""Equity against the year's contributions: the share that the board and the national council look at."""

from generator.blocks.subject import Subject
from generator.subjects.equity_level import show
from generator.subjects.equity_level.figures import QUALIFIED, declarations

SUBJECT = Subject("equity_level", components=(show.COMPONENT,), declarations=declarations, qualified=QUALIFIED)
