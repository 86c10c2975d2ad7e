"""The notes of costs and incomes that follow from changes of balances: what is derived stands in its line's note too.

A line that has a note is the note's sum, whatever the amounts follow from.
"""

from collections.abc import Iterable
from dataclasses import replace

from generator.ground.names import Name
from generator.model.fact import Fact, Measure, Typed


def placed_in_notes(facts: Iterable[Typed]) -> tuple[Typed, ...]:
    """Give each income or cost that follows from a balance a row in the note of its line, where the line has one.

    Of several the first one, and rather one that explains no other line.
    """
    facts = tuple(facts)
    if not any(isinstance(fact, Fact) and _is_derived(fact) for fact in facts):
        return facts
    notes = _notes_of_lines([fact for fact in facts if isinstance(fact, Fact)])
    return tuple(_placed(fact, notes) if isinstance(fact, Fact) and _is_derived(fact) else fact for fact in facts)


def _is_derived(fact: Fact) -> bool:
    return fact.rolled and fact.line.is_flow and not fact.note


def _notes_of_lines(facts: Iterable[Fact]) -> dict[str, Name]:
    """The note of each line that has one; where only a sub-item has a note of its own, the line has none."""
    typed = [fact for fact in facts if _is_typed(fact)]
    explained: dict[Name, set[str]] = {}
    for fact in typed:
        explained.setdefault(fact.note, set()).add(fact.line.code)
    found: dict[str, Name] = {}
    for code in dict.fromkeys(fact.line.code for fact in typed):
        own = [fact for fact in typed if fact.line.code == code]
        plain = [fact for fact in own if not fact.sub_item]
        notes = dict.fromkeys(fact.note for fact in plain or own if fact.note)
        if notes and (plain or all(fact.note for fact in own)):
            found[code] = min(notes, key=lambda note: len(explained[note]))
    return found


def _is_typed(fact: Fact) -> bool:
    is_outcome = fact.measure is Measure.OUTCOME and bool(fact.amount)
    return fact.line.is_flow and is_outcome and not (fact.part_of or _is_derived(fact))


def _placed(fact: Fact, notes: dict[str, Name]) -> Fact:
    return replace(fact, note=notes.get(fact.line.code, fact.note), row=fact.sub_item or Name(fact.line.label))
