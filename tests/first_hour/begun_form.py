"""The form in the handbook's picture: an insats has written its costs, its participants and one of its texts."""

from returned import Values, filled_in, written_forms

from first_hour.example import NAME
from generator.model.association import Association
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.subjects.insatser.rows_texts import InsatsText
from generator.subjects.participants.rows import Participants

_INSATS, _ACCOUNTS, _TABLE = "Vägen vidare", "Insatsernas ekonomi", "Deltagare per insats"
_VALUES: Values = {
    Association: [{"name": NAME, "year": 2025, "organisation_number": "222000-0000"}],
    Insats: [{"key": _INSATS, "start": "2024", "budget": 640_000, "planned": "45"}],
    InsatsCost: [{"insats": _INSATS, "kind": kind} for kind in ("Löner", "Lokaler", "Aktiviteter")],
    InsatsText: [{"insats": _INSATS, "heading": heading} for heading in ("Syfte", "Resultat", "Lärdomar")],
    Participants: [{"table": _TABLE, "category": _INSATS, "year": 2024, "women": 19, "men": 17}],
}
_ANSWERS = {
    (_ACCOUNTS, "reported", "Löner"): 498_200,
    (_ACCOUNTS, "reported", "Lokaler"): 61_400,
    (_ACCOUNTS, "reported", "Aktiviteter"): 18_750,
    (_ACCOUNTS, "kind", 1): "Resor",
    (_ACCOUNTS, "reported", 1): 9_120,
    ("Insatser", "reached"): "41",
    ("Insatser", "counted"): "unika personer",
    ("Deltagare", "women", _TABLE, _INSATS): 23,
    ("Deltagare", "men", _TABLE, _INSATS): 18,
    ("Insatstexter", "text", "Syfte"): (
        "Att de som länge har varit utan arbete ska hitta en väg vidare, med stöd av en och samma person hela tiden."
    ),
}


def begun_form() -> bytes:
    """The form as the insats has left it."""
    (form,) = written_forms(_VALUES).values()
    return filled_in(form, _ANSWERS)
