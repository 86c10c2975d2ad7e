"""What is told of something that there is more of than the program reads, in words."""

from generator.findings.rule import FEL, READING, Rule

TOO_MUCH = Rule(
    "too_much",
    FEL,
    "Mer än vad som läses",
    "{count} {what} är fler än de {most} som programmet läser.",
    "{remedy}",
    kind=READING,
)
