"""What may be wrong with appendices, in words."""

from generator.findings.rule import VARNING, Rule

MISSING = Rule(
    "appendix_missing",
    VARNING,
    "Bilagan finns inte",
    "Filen {found} finns inte i mappen {folder}.{hint}",
    "Lägg filen där eller rätta namnet. Lämnas bilagan ut till den som frågar, skriv på begäran.",
)
