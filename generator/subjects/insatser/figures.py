"""The figures of the insatser: how many there are, their participants, their accounts, and the bridge to the books."""

from collections.abc import Iterable, Iterator, Mapping

from generator.blocks.counts import counts
from generator.figures.declaration import Declaration
from generator.model.facts import Facts
from generator.model.underlag import Underlag
from generator.subjects.insatser import figures_accounts, figures_bridge, figures_participants
from generator.subjects.insatser.rows import COUNTS, Insats, names_of

QUALIFIED = {**figures_participants.QUALIFIED, **figures_accounts.QUALIFIED, **figures_bridge.QUALIFIED}


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare how many insatser there are, and all that is known of each."""
    yield from figures_participants.declarations(underlag, facts)
    yield from figures_accounts.declarations(underlag, facts)
    yield from figures_bridge.declarations(underlag, facts)
    yield from counts(COUNTS, facts)


def called(underlag: Underlag) -> Mapping[str, Iterable[str]]:
    """An insats's own cost is called by all the names of the insats."""
    return {insats.code: names_of(insats) for insats in underlag.rows(Insats)}
