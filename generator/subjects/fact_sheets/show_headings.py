"""The program's own headings in a fact sheet, and what the register tells under them: the same in text and table."""

from collections.abc import Mapping

from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.show_values import plain

PERIOD, OWNER, PARTIES = "Period", "Ägare", "Parter"
PARTICIPANTS, BUDGET, BUDGET_WHOLE, OUTCOME, EACH, ASSESSMENT = (
    "Deltagare",
    "Budget",
    "Budget hela perioden",
    "Utfall",
    "Kostnad per deltagare",
    "Bedömning",
)


def told(insats: Insats, *, reached_first: bool) -> Mapping[str, str]:
    """What the register tells, by heading, as Markdown; headings that it tells nothing under are left out.

    ``reached_first``: the participants that there were stand before those planned, as a cell of a table has them.
    """
    words = {
        PERIOD: insats.period,
        OWNER: plain(insats.owner),
        PARTIES: plain(insats.parties),
        PARTICIPANTS: plain(_reached_first(insats) if reached_first else _planned_first(insats)),
        ASSESSMENT: insats.assessment,
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
