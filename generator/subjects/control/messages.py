"""What a control amount may say, in words."""

from generator.findings.rule import CONTROL, NOTERA, VARNING, Rule

CONTROL_DIFFERS = Rule(
    "control_differs",
    VARNING,
    "Kontrollbeloppet stämmer inte",
    "{label} {year}: kontrollbeloppet är {found}{source}, beräknat {computed}. Skillnad {difference}.{bound}{places}",
    "{lead}Rätta det som är fel: underlaget, eller kontrollbeloppet om det är felskrivet. "
    "Är det källan som har fel behöver inget göras.",
    about="{label} {year}",
    kind=CONTROL,
    symptom=True,
)
CONTROL_OTHER_SIGN = Rule(
    "control_other_sign",
    VARNING,
    "Kontrollbeloppet har omvänt tecken",
    "{label} {year}: kontrollbeloppet är {found}{source}, beräknat {computed}: samma belopp med omvänt tecken.{places}",
    "Kontrollera tecknet i underlaget. Skriver källan kostnader med minus, eller är den huvudboken: "
    "välj det i kolumnen Tecken.",
    about="{label} {year}",
    kind=CONTROL,
    symptom=True,
)
CONTROL_ROUNDING = Rule(
    "control_rounding",
    NOTERA,
    "Kontrollbeloppet ryms i avrundningen",
    "{label} {year}: kontrollbeloppet är {found}{source}, beräknat {computed}. Skillnad {difference} ryms i "
    "avrundningen.",
    "Inget behöver göras. Vill du få bort skillnaden, ange beloppen i underlaget med ören.",
    kind=CONTROL,
)
CONTROL_UNTESTED = Rule(
    "control_untested",
    NOTERA,
    "Kontrollbeloppet är inte prövat",
    "Ej prövad: {name} {year}, eftersom {reason}.",
    "Kontrollera året och måttet, eller fyll i underlaget.",
    kind=CONTROL,
    symptom=True,
)
CONTROL_UNKNOWN = Rule(
    "control_unknown",
    VARNING,
    "Okänd uppgift i avstämningen",
    "”{name}” är ingen siffra i rapporten.{hint}",
    "Välj i listan som öppnas i cellen, eller skriv siffrans namn eller nyckel.",
    kind=CONTROL,
    symptom=True,
)
CONTROL_AMBIGUOUS = Rule(
    "control_ambiguous",
    VARNING,
    "Uppgiften i avstämningen har flera betydelser",
    "”{name}” kan vara flera siffror: {names}.",
    "Skriv namnet på den som avses, som det står här.",
    kind=CONTROL,
)
CONTROL_WITHOUT_AMOUNT = Rule(
    "control_without_amount",
    NOTERA,
    "Kontrollbelopp saknas",
    "Beloppet för {name} saknas.",
    "Fyll i beloppet eller ta bort raden.",
    kind=CONTROL,
)
CONTROL_OTHER_UNIT = Rule(
    "control_other_unit",
    VARNING,
    "Kontrollbeloppet har fel enhet",
    "{name} anges i {kind}, men kontrollbeloppet {found} har enheten {unit}.",
    "Rätta enheten, eller välj en annan uppgift.",
    kind=CONTROL,
)
CONTROL_TWO_UNITS = Rule(
    "control_two_units",
    VARNING,
    "Kontrollbeloppet har två enheter",
    "Beloppet {found} har enheten {unit}, men i kolumnen Enhet står {other}.",
    "Ta bort den som är fel.",
    kind=CONTROL,
)
CONTROL_PER_CENT_UNCLEAR = Rule(
    "control_per_cent_unclear",
    VARNING,
    "Procentsatsen kan betyda två saker",
    "{found} i cellen kan vara {found} % eller en andel.",
    "Skriv med procenttecken, till exempel 59 %.",
    kind=CONTROL,
)
CONTROL_AGREES = Rule(
    "control_agrees",
    NOTERA,
    "Kontrollbelopp som stämmer",
    "{count} kontrollbelopp stämmer{untested}.",
    "Inget behöver göras.",
    kind=CONTROL,
)
