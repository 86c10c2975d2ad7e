"""The forms of a workbook: one file for each insats of the year."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.companions import SENT
from generator.figures.derivation import Derivation
from generator.forms.asked import typed
from generator.forms.asking import Asking, Sending
from generator.forms.layout import page_of
from generator.ground.names import Name, folded, unique
from generator.model.underlag import Underlag
from generator.subjects.insatser.rows import Insats, names_of
from generator.workbook.form_sheet import write_form

FOLDER = SENT
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
"""What no file's name may have on Windows."""
_LONGEST_NAME = 80


def insatser_of_year(underlag: Underlag) -> tuple[Insats, ...]:
    """The insatser that a form is written for: those that ran in the report's year, the first of each key."""
    if underlag.association is None:
        return ()
    year = underlag.association.row.year
    return tuple(insats for insats in underlag.named(Insats) if insats.runs_in(year))


def called(insatser: Sequence[Insats], name: str) -> tuple[Insats, ...]:
    """Those of some insatser that a name means."""
    return tuple(insats for insats in insatser if Name(name) in names_of(insats))


def forms(derived: Derivation, insatser: Sequence[Insats], sending: Sending) -> Iterator[tuple[str, bytes]]:
    """Write the forms of some insatser: the name of each file, and its bytes."""
    rows = {Name(typed(row, "key")): row for row in reversed(derived.underlag.raw[Insats].rows)}
    names = _file_names(insatser_of_year(derived.underlag), derived.association.year)
    for insats in insatser:
        yield names[insats.key], write_form(page_of(Asking(insats, rows[insats.key], derived, sending)))


def _file_names(insatser: Sequence[Insats], year: int) -> Mapping[Name, str]:
    """What the file of each is called, by the insats's key: its name and the year; where names are alike, its key."""
    often = Counter(folded(_stem(insats.label)) for insats in insatser)
    alone = [_stem(insats.label if often[folded(_stem(insats.label))] == 1 else insats.key) for insats in insatser]
    stems = [stem if stem.endswith(str(year)) else f"{stem} {year}" for stem in alone]
    return {insats.key: f"{stem}.xlsx" for insats, stem in zip(insatser, _told_apart(stems), strict=True)}


def _stem(name: str) -> str:
    return _FORBIDDEN.sub(" ", str(name))[:_LONGEST_NAME].strip(" .") or "Insats"


def _told_apart(names: Sequence[str]) -> Iterator[str]:
    """Names that no file system takes for one another."""
    parts = [folded(name) for name in names]
    for name, part, own in zip(names, parts, unique(parts), strict=True):
        yield f"{name}{own.removeprefix(part)}"
