"""What the command ``ledger`` shows: accounts with what they became, what is left, and the posts; as text and JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from generator.commands.ledger_accounts import Account, Accounts, by_post
from generator.findings.message import LONGEST
from generator.ground.formatting import exact, number, so_many
from generator.ground.printable import one_line, printable_json
from generator.ground.source import Source
from generator.ledger.became import Became, Use
from generator.ledger.row import Ledger, LedgerRow, Measured, is_balance, is_equity
from generator.statements.balance_sheet import EQUITY_LINE
from generator.statements.lines import LINES

_KEYS = {
    Measured.OPENING: "opening",
    Measured.CLOSING: "closing",
    Measured.RESULT: "result",
    Measured.BUDGET: "budget",
}
_WORDS = {Measured.OPENING: "IB", Measured.CLOSING: "UB", Measured.RESULT: "utfall", Measured.BUDGET: "budget"}
_WITHOUT_POST = "utan post i Kontoplan"
"""What is said of accounts that stand there, but not with what they become."""
_LABEL, _LARGEST = 56, 16
"""The widths of what a row of a table is called, and of an amount in it."""


def as_text(ledgers: Sequence[Ledger], accounts: Accounts, *, left: bool) -> str:
    """Write the accounts, or only those that are ``left``; then the posts, and whether all adds up."""
    lines = [*_head(ledgers), *(() if left else _accounts(accounts)), *_left(accounts)]
    if not left:
        lines += [*(_posts(accounts) if accounts.mapped else ()), *_sums(accounts)]
    return "\n".join(one_line(line, LONGEST) for line in lines)


def _head(ledgers: Sequence[Ledger]) -> Iterator[str]:
    for each in ledgers:
        about = ", ".join(filter(None, (each.company, each.organisation_number, each.program)))
        yield f"Huvudbok: {each.called}{f' ({about})' if about else ''}. År: {', '.join(map(str, sorted(each.years)))}."
    yield "Beloppen har huvudbokens tecken: intäkter, eget kapital och skulder är minus."


def _accounts(accounts: Accounts) -> Iterator[str]:
    for each in accounts.each:
        yield ""
        yield each.called
        yield f"    {'   '.join(_amounts(each, accounts.year)) or 'inget belopp'}"
        yield from (f"    {line}" for line in _what(each))


def _amounts(each: Account, year: int) -> Iterator[str]:
    """The amounts as they are read: this year's first, then last year's, the budget last."""
    own = (Measured.OPENING, Measured.CLOSING) if is_balance(each.account) else (Measured.RESULT,)
    for of, measured in (*((year, one) for one in own), (year - 1, own[-1]), (year, Measured.BUDGET)):
        amount = each.amounts.get((of, measured))
        if amount is not None:
            yield f"{_WORDS[measured]} {of} {number(amount, 2)}"


def _what(each: Account) -> Iterator[str]:
    if each.use is Use.UNMAPPED:
        told = "KVAR" if each.became else "Förslag"
        yield f"{told}: {each.proposal.sentence if each.proposal else 'inget förslag'}"
        return
    for became in each.became:
        share = f"{number(became.amounts.get(each.year, Decimal(0)), 2)} till " if len(each.became) > 1 else ""
        yield f"{share}{_words(became)}{f' ({became.says})' if became.says else ''}"


def _words(became: Became) -> str:
    match became.use:
        case Use.LEFT_OUT:
            return f"räknas inte: {became.reason}" if became.reason else "räknas inte"
        case Use.COMPARED:
            return f"stäms av: {became.words}"
        case _:
            return became.words


def _left(accounts: Accounts) -> Iterator[str]:
    if not accounts.mapped:
        return
    yield ""
    if not accounts.left:
        yield "Kvar: inget. Alla konton med belopp har sin plats."
        return
    yield f"Kvar ({_count(accounts.left)}), de största först:"
    for each in accounts.left:
        yield f"  {each.called}, {number(each.amount, 2)}"
        yield f"      {each.proposal.sentence if each.proposal else 'inget förslag'}"


def _posts(accounts: Accounts) -> Iterator[str]:
    """The sums that the posts get of the ledger, the natural way, in the order of the law; compared ones marked."""
    found = by_post(accounts.each)
    yield ""
    yield _line("Summa per post, som i rapporten", *map(str, accounts.years))
    for code in (code for code in LINES if code in found):
        sums = [sum((each.amounts.get(of, Decimal(0)) for each in found[code]), Decimal(0)) for of in accounts.years]
        compared = all(each.use is Use.COMPARED for each in found[code])
        label = f"  {LINES[code].label}{' (stäms av)' if compared else ''}"
        shown = _line(label, *(number(each, 2) for each in sums))
        yield f"{shown}{_reported(sums[0], code, accounts, compared=compared)}"


def _reported(booked: Decimal, code: str, accounts: Accounts, *, compared: bool) -> str:
    """What the report has on a post, where it is not what the ledger gives: more of it is typed, or nothing."""
    reported = accounts.reported.get(code, Decimal(0) if compared and accounts.reported else None)
    if reported is None or abs(reported) == abs(booked):
        return ""
    carried = code == EQUITY_LINE.code and reported - booked == accounts.result
    return f"   i rapporten {number(reported, 2)}{': årets resultat är inte omfört' if carried else ''}"


def _sums(accounts: Accounts) -> Iterator[str]:
    """The whole ledger by what is done with it: all together is nil, or the result that is booked to equity already."""
    yield ""
    yield _line("Hela huvudboken", *map(str, accounts.years))
    for use in Use if accounts.mapped else ():
        own = [each for each in accounts.counted if each.use is use]
        there = [each for each in own if use is Use.UNMAPPED and each.is_there]
        for label, some in ((use.value, [each for each in own if each not in there]), (_WITHOUT_POST, there)):
            if some:
                yield _sum_line(f"  {label} ({_count(some)})", some, accounts.years)
    yield _sum_line("  summa", accounts.counted, accounts.years)
    yield from _verdicts(accounts)


def _count(own: Sequence[Account]) -> str:
    """How many accounts, and how many parts they are told in where objects tell them apart."""
    accounts = len({each.account for each in own})
    parts = f" i {len(own)} delar" if len(own) != accounts else ""
    return f"{so_many(accounts, 'konto', 'konton')}{parts}"


def _sum_line(label: str, accounts: Sequence[Account], years: Iterable[int]) -> str:
    sums = (sum((each.of_year(year) for each in accounts), Decimal(0)) for year in years)
    return _line(label, *(number(each, 2) for each in sums))


def _line(label: str, *columns: str) -> str:
    return label.ljust(_LABEL) + "".join(each.rjust(_LARGEST) for each in columns)


def _verdicts(accounts: Accounts) -> Iterator[str]:
    for year in accounts.years:
        balances = sum((each.of_year(year) for each in accounts.counted if is_balance(each.account)), Decimal(0))
        results = sum((each.of_year(year) for each in accounts.counted if not is_balance(each.account)), Decimal(0))
        if not any(each.of_year(year) for each in accounts.counted):
            continue
        if not any(each.of_year(year) for each in accounts.counted if is_balance(each.account)):
            yield f"{year}: bara resultatkonton, så det kan inte prövas att allt går ihop."
        elif not balances + results:
            yield f"{year}: allt går ihop."
        elif not balances and not _is_carried(accounts, year, results):
            yield (
                f"{year}: går inte ihop. Balanskontona är noll för sig, men resultatkontona är {number(results, 2)}, "
                "och eget kapital har inte fått det resultatet. Konton saknas, eller belopp är ändrade: exportera "
                "huvudboken igen."
            )
        elif not balances:
            yield f"{year}: allt går ihop. Årets resultat är redan bokfört mot eget kapital."
        else:
            yield f"{year}: går inte ihop. Balanskonton {number(balances, 2)}, resultatkonton {number(results, 2)}."


def _is_carried(accounts: Accounts, year: int, result: Decimal) -> bool:
    """Whether equity has changed by a result, or an account of it is one; true too where nothing tells its opening."""
    equity = [each.amounts for each in accounts.counted if is_equity(each.account)]
    closed = [each.get((year, Measured.CLOSING), Decimal(0)) for each in equity]
    opened = [each.get((year, Measured.OPENING), each.get((year - 1, Measured.CLOSING))) for each in equity]
    told = [each for each in opened if each is not None]
    return not told or result in {*closed, sum(closed, Decimal(0)) - sum(told, Decimal(0))}


def as_json(ledgers: Sequence[Ledger], accounts: Accounts) -> str:
    """Write every row as it was read, and each account with what it became, for other programs."""
    rows = [_row(row, ledger) for ledger in ledgers for row in ledger.rows]
    told = [_account(each) for each in accounts.each]
    return printable_json(json.dumps({"rows": rows, "accounts": told}, ensure_ascii=True, indent=1))


def _row(row: LedgerRow, ledger: Ledger) -> Mapping[str, object]:
    return {
        "ledger": ledger.called,
        "account": row.account,
        "name": row.name or ledger.names.get(row.account, ""),
        "objects": [
            {"dimension": each.dimension, "key": each.key, "name": each.name, "dimension_name": each.dimension_name}
            for each in row.objects
        ],
        "year": row.year,
        "amounts": {_KEYS[measured]: exact(amount) for measured, amount in row.amounts.items()},
        "sources": {_KEYS[measured]: _place(row.place(measured)) for measured in row.amounts},
    }


def _place(source: Source) -> Mapping[str, object]:
    return {"file": source.file, "tab": source.tab, "cell": source.cell, "line": source.row}


def _account(each: Account) -> Mapping[str, object]:
    proposal = each.proposal if each.use is Use.UNMAPPED else None
    return {
        "account": each.account,
        "called": each.called,
        "use": each.use.value,
        "became": [
            {
                "post": became.post,
                "words": became.words,
                "reason": became.reason,
                "amounts": {str(year): exact(amount) for year, amount in became.amounts.items()},
                "says": _place(became.says) if became.says else None,
            }
            for became in each.became
        ],
        "proposal": {
            "post": proposal.line.code if proposal.line else "",
            "words": proposal.words,
            "certainty": proposal.certainty.word,
            "reason": proposal.why,
        }
        if proposal
        else None,
    }
