"""What may be wrong with the numbers of the texts, in words."""

from generator.findings.rule import NOTERA, PLAUSIBILITY, VARNING, Rule

NUMBER_DIFFERS = Rule(
    "number_differs",
    VARNING,
    "Siffran i texten är en annan",
    "Texten säger ”{found}”, men {label} är {amount}.",
    "Rätta texten.{advice} Menar texten något annat: skriv vad, eller godta varningen med skälet.",
    about="{found}",
    kind=PLAUSIBILITY,
    symptom=True,
)
PUT_THERE = " Skriv {reference} i stället för ”{written}”, så blir siffran alltid rätt."
RESULT_SIGN_DIFFERS = Rule(
    "result_sign_differs",
    VARNING,
    "Överskott eller underskott",
    "Texten säger ”{found}”, men årets resultat är {amount}.",
    "Rätta texten. Menar den något annat än årets resultat: skriv vad, eller godta varningen med skälet.",
    about="{found}",
    kind=PLAUSIBILITY,
)
NOTE_NUMBER_TYPED = Rule(
    "note_number_typed",
    NOTERA,
    "Notens nummer är skrivet för hand",
    "Texten säger ”{found}”. {now}",
    "Skriv {reference} i stället, så blir numret alltid rätt.{others}",
    about="{found}",
    kind=PLAUSIBILITY,
    symptom=True,
)
