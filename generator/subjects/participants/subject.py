"""Participants (*deltagare*) in the association's own breakdowns, by sex and year; see ``protection``."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.participants import messages, rules, show
from generator.subjects.participants.figures import QUALIFIED, declarations, facts
from generator.subjects.participants.rows import TAB

SUBJECT = Subject(
    "participants",
    components=(show.COMPONENT,),
    tabs=(TAB,),
    facts=facts,
    declarations=declarations,
    qualified=QUALIFIED,
    rules=(
        rules.rows_stand_once,
        rules.totals_hold_the_sexes,
        rules.bases_hold_the_parts,
        rules.choices_are_of_a_table,
        rules.shares_are_of_categories,
        rules.tables_have_the_year,
        rules.same_participants_are_as_many,
    ),
    messages=rules_in(messages),
)
