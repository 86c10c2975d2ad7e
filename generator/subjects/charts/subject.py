"""Diagrams (*diagram*): charts of any table in the report, drawn from its figures and never from typed numbers."""

from generator.blocks.subject import Subject
from generator.subjects.charts import messages, rules, show
from generator.subjects.charts.rows import TAB

SUBJECT = Subject(
    "charts",
    components=(show.COMPONENT,),
    tabs=(TAB,),
    rules=(rules.sources_are_there,),
    messages=(
        messages.TABLE_UNKNOWN,
        messages.PART_UNKNOWN,
        messages.EMPTY,
        messages.MIXED_UNITS,
        messages.UNFIT_RING,
    ),
)
