"""The auditors (*revisorer*): one for each member, and one auktoriserad revisor for the state (25 § finsamlagen)."""

from generator.blocks.subject import Subject
from generator.subjects.auditors import rules, show, show_signatures
from generator.subjects.auditors.rows import TAB

SUBJECT = Subject(
    "auditors",
    components=(show.COMPONENT, show_signatures.COMPONENT),
    tabs=(TAB,),
    rules=(rules.terms_run_forwards,),
)
