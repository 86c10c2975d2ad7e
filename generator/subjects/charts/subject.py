"""Diagrams (*diagram*): charts of any table in the report, drawn from its figures and never from typed numbers."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.charts import messages, rules, show
from generator.subjects.charts.rows import TAB

SUBJECT = Subject(
    "charts",
    components=(show.COMPONENT,),
    tabs=(TAB,),
    rules=(rules.sources_are_there,),
    messages=rules_in(messages),
)
