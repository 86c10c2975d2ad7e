"""All rules that belong to no single subject, in the order in which they are asked.

Every rule takes a Case and gives Findings. A new one is a function in the module of what it is about, an entry here,
its Rule with the texts in a module ``checks.messages_…``, and a test.
"""

from collections.abc import Callable, Iterator

from generator.blocks.case import Case
from generator.checks import (
    amounts,
    borrowing,
    budgets,
    content,
    final,
    from_last_year,
    last_year,
    parts,
    plausible_amounts,
    plausible_texts,
    prose,
    unlikely,
)
from generator.findings.finding import Finding

RULES: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    content.name_is_there,
    content.decision_date_is_there,
    final.organisation_number_is_there,
    content.organisation_number_is_right,
    content.no_personal_numbers,
    content.pictures_are_there,
    content.outline_is_sound,
    content.statements_are_placed,
    content.notes_are_placed,
    content.letters_can_be_printed,
    content.notes_are_sound,
    content.cash_is_current,
    amounts.adjustments_are_explained,
    amounts.nothing_is_before_the_first_day,
    amounts.amounts_are_there,
    amounts.sums_have_their_natural_sign,
    amounts.notes_cover_their_lines,
    amounts.cash_stays_cash,
    amounts.opening_balances_are_there,
    amounts.balance_sheet_balances,
    final.signatures_are_placed,
    borrowing.nothing_is_borrowed_or_pledged,
    final.budget_is_there,
    budgets.revised_budget_is_whole,
    budgets.activities_have_budgets,
    parts.parts_are_there,
    parts.audit_cost_is_told,
    plausible_amounts.columns_are_in_one_unit,
    plausible_amounts.balances_are_not_netted,
    plausible_amounts.costs_are_positive,
    plausible_amounts.rows_that_moved,
    unlikely.rows_stand_once,
    unlikely.notes_are_of_one_post,
    unlikely.amounts_are_of_one_size,
    unlikely.amounts_have_the_sign_of_their_row,
    unlikely.rows_have_their_own_amounts,
    unlikely.cash_stays,
    plausible_amounts.decision_is_in_time,
    plausible_texts.no_template_text_is_left,
    plausible_texts.directions_are_those_of_the_figures,
    plausible_texts.sick_leave_is_of_many,
    prose.numbers_are_those_of_the_figures,
    from_last_year.texts_are_of_this_year,
    last_year.last_year_is_the_one,
    last_year.comparatives_agree,
    last_year.notes_keep_their_rows,
)
