"""What a new workbook begins with of a ledger: the chart of accounts as far as it is sure, and the registers it names.

Amounts are never written: they stand in the ledger. An account that is not sure has its row without a post, with the
proposal beside it, so that nothing is left out and nothing is wrongly placed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.ground.formatting import capital_first, enumerated, first_of
from generator.ground.names import NO_NAME, Name, folded
from generator.ledger.days import first_day
from generator.ledger.row import Ledger, LedgerObject, Measured
from generator.ledger.suggestions.divided import Divided, divided
from generator.ledger.suggestions.known import Known
from generator.ledger.suggestions.parties import MUNICIPALITIES
from generator.ledger.suggestions.suggest import suggestions
from generator.ledger.suggestions.suggestion import Asked, Certainty, Suggestion
from generator.ledger.suggestions.tidy import is_unclear, tidied
from generator.ledger.suggestions.which import Chart, chart_of
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.registers import Activity, Note
from generator.model.rows import Row
from generator.statements.lines import BALANCE_LINES, BY_LABEL, LINES
from generator.statements.statement import Line
from generator.subjects.ledger.rows import BOOKED, LEFT_OUT, AccountRow
from generator.subjects.members.rows import Member

Values = Mapping[type[Row], Sequence[Mapping[str, Any]]]
"""Rows by their model, each a field and a value."""
Suggested = tuple[Asked, Suggestion]
"""An account, and what it most likely becomes."""

MOST_ROWS = 3_000
"""Rows of *Kontoplan* that are begun: an association has some hundred."""
FUNDING = Name("Finansiering")
"""The activity of contributions and financial items, in a new workbook."""
PROPOSAL = "Förslag: "
"""How a remark begins that is the program's own proposal, and no word of the user's."""
_MOST_NAMED = 8
"""Accounts that a hint names."""
_OWN = "egen"
"""The group of an activity of which nothing else is known."""
_FUNDING_WORDS = ("finansiering", "medlemsbidrag", "finans")
_ADMINISTRATION_WORDS = ("styrelse", "kansli", "administration", "ledning", "förbundschef", "gemensam", "revision")


@dataclass(frozen=True, slots=True)
class Begun:
    """The rows of a new workbook that a ledger begins, and what each account became, in the order of the accounts.

    ``hints`` say in Swedish what the ledger does not tell, and what depends on it.
    ``first_day`` is the association's, where the ledger begins with it.
    """

    values: Values
    suggested: tuple[Suggested, ...]
    chart: Chart
    organisation_number: str = ""
    first_day: date | None = None
    hints: tuple[str, ...] = ()


def from_ledger(ledger: Ledger, year: int, starters: Values) -> Begun:
    """Begin a workbook of a ledger, for a year; ``starters`` are the rows that a new workbook has without one."""
    parts = divided(ledger)
    chart = chart_of(ledger.names or {each.account: each.name for each in parts.asked}, ledger.chart)
    activities = tuple(_activities(parts)) or tuple(starters[Activity])
    notes = _notes(starters)
    known = Known(notes=notes, activities=dict(_spellings(activities)), funding=_funding(activities))
    made = suggestions(parts.asked, known, chart)
    suggested = tuple(zip(parts.asked, made, strict=True))
    told = {each.note for each in made if each.certainty is not Certainty.GUESS}
    values: dict[type[Row], Sequence[Mapping[str, Any]]] = {
        AccountRow: tuple(account_rows(suggested, ledger)),
        Activity: activities,
        Member: tuple(_members(made, known.funding)),
        Note: tuple(note for note in _with_more(starters) if note.get("kind") or Name(note["key"]) in told),
        IncomeOrCost: () if _has_budget(ledger) else tuple(_budgets(activities)),
        BalanceItem: (),
        **({OpeningBalance: ()} if _has_openings(ledger, year) else {}),
    }
    number = _organisation_number(ledger.organisation_number)
    hints = tuple(_hints(suggested, parts.activities))
    return Begun({**starters, **values}, suggested, chart, number, first_day(ledger, year), hints)


def _hints(suggested: Sequence[Suggested], objects: Sequence[LedgerObject]) -> Iterator[str]:
    if not objects:
        yield (
            "Huvudboken delar inte upp kostnaderna på projekt eller kostnadsställen. Skriv verksamheten i fliken "
            "Kontoplan, om driftredovisningen ska visas per verksamhet."
        )
    elif any(group_of(each.name) == _OWN for each in objects):
        yield "Välj grupp för verksamheterna i fliken Verksamheter: kostnadsfördelningen visas efter den."
    yield from _member_hints(suggested)
    unclear = [f"{asked.account} {asked.name}" for asked, _ in suggested if is_unclear(asked.name)]
    if unclear:
        named = enumerated(first_of(unclear, _MOST_NAMED))
        yield (
            f"Namnet säger att något ska utredas, så det blir ingen notrad: {named}. "
            "Bokför beloppet där det hör hemma, eller skriv en notrad i fliken Kontoplan."
        )


def _member_hints(suggested: Sequence[Suggested]) -> Iterator[str]:
    """What is said of the members: who they are is seen, likely, not at all, or not one by one."""
    sure = {made.member for _, made in suggested if made.member and made.is_sure}
    likely = list(dict.fromkeys(asked.account for asked, made in suggested if made.member and not made.is_sure))
    if likely:
        empty = "" if sure else ", så fliken Medlemmar är tom"
        yield (
            f"Konto {enumerated(first_of(likely, _MOST_NAMED))} ser ut att vara medlemmarnas bidrag, men det är inte "
            f"säkert{empty}. Är det så: lägg till medlemmarna i fliken Medlemmar, och skriv medlemmen vid kontot i "
            "fliken Kontoplan."
        )
    elif not sure:
        yield (
            "Vilka medlemmar som har betalat syns inte i kontonas namn. Ska de visas: lägg till dem i fliken "
            "Medlemmar, och skriv medlemmen vid kontot i fliken Kontoplan."
        )
    if MUNICIPALITIES in sure:
        yield (
            f"Kommunernas bidrag står på ett konto, och är i fliken Medlemmar en enda medlem, {MUNICIPALITIES}. Ska de "
            "visas var för sig: skriv dem där, och dela kontot i fliken Kontoplan med kolumnen Andel."
        )


def outcome_years(ledger: Ledger) -> list[int]:
    """The years that a ledger has outcomes or closing balances of, the latest first."""
    told = {Measured.RESULT, Measured.CLOSING}
    return sorted({row.year for row in ledger.rows if told & set(row.amounts)}, reverse=True)


def too_many(count: int, called: str) -> str:
    """Why so many accounts are not put into *Kontoplan*, in Swedish; empty where they are not too many."""
    if count <= MOST_ROWS:
        return ""
    return (
        f"{capital_first(called)} skulle ge {count} rader i fliken Kontoplan, fler än de {MOST_ROWS} som en arbetsbok "
        "får. Exportera bara konton med belopp, eller skriv intervall (40-45) i Kontoplan själv."
    )


def account_rows(suggested: Sequence[Suggested], ledger: Ledger) -> Iterator[Mapping[str, Any]]:
    """The rows of *Kontoplan*: whole where they are sure, else the account with its proposal in the remark.

    What is no number is no account of a chart.
    """
    keys = _ambiguous(ledger)
    by_member = {asked.account for asked, made in suggested if made.member and asked.objects}
    for asked, made in suggested:
        if not asked.account.isdecimal():
            continue
        row = {"accounts": asked.account, "objects": _objects(asked.told_apart, keys), "name": tidied(asked.name)}
        filled = _filled(made) if made.is_sure else _proposed(made)
        if asked.account in by_member and not made.member:  # the budget of them all: the note has the members
            filled = {**filled, "note": "", "note_row": ""}
        yield {**row, **filled}


def _proposed(made: Suggestion) -> Mapping[str, Any]:
    """A row without its post: what else is likely stands there, so that only the post needs to be chosen."""
    remark = f"{PROPOSAL}{made.sentence}"
    own = {"sub_item": made.sub_item} if made.sub_item else {}
    if made.certainty is Certainty.GUESS or made.left_out or made.member or made.compared:
        return {"remark": remark}
    return {**own, "remark": remark, "note": made.note, "note_row": made.note_row, "activity": made.activity}


def _filled(made: Suggestion) -> Mapping[str, Any]:
    if made.left_out:
        return {"use": LEFT_OUT, "reason": made.reason}
    if made.member:
        return {"use": BOOKED, "member": made.member}
    post = made.line.label if made.line else ""
    if made.compared:
        # What is booked of equity is its opening balance alone; the rest follows from the results, and is compared.
        return {"use": BOOKED, "line": post}
    own = {"sub_item": made.sub_item} if made.sub_item else {}
    note = {"note": made.note, "note_row": made.note_row}
    return {"use": BOOKED, "line": post, **own, **note, "activity": made.activity}


def _ambiguous(ledger: Ledger) -> frozenset[str]:
    """The keys that objects of several dimensions have: of such, the dimension must be written too."""
    dimensions: dict[str, set[str]] = {}
    for each in (each for row in ledger.rows for each in row.objects):
        dimensions.setdefault(each.key, set()).add(each.dimension)
    return frozenset(key for key, of in dimensions.items() if len(of) > 1)


def _objects(objects: Sequence[LedgerObject], ambiguous: frozenset[str]) -> str:
    """Objects as *Kontoplan* names them: ``P12``, ``6: P12`` where another dimension has that key too."""
    return " + ".join(f"{each.dimension}: {each.key}" if each.key in ambiguous else each.key for each in objects)


def _activities(parts: Divided) -> Iterator[Mapping[str, Any]]:
    """The objects as activities, and the one of the funding where none of them is."""
    objects = parts.activities
    names = [tidied(each.name) or each.key for each in objects]
    for key, each in zip(_told_apart(names, objects), objects, strict=True):
        other = each.key if Name(each.key) != Name(key) else ""
        yield {"key": key, "other_names": other, "group": group_of(key)}
    if objects and not any(group_of(name) == "finansiering" for name in names):
        yield {"key": FUNDING, "group": "finansiering"}


def _told_apart(names: Sequence[str], objects: Sequence[LedgerObject]) -> Iterator[str]:
    folded_names = [folded(name) for name in names]
    for name, each in zip(names, objects, strict=True):
        yield f"{name} {each.key}" if folded_names.count(folded(name)) > 1 else name


def group_of(name: str) -> str:
    """The group of an activity, by the words of its name."""
    text = folded(name)
    if any(word in text for word in _FUNDING_WORDS):
        return "finansiering"
    if "struktur" in text:
        return "strukturövergripande"
    return "administration" if any(word in text for word in _ADMINISTRATION_WORDS) else _OWN


def _funding(activities: Iterable[Mapping[str, Any]]) -> Name:
    return next((Name(each["key"]) for each in activities if each.get("group") == "finansiering"), NO_NAME)


def _spellings(activities: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Name, Name]]:
    for each in activities:
        for spelling in (each["key"], each.get("other_names", "")):
            if spelling:
                yield Name(spelling), Name(each["key"])


def _notes(starters: Values) -> Mapping[str, Name]:
    """The notes of a new workbook by the codes of their lines: those of its rows, and one of each other balance."""
    rows = (*starters[IncomeOrCost], *starters[BalanceItem])
    begun = {_line(row["line"]).code: Name(row["note"]) for row in rows if row.get("note")}
    return {line.code: Name(line.label) for line in BALANCE_LINES if line.sign} | begun


def _with_more(starters: Values) -> list[Mapping[str, Any]]:
    """The notes of a new workbook, and one of each other balance before that of the next post that has one."""
    of, order = {note: code for code, note in _notes(starters).items()}, list(LINES)
    notes = list(starters[Note])
    there = {Name(each["key"]) for each in notes}
    for note in (each for each in of if each not in there):
        later = (
            at
            for at, each in enumerate(notes)
            if order.index(of.get(Name(each["key"]), order[0])) > order.index(of[note])
        )
        notes.insert(next(later, len(notes)), {"key": note, "title": str(note)})
    return notes


def _line(label: str) -> Line:
    return BY_LABEL[label]


def _members(made: Iterable[Suggestion], funding: Name) -> Iterator[Mapping[str, Any]]:
    found = {each.member: each for each in made if each.member and each.is_sure}
    for name, each in found.items():
        yield {"name": name, "category": each.category, "activity": funding, "note": each.note}


def _organisation_number(said: str) -> str:
    """The number as it is typed, with its hyphen; as it is said where it has not ten digits."""
    digits = "".join(letter for letter in said if letter.isdecimal())[-10:]
    return f"{digits[:6]}-{digits[6:]}" if len(digits) == 10 else said  # noqa: PLR2004 - ten digits


def _has_budget(ledger: Ledger) -> bool:
    return any(row.amounts.get(Measured.BUDGET) for row in ledger.rows)


def _has_openings(ledger: Ledger, year: int) -> bool:
    """Whether the ledger tells what the comparison year opened with."""
    return any(
        (row.year == year - 1 and Measured.OPENING in row.amounts)
        or (row.year == year - 2 and Measured.CLOSING in row.amounts)
        for row in ledger.rows
    )


def _budgets(activities: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Rows to type the budget in, where the ledger has none: nothing of them is typed twice."""
    for each in activities:
        funding = each.get("group") == "finansiering"
        line = "Verksamhetens intäkter" if funding else "Verksamhetens kostnader"
        yield {"line": line, "activity": each["key"], "remark": "Bara budgeten. Utfallet kommer ur huvudboken."}
