"""What breaks no sum and is yet unlikely, in words."""

from generator.findings.rule import NOTERA, PLAUSIBILITY, VARNING, Rule

ROW_TWICE = Rule(
    "row_twice",
    VARNING,
    "Samma rad två gånger",
    "{which} som {other}. {so}",
    "Ta bort det som står en gång för mycket. Ska allt vara med, skriv vad som skiljer raderna, eller godta varningen "
    "med skälet.",
    about="{name} rad {row}",
    kind=PLAUSIBILITY,
)
OTHER_POST_IN_NOTE = Rule(
    "note_other_post",
    VARNING,
    "Raden har en annan post än noten",
    "{name} har posten {line}, men de andra raderna i noten ”{note}” har posten {usual}.",
    "Välj rätt post eller rätt not. Förklarar noten båda posterna, godta varningen med skälet.",
    source="9 kap. 2 § LKBR",
    about="{name}",
    kind=PLAUSIBILITY,
)
TIMES_TOO_LARGE = Rule(
    "amount_times",
    NOTERA,
    "Beloppet kan vara en nolla för stort eller för litet",
    "{name}: {found} är ungefär {times} {size} radens andra belopp ({others}).",
    "Kontrollera om en nolla eller ett komma har hamnat fel. Stämmer beloppet behöver inget göras.",
    kind=PLAUSIBILITY,
)
JUST_TIMES = Rule(
    "amount_just_times",
    VARNING,
    "Beloppet är jämnt tio, hundra eller tusen gånger ett annat",
    "{name}: {found} är jämnt {times} {size} {others} på samma rad.",
    "Kontrollera om en nolla eller ett komma har hamnat fel. Stämmer beloppet, godta varningen med skälet.",
    about="{name} {column}",
    kind=PLAUSIBILITY,
)
OTHER_SIGN = Rule(
    "amount_other_sign",
    VARNING,
    "Belopp med minus",
    "{name}: {found} i kolumnen {column}, men radens andra belopp är utan minus ({others}).",
    "Kontrollera tecknet. Är det en rättelse åt andra hållet, godta varningen med skälet.",
    about="{name} {column}",
    kind=PLAUSIBILITY,
)
ROWS_EXCHANGED = Rule(
    "rows_exchanged",
    NOTERA,
    "Två rader kan ha bytt belopp",
    "{name} är {found} och {other} {swap}. Tvärtom vore de mer lika radernas andra belopp.",
    "Jämför med huvudboken. Stämmer beloppen behöver inget göras.",
    kind=PLAUSIBILITY,
)
EQUAL_AMOUNTS = Rule(
    "rows_equal",
    NOTERA,
    "Två rader har samma belopp",
    "{name} och {other} har samma belopp, {found}, i kolumnen {column}.",
    "Kontrollera att inte den ena radens belopp har skrivits två gånger. Stämmer de behöver inget göras.",
    kind=PLAUSIBILITY,
)
DEPRECIATION_LEFT_OUT = Rule(
    "depreciation_left_out",
    VARNING,
    "Årets avskrivningar saknas",
    "Avskrivningarna är noll {year}, men {last} {before} och {budget} i budgeten. {left} återstår att skriva av.",
    "Skriv årets avskrivningar. Är det rätt, till exempel för att tillgångarna inte används än, godta varningen med "
    "skälet.",
    about="{year}",
    kind=PLAUSIBILITY,
)
CASH_GONE = Rule(
    "cash_gone",
    VARNING,
    "Inga likvida medel",
    "Likvida medel är noll {day}, men {amount} {before}.",
    "Saknas raden Kassa och bank, eller har den fått en annan post? Stämmer det, godta varningen med skälet.",
    about="{day}",
    kind=PLAUSIBILITY,
    symptom=True,
)
