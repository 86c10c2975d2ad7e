"""The insatser: register, texts, participants, own accounts, and the bridge from those to the books.

What an insats reports and what is booked are two true figures, which are compared and never forced equal.
"""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.insatser import (
    messages,
    rows,
    rows_accounts,
    rows_texts,
    rules,
    rules_accounts,
    rules_budgets,
    show,
    show_economy,
    show_register,
)
from generator.subjects.insatser.figures import QUALIFIED, called, declarations
from generator.subjects.insatser.figures_budgets import budgets_of_activities

SUBJECT = Subject(
    "insatser",
    components=(show_economy.COMPONENT, show_register.COMPONENT, show.COMPONENT),
    tabs=(rows.TAB, rows_texts.TAB, rows_accounts.TAB),
    facts=budgets_of_activities,
    declarations=declarations,
    qualified=QUALIFIED,
    called=called,
    rules=(
        rules.periods_are_in_order,
        rules.keys_differ_in_letters,
        rules.pictures_are_described,
        rules_accounts.budgets_stand_once,
        rules_accounts.accounts_are_there,
        rules_accounts.accounts_can_be_compared,
        rules_accounts.accounts_agree_with_books,
        rules_accounts.differences_are_whole,
        rules.texts_are_whole,
        rules.names_are_spelled_alike,
        rules_budgets.budgets_fit_their_activity,
        rules_budgets.activities_that_are_insatser_are_registered,
    ),
    messages=rules_in(messages),
)
