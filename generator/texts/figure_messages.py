"""What may be wrong with a figure that a text mentions by name, in words."""

from generator.findings.rule import FEL, READING, VARNING, Rule

_ALL = "Alla namn visas av kommandot arsredovisning figures."
TEXT_FIGURE_UNKNOWN = Rule(
    "text_figure_unknown",
    FEL,
    "Okänd siffra",
    "{found}: ingen siffra i rapporten heter ”{name}”.{hint}",
    f"Rätta namnet i texten. {_ALL}",
    kind=READING,
    symptom=True,
)
TEXT_FIGURE_AMBIGUOUS = Rule(
    "text_figure_ambiguous",
    FEL,
    "Tvetydig siffra",
    "{found}: ”{name}” kan betyda {meant}.",
    "Skriv det av namnen som menas.",
    kind=READING,
)
TEXT_FIGURE_ABSENT = Rule(
    "text_figure_absent",
    FEL,
    "Siffran finns inte för året",
    "{found}: det finns {what} {year} för ”{name}”.{there}",
    "Fyll i beloppet i arbetsboken, eller ta bort meningen ur texten.",
    kind=READING,
    symptom=True,
)
TEXT_FIGURE_MISSING = Rule(
    "text_figure_missing",
    FEL,
    "Siffran är inte känd",
    "{found}: uppgift saknas om {label}, {period}.",
    "Fyll i beloppen i arbetsboken, eller ta bort meningen ur texten.",
    kind=READING,
    symptom=True,
)
TEXT_FIGURE_NOTHING = Rule(
    "text_figure_nothing",
    VARNING,
    "Siffra utan belopp",
    "{found}: det finns inget belopp för {label}, {period}. I texten står 0.",
    "Ta bort meningen om den inte gäller i år.",
    kind=READING,
    symptom=True,
)
TEXT_SHARE_OF_NOTHING = Rule(
    "text_share_of_nothing",
    FEL,
    "Andel av inget",
    "{found}: {label} går inte att räkna ut för {period}, eftersom beloppet att dela med saknas eller är noll.",
    "Ta bort meningen ur texten, eller välj en annan siffra.",
    kind=READING,
    symptom=True,
)
TEXT_SHARE_MEANINGLESS = Rule(
    "text_share_meaningless",
    FEL,
    "Andel utan mening",
    "{found}: {part} kan inte vara en andel av {whole}, eftersom de inte mäter samma sak.",
    "Välj två belopp, eller två antal.",
    kind=READING,
)
TEXT_DIFFERENCE_MEANINGLESS = Rule(
    "text_difference_meaningless",
    FEL,
    "Skillnad utan mening",
    "{found}: mellan {one} och {other} finns ingen skillnad, eftersom de inte mäter samma sak.",
    "Välj två belopp, två andelar eller två antal.",
    kind=READING,
)
TEXT_FIGURE_MASKED = Rule(
    "text_figure_masked",
    FEL,
    "Skyddad siffra i text",
    "{found}: {label} får inte visas, eftersom få personer finns bakom siffran.",
    "Ta bort siffran ur texten.",
    kind=READING,
)
TEXT_FIGURE_FORM = Rule(
    "text_figure_form",
    FEL,
    "Okänt skrivsätt",
    "{found}: ”{form}” är inget sätt att skriva en siffra.",
    "Efter kolon får stå: {forms}.",
    kind=READING,
)
TEXT_FIGURE_UNIT = Rule(
    "text_figure_unit",
    FEL,
    "Skrivsättet passar inte siffran",
    "{found}: {label} är {unit} och kan inte skrivas ”{form}”.",
    "Ta bort det som står efter kolon, eller välj en siffra av rätt slag.",
    kind=READING,
)
TEXT_FIGURE_UNDECIDED = Rule(
    "text_figure_undecided",
    VARNING,
    "Varken mer eller mindre",
    "{found}: {label} är noll, och inget av orden i ”{form}” gäller. Det första skrivs.",
    "Lägg till ett tredje ord, till exempel ökade/minskade/var oförändrade.",
    kind=READING,
)
TEXT_FIGURE_ABOUT = Rule(
    "text_figure_about",
    VARNING,
    "Ordet före siffran stämmer inte",
    "Texten säger ”{word}” före {found}, som skrivs {written}. Det verkliga värdet är {truth}.",
    "Ta bort ordet, och lägg till ungefär i hänvisningen: då skrivs det ord som stämmer.",
    about="{found}",
)
TEXT_FIGURE_ARGUMENTS = Rule(
    "text_figure_arguments",
    FEL,
    "Fel antal namn",
    "{found}: {function} ska ha {wanted} inom parentesen.",
    "Skriv namnen inom citattecken, med komma emellan.",
    kind=READING,
)
TEXT_FIGURE_ATTRIBUTE = Rule(
    "text_figure_attribute",
    FEL,
    "Okänt tillägg",
    "{found}: ”{attribute}” kan inte stå efter punkten.",
    "Efter punkten kan stå i_fjol, ett årtal, budget eller avvikelse.",
    kind=READING,
)
