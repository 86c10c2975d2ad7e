"""What may be wrong with the members' contributions, in words."""

from generator.findings.rule import FEL, VARNING, Rule

TYPED_TWICE = Rule(
    "contribution_twice",
    FEL,
    "Medlemsbidrag på två ställen",
    "Bidraget ”{found}” står både här och i {other}. Det räknas då två gånger.",
    "Ta bort beloppet på ett av ställena. Budgeten för bidraget får stå kvar här.",
)
MAYBE_TWICE = Rule(
    "contribution_maybe_twice",
    VARNING,
    "Kan vara ett medlemsbidrag på två ställen",
    "”{found}” på {amount} {year} hör till finansieringen, och medlemmarnas bidrag står redan i {other}.",
    "Är det ett medlemsbidrag: ta bort beloppet här, annars räknas det två gånger. Är det en annan intäkt: ge den ett "
    "eget namn i kolumnen Notrad, eller godta varningen och skriv skälet.",
    about="{found} {year}",
)
WITHOUT_ACTIVITY = Rule(
    "contribution_without_activity",
    VARNING,
    "Medlemsbidrag utan verksamhet",
    "Medlemsbidrag på {amount} har ingen verksamhet. De räknas som medlemsbidrag, men står i driftredovisningen per "
    "verksamhet på raden Utan verksamhet i stället för på {row}.",
    "Välj {activity} i kolumnen Verksamhet.",
    about="medlemsbidrag",
)
OTHER_SHARE = Rule(
    "contribution_shares",
    VARNING,
    "Bidragen följer inte den vanliga fördelningen",
    "{party} bidrar {year} med {given}, {share} av bidragen. {part} vore {wanted}. Skillnad {difference}.",
    "Kontrollera bidragen. Är det rätt, till exempel ett extra bidrag eller en medlem som tillkom under året: "
    "godta avvikelsen och skriv skälet.",
    source="5 § finsamlagen",
    about="{party} {year}",
    symptom=True,
)
OTHER_THAN_KEY = Rule(
    "contribution_key",
    VARNING,
    "Bidraget följer inte nyckeln",
    "{member}: bidraget är {given}, men nyckeln ger {wanted} av vad gruppen {group} bidrar med. Skillnad {difference}.",
    "Kontrollera bidraget och nyckeltalen ({cells}).",
    about="{member}",
)
