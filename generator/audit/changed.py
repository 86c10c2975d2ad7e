"""*Ändringar*: what has changed since a copy was sent out."""

from collections.abc import Iterable

from generator.audit.matter import Matter
from generator.compare.change import Change
from generator.compare.versions import changed_since, changes
from generator.edition.schema import Edition
from generator.findings.message import LONGEST
from generator.ground.printable import one_line
from generator.workbook.sheets import Cell, Column, Sheet

NAME = "Ändringar"
HOW = (
    "Ingen tidigare version är angiven, så inget är jämfört. Spara en kopia av mappen när rapporten skickas ut, och "
    "skriv sedan: arsredovisning audit MAPP --since KOPIAN. En rapport som sparades som JSON går också bra."
)


def changed(matter: Matter) -> Sheet:
    """List the changes: what is typed, then what follows from it."""
    since = f"Ändringar sedan {matter.before_called}" if matter.before else "Ändringar sedan utskicket"
    sheet = Sheet(
        NAME,
        since,
        (
            Column("Var", 34),
            Column("Cell", 14),
            Column("Vad", 52),
            Column("Före", 44),
            Column("Nu", 44),
        ),
        says=(_told(matter),),
        if_empty="Inget har ändrats." if matter.before else HOW,
    )
    if matter.before is None:
        return sheet
    if isinstance(matter.before, Edition):
        _list(sheet, changed_since(matter.before, matter.examination))
        return sheet
    typed, derived = changes(matter.before, matter.examination)
    _list(sheet, typed)
    _list(sheet, derived)
    return sheet


def _told(matter: Matter) -> str:
    match matter.before:
        case None:
            return "Här står vad som skiljer rapporten från den som skickades ut, när den är angiven."
        case Edition() as edition if edition.association.year != matter.year:
            return f"JSON-filen är rapporten för {edition.association.year}: bara de år som båda har är jämförda."
        case Edition():
            return "Jämfört med siffrorna i JSON-filen. Texter och inskrivna celler står inte där och är inte jämförda."
        case _:
            return "Det som är inskrivet eller bokfört står först, sedan de siffror i rapporten som har blivit andra."


def _list(sheet: Sheet, found: Iterable[Change]) -> None:
    for each in found:
        texts = (each.heading, each.place, each.what, each.old, each.new)
        sheet.add(*(Cell(one_line(text, LONGEST)) for text in texts))
