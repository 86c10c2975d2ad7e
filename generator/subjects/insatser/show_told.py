"""The program's own headings for an insats, and what the register tells under them, alike in all layouts."""

from collections.abc import Mapping

from generator.figures.figure import Figure, Masked
from generator.figures.table import MASKED, meaning_of
from generator.subjects.insatser.rows import Insats
from generator.texts.cells import markdown_of, words_of

PERIOD, OWNER, PARTIES = "Period", "Ägare", "Parter"
PARTICIPANTS, BUDGET, BUDGET_WHOLE, OUTCOME, EACH, ASSESSMENT = (
    "Deltagare",
    "Budget",
    "Budget hela perioden",
    "Utfall",
    "Kostnad per deltagare",
    "Bedömning",
)


def told(insats: Insats, count: Figure | None, *, reached_first: bool) -> Mapping[str, str]:
    """What the register tells, by heading, as Markdown; headings that it tells nothing under are left out.

    ``count`` is how many the participants were, where that is a number: it may be protected. ``reached_first``: they
    stand before those planned, as a cell of a table has them.
    """
    hidden = count.value if count is not None and isinstance(count.value, Masked) else None
    shown = insats.model_copy(update={"reached": MASKED}) if hidden else insats
    participants = _reached_first(shown) if reached_first else _planned_first(shown)
    words = {
        PERIOD: insats.period,
        OWNER: words_of(insats.owner),
        PARTIES: words_of(insats.parties),
        PARTICIPANTS: "\n\n".join(map(words_of, (participants, meaning_of(hidden)) if hidden else (participants,))),
        ASSESSMENT: markdown_of(insats.assessment),
    }
    return {heading: text for heading, text in words.items() if text}


def _planned(insats: Insats) -> str:
    return f"planerat {insats.planned}" if insats.planned else ""


def _counted(insats: Insats) -> str:
    return f" ({insats.counted})" if insats.counted else ""


def _planned_first(insats: Insats) -> str:
    numbers = ", ".join(filter(None, (_planned(insats), f"utfall {insats.reached}" if insats.reached else "")))
    return f"{numbers}{_counted(insats)}" if numbers else ""


def _reached_first(insats: Insats) -> str:
    first, *rest = [each for each in (insats.reached, _planned(insats)) if each] or [""]
    return ", ".join((f"{first}{_counted(insats)}", *rest)) if first else ""
