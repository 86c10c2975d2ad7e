"""When a part that the law asks for is needed: what each ``When`` of the table of parts means in an underlag."""

import re
from collections.abc import Callable, Iterator, Mapping

from generator.blocks.case import Case
from generator.figures.derivation import Derivation
from generator.ground.names import folded
from generator.model.fact import Fact
from generator.model.law_parts import When

_STAFF = re.compile(r"\b(?:löner?|lönekostnad\w*|semesterl[öo]n\w*|semesterskuld\w*)\b|^personalkostnad|\banställda\b")
_RENT = re.compile(r"\b(?:lokal|hyr(?:a|or)\b|hyres|leas)")
_UNREALISED = ("balance_requirement.unrealised", "balance_requirement.reversed_unrealised")


def needed(when: When, case: Case) -> bool:
    """Whether a part is needed; one that hangs on figures is not while there are none."""
    if when is When.ALWAYS:
        return True
    return case.derived is not None and _WHEN[when](case.derived)


def _employs(derived: Derivation) -> bool:
    """Whether anybody is employed: a key figure says how many, else a row of pay does. Fees (*arvoden*) are no pay."""
    year = derived.association.year
    counts = [
        figure.amount
        for key, figure in derived.figures.items()
        if key.year == year and key.code.startswith("overview.") and "anställda" in folded(figure.label)
    ]
    return any(counts) if counts else any(_STAFF.search(name) for fact in _this_year(derived) for name in _names(fact))


def _has_goals(derived: Derivation) -> bool:
    return any(figure.amount for key, figure in derived.figures.items() if key.code == "goals.total")


def _has_on(*codes: str) -> Callable[[Derivation], bool]:
    return lambda derived: any(fact.line.code in codes for fact in _this_year(derived))


def _has_extraordinary_without_note(derived: Derivation) -> bool:
    return any(fact.line.code == "extraordinary_items" and not fact.note for fact in _this_year(derived))


def _rents(derived: Derivation) -> bool:
    costs = (fact for fact in _this_year(derived) if fact.line.code == "operating_costs")
    return any(_RENT.search(name) for fact in costs for name in _names(fact))


def _this_year(derived: Derivation) -> Iterator[Fact]:
    """The amounts of the report's year that are not nil."""
    year = derived.association.year
    return (fact for fact in derived.facts.amounts if fact.amount and fact.year == year and not fact.opening)


def _names(fact: Fact) -> tuple[str, ...]:
    """What an amount is called where it was typed."""
    return tuple(folded(name) for name in (fact.row, fact.sub_item, fact.activity) if name)


_WHEN: Mapping[When, Callable[[Derivation], bool]] = {
    When.STAFF: _employs,
    When.GOALS: _has_goals,
    When.TANGIBLE_ASSETS: _has_on("land_and_buildings", "machinery_and_equipment", "other_tangible_assets"),
    When.INTANGIBLE_ASSETS: _has_on("intangible_assets"),
    When.SECURITIES: lambda derived: any(fact.amount for fact in derived.facts.of(*_UNREALISED)),
    When.EXTRAORDINARY_ITEMS: _has_extraordinary_without_note,
    When.RENT: _rents,
}
