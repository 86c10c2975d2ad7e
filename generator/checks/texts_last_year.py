"""The texts of the rules against last year's report."""

from generator.findings.rule import FEL, NOTERA, VARNING, Rule

_MAKE = "Fjolårets fil görs med arsredovisning render FJOLÅRETS-MAPP --format json."

RULES = (
    Rule(
        "last_year_not_found",
        FEL,
        "Fjolårets rapport finns inte",
        "Filen {name} finns inte.",
        f"Kontrollera stavningen. {_MAKE}",
    ),
    Rule(
        "last_year_unreadable",
        FEL,
        "Fjolårets rapport kan inte läsas",
        "{name} kan inte läsas: den är en mapp, öppen i ett annat program, eller så saknar du behörighet.",
        "Ange filen med fjolårets rapport som JSON, och stäng den i andra program.",
    ),
    Rule(
        "last_year_no_report",
        FEL,
        "Filen är ingen rapport som JSON",
        "{name} är ingen rapport som det här programmet har skrivit som JSON.",
        f"{_MAKE} En arbetsbok eller en PDF kan inte jämföras.",
    ),
    Rule(
        "last_year_damaged",
        FEL,
        "Fjolårets rapport är skadad",
        "{name} är en rapport som JSON, men den är inte hel eller har ändrats för hand.",
        f"Hämta den igen, eller gör om den. {_MAKE}",
    ),
    Rule(
        "last_year_other_version",
        FEL,
        "Fjolårets rapport har en annan version",
        "{name} är skriven enligt version {found}, och det här programmet läser version {version}.",
        f"Gör om den med det här programmet. {_MAKE}",
    ),
    Rule(
        "last_year_other_year",
        FEL,
        "Rapporten gäller ett annat år",
        "{name} gäller {found}, men den ska gälla {year}.",
        "Ange rapporten för året före, eller rätta räkenskapsåret i fliken Uppgifter om förbundet.",
    ),
    Rule(
        "last_year_other_association",
        FEL,
        "Rapporten gäller ett annat förbund",
        "{name} gäller {theirs}, men underlaget gäller {ours}.",
        "Ange förbundets egen rapport. Har förbundet bytt namn: fyll i samma organisationsnummer båda åren.",
    ),
    Rule(
        "last_year_not_final",
        VARNING,
        "Fjolårets rapport är inte den slutliga",
        "{name} gjordes när fjolårets rapport hade läget {state}.",
        f"Jämför med den slutliga rapporten. {_MAKE}",
    ),
    Rule(
        "last_year_agrees",
        NOTERA,
        "Stämmer med fjolårets rapport",
        "{count} belopp för {year} och tidigare stämmer med fjolårets rapport.",
        "Inget behöver göras.",
    ),
    Rule(
        "comparative_differs",
        VARNING,
        "Jämförelsetal skiljer sig från fjolårets rapport",
        "{label} {year}: {now}{places}, i fjolårets rapport {then}. Skillnad {difference}.",
        "Rätta beloppet. Har det räknats om eller flyttats med avsikt: berätta det i en not.",
        source="4 kap. 4 § LKBR, RKR R12",
        about="{label} {year}",
    ),
    Rule(
        "comparative_restated",
        NOTERA,
        "Jämförelsetal omräknat",
        "{label} {year}: {now}{places}, i fjolårets rapport {then}. Skillnad {difference}. Den direktförda justeringen "
        "av eget kapital förklarar skillnaden.",
        "Inget behöver göras, om noten om justeringen säger det.",
        source="RKR R12",
    ),
    Rule(
        "opening_equity_adjusted",
        NOTERA,
        "Eget kapital ändrat sedan fjolårets rapport",
        "Direktförda justeringar av eget kapital {year}: {now}{places}, i fjolårets rapport {then}.",
        "Inget behöver göras, om noten säger vad som rättats och varför.",
        source="RKR R12",
        about="{year}",
    ),
    Rule(
        "opening_equity_differs",
        FEL,
        "Ingående eget kapital skiljer sig från fjolårets rapport",
        "Eget kapital vid utgången av {year}: {now}{places}, i fjolårets rapport {then}. Skillnad {difference}.",
        "Skriv samma belopp som i fjol. Rättas ett fel eller ändras en princip: skriv ändringen under Direktförda "
        "justeringar av eget kapital, med skäl och not.",
        source="4 kap. 4 § LKBR, RKR R12",
        about="{year}",
    ),
    Rule(
        "text_from_last_year",
        NOTERA,
        "Texten är från i fjol",
        "{count} som i fjol: {listed}.",
        "Skriv om det som är nytt, så försvinner texten härifrån. Gäller den som den är, ta bort märket [från i fjol].",
        about="{name}",
    ),
    Rule(
        "note_rows_changed",
        NOTERA,
        "Noten har andra rader än i fjol",
        "Noten ”{note}” har andra rader för {year} än i fjolårets rapport. Nya: {new}. Borta: {gone}.",
        "Har rader bytt namn, delats eller slagits ihop med avsikt behöver inget göras.",
        about="{note}",
    ),
)
