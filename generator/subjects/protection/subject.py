"""Small numbers of persons (*skyddade antal*): masked where the program writes them, told of where they are typed.

Where the limit lies is the association's own judgement (GDPR; offentlighets- och sekretesslagen): one person may be
known from a small number.
"""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.protection import messages, rules

SUBJECT = Subject(
    "protection",
    rules=(
        rules.own_tables_do_not_tell,
        rules.texts_do_not_tell,
        rules.insatser_have_their_counts_alone,
        rules.what_was_hidden_stays_hidden,
    ),
    messages=rules_in(messages),
)
