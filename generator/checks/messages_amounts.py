"""What may be wrong with the amounts of the statements, in words."""

from generator.findings.rule import FEL, NOTERA, REMAINS, VARNING, Rule

BALANCE_DIFFERS = Rule(
    "balance_differs",
    FEL,
    "Balansräkningen går inte ihop",
    "{day}: tillgångar {assets}, eget kapital och skulder {claims}. Skillnad {difference}{bound}.",
    "{lead}Jämför med huvudboken, post för post. Felet kan också finnas i ingående eget kapital eller bland "
    "intäkter och kostnader, eftersom eget kapital räknas fram.",
    source="6 kap. 2 § LKBR",
)
BALANCE_ROUNDING_LARGE = Rule(
    "balance_rounding_large",
    VARNING,
    "Stor avrundning i balansräkningen",
    "{day}: tillgångar {assets}, eget kapital och skulder {claims}. Skillnad {difference}. Avrundning av "
    "{amounts} belopp i {unit} kan ge högst {limit}, men så stor skillnad är ovanlig.",
    "Kontrollera beloppen, eller ange dem {how}.",
    source="6 kap. 2 § LKBR",
    about="{day}",
)
BALANCE_ROUNDING = Rule(
    "balance_rounding",
    NOTERA,
    "Avrundning i balansräkningen",
    "{day}: tillgångar {assets}, eget kapital och skulder {claims}. Skillnad {difference} ryms i "
    "avrundningen av {amounts} belopp i {unit}.",
    "Inget behöver göras{shown}. Vill du få bort skillnaden, ange beloppen {how}.",
    source="6 kap. 2 § LKBR",
)
BALANCE_UNTESTED = Rule(
    "balance_untested",
    NOTERA,
    "Balansräkningen är inte prövad",
    "Balansräkningen är inte prövad, eftersom {reason}.",
    "Rätta det först. Sedan prövas balansräkningen.",
    symptom=True,
)
CASH_FLOW_DIFFERS = Rule(
    "cash_flow_differs",
    FEL,
    "Årets förändring går inte ihop",
    "Förändringen under {year} går inte ihop. Skillnaden är {difference}, mer än vad avrundning kan förklara.",
    "Jämför årets utgående balanser med huvudboken. Felet finns bland årets belopp, inte i fjolårets.",
    source="8 kap. 1 § LKBR",
)
SUM_NEGATIVE = Rule(
    "sum_negative",
    FEL,
    "Post med minus",
    "Summan av {line}{where} är {total}.",
    "{remedy} till en post på den andra sidan (4 kap. 4 § LKBR).",
    source="4 kap. 4 § LKBR",
)
NOTE_INCOMPLETE = Rule(
    "note_incomplete",
    VARNING,
    "Noten förklarar bara en del av posten",
    "Posten {line} hänvisar till noten ”{note}”, men {rows} ingår inte i den. Notens summa blir inte postens.",
    "Skriv notens namn {remedy}, eller ge dem en egen delpost.",
    source="9 kap. 2 § LKBR",
    about="{line}",
)
CASH_CHANGES = Rule(
    "cash_changes",
    VARNING,
    "Likvida medel byter post",
    "{line} räknas som likvida medel bara för {years}. Kassaflödet visar då en betalning som inte har skett.",
    "Svara lika i kolumnen Likvida medel för alla år, även under Ingående balanser för jämförelseåret.",
    source="RKR R13",
    about="{line}",
)
OPENING_EQUITY_MISSING = Rule(
    "opening_equity_missing",
    FEL,
    "Ingående eget kapital saknas",
    "Ingående eget kapital för jämförelseåret saknas.",
    "Skriv det i fliken Balansposter, under ”Ingående balanser för jämförelseåret”. Är förbundet nytt: skriv 0.",
)
OPENING_BALANCES_MISSING = Rule(
    "opening_balances_missing",
    VARNING,
    "Ingående balanser saknas",
    "Ingående balanser för jämförelseåret saknas, så kassaflödet för {year} kan inte räknas fram.",
    "Skriv dem i fliken Balansposter, under ”Ingående balanser för jämförelseåret”.",
    source="5 kap. 6 § LKBR",
    about="{year}",
)
ADJUSTMENT_WITHOUT_REASON = Rule(
    "adjustment_without_reason",
    FEL,
    "Justering utan skäl",
    "En justering av eget kapital på {amount} saknar skäl.",
    "Skriv vad som rättas och varför.",
    source="RKR R12",
)
ADJUSTMENT_WITHOUT_NOTE = Rule(
    "adjustment_without_note",
    FEL,
    "Justering utan not",
    "En justering av eget kapital på {amount} förklaras inte i någon not.",
    "Skriv notens namn i kolumnen Not. Finns ingen sådan not, lägg till den i fliken Noter.",
    source="RKR R12",
)
ADJUSTMENT_YEAR = Rule(
    "adjustment_year",
    FEL,
    "Justering för fel år",
    "Justeringen gäller {found}, men rapporten visar {years}.",
    "Rätta året, eller ta bort raden om ändringen redan ingår i ingående eget kapital.",
)
ADJUSTMENT_RESTATES_OTHER_YEAR = Rule(
    "adjustment_restates_other_year",
    FEL,
    "Omräkning av fel år",
    "{line} i fjol räknas om med {amount}, men justeringen gäller {found}.",
    "Skriv {before} i kolumnen År: det är den kolumnen som räknas om. Ska den stå kvar, töm Post som räknas om.",
    source="RKR R12",
)
ADJUSTMENT_OF_CHANGES = Rule(
    "adjustment_of_changes",
    FEL,
    "Omräkning av en post med årets förändringar",
    "{line} står i fliken Årets förändringar, så noten får inte med rättelsen på {amount}.",
    "Skriv rättelsen som en rad i den fliken, i kolumnen I fjol, och töm Post som räknas om.",
    source="RKR R12",
)
ADJUSTMENT_NOT_RESTATED = Rule(
    "adjustment_not_restated",
    NOTERA,
    "Jämförelseåret är inte omräknat",
    "Eget kapital ändras direkt med {amount} när {found} börjar. Kolumnen för {before} står kvar som den var.",
    "Rättas ett fel räknas jämförelseåret om: skriv {before} i kolumnen År och posten i Post som räknas om. Går det "
    "inte, säg i noten varför.",
    source="RKR R12; 9 kap. 6 § LKBR",
)
FIRST_DAY_AFTER_YEAR = Rule(
    "first_day_after_year",
    FEL,
    "Första dagen efter räkenskapsåret",
    "Förbundets första dag är {day}, men rapporten gäller {year}.",
    "Rätta dagen eller räkenskapsåret.",
    source="1 kap. 5 § LKBR",
)
BEFORE_FIRST_DAY = Rule(
    "before_first_day",
    FEL,
    "Belopp före förbundets första dag",
    "{amount} står för {found}, men förbundets första dag är {day}.",
    "Ta bort beloppet, eller rätta dagen. Det som togs över från andra förbund skrivs i fliken Sammanläggning.",
    source="1 kap. 5 § LKBR",
)
NO_AMOUNTS = Rule(
    "no_amounts",
    REMAINS,
    "Inga belopp ännu",
    "Fliken {tab} har inga belopp för {year}.",
    "Fyll i fliken.",
)
