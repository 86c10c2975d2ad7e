"""What may tell a protected number all the same, in words. None of them tells the number."""

from generator.findings.rule import VARNING, Rule

_REMEDY = "Skriv ord i stället för antalet, till exempel några få, eller ta bort det."
IN_TEXT = Rule(
    "protected_in_text",
    VARNING,
    "Ett skyddat antal kan stå i texten",
    "En mening här kan röja ett antal som skyddas i {where}.",
    _REMEDY,
    about="{where}",
)
IN_TABLE = Rule(
    "protected_in_table",
    VARNING,
    "Ett skyddat antal står i en egen tabell",
    "Cellen i tabellen {table}, {cell}, är ett antal som skyddas i {where}.",
    "Töm cellen eller skriv två punkter (..). Hör tabellen till deltagarna skrivs den hellre i fliken Deltagare: där "
    "skyddas även de antal som annars skulle röja det.",
    about="{table}, {cell}",
)
BESIDE_WORDS = Rule(
    "protected_beside_words",
    VARNING,
    "Deltagare utfall har ett litet antal bland ord",
    "I cellen står ett antal som är så litet att det skulle skyddas, men bara en cell med enbart ett antal skyddas: "
    "{insats}.",
    "Skriv bara antalet i cellen, så visas två punkter (..) i rapporten, eller skriv ord som inte röjer det.",
    about="{insats}",
)
HIDDEN_LAST_YEAR = Rule(
    "protected_last_year",
    VARNING,
    "Ett antal som skyddades i fjol visas i år",
    "I fjolårets rapport skyddades {label}, {year}. I årets visas antalet, så att den som har båda rapporterna kan "
    "räkna fram det som skyddades då.",
    "Ta bort det årets rader ur tabellen i fliken Deltagare, eller visa samma tabeller för det året som i fjol.",
    about="{label} {year}",
)
