"""The goals in summary (*måluppfyllelse i sammandrag*): how many reached each step of the scale."""

from collections.abc import Callable, Iterator, Sequence

from generator.blocks.block import Block, Component, Placement
from generator.figures.declaration import Declaration, Stated
from generator.figures.table import ColumnSpec, RowKind, RowSpec, TableSpec, build_table
from generator.ground.formatting import COUNT
from generator.ground.names import slug
from generator.model.fact import Fact
from generator.model.underlag import Underlag
from generator.subjects.goals.show import FACT, FINANCIAL, OPERATIONAL, Goal, Step

TOTAL = "goals.total"
UNJUDGED = "utan bedömning"
KINDS = {FINANCIAL: "Finansiella mål", OPERATIONAL: "Verksamhetsmål"}


def steps(underlag: Underlag) -> tuple[str, ...]:
    """The words of the scale in its order, and last the one for goals that nobody has judged."""
    rows = sorted(enumerate(underlag.rows(Step), start=1), key=lambda each: each[1].position or each[0])
    return (*(step.word for _, step in rows), UNJUDGED)


def _code(word: str) -> str:
    return f"goals.step.{slug(word)}"


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare the number of goals on each step, and of all goals: together, and of each type."""
    if not any(fact.line.startswith(FACT) for fact in facts):
        return
    for word in (*steps(underlag), ""):
        code, label = (_code(word), f"Mål: {word}") if word else (TOTAL, "Antal mål")
        yield Stated(code, label, _judged(FACT, word), flow=True, unit=COUNT)
        for kind, name in KINDS.items():
            where = _judged(f"{FACT}{kind}", word)
            yield Stated(f"{code}.{kind}", f"{label}, {name.lower()}", where, flow=True, unit=COUNT)


def _judged(line: str, word: str) -> Callable[[Fact], bool]:
    """Pick the goals with an assessment; all of them where ``word`` is empty."""
    return lambda fact: fact.line.startswith(line) and word in ("", fact.row or UNJUDGED)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the summary; by type where there are goals of both."""
    derived = placement.derived
    kinds = {goal.kind for goal in derived.underlag.rows(Goal)}
    if not kinds:
        return
    year = derived.association.year
    by_kind = tuple(ColumnSpec(year, suffix=f".{kind}", head=head) for kind, head in KINDS.items())
    spec = TableSpec(
        key="goals",
        title="Måluppfyllelse i sammandrag",
        rows=(
            *(RowSpec(_code(word), word[:1].upper() + word[1:]) for word in steps(derived.underlag)),
            RowSpec(TOTAL, "Samtliga mål", RowKind.TOTAL),
        ),
        columns=(
            *(by_kind if len(kinds) > 1 else ()),
            ColumnSpec(year, head="Samtliga mål" if len(kinds) > 1 else "Mål"),
        ),
        flow=True,
        unit=COUNT,
        nil_sign="0",
    )
    yield Block(table=build_table(spec, derived.figures))


COMPONENT = Component(
    "Måluppfyllelse i sammandrag",
    "Hur många mål som fått varje bedömning, räknat ur fliken Mål.",
    blocks,
    declarations=declarations,
    qualified={
        "goals.total": "antal.mål",
        "goals.total.*": "antal.mål.*",
        "goals.step.*": "antal.mål.*",
        "goals.step.*.*": "antal.mål.*.*",
    },
)
