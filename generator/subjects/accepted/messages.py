"""What may be wrong with an accepted deviation, in words."""

from generator.findings.rule import NOTERA, VARNING, Rule

ACCEPTED_UNKNOWN = Rule(
    "accepted_unknown",
    VARNING,
    "Okänd regel i Godtagna avvikelser",
    "”{rule}” är ingen regel.{hint}",
    "Skriv regeln som kontrollen skriver den efter ”Regel:”.",
)
ACCEPTED_ERROR = Rule(
    "accepted_error",
    VARNING,
    "Ett fel kan inte godtas",
    "{rule}{subject} är ett fel. Det kan inte godtas.",
    "Rätta felet, och ta bort raden.",
)
ACCEPTED_WITHOUT_REASON = Rule(
    "accepted_without_reason",
    VARNING,
    "Godtagen utan skäl",
    "{rule}{subject} godtas utan skäl, så varningen står kvar.",
    "Skriv varför det är rätt som det är.",
)
ACCEPTED_NOTHING = Rule(
    "accepted_nothing",
    NOTERA,
    "Inget att godta längre",
    "Ingen varning finns längre att godta: {rule}{subject}.{there}",
    "Ta bort raden, eller rätta vad den gäller.",
)
ACCEPTED_SEVERAL = Rule(
    "accepted_several",
    VARNING,
    "Oklart vad som godtas",
    "Raden säger inte vilken varning den gäller: {rule}.{there}",
    "Skriv i kolumnen Gäller vilken det är, en rad per varning.",
)
