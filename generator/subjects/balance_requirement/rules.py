"""The rules of the balance requirement: signs, the board's words on a deficit, earlier years, and what is asked about.

21 § finsamlagen does not list 11 kap. 12-14 §§ KL. So nothing here says that a deficit must be settled within three
years; that the sections do not hold is noted where a report builds on them.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.case import Case
from generator.checks.sentences import Sentence, sentences
from generator.checks.told import passages
from generator.figures.figure import FigureId
from generator.figures.measures import shown_suffixes
from generator.findings.finding import Finding, Severity
from generator.ground.names import folded
from generator.ground.source import Source
from generator.model.association import ReportState
from generator.model.registers import OutlineBlock
from generator.model.rows import YEARS
from generator.statements.income_statement import NET_RESULT
from generator.statements.lines import INCOME_LINES, code_of
from generator.statements.statement import Kind
from generator.subjects.balance_requirement.figures import REMAINING, TOTAL
from generator.subjects.balance_requirement.messages import (
    BUDGET_DEFICIT_WITHOUT_WORDS,
    DEFICIT_WITHOUT_WORDS,
    EARLIER_SETTLED_TOO_MUCH,
    EARLIER_WITHOUT_WORDS,
    EARLIER_YEAR,
    PARTICULAR_REASONS,
    RESERVE_ASKED,
    SETTLED_ABOVE_RESULT,
    SIGN_AGAINST_KIND,
)
from generator.subjects.balance_requirement.rows import (
    EARLIER,
    NAME,
    RESERVES,
    RESULT,
    SETTLED,
    Adjustment,
    EarlierDeficit,
)

_DEFICIT = re.compile(r"\bunderskott|\bnegativ\w*\b.*\bresultat|\bresultat\w*\b.*\bnegativ|\bminusresultat")
_WHY = re.compile(
    r"\beg(?:et|na) kapital|\breglera|\båterställ|\bsynnerliga skäl|\bplanera|\bbudgetera|\bbeslut|\bsparade medel"
)
_BUDGET = re.compile(r"\bbudget")
_REASONS = re.compile(r"\bsynnerliga skäl\b")


def signs_follow_the_kind(case: Case) -> Iterator[Finding]:
    """An amount typed with a minus on what raises the result is taken as raising it, and asked about."""
    for entry in case.underlag.of(Adjustment):
        for _, amount, source in entry.typed(YEARS):
            if amount < 0 and entry.row.sign == 1:
                values = {"line": entry.row.line, "found": amount, "meant": entry.row.effect(amount)}
                yield SIGN_AGAINST_KIND.found(source, **values)


def deficit_is_commented(case: Case) -> Iterator[Finding]:
    """On a negative balance requirement the board tells how it is settled, or why not (11 kap. 11 § LKBR)."""
    result = _figure(case, RESULT)
    if result < 0 and not _board_speaks(case):
        yield DEFICIT_WITHOUT_WORDS.found(_place(case), result=result).graded(_lacking(case))


def budgeted_deficit_is_commented(case: Case) -> Iterator[Finding]:
    """On a budget with a deficit the board tells why (11 kap. 5 § KL, which holds through 21 § finsamlagen).

    A budget of costs alone has no result: an association always has income.
    """
    if case.derived is None:
        return
    suffix = shown_suffixes(case.derived.association)[0]
    budget = _figure(case, NET_RESULT, suffix)
    is_whole = any(_figure(case, code_of(line), suffix) for line in INCOME_LINES if line.kind is Kind.INCOME)
    if budget < 0 and is_whole and not any(_BUDGET.search(text) and _explains(text) for text in _texts(case)):
        yield BUDGET_DEFICIT_WITHOUT_WORDS.found(_place(case), budget=budget).graded(_lacking(case))


def earlier_years_are_commented(case: Case) -> Iterator[Finding]:
    """What remains of earlier years' deficits is commented too (11 kap. 11 § LKBR)."""
    left = _figure(case, f"{TOTAL}.{REMAINING}")
    if left > 0 and not _board_speaks(case):
        yield EARLIER_WITHOUT_WORDS.found(_place(case), left=left).graded(_lacking(case))


def earlier_years_are_sound(case: Case) -> Iterator[Finding]:
    """An earlier year lies before the report's, no more is settled than it was, and by no more than the result."""
    if case.derived is None:
        return
    now = case.derived.association.year
    for entry in case.underlag.of(EarlierDeficit):
        year, left = entry.row.year, _figure(case, f"{EARLIER}.{entry.row.year}.{REMAINING}")
        if year >= now:
            yield EARLIER_YEAR.found(entry.source("year"), found=year, year=now)
        elif left < 0:
            yield EARLIER_SETTLED_TOO_MUCH.found(entry.source("deficit"), year=year, over=-left)
    settled, result = _figure(case, f"{TOTAL}.{SETTLED}"), _figure(case, RESULT)
    if settled > max(result, Decimal(0)):
        place = next(entry.source("settled") for entry in case.underlag.of(EarlierDeficit) if entry.row.settled)
        yield SETTLED_ABOVE_RESULT.found(place, settled=settled, result=result)


def reserves_are_asked_about(case: Case) -> Iterator[Finding]:
    """A reserve is asked about: the section that lets a municipality have one is not listed for associations."""
    for entry in case.underlag.of(Adjustment):
        if entry.row.kind in RESERVES and (entry.row.this_year or entry.row.last_year):
            amount = entry.row.this_year or entry.row.last_year
            yield RESERVE_ASKED.found(entry.source("line"), line=entry.row.line, amount=amount)


def particular_reasons_are_noted(case: Case) -> Iterator[Finding]:
    """*Synnerliga skäl* is the municipal act's word, in a section that is not listed for associations."""
    told: Sentence | None = next((each for each in sentences(case) if _REASONS.search(folded(each.text))), None)
    if told:
        yield PARTICULAR_REASONS.found(told.place)


def _lacking(case: Case) -> Severity | None:
    """What is not written yet in a report under way remains; after that it is as grave as the rule says."""
    return Severity.REMAINING if case.state is ReportState.IN_PROGRESS else None


def _figure(case: Case, code: str, suffix: str = "") -> Decimal:
    """A figure's amount this year; nought where there is none."""
    if case.derived is None:
        return Decimal(0)
    figure = case.derived.figures.get(FigureId(code, case.derived.association.year, suffix))
    return figure.amount if figure and isinstance(figure.value, Decimal) else Decimal(0)


def _board_speaks(case: Case) -> bool:
    """Whether the report says anything about a deficit: beside the table, or anywhere in words that explain it."""
    beside = any(row.text for row in case.outline if row.content == NAME)
    typed = any(entry.row.text for entry in case.underlag.of(OutlineBlock) if entry.row.content == NAME)
    return beside or typed or any(_explains(text) for text in _texts(case))


def _explains(text: str) -> bool:
    return bool(_DEFICIT.search(text) and _WHY.search(text))


def _texts(case: Case) -> Iterator[str]:
    """What stands under each heading, in lower case, paragraph by paragraph: a reason may be the next sentence."""
    for passage in passages(case):
        yield from passage.paragraphs()


def _place(case: Case) -> Source:
    placed = [entry for entry in case.underlag.of(OutlineBlock) if entry.row.content == NAME]
    return placed[0].source("text") if placed else case.underlag.place(OutlineBlock)
