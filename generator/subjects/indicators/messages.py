"""What may be wrong with indicators, in words."""

from generator.findings.rule import FEL, VARNING, Rule

TWICE = Rule(
    "indicator_twice",
    FEL,
    "Indikatorn står två gånger",
    "Indikatorn ”{name}” står på två rader.",
    "Ta bort den ena, eller ge den ett annat namn.",
)
WORDS_AND_VALUE = Rule(
    "indicator_words_and_value",
    FEL,
    "Både text och värde",
    "Indikatorn ”{name}” har både ett värde i år och Text i stället.",
    "Töm texten eller värdet.",
)
NO_SHARE = Rule(
    "indicator_share",
    VARNING,
    "Ingen andel",
    "Värdet för ”{name}” är ingen andel mellan 0 och 100 procent.",
    "Rätta värdet, eller välj enheten tal.",
    about="{name}",
)
