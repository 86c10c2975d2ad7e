"""Balances shown from opening to closing (*från ingående till utgående*): provisions and fixed assets in their notes.

The opening amount and the year's changes are typed; the closing one is derived and is what stands in the balance sheet,
so that note, balance sheet and cash flow are one (9 kap. 10 § and 12 § LKBR on provisions and fixed assets).
"""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.roll_forward import messages, rules, rules_kinds, rules_sales, rules_signs, show
from generator.subjects.roll_forward.figures import QUALIFIED, declarations
from generator.subjects.roll_forward.figures_disposals import facts
from generator.subjects.roll_forward.rows import TAB

SUBJECT = Subject(
    "roll_forward",
    components=(show.COMPONENT,),
    tabs=(TAB,),
    facts=facts,
    declarations=declarations,
    qualified=QUALIFIED,
    rules=(
        rules.balances_stand_once,
        rules.parts_open_once,
        rules.depreciations_stand_once,
        rules_kinds.kinds_fit_their_lines,
        rules_kinds.kinds_are_told,
        rules_kinds.no_more_is_removed_than_there_was,
        rules_signs.disposals_have_their_signs,
        rules_signs.gains_are_no_more_than_prices,
        rules_sales.prices_are_of_sales,
        rules_sales.sales_are_told_apart,
        rules_sales.sales_have_prices,
        rules_sales.results_of_sales_stand_once,
    ),
    messages=rules_in(messages),
)
