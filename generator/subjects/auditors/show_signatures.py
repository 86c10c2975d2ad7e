"""The page where the auditors sign (*revisorernas påteckning*), with a reference to their report (26 § finsamlagen).

It is signed later than the board's, so that the day is always left open.
"""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.subjects.auditors.rows import Auditor
from generator.subjects.board.rows_terms import sits_at_decision
from generator.subjects.board.show_signatures import LAYOUTS, Signature, Signatures, is_dated, is_electronic

ONE = "Jag har granskat årsredovisningen. Min bedömning framgår av revisionsberättelsen."
SEVERAL = "Vi har granskat årsredovisningen. Vår bedömning framgår av revisionsberättelsen."


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the sentence, and a place to sign for each auditor; who assists them does not sign."""
    derived = placement.derived
    auditors = [
        auditor
        for auditor in derived.underlag.rows(Auditor)
        if not auditor.is_expert and sits_at_decision(auditor, derived.association)
    ]
    if auditors:
        signatures = tuple(Signature(each.name, (*each.functions, *_appointed(each))) for each in auditors)
        yield Block(
            text=SEVERAL if len(auditors) > 1 else ONE,
            content=Signatures("", None, signatures, is_electronic(placement), is_dated(placement)),
            template=Signatures.template,
        )


def _appointed(auditor: Auditor) -> Iterator[str]:
    if auditor.appointed_by:
        yield f"Utsedd av {auditor.appointed_by}"


COMPONENT = Component(
    "Revisorernas påteckning",
    "Sidan där revisorerna undertecknar, med hänvisning till revisionsberättelsen. Egen mening: kolumnen Text.",
    blocks,
    layouts=LAYOUTS,
    content=Signatures,
    signing=True,
)
