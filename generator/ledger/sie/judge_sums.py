"""Whether the amounts of a SIE file go together: the sums of each year, and what may be behind one that is not nil."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain

from generator.findings.finding import Finding, Severity
from generator.ground.formatting import enumerated, first_of, kronor
from generator.ground.source import Source
from generator.ledger.row import Measured, is_equity
from generator.ledger.sie.book import Amount
from generator.ledger.sie.judge_accounts import openings_off, tell_moved, tell_objects, tell_openings
from generator.ledger.sie.messages import SIE_OPENING_SUM, SIE_SUMS
from generator.ledger.sie.rows import Amounts
from generator.ledger.sie.sums import NIL, Off, Sums, total

_NAMED = 3
"""So many accounts are named as being behind a sum."""
_CARRYING = "899"
"""The accounts by which the year's result is carried to equity (*årets resultat*), in BAS and in Kommun-Bas."""
_TOO_FEW = (
    "Balanserna går ihop för sig, men resultatkontona ger inte det resultat som eget kapital har fått: konton "
    "saknas i filen, eller belopp är ändrade."
)


@dataclass(frozen=True, slots=True)
class _Year:
    """A year whose sums are judged: its number in the file, and the calendar years of all numbers."""

    sums: Sums
    amounts: Amounts
    number: int
    years: Mapping[int, int]
    place: Source

    def whole(self, label: str) -> dict[str, Amount]:
        """The balances of whole accounts."""
        return self.sums.whole(label, self.number)

    def of(self, measured: Measured) -> dict[str, Amount]:
        """The amounts of whole accounts, whatever records they are from."""
        return {
            account: found[measured]
            for (number, account, objects), found in self.amounts.items()
            if number == self.number and not objects and measured in found
        }


def judge_sums(sums: Sums, amounts: Amounts, years: Mapping[int, int], place: Source) -> Iterator[Finding]:
    """What does not go together, year by year and account by account.

    What follows from an amount that could not be read, which is told by itself, or from the end of a file that is cut,
    is not told once more.
    """
    if sums.book.is_cut:
        return
    unread = sums.book.unread
    for number in years:
        year = _Year(sums, amounts, number, years, place)
        opened = openings_off(sums, number) if number - 1 in years else []
        told = [each for each in opened if each.account not in unread]
        if told:
            yield from tell_openings(sums.book, told, years[number], years[number - 1], place)
        if not unread:
            yield from _opening_sum(year, opened)
            yield from _sums(year, sums.off_by_year.get(number, []))
        moved = [each for each in sums.off_by_year.get(number, ()) if each.account not in unread]
        yield from tell_moved(sums, moved, number, years[number], place)
    yield from tell_objects(sums, years, place)


def _opening_sum(year: _Year, off: list[Off]) -> Iterator[Finding]:
    """Openings are nil together. Where single accounts that are told make up for the difference, those are enough."""
    opened = year.whole("IB")
    opening = total(opened)
    if not opening or opening == sum((each.difference for each in off), NIL):
        return
    found = SIE_OPENING_SUM.found(_first_of(opened, year.place), year=year.years[year.number], opening=kronor(opening))
    if opening == -total(year.sums.whole("RES", year.number - 1)):
        before = year.years[year.number - 1]
        yield replace(found, besides=f"Lika mycket är resultatet {before}, som alltså inte är fört till eget kapital.")
    else:
        yield _pointing(found, _as_large(opening, opened))


def _sums(year: _Year, off: list[Off]) -> Iterator[Finding]:
    """Balances and results are nil together; balances alone where the result is carried to equity already."""
    closings, results = year.of(Measured.CLOSING), year.of(Measured.RESULT)
    closing, result = total(closings), total(results)
    difference = closing + result
    if not closings or not (results or year.number == 0) or not difference:
        return
    opened = year.whole("IB")
    carried = not closing and not _closes_results(results)
    if carried and _is_carried(result, closings, opened):
        return
    found = SIE_SUMS.found(
        _first_of(closings, year.place),
        year=year.years[year.number],
        closing=kronor(closing),
        result=kronor(result),
        difference=kronor(difference),
    ).graded(None if year.number == 0 else Severity.WARNING)
    if carried:
        yield replace(found, besides=_TOO_FEW, severity=Severity.WARNING)
    elif difference == total(opened):
        besides = "Skillnaden finns redan i ingående balanser (#IB)."
        yield replace(found, besides=besides, severity=Severity.WARNING)
    elif off and sum((each.difference for each in off), NIL) == -difference:
        yield _of_accounts(found, off)
    else:
        lost = {account: amount for account, amount in opened.items() if account not in closings and amount.value}
        yield _pointing(found, chain(_as_large(difference, closings | results), _as_large(-difference, lost)))


def _closes_results(results: Mapping[str, Amount]) -> bool:
    """Whether the account by which the result is carried to equity is among the results, which then are nil."""
    return any(account.startswith(_CARRYING) and amount.value for account, amount in results.items())


def _is_carried(result: Decimal, closings: Mapping[str, Amount], opened: Mapping[str, Amount]) -> bool:
    """Whether balances that are nil by themselves may hold the result: equity changed by it, or an account is it.

    True too where the file does not tell what equity opened with, so that nobody can say.
    """
    equity = {account: each.value for account, each in closings.items() if is_equity(account)}
    before = {account: each.value for account, each in opened.items() if is_equity(account)}
    changed = sum(equity.values(), NIL) - sum(before.values(), NIL)
    return not before or result == changed or result in equity.values()


def _first_of(amounts: Mapping[str, Amount], place: Source) -> Source:
    return replace(place, row=min(each.line for each in amounts.values()))


def _as_large(difference: Decimal, amounts: Mapping[str, Amount]) -> Iterator[tuple[str, Amount, str]]:
    """The one account whose amount is as large as the difference, or half of it; none where there are several."""
    for times, hint in ((1, "lika stort"), (2, "hälften så stort: har det fel tecken?")):
        alike = [(account, each, hint) for account, each in amounts.items() if times * each.value == difference]
        if alike:
            yield from alike if len(alike) == 1 else ()
            return


def _pointing(found: Finding, causes: Iterable[tuple[str, Amount, str]]) -> Finding:
    """Lead to the amount that may be behind a sum, where one is known."""
    for account, amount, hint in causes:
        at = replace(found.place, row=amount.line)
        besides = f"Beloppet på {at.cell}, konto {account}, är {hint}{'' if hint.endswith('?') else '.'}"
        return replace(found, besides=besides, subjects=(at, *found.subjects))
    return found


def _of_accounts(found: Finding, off: list[Off]) -> Finding:
    """Lead to the accounts whose transactions do not come out, which together are the whole difference."""
    named = enumerated(first_of([f"konto {each.account}" for each in off], _NAMED))
    at = replace(found.place, row=off[0].line)
    return replace(found, besides=f"Skillnaden är den på {named}.", subjects=(at, *found.subjects))
