"""What may be wrong with the investments, in words."""

from generator.findings.rule import VARNING, Rule

UNLIKE_BOOKS = Rule(
    "investments_differ",
    VARNING,
    "Investeringarna skiljer sig från balansposterna",
    "Investeringarna i fliken är {typed}. Enligt balansposter och avskrivningar är de {booked}.",
    "Rätta ena sidan. Har något sålts eller utrangerats kan skillnaden vara riktig.",
)
