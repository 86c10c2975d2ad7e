"""The form of one insats, laid out: whose it is and how it is sent back, its economy, participants and texts."""

from generator.forms.asking import WIDE, Asking, help_line
from generator.forms.economy import economy
from generator.forms.told import participants, texts
from generator.workbook.form_page import (
    FORM_VERSION,
    INSATS,
    MARK,
    NAME,
    NUMBER,
    UNIT,
    VERSION,
    WHAT,
    YEAR,
    Look,
    Page,
    PageBuilder,
)

_HOW = (
    "Fyll i de gula rutorna; resten är låst. Lämna tomt det som inte gäller er. Skriv antal personer, aldrig namn "
    "eller personnummer."
)


def page_of(asking: Asking) -> Page:
    """Lay the form of an insats out."""
    page = PageBuilder()
    _opening(page, asking)
    economy(page, asking)
    participants(page, asking)
    texts(page, asking)
    association, label = asking.association, str(asking.insats.label)
    about = (
        (WHAT, MARK),
        (FORM_VERSION, str(VERSION)),
        (NUMBER, association.organisation_number),
        (NAME, str(association.name)),
        (YEAR, str(association.year)),
        (INSATS, str(asking.insats.key)),
        (UNIT, asking.unit_name),
    )
    return Page(f"{label} {association.year}", tuple(page.cells), about)


def _opening(page: PageBuilder, asking: Asking) -> None:
    association, sending = asking.association, asking.sending
    number = f" ({association.organisation_number})" if association.organisation_number else ""
    owner = association.name or "samordningsförbundet"
    page.next()
    page.put(1, Look.TITLE, str(asking.insats.label), WIDE, 26)
    page.next()
    page.put(1, Look.LABEL, f"Insatsens redovisning för {association.year} till {owner}{number}", WIDE, 20)
    help_line(page, _HOW)
    before = f" senast {sending.before}" if sending.before else ""
    help_line(page, f"Spara filen som Excel-arbetsbok (.xlsx) och skicka den till {sending.to or owner}{before}.")
