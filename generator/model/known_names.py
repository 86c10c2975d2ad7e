"""What to say of the names that there are, beside one that is none of them."""

import re
from collections.abc import Sequence

from generator.findings.message import hint, listed
from generator.ground.names import nearest

_NUMBERED = re.compile(r"not(?:en)?\s*(?:nr\.?)?\s*\d+[.:]?\s*(?=\D|$)", re.IGNORECASE)
_NUMBER_ALONE = re.compile(rf"(?:{_NUMBERED.pattern}|\d+)$", re.IGNORECASE)


def near_or_all(name: str, keys: Sequence[str], *, numbered: bool) -> tuple[str, str]:
    """Ask for the names that one may be a misspelling of, or else list all that there are: one of the two is empty.

    ``numbered``: the program numbers what they name, so that a number such as *Not 3* is no name.
    """
    near = hint(nearest(_NUMBERED.sub("", name, count=1) or name, keys))
    if near:
        return near, ""
    numbers = " Numren sätts av programmet; här skrivs namnet." if numbered and _NUMBER_ALONE.match(name) else ""
    return "", numbers + (f" Där finns {listed(keys)}." if keys else " Fliken är tom.")
