"""The cost distribution (*kostnadsfördelning*): the costs by group of activities and by activity, with shares.

Usually the groups of the year with their shares and the budgeted ones; or the groups with their activities over three
years, where the financial costs may be left out. The table says which costs it is about.
"""

from generator.blocks.subject import Subject
from generator.subjects.cost_distribution import show
from generator.subjects.cost_distribution.figures import QUALIFIED, declarations

SUBJECT = Subject("cost_distribution", components=(show.COMPONENT,), declarations=declarations, qualified=QUALIFIED)
