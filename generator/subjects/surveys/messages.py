"""What may be wrong with surveys, in words."""

from generator.findings.rule import FEL, NOTERA, REMAINS, VARNING, Rule
from generator.subjects.surveys.rows import RATES, SURVEYS

_SHOWN = "{question}, {group}"
TWICE = Rule(
    "survey_twice",
    FEL,
    "Enkätsvar två gånger",
    f"Samma fråga, grupp och kön står på två rader: {_SHOWN}, {{sex}}.",
    "Ta bort den ena raden.",
)
WORDS_AND_NUMBERS = Rule(
    "survey_words_and_numbers",
    FEL,
    "Både text och siffror",
    f"Raden har både Text i stället och svar: {_SHOWN}, {{sex}}.",
    "Töm texten, eller siffrorna.",
)
SUM_DIFFERS = Rule(
    "survey_sum",
    VARNING,
    "Svaren är inte 100 procent",
    f"Negativt, varken eller och positivt är tillsammans {{sum}}: {_SHOWN}, {{sex}}.",
    "Rätta andelen som är fel. Avrundning förklarar inte så mycket.",
    about="{question} {group} {sex}",
)
CLEARLY_ABOVE_POSITIVE = Rule(
    "survey_clearly",
    FEL,
    "Fler klart positiva än positiva",
    f"Klart positivt är en del av positivt men är större: {_SHOWN}, {{sex}}.",
    "Rätta den ena andelen.",
)
SEXES_ABOVE_ALL = Rule(
    "survey_sexes",
    FEL,
    "Fler svar från könen än från samtliga",
    f"Kvinnor, män och annat är tillsammans fler än samtliga som svarade: {_SHOWN}.",
    "Rätta antalet svar på någon av raderna.",
)
LEFT_OVER = Rule(
    "survey_left_over",
    VARNING,
    "Några få svar kan räknas fram",
    f"Av dem som svarade är så få utanför de redovisade könen att deras svar kan räknas fram: {_SHOWN}.",
    "Ta bort raderna för könen, eller godta avvikelsen och skriv skälet.",
    about="{question} {group}",
)
MORE_THAN_ANSWERED = Rule(
    "survey_more_than_answered",
    FEL,
    "Fler svar på frågan än på enkäten",
    f"Fler har svarat på frågan än på enkäten i fliken {RATES}: {_SHOWN}.",
    "Rätta antalet svar här eller där.",
)
GROUP_UNKNOWN = Rule(
    "survey_group_unknown",
    NOTERA,
    "En grupp utan svarsfrekvens",
    f"”{{found}}” finns inte i fliken {RATES}.{{hint}}",
    "Skriv samma namn på båda ställena. Ska svarsfrekvensen inte visas behöver inget göras.",
    about="{found}",
)
RESPONSE_ABOVE_WHOLE = Rule(
    "response_above_whole",
    FEL,
    "Fler svar än tillfrågade",
    "{group}: fler har svarat än som tillfrågats, eller fler har tillfrågats än som hör till gruppen.",
    "Rätta antalet.",
)
NOTHING_COMPARED = Rule(
    "survey_nothing_compared",
    VARNING,
    "Inget att jämföra med i en enkät",
    "Utformningen ”{layout}” är vald, men kolumnen {column} är tom för {names}.",
    f"Fyll i kolumnen i fliken {SURVEYS}, eller välj en annan utformning.",
    about="{names}",
)
UNANSWERED = Rule(
    "survey_unanswered",
    VARNING,
    "En enkät utan svar",
    "Inga svar står i fliken {tab} för {names}.",
    "Skriv årets svar, eller ta bort raderna om enkäten inte ska vara med längre.",
    about="{tab} {names}",
)
UNANSWERED_YET = Rule(
    "survey_remains",
    REMAINS,
    "Inga enkätsvar ännu",
    "Inga svar står i fliken {tab} för {names}.",
    f"Skriv årets svar i flikarna {RATES} och {SURVEYS}.",
)
