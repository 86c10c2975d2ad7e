"""Money granted for coming years (*beviljade medel*): what insatser may still draw after the balance day."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.granted import messages, rules, show
from generator.subjects.granted.figures import QUALIFIED, declarations
from generator.subjects.granted.rows import TAB

SUBJECT = Subject(
    "granted",
    components=(show.COMPONENT,),
    tabs=(TAB,),
    declarations=declarations,
    qualified=QUALIFIED,
    rules=(rules.grants_are_of_insatser, rules.grants_lie_in_the_period),
    messages=rules_in(messages),
)
