"""Next year's ledger: what its new accounts become beside last year's chart, and the files that come along."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.booking.known import known_of
from generator.booking.mapped import Piece, mapped, of_year, telling
from generator.figures.derivation import Derivation
from generator.ground.formatting import capital_first, enumerated
from generator.ground.names import NO_NAME, Name
from generator.ledger.row import Ledger, LedgerObject, Measured
from generator.ledger.suggestions.divided import Divided, divided
from generator.ledger.suggestions.known import Known
from generator.ledger.suggestions.suggest import suggestions
from generator.ledger.suggestions.suggestion import Asked, Certainty, Suggestion, beside_members
from generator.ledger.suggestions.tidy import tidied
from generator.ledger.suggestions.which import chart_of
from generator.model.registers import Activity
from generator.next_year.rows import RolledValues
from generator.next_year.same_row import as_last_year, typed_rows
from generator.starter.from_ledger import PROPOSAL, Suggested, account_rows, group_of, outcome_years
from generator.subjects.ledger.rows import LEFT_OUT, AccountRow
from generator.subjects.members.rows import Member

_DIGITS = 10
"""Of an organisation number; some programs put the century before them."""


def wrong_ledger(ledger: Ledger, derived: Derivation) -> str:
    """Why a ledger cannot be the next year's of an association, in Swedish; empty where it can."""
    year, name = derived.association.year + 1, capital_first(ledger.called)
    years = outcome_years(ledger)
    if year not in years or max(years) != year:
        told = enumerated([str(each) for each in sorted(years)]) or "inget år"
        return f"{name} gäller {told}, men nästa år är {year}."
    own, other = (_digits(each) for each in (derived.association.organisation_number, ledger.organisation_number))
    if own and other and own != other:
        said = f"{ledger.organisation_number} {ledger.company}".strip()
        return (
            f"{name} hör till en annan organisation ({said}). Förbundets nummer är "
            f"{derived.association.organisation_number}; rätta det i fjolårets mapp om det är fel där, eller ta bort "
            "raden med numret ur filen om det är fel i den."
        )
    return ""


def _digits(number: str) -> str:
    return "".join(letter for letter in number if letter.isdecimal())[-_DIGITS:]


def lacks(new: Ledger, old: Ledger, year: int) -> bool:
    """Whether a ledger lacks a year's outcomes that another has, or the objects that they are divided on there."""
    return year not in outcome_years(new) or (_has_objects(old, year) and not _has_objects(new, year))


def _has_objects(ledger: Ledger, year: int) -> bool:
    return any(row.objects and row.year == year for row in ledger.rows)


def tells_budget(ledger: Ledger) -> bool:
    """Whether a ledger tells the budget of the year before its last, so that nothing of it needs to come along."""
    year = outcome_years(ledger)[0] - 1
    return any(row.year == year and row.amounts.get(Measured.BUDGET) for row in ledger.rows)


def without_proposals(values: RolledValues) -> RolledValues:
    """Next year's rows without what was proposed in a remark of *Kontoplan*, where the row says by now what it is."""
    rows = [dict(row) for row in values.get(AccountRow, [])]
    for row in rows:
        told = row.get("line") or row.get("member") or row.get("use") == LEFT_OUT
        if told and str(row.get("remark", "")).startswith(PROPOSAL):
            del row["remark"]
    return {**values, AccountRow: rows}


def with_ledger(
    values: RolledValues, derived: Derivation, ledger: Ledger
) -> tuple[RolledValues, tuple[Suggested, ...]]:
    """Add to next year's rows those of the accounts that last year's chart has not.

    Returns the rows, and those accounts with what they most likely become.
    """
    chart, year = derived.underlag.of(AccountRow), derived.association.year + 1
    known = known_of(derived.underlag)
    parts = divided(ledger)
    pieces = mapped(ledger, chart, year).pieces if chart else ()
    asked = tuple(_asked(pieces, parts, known, year)) if chart else parts.asked
    own = suggestions(asked, known, chart_of(ledger.names, ledger.chart))
    of_members = {piece.part.account for piece in pieces if piece.says and piece.says.row.member}
    made = (
        beside_members(one) if each.account in of_members else _of_new_activity(each, one, parts)
        for each, one in zip(asked, own, strict=True)
    )
    siblings = _siblings(pieces)
    suggested = tuple(
        (each, _as_sibling(each, siblings[each.account], known) if each.account in siblings else proposal)
        for each, proposal in zip(asked, made, strict=True)
    )
    suggested = as_last_year(suggested, typed_rows(derived.underlag), ledger, derived.association.year)
    return _added(values, suggested, tuple(account_rows(suggested, ledger)), known), suggested


def _asked(pieces: Sequence[Piece], parts: Divided, known: Known, year: int) -> Iterator[Asked]:
    """The parts that no row is about, with the amounts of two years: a new account as its objects tell it apart."""
    there = {piece.part.account for piece in pieces if piece.says}
    for piece in pieces:
        account, objects = piece.part.account, piece.part.objects
        is_left = piece.says is None and account in there
        if (is_left or _is_hidden(piece, known)) and not piece.is_told and telling(piece.part, year):
            amounts = tuple(amount for each in (year, year - 1) if (amount := of_year(piece.part, each)))
            yield Asked(account, piece.part.name, amounts, objects)
    new = {piece.part.account for piece in pieces if not piece.is_told and telling(piece.part, year)} - there
    yield from (each for each in parts.asked if each.account in new)


def _is_hidden(piece: Piece, known: Known) -> bool:
    """Whether a new object would be put with what the other objects of its account leave."""
    if piece.says is None or not piece.part.objects or piece.says.row.objects:
        return False
    return not known.activity("", piece.part.objects)


def _of_new_activity(asked: Asked, made: Suggestion, parts: Divided) -> Suggestion:
    """A suggestion with the activity that the object is, where the workbook has none of that name."""
    new = [each for each in asked.objects if each.dimension in parts.dimensions]
    if not new or made.activity or made.member or made.line is None or not made.line.is_flow:
        return made
    return replace(made, activity=_named(new))


def _siblings(pieces: Sequence[Piece]) -> Mapping[str, AccountRow]:
    """The row of another object of each account that is told apart by objects: a new one becomes the same."""
    return {
        piece.part.account: piece.says.row
        for piece in pieces
        if piece.says and piece.part.objects and piece.says.row.objects and piece.says.row.post
    }


def _as_sibling(asked: Asked, row: AccountRow, known: Known) -> Suggestion:
    activity = known.activity("", asked.objects) or (_named(asked.objects) if row.activity else NO_NAME)
    why = "som kontots andra objekt"
    own_text = row.note_row if row.note_row != row.activity else activity
    return Suggestion(Certainty.SURE, why, row.post, note=row.note, note_row=own_text, activity=activity)


def _named(objects: Sequence[LedgerObject]) -> Name:
    return Name(next((tidied(each.name) or each.key for each in objects), ""))


def _added(
    values: RolledValues, suggested: Sequence[Suggested], rows: Sequence[Mapping[str, Any]], known: Known
) -> RolledValues:
    """The rows with those of the new accounts, and with the activities and members that only they name."""
    named = {row["activity"] for row in rows if row.get("activity")}
    activities = {
        made.activity: {
            "key": made.activity,
            "other_names": _keys(asked, made.activity),
            "group": group_of(str(made.activity)),
        }
        for asked, made in suggested
        if made.activity in named and made.activity not in known.activities
    }
    members = {
        made.member: {"name": made.member, "category": made.category, "activity": made.activity, "note": made.note}
        for _, made in suggested
        if made.is_sure and made.member and made.member not in known.members
    }
    return {
        **values,
        AccountRow: _in_order(values.get(AccountRow, []), rows),
        Activity: [*values.get(Activity, []), *activities.values()],
        Member: [*values.get(Member, []), *members.values()],
    }


def _keys(asked: Asked, activity: Name) -> str:
    return "; ".join(each.key for each in asked.objects if each.key != activity)


def _in_order(kept: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Last year's rows with each new one after the last whose account comes before its own."""
    rows = [dict(row) for row in kept]
    for row in new:
        before = [place for place, each in enumerate(rows) if _first(each) <= _first(row)]
        rows.insert(before[-1] + 1 if before else 0, dict(row))
    return rows


def _first(row: Mapping[str, Any]) -> str:
    """The first account that a row is about."""
    return re.split(r"\D", str(row.get("accounts", "")).strip(), maxsplit=1)[0]
