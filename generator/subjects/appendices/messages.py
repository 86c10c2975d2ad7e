"""What may be wrong with appendices, in words."""

from generator.findings.rule import FEL, VARNING, Rule

MISSING = Rule(
    "appendix_missing",
    VARNING,
    "Bilagan finns inte",
    "Filen {found} finns inte i mappen {folder}.{hint}",
    "Lägg filen där eller rätta namnet. Lämnas bilagan ut till den som frågar, skriv på begäran.",
)

NOT_INSERTED = Rule(
    "appendix_not_inserted",
    FEL,
    "Bilagan går inte att sätta in",
    "Bilagan ”{name}” kan inte sättas in sist i rapporten: {why}.",
    "Spara den som PDF, docx eller md i samma mapp som arbetsboken, eller skriv nej i kolumnen Sätts in sist.",
)
