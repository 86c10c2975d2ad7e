"""The accounts of a ledger as the command ``ledger`` shows them: amounts, what they became, or what is proposed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from generator.booking.known import known_of
from generator.figures.figure import FigureId
from generator.ledger.became import AccountPart, Became, Use
from generator.ledger.row import Ledger, Measured, is_balance
from generator.ledger.suggestions.divided import divided
from generator.ledger.suggestions.known import NOTHING_KNOWN, Known
from generator.ledger.suggestions.suggest import suggestions
from generator.ledger.suggestions.suggestion import Asked, Suggestion, beside_members
from generator.ledger.suggestions.which import chart_of
from generator.pipeline import Examination
from generator.starter.from_ledger import outcome_years
from generator.statements.income_statement import NET_RESULT
from generator.statements.lines import LINES, code_of

Amounts = Mapping[tuple[int, Measured], Decimal]
"""What a ledger says of an account, with its signs, by year and by what it measures."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account, whole or of some objects: its amounts, what it became - in several places where it is shared.

    ``proposal`` is what it most likely becomes, where nothing says it. ``year`` is the year that it is shown for.
    """

    called: str
    account: str
    amounts: Amounts
    year: int
    became: tuple[Became, ...] = ()
    proposal: Suggestion | None = None

    @property
    def amount(self) -> Decimal:
        """What it comes to in the year, with the ledger's sign."""
        return self.of_year(self.year)

    def of_year(self, year: int) -> Decimal:
        """What it comes to in a year: its closing balance or its result; nil where nothing is said."""
        measured = Measured.CLOSING if is_balance(self.account) else Measured.RESULT
        return self.amounts.get((year, measured), Decimal(0))

    @property
    def use(self) -> Use:
        """What is done with it."""
        return self.became[0].use if self.became else Use.UNMAPPED

    @property
    def is_part(self) -> bool:
        """Whether it is only shown as a part (*varav*) of an account that is there as a whole."""
        return bool(self.became) and all(each.is_part for each in self.became)

    @property
    def is_there(self) -> bool:
        """Whether a row of *Kontoplan* is about it, also where that says nothing of what it becomes."""
        return any(each.says for each in self.became)

    @property
    def is_left(self) -> bool:
        """Whether it has an amount and no place in the report."""
        return self.use is Use.UNMAPPED and any(self.amounts.values())


@dataclass(frozen=True)
class Accounts:
    """All accounts, in the order of their numbers. ``mapped``: a chart says what they become, else it is proposed.

    ``reported`` is what the report has in the year on each post, by the code of its line; ``result`` the year's there.
    """

    each: tuple[Account, ...]
    year: int
    mapped: bool
    reported: Mapping[str, Decimal] = field(default_factory=dict)
    result: Decimal = Decimal(0)

    @cached_property
    def counted(self) -> tuple[Account, ...]:
        """Those that make up the ledger, each amount once."""
        return tuple(each for each in self.each if not each.is_part)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The year that is shown, and the one before where the ledger has, or gives, any amount of it."""
        before = self.year - 1
        told = any(each.of_year(before) or any(one.amounts.get(before) for one in each.became) for each in self.counted)
        return (self.year, before) if told else (self.year,)

    @cached_property
    def left(self) -> tuple[Account, ...]:
        """Those without a place, the largest first."""
        return tuple(sorted((each for each in self.each if each.is_left), key=lambda each: -abs(each.amount)))


def accounts_of(examination: Examination) -> Accounts:
    """The accounts of an underlag's ledger, with what they became; proposals where *Kontoplan* says nothing."""
    use, underlag = examination.ledger, examination.underlag
    known = known_of(underlag) if underlag else NOTHING_KNOWN
    year = underlag.association.row.year if underlag and underlag.association else 0
    if not use.became:
        return _proposed(use.ledgers[0], known, year)
    parts: dict[int, tuple[AccountPart, list[Became]]] = {}
    for became in use.became:
        parts.setdefault(id(became.part), (became.part, []))[1].append(became)
    ordered = sorted(parts.values(), key=lambda each: (each[0].account, each[0].objects))
    names = {part.account: part.name for part, _ in ordered}
    proposals = suggestions([_asked(part) for part, _ in ordered], known, chart_of(names, use.ledgers[0].chart))
    of_members = {part.account for part, became in ordered if any(each.of_member for each in became)}
    made = (
        beside_members(proposal) if part.account in of_members else proposal
        for (part, _), proposal in zip(ordered, proposals, strict=True)
    )
    each = (
        Account(part.called, part.account, _amounts(part), year, tuple(became), proposal)
        for (part, became), proposal in zip(ordered, made, strict=True)
    )
    reported = dict(_reported(examination, year))
    return Accounts(tuple(each), year, mapped=True, reported=reported, result=_result(examination, year))


def _result(examination: Examination, year: int) -> Decimal:
    figure = examination.derived.figures.get(FigureId(NET_RESULT, year)) if examination.derived else None
    return figure.value if figure is not None and isinstance(figure.value, Decimal) else Decimal(0)


def _reported(examination: Examination, year: int) -> Iterator[tuple[str, Decimal]]:
    for code, line in LINES.items() if examination.derived else ():
        figure = examination.whole.derived.figures.get(FigureId(code_of(line), year))
        if figure is not None and isinstance(figure.value, Decimal):
            yield code, figure.value


def proposed_in(ledger: Ledger) -> Accounts:
    """The accounts of a ledger by itself, with what each most likely becomes."""
    return _proposed(ledger, NOTHING_KNOWN, max(outcome_years(ledger), default=0))


def _proposed(ledger: Ledger, known: Known, year: int) -> Accounts:
    asked = divided(ledger).asked
    made = suggestions(asked, known, chart_of(ledger.names, ledger.chart))
    each = (
        Account(_called(one), one.account, _said(ledger, one), year, (), proposal)
        for one, proposal in zip(asked, made, strict=True)
    )
    return Accounts(tuple(each), year, mapped=False)


def _called(asked: Asked) -> str:
    return AccountPart(asked.account, asked.name, asked.told_apart, {}).called


def _said(ledger: Ledger, asked: Asked) -> Amounts:
    """The amounts of an account, or of its objects; what the objects leave is not the whole again."""
    rows = [row for year in ledger.years for row in ledger.of(asked.account, year)]
    found: dict[tuple[int, Measured], Decimal] = {}
    for row in rows:
        if set(asked.told_apart) <= set(row.objects) and (asked.told_apart or not row.objects):
            for measured, amount in row.amounts.items():
                found[row.year, measured] = found.get((row.year, measured), Decimal(0)) + amount
    return found


def _amounts(part: AccountPart) -> Amounts:
    return {(year, measured): amount for year, row in part.rows.items() for measured, amount in row.amounts.items()}


def _asked(part: AccountPart) -> Asked:
    balance = is_balance(part.account)
    told = (Measured.CLOSING, Measured.OPENING) if balance else (Measured.RESULT, Measured.BUDGET)
    years = sorted(part.rows, reverse=True)
    amounts = (next((each for one in told if (each := part.amount(year, one)) is not None), None) for year in years)
    return Asked(part.account, part.name, tuple(each for each in amounts if each is not None), part.objects)


def by_post(accounts: Iterable[Account]) -> Mapping[str, Sequence[Became]]:
    """What the accounts became, by the post that they are booked on, or those that are compared where none is."""
    found: dict[str, list[Became]] = {}
    for each in (became for account in accounts for became in account.became):
        if each.use in {Use.BOOKED, Use.COMPARED} and each.post:
            found.setdefault(each.post, []).append(each)
    booked = {post: [each for each in own if each.use is Use.BOOKED] for post, own in found.items()}
    return {post: booked[post] or own for post, own in found.items()}
