"""The rules of the contributions' sizes: the parties give their shares, and a group shares by its key."""

from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.case import Case
from generator.findings.finding import Finding, Side, Sides
from generator.ground.formatting import percent, rounded
from generator.ground.source import places
from generator.model.rows import Entry
from generator.subjects.members.messages import OTHER_SHARE, OTHER_THAN_KEY
from generator.subjects.members.rows import MUNICIPALITY, REGION, STATE, Group, Member, groups

PARTS = {STATE: Decimal("0.5"), REGION: Decimal("0.25"), MUNICIPALITY: Decimal("0.25")}
"""What each party gives (5 § finsamlagen)."""
ROUNDED = Decimal(1000)
"""Kronor by which a party's contribution may differ: it is agreed in whole thousands."""


def _years(case: Case) -> tuple[tuple[str, int], ...]:
    """The columns and their years; none where the report's year cannot be read."""
    if case.derived is None:
        return ()
    year = case.derived.association.year
    return (("this_year", year), ("last_year", year - 1))


def parties_give_their_shares(case: Case) -> Iterator[Finding]:
    """The state gives half, region and municipalities a quarter each; where one is missing nothing is said."""
    every = {group.category: group for group in groups(case.underlag)}
    if not set(PARTS) <= set(every):
        return
    for field, year in _years(case):
        sums = {category: _sum(every[category], field) for category in PARTS}
        total = sum(sums.values(), start=Decimal(0))
        for category, part in PARTS.items():
            difference = sums[category] - total * part
            if total and all(sums.values()) and abs(difference) > ROUNDED:
                cells = tuple(entry.source(field) for entry in every[category].members.values())
                values = {
                    "party": every[category].title,
                    "year": year,
                    "given": sums[category],
                    "share": percent(sums[category] / total, 1),
                    "part": percent(part),
                    "wanted": total * part,
                    "difference": abs(difference),
                }
                sides = Sides(Side("Bidrag", sums[category], cells), Side("Delen enligt lagen", total * part), ROUNDED)
                yield OTHER_SHARE.found(*cells, **values).between(sides)


def groups_share_by_their_key(case: Case) -> Iterator[Finding]:
    """A member's part of its group's contribution is the key's part, but for what the key's rounding explains."""
    for group in groups(case.underlag):
        keys = [entry.row.key_number for entry in group.members.values()]
        whole = sum((key for key in keys if key), start=Decimal(0))
        if len(keys) < 2 or not all(keys) or not whole:  # noqa: PLR2004 - one member alone shares with nobody
            continue
        total = _sum(group, "this_year")
        given = ((entry, _by_key(entry, total, whole)) for entry in group.members.values())
        off = [(entry, wanted) for entry, wanted in given if wanted is not None]
        largest = max((_off(entry, wanted) for entry, wanted in off), default=Decimal(0))
        for entry, wanted in off:
            # One wrong amount moves what the key gives all the others; only where it stands is told.
            if 2 * _off(entry, wanted) > largest:
                yield _key_finding(entry, group, wanted)


def _by_key(entry: Entry[Member], total: Decimal, whole: Decimal) -> Decimal | None:
    """What the key gives a member, where that is not its contribution."""
    key, amount = entry.row.key_number, entry.row.this_year
    if key is None or amount is None:
        return None
    wanted = total * key / whole
    digits = max(0, -int(key.normalize().as_tuple().exponent))
    bound = total * Decimal(1).scaleb(-digits) / 2 / whole + 1
    return wanted if abs(amount - wanted) > bound else None


def _off(entry: Entry[Member], wanted: Decimal) -> Decimal:
    return abs((entry.row.this_year or Decimal(0)) - wanted)


def _key_finding(entry: Entry[Member], group: Group, wanted: Decimal) -> Finding:
    values = {
        "member": entry.row.name,
        "given": entry.row.this_year,
        "wanted": rounded(wanted),
        "group": group.name,
        "difference": rounded(_off(entry, wanted)),
        "cells": places(other.source("key") for other in group.members.values()),
    }
    cells = (entry.source("this_year"), entry.source("key"))
    sides = Sides(
        Side("Bidrag", entry.row.this_year or Decimal(0), cells[:1]), Side("Enligt nyckeln", wanted, cells[1:])
    )
    return OTHER_THAN_KEY.found(*cells, **values).between(sides)


def _sum(group: Group, field: str) -> Decimal:
    amounts = (getattr(entry.row, field) for entry in group.members.values())
    return sum((amount for amount in amounts if amount is not None), start=Decimal(0))
