"""What may look wrong without being impossible, in words."""

from generator.findings.rule import NOTERA, PLAUSIBILITY, VARNING, Rule

COLUMN_IN_OTHER_UNIT = Rule(
    "column_in_other_unit",
    VARNING,
    "Kolumnen verkar vara i en annan enhet",
    "Beloppen i {column} ({what}) är ungefär {size} dem i {other}, post för post.",
    "Skriv alla belopp i fliken i samma enhet: kronor, eller tusental kronor om det står tkr i cell B3.",
    about="{tab} {column}",
    kind=PLAUSIBILITY,
)
TAB_IN_OTHER_UNIT = Rule(
    "tab_in_other_unit",
    VARNING,
    "Fliken verkar ha fel enhet",
    "Beloppen anges i {found}, men verkar vara i {wanted}. Den största kolumnen här blir tillsammans {sum}, i fliken "
    "{other} {size}.",
    "Skriv {wanted} i cellen om fliken är skriven i {wanted}. Stämmer {found}, rätta beloppen eller godta varningen "
    "med skälet.",
    about="{tab}",
    kind=PLAUSIBILITY,
)
BALANCE_ROW_NEGATIVE = Rule(
    "balance_row_negative",
    VARNING,
    "Tillgång eller skuld med minus",
    "{row} är {amount} {year}. Tillgångar och skulder får inte räknas av mot varandra.",
    "Flytta beloppet till en rad {other}, utan minus{accounts}. Är det en rättelse som hör till posten: godta "
    "varningen med skälet.",
    source="4 kap. 4 § LKBR",
    about="{row} {year}",
    kind=PLAUSIBILITY,
)
COST_NEGATIVE = Rule(
    "cost_negative",
    VARNING,
    "Kostnad med minus",
    "{row} är {amount} {year}{usual}. En kostnad skrivs utan minus.",
    "Kontrollera tecknet mot huvudboken. Är det en kreditering som är större än årets kostnad: godta varningen med "
    "skälet.",
    about="{row} {year}",
    kind=PLAUSIBILITY,
)
ROW_MOVED = Rule(
    "row_moved",
    NOTERA,
    "Raden var noll i fjol",
    "{row} är {amount}, en stor del av {line} ({post}), men hade inget belopp {year}.",
    "Har beloppet flyttats från en annan rad, rätta jämförelseåret. Är det nytt, skriv gärna varför i notens text.",
    kind=PLAUSIBILITY,
)
DECISION_BEFORE_YEAR_END = Rule(
    "decision_before_year_end",
    VARNING,
    "Beslutsdatum före årets slut",
    "Beslutsdatum är {day}, innan räkenskapsåret {year} var slut.",
    "Rätta datumet eller räkenskapsåret.",
    source="24 § finsamlagen",
    kind=PLAUSIBILITY,
)
DECISION_LATE = Rule(
    "decision_late",
    VARNING,
    "Beslut senare än tre månader efter året",
    "Beslutsdatum är {day}. Styrelsen ska upprätta årsredovisningen inom tre månader från räkenskapsårets slut.",
    "Kontrollera datumet. Stämmer det, godta varningen med skälet.",
    source="24 § finsamlagen",
    kind=PLAUSIBILITY,
)
TEMPLATE_TEXT = Rule(
    "template_text",
    VARNING,
    "Malltext som inte är utbytt",
    "Det här ser ut som en mall som väntar på sina ord: {listed}.",
    "Skriv det som ska stå där, eller ta bort det.",
    about="{about}",
    kind=PLAUSIBILITY,
)
TEXT_ASKED_FOR = Rule(
    "text_asked_for",
    VARNING,
    "En text som inte är skriven",
    "{count} är kvar att skriva: {listed}.",
    "Skriv i stället för orden inom [ ], eller ta bort dem om inget ska stå där.",
    about="{about}",
    kind=PLAUSIBILITY,
)
SICK_LEAVE_OF_FEW = Rule(
    "sick_leave_of_few",
    VARNING,
    "Sjukfrånvaro för få anställda",
    "Meningen anger sjukfrånvaro. Har förbundet högst tio anställda kan den gälla en enskild person.",
    "Ta bort uppgiften. Är de anställda fler än tio, skriv antalet som nyckeltal i fliken Flerårsöversikt. "
    "Annars kan varningen godtas.",
    source="11 kap. 6 § LKBR",
    about="sjukfrånvaro",
    kind=PLAUSIBILITY,
)
COUNT_DIFFERS = Rule(
    "count_differs",
    VARNING,
    "Antalet i texten är ett annat",
    "Texten säger ”{found}”. I underlaget är det {counted}.",
    "Rätta det som är fel. Med {{{{ {name} }}}} blir antalet alltid rätt. Räknar texten något annat: skriv vad, eller "
    "godta varningen med skälet.",
    about="{found}",
    kind=PLAUSIBILITY,
)
DIRECTION_DIFFERS = Rule(
    "direction_differs",
    VARNING,
    "Texten säger åt fel håll",
    "Texten säger ”{found}”, men {term} var {now}, mot {before} {base}.",
    "Rätta texten, eller skriv vad jämförelsen gäller.",
    about="{found}",
    kind=PLAUSIBILITY,
    symptom=True,
)
DIRECTION_UNCLEAR = Rule(
    "direction_unclear",
    NOTERA,
    "Mot vad?",
    "Texten säger ”{found}”, men {term} var {now}, mot {before} {base}.",
    "Skriv vad det jämförs med: budgeten eller året före.",
    kind=PLAUSIBILITY,
    symptom=True,
)
