"""Own names of posts (5 kap. 3 § and 6 kap. 3 § LKBR)."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.post_names import messages, rules
from generator.subjects.post_names.rows import TAB, called

SUBJECT = Subject(
    "post_names",
    tabs=(TAB,),
    called=called,
    rules=(rules.names_are_of_one_post, rules.names_say_what_the_post_is),
    messages=rules_in(messages),
)
