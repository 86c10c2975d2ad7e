"""*Ej prövat*: what the program could not try in this underlag, why, and how it can be; and what it never tries."""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit.matter import Matter
from generator.audit.untested_here import Untested, of_this
from generator.claims.judged import Verdict
from generator.findings.message import LONGEST
from generator.ground.printable import one_line
from generator.workbook.sheets import EMPTY, Cell, Column, Sheet

NAME = "Ej prövat"
_LONGEST_SENTENCE = 300
_NUMBERS = (
    "Siffror i texterna som inte hör till någon beräknad siffra. Jämför med källan, eller gör hänvisningar av dem"
)


def untested(matter: Matter) -> Sheet:
    """List what was not tried in this underlag, each number of the texts tied to nothing, and the rest."""
    sheet = Sheet(
        NAME,
        "Ej prövat: det som programmet inte har kunnat kontrollera",
        (
            Column("Vad", 50),
            Column("Varför", 66),
            Column("Så kan det prövas", 60),
            Column("Cell", 34),
        ),
        says=(
            "Det som inte står här är prövat enligt reglerna i handboken. Det som står här får granskas på annat sätt.",
        ),
    )
    for title, found in (
        ("I det här underlaget", of_this(matter)),
        (_NUMBERS, _numbers(matter)),
        ("Det som programmet aldrig prövar", NEVER),
    ):
        rows = tuple(found)
        if rows:
            sheet.heading(title)
        for each in rows:
            place = each.place
            link = Cell(str(place), link=matter.link(place)) if place is not None else EMPTY
            sheet.add(Cell(one_line(each.what, LONGEST)), Cell(each.why), Cell(each.how), link)
    return sheet


def _numbers(matter: Matter) -> Iterator[Untested]:
    """Each number of the texts that is tied to nothing, with its sentence."""
    for each in matter.examination.numbers:
        said = one_line(each.sentence, _LONGEST_SENTENCE)
        if each.judged.verdict is Verdict.ALONE and said.strip(" .)") != each.written:  # no number of a list
            yield Untested(f"{each.written}: {said}", place=each.place)


NEVER = (
    Untested(
        "Att bokföringen är riktig: verifikationer, periodisering, fordringar och skulder",
        "Programmet ser bara belopp per konto eller rad.",
        "Kontrollera mot verifikationer, reskontra, saldobesked och rekvisitioner.",
    ),
    Untested(
        "Avtal, beslut och protokoll",
        "Programmet läser inga sådana handlingar.",
        "Jämför med styrelsens protokoll och avtalen med insatserna.",
    ),
    Untested(
        "Att det som berättas om verksamheten är sant, och att bedömningarna av målen är rimliga",
        "Programmet jämför siffror med siffror, och ord med de ord som är valda i skalan.",
        "Bedöms av revisorerna (12 kap. 2 § KL).",
    ),
    Untested(
        "Bilder och logotyper",
        "Programmet prövar att de finns och kan läsas, inte vad de visar.",
    ),
)


def count_of_numbers(matter: Matter) -> tuple[Decimal, Decimal]:
    """How many numbers the texts have, and how many of them were held against a figure."""
    verdicts = [each.judged.verdict for each in matter.examination.numbers]
    return Decimal(len(verdicts)), Decimal(sum(1 for each in verdicts if each is not Verdict.ALONE))
