"""Control amounts (*avstämning*): amounts from the ledger or a printed report against those that are derived.

So a published report can be entered as it was printed, to see what in it does not agree; and the economist sees that
the workbook says what the ledger says. A disagreement is a warning: which side is wrong, only a person can tell.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar

from pydantic import Field

from generator.blocks.block import Block, Component, Placement
from generator.checks.case import Case
from generator.figures.derivation import Derivation
from generator.figures.figure import Figure
from generator.figures.naming import Ambiguous, Names, Unknown
from generator.findings.finding import Finding, Side, Sides
from generator.findings.rule import RuleKind, of_kind
from generator.findings.rulebook import hint
from generator.ground.formatting import COUNT, KRONOR, MILLIONS, SHARE, THOUSANDS
from generator.ground.names import is_nothing
from generator.model import topics
from generator.model.association import DeviationSign
from generator.model.columns import AsPrinted, ChoiceColumn, MaybeYear, SuggestionColumn, Text
from generator.model.printed import PER_CENT, UNIT_SPELLINGS, Printed
from generator.model.rows import Entry, Row, Section, Tab
from generator.subjects.control.compare import (
    AUTOMATIC,
    COSTS_NEGATIVE,
    LEDGER,
    Verdict,
    compare,
    fits,
    unit_of,
)
from generator.subjects.control.lookup import MEASURES, OUTCOME, Untestable, find, suffix_of
from generator.subjects.control.messages import TEXTS, values_of
from generator.subjects.control.names import USUAL

NAME = "Avstämning"
UNITS = (KRONOR, THOUSANDS, MILLIONS, PER_CENT, COUNT)


class ControlAmount(Row):
    """An amount from the ledger or from print, to be compared with the figure that the program derives."""

    other_headings: ClassVar = {
        "figure": ("Siffra", "Kontroll", "Post"),
        "amount": ("Kontrollbelopp", "Tryckt belopp", "Värde"),
        "remark": ("Anm.", "Anm"),
    }
    unprinted: ClassVar = frozenset({"figure", "source", "remark"})

    figure: Annotated[str, SuggestionColumn(38, suggested=USUAL)] = Field(
        title="Uppgift",
        description=(
            "Siffran som kontrolleras. Välj i listan, eller skriv ett annat namn eller en nyckel: en notrad, en "
            "insats, ett nyckeltal."
        ),
    )
    year: MaybeYear = Field(None, title="År", description="Året som beloppet gäller. Tomt: räkenskapsåret.")
    measure: Annotated[str, ChoiceColumn(18, allowed=MEASURES)] = Field(
        OUTCOME,
        title="Mått",
        description=(
            "utfall, budget eller avvikelse från budgeten, med rapportens tecken för avvikelse. budget och avvikelse "
            "gäller den budget som rapporten visar. Tomt: utfall."
        ),
    )
    amount: AsPrinted = Field(
        None,
        title="Belopp",
        description=(
            "Som det är tryckt, gärna med enheten: 3 970 640, 2,5 mnkr, 59 %. Sista siffran avgör hur noga det "
            "jämförs: 2,5 mnkr får skilja 50 000 kr."
        ),
    )
    unit: Annotated[str, ChoiceColumn(10, allowed=UNITS, aliases=UNIT_SPELLINGS)] = Field(
        "", title="Enhet", description="Om den inte står i beloppet: kr, tkr, mnkr, % eller antal. Tomt: kr."
    )
    sign: Annotated[str, ChoiceColumn(22, allowed=(COSTS_NEGATIVE, LEDGER))] = Field(
        AUTOMATIC,
        title="Tecken",
        description=(
            "Tomt: som i rapporten. kostnader med minus: även i noter. som i huvudboken: intäkter, skulder, eget "
            "kapital och överskott med minus."
        ),
    )
    source: Text = Field("", title="Källa", description="Till exempel huvudbok, eller tryckt rapport s. 12.")
    remark: Text = Field("", title="Anmärkning", description="Egen minnesanteckning. Kommer inte med i rapporten.")


TAB = Tab(
    topic=topics.CONTROL,
    name=NAME,
    help=(
        "Frivillig. Belopp ur huvudboken eller en tryckt rapport, att jämföra med det som programmet räknar fram. "
        "Kommer inte med i rapporten."
    ),
    sections=(Section(ControlAmount, prepared=60, yearly=True),),
    other_names=("Kontrollbelopp", "Avstämningar"),
)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place nothing: control amounts are no part of the report."""
    del placement
    return iter(())


def control_amounts_agree(case: Case) -> Iterator[Finding]:
    """Every control amount agrees with the figure that is derived; how many do is told."""
    if case.derived is None or case.names is None:
        return
    # An amount that could not be read has its own finding.
    every = case.underlag.of(ControlAmount)
    entries = [entry for entry in every if entry.row.amount or is_nothing(entry.source("amount").text)]
    rules: list[str] = []
    for entry in entries:
        finding = _judged(entry, case.names, case.derived)
        rules.append(finding.code if finding else "")
        if finding:
            yield finding
    if entries:
        yield Finding("control_agrees", (case.underlag.place(ControlAmount),), _counted(rules))


def _counted(rules: Sequence[str]) -> dict[str, object]:
    """How many of the control amounts agree; ``rules`` are those that they broke, empty for none."""
    agreeing = sum(1 for rule in rules if rule in {"", "control_rounding"})
    untested = sum(1 for rule in rules if rule == "control_untested")
    return {
        "count": str(agreeing) if agreeing == len(rules) else f"{agreeing} av {len(rules)}",
        "untested": f", {untested} är inte {'prövat' if untested == 1 else 'prövade'}" if untested else "",
    }


def _judged(entry: Entry[ControlAmount], names: Names, derived: Derivation) -> Finding | None:
    """What is to be said of one control amount; nothing where it agrees."""
    row = entry.row
    year = row.year or derived.association.year
    if row.amount is None:
        return Finding("control_without_amount", (entry.source("amount"),), {"name": row.figure})
    found = find(names, row.figure, year, suffix_of(row.measure, derived.association))
    values: dict[str, object] = {"name": row.figure, "year": year, "found": row.amount.text}
    place = (entry.source("figure"),)
    match found:
        case Unknown():
            return Finding("control_unknown", place, values | {"hint": hint(found.near)})
        case Ambiguous():
            return Finding("control_ambiguous", place, values | {"names": ", ".join(found.names)})
        case Untestable():
            return Finding("control_untested", place, values | {"reason": found.reason})
        case Figure():
            return _compared(entry, row.amount, found, values, derived)


def _compared(
    entry: Entry[ControlAmount], amount: Printed, figure: Figure, values: dict[str, object], derived: Derivation
) -> Finding | None:
    row, place = entry.row, (entry.source("amount"),)
    unit = unit_of(amount, row.unit, figure)
    if amount.unit and row.unit and amount.unit != row.unit:
        return Finding("control_two_units", place, values | {"unit": amount.unit, "other": row.unit})
    if not fits(unit, figure):
        return Finding("control_other_unit", place, values | {"unit": unit, "is": figure.unit})
    if figure.unit == SHARE and amount.from_number and abs(amount.number) <= 1:
        return Finding("control_per_cent_unclear", place, values)
    if not amount.unit and unit not in {KRONOR, COUNT}:
        values = values | {"found": f"{amount.text} {unit}"}
    better = derived.association.deviation_sign == DeviationSign.BETTER
    comparison = compare(amount, unit, figure, row.sign, plus_is_better=better)
    rule = _RULES.get(comparison.verdict)
    if rule is None:
        return None
    cells = tuple(fact.source for fact in figure.leaves())
    sides = Sides(
        Side("Kontrollbelopp", comparison.printed, place),
        Side("Beräknat", comparison.computed, cells),
        comparison.half + comparison.bound,
        figure.unit,
    )
    return Finding(rule, place, values | values_of(comparison, figure, row.source, derived.facts), sides=sides)


_RULES = {
    Verdict.ROUNDING: "control_rounding",
    Verdict.OTHER_SIGN: "control_other_sign",
    Verdict.DIFFERS: "control_differs",
}


COMPONENT = Component(
    "", "", blocks, tabs=(TAB,), rules=(control_amounts_agree,), texts=of_kind(RuleKind.CONTROL, TEXTS)
)
