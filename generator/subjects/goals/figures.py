"""How many goals reached each step of the scale: of all of them, and of each type."""

from collections.abc import Iterator

from generator.figures.declaration import Declaration, Stated
from generator.ground.formatting import COUNT
from generator.ground.names import slug
from generator.model.facts import Facts, Pick, observed
from generator.model.positions import in_order
from generator.model.underlag import Underlag
from generator.subjects.goals.rows import FINANCIAL, GOAL, OPERATIONAL, Step

TOTAL = "goals.total"
UNJUDGED = "utan bedömning"
KINDS = {FINANCIAL: "Finansiella mål", OPERATIONAL: "Verksamhetsmål"}

QUALIFIED = {
    "goals.total": "antal.mål",
    "goals.total.*": "antal.mål.*",
    "goals.step.*": "antal.mål.*",
    "goals.step.*.*": "antal.mål.*.*",
}


def steps(underlag: Underlag) -> tuple[str, ...]:
    """The words of the scale in its order, and last the one for goals that nobody has judged."""
    return (*(step.word for step in in_order(underlag.named(Step))), UNJUDGED)


def code_of_step(word: str) -> str:
    """The code of the number of goals on a step."""
    return f"goals.step.{slug(word, but=() if word is UNJUDGED else (slug(UNJUDGED),))}"


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare the number of goals on each step, and of all goals: together, and of each type."""
    if not facts.of(GOAL):
        return
    for word in (*steps(underlag), ""):
        code, label = (code_of_step(word), f"Mål: {word}") if word else (TOTAL, "Antal mål")
        yield Stated(code, label, _judged("", word), flow=True, unit=COUNT)
        for kind, name in KINDS.items():
            where = _judged(kind, word)
            yield Stated(f"{code}.{kind}", f"{label}, {name.lower()}", where, flow=True, unit=COUNT)


def _judged(kind: str, word: str) -> Pick:
    """Pick the goals of a type with an assessment; of all types and with any where these are empty."""
    return observed(GOAL, also=lambda goal: kind in ("", goal.kind) and word in ("", goal.row or UNJUDGED))
