"""What may be wrong with what a cell shows of its value, in words."""

from generator.findings.rule import FEL, READING, VARNING, Rule

FORMAT_UNIT = Rule(
    "format_unit",
    FEL,
    "Talformatet visar en annan enhet",
    "Cellen innehåller {stored} men visar ”{found}”{others}. Beloppen i fliken anges i {unit}.",
    "Skriv beloppet i {unit} och ge cellen talformatet Tal, utan enhet.",
    kind=READING,
)
FORMAT_PER_CENT = Rule(
    "format_per_cent",
    FEL,
    "Procentformat där inget procenttal väntas",
    "Cellen innehåller {stored} men visar ”{found}”{others}. {column} är inget procenttal.",
    "Ge cellen talformatet Tal och skriv talet på nytt.",
    kind=READING,
)
FORMAT_HIDES = Rule(
    "format_hides",
    VARNING,
    "Talformatet döljer det som står i cellen",
    "Cellen innehåller {stored} men visar {found}.",
    "Gäller det: ge cellen talformatet Allmänt, så att det syns. Gäller det inte: töm cellen.",
    kind=READING,
    about="{cell}",
)
FORMAT_CHANGES = Rule(
    "format_changes",
    VARNING,
    "Talformatet visar ett annat tal",
    "Cellen innehåller {stored} men visar ”{found}”{others}, {how}.",
    "Stämmer {stored}: ge cellen talformatet Tal. Stämmer det inte: skriv det rätta talet.",
    kind=READING,
    about="{cell}",
)
DATE_OF_A_TEXT = Rule(
    "date_of_a_text",
    VARNING,
    "Kan ha blivit ett datum",
    "Cellen visar ”{found}” men innehåller datumet {stored}. Så gör Excel ofta om text som ser ut som ett datum.",
    "Är det inget datum: ge cellen formatet Text och skriv texten på nytt, till exempel {example}. Är det ett datum: "
    "skriv det som det ska stå i rapporten, också som text.",
    kind=READING,
    about="{cell}",
)
DATE_PARTLY_SHOWN = Rule(
    "date_partly_shown",
    VARNING,
    "Cellen visar inte hela datumet",
    "Cellen innehåller datumet {stored} men visar ”{found}”.",
    "Stämmer {stored}: ge cellen ett format som visar hela datumet. Stämmer det inte: skriv det rätta datumet.",
    kind=READING,
    about="{cell}",
)
PER_CENT_AMBIGUOUS = Rule(
    "per_cent_ambiguous",
    FEL,
    "Tvetydigt procenttal",
    "”{found}”{others} kan betyda {small} eller {large}.",
    "Skriv det som gäller med procenttecken: {small} eller {large}.",
    kind=READING,
)
PER_CENT_UNEXPECTED = Rule(
    "per_cent_unexpected",
    FEL,
    "Procenttal där inget väntas",
    "”{found}” är ett procenttal, men raden har en annan enhet.",
    "Välj enheten % i raden, eller skriv talet utan procenttecken och med talformatet Tal.",
    kind=READING,
)
