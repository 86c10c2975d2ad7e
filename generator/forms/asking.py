"""Whom a form is for: an insats of the register, with what the workbook has of it already."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.figures.derivation import Derivation
from generator.figures.figure import FigureId
from generator.figures.naming import BUDGET_PART
from generator.forms.asked import Asked, Sections, keys_of, names_in, rows_of
from generator.ground.names import Name
from generator.model.association import Association
from generator.model.underlag import Underlag
from generator.model.values import RawRow
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.workbook.form_page import Look, PageBuilder, unit_name

WIDE, BESIDE = 5, 4
"""Columns of a form, and those beside its labels."""
_LETTERS = 112
"""So many letters of help stand on a line."""


@dataclass(frozen=True, slots=True)
class Sending:
    """To whom a form is sent back, and when; empty where it is not said."""

    to: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """An insats that is asked, its row in the register, and all that the workbook has."""

    insats: Insats
    row: RawRow
    derived: Derivation
    sending: Sending

    @property
    def association(self) -> Association:
        """The association and its year."""
        return self.derived.association

    @property
    def underlag(self) -> Underlag:
        """All rows of the workbook."""
        return self.derived.underlag

    @property
    def sections(self) -> Sections:
        """What was typed in it."""
        return self.underlag.raw

    @property
    def names(self) -> tuple[Name, ...]:
        """All that the insats is called."""
        return names_in(self.row)

    @property
    def unit(self) -> Decimal:
        """What the amounts of its form are written in, in kronor: the unit of the tab that they are for."""
        return self.sections[InsatsCost].unit

    @property
    def unit_name(self) -> str:
        """The unit's name."""
        return unit_name(self.unit)

    @property
    def budget(self) -> Decimal | None:
        """Its whole budget of the year, in the unit of its form; None where it has none."""
        figure = self.derived.figures.get(FigureId(f"{self.insats.code}{BUDGET_PART}", self.association.year))
        return figure.value / self.unit if figure and isinstance(figure.value, Decimal) else None

    def rows(self, asked: Asked) -> Iterator[RawRow]:
        """Its rows in a tab, the first of each key."""
        found: dict[tuple[Name, ...], RawRow] = {}
        for row in rows_of(asked, self.names, self.sections):
            found.setdefault(tuple(map(Name, keys_of(asked, row))), row)
        yield from found.values()


def help_line(page: PageBuilder, text: str) -> None:
    """Put a line of help across the page, as high as it needs."""
    page.next()
    page.put(1, Look.HELP, text, WIDE, height=4 + 14 * (1 + len(text) // _LETTERS))


def section(page: PageBuilder, title: str, text: str) -> None:
    """Begin a part of the form."""
    page.next(2)
    page.put(1, Look.SECTION, title, WIDE, 20)
    help_line(page, text)
