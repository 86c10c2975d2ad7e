"""What may be wrong in a list of accounts, in words."""

from generator.findings.rule import FEL, NOTERA, READING, VARNING, Rule

LIST_NO_HEADS = Rule(
    "ledger_list_no_heads",
    FEL,
    "Listan saknar rubriker",
    "I {list} finns ingen rad med rubriker för konto och belopp, så listan läses inte.",
    "Lägg till en rubrikrad: Konto, Benämning, IB, UB, eller Konto, Benämning, Utfall i år, Utfall i fjol, Budget.",
    kind=READING,
    loses_amounts=True,
)
LIST_NO_ACCOUNTS = Rule(
    "ledger_list_no_accounts",
    FEL,
    "Listan har inga konton",
    "I {list} finns rubriker men ingen rad med både kontonummer och belopp.",
    "Kontrollera att kontonumren, tre till åtta siffror, står i kolumnen ”{column}”.",
    kind=READING,
    loses_amounts=True,
)
LIST_OF_VERIFICATIONS = Rule(
    "ledger_list_of_verifications",
    FEL,
    "Listan har en rad per verifikation",
    "I {list} finns kolumnen ”{column}”: det är en huvudbok med verifikationer och inte en lista över saldon.",
    "Ta ut en saldolista eller en balans- och resultatrapport, med en rad per konto (och per projekt).",
    kind=READING,
    loses_amounts=True,
)
LIST_SEVERAL_BESIDE = Rule(
    "ledger_list_several_beside",
    FEL,
    "Två listor bredvid varandra",
    "I {list} står kontonummer i flera kolumner: två listor bredvid varandra. Ingen av dem läses.",
    "Lägg den ena under den andra, med sina rubriker, eller i en egen fil i mappen.",
    kind=READING,
    loses_amounts=True,
)
LIST_RAGGED = Rule(
    "ledger_list_ragged",
    FEL,
    "Raderna har fler kolumner än rubrikerna",
    "I {list} har {rows} med konto fler kolumner än rubrikraden: tecknet mellan dem står också i beloppen "
    "eller texterna.",
    "Ta ut filen på nytt med semikolon mellan kolumnerna, eller med citattecken kring varje värde.",
    kind=READING,
    loses_amounts=True,
)
LIST_SIGNS_STRANGE = Rule(
    "ledger_list_signs_strange",
    VARNING,
    "Ovanliga tecken i listan",
    "I {list} är tillgångar eller kostnader tillsammans minus, eller skulder eller intäkter plus. De läses så, och det "
    "går inte att pröva mot en summa.",
    "Är det så listan skriver dem, ta ut en lista med alla konton, där summan är noll. Då läses de rätt.",
    kind=READING,
)
LIST_ROWS_ABOVE = Rule(
    "ledger_list_rows_above",
    FEL,
    "Konton ovanför rubrikerna",
    "I {list} står {accounts} ovanför rubrikraden, rad {row}, och läses inte.",
    "Lägg rubrikraden överst, ovanför det första kontot.",
    kind=READING,
    loses_amounts=True,
)
LIST_ROW_WITHOUT_ACCOUNT = Rule(
    "ledger_list_row_without_account",
    FEL,
    "Belopp utan konto",
    "{amount} står på en rad utan kontonummer{label} och räknas inte.",
    "Skriv kontot på raden. Är det en summa, kalla raden Summa eller ta bort den.",
    kind=READING,
    loses_amounts=True,
)
LIST_ACCOUNT_DOUBLED = Rule(
    "ledger_list_account_doubled",
    FEL,
    "Samma konto två gånger",
    "{accounts} står två gånger med samma belopp ({cells}). Beloppet räknas en gång.",
    "Ta bort den ena raden.",
    kind=READING,
    about="{accounts}",
    loses_amounts=True,
)
LIST_ACCOUNT_TWICE = Rule(
    "ledger_list_account_twice",
    FEL,
    "Ett konto på flera rader",
    "{accounts} står på flera rader med olika belopp ({cells}), och ingen kolumn säger vad som skiljer dem åt. "
    "Beloppen har lagts ihop.",
    "Ta med kolumnen för projekt, ansvar eller vad raderna är uppdelade på, eller ta bort den rad som inte gäller.",
    kind=READING,
    about="{accounts}",
    loses_amounts=True,
)
LIST_TOTAL_DIFFERS = Rule(
    "ledger_list_total_differs",
    FEL,
    "Kontots summa stämmer inte med dess delar",
    "Konto {account} har {total} på raden utan {dimension} ({cell}), men delarna är tillsammans {parts} ({cells}).",
    "Rätta raden som är fel. Ta bort summaraden om den inte behövs.",
    kind=READING,
    about="{account}",
    loses_amounts=True,
)
LIST_REST_COUNTED = Rule(
    "ledger_list_rest_counted",
    NOTERA,
    "Rader utan objekt räknas som en del",
    "{accounts} har belopp både på rader med {dimension} och på en rad utan. Raden utan räknas som den del av kontot "
    "som inte hör till något.",
    "Är raden utan i stället kontots summa, ta bort den. Annars behöver inget göras.",
    kind=READING,
)
LIST_GROUPS = Rule(
    "ledger_list_groups",
    NOTERA,
    "Kontogrupper läses som summor",
    "{accounts} läses som summor: beloppen är summan av kontona som börjar så.",
    "Behöver inget göras.",
    kind=READING,
)
LIST_SUM_DIFFERS = Rule(
    "ledger_list_sum_differs",
    VARNING,
    "Listans summa stämmer inte",
    "Summan ”{label}” är {amount}, men stämmer inte med raderna {where}, som är {sum}.",
    "Kontrollera att alla konton är med, och ta annars ut listan på nytt. Är listan rätt som den är, ta bort summan.",
    kind=READING,
)
LIST_SIGNS = Rule(
    "ledger_list_signs",
    NOTERA,
    "Belopp utan bokföringens tecken",
    "I {list} står {said}. Beloppen läses om till bokföringens tecken, med kredit som minus. {tested}",
    "{remedy}",
    kind=READING,
)
LIST_NOT_NIL = Rule(
    "ledger_list_not_nil",
    FEL,
    "Listan går inte jämnt ut",
    "Alla konton i {list} ska tillsammans bli noll för {year}, men blir {amount}. {tried}",
    "Kontrollera att alla konton är med, också de för resultatet, och att inget belopp eller tecken är ändrat. Ta "
    "annars ut listan på nytt.",
    kind=READING,
    about="{year}",
    loses_amounts=True,
)
LIST_OPENING_NOT_NIL = Rule(
    "ledger_list_opening_not_nil",
    VARNING,
    "De ingående balanserna går inte jämnt ut",
    "De ingående balanserna i {list} ska tillsammans bli noll för {year}, men blir {amount}.",
    "Kontrollera att alla balanskonton är med, och att fjolårets resultat är bokfört mot eget kapital.",
    kind=READING,
    about="{year}",
)
LIST_RESULT_IN_EQUITY = Rule(
    "ledger_list_result_in_equity",
    NOTERA,
    "Resultatet är redan bokfört i eget kapital",
    "Balanskontona i {list} går jämnt ut för sig för {year}: årets resultat {amount} ingår redan i eget kapital.",
    "Behöver inget göras.",
    kind=READING,
)
LIST_CHANGE_DIFFERS = Rule(
    "ledger_list_change_differs",
    VARNING,
    "Ingående balans och förändring blir inte utgående balans",
    "{accounts}: ingående balans och periodens förändring är {sum}, men utgående balans är {amount}.",
    "Kontrollera raden i bokföringen och ta ut listan på nytt. Den utgående balansen används.",
    kind=READING,
    about="{accounts}",
)
LIST_NO_CLOSING = Rule(
    "ledger_list_no_closing",
    FEL,
    "Utgående balans saknas",
    "I {list} finns förändringen {year} men varken ingående eller utgående balans, så balanskontonas saldon går inte "
    "att se.",
    "Ta ut listan med kolumnerna IB och UB, eller bara med saldon.",
    kind=READING,
    loses_amounts=True,
)
LIST_COLUMN_TWICE = Rule(
    "ledger_list_column_twice",
    FEL,
    "Två kolumner för samma sak",
    "Kolumnerna ”{one}” och ”{other}” betyder samma sak men har olika belopp, först på rad {row}. Bara ”{one}” läses.",
    "Ta bort den kolumn som inte gäller, eller skriv i rubrikerna vad som skiljer dem åt, till exempel året.",
    kind=READING,
    loses_amounts=True,
)
LIST_STRANGERS = Rule(
    "ledger_list_strangers",
    NOTERA,
    "Kolumner som inte läses",
    "I {list} läses inte {columns}, fast där står tal.",
    "Behövs kolumnen, kalla den till exempel IB, UB, Utfall i år, Utfall i fjol, Budget eller Projekt.",
    kind=READING,
)
LIST_PART_OF_YEAR = Rule(
    "ledger_list_part_of_year",
    VARNING,
    "Listan gäller inte hela året",
    "Beloppen i {list} gäller {period} och inte hela {year}.",
    "Ta ut listan på nytt för hela året när det är bokfört.",
    kind=READING,
    about="{year}",
)
LIST_BUDGET_SIGN = Rule(
    "ledger_list_budget_sign",
    VARNING,
    "Budgeten har andra tecken än utfallet",
    "I {list} har budgeten för {what} omvänt tecken mot utfallet ({amount} mot {outcome}).",
    "Skriv budgeten med samma tecken som utfallet: i bokföringen är intäkter minus.",
    kind=READING,
)
LIST_HIDDEN_ROWS = Rule(
    "ledger_list_hidden_rows",
    NOTERA,
    "Dolda rader räknas med",
    "I {list} finns {rows} med belopp, till exempel av ett filter. Det som är dolt räknas med.",
    "Ska något dolt inte räknas, ta bort raden. Annars behöver inget göras.",
    kind=READING,
)
