"""The goals (*mål*), as decided in the budget, and how far they were reached (11 kap. 6 and 8 §§ LKBR)."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.goals import messages, rules, rules_figures, rules_heads, rules_outcomes, show, show_summary
from generator.subjects.goals.figures import QUALIFIED, declarations
from generator.subjects.goals.rows import GOALS_TAB, SCALES_TAB
from generator.subjects.goals.rows_areas import facts

SUBJECT = Subject(
    "goals",
    components=(show_summary.COMPONENT, show.COMPONENT),
    tabs=(GOALS_TAB, SCALES_TAB),
    facts=facts,
    declarations=declarations,
    qualified=QUALIFIED,
    rules=(
        rules.goals_are_judged,
        rules.goals_are_of_both_kinds,
        rules.rows_have_goals,
        rules.verdicts_have_goals,
        rules_heads.heads_are_of_tables,
        rules_heads.listed_columns_are_filled,
        rules.goals_stand_once,
        rules.areas_have_no_numbers_typed,
        rules.shown_tables_are_there,
        rules_outcomes.targets_agree_with_outcomes,
        rules_outcomes.values_are_clearly_per_cents,
        rules_outcomes.budget_limits_are_kept,
        rules_figures.outcomes_are_those_of_the_figures,
    ),
    messages=rules_in(messages),
)
