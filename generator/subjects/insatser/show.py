"""The insatser described: each under a heading with its name, kind and period. Brings the tabs of the insatser."""

from collections.abc import Iterator, Sequence

from generator.blocks.block import Block, Component, Placement
from generator.blocks.counts import counts
from generator.figures.declaration import Declaration
from generator.model import topics
from generator.model.fact import Fact
from generator.model.rows import Section, Tab
from generator.model.underlag import Underlag
from generator.subjects.insatser import budget_rules as insats_budget_rules
from generator.subjects.insatser.accounts import InsatsCost
from generator.subjects.insatser.bridge import BookedDifference
from generator.subjects.insatser.rows import COUNTS, INSATSER_TAB, Insats, selected, selections
from generator.subjects.insatser.rules import RULES, TEXTS
from generator.subjects.insatser.texts import TEXTS_TAB, description_of

DEEPEST = 4

ACCOUNTS_TAB = Tab(
    topic=topics.INSATSER,
    name="Insatsernas ekonomi",
    help=(
        "En rad per kostnadsslag ur insatsens egen redovisning. Den jämförs med det som är bokfört på insatsens "
        "verksamhet. Skriv kostnader utan minus."
    ),
    sections=(
        Section(InsatsCost, prepared=80),
        Section(
            BookedDifference,
            title="Skillnader mot bokfört",
            help="En rad per känd skillnad, med skälet. Annars tomt.",
            prepared=8,
            yearly=True,
        ),
    ),
    in_unit=True,
)


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare how many insatser there are, by kind, ended and going on."""
    del underlag
    yield from counts(COUNTS, facts)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the description of each insats that has one."""
    underlag = placement.derived.underlag
    for insats in selected(underlag, placement.name):
        text = description_of(insats, underlag)
        if text:
            yield Block(heading=f"{titled(insats)} {insats.period}".strip(), level=level_below(placement), text=text)


def titled(insats: Insats) -> str:
    """The name with the kind: ``Coachingteam (individinriktad)``."""
    return f"{insats.label} ({insats.kind})" if insats.kind else insats.label


def level_below(placement: Placement) -> int:
    """The level of the headings that a placement's insatser have."""
    return min(placement.level + 1, DEEPEST)


COMPONENT = Component(
    "Insatser",
    "Beskrivningen av varje insats i fliken Insatser, under en rubrik med namn, slag och period.",
    blocks,
    names=selections,
    tabs=(INSATSER_TAB, TEXTS_TAB, ACCOUNTS_TAB),
    declarations=declarations,
    rules=(*RULES, *insats_budget_rules.RULES),
    texts=(*TEXTS, *insats_budget_rules.TEXTS),
)
