"""What may be wrong with free tables, in words."""

from generator.findings.rule import FEL, NOTERA, PLAUSIBILITY, VARNING, Rule
from generator.subjects.free_tables.rows import ROWS

FROM_LAST_YEAR = Rule(
    "free_from_last_year",
    NOTERA,
    "Egen tabell från i fjol",
    "Alla tal i tabellen ”{table}” är som i fjolårets rapport.",
    "Skriv årets tal, och årets årtal i rubrikerna. Stämmer tabellen som den är behöver inget göras.",
    about="{table}",
)
EMPTY = Rule(
    "free_empty",
    FEL,
    "Egen tabell utan rader",
    "Tabellen ”{table}” har inga rader.",
    f"Skriv tabellens rader i fliken {ROWS}, eller ta bort tabellen.",
)
NO_HEADS = Rule(
    "free_no_heads",
    FEL,
    "Egen tabell utan kolumnrubriker",
    "Tabellen ”{table}” har ingen rad som säger vad kolumnerna heter.",
    "Lägg till en rad med radslaget kolumner och skriv rubrikerna under Värde 1, Värde 2 och så vidare.",
)
HEADS_TWICE = Rule(
    "free_heads_twice",
    FEL,
    "Egen tabell med flera rader av kolumnrubriker",
    "Tabellen ”{table}” har flera rader med kolumnrubriker.",
    "Behåll en. En rubrik över flera kolumner har radslaget rubrik över.",
)
NO_HEAD = Rule(
    "free_no_head",
    FEL,
    "Värde i en kolumn utan rubrik",
    "”{found}” står i en kolumn som saknar rubrik i tabellen ”{table}”.",
    "Skriv kolumnens rubrik i raden med radslaget kolumner, eller ta bort värdet.",
)
COLUMN_UNKNOWN = Rule(
    "free_column_unknown",
    FEL,
    "Okänd enhet eller beräkning i en egen tabell",
    "”{found}” kan inte stå i en rad med radslaget {kind}. Det som kan stå är {choices}.",
    "Skriv något av det, eller lämna cellen tom.",
)
SHARE_ROW_UNKNOWN = Rule(
    "free_share_row_unknown",
    FEL,
    "En andel av en rad som inte finns",
    "Tabellen ”{table}” har ingen rad ”{found}”, så raden ”{label}” räknas inte.{hint}",
    "Skriv raden som den står i kolumnen Rad. En annan del än raden ovanför skrivs före ett snedstreck.",
)
SHARE_ROW_OF_NOTHING = Rule(
    "free_share_row_of_nothing",
    FEL,
    "En andel som inte säger vad den är av",
    "Raden ”{label}” i tabellen ”{table}” {why}.",
    "Skriv raden som är 100 procent i kolumnen Av rad. Delen är raden ovanför, eller den som skrivs före ett "
    "snedstreck.",
)
SHARE_COLUMN_UNKNOWN = Rule(
    "free_share_column_unknown",
    FEL,
    "En andel av en kolumn som inte finns",
    "Tabellen ”{table}” har ingen kolumn med tal som heter ”{found}”.{hint}",
    "Skriv kolumnens rubrik som den står, efter orden andel av.",
)
OF_ROW_UNUSED = Rule(
    "free_of_row_unused",
    VARNING,
    "Av rad används inte",
    "”{found}” står i kolumnen Av rad, men raden ”{label}” har inte radslaget {kind}.",
    "Välj radslaget {kind}, eller töm cellen.",
    about="{label}",
)
OTHER_MONEY = Rule(
    "free_other_money",
    VARNING,
    "Belopp i en annan enhet i en summerad kolumn",
    "”{found}” räknas inte med i summan i tabellen ”{table}”: kolumnen är i {unit}.",
    "Skriv beloppet i {unit}.",
    about="{table}",
)
SUM_DIFFERS = Rule(
    "free_sum_differs",
    FEL,
    "Inskriven summa som inte stämmer",
    "{label}: det står {found}, men raderna ger {sum}.",
    "Lämna cellen tom, så räknas den fram, eller rätta raderna.",
)
OTHER_THAN_REPORT = Rule(
    "free_other_than_report",
    VARNING,
    "Egen tabell som säger annat än rapporten",
    "Tabellen ”{table}” säger att {label} är {found}, men i rapporten är {figure} {amount}.",
    "Rätta det som är fel. I en text hämtas siffran med {{{{ {name} }}}}. Är raden något annat: skriv vad, i raden "
    "eller i tabellens rubrik, eller godta varningen med skälet.",
    about="{table} {label} {head}",
    kind=PLAUSIBILITY,
    symptom=True,
)
