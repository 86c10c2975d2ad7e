"""Surveys (*enkäter*) and response rates (*svarsfrekvenser*); few answers are not told."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.surveys import messages, rules, show, show_rates
from generator.subjects.surveys.figures import QUALIFIED, declarations, facts
from generator.subjects.surveys.rows import RATES_TAB, SURVEYS_TAB

SUBJECT = Subject(
    "surveys",
    components=(show_rates.COMPONENT, show.COMPONENT),
    tabs=(RATES_TAB, SURVEYS_TAB),
    facts=facts,
    declarations=declarations,
    qualified=QUALIFIED,
    rules=(
        rules.answers_are_possible,
        rules.groups_are_known,
        rules.no_more_answer_than_are_asked,
        rules.compared_answers_have_others,
        rules.answers_are_there,
    ),
    messages=rules_in(messages),
)
