"""What may be wrong with those who sit on the board and sign, in words."""

from generator.findings.rule import FEL, NOTERA, PLAUSIBILITY, VARNING, Rule

TERM_BACKWARDS = Rule(
    "term_backwards",
    FEL,
    "Till ligger före Från",
    "Perioden slutar {end}, innan den börjar {start}.",
    "Rätta datumet i Från eller Till.",
)
PERSON_TWICE = Rule(
    "board_member_twice",
    VARNING,
    "Samma person två gånger",
    "{name} står på två rader samtidigt (även cell {other}).",
    "Ta bort den ena raden, eller skriv i Från och Till när personen bytte plats.",
)
DEPUTY_ALONE = Rule(
    "board_deputy_alone",
    NOTERA,
    "Ersättare utan ordinarie",
    "Ersättaren {name} har platsen {seat}, som ingen ordinarie ledamot har.{hint}",
    "Rätta platsen, eller lägg till en rad med namnet Vakant om den ordinarie platsen är tom.",
    source="10 § finsamlagen",
)
SIGNER_NOT_IN_OFFICE = Rule(
    "signer_not_in_office",
    VARNING,
    "Sitter inte i styrelsen på beslutsdagen",
    "{name} undertecknar, men perioden i fliken Styrelse omfattar inte beslutsdagen {day}.",
    "Rätta Från eller Till, eller skriv nej i Undertecknar.",
)
NOBODY_SIGNS = Rule(
    "nobody_signs",
    FEL,
    "Ingen undertecknar",
    "Underskrifterna finns med i rapporten, men ingen i fliken Styrelse undertecknar.",
    "Fyll i vilka som sitter i styrelsen på beslutsdagen.",
)
SIGNED_EARLY = Rule(
    "board_signed_early",
    VARNING,
    "Undertecknat för tidigt",
    "{name} har undertecknat {day}, före {what}.",
    "Rätta dagen i Undertecknat, eller beslutsdatumet i fliken Uppgifter om förbundet.",
)
SIGNED_LATE = Rule(
    "board_signed_late",
    VARNING,
    "Undertecknat långt efter beslutet",
    "{name} har undertecknat {day}, {how}.",
    "Rätta dagen i Undertecknat, eller beslutsdatumet i fliken Uppgifter om förbundet. Stämmer de, godta varningen "
    "med skälet.",
    about="{name}",
    kind=PLAUSIBILITY,
)
SIGNED_UNSEEN = Rule(
    "board_signed_unseen",
    NOTERA,
    "Dagen visas inte",
    "{name} har en dag i Undertecknat, men står inte bland underskrifterna.",
    "Skriv ja i Undertecknar om personen ska stå där, eller ta bort dagen.",
)
APPOINTED_BY_UNKNOWN = Rule(
    "board_appointed_by_unknown",
    NOTERA,
    "Utsedd av någon som inte är medlem",
    "{name} i kolumnen Utsedd av finns inte i fliken Medlemmar.{hint}",
    "Skriv medlemmens namn som i fliken Medlemmar. Står namnet rätt behöver inget göras.",
    about="{name}",
)
