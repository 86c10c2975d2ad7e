"""A figure's trace: what it was made of, step by step down to the cells and what stood in them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.figures.figure import Figure, FigureId, How, Operand
from generator.figures.formula import DIVIDED, formula, measure_of
from generator.figures.listing import shown_amount, shown_value
from generator.ground.formatting import MINUS
from generator.model.fact import Typed

_INDENT = "    "


@dataclass(frozen=True, slots=True)
class TraceStep:
    """A figure or a typed amount in a trace. ``sign`` is how it is added, ``steps`` what it was made of.

    ``again``: it stands with its steps further up. ``of`` is None where it may not be told.
    """

    sign: int
    of: Figure | Typed
    steps: tuple["TraceStep", ...] = ()
    again: bool = False
    hidden: bool = False


def trace(figure: Figure, hidden: Collection[FigureId] = ()) -> TraceStep:
    """Follow a figure down to the cells; ``hidden`` are the keys of figures that may not be told."""
    return _step(Operand(1, figure), hidden, set())


def _step(operand: Operand, hidden: Collection[FigureId], seen: set[FigureId]) -> TraceStep:
    part = operand.of
    if not isinstance(part, Figure):
        return TraceStep(operand.sign, part)
    if part.key in hidden:
        return TraceStep(operand.sign, part, hidden=True)
    if part.key in seen and part.operands:
        return TraceStep(operand.sign, part, again=True)
    seen.add(part.key)
    return TraceStep(operand.sign, part, tuple(_step(each, hidden, seen) for each in part.operands))


def trace_lines(step: TraceStep, depth: int = 0, above: Figure | None = None) -> Iterator[str]:
    """Write a trace as an indented list; ``above`` is the figure that the step is a part of."""
    sign = _sign(step, above) if above else ""
    margin = _INDENT * depth
    if not isinstance(step.of, Figure):
        yield f"{margin}{sign}{_of_cell(step.of, above.unit if above else '')}"
        return
    value = "(skyddat)" if step.hidden else shown_value(step.of)
    measure = measure_of(step.of)
    told = f", {measure}" if measure not in step.of.label else ""
    yield f"{margin}{sign}{step.of.label}{told}, {step.of.period}: {value}{' (se ovan)' if step.again else ''}"
    if any(isinstance(each.of, Figure) for each in step.steps) or (
        not step.steps and not step.again and step.of.amount
    ):
        yield f"{margin}{_INDENT}= {formula(step.of)}"
    for each in step.steps:
        yield from trace_lines(each, depth + 1, step.of)


def _sign(step: TraceStep, above: Figure) -> str:
    """How a part is put to the others: added, taken away, or divided by."""
    if above.how is How.RATIO:
        return f"{DIVIDED} " if step.sign < 0 else ""
    return "+ " if step.sign > 0 else f"{MINUS} "


def _of_cell(fact: Typed, unit: str) -> str:
    """A typed amount with its row, its cell and what stood there."""
    row = f"{fact.row}: " if fact.row else ""
    stood = f", där det står {fact.source.text}" if fact.source.text else ""
    return f"{row}{shown_amount(fact.amount, unit)} ({fact.source}{stood})"
