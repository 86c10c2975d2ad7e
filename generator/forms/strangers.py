"""Why a form is not an answer to this workbook: another association's, year's, unit's, or an unknown insats's."""

from collections.abc import Mapping

from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.forms.asked import typed
from generator.forms.messages import OTHER_ASSOCIATION, OTHER_UNIT, OTHER_YEAR, UNKNOWN_INSATS
from generator.forms.read import Returned
from generator.ground.names import Name, brief, nearest
from generator.model.association import Association
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.workbook.form_page import unit_name
from generator.workbook.load import Rows

_UNKNOWN = "ett okänt förbund"


def stranger(answer: Returned, rows: Rows, known: Mapping[Name, Name]) -> Finding | None:
    """Say why a form is none of this workbook's; None where it is. ``known`` are all names of its insatser."""
    own = {field: typed(row, field) for row in rows[Association].rows for field in row.cells}
    if not _is_of(answer, own):
        number = f"({brief(answer.number)})" if answer.number else ""
        found = f"{brief(answer.association)} {number}".strip()
        values = {"name": answer.name, "found": found or _UNKNOWN, "own": own.get("name") or _UNKNOWN}
        return OTHER_ASSOCIATION.found(answer.place, **values)
    if answer.year != own.get("year"):
        values = {"name": answer.name, "found": brief(answer.year) or "inget år", "year": own.get("year") or "inget år"}
        return OTHER_YEAR.found(answer.place, **values)
    unit = unit_name(rows[InsatsCost].unit)
    if answer.unit != unit:
        values = {"name": answer.name, "found": brief(answer.unit) or "okänd enhet", "unit": unit}
        return OTHER_UNIT.found(answer.place, **values)
    if Name(answer.insats) not in known:
        near = hint(nearest(answer.insats, known))
        return UNKNOWN_INSATS.found(answer.place, name=answer.name, insats=brief(answer.insats), hint=near)
    return None


def _is_of(answer: Returned, own: Mapping[str, str]) -> bool:
    """Whether a form is of the workbook's association: by its number where both have one, else by its name."""
    numbers = ["".join(filter(str.isdecimal, each)) for each in (answer.number, own.get("organisation_number", ""))]
    if all(numbers):
        return numbers[0] == numbers[1]
    return Name(answer.association) == Name(own.get("name", ""))
