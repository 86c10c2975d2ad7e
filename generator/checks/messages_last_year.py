"""What may be wrong against last year's report, in words."""

from generator.findings.rule import CONTROL, FEL, NOTERA, VARNING, Rule

_MAKE = "Fjolårets fil görs med arsredovisning render FJOLÅRETS-MAPP --format json."
LAST_YEAR_OTHER_YEAR = Rule(
    "last_year_other_year",
    FEL,
    "Rapporten gäller ett annat år",
    "{name} gäller {found}, men den ska gälla {year}.",
    "Ange rapporten för året före, eller rätta räkenskapsåret i fliken Uppgifter om förbundet.",
    kind=CONTROL,
)
LAST_YEAR_OTHER_ASSOCIATION = Rule(
    "last_year_other_association",
    FEL,
    "Rapporten gäller ett annat förbund",
    "{name} gäller {theirs}, men underlaget gäller {ours}.",
    "Ange förbundets egen rapport. Har förbundet bytt namn: fyll i samma organisationsnummer båda åren.",
    kind=CONTROL,
)
LAST_YEAR_NOT_FINAL = Rule(
    "last_year_not_final",
    VARNING,
    "Fjolårets rapport är inte den slutliga",
    "{name} gjordes när fjolårets rapport hade läget {state}.",
    f"Jämför med den slutliga rapporten. {_MAKE}",
    kind=CONTROL,
)
LAST_YEAR_AGREES = Rule(
    "last_year_agrees",
    NOTERA,
    "Stämmer med fjolårets rapport",
    "{count} belopp för {year} och tidigare stämmer med fjolårets rapport.",
    "Inget behöver göras.",
    kind=CONTROL,
)
COMPARATIVE_DIFFERS = Rule(
    "comparative_differs",
    VARNING,
    "Jämförelsetal skiljer sig från fjolårets rapport",
    "{label} {year}: {now}{places}, i fjolårets rapport {then}. Skillnad {difference}.",
    "Rätta beloppet. Har det räknats om eller flyttats med avsikt: berätta det i en not.",
    source="4 kap. 4 § LKBR, RKR R12",
    about="{label} {year}",
    kind=CONTROL,
)
COMPARATIVE_RESTATED = Rule(
    "comparative_restated",
    NOTERA,
    "Jämförelsetal omräknat",
    "{label} {year}: {now}{places}, i fjolårets rapport {then}. Skillnad {difference}. Den direktförda justeringen "
    "av eget kapital förklarar skillnaden.",
    "Inget behöver göras, om noten om justeringen säger det.",
    source="RKR R12",
    kind=CONTROL,
)
OPENING_EQUITY_ADJUSTED = Rule(
    "opening_equity_adjusted",
    NOTERA,
    "Eget kapital ändrat sedan fjolårets rapport",
    "Direktförda justeringar av eget kapital {year}: {now}{places}, i fjolårets rapport {then}.",
    "Inget behöver göras, om noten säger vad som rättats och varför.",
    source="RKR R12",
    about="{year}",
    kind=CONTROL,
)
OPENING_EQUITY_DIFFERS = Rule(
    "opening_equity_differs",
    FEL,
    "Ingående eget kapital skiljer sig från fjolårets rapport",
    "Eget kapital vid utgången av {year}: {now}{places}, i fjolårets rapport {then}. Skillnad {difference}.",
    "Skriv samma belopp som i fjol. Rättas ett fel eller ändras en princip: skriv ändringen under Direktförda "
    "justeringar av eget kapital, med skäl och not.",
    source="4 kap. 4 § LKBR, RKR R12",
    about="{year}",
    kind=CONTROL,
)
TEXT_FROM_LAST_YEAR = Rule(
    "text_from_last_year",
    NOTERA,
    "Texten är från i fjol",
    "{count} som i fjol: {listed}.",
    "Skriv om det som är nytt, så försvinner texten härifrån. Gäller den som den är, ta bort märket [från i fjol].",
    about="{name}",
    kind=CONTROL,
)
NOTE_ROWS_CHANGED = Rule(
    "note_rows_changed",
    NOTERA,
    "Noten har andra rader än i fjol",
    "Noten ”{note}” har andra rader för {year} än i fjolårets rapport. Nya: {new}. Borta: {gone}.",
    "Har rader bytt namn, delats eller slagits ihop med avsikt behöver inget göras.",
    about="{note}",
    kind=CONTROL,
)
