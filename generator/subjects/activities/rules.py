"""The rule of split costs: each has a share or amounts, and moves a part from one activity to another."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.subjects.activities.messages import NEITHER_SHARE_NOR_AMOUNT, NO_SHARE, SHARE_AND_AMOUNT, TO_ITSELF
from generator.subjects.activities.rows import CostSplit


def splits_are_whole(case: Case) -> Iterator[Finding]:
    """A split has a share or amounts, not both, and goes from one activity to another."""
    for entry in case.underlag.of(CostSplit):
        row = entry.row
        values = {"from": row.from_activity, "to": row.to_activity}
        share = entry.source("share")
        if row.from_activity == row.to_activity:
            yield TO_ITSELF.found(entry.source("to_activity"), **values)
        elif row.share is not None and row.has_amounts:
            yield SHARE_AND_AMOUNT.found(share, **values)
        elif row.share is None and not row.has_amounts:
            yield NEITHER_SHARE_NOR_AMOUNT.found(share, **values)
        elif row.factor is not None and not 0 < row.factor <= 1:
            yield NO_SHARE.found(share, found=share.text)
