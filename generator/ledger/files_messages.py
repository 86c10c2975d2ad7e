"""What may be wrong with the ledgers' files beside a workbook, and between several ledgers, in words."""

from generator.findings.rule import CONTROL, FEL, NOTERA, READING, VARNING, Rule

LEDGER_FILE_KIND = Rule(
    "ledger_file_kind",
    VARNING,
    "Huvudbok i ett format som inte läses",
    "{name} är {what} och läses inte.",
    "{remedy}",
    kind=READING,
)
LEDGER_FILE_LOCKED = Rule(
    "ledger_file_locked",
    VARNING,
    "Huvudbokens fil kan inte läsas",
    "{name} kan inte läsas. Den är öppen i ett annat program, eller så saknar du behörighet.",
    "Stäng filen och försök igen.",
    kind=READING,
)
LEDGERS_SEVERAL = Rule(
    "ledgers_several",
    NOTERA,
    "Flera huvudböcker",
    "Det finns flera huvudböcker. {used}. De läggs inte samman utan jämförs.",
    "Behöver inget göras. Ska någon inte vara med, flytta den ur mappen.",
    kind=READING,
)
LEDGERS_DIFFER = Rule(
    "ledgers_differ",
    VARNING,
    "Två huvudböcker skiljer sig",
    "Konto {account}, {measured} {year}: {one} i {first} men {other} i {second}. {first_shown} används.",
    "Ta ut den äldre huvudboken på nytt, eller flytta den ur mappen.",
    about="{account} {year}",
    kind=CONTROL,
)
LEDGERS_DIFFER_MUCH = Rule(
    "ledgers_differ_much",
    VARNING,
    "Två huvudböcker skiljer sig på många konton",
    "{first_shown} och {second} skiljer sig på {count} av {all} konton, {measured} {year}, {how}. "
    "{first_shown} används.",
    "Kontrollera att båda är tagna ur samma bokföring efter den sista bokningen. Flytta den som inte gäller ur mappen.",
    about="{year}",
    kind=CONTROL,
)
LEDGERS_NOT_NIL = Rule(
    "ledgers_not_nil",
    FEL,
    "Listorna går inte jämnt ut tillsammans",
    "Alla konton i {ledgers} ska tillsammans bli noll för {year}, men blir {amount}.",
    "Kontrollera att listorna är av samma dag, att alla konton är med, och att skulder och intäkter har sitt tecken.",
    about="{year}",
    kind=CONTROL,
)
