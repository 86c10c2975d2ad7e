"""The texts of the rules about amounts that should agree with each other."""

from generator.checks.rule import FEL, NOTERA, REMAINS, VARNING, Rule

RULES = (
    Rule(
        "balance_differs",
        FEL,
        "Balansräkningen går inte ihop",
        "{day}: tillgångar {assets}, eget kapital och skulder {claims}. Skillnad {difference}{bound}.",
        "Jämför med huvudboken, post för post. Felet kan också finnas i ingående eget kapital eller bland "
        "intäkter och kostnader, eftersom eget kapital räknas fram.",
        source="6 kap. 2 § LKBR",
    ),
    Rule(
        "balance_rounding_large",
        VARNING,
        "Stor avrundning i balansräkningen",
        "{day}: tillgångar {assets}, eget kapital och skulder {claims}. Skillnad {difference}. Avrundning av "
        "{amounts} belopp i {unit} kan ge högst {limit}, men så stor skillnad är ovanlig.",
        "Kontrollera beloppen, eller ange dem med ören.",
        source="6 kap. 2 § LKBR",
    ),
    Rule(
        "balance_rounding",
        NOTERA,
        "Avrundning i balansräkningen",
        "{day}: tillgångar {assets}, eget kapital och skulder {claims}. Skillnad {difference} ryms i "
        "avrundningen av {amounts} belopp i {unit}.",
        "Inget behöver göras{shown}. Vill du få bort skillnaden, ange beloppen med ören.",
        source="6 kap. 2 § LKBR",
    ),
    Rule(
        "balance_untested",
        NOTERA,
        "Balansräkningen är inte prövad",
        "Balansräkningen är inte prövad, eftersom {reason}.",
        "Rätta det först. Sedan prövas balansräkningen.",
    ),
    Rule(
        "costs_negative",
        FEL,
        "Kostnader med minus",
        "Alla kostnader i kolumn {column} är skrivna med minus.",
        "Skriv dem utan minus. Minus betyder en rättelse åt andra hållet, till exempel en återbetalning.",
    ),
    Rule(
        "opening_equity_missing",
        FEL,
        "Ingående eget kapital saknas",
        "Ingående eget kapital för jämförelseåret saknas.",
        "Skriv det i fliken Balansposter, under ”Ingående balanser för jämförelseåret”. Är förbundet nytt: skriv 0.",
    ),
    Rule(
        "opening_balances_missing",
        VARNING,
        "Ingående balanser saknas",
        "Ingående balanser för jämförelseåret saknas, så kassaflödet för {year} kan inte räknas fram.",
        "Skriv dem i fliken Balansposter, under ”Ingående balanser för jämförelseåret”.",
        source="5 kap. 6 § LKBR",
    ),
    Rule(
        "adjustment_without_reason",
        FEL,
        "Justering utan skäl",
        "En justering av eget kapital på {amount} saknar skäl.",
        "Skriv vad som rättas och varför.",
        source="RKR R12",
    ),
    Rule(
        "adjustment_without_note",
        FEL,
        "Justering utan not",
        "En justering av eget kapital på {amount} förklaras inte i någon not.",
        "Skriv notens namn i kolumnen Not. Finns ingen sådan not, lägg till den i fliken Noter.",
        source="RKR R12",
    ),
    Rule(
        "adjustment_year",
        FEL,
        "Justering för fel år",
        "Justeringen gäller {found}, men rapporten visar {years}.",
        "Rätta året, eller ta bort raden om ändringen redan ingår i ingående eget kapital.",
    ),
    Rule(
        "no_amounts",
        REMAINS,
        "Inga belopp ännu",
        "Fliken {tab} har inga belopp för {year}.",
        "Fyll i fliken.",
    ),
    Rule(
        "statement_not_placed",
        VARNING,
        "Räkningen visas inte",
        "{statement} finns inte med i fliken Innehåll.",
        "Lägg till en rad och välj {statement} i kolumnen Innehåll.",
        source="4 kap. 1 § LKBR",
    ),
    Rule(
        "outline_heading_gap",
        VARNING,
        "Rubriknivå hoppas över",
        "Rubriken ”{heading}” har nivå {found}. Här kan nivån vara högst {wanted}.",
        "Välj nivå {wanted}, så att ingen nivå hoppas över.",
    ),
    Rule(
        "block_empty",
        VARNING,
        "Tomt block",
        "Raden har varken rubrik, innehåll eller text.",
        "Fyll i raden eller ta bort den.",
    ),
)
