"""The board (*styrelsen*), by member and seat (10, 12 and 17 §§ finsamlagen), and the page where it signs."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.board import messages, rules, rules_appointed, show, show_signatures
from generator.subjects.board.figures import declarations
from generator.subjects.board.rows import TAB

SUBJECT = Subject(
    "board",
    components=(show.COMPONENT, show_signatures.COMPONENT),
    tabs=(TAB,),
    declarations=declarations,
    rules=(
        rules.terms_run_forwards,
        rules.people_stand_once,
        rules.deputies_have_seats,
        rules.signers_sit_at_decision,
        rules.signatures_follow_the_decision,
        rules.somebody_signs,
        rules_appointed.members_appoint,
    ),
    messages=rules_in(messages),
)
