"""What the command ``figures`` shows: the list of figures with their names, and a trace; as text and as JSON."""

import json
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from generator.figures.derivation import Derivation
from generator.figures.figure import Figure, FigureId, Figures
from generator.figures.formula import formula
from generator.figures.listing import shown_value
from generator.figures.trace import TraceStep, trace, trace_lines
from generator.findings.message import LONGEST
from generator.ground.formatting import exact
from generator.ground.names import folded
from generator.ground.printable import one_line, printable_json
from generator.json_edition.write import hidden_keys
from generator.report.report import Report
from generator.texts.figures import FigureTexts, Problem
from generator.texts.reference import reference_at

Named = tuple[str, Figure]
"""A figure and what a text would call it."""


def chosen(report: Report, words: Sequence[str], *, everything: bool) -> tuple[Named, ...]:
    """The figures that have all the words in name, label or key, in the order of their keys.

    Those without an amount are left out unless ``everything`` is asked for.
    """
    return tuple(_chosen(report.derived.figures, report.figures, words, everything=everything))


def as_text(figures: Sequence[Named], derived: Derivation) -> str:
    """List figures: name, value, period; label and formula; key."""
    hidden = hidden_keys(derived.figures)
    return "\n".join(one_line(line, LONGEST) for each in figures for line in _as_text(*each, hidden))


def as_json(figures: Sequence[Named], derived: Derivation) -> str:
    """List figures for other programs."""
    hidden = hidden_keys(derived.figures)
    return printable_json(json.dumps([_as_json(*each, hidden) for each in figures], ensure_ascii=False, indent=1))


def found(name: str, report: Report) -> Figure | Problem:
    """Find a figure by any of its names, or by what a text would say: ``andel('A', 'B')``."""
    figure = report.names.find(name, report.association.year)
    if isinstance(figure, Figure):
        return report.figures.shown(figure)
    written = name.strip() if name.strip().startswith("{{") else f"{{{{ {name} }}}}"
    reference = reference_at(written)
    return report.figures.figure(reference) if reference else report.figures.named(name)


def trace_as_text(figure: Figure, derived: Derivation) -> str:
    """Write what a figure is made of as an indented list."""
    lines = trace_lines(trace(figure, hidden_keys(derived.figures)))
    return "\n".join(one_line(line, LONGEST) for line in lines)


def trace_as_json(figure: Figure, derived: Derivation) -> str:
    """Write what a figure is made of for other programs, each step within the one above."""
    steps = _step_as_json(trace(figure, hidden_keys(derived.figures)))
    return printable_json(json.dumps(steps, ensure_ascii=False, indent=1))


def _chosen(
    all_figures: Figures, texts: FigureTexts, words: Sequence[str], *, everything: bool
) -> Iterator[tuple[str, Figure]]:
    """The figures that have all the words in name, label or key, in the order of their keys."""
    for key in sorted(all_figures, key=str):
        figure = all_figures[key]
        name = texts.name_of(figure)
        searched = folded(f"{name} {figure.label} {key}")
        known = everything or isinstance(figure.value, Decimal)
        if known and all(folded(word) in searched for word in words):
            yield name, texts.shown(figure)


def _as_text(name: str, figure: Figure, hidden: Collection[FigureId]) -> Iterator[str]:
    told = figure.key not in hidden
    yield f"{name}: {shown_value(figure) if told else '(skyddat)'}, {figure.period}"
    yield f"    {figure.label} = {formula(figure) if told else '(skyddat)'}"
    yield f"    {figure.key}"


def _as_json(name: str, figure: Figure, hidden: Collection[FigureId]) -> dict[str, object]:
    told = figure.key not in hidden
    return {
        "name": name,
        "key": str(figure.key),
        "label": figure.label,
        "value": exact(figure.value) if told and isinstance(figure.value, Decimal) else None,
        "unit": figure.unit,
        "period": str(figure.period),
        "formula": formula(figure) if told else "",
    }


def _step_as_json(step: TraceStep) -> dict[str, object]:
    if isinstance(step.of, Figure):
        part = _as_json(step.of.label, step.of, (step.of.key,) if step.hidden else ())
        return {"sign": step.sign, **part, "operands": [_step_as_json(each) for each in step.steps]}
    source = step.of.source
    where = {"file": source.file, "tab": source.tab, "cell": source.cell, "text": source.text}
    return {"sign": step.sign, "row": step.of.row, "value": exact(step.of.amount), **where}
