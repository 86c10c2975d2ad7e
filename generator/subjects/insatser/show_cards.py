"""The card of an insats: what it is, its budget and outcome with a bar, its participants, parties and assessment."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar
from urllib.parse import quote

from generator.blocks.block import Placement
from generator.blocks.content import Content
from generator.blocks.text_table import Lines, Prose
from generator.figures.naming import BUDGET_PART
from generator.figures.table import Amount
from generator.ground.formatting import capital_first, in_unit, rounded
from generator.model.columns import DECORATION
from generator.subjects.insatser.figures_accounts import reported_by
from generator.subjects.insatser.figures_participants import BUDGET_SHARE, PLANNED, REACHED, cost_of
from generator.subjects.insatser.rows import Insats, whole_number
from generator.subjects.insatser.show_told import ASSESSMENT, OWNER, PARTICIPANTS, PARTIES, told
from generator.subjects.insatser.show_values import placed_amount, placed_count

OVER, JUST_OVER = "över budget", "strax över budget"
_PER_CENT = 100
_SEEN = 4
"""The least part of a bar, in per cent, that can be seen to be striped."""


@dataclass(frozen=True, slots=True)
class CardFact(Content):
    """A thing that is told in words, under its heading."""

    kind: ClassVar[str] = "CardFact"

    heading: Annotated[str, "uppgiftens rubrik: Parter, Ägare eller Bedömning"]
    text: Annotated[Prose, "uppgiften, som färdig HTML"]


@dataclass(frozen=True, slots=True)
class Bar(Content):
    """How much of the budget was used: as long as the greater of budget and outcome."""

    kind: ClassVar[str] = "Bar"

    within: Annotated[int, "hur stor del av stapeln som utfallet inom budgeten tar, i procent"]
    beyond: Annotated[int, "hur stor del som utfallet över budgeten tar, i procent; 0 inom budgeten"]


@dataclass(frozen=True, slots=True)
class CardPicture(Content):
    """The picture of an insats, cropped to a band around a point."""

    kind: ClassVar[str] = "CardPicture"

    address: Annotated[str, "bildens adress"]
    text: Annotated[str, "bildens beskrivning; tomt när den bara är utsmyckning"]
    centre: Annotated[str, "punkten som alltid syns, som 50% 30%"]


@dataclass(frozen=True, slots=True)
class InsatsCard(Content):
    """What the template shows in a card. The bar says nothing that its words do not."""

    kind: ClassVar[str] = "InsatsCard"
    template: ClassVar[str] = "insats_card"

    about: Annotated[str, "insatsens slag och period, eller tomt"]
    budget: Annotated[Amount | None, "budgeten, som 405 kr, eller inget"]
    outcome: Annotated[Amount | None, "utfallet, eller inget"]
    bar: Annotated[Bar | None, "stapeln, eller inget utan budget och utfall"]
    share: Annotated[Amount | None, "utfallets andel av budgeten, som 97 %, eller inget"]
    over: Annotated[str, "orden över budget, eller strax över budget; tomt inom budgeten"]
    booked: Annotated[bool, "om utfallet är det bokförda och inte insatsens egen redovisning"]
    planned: Annotated[Amount | None, "hur många deltagare som var planerade, eller inget"]
    reached: Annotated[Amount | None, "hur många de blev, eller inget"]
    counted: Annotated[Lines, "vad som räknas, som unika personer; utan rader om det inte är angivet"]
    participants: Annotated[Prose | None, "deltagarna i ord, där antalen är ord eller skyddade, som färdig HTML"]
    facts: Annotated[tuple[CardFact, ...], "det som är känt i ord"]
    picture: Annotated[CardPicture | None, "bilden, eller inget"]
    has_band: Annotated[bool, "om kortet har ett band för bilden: det eller något av korten bredvid har en"]


def card_of(insats: Insats, placement: Placement, *, has_band: bool = False) -> InsatsCard:
    """Make the card of an insats, with the numbers of its fact sheet."""
    underlag, facts = placement.derived.underlag, placement.derived.facts
    cost = cost_of(insats, underlag, facts)
    budget = placed_amount(f"{insats.code}{BUDGET_PART}", placement)
    outcome = placed_amount(cost, placement) if cost else None
    share = placed_amount(f"{insats.code}{BUDGET_SHARE}", placement)
    planned, reached = (placed_amount(f"{insats.code}{part}", placement) for part in (PLANNED, REACHED))
    words = told(insats, placed_count(insats, placement), reached_first=True)
    in_numbers = _is_number(insats.planned, planned) and _is_number(insats.reached, reached)
    about = ", ".join(filter(None, (insats.kind, insats.period)))
    return InsatsCard(
        about=capital_first(about),
        budget=budget,
        outcome=outcome,
        bar=_bar(share) if share else None,
        share=share,
        over=_over(budget, outcome, share),
        booked=outcome is not None and not reported_by(insats, facts),
        planned=planned if in_numbers else None,
        reached=reached if in_numbers else None,
        counted=Lines((insats.counted,) if insats.counted else ()),
        participants=Prose(words[PARTICIPANTS]) if PARTICIPANTS in words and not in_numbers else None,
        facts=_facts(words),
        picture=_picture(insats) if insats.picture else None,
        has_band=has_band,
    )


def _picture(insats: Insats) -> CardPicture:
    return CardPicture(quote(insats.picture), insats.picture_text.strip(DECORATION), insats.picture_centre)


def _is_number(typed: str, shown: Amount | None) -> bool:
    """Whether a count can be shown as a number: it is one that is not protected, or there is none."""
    return shown is not None if typed else whole_number(typed) is None


def _bar(share: Amount) -> Bar:
    """The bar of a share: nothing is drawn of an outcome below nought."""
    used = max(share.of.amount, Decimal(0))
    within = int(rounded(_PER_CENT * min(used, 1 / used if used else used)))
    if used <= 1 or within == _PER_CENT:
        return Bar(within, 0)
    beyond = max(_PER_CENT - within, _SEEN)
    return Bar(_PER_CENT - beyond, beyond)


def _over(budget: Amount | None, outcome: Amount | None, share: Amount | None) -> str:
    """Words for an outcome over the budget, as both are shown; also where the share is the whole when rounded."""
    if not (budget and outcome and _shown(outcome) > _shown(budget)):
        return ""
    return JUST_OVER if share and rounded(_PER_CENT * share.of.amount) <= _PER_CENT else OVER


def _shown(amount: Amount) -> Decimal:
    return in_unit(amount.of.amount, amount.unit, amount.decimals)


def _facts(words: Mapping[str, str]) -> tuple[CardFact, ...]:
    return tuple(
        CardFact(heading, Prose(words[heading])) for heading in (PARTIES, OWNER, ASSESSMENT) if heading in words
    )
