"""A figure's formula in words: ``Verksamhetens resultat + Finansiella intäkter − Finansiella kostnader``."""

from collections.abc import Sequence

from generator.figures.declaration import DEVIATIONS, SUFFIXES
from generator.figures.figure import Figure, How, Operand, period_year
from generator.ground.formatting import MINUS
from generator.ground.source import Source

_MEASURES = {suffix: measure.value for measure, suffix in SUFFIXES.items() if suffix} | {
    suffix: f"avvikelse mot {measure.value}" for measure, suffix in DEVIATIONS.items()
}
DIVIDED = "\u00f7"


def formula(figure: Figure) -> str:
    """Say what a figure is made of: other figures by their labels, or the typed amounts by their number."""
    parts = [operand for operand in figure.operands if isinstance(operand.of, Figure)]
    if not figure.operands:
        # Only the cells of a protected count are left out where there is an amount.
        return "celler som skyddas" if figure.amount and figure.how is not How.RATIO else "inget inskrivet belopp"
    if not parts:
        count = len(figure.operands)
        sources = [operand.of.source for operand in figure.operands if not isinstance(operand.of, Figure)]
        if count == 1:
            return str(sources[0])
        return f"summan av {count} {_kind(sources)}"
    if figure.how is How.RATIO:
        named = [_named(part, figure) for part in parts]
        return f" {DIVIDED} ".join(named) if len(named) > 1 else f"en fast del av {named[0]}"
    first, *others = parts
    start = _named(first, figure) if first.sign > 0 else f"{MINUS}{_named(first, figure)}"
    return start + "".join(f" {'+' if part.sign > 0 else MINUS} {_named(part, figure)}" for part in others)


def _kind(sources: Sequence[Source]) -> str:
    """What typed amounts are called; those of other files are a ledger's, as no other file gives amounts."""
    of_ledger = [bool(source.file) for source in sources]
    if all(of_ledger):
        return "belopp ur huvudboken"
    return "belopp, inskrivna och ur huvudboken" if any(of_ledger) else "inskrivna belopp"


def _named(operand: Operand, figure: Figure) -> str:
    """An operand's label, with the year and measure where they are others than the figure's own."""
    part = operand.of
    if not isinstance(part, Figure):
        return str(part.source)
    measure = measure_of(part)
    told = measure if measure != measure_of(figure) and measure not in part.label else ""
    year = str(period_year(part.period)) if period_year(part.period) != period_year(figure.period) else ""
    return f"{part.label}{f', {told}' if told else ''}{f' {year}' if year else ''}"


def measure_of(figure: Figure) -> str:
    """What a figure measures, in words; empty for an outcome."""
    return _MEASURES.get(figure.key.measure, "")
